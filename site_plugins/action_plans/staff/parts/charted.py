"""A measure with its chart and the same figures as a table, its equal."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from action_plans.diagrams.charts.run_chart import run_chart_picture
from action_plans.english.figures import plain_figure, short_figure
from action_plans.english.wording import counted, day, on_day
from action_plans.model.measure import Measure, Reading
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.compared import compared_as
from action_plans.staff.parts.figure_words import (
    description,
    judged_words,
    other_targets,
    signal_words,
    verdict_sentence,
)
from action_plans.staff.parts.measure_series import NEW_METHOD, measure_series, unit_words
from action_plans.staff.tags import Tag, figure_tag
from action_plans.tracing.measure_events import Done
from action_plans.tracing.measures import TracedMeasure


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure of the table: when, what it is in our words, in people's words, the figure, what was counted.

    `counts` is false for a reading that lies ahead or that another of the same day stands for.
    """

    when: str
    what: str
    texts: tuple[str, ...]
    value: str
    counted: str
    counts: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart and the same figures as a table. `picture` is empty where no figure has a day."""

    picture: Markup
    unit: str
    has_counted: bool
    rows: tuple[FigureRow, ...]


@dataclass(frozen=True, slots=True)
class MeasureSection:
    """A measure as its page shows it, in words and with its chart."""

    anchor: str
    record: Measure
    tag: Tag
    verdict: str
    others: str
    chart: Chart
    signal: str
    judged: str
    events: tuple[tuple[Link, str], ...]
    better: str
    serves: tuple[Link, ...]
    shows: tuple[Link, ...]
    evidence: tuple[Link, ...]
    compared: Link | None


def measure_section(here: Here, measure: TracedMeasure) -> MeasureSection:
    """Return a measure with its chart. Cost: linear in its readings, apart from sorting."""
    trace, record = here.context.trace, measure.record
    cited = trace.graph.objects(measure.ref, "measures")
    chart = measure.run_chart
    return MeasureSection(
        anchor=record.id.lower(),
        record=record,
        tag=figure_tag(measure),
        verdict=verdict_sentence(measure),
        others=other_targets(measure),
        chart=_chart(here, measure),
        signal=signal_words(measure),
        judged=judged_words(chart) if chart is not None else "",
        events=tuple(_events(here, measure)),
        better=f"{record.better.value.capitalize()} is better." if record.better is not None else "",
        serves=here.links(ref for ref in cited if ref not in trace.actions),
        shows=here.links(ref for ref in cited if ref in trace.actions),
        evidence=here.links(trace.graph.subjects("supports", measure.ref)),
        compared=compared_as(here, measure),
    )


def _chart(here: Here, measure: TracedMeasure) -> Chart:
    series, record = measure_series(here, measure), measure.record
    name = f"_run-{record.id.lower()}"
    picture = run_chart_picture(series, name=name, title=record.title, description=description(measure))
    rows = tuple(_rows(measure))
    safe = Markup(picture)  # noqa: S704 -- the diagrams escape every text
    return Chart(safe, unit_words(record.unit), any(row.counted for row in rows), rows)


def _rows(measure: TracedMeasure) -> Iterator[FigureRow]:
    """Yield everything that the picture shows: baseline, readings, median, targets."""
    record, unit = measure.record, measure.record.unit
    baseline, chart = record.baseline, measure.run_chart
    if baseline is not None:
        when = day(baseline.date) if baseline.date else "No date"
        source = (baseline.source,) if baseline.source else ()
        yield FigureRow(when, "Baseline", source, short_figure(baseline.value, unit), "", counts=True)
    said = {
        **{id(reading): "" for reading in measure.readings},
        **{id(part[0]): NEW_METHOD for part in measure.parts[1:]},
        **{id(reading): _PLANNED for reading in measure.planned},
    }
    for reading in measure.every:
        yield _reading_row(measure, reading, said.get(id(reading), _REPLACED))
    if chart is not None:
        since = f"Middle value (median) of {counted(len(measure.series), 'reading')}"
        yield FigureRow(since, "", (), short_figure(chart.median, unit), "", counts=True)
    for target in record.targets:
        by = f"By {day(target.by)}" if target.by else "No date"
        what = "Target" if target is measure.target else "Another target"
        texts = (target.label,) if target.label else ()
        yield FigureRow(by, what, texts, short_figure(target.value, unit), "", counts=True)


def _reading_row(measure: TracedMeasure, reading: Reading, what: str) -> FigureRow:
    texts = tuple(text for text in (reading.method, reading.note) if text)
    out_of = f" of {plain_figure(reading.of)}" if reading.of is not None else ""
    many = f"{plain_figure(reading.n)}{out_of}" if reading.n is not None else out_of.strip()
    value = short_figure(reading.value, measure.record.unit)
    return FigureRow(day(reading.date), what, texts, value, many, counts=what not in (_PLANNED, _REPLACED))


_PLANNED = "Planned: it lies ahead, and counts for nothing yet"
_REPLACED = "Not counted: another reading of this day was written later"


def _events(here: Here, measure: TracedMeasure) -> Iterator[tuple[Link, str]]:
    for event in here.context.trace.measure_events(measure):
        words = "a small test began" if event.done is Done.PILOT else event.done.value
        first, comma, rest = words.partition(",")
        yield here.link(event.ref), f"{first} {on_day(event.when)}{comma}{rest}"
