"""Messages and feedback as pages name them: the link to where each stands, and how a message stands in words."""

from action_plans.english.wording import day, late_by
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.tags import Tag
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.told import Sending, TracedCommunication, TracedFeedback

COMMUNICATIONS = "communications"
LEARNING = "learning"

_SENDING = {
    Sending.LATE: Tag("overdue", "Late"),
    Sending.SOON: Tag("due-soon", "Due soon"),
    Sending.TO_COME: Tag("not-started", "To come"),
    Sending.UNDATED: Tag("plain", "No date"),
    Sending.SENT: Tag("verified", "Sent"),
}


def message_link(here: Here, message: TracedCommunication) -> Link:
    """Return the link to a message: its reference, with its plan where that is another, and to whom it goes."""
    own, plan = message.record.id or "", message.plan
    ref = own if plan is here.plan or not own else f"{plan.id}/{own}"
    return Link(ref, message.record.audience, f"{here.to(plan_address(plan, COMMUNICATIONS))}#{message.anchor}")


def feedback_link(here: Here, said: TracedFeedback) -> Link:
    """Return the link to what somebody said: who it was."""
    return Link("", said.record.from_, f"{here.to(plan_address(said.plan, LEARNING))}#{said.anchor}")


def sending_tag(message: TracedCommunication) -> Tag:
    """Return how a message stands."""
    return _SENDING[message.sending]


def sending_words(here: Here, message: TracedCommunication) -> str:
    """Return when a message was sent, against its day: `9 April 2026, due 10 April 2026`; or how late it is."""
    record = message.record
    due = f"due {day(record.due)}" if record.due is not None else ""
    if message.sending is Sending.SENT and record.done_on is not None:
        return ", ".join(part for part in (day(record.done_on), due) if part)
    if message.sending is Sending.LATE and record.due is not None:
        return f"{due}, {late_by(record.due.last, here.context.trace.today)}"
    return due
