"""Sentences that the site computes: counts of things, never of people, and months, not days."""

from collections.abc import Iterator, Sequence
from datetime import date

from action_plans.family.telling.told_states import FamilyState, is_late, month_of
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.when import When
from action_plans.tracing.results import Outcome
from action_plans.tracing.states import Condition
from action_plans.tracing.traced import TracedAction


def found_sentences(found: int, told: int, held_back: int, left_out: str, words: ThemeWords) -> Iterator[str]:
    """Yield how many things CQC found, and how many of them are told here; `held_back` wait for their words."""
    if not found:
        return
    yield words.things("cqc_found", found)
    if told == found:
        yield words.things("cqc_told_all", found)
        return
    if not told:
        yield words.things("cqc_told_none", found)
        yield left_out or words.say("left_out_none")
        return
    yield words.say("cqc_told", count=told)
    if held_back or not left_out:
        yield words.say("left_out_unsaid")


def progress_sentences(states: Sequence[tuple[FamilyState, bool]], words: ThemeWords) -> Iterator[str]:
    """Yield how far the things have got that families were told of: the state of each, and whether it is late."""
    if not states:
        yield words.say("said_none")
        return
    total, done = len(states), sum(state.is_done for state, _ in states)
    yield words.things("said_count", total)
    if done == total:
        yield words.things("done_all", total)
    else:
        yield words.things("done_count", done) if done else words.things("done_none", total)
    yield from _counts(states, words)


def topic_progress(states: Sequence[tuple[FamilyState, bool]], words: ThemeWords) -> str:
    """Return how far a topic has got, such as `1 of 3 things done. 1 is late.`."""
    if not states:
        return words.say("topic_no_steps")
    total, done = len(states), sum(state.is_done for state, _ in states)
    if total == 1:
        said = [words.things("said_count", 1), words.things("done_all" if done else "done_none", 1)]
    else:
        said = [words.say("topic_done", count=total, done=done)]
    return " ".join([*said, *_counts(states, words, ("late", "not_worked"))])


def _counts(
    states: Sequence[tuple[FamilyState, bool]],
    words: ThemeWords,
    told: Sequence[str] = ("checking", "late", "not_worked", "changed"),
) -> Iterator[str]:
    """Yield how many things are not as they should be, or not known to be."""
    counted = {
        "checking": sum(state is FamilyState.CHECKING for state, _ in states),
        "late": sum(late for _, late in states),
        "not_worked": sum(state is FamilyState.NOT_WORKED for state, _ in states),
        "changed": sum(state is FamilyState.CHANGED for state, _ in states),
    }
    for name in told:
        if counted[name]:
            yield words.things(f"{name}_{'all' if counted[name] == len(states) else 'count'}", counted[name])


def when_sentences(
    action: TracedAction, state: FamilyState, reason: str, today: date, words: ThemeWords
) -> tuple[str, ...]:
    """Return when something was done, is planned or was first told, and why it is late, stopped or does not work."""
    why = reason or words.say("no_reason")
    if state.is_done:
        return (*_done(action, words), *_checked(action, words))
    if state is FamilyState.CHANGED:
        return (why,)
    if state is FamilyState.NOT_WORKED:
        late = [words.say("also_late"), *_months(action, today, words)] if is_late(action, today) else []
        again = [] if late else _again(action, today, words)
        return (*_done(action, words), why, *late, *again)
    if state is FamilyState.LATE:
        return (*_months(action, today, words), why)
    return (words.say("plan_by", month=_month(action.record.effective_due, words)),)


def is_news(action: TracedAction, since: date, today: date) -> bool:
    """Whether something is new since a day: done, found not to hold, opened again, moved or stopped."""
    record = action.record
    days = [record.closed_on, *(again.date for again in record.reopened), *(moved.date for moved in record.revised)]
    days += [record.stopped.date] if record.stopped is not None else []
    newest = action.results[0].day if action.results and action.condition is Condition.SLIPPED else None
    return any(when is not None and since <= when.last and when.first <= today for when in days) or (
        newest is not None and since <= newest <= today
    )


def last_month(today: date) -> date:
    """Return the first day of the month before."""
    return date(today.year - (today.month == 1), (today.month - 2) % 12 + 1, 1)


def _done(action: TracedAction, words: ThemeWords) -> list[str]:
    closed = action.record.closed_on
    return [words.say("did_this", month=_month(closed, words))] if closed is not None else []


def _checked(action: TracedAction, words: ThemeWords) -> list[str]:
    """Say when someone else found that it works, where that is so."""
    newest = action.results[0] if action.results else None
    if newest is None or not newest.independent or newest.outcome is not Outcome.PASSES:
        return []
    return [words.say("checked_this", month=_month(When.on(newest.day), words))]


def _months(action: TracedAction, today: date, words: ThemeWords) -> list[str]:
    """Return the month first told and the new one."""
    first, now = action.record.due, action.record.effective_due
    said = [words.say("said_by", month=_month(first, words))]
    if month_of(now) > month_of(first) and month_of(now) >= (today.year, today.month):
        return [*said, words.say("now_plan", month=_month(now, words))]
    return [*said, words.say("no_new_month")]


def _again(action: TracedAction, today: date, words: ThemeWords) -> list[str]:
    due = action.record.effective_due
    if action.is_open and month_of(due) >= (today.year, today.month):
        return [words.say("try_again", month=_month(due, words))]
    return [words.say("try_again_unknown")]


def _month(when: When, words: ThemeWords) -> str:
    return words.month(*month_of(when))
