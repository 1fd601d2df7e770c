"""When a thing was recorded and last changed, in a sentence, and what changed since it was checked."""

from datetime import date, timedelta

from action_plans.english.wording import counted, day, listed
from action_plans.history.checked_days import newest_check
from action_plans.history.history import Change
from action_plans.history.item_history import ItemHistory
from action_plans.model.when import When
from action_plans.staff.context import Here, PageContext
from action_plans.tracing.traced import TracedAction


def provenance_words(here: Here, ref: str) -> str:
    """Return when a thing was recorded and last changed, by its reference; nothing where that is not known."""
    known = here.context.provenance.of(ref)
    if known.last is None:
        return (
            ("Changed, and not yet committed." if known.is_older else "Not yet committed.") if known.uncommitted else ""
        )
    words = _recorded(here, known, known.last)
    return f"Changed, and not yet committed. Before that: {words[0].lower()}{words[1:]}" if known.uncommitted else words


def why_no_dates(here: Here) -> str:
    """Return why no date of change is known; nothing where dates are."""
    return here.context.provenance.sentence


def changed_words(here: Here, ref: str, checked: date | None) -> str:
    """Return what changed in a thing since it was checked, such as `done when`; nothing where nothing did."""
    return listed(here.context.provenance.changed_since(ref, checked))


def check_changed_words(here: Here, ref: str, place: int) -> str:
    """Return what of a check of an action is not as it was first written down; `place` is its place in it, from 0."""
    return listed(here.context.provenance.check_changed(ref, place))


def action_changed_words(here: Here, action: TracedAction) -> str:
    """Return what changed in an action since its newest check, and in its checks since they were written down."""
    own = changed_words(here, action.ref, newest_check(action, here.context.trace.today))
    checks = [
        f"of the check {check.date.on_or_in}, {words}"
        for place, check in enumerate(action.record.checks)
        if (words := check_changed_words(here, action.ref, place))
    ]
    return "; ".join(part for part in (own, *checks) if part)


def evidence_changed_words(here: Here, ref: str) -> str:
    """Return what changed in a piece of evidence since it was checked, such as `result`; nothing where nothing did."""
    return listed(here.context.provenance.evidence_changed(ref))


def written_down_words(here: Here, ref: str, field: str, when: When) -> str:
    """Return how long after its day an entry of a thing was first recorded: `written down 90 days after`.

    `field` is where the entry stands, such as `checks`. Nothing where it was there within a week, where git does not
    know, and where the clock of the version was wrong.
    """
    return late_words(here.context, here.context.provenance.written_down(ref, field, when), when, "written down")


def late_words(context: PageContext, first: Change | None, when: When, what: str) -> str:
    """Return how long after a day something was recorded that stood in a version first.

    A version from after the day as at which the site is made says nothing of that day.
    """
    if first is None or first.is_doubtful or first.date > context.trace.today:
        return ""
    late = first.date - when.last
    return f"{what} {counted(late.days, 'day')} after" if late > _SOON else ""


_SOON = timedelta(days=7)


def _recorded(here: Here, known: ItemHistory, last: Change) -> str:
    first = known.first
    if known.was_unread:
        unread = "When it was first recorded is not known: a version before cannot be read."
        return f"Last changed {_in_version(last)}. {unread}{_doubt(last)}"
    if first is None:
        since = here.context.provenance.since
        unread = f" Versions from before {day(since)} are not read." if since is not None else ""
        return f"Last changed {_in_version(last)}.{unread}"
    if last.commit == first.commit:
        rest = "" if known.uncommitted else ", and not changed since"
        return f"Recorded {_in_version(first)}{rest}.{_doubt(first)}"
    recorded = f"first recorded on {day(first.date)}"
    return f"Last changed {_in_version(last)}, {recorded}.{_doubt(last, first)}"


def _in_version(change: Change) -> str:
    return f"on {day(change.date)} in version {change.short}{_by(change)}"


def _doubt(*changes: Change) -> str:
    """Return which of the days that were told are doubtful."""
    doubtful = [change for change in changes if change.is_doubtful]
    if not doubtful:
        return ""
    days = listed(f"{day(change.date)} (version {change.short})" for change in doubtful)
    is_one = len(doubtful) == 1
    return (
        f" {days} {'is a' if is_one else 'are'} doubtful {'day' if is_one else 'days'}: the clock of "
        f"{'that version' if is_one else 'those versions'}, or of the one before, was wrong."
    )


def _by(change: Change) -> str:
    """Return who made a change, where the project chose to name people."""
    return f" by {change.author}" if change.author else ""
