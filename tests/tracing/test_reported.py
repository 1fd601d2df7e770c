"""Which source CQC's form answers for each regulation: its own, never another's."""

import pytest

from action_plans.tracing.reported import breaches, is_left_out, is_nameless
from tests.builders import a_finding, a_plan, traced

REPORT: dict[str, object] = {
    "id": "CQC26",
    "kind": "assessment",
    "title": "Report",
    "assessed": "2026-02-03",
    "published": "2026-03-20",
}
NOTICE: dict[str, object] = {
    "id": "N",
    "kind": "requirement-notice",
    "title": "Notice",
    "received": "2026-03-23",
    "account": "1-555",
}
FIRE: dict[str, object] = {
    "id": "FIRE",
    "kind": "fire",
    "title": "Fire audit",
    "from": "Fire Service",
    "received": "2026-02-16",
}


def _breach(number: int, regulation: str, *sources: str) -> dict[str, object]:
    return a_finding(id=f"F{number}", kind="breach", regulations=regulation, source=list(sources))


def _answered(sources: list[dict[str, object]], findings: list[dict[str, object]]) -> dict[str, str | None]:
    """Return for each regulation, by number, the id of the source that its form answers."""
    plan = a_plan(sources=sources, findings=findings, actions=[])
    found = breaches(traced(plan), plan)
    return {one.regulation.number: one.notice.id if one.notice else None for one in found}


def test_cqc_comes_first_where_cqc_and_another_found_it() -> None:
    """Of a regulation that both found broken, the form answers CQC."""
    found = [_breach(1, "Regulation 12", "FIRE", "CQC26"), _breach(2, "Regulation 12", "FIRE")]

    assert _answered([REPORT, NOTICE, FIRE], found) == {"12": "N"}


@pytest.mark.parametrize("account", [None, "1-777"])
def test_each_regulation_has_the_notice_that_its_own_findings_name(account: str | None) -> None:
    """Of two notices after one inspection each belongs where it is named: the newer is not given to the other."""
    newer = {**NOTICE, "id": "N17", "received": "2026-04-01", "account": account}
    found = [
        _breach(1, "Regulation 12", "CQC26", "N"),
        _breach(2, "Regulation 17", "CQC26", "N17"),
        _breach(3, "Regulation 18", "CQC26"),
    ]

    assert _answered([REPORT, NOTICE, newer], found) == {"12": "N", "17": "N17", "18": "CQC26"}


def test_a_letter_that_nothing_names_belongs_to_the_inspection_before_it() -> None:
    """It goes with what that inspection found, and with nothing that an earlier one found."""
    earlier = {**REPORT, "id": "CQC24", "assessed": "2024-01-10", "published": "2024-03-01"}
    found = [_breach(1, "Regulation 12", "CQC26"), _breach(2, "Regulation 17", "CQC24")]

    assert _answered([earlier, REPORT, NOTICE], found) == {"12": "N", "17": "CQC24"}


def test_without_any_source_there_is_none_to_answer() -> None:
    """Nothing is made up."""
    assert _answered([], [_breach(1, "Regulation 12")]) == {"12": None}


def test_the_source_is_one_of_the_plans_own_records() -> None:
    """What the form says of it is what the plan says."""
    plan = a_plan(sources=[REPORT], findings=[_breach(1, "Regulation 12", "CQC26")], actions=[])
    (found,) = breaches(traced(plan), plan)

    assert found.notice is plan.sources[0]


def test_what_another_bodys_law_asks_is_left_out_and_not_taken_for_nameless() -> None:
    """A breach that the fire service alone found names a regulation, though none that CQC's form asks about."""
    plan = a_plan(sources=[REPORT, NOTICE, FIRE], findings=[_breach(1, "Regulation 15", "FIRE")], actions=[])
    trace = traced(plan)
    (finding,) = trace.findings_of(plan)

    assert breaches(trace, plan) == ()
    assert is_left_out(finding)
    assert not is_nameless(finding)


def test_only_a_breach_that_names_no_law_is_nameless() -> None:
    """What must improve may name none; a breach of law that the form does not know names one."""
    plan = a_plan(
        sources=[REPORT, FIRE],
        findings=[
            a_finding(id="F1", kind="breach", source="CQC26"),
            a_finding(id="F2", kind="must", source="CQC26"),
            a_finding(id="F3", kind="breach", source="CQC26", regulations="Regulation 12"),
            a_finding(id="F4", kind="breach", source="FIRE", regulations="Fire Safety Order article 14"),
        ],
        actions=[],
    )
    assert [one.record.id for one in traced(plan).findings_of(plan) if is_nameless(one)] == ["F1"]
