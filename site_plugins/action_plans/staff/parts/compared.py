"""The same measure of several plans side by side: one scale, one span of time, one order, one table."""

from dataclasses import dataclass, replace
from decimal import Decimal

from markupsafe import Markup

from action_plans.diagrams.charts.plot import frame_of
from action_plans.diagrams.charts.run_chart import MULTIPLE, draw_run_chart
from action_plans.diagrams.charts.values import Series
from action_plans.english.figures import figure, plain_figure, short_figure
from action_plans.english.wording import counted
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.figure_words import description, signal_short
from action_plans.staff.parts.measure_series import measure_series
from action_plans.staff.tags import Tag, figure_tag
from action_plans.tracing.measures import TracedMeasure
from action_plans.tracing.trace import Trace

_MANY = 12
"""How many measures are compared on the page of each plan; more than that on one page, linked from the others."""


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One plan's measure beside those of others."""

    link: Link
    name: str
    picture: Markup
    tag: Tag
    baseline: str
    now: str
    change: str
    median: str
    readings: str
    chance: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The same measure of several plans: one scale, one span of time, one order.

    `name` is what plans write to have it compared. `others` have another unit. `elsewhere` is the page that holds it,
    where this one does not.
    """

    title: str
    name: str
    anchor: str
    where: str
    rows: tuple[ComparedRow, ...]
    others: tuple[Link, ...]
    elsewhere: Link | None = None


def comparison(here: Here, measure: TracedMeasure) -> Comparison | None:
    """Return a measure beside its namesakes of other plans; nothing where there are none.

    Of many, the whole comparison stands on the page of the first of their plans, and `elsewhere` leads there.
    """
    trace = here.context.trace
    same = [trace.measures[ref] for ref in trace.compared.get(measure.ref, ())]
    if not same:
        return None
    services = {trace.service_of[one.plan.id].id for one in same}
    where = counted(len(services), "service") if len(services) > 1 else counted(len(same), "plan")
    anchor, title, name = _anchor(same[0].ref), measure.record.title, measure.record.compare_as or ""
    if len(same) > _MANY and measure.plan is not same[0].plan:
        page = here.link(same[0].ref).href.partition("#")[0]
        there = Link("", f"{title}: {where} compared", f"{page}#{anchor}")
        return Comparison(title, name, anchor, where, (), (), there)
    alike = [one for one in same if one.record.unit == same[0].record.unit]
    pictures = _pictures(here, alike, anchor)
    rows = tuple(
        _compared_row(here, one, _name(trace, one, by_service=len(services) > 1), pictures[one.ref]) for one in alike
    )
    others = here.links(one.ref for one in same if one.record.unit != same[0].record.unit)
    return Comparison(title, name, anchor, where, rows, others)


def compared_as(here: Here, measure: TracedMeasure) -> Link | None:
    """Return by which name a measure is compared, with the link to the comparison, which stands on the same page."""
    same = here.context.trace.compared.get(measure.ref, ())
    return Link("", measure.record.compare_as or measure.record.title, f"#{_anchor(same[0])}") if same else None


def _anchor(first: str) -> str:
    return f"_same-{first.replace('/', '-').lower()}"


def _pictures(here: Here, alike: list[TracedMeasure], anchor: str) -> dict[str, Markup]:
    """Return the small charts of several measures, by reference: one scale, one span of time, drawn once."""
    made = here.context.drawings
    if any(f"{anchor} {one.ref}" not in made for one in alike):
        drawn = [_quiet(here, one) for one in alike]
        frame = frame_of(drawn, MULTIPLE)
        for place, (one, series) in enumerate(zip(alike, drawn, strict=True), 1):
            title = f"{here.context.trace.service_of[one.plan.id].name}: {one.record.title}"
            said = {"name": f"{anchor}-{place}", "title": title, "description": description(one)}
            picture = draw_run_chart(series, MULTIPLE, frame=frame, **said)
            made[f"{anchor} {one.ref}"] = Markup(picture)  # noqa: S704 -- the diagrams escape every text
    return {one.ref: made[f"{anchor} {one.ref}"] for one in alike}


def _name(trace: Trace, measure: TracedMeasure, *, by_service: bool) -> str:
    return trace.service_of[measure.plan.id].name if by_service else measure.plan.title


def _quiet(here: Here, measure: TracedMeasure) -> Series:
    """Return what a small chart shows: without what was done meanwhile, which differs from plan to plan."""
    series = measure_series(here, measure)
    return replace(series, marks=tuple(mark for mark in series.marks if mark.kind != "event"))


def _compared_row(here: Here, measure: TracedMeasure, name: str, picture: Markup) -> ComparedRow:
    record, chart, latest = measure.record, measure.run_chart, measure.latest
    unit, baseline = record.unit, record.baseline
    change = latest.value - baseline.value if latest is not None and baseline is not None else None
    return ComparedRow(
        link=here.link(measure.ref),
        name=name,
        picture=picture,
        tag=figure_tag(measure),
        baseline=short_figure(baseline.value, unit) if baseline is not None else "None",
        now=figure(latest.value, unit) if latest is not None else "No reading",
        change=_signed(change) if change is not None else "",
        median=short_figure(chart.median, unit) if chart is not None else "",
        readings=str(len(measure.series)),
        chance=signal_short(measure),
    )


def _signed(change: Decimal) -> str:
    words = plain_figure(abs(change))
    if not change:
        return words
    return f"+{words}" if change > 0 else f"\N{MINUS SIGN}{words}"
