"""Whole builds, killed while they replace the sites, and what comes next."""

import sys
from pathlib import Path

from tests.project import MKDOCS_YML, Project, Run, run
from tests.small_plans import FAMILY

PROGRAM = Path(__file__).with_name("killed_build.py")
KILLED = 137
OPEN = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    family: {require_approval: false}")


def killed(project: Project, step: int) -> Run:
    """Build, and be killed at a step."""
    return run([sys.executable, str(PROGRAM), str(step)], project.folder)


def editions(project: Project) -> set[str]:
    """Return which versions both sites are of, by a word on their pages; `missing` where a page is not there."""
    staff, family = project.site / "plans" / "oak" / "index.html", project.family_site / "index.html"
    pages = [page.read_text(encoding="utf-8") if page.is_file() else "missing" for page in (staff, family)]
    known = [f"version {number}" for number in range(10)]
    return {next((word for word in known if word in page), "missing") for page in pages}


def written(project: Project, number: int) -> None:
    """Write a plan whose number stands on the first page of each edition."""
    plan = FAMILY.replace("Improvement plan 2026", f"Plan, version {number}")
    project.write({"plans/oak.yaml": plan.replace("CQC told us", f"In version {number} CQC told us")})


def test_five_whole_builds_that_are_killed(project: Project) -> None:
    """Killed before five different steps, good builds and builds in error following each: both sites stay whole."""
    project.write({"mkdocs.yml": OPEN})
    written(project, 0)
    assert project.build().exit_code == 0
    assert editions(project) == {"version 0"}
    published = 0

    for number, step in enumerate((1, 2, 3, 4, 5), 1):
        written(project, number)
        assert killed(project, step).exit_code == KILLED
        if number % 2:
            project.write({"plans/oak.yaml": 'title: "no end\n'})
            assert project.build().exit_code == 1
        else:
            assert project.check().exit_code == 0
        found = editions(project)
        assert found in ({f"version {published}"}, {f"version {number}"}), f"step {step}: {found}"
        published = number if found == {f"version {number}"} else published

    assert published == 5
    written(project, 9)
    assert project.build().exit_code == 0
    assert editions(project) == {"version 9"}
    assert [path.name for path in project.folder.iterdir() if path.name.startswith(".site")] == []
