"""How evidence stands: lapsed, still to come, not counting, supporting nothing."""

from collections.abc import Iterator

from action_plans.english.wording import late_by
from action_plans.model.action import Action
from action_plans.model.evidence import Evidence
from action_plans.model.problem import Code, Problem
from action_plans.tracing.days import is_future
from action_plans.tracing.references import Node
from action_plans.tracing.results import is_stale
from action_plans.tracing.trace import Trace


def stale(trace: Trace) -> Iterator[Problem]:
    """AP308: evidence past its review date that supports something live."""
    for ref, evidence, _ in live_evidence(trace):
        if evidence.review_due is not None and is_stale(evidence, trace.today):
            late = late_by(evidence.review_due.last, trace.today)
            name = called(ref, evidence)
            message = f"The review of {name} is {late} (due {evidence.review_due}): it no longer counts."
            hint = "Look again and give a new `review_due`, or put newer evidence beside it."
            yield Problem(Code.STALE, message, evidence.at("review_due"), hint, ref)


def still_to_come(trace: Trace) -> Iterator[Problem]:
    """AP309: evidence without a date that is promised for something live."""
    for ref, evidence, _ in live_evidence(trace):
        if evidence.date is None:
            message = f"{called(ref, evidence)} is still to come."
            hint = "Give its `date` once it is there."
            yield Problem(Code.TO_COME, message, evidence.at("title"), hint, ref)


def not_counting(trace: Trace) -> Iterator[Problem]:
    """AP318: evidence and checks dated in the future, or before the action that they are for was started."""
    for ref, evidence, supported in live_evidence(trace):
        when = evidence.date
        if when is None:
            continue
        if is_future(when, trace.today):
            message = f"{called(ref, evidence)} is dated {when}, which has not come: it does not count yet."
            yield Problem(Code.DOES_NOT_COUNT, message, evidence.at("date"), "Check the date.", ref)
            continue
        for node in supported:
            started = node.record.started if isinstance(node.record, Action) else None
            if started is not None and when.last < started.first:
                message = (
                    f"{called(ref, evidence)} is dated {when}, before {node.short} was started {started.on_or_in}: "
                    f"it does not count for {node.short}."
                )
                hint = "Check both dates, or show newer evidence."
                yield Problem(Code.DOES_NOT_COUNT, message, evidence.at("date"), hint, ref)
    yield from _checks_not_counting(trace)


def supporting_nothing(trace: Trace) -> Iterator[Problem]:
    """AP320: notes on stopped actions alone."""
    for note in trace.portfolio.notes:
        ref = note.ref
        supported = [trace.node(other) for other in trace.supports.get(ref, ())]
        if supported and not any(trace.is_live(node.ref) for node in supported):
            names = ", ".join(node.short for node in supported)
            message = f"{called(ref, note)} supports nothing live: {names} was stopped."
            hint = "Add to `supports` what stands instead, or leave it as a record and accept this."
            yield Problem(Code.SUPPORTS_NOTHING, message, note.at("supports"), hint, ref)


def _checks_not_counting(trace: Trace) -> Iterator[Problem]:
    for ref, action in trace.actions.items():
        record = action.record
        if record.stopped is not None:
            continue
        for check in record.checks:
            if is_future(check.date, trace.today):
                message = f"A check of {record.id} is dated {check.date}, which has not come: it does not count yet."
            elif record.started is not None and check.date.last < record.started.first:
                made, started = check.date.on_or_in, record.started.on_or_in
                message = f"A check of {record.id} {made} does not count: it was started {started}."
            else:
                continue
            yield Problem(Code.DOES_NOT_COUNT, message, check.at("date"), "Check the dates.", ref)


def live_evidence(trace: Trace) -> Iterator[tuple[str, Evidence, tuple[Node, ...]]]:
    """Yield the evidence that supports something live, with the live things that it supports."""
    for ref, supported in trace.supports.items():
        nodes = tuple(trace.node(other) for other in supported if trace.is_live(other))
        if nodes:
            yield ref, trace.proof(ref).record, nodes


def called(ref: str, evidence: Evidence) -> str:
    """Return what evidence is called: its title, and its id or the item it is written on."""
    before, _, after = ref.partition("/")
    where = after if before == "evidence" else after.split("/", 1)[0]
    return f"“{evidence.title}” ({where})"
