"""What may be written where something is missing of an action."""

from collections.abc import Iterator
from datetime import date

from action_plans.exchange.mending.choice import LATER, SOON, Case, Choice, checked, is_closable, lead_of, shown_by
from action_plans.model.action import Progress, Status
from action_plans.model.evidence import EvidenceCategory
from action_plans.model.reference import Kind
from action_plans.tracing.days import has_passed
from action_plans.tracing.traced import TracedAction

_REASON = "Why it takes longer, in a sentence"


def late(case: Case) -> Iterator[Choice]:
    """Close it, or move it."""
    for action in _action(case):
        yield from _closed(case, action)
        yield _moved(case, action, "Not done? Give a new date and the reason.")


def slipped(case: Case) -> Iterator[Choice]:
    """Open it again, or look again."""
    for action in _action(case):
        record = action.record
        again = {"date": case.now, "reason": "Why it does not hold, in a sentence"}
        status = {"status": Status.OPEN.value} if record.status is not None else {}
        if record.closed_on is not None or status:
            yield Choice("Does it not hold? Open it again.", record, status, {"reopened": again})
        yield from checked(case, action, "Checked since, and it holds? Add the check.")


def blocked(case: Case) -> Iterator[Choice]:
    """Move it, as far as that helps: what it waits for has to be done in any case."""
    for action in _action(case):
        waits = [case.trace.actions[ref] for ref in action.holding_up]
        helps = not any(has_passed(other.due, case.today) for other in waits)
        last = max((other.due.last for other in waits), default=case.today)
        yield _moved(case, action, "Not in time? Give a new date and the reason.", max(last, case.today) + LATER, helps)


def likely_late(case: Case) -> Iterator[Choice]:
    """Move it behind what it waits for."""
    for action in _action(case):
        latest = case.trace.actions[action.latest_wait].due.last if action.latest_wait else case.today
        yield _moved(case, action, "Can nothing come sooner? Give a new date and the reason.", latest + SOON)


def off_track(case: Case) -> Iterator[Choice]:
    """Tell what is done about it, move it, or say that it goes well again."""
    for action in _action(case):
        record = action.record
        news = {"date": case.now, "by": record.owner, "text": "What happened, and what comes next"}
        yield Choice("Something to tell? Add it.", record, adds={"updates": news}, answers=False)
        yield _moved(case, action, "More time needed? Give a new date and the reason.", answers=False)
        yield Choice("Back on track? Change the word.", record, {"progress": Progress.ON_TRACK.value})


def no_proof(case: Case) -> Iterator[Choice]:
    """Show it, or let somebody look."""
    for action in _action(case):
        line = shown_by(case, action)
        yield Choice("Is there proof? Say what it is and where.", action.record, adds={"evidence": line})
        yield from checked(case, action, "Has somebody looked, and it holds? Add the check.")


def look(case: Case) -> Iterator[Choice]:
    """Let somebody look; what a check said first comes back by no other check."""
    for action in _action(case):
        if any(check.origin == case.problem.origin for check in action.record.checks):
            continue
        yield from checked(case, action, "Has somebody independent looked, and it holds? Add the check.")


def one_category(case: Case) -> Iterator[Choice]:
    """Show it from another side."""
    for action in _action(case):
        other = next(one for one in EvidenceCategory if one not in action.strength.categories)
        line = {**shown_by(case, action), "category": other.value}
        words = f"Is there proof of another kind, such as {other.label.lower()}? Add it."
        yield Choice(words, action.record, adds={"evidence": line})


def check_due(case: Case) -> Iterator[Choice]:
    """Write down the check, or give it a new date."""
    for action in _action(case):
        yield from checked(case, action, "Checked, and it holds? Add the check.")
        later = {"check_due": (case.today + SOON).isoformat()}
        yield Choice("Not checked yet? Give a new date.", action.record, later)


def no_sample(case: Case) -> Iterator[Choice]:
    """Say what was looked at."""
    for action in _action(case):
        for check in action.record.checks:
            if case.is_at(check, "date"):
                yield Choice("Say how many were looked at.", check, {"sample": "How many, such as 10 of 39 care plans"})


def serves_nothing(case: Case) -> Iterator[Choice]:
    """Say what it is for, or stop it."""
    for action in _action(case):
        plan = action.plan
        served = next((item.ref.id for item in plan.items(Kind.FINDING, Kind.OBJECTIVE)), None)
        if served is not None:
            yield Choice(f"Name what it serves, in place of {served}.", action.record, {"for": served})
        why = {"date": case.now, "by": lead_of(plan, case.trace.people[plan.id]), "because": "Why, in a sentence"}
        yield Choice("Is it for nothing any more? Stop it, and say why.", action.record, {"stopped": why})


def no_closing_day(case: Case) -> Iterator[Choice]:
    """Say since when it is closed."""
    for action in _action(case):
        if action.is_open and action.record.reopened:
            continue  # closed_on would close it again
        yield Choice("Since when is it closed? Write the day.", action.record, {"closed_on": case.now})


def no_end(case: Case) -> Iterator[Choice]:
    """Say what will be true."""
    for action in _action(case):
        words = {"done_when": "What will be true in practice, with a figure"}
        yield Choice("What will be true when it is done? Write it.", action.record, words)


def _action(case: Case) -> Iterator[TracedAction]:
    if case.action is not None:
        yield case.action


def _closed(case: Case, action: TracedAction) -> Iterator[Choice]:
    record = action.record
    if is_closable(record, case.today):
        fields = {
            **({"status": Status.CLOSED.value} if record.status is not None else {}),
            "closed_on": case.now,
            "closed_by": record.owner,
            "different_now": record.different_now or "What people would notice, in a sentence",
        }
        yield Choice("Done? Close it, and say what is different.", record, fields)


def _moved(case: Case, action: TracedAction, sentence: str, wanted: date | None = None, answers: bool = True) -> Choice:
    due = case.new_due(action, wanted or max(case.today, action.due.last) + SOON)
    moved = {"date": case.now, "due": due, "reason": _REASON, "by": action.record.owner}
    return Choice(sentence, action.record, adds={"revised": moved}, answers=answers)
