"""Run charts: every word has its place, and every figure stands where it belongs."""

import re
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations, pairwise

import pytest

from action_plans.diagrams.charts.plot import Size, frame_of
from action_plans.diagrams.charts.run_chart import MULTIPLE, SMALL, WIDE, draw_run_chart, run_chart_picture
from action_plans.diagrams.charts.scale import day_ticks, scale
from action_plans.diagrams.charts.sparkline import sparkline
from action_plans.diagrams.charts.values import Mark, Series
from tests.diagrams.charts_of import HARD, TODAY, goal, point, random_series, series, words_in

SIZES = {"wide": WIDE, "small": SMALL, "multiple": MULTIPLE}
CASES = {**HARD, **{f"chance {seed}": random_series(seed) for seed in range(60)}}


def drawn(shown: Series, size: Size = WIDE) -> str:
    """Return one drawing."""
    return draw_run_chart(shown, size, name="run-m1", title="Doses", description="Ten readings.")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("case", CASES)
def test_no_words_overlap_and_none_leaves_the_picture(case: str, size: str) -> None:
    """In the widest common font, at each size, whatever the figures: what finds no room is left to the table."""
    edges, words = words_in(drawn(CASES[case], SIZES[size]) or '<svg viewBox="0 0 1 1" font-size="1"/>')
    assert [word.text for word in words if not edges.contains(word.area)] == []
    meeting = [(one.text, other.text) for one, other in combinations(words, 2) if one.area.meets(other.area)]
    assert meeting == []


def test_every_reading_is_drawn_and_joined() -> None:
    """A dot a reading; one line for each way of measuring; what lies ahead hangs on by a line of its own."""
    new = tuple(point(TODAY - timedelta(days=ago), 7) for ago in (5, 3))
    ahead = (point(TODAY + timedelta(days=9), 9, "Planned "),)
    svg = drawn(series(parts=(series(1, 2, 3).parts[0], new), planned=ahead))
    assert svg.count('class="dot"') == 5
    assert svg.count('class="dot-planned"') == 1
    lines = re.findall(r'class="series" d="([^"]*)"', svg)
    assert [line.count("L") for line in lines] == [2, 1]
    (planned,) = re.findall(r'class="planned" d="([^"]*)"', svg)
    assert planned.startswith(f"M{lines[1].rpartition('L')[2]}L")


def test_what_is_labelled() -> None:
    """Newest, baseline, the target that counts with its day, other targets, the median, marks, today: in words."""
    shown = series(
        84, 83, 96, 92,
        baseline=point(date(2026, 3, 3), 81, "Baseline "),
        goals=(goal(95, date(2026, 5, 29)), goal(90, date(2026, 4, 17), counts=False, label="First step")),
        median=point(date(2026, 4, 14), 88, "Median "),
        marks=(Mark(date(2026, 4, 24), "A3 closed", "event"), Mark(TODAY, "Today", "today")),
        course=True,
    )  # fmt: skip
    said = [word.text for word in words_in(drawn(shown))[1]]
    for words in ("92", "Baseline 81", "Target 95", "by 29 May 2026", "Median 88", "A3 closed", "Today", "Per cent"):
        assert words in said
    assert any(words.startswith("First step: 90") for words in said)
    small = [word.text for word in words_in(drawn(shown, SMALL))[1]]
    assert "Target: 95 by 29 May 2026" in small


@pytest.mark.parametrize(
    ("case", "size"),
    [(case, "wide") for case in CASES]
    + [(case, "small") for case in CASES if case not in {"two hundred", "chance 37"}],
)
def test_the_target_that_counts_and_the_newest_figure_are_always_said(case: str, size: str) -> None:
    """Whatever else finds no room, on a desk and, but for 200 readings in 300 pixels, on a phone."""
    shown = CASES[case]
    said = [word.text for word in words_in(drawn(shown, SIZES[size]) or '<svg viewBox="0 0 1 1" font-size="1"/>')[1]]
    if shown.goal is not None and said:
        assert any(words.startswith((shown.goal.word, shown.goal.whole)) for words in said)
    if shown.readings:
        assert shown.readings[-1].word in said


@pytest.mark.parametrize("lone", [0, 240, 100])
def test_a_target_without_a_median_stands_beside_the_plot(lone: int) -> None:
    """At the bottom of the plot as at its top, with its day below it."""
    said = [word.text for word in words_in(drawn(series(240, 0, goals=(goal(lone, date(2026, 5, 1)),))))[1]]
    assert {f"Target {lone}", "by 01 May 2026"} <= set(said)


