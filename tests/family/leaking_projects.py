"""A plan with something internal in every place that could leak, and the seams at which faults of ours would lie."""

from collections.abc import Callable

import pytest

from action_plans.family import family_edition as building
from action_plans.family.family_edition import FamilyEdition
from action_plans.model.portfolio import Portfolio
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace
from tests.builders import TODAY, a_finding, a_note, a_plan
from tests.family.family_projects import REPORT, TOLD, TOPIC, a_service, done_action, edition, told_action

FOUND = "Warfarin was given twice to the same resident on the ground floor"
HIDDEN = {
    **TOPIC,
    "publish": "false",
    "title": "Answering every bell",
    "found": "Bells rang for far too long at night.",
}

Spoil = Callable[[dict[str, bytes]], None]
"""Changes finished files."""


def a_full_home(topic: dict[str, object] | None = None, told: dict[str, object] | None = None) -> Trace:
    """Return the plan; `topic` and `told` change the words of its topic F1 and its own."""
    action = told_action(
        title="Watch each nurse on a whole medicines round",
        updates=[{"date": "2026-05-01", "text": "The agency sent nobody who had been trained"}],
        evidence=[{"title": "Scores of the rounds", "kept": "Locked drawer in the clinic room"}],
        checks=[
            {"date": "2026-05-02", "by": "DM", "result": "partly", "found": "Two nurses skipped the second signature"}
        ],
        extra={"Column K": "Discuss with the union before the end of June"},
    )
    plan = a_plan(
        service=a_service(),
        sources=[REPORT],
        roles={
            "RM": {"title": "Registered manager", "name": "Janet Okafor", "contact": "janet@example.org"},
            "DM": "Deputy manager",
        },
        findings=[
            a_finding(
                source="CQC26",
                text=FOUND,
                people_affected="One woman was taken to hospital for two nights",
                family={**TOPIC, **(topic or {})},
            ),
            a_finding(id="F2", title="Bells were not answered", source="CQC26", family=HIDDEN),
        ],
        actions=[action, done_action(id="A2", title="Sack the agency", for_="F2")],
        risks=[{"id": "R9", "title": "Night staff may resign over the new shift pattern"}],
        family={**TOLD, **(told or {})},
    )
    note = a_note(
        path="evidence/OAK/charts-april.md",
        body="Six charts had gaps on the night of Easter Sunday.",
        attachments=[{"file": "rounds-scored.csv"}],
    )
    return trace(Portfolio((plan,), (), None, (note,)), TODAY)


def spoiled(monkeypatch: pytest.MonkeyPatch, spoil: Spoil) -> FamilyEdition:
    """Return the edition built of it, its files spoiled after they are complete and before they are looked at."""
    complete = building._files  # noqa: SLF001 -- the test seeds the leak where a fault of ours would put it

    def spoiling(*given: object) -> list[tuple[str, bytes]]:
        files = dict(complete(*given))  # type: ignore[arg-type]  # handed on as they came
        spoil(files)
        return list(files.items())

    monkeypatch.setattr(building, "_files", spoiling)
    return edition(a_full_home())
