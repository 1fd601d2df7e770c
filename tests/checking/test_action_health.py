"""How an action came to be called done, and news that says nothing: each rule, and what it leaves alone beside it."""

import pytest

from action_plans.checking.checker import check
from action_plans.model.problem import Code, Problem, Severity
from tests.builders import (
    a_check,
    a_closed_action,
    a_finding,
    a_line,
    a_note,
    a_plan,
    an_action,
    traced,
    traced_actions,
)
from tests.checking.conftest import Check


def of(code: Code, *actions: dict[str, object], **said: object) -> list[Problem]:
    """Return the problems with one code in a plan of these actions."""
    return [one for one in check(traced_actions(*actions, **said)) if one.code is code]  # type: ignore[arg-type]


def an_update(day: str, text: str) -> dict[str, str]:
    """News of an action."""
    return {"date": day, "by": "RM", "text": text}


@pytest.mark.parametrize(
    "text",
    ["Ongoing", "On-going.", "This is still ongoing", "Work in progress", "In progress", "Continuing", "Under way",
     "Ongoing as planned", "As above", "TBC", "-", "Being monitored", "n/a", "on going", "As per above",
     "Same as last time"],
)  # fmt: skip
def test_news_that_says_nothing(text: str) -> None:
    """AP220: the newest word on an open action is true of any action on any day."""
    older = an_update("2026-04-01", "Two of four rounds watched.")
    (problem,) = of(Code.NO_NEWS, an_action(updates=[an_update("2026-05-04", text), older]))
    assert f"The newest word on A1, of 4 May 2026, is “{text}”" in problem.message
    assert problem.severity is Severity.WARNING
    assert "`text: " in problem.hint


@pytest.mark.parametrize(
    "text",
    ["Ongoing: two of four rounds watched", "Nothing new. The maker has not answered.", "No change since April",
     "In progress with the pharmacist, back on 20 May", "Done", "Continuing until the panel comes in June"],
)  # fmt: skip
def test_news_that_says_something(text: str) -> None:
    """What was done, what it waits for, or that nothing is new, is news."""
    assert of(Code.NO_NEWS, an_action(updates=[an_update("2026-05-04", text)])) == []


def test_old_news_and_closed_actions_are_let_be() -> None:
    """An “ongoing” that was followed by news, and one on what is closed, is history."""
    followed = [an_update("2026-04-01", "Ongoing"), an_update("2026-05-04", "Six of nine nurses seen.")]
    closed = a_closed_action(id="A2", updates=[an_update("2026-03-01", "Ongoing")], done_when="Ongoing")
    assert of(Code.NO_NEWS, an_action(updates=followed), closed) == []


def policy(**said: object) -> dict[str, object]:
    """A policy as a line of evidence."""
    return a_line("2026-03-30", **{"title": "Medicines policy", "type": "policy", "category": "processes", **said})


def test_a_policy_as_the_only_proof() -> None:
    """AP332, by the type of the evidence, or by its title where it has none."""
    assert len(of(Code.POLICY_ALONE, a_closed_action(evidence=[policy(), policy(title="Older one")]))) == 1
    assert len(of(Code.POLICY_ALONE, a_closed_action(evidence=[a_line("2026-03-30", title="New procedure")]))) == 1


@pytest.mark.parametrize(
    "action",
    [
        a_closed_action(evidence=[policy(), a_line("2026-03-30", type="audit")]),
        a_closed_action(evidence=[policy()], checks=[a_check("2026-04-10")]),
        a_closed_action(evidence=[a_line("2026-03-30", title="Audit of the policy", type="audit")]),
        a_closed_action(evidence=[policy(confidentiality="on-request")]),
        a_closed_action(evidence=[]),
        an_action(evidence=[policy()]),
    ],
    ids=["audit beside it", "checked in practice", "an audit of it", "kept on request", "nothing", "open"],
)
def test_a_policy_with_something_beside_it(action: dict[str, object]) -> None:
    """Practice beside it is enough; of what is kept on request nobody learns that it is a policy."""
    assert of(Code.POLICY_ALONE, action) == []


def test_closed_by_its_only_doer(checked_plan: Check) -> None:
    """AP333: whoever owns it closed it, in a code or in words, and nobody else looked."""
    found = checked_plan("""
        actions:
          - id: A1
            title: Count medicines
            for: F1
            owner: RM
            due: 2026-03-31
            evidence: {title: Sheets, date: 2026-03-30, by: RM}
            closed_on: 2026-03-31
            closed_by: The registered manager  # here
    """)
    problem = found.one(Code.CLOSED_ALONE, "A1 was closed by its owner, Registered manager", "`checks: {")
    assert problem.severity is Severity.GAP


@pytest.mark.parametrize(
    "said",
    [
        {"closed_by": "QL"},
        {"closed_by": None},
        {"checks": [a_check("2026-04-10")]},
        {"checks": [a_check("2026-03-20", "partly")]},
        {"evidence": [a_line("2026-03-30", by="RM", checked_by="QL", verdict="meets", checked_sample="All")]},
        {"signoffs": [{"date": "2026-04-02", "by": "Westshire Fire Service"}]},
        {"checker": "QL", "check_due": "2026-05-29"},
    ],
    ids=["by another", "nobody named", "checked", "checked before", "evidence checked", "signed off", "promised"],
)
def test_closed_with_another_pair_of_eyes(said: dict[str, object]) -> None:
    """Somebody else closed it, looked, signed it off, or is still to look by a day that has not passed."""
    action = {name: value for name, value in {**a_closed_action(closed_by="RM"), **said}.items() if value is not None}
    assert of(Code.CLOSED_ALONE, action) == []