def test_target_and_median_stand_beside_the_plot_however_near_they_are() -> None:
    """Pushed apart, the higher first, also at the top and at the bottom of the plot."""
    for target, middle in ((75, 70), (70, 75), (0, 1), (240, 239), (7, 7)):
        shown = series(
            240, 0, 5,
            goals=(goal(target, date(2026, 5, 1)),),
            median=point(date(2026, 4, 21), middle, "Median "),
        )  # fmt: skip
        said = [word.text for word in words_in(drawn(shown))[1]]
        assert {f"Target {target}", "by 01 May 2026", f"Median {middle}"} <= set(said)


def test_higher_figures_stand_higher_and_later_ones_further_right() -> None:
    """Each dot where its day and its figure belong, in proportion."""
    shown = series(parts=((point(date(2026, 1, 1), 0), point(date(2026, 1, 31), 30), point(date(2026, 3, 2), 20)),))
    dots = [(float(x), float(y)) for x, y in re.findall(r'class="dot" cx="([\d.]+)" cy="([\d.]+)"', drawn(shown))]
    (x1, y1), (x2, y2), (x3, y3) = dots
    assert x2 - x1 == pytest.approx(x3 - x2, abs=0.2)
    assert (y1 - y3) / (y1 - y2) == pytest.approx(2 / 3, abs=0.01)


def test_it_is_named_and_described_for_those_who_do_not_see_it() -> None:
    """One picture with title and description; both drawings have ids of their own, and none is styled in place."""
    html = run_chart_picture(series(1, 2), name="run-m1", title="Doses <signed>", description="Two & more.")
    assert html.count('role="img"') == 2
    assert '<title id="run-m1-wide-title">Doses &lt;signed&gt;</title>' in html
    assert 'aria-labelledby="run-m1-small-title" aria-describedby="run-m1-small-desc"' in html
    assert "Two &amp; more." in html
    assert "style=" not in html


def test_without_a_day_there_is_no_picture() -> None:
    """A measure with neither reading nor dated target or baseline has only its table."""
    assert drawn(series()) == ""
    assert sparkline(series()) == ""


def test_charts_that_are_compared_share_scale_and_time() -> None:
    """The same figure on the same day stands at the same place in each."""
    one, other = series(10, 20, 30), series(500, 20, 30)
    frame = frame_of([one, other], MULTIPLE)
    dots = [
        re.findall(
            r'class="dot" cx="([\d.]+)" cy="([\d.]+)"',
            draw_run_chart(shown, MULTIPLE, name="x", title="x", description="x", frame=frame),
        )
        for shown in (one, other)
    ]
    assert dots[0][1:] == dots[1][1:]
    assert dots[0][0] != dots[1][0]


@pytest.mark.parametrize("seed", range(40))
def test_a_scale_holds_its_figures_in_round_steps(seed: int) -> None:
    """Lowest and highest tick enclose all figures; steps are even but for the last, and no more than a dozen."""
    values = tuple(random_series(seed).values()) or (Decimal(1),)
    ticks = scale(values, steps=5, least=None, most=None).ticks
    assert ticks[0] <= min(values) <= max(values) <= ticks[-1]
    assert len({later - earlier for earlier, later in pairwise(ticks)}) == 1
    assert 2 <= len(ticks) <= 12


def test_a_scale_says_no_more_than_can_be() -> None:
    """Never under nought, over a hundred per cent, or over 39 of 39; the last tick is the bound itself."""
    share = scale((Decimal(1), Decimal(99)), steps=5, least=Decimal(0), most=Decimal(100)).ticks
    assert [int(tick) for tick in (share[0], share[-1])] == [0, 100]
    assert scale((Decimal(22), Decimal(39)), steps=5, least=Decimal(0), most=Decimal(39)).ticks[-1] == 39


def test_whole_figures_have_whole_steps() -> None:
    """A count of things has no half things on its axis."""
    ticks = scale((Decimal(3), Decimal(4)), steps=5, least=Decimal(0), most=None).ticks
    assert all(tick == tick.to_integral_value() for tick in ticks)


@pytest.mark.parametrize(("days", "first"), [(3, "1 Jan"), (30, "1 Jan"), (120, "Feb 2026"), (3000, "2027")])
def test_the_axis_of_time_names_what_has_room(days: int, first: str) -> None:
    """Weeks, months or years, by the length of the span; the first month has its year."""
    begins = date(2026, 1, 1) if days < 50 else date(2026, 1, 2)
    ticks = day_ticks(begins, begins + timedelta(days=days), 400, 14)
    assert ticks[0][1].replace("\N{NO-BREAK SPACE}", " ") == first
    assert len(ticks) <= 12


def test_a_sparkline_breaks_where_the_method_changed_and_ends_in_a_dot() -> None:
    """One line for each part, the target as a line, hidden from those who listen: the row says it all."""
    svg = sparkline(series(parts=(series(1, 2).parts[0], (point(TODAY, 3),)), goals=(goal(5, TODAY),)))
    assert svg.count('class="series"') == 2
    assert svg.count('class="target"') == 1
    assert svg.count('class="dot"') == 1
    assert 'aria-hidden="true"' in svg
