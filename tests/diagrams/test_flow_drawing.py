"""Whatever the plan: the drawing can be read, follows the plan, and stays within its width."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations, pairwise
from pathlib import Path

import pytest

from action_plans.diagrams.boxes import Flow
from action_plans.diagrams.flow import SMALL, WIDE, draw_flow, flow_picture
from action_plans.diagrams.text_fit import text_width
from tests.diagrams.flows import make_box, make_flow, plan_from_seed
from tests.diagrams.reading_svg import DrawnBox, Line, Picture, Point, Rectangle, Text, read_picture

PLANS = [pytest.param(seed, width, id=f"plan {seed} at {width}") for seed in range(60) for width in (WIDE, SMALL)]


@pytest.mark.parametrize(("seed", "width"), PLANS)
def test_every_claim_holds_whatever_the_plan(seed: int, width: int) -> None:
    """Whatever the plan, no claim on drawings is broken; one that is, is named with what breaks it."""
    flow = plan_from_seed(seed)
    picture = read_picture(draw_flow(flow, width=width))
    found = {claim.__name__: list(claim(flow, picture, width)) for claim in CLAIMS}
    assert {name: faults for name, faults in found.items() if faults} == {}


def test_every_claim_can_be_broken() -> None:
    """Of a drawing that is spoilt in every way, every claim says so."""
    flow = plan_from_seed(5)
    picture = read_picture(draw_flow(flow, width=WIDE))
    corner = Rectangle(-500, -500, -490, -490)
    first, *others = picture.boxes
    spoilt = replace(
        picture,
        view=replace(picture.view, right=picture.view.left + WIDE + 1),
        boxes=(*others[::-1], replace(first, area=others[0].area, mark=(0, 0)), replace(first, ref="Z", area=corner)),
        bands=picture.bands[::-1],
        lines=(Line((-495, -495), (-495, -495), (picture.view,), frozenset()), *picture.lines),
    )
    assert [claim.__name__ for claim in CLAIMS if not list(claim(flow, spoilt, WIDE))] == []


def no_box_comes_near_another(_flow: Flow, picture: Picture, _width: int) -> Iterator[object]:
    """No two boxes of a drawing overlap; 14 pixels at least lie between them."""
    for a, b in combinations(picture.boxes, 2):
        if a.area.meets(b.area.widened(13.8, 13.8)):
            yield a.ref, b.ref


def no_arrow_runs_through_a_box(_flow: Flow, picture: Picture, _width: int) -> Iterator[object]:
    """An arrow comes into no box; a milestone is entered beside its text. Past other boxes it keeps 9 pixels off."""
    for line in picture.lines:
        for box in picture.boxes:
            own = box.area.holds(line.start) or box.area.holds(line.end)
            area = box.area.widened(-0.5, -0.5) if own else box.area.widened(9, -0.5)
            if own and "is-milestone" in box.classes:
                area = Rectangle(min(text.x for text in box.texts), area.top, area.right, area.bottom)
            straight = [piece for piece in line.pieces if own or piece.left == piece.right]
            through = [piece for piece in line.pieces if not own and piece.meets(box.area.widened(-0.5, -0.5))]
            if through or any(piece.meets(area) for piece in straight):
                yield box.ref, line


def the_lines_are_the_arrows_of_the_plan(flow: Flow, picture: Picture, _width: int) -> Iterator[object]:
    """There is one line for each arrow, from the box waited for to the box that waits, and no other."""
    drawn = sorted((refs_at(picture, line.start), refs_at(picture, line.end)) for line in picture.lines)
    if drawn != sorted(([before], [after]) for before, after in flow.arrows):
        yield drawn


def everything_is_inside_the_drawing(_flow: Flow, picture: Picture, _width: int) -> Iterator[object]:
    """Boxes, lines, bands and their labels lie inside the part of the SVG that is shown."""
    areas = [box.area for box in picture.boxes] + [piece for line in picture.lines for piece in line.pieces]
    labels = [Rectangle(text.x, text.y - text.size, text.x, text.y) for text in picture.labels]
    yield from (area for area in [*areas, *picture.bands, *labels] if not picture.view.contains(area))


def no_text_leaves_its_box(_flow: Flow, picture: Picture, _width: int) -> Iterator[object]:
    """Each line of text ends before the right edge of its box, by the widths of the widest usual font."""
    for box in picture.boxes:
        for text in box.texts:
            room = text_width(text.words.rstrip(), text.size, bold=text.class_ in {"id", "state", "critical"})
            across = box.area.left < text.x and text.x + room <= box.area.right
            if not (
                across and box.area.top < text.y - text.size * 0.75 and text.y + text.size * 0.25 < box.area.bottom
            ):
                yield box.ref, text


def the_mark_stands_before_the_word_of_the_state(_flow: Flow, picture: Picture, _width: int) -> Iterator[object]:
    """In every box the mark stands on the line of the state's word, left of it and inside the box."""
    for box in picture.boxes:
        state = next(text for text in box.texts if text.class_ == "state")
        left, top = box.mark
        inside = box.area.contains(Rectangle(left, top, left + 10, top + 10))
        if not (inside and left + 10 < state.x and state.y - state.size < top < top + 10 <= state.y + 1):
            yield box.ref, box.mark, state


