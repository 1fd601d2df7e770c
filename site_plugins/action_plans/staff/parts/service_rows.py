"""Services in rows: how each stands today, and against the month before."""

from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import counted, day, days_left, listed, sentence
from action_plans.model.when import When
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.expected import expected_words
from action_plans.staff.parts.ratings import given_words
from action_plans.staff.parts.state_words import standing_words, without_action_words
from action_plans.tracing.addresses import service_address
from action_plans.tracing.counts import Counts
from action_plans.tracing.duties import DutyKind
from action_plans.tracing.standings import Standing, month_before


@dataclass(frozen=True, slots=True)
class Figure:
    """A count, and what it was a month before: nothing where it was the same, or cannot be told."""

    now: int
    before: str


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """A service as the tables show it; `changed` is what is different from a month before.

    `without_action` says how many findings have none; `late_told` are answers and messages that are late, in words:
    `and one answer`.
    """

    link: Link
    without_action: str
    rating: str
    short_rating: str
    expected: str
    verdicts: str
    verdicts_before: str
    slipped: Figure
    late: Figure
    late_told: str
    off_track: int
    unproven: Figure
    changed: str
    newest: str


def service_rows(here: Here) -> tuple[ServiceRow, ...]:
    """Return every service, the worst first. Cost: linear in services and findings."""
    return tuple(service_row(here, standing) for standing in here.context.standings)


def service_row(here: Here, standing: Standing) -> ServiceRow:
    """Return one service."""
    today, counts, before = here.context.trace.today, standing.counts, standing.before
    overall = standing.ratings.overall
    then = standing_words(standing.findings_before)
    now = standing_words(standing.findings)
    return ServiceRow(
        link=Link("", standing.service.name, here.to(service_address(standing.service))),
        without_action=sentence(without_action_words(counts)),
        rating=given_words(overall, today),
        short_rating=overall.rating.label if overall is not None else "",
        expected=_expected(standing, today),
        verdicts=sentence(now),
        verdicts_before=sentence(f"a month before: {then}") if then and then != now else "",
        slipped=_figure(counts.slipped, before.slipped if before else None),
        late=_figure(counts.overdue, before.overdue if before else None),
        late_told=_late_told(standing),
        off_track=counts.off_track,
        unproven=_figure(counts.unproven, before.unproven if before else None),
        changed=_changed(counts, before),
        newest=day(standing.newest) if standing.newest is not None else "",
    )


def in_days(expected: When, today: date) -> str:
    """Return how near the next assessment is, in days: `in 112 days`, `tomorrow`; of a month only which: `in May 2027`.

    It may come on the first day of the month.
    """
    if expected.is_month:
        return expected.on_or_in
    left = (expected.last - today).days
    return f"in {counted(left, 'day')}" if left > 1 else days_left(expected.last, today)


def month_words(here: Here) -> str:
    """Return what the figures of a month before rest on, in a sentence or two."""
    since = day(month_before(here.context.trace.today))
    return (
        f"What was otherwise a month before, on {since}, is worked out from the plans' own dates. What has none cannot "
        "be told: what was off track or at risk then, and since when an action stands in a plan."
    )


def _expected(standing: Standing, today: date) -> str:
    if standing.expected is not None:
        return in_days(standing.expected, today)
    return sentence(expected_words(standing.was_expected, today)).rstrip(".") if standing.was_expected else ""


def _late_told(standing: Standing) -> str:
    kinds = [duty.kind for duty in standing.late_told]
    several = ((kinds.count(DutyKind.ANSWER), "answer"), (kinds.count(DutyKind.MESSAGE), "message"))
    said = listed(counted(count, what) for count, what in several if count)
    return f"and {said}" if said else ""


def _figure(now: int, before: int | None) -> Figure:
    return Figure(now, f"was {before}" if before is not None and before != now else "")


def _changed(counts: Counts, before: Counts | None) -> str:
    """Return what is different from a month before, what is worse first."""
    if before is None:
        return "No plan a month ago"
    differences = (
        (counts.slipped - before.slipped, "slipped"),
        (counts.overdue - before.overdue, "late"),
        (counts.unproven - before.unproven, "without proof"),
    )
    worse = [f"{more} more {what}" for more, what in differences if more > 0]
    better = [f"{-more} fewer {what}" for more, what in differences if more < 0]
    closed = counts.closed - before.closed
    return ", ".join([*worse, *better, *([f"{closed} more closed"] if closed > 0 else [])]) or "Nothing"
