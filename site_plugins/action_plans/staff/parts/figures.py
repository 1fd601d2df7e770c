"""Measures as pages say them: the figure with its unit, where it began, where it is, where it should be."""

from dataclasses import dataclass
from decimal import Decimal

from action_plans.english.wording import day, on_day, sentence
from action_plans.model.measure import Better, Measure
from action_plans.model.when import When
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.tags import Tag, figure_tag


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure as it is shown; each figure in words, empty where there is none.

    `target` is the next one to reach, else the last; `words` says all in one sentence; `tags` holds its verdict.
    """

    link: Link
    anchor: str
    baseline: str
    newest: str
    target: str
    words: str
    tags: tuple[Tag, ...]
    record: Measure


def figure(value: Decimal, unit: str | None) -> str:
    """Return a figure with its unit: `92%`, `21 of 39`, `84 hours`, `1 hour`, `£3.50 a day`."""
    if not unit:
        return plain_figure(value)
    if is_money(unit):
        return f"{_money(value, unit[0])}{unit[1:]}"
    return f"{plain_figure(value)}{'' if unit in _CLOSE else ' '}{_of_one(unit) if value == 1 else unit}"


def short_figure(value: Decimal, unit: str | None) -> str:
    """Return a figure with its unit where that is a sign, else alone: `92%`, `21`, `84`, `£3.50`."""
    sign = unit[:1] if unit and is_money(unit) else unit if unit in _CLOSE else None
    return figure(value, sign)


def is_money(unit: str) -> bool:
    """Whether a unit is a sign of money, alone or with what it is for: `£`, `£ a day`, `£/week`; not `£000` or `£m`."""
    return unit[0] in _MONEY and unit[1:2] in ("", " ", "/")


def plain_figure(value: Decimal) -> str:
    """Return a figure alone, thousands apart, to at most six places: `1,250`, `-0.5`."""
    rounded = round(value, _PLACES)
    return f"{rounded.normalize():,f}" if rounded else "0"


def measure_view(here: Here, ref: str) -> MeasureView:
    """Return what a page shows of a measure."""
    traced = here.context.trace.measures[ref]
    measure = traced.record
    link, unit = here.link(ref), measure.unit
    baseline = newest = ""
    if measure.baseline is not None:
        baseline = figure(measure.baseline.value, unit) + on(measure.baseline.date)
    if traced.latest is not None:
        newest = figure(traced.latest.value, unit) + on(traced.latest.date)
    target = traced.target
    aim = f"{figure(target.value, unit)}{f' by {day(target.by)}' if target.by else ''}" if target else ""
    words = _words(measure, baseline, newest, aim)
    return MeasureView(link, measure.id.lower(), baseline, newest, aim, words, (figure_tag(traced),), measure)


def on(when: When | None) -> str:
    """Return ` on 8 May 2026`, ` in May 2026` for a month; nothing where no day is given."""
    return f" {on_day(when)}" if when is not None else ""


_CLOSE = ("%", "\N{DEGREE SIGN}C")
_MONEY = "\N{POUND SIGN}\N{EURO SIGN}$"
_SINGULARS = {
    "admissions": "admission", "audits": "audit", "calls": "call", "complaints": "complaint", "days": "day",
    "doses": "dose", "errors": "error", "falls": "fall", "hours": "hour", "incidents": "incident",
    "infections": "infection", "minutes": "minute", "months": "month", "nurses": "nurse", "people": "person",
    "records": "record", "residents": "resident", "shifts": "shift", "visits": "visit", "weeks": "week",
    "years": "year",
}  # fmt: skip
"""What is counted in care, as far as one of it is sure; any other unit stays as it is written."""
_PLACES = 6


def _money(value: Decimal, sign: str) -> str:
    """Return a sum: `£1,250`, `£3.50`, `-£0.25`; pence in two digits at least."""
    amount = plain_figure(abs(value))
    whole, point, pence = amount.partition(".")
    return f"{'-' if value < 0 else ''}{sign}{whole}{point}{pence.ljust(2, '0') if point else ''}"


def _of_one(unit: str) -> str:
    """Return what one is counted in: `hour a week` of `hours a week`."""
    first, space, rest = unit.partition(" ")
    return f"{_SINGULARS.get(first, first)}{space}{rest}"


def _words(measure: Measure, baseline: str, newest: str, aim: str) -> str:
    parts = [f"before: {baseline}" if baseline else "no baseline", f"newest: {newest}" if newest else "no reading yet"]
    if aim:
        parts.append(f"target: {aim}")
    parts.append("lower is better" if measure.better is Better.LOWER else "")
    return sentence("; ".join(part for part in parts if part))
