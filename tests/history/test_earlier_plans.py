"""Earlier versions of plans and services: of those that are asked for, each with what has to do with it."""

from pathlib import Path

import pytest

from action_plans.history.earlier_plans import earlier_versions
from action_plans.tracing.trace import Trace
from tests.history.looking_back import looked_back
from tests.project import Project
from tests.staff.several_homes import homes_in


@pytest.fixture(scope="module")
def homes(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Several homes, of which every plan and service has three versions."""
    project = homes_in(tmp_path_factory.mktemp("homes") / "project")
    files = sorted((project.folder / "plans").rglob("*.yaml"))
    for version in ("first", "second", "third"):
        for file in files:
            text = file.read_text(encoding="utf-8")
            for ending in ("of the year", "Oakfield House"):
                text = text.replace(f"{ending}, first", ending).replace(f"{ending}, second", ending)
                text = text.replace(ending, f"{ending}, {version}", 1)
            file.write_text(text, encoding="utf-8")
        project.commit(version)
    return project


def _told(folder: Path, now: Trace, plans: set[str], services: set[str]) -> list[tuple[list[str], set[str], list[str]]]:
    """Return of each version the titles of plans, the ids of notes, and the names of services that have a file."""
    return [
        (
            [plan.title.removeprefix("Plan ") for plan in version.portfolio.plans],
            {note.id for note in version.portfolio.notes},
            [service.name for service in version.portfolio.services],
        )
        for version in earlier_versions(now, folder, plans, services)
    ]


def test_versions_of_a_plan_come_with_what_has_to_do_with_it(homes: Project) -> None:
    """Each version of the plan alone, the newest first, with the notes of its group and no other's."""
    now = looked_back(homes).trace
    service = ["Oakfield House, third"]
    assert _told(homes.folder, now, {"ASH"}, set()) == [
        ([f"ASH of the year, {version}"], {"E2"}, service) for version in ("third", "second", "first")
    ]


def test_versions_of_a_service_come_with_its_plans(homes: Project) -> None:
    """Each version of the service, with today's plans that have to do with it."""
    now = looked_back(homes).trace
    plans = [f"{plan} of the year, third" for plan in ("ELM", "OAK", "OAK2")]
    assert _told(homes.folder, now, set(), {"oakfield"}) == [
        (plans, {"E1", "E3"}, [f"Oakfield House, {version}"]) for version in ("third", "second", "first")
    ]


def test_nothing_is_read_where_nothing_is_asked_for(homes: Project) -> None:
    """Without a plan or a service there is no version, also of one that has no file."""
    now = looked_back(homes).trace
    assert _told(homes.folder, now, set(), {"ash house"}) == []