def links_come_after_what_they_wait_for(flow: Flow, picture: Picture, _width: int) -> Iterator[object]:
    """In the order of the document, and so of the tab key, every box stands once and follows all that it waits for."""
    place = {box.ref: index for index, box in enumerate(picture.boxes)}
    if sorted(box.ref for box in picture.boxes) != sorted(box.ref for box in flow.boxes):
        yield list(place)
    yield from (arrow for arrow in flow.arrows if place[arrow[0]] > place[arrow[1]])


def drawings_keep_to_their_width(_flow: Flow, picture: Picture, width: int) -> Iterator[object]:
    """Plans of up to 40 actions fit on a desk and on a phone."""
    if picture.view.right - picture.view.left > width:
        yield picture.view


def boxes_stand_in_their_bands(flow: Flow, picture: Picture, _width: int) -> Iterator[object]:
    """Every box stands in its own band, one without a band in none, and the bands follow each other downwards."""
    yield from (pair for pair in pairwise(picture.bands) if pair[0].bottom >= pair[1].top)
    drawn = [band for band in flow.bands if any(box.band == band for box in flow.boxes)]
    areas = dict(zip(drawn, picture.bands, strict=True))
    band_of = {box.ref: box.band for box in flow.boxes}
    for box in picture.boxes:
        holding = [band for band, area in areas.items() if area.meets(box.area)]
        own = [band_of[box.ref]] if band_of.get(box.ref) else []
        if holding != own or not all(areas[band].contains(box.area) for band in holding):
            yield box.ref, holding


CLAIMS: tuple[Callable[[Flow, Picture, int], Iterator[object]], ...] = (
    no_box_comes_near_another,
    no_arrow_runs_through_a_box,
    the_lines_are_the_arrows_of_the_plan,
    everything_is_inside_the_drawing,
    no_text_leaves_its_box,
    the_mark_stands_before_the_word_of_the_state,
    links_come_after_what_they_wait_for,
    drawings_keep_to_their_width,
    boxes_stand_in_their_bands,
)


def refs_at(picture: Picture, point: Point) -> list[str]:
    """Return the boxes at whose border a point lies."""
    return [box.ref for box in picture.boxes if box.area.holds(point)]


def box_at(picture: Picture, point: Point) -> DrawnBox:
    """Return the one box at whose border an arrow begins or ends."""
    (found,) = [box for box in picture.boxes if box.area.holds(point)]
    return found


def test_no_line_runs_through_a_band_label() -> None:
    """A band's label stands where no arrow comes in, also when an arrow passes the place where it would start."""
    boxes = (make_box("A1", band="First"), make_box("A2", band="Second, and its label is long"))
    for width in (WIDE, SMALL):
        picture = read_picture(draw_flow(make_flow("A1 A2", boxes=boxes, bands=("First", boxes[1].band)), width=width))
        for label in picture.labels:
            room = text_width(label.words.rstrip(), label.size, bold=True)
            area = Rectangle(label.x, label.y - label.size * 0.8, label.x + room, label.y + 2)
            assert not any(piece.meets(area) for line in picture.lines for piece in line.pieces)


def test_a_band_label_stands_where_there_is_room() -> None:
    """A label goes where it fits in one line; one too long for any place is wrapped in the widest."""
    arrows = [f"A0 B{n}" for n in range(3)]

    def labels(text: str) -> tuple[tuple[Text, ...], list[float]]:
        boxes = (
            make_box("A0", band="Now"),
            *(make_box(f"B{n}", band=text) for n in range(3)),
            make_box("A1", band=text),
        )
        picture = read_picture(draw_flow(make_flow(*arrows, boxes=boxes, bands=("Now", text)), width=WIDE))
        ends = sorted(line.end[0] for line in picture.lines)
        return tuple(label for label in picture.labels if label.words.strip() != "Now"), ends

    (whole,), ends = labels("By the next assessment")
    assert whole.x > ends[0]
    wrapped, ends = labels("By the next assessment, " * 6)
    assert len(wrapped) > 1
    assert {label.x > ends[-1] for label in wrapped} == {True}


