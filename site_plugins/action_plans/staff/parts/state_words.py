"""Findings and actions in a few words: their law, how many stand in which way, their newest proof."""

from collections import Counter
from collections.abc import Iterable, Sequence

from action_plans.english.wording import (
    agreeing,
    closed_in_brief,
    closed_words,
    doubt_words,
    how_many,
    listed,
    lower_first,
    number,
    out_of,
)
from action_plans.model.finding import Finding
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.tracing.counts import Counts
from action_plans.tracing.states import Assurance, Condition, State, Verdict
from action_plans.tracing.strength import Newest
from action_plans.tracing.traced import TracedAction, TracedFinding


def kind_words(record: Finding) -> str:
    """Return the kind of a finding, or nothing."""
    return record.kind.label if record.kind else ""


def standing_words(things: Iterable[TracedAction | TracedFinding]) -> str:
    """Return how many there are of each state, the worst first: `one slipped, two late, one verified`."""
    counted = Counter((thing.state, thing.label) for thing in things)
    worst = sorted(counted, key=lambda pair: (not pair[0].is_gap, _WORST_FIRST.index(pair[0]), pair[1]))
    return listed(f"{number(counted[pair])} {_COUNTED.get(pair[0]) or lower_first(pair[1])}" for pair in worst)


def closed_of(actions: Sequence[TracedAction]) -> str:
    """Return `3 of 5 actions closed, one of them slipped`; nothing where there are none."""
    return closed_words(*_closed(actions))


def closed_of_in_brief(actions: Sequence[TracedAction]) -> str:
    """Return `3 of 5 closed, one not holding`; nothing where there are none."""
    return closed_in_brief(*_closed(actions))


def open_and_closed(counts: Counts) -> str:
    """Return how many actions are open, closed and stopped: `10 open, 14 closed, one of them slipped, one stopped`.

    What of the closed does not hold is told in the same breath.
    """
    doubts = doubt_words(counts.closed, counts.slipped, counts.unproven)
    stopped = f"{number(counts.stopped)} stopped" if counts.stopped else ""
    parts = (f"{how_many(counts.open)} open", f"{how_many(counts.closed)} closed", doubts, stopped)
    return ", ".join(part for part in parts if part)


def bad_words(counts: Counts) -> tuple[tuple[str, str], ...]:
    """Return each way in which actions stand badly, the worst first: `two are late`, and the word of that state.

    The first page and the verdict of a plan say the same words.
    """
    told = ((count, one, several, state) for count, one, several, _, state in _bad(counts))
    return tuple((agreeing(count, one, several), state.value) for count, one, several, state in told if count)


def bad_in_brief(counts: Counts) -> tuple[tuple[int, str], ...]:
    """Return the same, none left out, as a row has it: how many, and `late`."""
    return tuple((count, brief) for count, _, _, brief, _ in _bad(counts))


def missed_words(missed: int) -> str:
    """Return how many milestones passed without being reached: `one milestone was missed`."""
    return agreeing(missed, "milestone was missed", "milestones were missed")


def without_action_words(counts: Counts) -> str:
    """Return how many findings no action is for, as a clause: `two findings have no action`; nothing where each has."""
    return (
        agreeing(counts.unaddressed, "finding has no action", "findings have no action") if counts.unaddressed else ""
    )


def proven_words(counts: Counts) -> str:
    """Return what stands behind the closed actions: `two verified by someone independent, one slipped`."""
    unchecked = counts.unchecked - counts.partly
    doubts = (
        (counts.slipped, "slipped"), (counts.unproven, "without proof"),
        (counts.partly, "checked and found to hold in part"), (unchecked, "not checked"),
    )  # fmt: skip
    verified = f"{out_of(counts.verified, counts.closed)} verified by someone independent"
    if counts.verified:
        verified += f", {out_of(counts.embedded, counts.verified)} of them embedded" if counts.verified > 1 else ""
    return ", ".join((verified, *(f"{number(count)} {words}" for count, words in doubts if count)))


def newest_proof(here: Here, newest: Newest | None) -> tuple[Link, str] | None:
    """Return the newest proof, with its day and what it says: a link, and `6 May 2026: slipped`; nothing for none."""
    if newest is None:
        return None
    link = here.link(newest.ref)
    if newest.check is not None:
        link = Link(link.ref, "Check of practice", f"{link.href}#checks")
    return link, newest.words


def _bad(counts: Counts) -> tuple[tuple[int, str, str, str, State], ...]:
    """Return how many stand badly in each way, the worst first, with the words for one, for several, and in a row."""
    return (
        (counts.slipped, "has slipped", "have slipped", "slipped", Condition.SLIPPED),
        (counts.overdue, "is late", "are late", "late", Condition.OVERDUE),
        (counts.off_track, "is off track", "are off track", "off track", Condition.OFF_TRACK),
        (counts.blocked, "is blocked", "are blocked", "blocked", Condition.BLOCKED),
        (counts.late_forecast, "is likely to be late", "are likely to be late", "likely late", Condition.LATE_FORECAST),
        (counts.at_risk, "is at risk", "are at risk", "at risk", Condition.AT_RISK),
        (counts.unproven, "has no proof", "have no proof", "without proof", Assurance.NONE),
        (counts.partly, "holds only in part", "hold only in part", "holding only in part", Assurance.SUBMITTED),
    )


def _closed(actions: Sequence[TracedAction]) -> tuple[int, int, int, int]:
    """Return how many are closed, of how many, and how many of those do not hold or have nothing to show."""
    return (
        sum(action.is_finished for action in actions),
        len(actions),
        sum(action.condition is Condition.SLIPPED for action in actions),
        sum(action.is_unproven for action in actions),
    )


_WORST_FIRST: tuple[State, ...] = (*Verdict, *Condition, *Assurance)
_COUNTED: dict[State, str] = {Verdict.UNADDRESSED: "without action", Assurance.NONE: "without proof"}
