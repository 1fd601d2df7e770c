"""The measures of a plan: at a glance, then each with its run chart and its table; many have a page of their own."""

from collections.abc import Iterator
from dataclasses import replace

from action_plans.model.plan import Plan
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb, Link
from action_plans.staff.parts.charted import measure_section
from action_plans.staff.parts.compared import Comparison, comparison
from action_plans.staff.parts.figure_words import lede
from action_plans.staff.parts.measure_rows import MeasureRow, measure_rows
from action_plans.tracing.addresses import MOST_CHARTS, chart_address, plan_address
from action_plans.tracing.measures import TracedMeasure

PAGE, TITLE = "measures", "Measures"
_HEADED_FROM = 8
"""Of more measures than this, each area heads its own in the list."""


def measures_pages(context: PageContext, plan: Plan) -> Iterator[Page]:
    """Yield the page of a plan's measures, and one for each of them where there are too many charts for one page."""
    measures = context.trace.measures_of(plan)
    here = context.at(plan_address(plan, PAGE), plan)
    drawn = measures if len(measures) <= MOST_CHARTS else ()
    rows = measure_rows(here, plan)
    if not drawn:
        rows = tuple(_to_its_page(here, plan, row, one) for row, one in zip(rows, measures, strict=True))
    html = here.render(
        "staff/measures.html.j2",
        head=here.head(TITLE, ref=plan.id, crumb=TITLE, lede=lede(measures)),
        areas=_areas(rows),
        is_long=len(rows) > _HEADED_FROM,
        sections=tuple(measure_section(here, one) for one in drawn),
        compared=_compared(here, drawn),
        has_sign=any(one.run_chart is not None and one.run_chart.signal for one in drawn),
    )
    title = f"{plan.id} {TITLE}"
    entries = (SearchEntry("", title, "run charts, median, targets, on course or behind"), *map(_entry, measures))
    yield Page(
        here.address, title, html, anchors_in(html), entries, plan.path, under=context.plan_word, reference=plan.id
    )
    if not drawn:
        yield from (_chart_page(context, plan, one) for one in measures)


def _chart_page(context: PageContext, plan: Plan, measure: TracedMeasure) -> Page:
    """Return the page of one measure of many."""
    record = measure.record
    here = context.at(chart_address(plan, record.id), plan)
    above = (Crumb(TITLE, here.to(plan_address(plan, PAGE))),)
    section = measure_section(here, measure)
    html = here.render(
        "staff/measure.html.j2",
        head=here.head(record.title, "Measure", ref=measure.ref, crumb=record.id, above=above),
        section=section,
        compared=_compared(here, (measure,)),
        has_sign=measure.run_chart is not None and measure.run_chart.signal is True,
    )
    title = f"{record.id} {record.title}"
    return Page(
        here.address,
        title,
        html,
        anchors_in(html),
        source=plan.path,
        line=measure.record.origin.line,
        under=context.plan_word,
        reference=measure.ref,
    )


def _to_its_page(here: Here, plan: Plan, row: MeasureRow, measure: TracedMeasure) -> MeasureRow:
    """Return a row that leads to its measure's own page, and is what the measure's address leads to."""
    own = measure.record.id
    link = Link(row.link.ref, row.link.title, here.to(chart_address(plan, own)))
    return replace(row, link=link, anchor=own.lower())


def _entry(measure: TracedMeasure) -> SearchEntry:
    record = measure.record
    words = (record.area, record.method, measure.verdict.label)
    title = f"{record.id} {record.title}"
    return SearchEntry(record.id.lower(), title, " ".join(word for word in words if word))


def _areas(rows: tuple[MeasureRow, ...]) -> tuple[tuple[str, tuple[MeasureRow, ...]], ...]:
    """Return the rows by area, in the order in which areas are first named; those without one last."""
    areas: dict[str, list[MeasureRow]] = {}
    for row in rows:
        areas.setdefault(row.area, []).append(row)
    nameless = areas.pop("", [])
    found = tuple((area, tuple(several)) for area, several in areas.items())
    return (*found, ("", tuple(nameless))) if nameless else found


def _compared(here: Here, measures: tuple[TracedMeasure, ...]) -> tuple[Comparison, ...]:
    """Return each measure that other plans have too, once however many of this plan's bear the name."""
    groups: dict[tuple[str, ...], Comparison] = {}
    for measure in measures:
        refs = here.context.trace.compared.get(measure.ref, ())
        found = comparison(here, measure) if refs not in groups else None
        if found is not None:
            groups[refs] = found
    return tuple(groups.values())
