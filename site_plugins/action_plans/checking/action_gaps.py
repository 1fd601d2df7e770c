"""How actions stand: late, waiting, not proven, not holding."""

from collections.abc import Iterator

from action_plans.checking.unread import Unread
from action_plans.english.saying_nothing import is_nobody
from action_plans.english.wording import days_left, late_by, listed, times
from action_plans.model.problem import Code, Problem
from action_plans.tracing.days import has_passed
from action_plans.tracing.promises import Promise
from action_plans.tracing.states import Assurance, Condition
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction


def overdue(trace: Trace) -> Iterator[Problem]:
    """AP303: actions that are late, by how much, and how often they were moved."""
    for ref, action in _in_condition(trace, Condition.OVERDUE):
        record, due = action.record, action.due
        moved = len(record.revised)
        history = f"due {due}" if not moved else f"first due {record.due}, moved {times(moved)}, then due {due}"
        message = f"{record.id} is {late_by(due.last, trace.today)} ({history}). {_owned(trace, action)}"
        hint = "Close it with its evidence, or give a new date and the reason in `revised`."
        yield Problem(Code.OVERDUE, message, action.record.due_origin, hint, ref)


def slipped(trace: Trace) -> Iterator[Problem]:
    """AP304: closed actions that do not hold, and who found it when."""
    for ref, action in _in_condition(trace, Condition.SLIPPED):
        record, result = action.record, action.results[0]
        what = "check" if result.check is not None else "check of its evidence"
        by = f" by {_who(trace, action, result.by)}" if result.by else ""
        closed = f"was closed {record.closed_on.on_or_in}" if record.closed_on else "is closed"
        message = f"{record.id} {closed} but does not hold: the {what}{by} {result.when.on_or_in} failed."
        origin = result.check.at("result") if result.check is not None else record.at("closed_on")
        if result.proof is not None:
            origin = result.proof.record.at("verdict")
        hint = "Reopen it with a reason in `reopened`, or record a newer check that holds."
        yield Problem(Code.SLIPPED, f"{message} {_owned(trace, action)}", origin, hint, ref)


def blocked(trace: Trace) -> Iterator[Problem]:
    """AP305: actions that wait for something late, or are due soon while something they wait for is unfinished."""
    for ref, action in _in_condition(trace, Condition.BLOCKED):
        record = action.record
        waits = [trace.actions[other] for other in action.holding_up]
        late = [other for other in waits if has_passed(other.due, trace.today)]
        if late:
            names = listed(f"{_name(other, action)}, which is {late_by(other.due.last, trace.today)}" for other in late)
            message = f"{record.id} waits for {names}."
        else:
            names = listed(f"{_name(other, action)} (due {other.due})" for other in waits)
            message = (
                f"{record.id} is due {days_left(action.due.last, trace.today)} ({action.due}) and waits for {names}."
            )
        owners = listed(dict.fromkeys(_owner(trace, other) for other in late or waits))
        hint = f"Ask when that will be done, and move {record.id} if it cannot be in time. To ask: {owners}."
        yield Problem(Code.BLOCKED, message, record.at("depends_on"), hint, ref)


def late_forecast(trace: Trace) -> Iterator[Problem]:
    """AP306: actions that cannot be in time, and the one that they wait for longest, direct or through others."""
    for ref, action in _in_condition(trace, Condition.LATE_FORECAST):
        assert action.latest_wait is not None  # noqa: S101 -- that is what makes it late
        record, last = action.record, trace.actions[action.latest_wait]
        through = "" if last.ref in action.holding_up else ", through others,"
        waits = f"waits{through} for {_name(last, action)}, due {last.due.on_or_in}"
        message = f"{record.id} is due {action.due.on_or_in} but {waits}."
        hint = f"Move {record.id} in `revised` with the reason, or bring {_name(last, action)} forward."
        yield Problem(Code.LATE_FORECAST, message, record.at("depends_on"), hint, ref)


def off_track(trace: Trace) -> Iterator[Problem]:
    """AP340: actions of which their owners say that they are off track or at risk, with the newest word on each."""
    for condition in (Condition.OFF_TRACK, Condition.AT_RISK):
        for ref, action in _in_condition(trace, condition):
            record = action.record
            message = f"{record.id} is {condition.label.lower()} (due {action.due}). {_owned(trace, action)}"
            hint = "Say in `updates` what is done about it, or give a new date and the reason in `revised`."
            yield Problem(Code.OFF_TRACK, message, record.at("progress"), hint, ref)


