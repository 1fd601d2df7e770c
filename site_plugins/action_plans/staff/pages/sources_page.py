"""Where the findings of a plan come from: what each report, notice or letter asked, and how it was answered."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import agreeing, counted, day, how_long, late_by, listed, on_day, sentence
from action_plans.model.plan import Plan
from action_plans.model.source import Assessed, KeyQuestion, Source
from action_plans.model.when import When
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.tags import Tag
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.days import has_passed
from action_plans.tracing.sources import TracedSource, is_answered, is_published

_WEB = ("https://", "http://")


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source as the page shows it: facts in words, ratings by what was rated, its findings with their verdicts."""

    anchor: str
    record: Source
    kind: str
    assessed: str
    published: str
    answer: str
    is_late: bool
    comply: str
    url: str
    ratings: tuple[tuple[str, str, str], ...]
    findings: tuple[tuple[Link, Tag], ...]


def sources_page(context: PageContext, plan: Plan) -> Page:
    """Return the page of a plan's sources, with the findings that name none at the end."""
    here = context.at(plan_address(plan, "sources"), plan)
    sources = context.trace.sources_of(plan)
    nameless = (finding.ref for finding in context.trace.findings_of(plan) if not finding.sources)
    html = here.render(
        "staff/sources.html.j2",
        head=here.head(
            "Where the findings come from", ref=plan.id, crumb="Sources", lede=_lede(sources, context.trace.today)
        ),
        sources=tuple(_source(here, source) for source in sources),
        without=_rows(here, nameless),
    )
    title = f"{plan.id} Where the findings come from"
    words = " ".join(f"{source.title} {source.from_} {source.reference or ''}" for source in plan.sources)
    entry = SearchEntry("", title, words)
    return Page(
        here.address, title, html, anchors_in(html), (entry,), plan.path, under=context.plan_word, reference=plan.id
    )


def _rows(here: Here, refs: Iterable[str]) -> tuple[tuple[Link, Tag], ...]:
    return tuple((here.link(ref), here.tag(ref)) for ref in refs)


def _lede(sources: tuple[TracedSource, ...], today: date) -> str:
    if not sources:
        return "The plan names no report, notice or letter."
    asked = counted(len(sources), "report, notice or letter", "reports, notices and letters")
    waiting = sum(source.is_waiting(today) for source in sources)
    said = [f"{asked}: what was asked, by when, and when it was answered"]
    if waiting:
        said.append(f"{agreeing(waiting, 'answer is', 'answers are')} still to be sent")
    return " ".join(sentence(words) for words in said)


def _source(here: Here, traced: TracedSource) -> SourceView:
    source = traced.record
    answer, is_late = _answer(here, source)
    return SourceView(
        anchor=source.id.lower(),
        record=source,
        kind=source.kind.label,
        assessed=_days(source.assessed),
        published=_published(source, here.context.trace.today),
        answer=answer,
        is_late=is_late,
        comply=_comply(here, traced),
        url=source.url if source.url is not None and source.url.startswith(_WEB) else "",
        ratings=tuple(_ratings(source)),
        findings=_rows(here, traced.findings),
    )


def _comply(here: Here, traced: TracedSource) -> str:
    """Return by when a source is to be met, and where that has passed and it is not, how late it is."""
    due, trace = traced.record.comply_by, here.context.trace
    if due is None:
        return ""
    is_unmet = any(one is traced for one, _ in trace.unmet_notices(traced.plan))
    return f"{day(due)}, {late_by(due.last, trace.today)}" if is_unmet and has_passed(due, trace.today) else day(due)


def _published(source: Source, today: date) -> str:
    if source.published is None or is_published(source, today):
        return day(source.published) if source.published is not None else ""
    return f"Not yet: {on_day(source.published)}"


def _days(assessed: Assessed | None) -> str:
    """Return when a service was looked at: `3 to 5 February`, in full."""
    if assessed is None:
        return ""
    if assessed.days:
        return listed(day(one) for one in assessed.days)
    return " to ".join(day(one) for one in (assessed.from_, assessed.to) if one is not None)


def _answer(here: Here, source: Source) -> tuple[str, bool]:
    """Return when a source was answered against when it asked for it, and whether that is late."""
    due, answered, today = source.response_due, source.answered, here.context.trace.today
    if answered is None or not is_answered(source, today):
        if due is None:
            return "", False
        if has_passed(due, today):
            return f"Asked for by {day(due)}. Not answered, {how_long(due.last, today)} late", True
        return f"Asked for by {day(due)}. Not answered yet, {how_long(today, due.last)} left", False
    if due is None:
        return f"Answered {day(answered)}", False
    return f"Asked for by {day(due)}. Answered {day(answered)}, {_against(answered, due)}", answered.first > due.last


def _against(answered: When, due: When) -> str:
    if answered.first > due.last:
        return f"{how_long(due.last, answered.first)} late"
    if answered.last < due.last:
        return f"{how_long(answered.last, due.last)} early"
    return "in time"


def _ratings(source: Source) -> list[tuple[str, str, str]]:
    """Return what was rated, the rating in words, and whether it was carried over."""
    if source.ratings is None:
        return []
    rated = [("Overall", source.ratings.overall, False)]
    rated += [(one.label, source.ratings.of(one), one in source.carried_over) for one in KeyQuestion]
    return [
        (name, rating.label, "carried over from an earlier report" if carried else "")
        for name, rating, carried in rated
        if rating is not None
    ]
