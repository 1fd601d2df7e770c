"""A second build writes what changed, and leaves alone what did not."""

from pathlib import Path

import pytest

from tests.project import DEFAULTS, Project
from tests.staff.several_homes import homes_in


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Several homes, built once."""
    project = Project(tmp_path_factory.mktemp("homes") / "project").write(DEFAULTS)
    homes_in(project.folder)
    assert project.build(strict=False).exit_code == 0
    return project


def _files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return what each file of a site holds and when it was written, by its path."""
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {file.relative_to(folder).as_posix(): (file.read_bytes(), file.stat().st_mtime_ns) for file in files}


def _change(project: Project, path: str, old: str, new: str) -> None:
    project.write({path: project.read(path).replace(old, new)})


def test_files_that_did_not_change_keep_their_time(built: Project) -> None:
    """After a note changed, just the files that hold something else are new; both sites are those of a cold build."""
    before = _files(built.site), _files(built.family_site)
    _change(built, "evidence/ELM/e3.md", "twelve charts", "fourteen charts")
    assert built.build(strict=False).exit_code == 0
    after = _files(built.site), _files(built.family_site)
    for old, new in zip(before, after, strict=True):
        assert set(old) == set(new)
        written = {path for path in new if new[path][1] != old[path][1]}
        assert written == {path for path in new if new[path][0] != old[path][0]}
    assert "evidence/elm/e3/index.html" in {path for path in after[0] if before[0].get(path) != after[0][path]}

    cold = Project(built.folder.parent / "cold").write(DEFAULTS)
    homes_in(cold.folder)
    _change(cold, "evidence/ELM/e3.md", "twelve charts", "fourteen charts")
    assert cold.build(strict=False).exit_code == 0
    assert {path: held for path, (held, _) in _files(cold.site).items()} == {p: h for p, (h, _) in after[0].items()}


def test_a_page_that_somebody_changed_in_the_site_is_written_again(built: Project) -> None:
    """What lies in the folder of the site is taken over only as it was written."""
    page = built.site / "evidence" / "elm" / "e3" / "index.html"
    right = page.read_bytes()
    page.write_bytes(right.replace(b"fourteen", b"a dozen!"))
    (built.site / "plans" / "oak" / "index.html").unlink()
    assert built.build(strict=False).exit_code == 0
    assert page.read_bytes() == right
    assert (built.site / "plans" / "oak" / "index.html").is_file()


def test_the_frame_counts(built: Project) -> None:
    """With another name of the site every page says it."""
    _change(built, "mkdocs.yml", "site_name: Test", "site_name: Homes of the coast")
    assert built.build(strict=False).exit_code == 0
    assert "Homes of the coast" in built.read("site/evidence/elm/e3/index.html")


def test_the_log_is_quiet_about_pages_that_were_taken_over(built: Project) -> None:
    """No line says that a page is empty, though MkDocs is given nothing for what is as it was."""
    assert "skipped" not in built.build(strict=False).said
