"""Figures with their units, as every page of measures says them."""

from decimal import Decimal

import pytest

from action_plans.english.figures import figure, short_figure
from action_plans.staff.parts.measure_series import unit_words
from tests.builders import a_plan, traced
from tests.staff.page_making import context_of, plan
from tests.staff.reading_html import section


@pytest.mark.parametrize(
    ("unit", "said"), [("\N{POUND SIGN}000", "12 \N{POUND SIGN}000"), ("\N{POUND SIGN}/week", "\N{POUND SIGN}12/week")]
)
def test_thousands_of_pounds_are_no_pounds(unit: str, said: str) -> None:
    """A unit that scales the sum stays behind it, so that nobody reads twelve pounds."""
    assert figure(Decimal(12), unit) == said


@pytest.mark.parametrize(
    ("value", "unit", "whole", "short"),
    [
        ("100000000", "\N{POUND SIGN}", "\N{POUND SIGN}100,000,000", "\N{POUND SIGN}100,000,000"),
        ("1", "\N{POUND SIGN} per head", "\N{POUND SIGN}1 per head", "\N{POUND SIGN}1"),
        ("-3.5", "\N{EURO SIGN} a day", "-\N{EURO SIGN}3.50 a day", "-\N{EURO SIGN}3.50"),
        ("1", "falls", "1 fall", "1"),
        ("1", "hours a week", "1 hour a week", "1"),
        ("1", "people", "1 person", "1"),
        ("1", "glasses", "1 glasses", "1"),
        ("1.5", "hours", "1.5 hours", "1.5"),
        ("92", "%", "92%", "92%"),
        ("21", "of 39", "21 of 39", "21"),
    ],
)
def test_a_figure_is_said_with_its_unit(value: str, unit: str, whole: str, short: str) -> None:
    """Money stands with its sign before it; one of what is counted is one, where that is sure."""
    assert figure(Decimal(value), unit) == whole
    assert short_figure(Decimal(value), unit) == short


@pytest.mark.parametrize("unit", ["mg", "ml", "of 39", "hours a week"])
def test_a_unit_stays_as_it_is_written(unit: str) -> None:
    """Over a chart and its table no unit gets a capital: Mg is another than mg."""
    assert unit_words(unit) == unit


def test_a_sum_of_money_reads_as_one_on_the_page_of_its_plan() -> None:
    """The table of measures says the newest figure with its sign in front."""
    measure = {
        "id": "M1", "title": "Spent on agency staff", "unit": "\N{POUND SIGN}",
        "readings": [{"date": "2026-05-01", "value": 12500}],
    }  # fmt: skip
    html = plan(context_of(traced(a_plan(measures=[measure]))).trace)

    assert "\N{POUND SIGN}12,500" in section(html, "_measures")
