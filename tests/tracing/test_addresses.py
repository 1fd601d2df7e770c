"""Where a thing is shown: addresses that stay."""

import pytest

from action_plans.tracing.addresses import addresses, first_address, note_address, part_address
from action_plans.tracing.extent import MOST_TOGETHER
from tests.builders import a_finding, a_line, a_note, a_plan, an_action, traced


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        ("plans/oak/matrix/", ["plans/oak/matrix/", "plans/oak/matrix_2/", "plans/oak/matrix_3/"]),
        ("", ["", "today_2/", "today_3/"]),
    ],
)
def test_the_first_part_of_a_page_keeps_its_address(page: str, parts: list[str]) -> None:
    """The others lie beside it, and lead back to it; the home page has a word for itself."""
    assert [part_address(page, number) for number in (1, 2, 3)] == parts
    assert [first_address(each) for each in parts] == [page, *[page or "today/"] * 2]


def test_a_note_is_shown_where_it_lies_without_its_ending() -> None:
    """Its folders are those under the folder of all notes."""
    assert note_address(a_note("evidence/OAK/april/audit.md")) == "evidence/oak/april/audit/"


@pytest.mark.parametrize("name", ["f1", "a1"])
def test_of_two_ids_that_differ_in_case_the_first_has_its_own_lines_of_evidence(name: str) -> None:
    """What the second is proven by stands nowhere as evidence of the first, and nothing fails."""
    plan = a_plan(findings=[a_finding()], actions=[an_action(), an_action(id=name, evidence=[a_line("2026-04-01")])])
    found = addresses(traced(plan).references.nodes)
    assert {"OAK/F1", "OAK/A1"} <= set(found)
    assert [ref for ref in found if ref.count("/") > 1] == []


def test_only_several_plans_with_much_are_told_apart() -> None:
    """One more than what stands together is enough, notes included; one plan alone is never cut by plan."""
    for actions, notes, large in ((0, 0, False), (MOST_TOGETHER - 4, 0, False), (MOST_TOGETHER - 4, 1, True)):
        several = [an_action(id=f"B{number}") for number in range(actions)]
        plans = (a_plan(), a_plan(id="ELM", actions=[an_action(), *several]))
        written = [a_note(f"evidence/OAK/n{number}.md", id=f"E{number}") for number in range(notes)]
        assert traced(*plans, notes=written).extent.is_large is large
    every = [an_action(id=f"B{number}") for number in range(2 * MOST_TOGETHER)]
    assert not traced(a_plan(actions=every)).extent.is_large
