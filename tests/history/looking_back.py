"""Small projects with a history, and what is known of them."""

from dataclasses import dataclass
from datetime import date

from action_plans.history.item_history import ItemHistory
from action_plans.history.provenance import Provenance
from action_plans.pipeline import Examined, examine, look_back
from action_plans.project.options import Options
from action_plans.project.settings import Settings
from tests.builders import TODAY
from tests.project import Project

OAK = "plans/oak.yaml"
PLAN = """\
id: OAK
title: Improvement plan
service: Oakfield House
roles: {RM: Registered manager, QL: Quality lead}
findings:
  - {id: F1, title: Medicines were not counted, text: Counts were not kept., kind: must}
actions:
  - id: A1
    title: Count medicines
    for: F1
    owner: RM
    due: 2026-06-30
    done_when: Every count agrees
    checks:
      - {date: 2026-04-22, by: QL, result: holds}
  - id: A2
    title: Teach counting
    for: F1
    owner: RM
    due: 2026-06-30
"""
"""A plan with an action that was checked on 22 April 2026."""

NOTE = """\
---
id: E1
title: Counts of March
date: 2026-03-31
supports: OAK/A2
by: RM
checked_by: QL
checked_on: 2026-04-22
verdict: meets
---
All counts agree.
"""
"""A note on the other action, checked on the same day."""


@dataclass(frozen=True)
class Known:
    """The days of a history, short enough to compare: first recorded and last changed, day and month."""

    first: str
    last: str
    uncommitted: bool = False


def looked_back(project: Project) -> Examined:
    """Return a project as at 12 May 2026 with what git knows of it."""
    settings = Settings(project.folder, Options(), TODAY)
    return look_back(examine(settings), settings)


def provenance_of(project: Project) -> Provenance:
    """Return what git knows of a project."""
    return looked_back(project).provenance


def known(project: Project, ref: str) -> Known:
    """Return the days of one thing."""
    return in_days(provenance_of(project).of(ref))


def in_days(history: ItemHistory) -> Known:
    """Return the days of a history."""
    days = [_day(change.date) if change is not None else "" for change in (history.first, history.last)]
    return Known(days[0], days[1], history.uncommitted)


def suspects(project: Project) -> list[str]:
    """Return what changed since it was checked, in the words of the problems."""
    return [problem.message for problem in looked_back(project).problems if problem.code.value == "AP323"]


def commit(project: Project, day: str, **files: str) -> None:
    """Write the plan and the note as `plan` and `note`, where given, and commit everything at noon of a day."""
    paths = {"plan": OAK, "note": "evidence/OAK/e1.md"}
    project.write({paths[name]: text for name, text in files.items()})
    project.commit(date=f"{day}T12:00:00Z")


def _day(day: date) -> str:
    return f"{day.day} {day:%B}"
