"""A flow that is higher than a sheet of paper, in parts for paper: whole boxes, and words for what goes on."""

import re

import pytest

from action_plans.diagrams.boxes import Flow
from action_plans.diagrams.flow import WIDE, draw_flow, flow_picture
from tests.diagrams.flows import make_box, make_flow, plan_from_seed
from tests.diagrams.reading_svg import read_picture

A4_HEIGHT = (297 - 30) / 25.4 * 96
"""Between the margins of a sheet, in CSS pixels."""
ROOM_FOR_WORDS = 150
"""For the head of the sheet, a heading and the words above and below a part."""
_PART = re.compile(r'<div class="dia-sheet">(.*?)</div>', re.DOTALL)
_SVG = re.compile(r'<svg[^>]* height="([\d.]+)"[^>]* viewBox="\S+ (\S+) \S+ (\S+)".*?</svg>', re.DOTALL)


def _tall_chains() -> Flow:
    """Two chains side by side with boxes of other heights: no row of one ends where a row of the other does."""
    boxes = [make_box(f"A{n}", title="Count") for n in range(24)]
    boxes += [make_box(f"B{n}", title="Count every medicine on both floors at each handover " * 2) for n in range(24)]
    arrows = [f"{letter}{n} {letter}{n + 1}" for letter in "AB" for n in range(23)]
    return make_flow(*arrows, boxes=tuple(boxes))


TALL = [*map(plan_from_seed, range(60)), _tall_chains(), make_flow(*(f"A{n} A{n + 1}" for n in range(39)))]


@pytest.mark.parametrize("flow", TALL, ids=[str(number) for number in range(len(TALL))])
def test_each_box_stands_whole_in_one_part_that_fits_a_sheet(flow: Flow) -> None:
    """No part is higher than the paper, no box is cut by its edge, and each box is there once."""
    parts = _PART.findall(flow_picture(flow))
    if not parts:
        assert _height(draw_flow(flow, width=WIDE)) <= 1130
        return
    found = []
    for part in parts:
        height, top, drawn = _measures(part)
        assert height <= A4_HEIGHT - ROOM_FOR_WORDS
        for box in read_picture(part[part.index("<svg") : part.index("</svg>") + 6]).boxes:
            assert top <= box.area.top
            assert box.area.bottom <= top + drawn
            found.append(box.ref)
    assert sorted(found) == sorted(box.ref for box in flow.boxes)


def test_what_goes_on_in_another_part_is_said() -> None:
    """Below a part stands which of its steps lead on and to which part; every arrow that is cut is told once."""
    flow = make_flow(*(f"A{n} A{n + 1}" for n in range(24)), "A0 A24")
    parts = _PART.findall(flow_picture(flow))
    said = [re.findall(r'<p class="part-words">(.*?)</p>', part) for part in parts]
    last_of_first = max(int(ref) for ref in re.findall(r'class="id"[^>]*>A(\d+)', parts[0]))

    assert [words[0] for words in said] == [f"Part {n} of {len(parts)}" for n in range(1, len(parts) + 1)]
    assert f"To part 2: A{last_of_first} to A{last_of_first + 1}." in said[0][1]
    assert f"To part {len(parts)}: A0 to A24." in said[0][1]
    assert len(said[-1]) == 1


def test_a_band_that_goes_on_is_named_again() -> None:
    """A band that does not fit a sheet is named above each of its parts, and its label stands in the first."""
    boxes = tuple(make_box(f"A{n}", band="Safe nights") for n in range(20))
    parts = _PART.findall(
        flow_picture(make_flow(*(f"A{n} A{n + 1}" for n in range(19)), boxes=boxes, bands=("Safe nights",)))
    )

    assert "Part 1 of " in parts[0]
    assert [": Safe nights, continued" in part for part in parts] == [False, *[True] * (len(parts) - 1)]
    assert [part.count('class="band-label"') for part in parts] == [1, *[0] * (len(parts) - 1)]


def test_a_flow_that_fits_a_sheet_is_not_there_a_third_time() -> None:
    """Nothing is in parts that can be printed as it is."""
    assert "dia-sheet" not in flow_picture(make_flow("A1 A2"))


def _measures(part: str) -> tuple[float, float, float]:
    """Return how high a part is printed, where it begins in the drawing, and how much of the drawing it shows."""
    found = _SVG.search(part)
    assert found
    return float(found[1]), float(found[2]), float(found[3])


def _height(svg: str) -> float:
    found = _SVG.search(svg)
    assert found
    return float(found[1])