def test_an_upward_arrow_shares_its_line_with_none() -> None:
    """A line with heads at both ends would be read wrongly: an upward arrow passes other ranks on its own."""
    bands = {"A1": "Early", "B0": "Late", "B1": "Late", "B2": "Late"}
    boxes = tuple(make_box(ref, band=band) for ref, band in bands.items())
    flow = make_flow("B0 B1", "B0 B2", "A1 B2", "B1 A1", boxes=boxes, bands=("Early", "Late"))
    picture = read_picture(draw_flow(flow, width=WIDE))
    (upward,) = [line for line in picture.lines if line.start[1] > line.end[1]]
    (beside,) = [line for line in picture.lines if line.start[1] == upward.end[1]]
    passing = {piece.left for piece in upward.pieces if piece.left == piece.right}
    assert passing
    assert passing.isdisjoint({piece.left for piece in beside.pieces if piece.left == piece.right})


def test_an_arrow_against_the_bands_is_drawn_upwards() -> None:
    """Where a step of an early band waits for one of a later band, the bands stay and the arrow leads up."""
    boxes = (make_box("A1", band="Late"), make_box("A2", band="Early"))
    picture = read_picture(draw_flow(make_flow("A1 A2", boxes=boxes, bands=("Early", "Late")), width=WIDE))
    (line,) = picture.lines
    assert box_at(picture, line.start).ref == "A1"
    assert line.start[1] > line.end[1]


def test_the_same_bytes_under_any_hash_seed() -> None:
    """Two processes with different hash seeds draw the same plan with the same bytes."""
    script = (
        "from tests.diagrams.flows import plan_from_seed\n"
        "from action_plans.diagrams.flow import flow_picture\n"
        "print(''.join(flow_picture(plan_from_seed(seed)) for seed in range(12)))\n"
    )
    root = Path(__file__).parents[2]
    path = os.pathsep.join([str(root), str(root / "site_plugins")])
    outputs = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={"PYTHONHASHSEED": hash_seed, "PYTHONPATH": path, "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
        ).stdout
        for hash_seed in ("1", "2")
    ]
    assert outputs[0] == outputs[1]
    assert outputs[0].count(b'class="dia dia-wide flow"') == 12
    assert outputs[0].count(b'class="dia dia-part flow"') > 1


def test_a_wide_rank_is_broken_instead_of_the_width() -> None:
    """Twelve steps that wait for one and lead to one stand in several rows, within the width."""
    arrows = [f"A0 B{n}" for n in range(12)] + [f"B{n} C0" for n in range(12)]
    for width, most in ((WIDE, 4), (SMALL, 3)):
        picture = read_picture(draw_flow(make_flow(*arrows), width=width))
        rows: dict[float, int] = {}
        for box in picture.boxes:
            rows[box.area.top] = rows.get(box.area.top, 0) + 1
        assert max(rows.values()) <= most
        assert picture.view.right - picture.view.left <= width


def test_what_cannot_be_narrower_scrolls_in_a_named_region() -> None:
    """Thirty arrows that all pass one step need more than a phone: the drawing keeps its size and scrolls."""
    pairs = [(f"A{n}", f"B{n}") for n in range(40)]
    chain = [f"{before} C0" for before, _ in pairs] + [f"C0 {after}" for _, after in pairs]
    html = flow_picture(make_flow(*chain, *(f"{before} {after}" for before, after in pairs), title="Dense <plan>"))
    label = 'aria-label="Dense &lt;plan&gt;, scrolls sideways"'
    region = f'<div class="dia-scroll dia-small" role="region" tabindex="0" {label}>'
    assert region + '<svg class="dia dia-small flow"' in html


def test_both_drawings_of_a_page_have_ids_of_their_own() -> None:
    """A page's picture holds a wide and a small drawing, and no id stands twice."""
    html = flow_picture(make_flow("A1 A2"))
    ids = [part.split('"')[0] for part in html.split(' id="')[1:]]
    assert len(ids) == len(set(ids)) == 8
    assert all(each.startswith(("flow-wide-", "flow-small-")) for each in ids)
    assert html.startswith(
        '<div class="picture"><svg class="dia dia-wide flow" role="group" aria-labelledby="flow-wide-title"'
    )
    assert 'style="' not in html


def test_a_link_is_named_by_its_own_words() -> None:
    """A box is announced by the words it shows, with spaces between its lines and no hidden name."""
    box = make_box(
        "A1", title="Watch everyone who gives medicines", state="overdue", state_word="Late", critical=True, focus=True
    )
    svg = draw_flow(make_flow(boxes=(box,)), width=SMALL)
    (drawn,) = read_picture(svg).boxes
    assert drawn.name == "A1 Late Watch everyone who gives medicines Clinical lead Critical path"
    assert drawn.href == "../actions/a1/"
    assert "aria-label=" not in svg
    assert 'aria-current="true"' in svg


