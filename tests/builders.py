"""Builders: a test says only what it is about, and gets a complete record of the model."""

from collections.abc import Iterable
from datetime import date

from action_plans.frameworks.framework import Framework
from action_plans.model.evidence import EvidenceNote
from action_plans.model.origin import Origins
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.record import ORIGINS_KEY
from action_plans.model.service import Provider, Service
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction, TracedFinding
from action_plans.tracing.tracer import trace

TODAY = date(2026, 5, 12)
ROLES = {
    "RM": "Registered manager",
    "DM": "Deputy manager",
    "QL": {"title": "Quality lead", "name": "Quinn Example"},
}


def an_action(**said: object) -> dict[str, object]:
    """An open action A1 of the registered manager for F1, due in the summer; keys as in a file, `for` as `for_`."""
    return {
        "id": "A1",
        "title": "Count medicines",
        "owner": "RM",
        "due": "2026-07-31",
        "for": "F1",
        "done_when": "Every count of four weeks is right",
        **_as_in_files(said),
    }


def a_closed_action(**said: object) -> dict[str, object]:
    """An action that was due and closed on 31 March 2026."""
    return an_action(**{"due": "2026-03-31", "closed_on": "2026-03-31", **said})


def a_check(day: str, result: str = "holds", by: str = "QL", **said: object) -> dict[str, object]:
    """A check of practice."""
    return {"date": day, "by": by, "result": result, **said}


def a_line(day: str | None = None, **said: object) -> dict[str, object]:
    """A line of evidence; without a day it is proof still to come."""
    return {"title": "Audit sheet", **({} if day is None else {"date": day}), **said}


def a_finding(**said: object) -> dict[str, object]:
    """A finding F1, the service's own."""
    return {"id": "F1", "title": "Medicines were not counted", "kind": "own", **_as_in_files(said)}


def a_plan(**said: object) -> Plan:
    """A plan OAK with three roles, one finding and one action, if nothing else is said."""
    whole = {
        "id": "OAK",
        "title": "Improvement plan",
        "service": "Oakfield House",
        "roles": ROLES,
        "findings": [a_finding()],
        "actions": [an_action()],
        ORIGINS_KEY: Origins(path=f"plans/{str(said.get('id', 'OAK')).lower()}.yaml"),
        **_as_in_files(said),
    }
    return Plan.model_validate(whole)


def a_note(path: str = "evidence/OAK/e1.md", **said: object) -> EvidenceNote:
    """A note E1 on action A1, written on 1 April 2026 in the plan's own folder."""
    whole = {"id": "E1", "title": "April audit", "date": "2026-04-01", "supports": "OAK/A1", **said}
    return EvidenceNote.model_validate({ORIGINS_KEY: Origins(path=path), **whole})


def traced(
    *plans: Plan,
    today: date = TODAY,
    notes: Iterable[EvidenceNote] = (),
    services: Iterable[Service] = (),
    provider: Provider | None = None,
    own_frameworks: dict[str, Framework] | None = None,
) -> Trace:
    """Return the trace of plans and notes as at `today`, 12 May 2026 if nothing is said."""
    return trace(Portfolio(plans or (a_plan(),), tuple(services), provider, tuple(notes)), today, own_frameworks)


def traced_actions(*actions: dict[str, object], today: date = TODAY, notes: Iterable[EvidenceNote] = ()) -> Trace:
    """Return the trace of one plan with these actions."""
    return traced(a_plan(actions=actions), today=today, notes=notes)


def the_action(action: dict[str, object], today: date = TODAY, notes: Iterable[EvidenceNote] = ()) -> TracedAction:
    """Return one action as it is traced, alone in its plan."""
    return traced_actions(action, today=today, notes=notes).actions[f"OAK/{action['id']}"]


def the_finding(*actions: dict[str, object], today: date = TODAY) -> TracedFinding:
    """Return the finding F1 as it is traced, with these actions."""
    return traced_actions(*actions, today=today).findings["OAK/F1"]


def _as_in_files(said: dict[str, object]) -> dict[str, object]:
    """Take the underscore off names that Python keeps for itself: `for_` is `for` in a file."""
    return {name.rstrip("_"): value for name, value in said.items()}
