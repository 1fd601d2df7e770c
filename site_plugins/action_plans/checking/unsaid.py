"""What a plan leaves unsaid that somebody will ask for: when it was closed, when it is done, where it comes from."""

from collections.abc import Iterator

from action_plans.checking.unread import Unread
from action_plans.model.action import Action
from action_plans.model.finding import FindingKind
from action_plans.model.problem import Code, Problem
from action_plans.tracing.trace import Trace


def no_closing_day(trace: Trace) -> Iterator[Problem]:
    """AP344: actions that are closed and do not say since when: nobody can tell what was shown or checked after it."""
    for ref, action in trace.actions.items():
        record = action.record
        if record.closed_on is not None or record.stopped is not None:
            continue
        if record.is_closed:
            message = f"{record.id} is closed and does not say since when."
            yield Problem(Code.NO_CLOSING_DAY, message, record.at("status"), "Write the day in `closed_on`.", ref)
        elif record.reopened:
            message = f"{record.id} was reopened and does not say when it had been closed."
            origin = record.reopened[0].at("date")
            yield Problem(Code.NO_CLOSING_DAY, message, origin, "Write that day in `closed_on`.", ref)
        elif record.closed_by is not None:
            message = f"{record.id} says who closed it, and not when: it counts as open."
            hint = "Write the day in `closed_on`, or take `closed_by` out."
            yield Problem(Code.NO_CLOSING_DAY, message, record.at("closed_by"), hint, ref)


def no_end(trace: Trace) -> Iterator[Problem]:
    """AP336: open actions that say neither in words nor by a measure what will be true when they are done."""
    for ref, action in trace.actions.items():
        record = action.record
        if action.is_open and not _has_end(record):
            message = f"{record.id} does not say what will be true in practice when it is done."
            hint = "Write it in `done_when`, such as “every count of four weeks is right”, or name a measure."
            yield Problem(Code.NO_END, message, record.at("title"), hint, ref)


def no_source(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP337: findings that do not say who found them where, unless they are the service's own."""
    for ref, finding in trace.findings.items():
        record = finding.record
        if record.source or record.kind is FindingKind.OWN or unread.lacks(finding.plan, "sources"):
            continue
        message = f"{record.id} does not say where it comes from."
        hint = "Name the report in `source`, or write `kind: own` where you found it yourselves."
        yield Problem(Code.NO_SOURCE, message, record.at("id"), hint, ref)


def accepted_for_ever(trace: Trace) -> Iterator[Problem]:
    """AP345: answers without a last day: what nobody looks at again is not accepted, but forgotten."""
    for plan in trace.portfolio.plans:
        for accepted in plan.accepted:
            if accepted.until is None:
                about = f" for {accepted.item}" if accepted.item else ""
                message = f"{accepted.code}{about} is accepted without a last day."
                hint = "Write in `until` by when somebody looks at it again."
                yield Problem(Code.ACCEPTED_FOR_EVER, message, accepted.at("code"), hint, plan.ref)


def thanks_for_nobody(trace: Trace) -> Iterator[Problem]:
    """AP348: thanks that name neither a team nor a role."""
    for plan in trace.portfolio.plans:
        for thanks in plan.recognition:
            if thanks.team is None and thanks.who is None:
                message = "These thanks do not say whom they are for."
                hint = "Write a `team`, or a role's code in `who`."
                yield Problem(Code.THANKS_NOBODY, message, thanks.at("for"), hint, plan.ref)


def _has_end(action: Action) -> bool:
    return action.done_when is not None or bool(action.measures)
