"""Pages say when what they show was recorded and last changed."""

from pathlib import Path

import pytest

from tests.history.looking_back import NOTE, OAK, PLAN, commit
from tests.project import MKDOCS_YML, Project
from tests.staff.edition import words


def _page(project: Project, address: str) -> str:
    return words(project.read(f"site/{address}/index.html"))


def test_each_page_says_when_it_was_recorded_and_last_changed(project: Project) -> None:
    """Plan, finding, action and note each have their own days, and the short name of the commit."""
    commit(project, "2026-03-01", plan=PLAN, note=NOTE)
    first = project.git("rev-parse", "HEAD").output[:7]
    commit(project, "2026-03-12", plan=PLAN.replace("Teach counting", "Teach everyone"))
    last = project.git("rev-parse", "HEAD").output[:7]
    assert project.build().exit_code == 0
    changed = f"Last changed on 12 March 2026 in version {last}, first recorded on 1 March 2026."
    recorded = f"Recorded on 1 March 2026 in version {first}, and not changed since."
    assert changed in _page(project, "plans/oak")
    assert changed in _page(project, "plans/oak/actions/a2")
    assert recorded in _page(project, "plans/oak/actions/a1")
    assert recorded in _page(project, "plans/oak/findings/f1")
    assert recorded in _page(project, "evidence/oak/e1")


def test_what_is_not_committed_says_so_where_it_is(project: Project) -> None:
    """A changed action says so and when it was before; another action of the file does not; a new note says so."""
    commit(project, "2026-03-01", plan=PLAN)
    project.write({OAK: PLAN.replace("Teach counting", "Teach everyone"), "evidence/OAK/e1.md": NOTE})
    assert project.build().exit_code == 0
    assert "Changed, and not yet committed. Before that: recorded on 1 March 2026" in _page(project, "plans/oak")
    assert "Changed, and not yet committed. Before that: recorded" in _page(project, "plans/oak/actions/a2")
    assert "not yet committed" not in _page(project, "plans/oak/actions/a1")
    assert "Not yet committed." in _page(project, "evidence/oak/e1")


def test_a_note_on_request_says_no_more_than_it_may(project: Project) -> None:
    """Of a note that is kept on request, no day of its file is shown."""
    commit(project, "2026-03-01", plan=PLAN, note=NOTE.replace("by: RM", "by: RM\nconfidentiality: on-request"))
    assert project.build().exit_code == 0
    assert "ecorded on" not in _page(project, "evidence/oak/e1")


def test_a_site_without_git_says_so_once_on_the_plan(project: Project) -> None:
    """No page has a date of change; the plan's page says why."""
    project.write({OAK: PLAN})
    assert project.build(environment={"GIT_CEILING_DIRECTORIES": str(project.folder.parent)}).exit_code == 0
    assert "This site was built without git: no dates of change are shown." in _page(project, "plans/oak")
    assert "git" not in _page(project, "plans/oak/actions/a1")


def test_a_shallow_copy_says_so_and_gives_no_date(project: Project, tmp_path: Path) -> None:
    """The plan's page says that dates would be wrong, and how to have them."""
    commit(project, "2026-03-01", plan=PLAN)
    commit(project, "2026-03-12", plan=PLAN.replace("Teach counting", "Teach everyone"))
    copy = Project(tmp_path / "copy")
    project.git("clone", "--quiet", "--depth=1", project.folder.as_uri(), str(copy.folder))
    assert copy.build().exit_code == 0
    assert "dates of change would be wrong and are left out" in _page(copy, "plans/oak")
    assert "12 March" not in _page(copy, "plans/oak/actions/a2")


def test_nobody_is_named(project: Project) -> None:
    """Who made a commit stands in no file of either edition, nor in the cache."""
    commit(project, "2026-03-01", plan=PLAN)
    commit(project, "2026-03-12", plan=PLAN.replace("Teach counting", "Teach everyone"))
    project.git("-c", "user.name=Nobody", "commit", "--quiet", "--allow-empty", "--amend", "--message=m")
    assert project.build().exit_code == 0
    folders = (project.site, project.family_site, project.folder / ".cache")
    files = [file for folder in folders for file in folder.rglob("*") if file.is_file()]
    assert [file for file in files if b"quality@example.org" in file.read_bytes()] == []


@pytest.mark.xdist_group("seeds")  # one process starts what starts commands under each seed
@pytest.mark.parametrize("state", ["clean", "dirty"])
def test_the_same_versions_make_the_same_bytes(project: Project, state: str) -> None:
    """Cold under one hash seed, warm under another, and cold again: every file of the site is the same."""
    commit(project, "2026-03-01", plan=PLAN, note=NOTE)
    commit(project, "2026-05-02", plan=PLAN.replace("Every count", "Each count"))
    if state == "dirty":
        project.write({OAK: PLAN.replace("Teach counting", "Teach everyone")})
    builds = []
    for seed in ("1", "2", "3"):
        assert project.build(environment={"PYTHONHASHSEED": seed}).exit_code == 0
        builds.append({file: file.read_bytes() for file in project.site.rglob("*") if file.is_file()})
        if seed == "2":
            for file in (project.folder / ".cache").rglob("*.json"):
                file.unlink()
    assert builds[0] == builds[1] == builds[2]


def test_nobody_is_named_unless_the_option_says_so(project: Project) -> None:
    """By default no author of git stands in the staff edition; with `show_authors` the change says by whom."""
    project.write({OAK: PLAN})
    project.commit()
    page = "site/plans/oak/findings/f1/index.html"

    assert project.build().exit_code == 0
    assert "by Quality lead" not in project.read(page)
    project.write({"mkdocs.yml": MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    show_authors: true")})
    assert project.build().exit_code == 0

    assert "by Quality lead" in project.read(page)
