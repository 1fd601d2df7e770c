"""A folder is replaced only where nothing but a site can be lost."""

from pathlib import Path

import pytest

from action_plans.publishing.destination import Kept, destinations_at
from action_plans.publishing.publishing_error import PublishingError


def test_a_missing_folder_an_empty_one_and_a_site_may_be_replaced(tmp_path: Path) -> None:
    """What holds nothing, or a site, is accepted."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").touch()

    found = destinations_at([tmp_path / "missing", tmp_path / "empty", tmp_path / "site"])

    assert [each.folder.name for each in found] == ["missing", "empty", "site"]


def test_a_file_is_refused(tmp_path: Path) -> None:
    """A file in the site's place is named, and stays."""
    (tmp_path / "site").write_text("mine", encoding="utf-8")

    assert "is a file" in _refusal(tmp_path / "site")


def test_files_without_a_site_are_refused(tmp_path: Path) -> None:
    """A folder of other things, such as somebody's documents, is not taken for a site."""
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "letter.txt").touch()

    assert "no index.html" in _refusal(tmp_path / "documents")


def test_a_repository_is_refused(tmp_path: Path) -> None:
    """A folder with `.git` is refused even where it looks like a site."""
    (tmp_path / "site" / ".git").mkdir(parents=True)
    (tmp_path / "site" / "index.html").touch()

    assert "Git repository" in _refusal(tmp_path / "site")


def test_the_root_of_a_disk_is_refused(tmp_path: Path) -> None:
    """The root is refused by name."""
    assert "root of a disk" in _refusal(Path(tmp_path.anchor))


def test_a_mount_point_is_refused() -> None:
    """A folder that no rename can replace is refused before anything is built."""
    assert "mount point" in _refusal(Path("/dev"))


@pytest.mark.parametrize("site", [".", "..", "plans", "plans/site", "docs/site"])
def test_what_people_wrote_is_never_replaced(tmp_path: Path, site: str) -> None:
    """The project, what holds it, and the folders that are read are refused, and the message names the folder."""
    project = tmp_path / "project"
    kept = [Kept("the project's folder", project, may_hold_sites=True)]
    for name in ("plans", "docs"):
        (project / name).mkdir(parents=True)
        kept.append(Kept(f"{name}_dir", project / name))

    refusal = _refusal(project / site, kept)

    assert str((project / site).resolve()) in refusal
    assert "Name another folder." in refusal


def test_a_site_inside_the_project_is_accepted(tmp_path: Path) -> None:
    """The usual place, `site` beside mkdocs.yml, is fine."""
    kept = [Kept("the project's folder", tmp_path, may_hold_sites=True)]

    assert destinations_at([tmp_path / "site"], kept)[0].folder == tmp_path / "site"


@pytest.mark.parametrize(
    ("staff", "family", "expected"),
    [
        ("site", "site", "internal pages would reach families"),
        ("site", "site/../site", "internal pages would reach families"),
        ("site", "site/family", "lies inside"),
        ("family/staff", "family", "lies inside"),
        ("site", "link", "internal pages would reach families"),
        ("site", "link/family", "lies inside"),
    ],
)
def test_one_edition_never_lies_in_the_other(tmp_path: Path, staff: str, family: str, expected: str) -> None:
    """Two editions in one folder, or one inside the other, are refused, also by way of a link."""
    (tmp_path / "site").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "site", target_is_directory=True)

    with pytest.raises(PublishingError, match=expected):
        destinations_at([tmp_path / staff, tmp_path / family])


def test_links_in_a_circle_are_refused_in_words(tmp_path: Path) -> None:
    """A link that leads to itself is an error for a person, not a traceback."""
    (tmp_path / "site").symlink_to(tmp_path / "other")
    (tmp_path / "other").symlink_to(tmp_path / "site")

    assert "cannot be followed" in _refusal(tmp_path / "site")


def _refusal(folder: Path, kept: list[Kept] | None = None) -> str:
    with pytest.raises(PublishingError) as refused:
        destinations_at([folder], kept or [])
    return str(refused.value)
