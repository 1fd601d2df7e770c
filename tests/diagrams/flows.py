"""Flows to draw: one box with all its fields filled in, and whole plans made from a seed."""

from random import Random
from typing import Any

from action_plans.diagrams.boxes import Box, Flow

STATES = {
    "overdue": "Late",
    "slipped": "Slipped",
    "blocked": "Blocked",
    "late-forecast": "Likely late",
    "due-soon": "Due soon",
    "off-track": "Off track",
    "at-risk": "At risk",
    "on-track": "On track",
    "not-started": "Not started",
    "stopped": "Stopped",
    "none": "No proof",
    "submitted": "Not checked",
    "verified": "Verified",
    "embedded": "Embedded",
    "unaddressed": "No action",
    "in-hand": "In hand",
    "unproven": "No proof",
    "unchecked": "Not checked",
    "evidenced": "Evidenced",
}

_WORDS = (  # noqa: SIM905 -- a sentence is easier to read than a list
    "Medicines audit each week with the pharmacist and the night nurse, observation of a whole round, "
    "time-critical rota published, safeguarding review of care plans by the registered manager"
).split(" ")
_OWNERS = ("Registered manager", "Clinical lead", "Deputy manager", "Nominated individual", "")


def make_box(ref: str, **fields: Any) -> Box:  # noqa: ANN401 -- the fields of a box, whichever a test is about
    """Make a box in which only the fields that matter to a test are given."""
    plain = {"title": "Audit medicines", "owner": "Clinical lead", "state": "on-track", "state_word": "On track"}
    return Box(ref=ref, **({"href": f"../actions/{ref.lower()}/"} | plain | fields))


def make_flow(*arrows: str, **fields: Any) -> Flow:  # noqa: ANN401 -- as above
    """Make a flow from arrows such as "A1 A2"; without `boxes` a plain box stands for each reference."""
    pairs = tuple((before, after) for before, after in (arrow.split() for arrow in arrows))
    refs = dict.fromkeys(ref for pair in pairs for ref in pair)
    boxes = fields.pop("boxes", None) or tuple(make_box(ref) for ref in refs)
    return Flow(
        name=fields.pop("name", "flow"), title=fields.pop("title", "The plan"), boxes=boxes, arrows=pairs, **fields
    )


def plan_from_seed(seed: int) -> Flow:
    """Make a plan of 1 to 40 boxes: chains with some cross-links, milestones, a critical path, up to four bands."""
    dice = Random(seed)  # noqa: S311 -- a test's plan, no secret
    size = dice.choice((1, 2, 5, 9, 16, 25, 40))
    bands = tuple(
        f"Phase {number}: {'to the next assessment' * (number % 2)}" for number in range(dice.choice((0, 0, 2, 4)))
    )
    boxes = []
    for number in range(size):
        state = dice.choice(tuple(STATES))
        band = dice.choice(bands) if bands and dice.random() < 0.9 else None
        if bands and band and dice.random() < 0.8:  # most plans go from band to band, some arrows lead back
            band = bands[number * len(bands) // size]
        boxes.append(
            Box(
                ref=f"A{number + 1}",
                title=" ".join(dice.choice(_WORDS) for _ in range(dice.randint(1, 12))),
                owner=dice.choice(_OWNERS),
                state=state,
                state_word=STATES[state],
                href=f"../actions/a{number + 1}/",
                kind="milestone" if dice.random() < 0.1 else "action",
                stub=dice.random() < 0.1,
                focus=number == size // 2,
                critical=dice.random() < 0.2,
                band=band,
            )
        )
    arrows = set()
    for number in range(1, size):
        for _ in range(dice.choice((0, 1, 1, 1, 2))):
            arrows.add((f"A{dice.randint(max(0, number - 8), number - 1) + 1}", f"A{number + 1}"))
    return Flow(f"plan-{seed}", "A plan", tuple(boxes), tuple(sorted(arrows)), bands)
