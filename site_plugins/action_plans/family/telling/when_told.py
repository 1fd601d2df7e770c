"""When a thing was done or is meant to be, and why not yet: in months; nothing is promised that nobody promised."""

from collections.abc import Iterator
from datetime import date

from action_plans.family.telling.told_states import FamilyState, has_no_month, month_of
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.when import When
from action_plans.tracing.results import Outcome
from action_plans.tracing.traced import TracedAction


def when_sentences(
    action: TracedAction, state: FamilyState, reason: str, today: date, words: ThemeWords
) -> tuple[str, ...]:
    """Return when something was done, is planned or was first told, and why it is late, stopped or does not work."""
    why = reason or words.say("no_reason")
    match state:
        case FamilyState.DONE | FamilyState.CHECKING:
            return (*_done(action, words), *_checked(action, state, words))
        case FamilyState.CHANGED:
            return (why,)
        case FamilyState.NOT_WORKED:
            return (*_done(action, words), *_checked(action, state, words), why, *_again(action, today, words))
        case FamilyState.LATE:
            return (*_first_said(action, today, words), why, *_now_planned(action, today, words))
        case _:
            return (words.say("aim_for", month=_month(action.due, words)),)


def news_sentences(
    action: TracedAction, state: FamilyState, reason: str, today: date, words: ThemeWords
) -> tuple[str, ...]:
    """Return the same in short, for a list of what is new: of what went well its state says enough."""
    why = reason or words.say("no_reason")
    match state:
        case FamilyState.CHANGED:
            return (why,)
        case FamilyState.NOT_WORKED:
            return (why, *_again(action, today, words))
        case FamilyState.LATE:
            return (*_first_said(action, today, words), why, *_now_planned(action, today, words))
        case _:
            return ()


def _done(action: TracedAction, words: ThemeWords) -> Iterator[str]:
    """Yield in which month it was done; of what was late, the month first told too, for as long as it is told."""
    closed, first = action.record.closed_on, action.record.due
    if closed is None:
        return
    if month_of(closed) > month_of(first):
        yield words.say("said_by", month=_month(first, words))
        yield words.say("did_it", month=_month(closed, words))
    else:
        yield words.say("did_this", month=_month(closed, words))


def _checked(action: TracedAction, state: FamilyState, words: ThemeWords) -> Iterator[str]:
    """Yield what the newest result said, and when, where it bears the state out: whoever made it is "someone else"."""
    newest = action.results[0] if action.results else None
    if newest is not None and newest.independent and newest.outcome in _BEARS_OUT[state]:
        yield words.say(_CHECKED[newest.outcome], month=_month(When.on(newest.day), words))


_BEARS_OUT = {
    FamilyState.DONE: (Outcome.PASSES,),
    FamilyState.CHECKING: (Outcome.PARTLY,),
    FamilyState.NOT_WORKED: (Outcome.PARTLY, Outcome.FAILS),
}
_CHECKED = {
    Outcome.PASSES: "checked_this",
    Outcome.PARTLY: "checked_partly",
    Outcome.FAILS: "checked_fails",
}


def _first_said(action: TracedAction, today: date, words: ThemeWords) -> Iterator[str]:
    """Yield the month first told, and the one told next where that is over too."""
    yield words.say("said_by", month=_month(action.record.due, words))
    if has_no_month(action, today) and month_of(action.due) != month_of(action.record.due):
        yield words.say("said_next", month=_month(action.due, words))


def _now_planned(action: TracedAction, today: date, words: ThemeWords) -> Iterator[str]:
    if has_no_month(action, today):
        yield words.say("no_new_month")
    else:
        yield words.say("now_plan", month=_month(action.due, words))


def _again(action: TracedAction, today: date, words: ThemeWords) -> Iterator[str]:
    """Yield for when it is planned again: a month that is over, or that of work that is closed, is no plan."""
    if action.is_open and not has_no_month(action, today):
        yield words.say("try_again", month=_month(action.due, words))
    else:
        yield words.say("no_new_month")


def _month(when: When, words: ThemeWords) -> str:
    return words.month(*month_of(when))
