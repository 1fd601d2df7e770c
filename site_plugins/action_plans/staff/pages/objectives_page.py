"""The objectives of a plan: their five letters, what people wrote in reviews, and what the figures say."""

from collections import Counter
from dataclasses import dataclass

from action_plans.english.figures import figure
from action_plans.english.wording import agreeing, counted, day, listed, lower_first, number, sentence
from action_plans.model.objective import Achieved, Objective
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.figure_words import verdict_sentence
from action_plans.staff.parts.gaps import Gap, gaps
from action_plans.staff.tags import REVIEWED, Tag, figure_tag
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.measures import TracedMeasure
from action_plans.tracing.objectives import Letter, TracedObjective

PAGE, TITLE = "objectives", "Objectives"
_NOT_REVIEWED = Tag("none", "Not reviewed yet")


@dataclass(frozen=True, slots=True)
class ShownBy:
    """A measure that shows an objective: its newest figure, what is said of it, and its verdict."""

    link: Link
    now: str
    words: str
    tag: Tag


@dataclass(frozen=True, slots=True)
class ObjectiveSection:
    """An objective as its page shows it.

    `letters` are its five letters as tags; `missing` asks for those that it does not say. `since` is what the figures
    say since the newest review.
    """

    anchor: str
    link: Link
    record: Objective
    tag: Tag
    reviewed: str
    verdict: str
    letters: tuple[Tag, ...]
    missing: tuple[str, ...]
    gaps: tuple[Gap, ...]
    since: str
    measures: tuple[ShownBy, ...]
    aims: tuple[str, ...]
    due: str
    actions: tuple[tuple[Link, Tag], ...]
    evidence: tuple[Link, ...]
    reviews: tuple[tuple[str, Tag, str | None], ...]


def objectives_page(context: PageContext, plan: Plan) -> Page:
    """Return the page of a plan's objectives."""
    here = context.at(plan_address(plan, PAGE), plan)
    objectives = context.trace.objectives_of(plan)
    html = here.render(
        "staff/objectives.html.j2",
        head=here.head(TITLE, ref=plan.id, crumb=TITLE, lede=_lede(objectives)),
        sections=tuple(_section(here, objective) for objective in objectives),
        unserved=_unserved(here, plan, objectives),
    )
    title = f"{plan.id} {TITLE}"
    entries = [SearchEntry("", title, "specific, measurable, attainable, relevant, timely; reviews and figures")]
    entries += [
        SearchEntry(one.record.id.lower(), f"{one.record.id} {one.record.statement}", one.record.expected_result or "")
        for one in objectives
    ]
    return Page(
        here.address, title, html, anchors_in(html), tuple(entries), plan.path, under=context.plan_word,
        reference=plan.id,
    )  # fmt: skip


def _lede(objectives: tuple[TracedObjective, ...]) -> str:
    if not objectives:
        return "The plan has no objective yet: it does not say what it is to achieve, from what, to what, by when."
    reviews = [one.newest_review for one in objectives]
    held = Counter(review.verdict for review in reviews if review is not None)
    said = [f"{number(held[verdict])} {lower_first(verdict.label)}" for verdict in Achieved if held[verdict]]
    waiting = sum(review is None for review in reviews)
    said += [f"{number(waiting)} not reviewed yet"] if waiting else []
    disputed = [one.record.id for one in objectives if one.disputed_by]
    words = sentence(f"{counted(len(objectives), 'objective')}: {listed(said)}")
    if disputed:
        words += f" {sentence(f'the figures said otherwise on the day of the review of {listed(disputed)}')}"
    incomplete = sum(bool(one.missing) for one in objectives)
    if incomplete:
        words += f" {sentence(agreeing(incomplete, 'lacks', 'lack') + ' one of the five letters')}"
    return words


def _section(here: Here, objective: TracedObjective) -> ObjectiveSection:
    record, trace = objective.record, here.context.trace
    review = objective.newest_review
    return ObjectiveSection(
        anchor=record.id.lower(),
        link=Link(record.id, record.statement, f"#{record.id.lower()}"),
        record=record,
        reviewed=day(review.date) if review is not None else "",
        tag=REVIEWED[review.verdict] if review is not None else _NOT_REVIEWED,
        verdict=_verdict(objective),
        letters=tuple(_letter(objective, letter) for letter in Letter),
        missing=tuple(f"{letter.label}: {letter.asks}" for letter in objective.missing),
        gaps=gaps(here, (objective.ref,), objective.ref),
        since=_since(objective),
        measures=tuple(
            ShownBy(here.link(one.ref), _now(one), verdict_sentence(one), figure_tag(one)) for one in objective.measures
        ),
        aims=_aims(here, objective),
        due=day(record.due) if record.due is not None else "",
        actions=tuple((here.link(ref), here.tag(ref)) for ref in objective.actions if ref in trace.actions),
        evidence=here.links(trace.graph.subjects("supports", objective.ref)),
        reviews=tuple((day(one.date), REVIEWED[one.verdict], one.because) for one in reversed(record.reviews)),
    )


def _verdict(objective: TracedObjective) -> str:
    review = objective.newest_review
    if review is None:
        return "Nobody has written whether it is being reached."
    because = f": {' '.join(review.because.split())}" if review.because else ""
    return sentence(f"reviewed {day(review.date)}{because}")


def _letter(objective: TracedObjective, letter: Letter) -> Tag:
    is_missing = letter in objective.missing
    return Tag("none", f"{letter.label}: missing") if is_missing else Tag("verified", letter.label)


def _now(measure: TracedMeasure) -> str:
    latest = measure.latest
    return figure(latest.value, measure.record.unit) if latest is not None else ""


def _since(objective: TracedObjective) -> str:
    """Return what the figures say since the newest review, where there are newer ones: no gap, only news."""
    if not objective.has_news:
        return ""
    said = [f"{one.record.id} {lower_first(one.verdict.label)}" for one in objective.measures]
    return f"There are newer figures since that review: {listed(said)}."


def _aims(here: Here, objective: TracedObjective) -> tuple[str, ...]:
    """Return the organisation's aims that an objective serves, in words, whatever the case of their codes."""
    aims = _known_aims(here, objective.plan)
    return tuple(aims.get(code.casefold(), code) for code in objective.record.aligns_with)


def _unserved(here: Here, plan: Plan, objectives: tuple[TracedObjective, ...]) -> tuple[str, ...]:
    """Return the organisation's aims that no objective of a plan serves, in words."""
    served = {code.casefold() for objective in objectives for code in objective.record.aligns_with}
    return tuple(words for code, words in _known_aims(here, plan).items() if code not in served)


def _known_aims(here: Here, plan: Plan) -> dict[str, str]:
    """Return the aims of the provider and of a plan, by their folded codes, in words."""
    provider = here.context.trace.portfolio.provider
    known = {**(provider.organisational_objectives if provider else {}), **plan.organisational_objectives}
    return {code.casefold(): f"{code}: {words}" for code, words in known.items()}
