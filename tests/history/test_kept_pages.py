"""Pages that are kept tell what git knows now: a new commit makes again only what it touched."""

import shutil
from collections.abc import Callable

import pytest

from action_plans.keeping.kept_files import CACHE_DIR
from action_plans.pipeline import examine, look_back
from action_plans.project.options import Options
from action_plans.project.settings import Settings
from action_plans.project.templates import Templates
from action_plans.publishing.aside import Aside
from action_plans.showing import show
from action_plans.staff.groups import group_pages, kept_groups
from action_plans.staff.groups.group import Group, Told
from action_plans.staff.page import Page
from tests.builders import TODAY
from tests.history.looking_back import PLAN
from tests.project import Project
from tests.staff.edition import words

_REPORT = "sources: [{id: S1, kind: assessment, title: Report, published: 2026-03-03, answered: 2026-03-06}]"
ELM = PLAN.replace("OAK", "ELM").replace("Oakfield", "Elm").replace("findings:", f"{_REPORT}\nfindings:")
"""The plan of another service, with a form that was sent, told from the version of that day."""


def _pages(project: Project) -> dict[str, Page]:
    settings = Settings(project.folder, Options(), TODAY)
    edition = show(look_back(examine(settings), settings), settings)
    return {page.address: page for page in edition.pages}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """Return, and forget, the plans whose pages were made."""
    found: list[str] = []

    def told_of(group: Group, templates: Templates, aside: Aside) -> Told:
        found.extend(plan.id for plan in group.portfolio.plans)
        return group_pages.told_of(group, templates, aside)

    def taken() -> list[str]:
        several = found[:]
        found.clear()
        return several

    monkeypatch.setattr(kept_groups, "told_of", told_of)
    return taken


def test_a_commit_makes_again_what_it_touched(project: Project, made: Callable[[], list[str]]) -> None:
    """Recorded, changed, changed and recorded, hidden from another plan: every page is as it is made anew."""
    project.write({"plans/oak.yaml": PLAN, "plans/elm.yaml": ELM})
    project.commit(date="2026-03-01T12:00:00Z")
    _pages(project)
    assert made() == ["ELM", "OAK"]
    steps: tuple[tuple[dict[str, str], str, list[str]], ...] = (
        ({"plans/oak.yaml": PLAN.replace("Count medicines", "Count them")}, "", ["OAK"]),
        ({}, "2026-03-04T12:00:00Z", ["OAK"]),
        ({"plans/elm.yaml": ELM.replace("Count medicines", "Count all")}, "2026-03-05T12:00:00Z", ["ELM"]),
        ({"README.md": "About these plans.\n"}, "2026-03-20T12:00:00Z", []),
    )
    kept: dict[str, Page] = {}
    for files, day, expected in steps:
        project.write(files)
        if day:
            project.commit(date=day)
        kept = _pages(project)
        assert made() == expected
        shutil.rmtree(project.folder / CACHE_DIR / "pages")
        assert _pages(project) == kept
        made()
    assert "Two versions of this plan are recorded" in words(kept["plans/oak/history/"].html)