def unproven(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP302: closed actions with nothing that counts to show for it."""
    for ref, action in trace.actions.items():
        if action.assurance is Assurance.NONE and not unread.has_notes:
            record = action.record
            closed = f"was closed {record.closed_on.on_or_in}" if record.closed_on else "is closed"
            held = "none of its evidence counts" if action.proofs else "there is no evidence"
            looked = ": what was checked is past its review date" if action.lapsed else " and nobody has checked it"
            message = f"{record.id} {closed}, but {held}{looked}. {_owned(trace, action)}"
            hint = "Add dated evidence, or let someone else check it and write that in `checks`."
            yield Problem(Code.NO_PROOF, message, action.closed_origin, hint, ref)


def unchecked(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP307: closed actions with evidence that nobody independent has confirmed, and why what there is does not do."""
    for ref, action in trace.actions.items():
        if action.assurance is not Assurance.SUBMITTED or action.condition is Condition.SLIPPED:
            continue
        if unread.has_notes or (action.results and is_nobody(action.results[0].by or "")):
            continue  # that nobody is named is an error of its own
        record = action.record
        assert action.why_unchecked is not None  # noqa: S101 -- that is what makes it submitted
        by = _who(trace, action, action.results[0].by) if action.results else ""
        message = f"{record.id} is closed and has evidence, but {action.why_unchecked.said(by)}."
        hint = f"See whether it holds in practice and write that in `checks`. {_checks(trace, action)}"
        yield Problem(Code.UNCHECKED, message, action.closed_origin, hint, ref)


def serving_nothing(trace: Trace) -> Iterator[Problem]:
    """AP311: actions that serve no finding and no objective, unless they stand instead of one that did."""
    for ref, action in trace.actions.items():
        if action.record.for_ or action.record.stopped is not None or trace.graph.subjects("instead", ref):
            continue
        message = f"{action.record.id} serves no finding and no objective."
        hint = "Name them in `for`, or stop it and say why."
        yield Problem(Code.SERVES_NOTHING, message, action.record.at("id"), hint, ref)


def checks_due(trace: Trace) -> Iterator[Problem]:
    """AP315: checks that were promised for a day that has passed and are not recorded."""
    for ref, action in trace.actions.items():
        record = action.record
        if action.promise is Promise.BROKEN and record.check_due is not None:
            late = late_by(record.check_due.last, trace.today)
            message = f"The check of {record.id} is {late} (due {record.check_due})."
            hint = f"Make it and write it in `checks`, or give a new date in `check_due`. {_checks(trace, action)}"
            yield Problem(Code.CHECK_DUE, message, record.at("check_due"), hint, ref)


def tasks_late(trace: Trace) -> Iterator[Problem]:
    """AP321: tasks of actions that are not stopped, past their date and not done."""
    for ref, action in trace.actions.items():
        if action.record.stopped is not None:
            continue
        for task in action.record.tasks:
            if task.by is not None and task.done_on is None and has_passed(task.by, trace.today):
                message = f"A task of {action.record.id} is {late_by(task.by.last, trace.today)} (due {task.by})."
                who = f"Given to: {_who(trace, action, task.who)}." if task.who else _owned(trace, action)
                hint = "Write `done_on`, or a new date in `by`."
                yield Problem(Code.TASK_LATE, f"{message} {who}", task.at("by"), hint, ref)


def _in_condition(trace: Trace, condition: Condition) -> Iterator[tuple[str, TracedAction]]:
    return ((ref, action) for ref, action in trace.actions.items() if action.condition is condition)


def _owned(trace: Trace, action: TracedAction) -> str:
    return f"Owner: {_owner(trace, action)}."


def _checks(trace: Trace, action: TracedAction) -> str:
    """Return who is to check an action, a sentence."""
    written = action.record.checker
    return f"Checker: {_who(trace, action, written)}." if written else "Its owner cannot be the one."


def _owner(trace: Trace, action: TracedAction) -> str:
    return _who(trace, action, action.record.owner)


def _who(trace: Trace, action: TracedAction, written: str | None) -> str:
    return trace.people[action.plan.id].title(written)


def _name(other: TracedAction, seen_from: TracedAction) -> str:
    """Return an action's id as its readers know it: short within one plan."""
    return other.record.id if other.plan.id == seen_from.plan.id else other.ref
