"""Measures as pages say them: the figure with its unit, where it began, where it is, where it should be."""

from dataclasses import dataclass

from action_plans.english.figures import figure
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


def _words(measure: Measure, baseline: str, newest: str, aim: str) -> str:
    parts = [f"before: {baseline}" if baseline else "no baseline", f"newest: {newest}" if newest else "no reading yet"]
    if aim:
        parts.append(f"target: {aim}")
    parts.append("lower is better" if measure.better is Better.LOWER else "")
    return sentence("; ".join(part for part in parts if part))
