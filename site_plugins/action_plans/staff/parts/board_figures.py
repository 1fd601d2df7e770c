"""Three to five figures that a board looks at first, each with the way in which it went."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from action_plans.english.wording import day
from action_plans.model.measure import Better
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, Link
from action_plans.staff.parts.figures import figure, on, short_figure
from action_plans.staff.tags import Tag, figure_tag
from action_plans.tracing.figure_verdicts import FigureVerdict
from action_plans.tracing.measures import TracedMeasure

_MOST_MEASURES = 3

BETTER, WORSE, STEADY = Tag("better", "Better"), Tag("worse", "Worse"), Tag("steady", "No change")
_UP, _DOWN = Tag("steady", "Higher"), Tag("steady", "Lower")
_WORST_FIRST = tuple(FigureVerdict)[::-1]


@dataclass(frozen=True, slots=True)
class BoardFigure:
    """A figure: what it is, how much, the way it went, and since when or from what; `tag` is a measure's verdict."""

    label: str
    link: Link | None
    value: str
    way: Tag | None
    words: str
    tag: Tag | None = None


def board_figures(here: Here, plan: Plan, since: date) -> tuple[BoardFigure, ...]:
    """Return how much is proven and how much is late against a day, then the measures that stand worst."""
    measures = sorted(
        (one for one in here.context.trace.measures_of(plan) if one.verdict.is_judged),
        key=lambda one: _WORST_FIRST.index(one.verdict),
    )
    return (*_of_actions(here, plan, since), *(_of_measure(here, one) for one in measures[:_MOST_MEASURES]))


def _of_actions(here: Here, plan: Plan, since: date) -> Iterator[BoardFigure]:
    trace = here.context.trace
    now, then = trace.standing(plan, trace.today), trace.standing(plan, since)
    if not now.actions:
        return
    proven = f"{now.verified} of {now.closed} closed" if now.closed else "none closed yet"
    yield BoardFigure(
        "Verified by someone independent",
        None,
        proven,
        _way(then.verified, now.verified),
        f"{then.verified} on {day(since)}",
    )
    bad, was = now.late + now.slipped, then.late + then.slipped
    words = f"{was} on {day(since)}"
    yield BoardFigure("Late or not holding", None, f"{bad} of {now.actions} actions", _way(-was, -bad), words)


def _of_measure(here: Here, measure: TracedMeasure) -> BoardFigure:
    record, latest = measure.record, measure.latest
    link = here.link(measure.ref)
    target = measure.target
    aim = f", to be {short_figure(target.value, record.unit)}" if target else ""
    value = f"{figure(latest.value, record.unit)}{aim}" if latest else "no reading"
    before = measure.series[-2] if len(measure.series) > 1 else None
    if latest is None or before is None:
        return BoardFigure(record.title, link, value, None, "", figure_tag(measure))
    if record.better is None:
        way = STEADY if latest.value == before.value else _UP if latest.value > before.value else _DOWN
    else:
        sign = 1 if record.better is Better.HIGHER else -1
        way = _way(sign * before.value, sign * latest.value)
    return BoardFigure(
        record.title,
        link,
        value,
        way,
        f"{short_figure(before.value, record.unit)}{on(before.date)}",
        figure_tag(measure),
    )


def _way(before: Decimal | int, now: Decimal | int) -> Tag:
    return STEADY if now == before else BETTER if now > before else WORSE
