from collections.abc import Iterator
from typing import Any

import pytest

from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.staff.page import Page
from action_plans.staff.pages.action_page import action_page
from action_plans.staff.pages.finding_page import finding_page
from action_plans.staff.pages.home_page import home_page
from action_plans.staff.pages.measures_page import measures_pages
from action_plans.staff.pages.objectives_page import objectives_page
from action_plans.staff.pages.plan_page import plan_page
from action_plans.staff.pages.plans_page import plans_page
from tests.builders import a_closed_action, a_finding, a_line, a_note, a_plan, an_action, traced
from tests.staff.page_making import context_of
from tests.staff.reading_html import faults

HOSTILE = [
    "</title></h1></dd><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[here](javascript:alert(1)) ![x](data:text/html,x)",
    "{{ 7 * 7 }} {% raw %} &lt;script&gt;",
]


@pytest.mark.parametrize("evil", HOSTILE)
def test_what_people_write_never_becomes_markup(evil: str) -> None:
    """Whatever stands in any text of a plan or a note, every page stays sound, without script, handler or odd link."""
    found = {page.address: faults(page.html) for page in _pages(_plan(evil), _note(evil))}

    assert {address: wrong for address, wrong in found.items() if wrong} == {}
    assert found


def test_a_title_with_markup_is_read_as_it_was_written() -> None:
    """A title is shown with its angle brackets, not swallowed."""
    page = next(page for page in _pages(_plan("<b>Fire & smoke</b>"), _note("x")) if "/findings/" in page.address)

    assert "<h1>&lt;b&gt;Fire &amp; smoke&lt;/b&gt;</h1>" in page.html


def test_every_anchor_that_a_page_names_stands_on_it() -> None:
    """Links into a page are checked against ids that are there."""
    for page in _pages(_plan("x"), _note("x")):
        assert all(f' id="{anchor}"' in page.html for anchor in page.anchors)


def _pages(plan: Plan, note: EvidenceNote) -> Iterator[Page]:
    context = context_of(traced(plan, notes=[note]))
    yield home_page(context)
    yield plans_page(context)
    yield plan_page(context, plan)
    yield from measures_pages(context, plan)
    yield objectives_page(context, plan)
    yield from (finding_page(context, finding) for finding in context.trace.findings_of(plan))
    yield from (action_page(context, action) for action in context.trace.actions_of(plan))


def _note(evil: str) -> EvidenceNote:
    return a_note(
        title=evil, body=f"{evil}\n\n# {evil}\n\n- {evil}", sample=evil, result=evil, kept=evil, checked_by=f"x {evil}"
    )


def _plan(evil: str) -> Plan:
    texts: dict[str, Any] = dict.fromkeys(
        ("description", "done_when", "different_now", "sustained_by", "lessons", "issues", "note"), evil
    )
    dated = {"date": "2026-05-06", "by": "RM"}
    action = an_action(
        title=evil, due="2026-04-30", **texts, extra={evil: evil}, resources={"needed": evil, "available": evil},
        revised=[{"date": "2026-05-01", "due": "2026-05-11", "reason": evil}],
        tasks=[{"what": evil, "outcome": evil, "report_to": evil, "report_how": evil, "by": "2026-05-20"}],
        checks=[{**dated, "by": f"x {evil}", "result": "partly", "sample": evil, "found": evil}],
        pilots=[{"where": evil, "prediction": evil, "did": evil, "studied": evil}],
        updates=[{**dated, "text": evil}], signoffs=[{**dated, "stage": evil}],
        evidence=[a_line("2026-05-01", title=evil, kept=evil, sample=evil, result=evil)],
        reopened=[{"date": "2026-05-06", "reason": evil}], depends_on=["A2"], milestone="MS1", measures=["M1"],
    )  # fmt: skip
    closed = a_closed_action(id="A2", title=evil)
    stopped = an_action(id="A3", title=evil, stopped={"date": "2026-05-01", "because": evil, "instead": ["A2"]})
    finding = a_finding(
        title=evil, text=evil, keeping_safe=evil, root_cause=evil, strengths=evil, people_affected=evil, area=evil,
        regulations=[evil], other_law=[evil], statements=[evil], regulated_activities=[evil], repeats=f"x {evil}",
        note=evil, extra={evil: evil}, source="S1", evidence=[a_line("2026-05-01", title=evil)],
    )  # fmt: skip
    return a_plan(
        title=evil, summary=evil, service=evil, version=evil, note=evil, findings=[finding],
        actions=[action, closed, stopped], roles={"RM": {"title": evil, "name": evil, "contact": evil}}, lead="RM",
        sources=[{"id": "S1", "kind": "audit", "title": evil, "from": evil, "answered": "2026-05-05"}],
        scope={"in": [evil], "out": [evil], "changes": [{"date": "2026-05-07", "change": evil, "reason": evil}]},
        involved=[{"group": evil, "how": evil}], approvals=[{"date": "2026-05-07", "group": evil, "decision": evil}],
        objectives=[{"id": "O1", "statement": evil, "attainable": evil, "expected_result": evil, "aligns_with": [evil],
                     "reviews": [{"date": "2026-05-06", "verdict": "not", "because": evil}]}],
        measures=[{"id": "M1", "title": evil, "unit": evil, "method": evil, "area": evil, "note": evil,
                   "baseline": {"value": 3, "date": "2026-01-01", "source": evil},
                   "targets": [{"value": 2, "by": "2026-06-30", "label": evil}, {"value": 1, "label": evil}],
                   "readings": [{"date": "2026-05-08", "value": 1, "note": evil, "method": evil}]}],
        milestones=[{"id": "MS1", "title": evil, "due": "2026-05-20"}],
        risks=[{"id": "R1", "title": evil, "cause": evil, "effect": evil, "mitigation": evil, "contingency": evil}],
        communications=[{"audience": evil, "message": evil, "due": "2026-05-14"}],
        feedback=[{"date": "2026-05-06", "from": evil, "said": evil}],
        recognition=[{"date": "2026-05-06", "team": evil, "for": evil}],
    )  # fmt: skip
