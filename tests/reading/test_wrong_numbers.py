"""A figure that cannot be read is answered with the figure that was meant, never with another one."""

import re

import pytest

from tests.reading.small_files import about_plan

READING = "measures: [{{id: M1, title: x, readings: [{{date: 2026-01-01, value: '{}'}}]}}]\n"


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        ("92,5", "92.5"),
        ("0,5", "0.5"),
        ("1,92", "1.92"),
        ("12,50", "12.50"),
        ("0,500", "0.500"),
        ("1.200,50", "1200.50"),
        ("1,200", "1200"),
        ("12,500.5", "12500.5"),
        ("92,5%", "92.5"),
        ("minus 5", "-5"),
        ("\N{EN DASH}5", "-5"),
        ("3\N{VULGAR FRACTION ONE HALF}", "3.5"),
        ("\N{POUND SIGN}3,50", "3.50"),
        ("\N{POUND SIGN}1,200 a week", "1200"),
        ("about 90", "90"),
    ],
)
def test_a_figure_keeps_its_size(written: str, figure: str) -> None:
    """A comma goes only before groups of three; any other is a decimal comma. Followed, it is right."""
    (line,) = about_plan(READING.format(written))
    match = re.search(r"(?:Write|such as) (-?[\d.]*\d)", line)
    assert match
    assert match[1] == figure
    assert about_plan(READING.format(figure)) == []


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("18 20", "One figure is meant: write 18 or 20."),
        ("92-95", "One figure is meant: write 92 or 95."),
        ("1 200", "If it is one figure, write 1200; of several write one."),
        (
            "18 of 20",
            "Write one figure in value; how many of how many is written beside it: n: 18, of: 20.",
        ),
        ("18/20", "Write one figure in value; how many of how many is written beside it: n: 18, of: 20."),
        ("5k", "Write figures, such as 92 or 3.5."),
        ("12/04/2026", "Write figures, such as 92 or 3.5."),
    ],
)
def test_several_figures_are_not_run_together(written: str, said: str) -> None:
    """Which one is meant, only the writer knows; what stands for more than its digits is no example."""
    (line,) = about_plan(READING.format(written))
    assert line.endswith(f"which is not a number. {said}")


def test_a_whole_number_is_asked_for() -> None:
    """A likelihood has no half."""
    (line,) = about_plan("risks: {id: R1, title: x, likelihood: '2,5', impact: 3}\n")
    assert line.endswith("Write a whole number.")