def test_states_kinds_and_flags_are_classes() -> None:
    """Colour, dashes and thickness are left to the stylesheet, by class; the mark is a shape of its own."""
    boxes = (
        make_box("A1", state="overdue", stub=True),
        make_box("A2", state="embedded", critical=True),
        make_box("MS1", kind="milestone", state="due-soon", focus=True),
    )
    svg = draw_flow(make_flow("A1 A2", "A2 MS1", boxes=boxes), width=WIDE)
    classes = {box.ref: box.classes for box in read_picture(svg).boxes}
    assert classes == {
        "A1": {"node", "red", "is-stub"},
        "A2": {"node", "green", "is-critical"},
        "MS1": {"node", "amber", "is-milestone", "is-here"},
    }
    assert svg.count('class="mark"') == 3
    assert svg.count('class="diamond"') == 1


def test_the_critical_path_is_thick_step_by_step() -> None:
    """Only arrows from one step of the critical path to its next are thick, not one that leaves a step out."""
    boxes = tuple(make_box(ref, critical=ref != "A4") for ref in ("A1", "A2", "A3", "A4"))
    picture = read_picture(draw_flow(make_flow("A1 A2", "A2 A3", "A1 A3", "A1 A4", boxes=boxes), width=WIDE))
    thick = {
        (box_at(picture, line.start).ref, box_at(picture, line.end).ref)
        for line in picture.lines
        if "is-critical" in line.classes
    }
    assert thick == {("A1", "A2"), ("A2", "A3")}


def test_markup_in_words_is_only_words() -> None:
    """Markup in any word that people write is shown as written and makes no element and no attribute."""
    nasty = '<script>alert("1")</script> & \'"><b onload=x>'
    box = make_box("A1", title=nasty, owner=nasty, state_word=nasty, href='a"b<c', band=nasty)
    svg = draw_flow(make_flow(boxes=(box,), title=nasty, bands=(nasty,)), width=WIDE)
    assert "<script" not in svg
    assert "<b" not in svg
    (drawn,) = read_picture(svg).boxes
    assert drawn.href == 'a"b<c'
    assert "".join(nasty.split()) in drawn.name.replace(" ", "").replace("-", "")


def test_an_empty_flow_is_a_drawing_without_boxes() -> None:
    """A flow without boxes can be drawn, and gives a page no picture."""
    empty = make_flow(boxes=())
    assert read_picture(draw_flow(empty, width=WIDE)).boxes == ()
    assert flow_picture(empty) == ""


def test_chains_stand_in_the_order_of_the_plan() -> None:
    """The chain of the first step stands first, the next beside it, and lone boxes come last."""
    boxes = tuple(make_box(ref) for ref in ("L1", "A1", "B1", "A2", "B2"))
    places = {
        box.ref: (box.area.top, box.area.left)
        for box in read_picture(draw_flow(make_flow("A1 A2", "B1 B2", boxes=boxes), width=WIDE)).boxes
    }
    assert places["A1"] < places["B1"] < places["L1"]
    assert list(places) == ["A1", "A2", "B1", "B2", "L1"]


def test_a_chain_runs_straight_down() -> None:
    """The arrows of a chain are straight; one that passes its ranks is straight but for its two ends."""

    def swings(*arrows: str) -> list[int]:
        lines = read_picture(draw_flow(make_flow(*arrows), width=WIDE)).lines
        return [sum(piece.left != piece.right for piece in line.pieces) for line in lines]

    assert swings("A1 A2", "A2 A3", "A3 A4") == [0, 0, 0]
    assert max(swings("A1 A2", "A2 A3", "A3 A4", "A4 A5", "A1 A5")) == 2


def test_a_step_stands_over_the_middle_of_what_waits_for_it() -> None:
    """With three steps that wait, the one they wait for stands over the middle one; with two, between them."""
    for count in (2, 3):
        picture = read_picture(draw_flow(make_flow(*(f"A0 B{n}" for n in range(count))), width=WIDE))
        ends = sorted(line.end[0] for line in picture.lines)
        assert picture.lines[0].start[0] == pytest.approx((ends[0] + ends[-1]) / 2, abs=0.2)


def test_lone_boxes_stand_in_a_grid() -> None:
    """Boxes that no arrow ties stand side by side, four to a row on a desk."""
    picture = read_picture(draw_flow(make_flow(boxes=tuple(make_box(f"A{n}") for n in range(9))), width=WIDE))
    assert len({box.area.top for box in picture.boxes}) == 3
    assert len({box.area.left for box in picture.boxes}) == 4
