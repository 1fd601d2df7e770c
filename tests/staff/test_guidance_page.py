"""The guidance's points: each field is one that can be written, each link leads to where the example shows it."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from action_plans.commands.project_settings import project_settings
from action_plans.model.when import When
from action_plans.pipeline import examine
from action_plans.showing import show
from action_plans.staff.pages.field_reference import field_reference
from action_plans.staff.pages.guidance_page import POINTS
from action_plans.tracing.trace import Trace
from tests.staff.edition import words

_HOME = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def example() -> tuple[Trace, Mapping[str, str]]:
    """The example of this repository: its trace, and the words of each page of its staff edition by address."""
    examined = examine(settings := project_settings(_HOME / "mkdocs.yml", When.on(date(2026, 5, 12))))
    pages = {
        page.address: words(page.html).replace("\N{NO-BREAK SPACE}", " ") for page in show(examined, settings).pages
    }
    return examined.trace, pages


def test_every_field_is_one_that_can_be_written() -> None:
    """No point names a field that the model does not have."""
    known = {f"{record.name}.{field.name}" for record in field_reference() for field in record.fields}
    assert [field for point in POINTS for field in point.fields if field not in known] == []


def _role(trace: Trace, code: str | None) -> str:
    return trace.people["OAK"].title(code)


SHOWN: tuple[Callable[[Trace], str | None], ...] = (
    lambda trace: trace.portfolio.plans[0].objectives[0].expected_result,
    lambda trace: scope.changes[0].change if (scope := trace.portfolio.plans[0].scope) else None,
    lambda trace: next(iter(trace.portfolio.plans[0].organisational_objectives.values())),
    lambda trace: next(
        f"first {one.record.due}" for one in trace.actions.values() if one.is_open and one.record.revised
    ),
    lambda trace: next(iter(trace.milestones.values())).record.title,
    lambda trace: next(
        one.record.timescale.label for one in trace.actions.values() if one.record.timescale and not one.milestone
    ),
    lambda trace: next(iter(trace.findings.values())).record.id,
    lambda trace: next(one.contingency for one in trace.portfolio.plans[0].risks if one.contingency),
    lambda trace: next(
        task.outcome for one in trace.actions.values() for task in one.record.tasks if task.outcome and not task.done_on
    ),
    lambda trace: next(iter(trace.measures.values())).record.title,
    lambda trace: next(
        f"The longest chain has {'six' if len(one.longest_chain) == 6 else ''}".rstrip() for one in trace.flows.values()
    ),
    lambda trace: next(iter(trace.actions.values())).record.title,
    lambda trace: (trace.portfolio.plans[0].summary or "?").split(".")[0],
    lambda trace: _role(trace, trace.portfolio.plans[0].evidence_lead),
    lambda trace: _role(trace, trace.portfolio.plans[0].deputy),
    lambda trace: next(one.effect for one in trace.portfolio.plans[0].communications if one.effect),
    lambda trace: next(one.record.title for one in trace.findings.values() if one.record.family),
    lambda trace: next(pilot.studied for one in trace.actions.values() for pilot in one.record.pilots if pilot.studied),
    lambda trace: next(one.record.title for one in trace.actions.values() if one.record.updates and one.is_open),
    lambda trace: next(f"{one.date}" for one in reversed(trace.portfolio.plans[0].approvals)),
    lambda trace: next(one.record.title for one in trace.findings.values() if one.record.family),
    lambda trace: next(one.record.title for one in trace.actions.values() if one.is_open),
    lambda trace: next(one.record.different_now for one in trace.actions.values() if one.record.different_now),
    lambda trace: next(one.record.method for one in trace.measures.values() if one.record.method),
    lambda trace: next(
        review.because for one in trace.portfolio.plans[0].objectives for review in one.reviews if review.because
    ),
    lambda trace: next(one.record.stopped.because for one in trace.actions.values() if one.record.stopped),
    lambda trace: next(one.response for one in trace.portfolio.plans[0].feedback if one.response),
    lambda trace: trace.portfolio.plans[0].recognition[0].for_,
)
"""What the example says of each point, in their order."""


@pytest.mark.parametrize("number", range(1, 29))
def test_every_link_leads_to_a_page_that_shows_the_point(example: tuple[Trace, Mapping[str, str]], number: int) -> None:
    """What the example writes of a point stands on the page that the table names for it, or on one it leads to."""
    trace, pages = example
    point, said = POINTS[number - 1], SHOWN[number - 1](trace)
    address = f"plans/oak{point.page.rstrip('/')}/" if point.page.startswith("/") else point.page
    below = [
        text
        for there, text in pages.items()
        if there == address or (point.page == "people/" and there.startswith(address))
    ]
    assert address in pages
    assert said
    assert any(" ".join(said.replace("*", "").split()) in text for text in below)


def test_there_are_twenty_eight() -> None:
    """All points of the guidance are in the table."""
    assert len(POINTS) == len(SHOWN) == 28
