"""A build writes to hidden folders, and readers see its sites only once it has published them."""

import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from action_plans.publishing import build_lock
from action_plans.publishing.publication import Publication, settle
from action_plans.publishing.publishing_error import PublishingError


def test_readers_see_the_old_site_until_the_new_one_is_published(tmp_path: Path) -> None:
    """What is staged changes nothing for readers; publishing does."""
    _publish(tmp_path / "site", "old")
    publication = Publication([tmp_path / "site"])
    (publication.staged[0] / "index.html").write_text("new", encoding="utf-8")
    before = _page(tmp_path / "site")

    publication.publish()

    assert (before, _page(tmp_path / "site")) == ("old", "new")


def test_a_page_that_is_no_longer_built_is_gone(tmp_path: Path) -> None:
    """The new site replaces the old one whole; nothing of the old one stays, hidden files included."""
    _publish(tmp_path / "site", "old")
    (tmp_path / "site" / "withdrawn.html").touch()
    (tmp_path / "site" / ".hidden").touch()

    _publish(tmp_path / "site", "new")

    assert [path.name for path in (tmp_path / "site").iterdir()] == ["index.html"]


def test_an_abandoned_build_leaves_no_trace(tmp_path: Path) -> None:
    """After `abandon` the old site stands alone, and a second `abandon` does no harm."""
    _publish(tmp_path / "site", "old")
    publication = Publication([tmp_path / "site"])
    (publication.staged[0] / "index.html").write_text("new", encoding="utf-8")

    publication.abandon()
    publication.abandon()

    assert _page(tmp_path / "site") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_abandoning_after_publishing_leaves_the_next_build_alone(tmp_path: Path) -> None:
    """A late `abandon` of a finished build does not delete what another build is writing."""
    first = Publication([tmp_path / "site"])
    (first.staged[0] / "index.html").touch()
    first.publish()
    second = Publication([tmp_path / "site"])

    first.abandon()

    assert second.staged[0].is_dir()
    second.abandon()


def test_two_builds_at_once_are_one_too_many(tmp_path: Path) -> None:
    """A second build to the same folder is told to wait, and harms neither the site nor the first build."""
    first = Publication([tmp_path / "site", tmp_path / "family"])

    with pytest.raises(PublishingError, match="Another build is writing"):
        Publication([tmp_path / "other", tmp_path / "family"])

    for staged in first.staged:
        (staged / "index.html").write_text("first", encoding="utf-8")
    first.publish()
    assert _page(tmp_path / "site") == _page(tmp_path / "family") == "first"
    Publication([tmp_path / "other", tmp_path / "family"]).abandon()


def test_the_lock_of_a_killed_build_does_not_hold_up_the_next(tmp_path: Path) -> None:
    """A lock file left behind by a killed process is taken again."""
    program = (
        "import os, pathlib\n"
        "from action_plans.publishing.publication import Publication\n"
        f"held = Publication([pathlib.Path({str(tmp_path / 'site')!r})])\n"
        "os._exit(9)\n"
    )
    subprocess.run([sys.executable, "-c", program], check=False)
    assert (tmp_path / ".site.lock").exists()

    _publish(tmp_path / "site", "new")

    assert _page(tmp_path / "site") == "new"


def test_a_lock_that_vanishes_while_it_is_taken_is_taken_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the build before deletes its lock file just then, the next one does not hold a file that no one sees."""
    path = tmp_path / ".site.lock"
    take, vanish = build_lock._take, [True]  # noqa: SLF001 -- the moment between two steps has no public name

    def take_late(file: IO[bytes]) -> None:
        if vanish.pop():
            path.unlink()
            vanish.append(False)
        take(file)

    monkeypatch.setattr(build_lock, "_take", take_late)
    lock = build_lock.BuildLock(path)

    assert path.exists()
    lock.release()
    assert not path.exists()


def test_settling_while_a_build_runs_leaves_it_to_the_build(tmp_path: Path) -> None:
    """`check` beside a running build touches nothing of it."""
    publication = Publication([tmp_path / "site"])
    (tmp_path / ".site.swap.json").write_text("{}", encoding="utf-8")

    assert settle([tmp_path / "site"]) == ()

    (tmp_path / ".site.swap.json").unlink()
    publication.abandon()


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """Where the destination is a link, the folder that it leads to is replaced."""
    _publish(tmp_path / "served" / "v1", "old")
    (tmp_path / "site").symlink_to(tmp_path / "served" / "v1", target_is_directory=True)

    _publish(tmp_path / "site", "new")

    assert (tmp_path / "site").is_symlink()
    assert _page(tmp_path / "served" / "v1") == "new"


def test_the_permissions_of_the_folder_are_kept(tmp_path: Path) -> None:
    """A staff edition that only some accounts may open is not opened to all by a build."""
    _publish(tmp_path / "site", "old")
    (tmp_path / "site").chmod(0o750)

    _publish(tmp_path / "site", "new")

    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o750


def test_a_site_that_was_not_written_is_not_published(tmp_path: Path) -> None:
    """Without the second staged site the first is not published either."""
    _publish(tmp_path / "site", "old")
    publication = Publication([tmp_path / "site", tmp_path / "family"])
    (publication.staged[0] / "index.html").write_text("new", encoding="utf-8")
    publication.staged[1].rmdir()

    with pytest.raises(PublishingError, match="was not written"):
        publication.publish()
    publication.abandon()

    assert _page(tmp_path / "site") == "old"


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    """A parent that is a file gives an error for a person, not a traceback."""
    (tmp_path / "file").touch()

    with pytest.raises(PublishingError, match="cannot be made"):
        Publication([tmp_path / "file" / "site"])


def _publish(folder: Path, words: str) -> None:
    publication = Publication([folder])
    (publication.staged[0] / "index.html").write_text(words, encoding="utf-8")
    publication.publish()


def _page(folder: Path) -> str:
    return (folder / "index.html").read_text(encoding="utf-8")
