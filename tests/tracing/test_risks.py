"""Risks: a score after mitigation is only as good as the actions that stand for it."""

import pytest

from action_plans.model.measure import Score
from action_plans.tracing.risks import Band, TracedRisk, gravity
from tests.builders import a_check, a_closed_action, a_plan, an_action, traced

HIGH, LOW = Score(likelihood=4, impact=4), Score(likelihood=2, impact=1)


def the_risk(*actions: dict[str, object], **said: object) -> TracedRisk:
    """Return R1, scored 16 and hoped to be 2, with these actions; it names A1 if nothing else is said."""
    risk = {
        "id": "R1",
        "title": "Nurses are not watched",
        "likelihood": 4,
        "impact": 4,
        "actions": "A1",
        "residual": {"likelihood": 2, "impact": 1},
        **said,
    }
    return traced(a_plan(actions=actions, risks=[risk])).risks["OAK/R1"]


@pytest.mark.parametrize(
    ("action", "missing"),
    [
        (a_closed_action(checks=[a_check("2026-04-10")]), []),
        (a_closed_action(checks=[a_check("2026-04-10", by="RM")]), []),  # shown, though not by somebody else
        (a_closed_action(), ["OAK/A1"]),
        (a_closed_action(checks=[a_check("2026-05-06", "slipped")]), ["OAK/A1"]),
        (an_action(), ["OAK/A1"]),
        (an_action(due="2026-05-01"), ["OAK/A1"]),
        (a_closed_action(reopened={"date": "2026-04-29", "reason": "It did not last"}), ["OAK/A1"]),
    ],
)  # fmt: skip
def test_a_lower_score_counts_while_every_action_holds(action: dict[str, object], missing: list[str]) -> None:
    """Closed and shown: the score after mitigation; open, late, slipped, reopened, without proof: the one before."""
    risk = the_risk(action)
    assert [one.ref for one in risk.missing] == missing
    assert risk.now == (HIGH if missing else LOW)


def test_one_of_two_that_does_not_hold_is_enough() -> None:
    """A lower score stands on all its actions together."""
    held = a_closed_action(id="A1", checks=[a_check("2026-04-10")])
    risk = the_risk(held, an_action(id="A2"), actions=["A1", "A2"])
    assert [one.ref for one in risk.missing] == ["OAK/A2"]
    assert risk.now == HIGH


def test_a_hope_without_an_action_is_no_score() -> None:
    """Where nothing is named that brings it down, a risk stands where it began."""
    assert the_risk(an_action(), actions=[]).now == HIGH


def test_for_a_stopped_action_stands_what_was_written_instead() -> None:
    """What stands instead holds: the score is earned. Nothing stands instead: it is not."""
    stopped = {"date": "2026-04-01", "by": "RM", "because": "Replaced"}
    held = a_closed_action(id="A2", checks=[a_check("2026-04-10")])
    replaced = the_risk(an_action(id="A1", stopped={**stopped, "instead": "A2"}), held)
    assert replaced.now == LOW
    assert [one.ref for one in replaced.standing] == ["OAK/A2"]
    dropped = the_risk(an_action(id="A1", stopped=stopped), held)
    assert dropped.now == HIGH
    assert [one.ref for one in dropped.unreplaced] == ["OAK/A1"]


def test_without_a_first_score_the_other_is_all_there_is() -> None:
    """Who writes one score only has that one shown."""
    assert the_risk(an_action(), likelihood=None, impact=None).now == LOW
    assert the_risk(an_action(), residual=None).now == HIGH
    assert the_risk(an_action(), residual=None, impact=None).now is None


def test_bands_as_people_read_them() -> None:
    """Likelihood times impact: 1 to 4 low, 5 to 9 medium, 10 to 12 high, from 15 very high."""
    bands = {
        Score(likelihood=a, impact=b).product: Band.of(Score(likelihood=a, impact=b)).word
        for a in range(1, 6)
        for b in range(1, 6)
    }
    assert bands == {
        **dict.fromkeys((1, 2, 3, 4), "low"),
        **dict.fromkeys((5, 6, 8, 9), "medium"),
        **dict.fromkeys((10, 12), "high"),
        **dict.fromkeys((15, 16, 20, 25), "very high"),
    }


def test_the_gravest_risk_is_that_which_is_high_today() -> None:
    """Of equals the one with the higher impact, then the one that began higher; one without a score comes last."""
    risks: dict[str, dict[str, object]] = {
        "R1": {},
        "R2": {"likelihood": 5, "impact": 2},
        "R3": {"likelihood": 2, "impact": 5},
        "R4": {"likelihood": 4, "impact": 4, "residual": {"likelihood": 2, "impact": 5}},
        "R5": {"likelihood": 4, "impact": 3},
    }
    plan = a_plan(
        actions=[a_closed_action(checks=[a_check("2026-04-10")])],
        risks=[{"id": ref, "title": "A risk", "actions": "A1", **scored} for ref, scored in risks.items()],
    )
    found = sorted(traced(plan).risks_of(plan), key=gravity, reverse=True)
    assert [risk.record.id for risk in found] == ["R5", "R4", "R3", "R2", "R1"]
