"""A reference knows its parts, and is its text wherever text is wanted."""

import json

import pytest

from action_plans.model.reference import NOTES, Kind, Ref, is_words
from tests.builders import a_finding, a_plan, an_action


@pytest.mark.parametrize(
    ("ref", "plan", "own_id", "short", "owner"),
    [
        (Ref.to("OAK"), "OAK", "OAK", "OAK", "OAK"),
        (Ref.to("OAK", "A1"), "OAK", "A1", "A1", "OAK/A1"),
        (Ref.to("OAK", "A1").line(2), "OAK", "A1", "A1/evidence-2", "OAK/A1"),
        (Ref.to_note("E1"), "", "E1", "E1", "evidence/E1"),
    ],
)
def test_a_reference_knows_its_parts(ref: Ref, plan: str, own_id: str, short: str, owner: str) -> None:
    """Of a plan, an item, a line of evidence and a note."""
    assert (ref.plan, ref.id, ref.short, ref.owner) == (plan, own_id, short, owner)
    assert ref.is_note is ref.startswith(NOTES)
    assert ref.is_plan is ("/" not in ref)


def test_a_reference_is_its_text() -> None:
    """Files, keys and messages take it as it is."""
    ref = Ref.to("OAK", "A1")
    assert json.dumps({ref: ref}) == '{"OAK/A1": "OAK/A1"}'
    assert {"OAK/A1": 1}[ref] == 1
    assert ref.folded == "oak/a1"
    assert Ref.to("OAK", "A1").line(1).anchor == "evidence-1"


@pytest.mark.parametrize(
    ("written", "words"), [("F1", False), ("OAK/F1", False), ("said in 2024", True), (" F1 ", False)]
)
def test_anything_with_a_space_in_it_is_words(written: str, words: bool) -> None:
    """Spaces around it are none."""
    assert is_words(written) is words


def test_a_plan_yields_everything_with_an_id_in_order() -> None:
    """Kind by kind, as it is written; a communication without an id is none; some kinds alone, where asked."""
    plan = a_plan(
        findings=[a_finding(), a_finding(id="F2")],
        actions=[an_action()],
        sources=[{"id": "F1", "kind": "audit", "title": "Of the same id, in a space of its own"}],
        risks=[{"id": "R1", "title": "Staff leave"}],
        communications=[{"id": "C1", "audience": "All", "message": "News"}, {"audience": "All", "message": "More"}],
    )
    assert [(item.ref, item.kind) for item in plan.items()] == [
        ("OAK/F1", Kind.FINDING), ("OAK/F2", Kind.FINDING), ("OAK/A1", Kind.ACTION), ("OAK/R1", Kind.RISK),
        ("OAK/F1", Kind.SOURCE), ("OAK/C1", Kind.COMMUNICATION),
    ]  # fmt: skip
    assert [item.record.id for item in plan.items(Kind.RISK)] == ["R1"]  # type: ignore[attr-defined]  # a risk has an id
