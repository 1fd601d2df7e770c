"""The three to five figures of a board, each with its direction: better, worse or steady, and against what."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from action_plans.english.figures import figure
from action_plans.english.wording import day
from action_plans.model.measure import Better, Reading
from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.tags import Tag, figure_tag
from action_plans.tracing.measures import TracedMeasure

BETTER, WORSE, STEADY = Tag("better", "Better"), Tag("worse", "Worse"), Tag("steady", "Steady")
_MOST_MEASURES = 2


@dataclass(frozen=True, slots=True)
class BoardFigure:
    """A figure: what it counts (with a link where it is a measure), in which service, now, before, and which way.

    `verdict` is a measure's own, against its target.
    """

    words: str
    link: Link | None
    service: str
    now: str
    before: str
    direction: Tag
    verdict: Tag | None = None


def board_figures(here: Here, plans: Iterable[Plan], since: When) -> tuple[BoardFigure, ...]:
    """Return three figures of the actions and up to two measures, now against the end of the day `since`.

    A measure without a reading from between is set against its reading before. Of the measures those that went worse
    come first. Cost: linear in the actions and their evidence, and in the readings.
    """
    several, day_before = tuple(plans), min(since.last, here.context.trace.today)
    measures = sorted(_measures(here, several, since.last), key=lambda one: one.direction != WORSE)
    return (*_of_actions(here, several, day_before), *measures[:_MOST_MEASURES])


def _of_actions(here: Here, plans: tuple[Plan, ...], since: date) -> Iterator[BoardFigure]:
    trace = here.context.trace
    then = [trace.standing(plan, since) for plan in plans]
    now = [trace.standing(plan, trace.today) for plan in plans]
    actions = sum(one.actions for one in now)
    told = (
        ("Actions that are late", sum(one.late for one in then), sum(one.late for one in now), -1),
        ("Closed, and found not to hold", sum(one.slipped for one in then), sum(one.slipped for one in now), -1),
        ("Confirmed by someone independent", sum(one.verified for one in then), sum(one.verified for one in now), 1),
    )
    for words, before, count, good in told:
        value = f"{count} of {actions}" if good > 0 else str(count)
        yield BoardFigure(words, None, "", value, str(before), _way((count - before) * good))


def _measures(here: Here, plans: tuple[Plan, ...], since: date) -> Iterator[BoardFigure]:
    for plan in plans:
        for traced in here.context.trace.measures_of(plan):
            record, ref, pair = traced.record, traced.ref, _pair(traced, since)
            if pair is None:
                continue
            before, now = pair
            change = now.value - before.value
            good = change if record.better is Better.HIGHER else -change
            yield BoardFigure(
                words="",
                link=here.link(ref),
                service=here.service(ref),
                now=f"{figure(now.value, record.unit)}, {day(now.date)}",
                before=f"{figure(before.value, record.unit)}, {day(before.date)}",
                direction=_way((good > 0) - (good < 0)),
                verdict=figure_tag(traced),
            )


def _pair(measure: TracedMeasure, since: date) -> tuple[Reading, Reading] | None:
    """Return the reading that stood on a day and the newest one, both by the same method; nothing without two."""
    series = measure.series
    if measure.record.better is None or len(series) < 2:  # noqa: PLR2004 -- a direction needs two
        return None
    stood_then = [reading for reading in series[:-1] if reading.date.last <= since]
    return (stood_then[-1] if stood_then and series[-1].date.last > since else series[-2]), series[-1]


def _way(gained: int) -> Tag:
    if not gained:
        return STEADY
    return BETTER if gained > 0 else WORSE
