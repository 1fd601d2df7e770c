"""What a flow shows, in words and as a list."""

from collections.abc import Iterable

from action_plans.diagrams.boxes import Box, Flow
from action_plans.diagrams.flow_words import describe, flow_steps
from tests.diagrams.flows import make_box, make_flow, plan_from_seed


def refs(boxes: Iterable[Box]) -> list[str]:
    """Return the references of boxes, in their order."""
    return [box.ref for box in boxes]


def test_the_list_says_what_each_step_follows_and_leads_to() -> None:
    """Each step stands once, after all it waits for, with the steps directly before and after it."""
    steps = flow_steps(make_flow("A1 A2", "A2 A3", "A8 A9", "A3 A9", "A2 A4"))
    assert [(step.box.ref, refs(step.after), refs(step.before)) for step in steps] == [
        ("A1", [], ["A2"]),
        ("A8", [], ["A9"]),
        ("A2", ["A1"], ["A3", "A4"]),
        ("A3", ["A2"], ["A9"]),
        ("A4", ["A2"], []),
        ("A9", ["A8", "A3"], []),
    ]


def test_the_list_reads_chain_by_chain() -> None:
    """Without bands, one chain is read to its end before the next begins, and lone steps come last."""
    boxes = tuple(make_box(ref) for ref in ("A0", "A1", "B1", "A2", "B2"))
    assert refs(step.box for step in flow_steps(make_flow("A1 A2", "B1 B2", boxes=boxes))) == [
        "A1", "A2", "B1", "B2", "A0",
    ]  # fmt: skip


def test_the_list_reads_band_by_band() -> None:
    """With bands, the first band is read before the second, whatever the order in the plan."""
    boxes = (make_box("B1", band="Later"), make_box("A1", band="Now"), make_box("A2", band="Now"), make_box("C1"))
    steps = flow_steps(make_flow("A1 A2", "A1 B1", boxes=boxes, bands=("Now", "Later")))
    assert refs(step.box for step in steps) == ["A1", "A2", "B1", "C1"]


def test_every_list_follows_its_arrows() -> None:
    """In any plan, every step of the list comes after all that it waits for."""
    for seed in range(40):
        flow = plan_from_seed(seed)
        place = {step.box.ref: index for index, step in enumerate(flow_steps(flow))}
        assert len(place) == len(flow.boxes)
        assert all(place[before] < place[after] for before, after in flow.arrows)


def test_the_description_tells_the_flow() -> None:
    """A small flow is told arrow by arrow, with its longest chain, lone steps, critical path and neighbours."""
    boxes = (
        make_box("A1", critical=True),
        make_box("A2", critical=True),
        make_box("A3", stub=True),
        make_box("A4"),
        make_box("MS1", kind="milestone"),
    )
    assert describe(make_flow("A1 A2", "A1 A3", "A2 MS1", boxes=boxes)) == (
        "4 actions and 1 milestone, from top to bottom. An arrow leads from a step to each step that waits for it. "
        "A1 leads to A2 and A3. A2 leads to MS1. The longest chain has 3 steps: A1, A2 and MS1. Without arrows: A4. "
        "The critical path: A1 and A2. Dashed, as neighbours only: A3. The same flow follows as a list."
    )


def test_the_description_of_a_large_flow_stays_short() -> None:
    """A flow of many arrows is told by where it begins and ends; the list has the rest."""
    text = describe(make_flow(*(f"A{n} A{n + 1}" for n in range(40)), *(f"B{n} A1" for n in range(20))))
    assert "It begins with A0, B0, B1, B2, B3, B4, B5, B6, B7, B8, B9, B10 and 9 more, and ends with A40." in text
    assert "The longest chain has 41 steps: A0, A1," in text
    assert len(text) < 600


def test_bands_are_named_in_the_description() -> None:
    """The description names the bands that hold something, in their order."""
    flow = Flow("flow", "Plan", (make_box("A1", band="Now"),), (), ("Before", "Now", "Later"))
    assert "Bands: Now." in describe(flow)


def test_nothing_is_said_to_be_nothing() -> None:
    """A flow without boxes is described as such."""
    assert describe(make_flow(boxes=())) == "There is nothing to show."
