"""When a thing was recorded and last changed, in a sentence, and what changed since it was checked."""

from datetime import date

from action_plans.english.wording import day, listed
from action_plans.history.history import Change
from action_plans.history.item_changes import ItemHistory
from action_plans.staff.context import Here


def provenance_words(here: Here, ref: str) -> str:
    """Return when a thing was recorded and last changed, by its reference; nothing where that is not known."""
    known = here.context.provenance.of(ref)
    if known.last is None or known.first is None:
        return "Not yet committed." if known.uncommitted else ""
    words = _recorded(known, known.first, known.last)
    return f"Changed, and not yet committed. Before that: {words[0].lower()}{words[1:]}" if known.uncommitted else words


def why_no_dates(here: Here) -> str:
    """Return why no date of change is known; nothing where dates are."""
    return here.context.provenance.sentence


def changed_words(here: Here, ref: str, checked: date | None) -> str:
    """Return what changed in a thing since it was checked, such as `done when`; nothing where nothing did."""
    return listed(here.context.provenance.changed_since(ref, checked))


def _recorded(known: ItemHistory, first: Change, last: Change) -> str:
    if last.commit == first.commit:
        since = "" if known.uncommitted else ", and not changed since"
        return f"Recorded on {day(first.date)} in version {first.short}{_by(first)}{since}."
    return f"Last changed on {day(last.date)} in version {last.short}{_by(last)}, first recorded on {day(first.date)}."


def _by(change: Change) -> str:
    """Return who made a change, where the project chose to name people."""
    return f" by {change.author}" if change.author else ""