def test_a_check_by_the_owner_or_a_promise_that_passed_is_nobody_else() -> None:
    """The owner's own check and own sign-off change nothing, nor a check that was promised and not made."""
    own = {"checks": [a_check("2026-04-10", by="RM")], "signoffs": [{"date": "2026-04-02", "by": "RM"}]}
    assert len(of(Code.CLOSED_ALONE, a_closed_action(closed_by="RM", **own))) == 1
    late = {"checker": "QL", "check_due": "2026-04-30"}
    assert len(of(Code.CLOSED_ALONE, a_closed_action(closed_by="RM", **late))) == 1


def test_proof_from_long_after_the_closing() -> None:
    """AP335, by the plan's own dates: over two months after; told with the evidence and how long."""
    action = a_closed_action(due="2026-01-31", closed_on="2026-01-31", evidence=[a_line("2026-04-30")])
    (problem,) = of(Code.WRITTEN_UP_LATE, action)
    assert problem.message == (
        "A1 was closed on 31 January 2026, and its first proof, “Audit sheet” (A1), is of 30 April 2026: "
        "three months after."
    )


@pytest.mark.parametrize(
    "said",
    [
        {"evidence": [a_line("2026-04-02")]},
        {"evidence": [a_line("2026-04-30"), a_line("2026-02-10")]},
        {"evidence": [a_line("2026-04-30")], "checks": [a_check("2026-03-01")]},
        {"checks": [a_check("2026-04-30")]},
        {"evidence": [a_line("2026-06-30")]},
        {"evidence": [a_line("2026-04")]},
    ],
    ids=["within two months", "earlier too", "checked before", "a check", "not yet", "a month that began in time"],
)
def test_proof_from_about_then(said: dict[str, object]) -> None:
    """Two months are allowed, later proof may come on top, a check is never late, a month gets its benefit."""
    assert of(Code.WRITTEN_UP_LATE, a_closed_action(due="2026-01-31", closed_on="2026-01-31", **said)) == []


@pytest.mark.parametrize(
    ("period", "late"),
    [
        ("January 2026", True), ("1 to 31 January 2026", True), ("Nov 2025 to January 2026", True),
        ("2026-01-05 to 2026-01-20", True), ("March 2026", False), ("January to April 2026", False),
        ("Since January 2026", False), ("From January 2026", False), ("January 2026 to date", False),
        ("The winter", False), ("", False), ("45 January 2026 and 2026-13", False),
    ],
)  # fmt: skip
def test_evidence_from_long_after_its_period(period: str, late: bool) -> None:
    """AP335 too: what speaks of January and is dated in May; not what is still going on, or names no day."""
    note = a_note(date="2026-05-04", **({"period": period} if period else {}))
    found = [one for one in check(traced(a_plan(), notes=[note])) if one.code is Code.WRITTEN_UP_LATE]
    assert [one.item for one in found] == (["evidence/E1"] if late else [])


def test_a_period_kept_on_request_stays_so() -> None:
    """Of what is kept on request no problem tells the period."""
    note = a_note(date="2026-05-04", period="January 2026", confidentiality="on-request")
    assert [one for one in check(traced(a_plan(), notes=[note])) if "January" in str(one)] == []


def moves(*days: str) -> list[dict[str, str]]:
    """Later dates, moved a week before the one that each stands for."""
    return [{"date": f"2026-04-{n + 1:02}", "due": due} for n, due in enumerate(days)]


def test_a_date_put_off_three_times() -> None:
    """AP338 for open actions alone; a date brought forward is no putting off."""
    often = moves("2026-08-31", "2026-09-30", "2026-10-31")
    (problem,) = of(Code.MOVED_OFTEN, an_action(revised=often))
    assert problem.message == "A1 was put off three times: from 31 July 2026 to 31 October 2026."
    assert of(Code.MOVED_OFTEN, an_action(revised=often[:2])) == []
    assert of(Code.MOVED_OFTEN, an_action(revised=moves("2026-08-31", "2026-08-15", "2026-09-30"))) == []
    assert of(Code.MOVED_OFTEN, a_closed_action(revised=often)) == []


def test_what_cannot_be_read_is_not_called_missing(checked: Check) -> None:
    """Where a note is broken, nobody says that nothing but a policy or nobody else stands there."""
    found = checked(
        """
        plans/oak.yaml:
            id: OAK
            title: Improvement plan
            service: Oakfield House
            roles: {RM: Registered manager}
            findings: [{id: F1, kind: own, title: Medicines were not counted}]
            actions:
              - id: A1
                title: Count medicines
                for: F1
                owner: RM
                due: 2026-03-31
                evidence: {title: Policy, date: 2026-03-30, type: policy}
                closed_on: 2026-03-31
                closed_by: RM
        evidence/OAK/e1.md:
            no front matter
        """,
        broken=True,
    )
    assert not {Code.POLICY_ALONE, Code.CLOSED_ALONE} & {one.code for one in found.problems}


def test_a_finding_is_no_action() -> None:
    """A policy on a finding proves no action, and none is said to rest on it."""
    plan = a_plan(findings=[a_finding(evidence=[policy()])], actions=[a_closed_action()])
    assert Code.POLICY_ALONE not in {one.code for one in check(traced(plan))}
