"""Who is told what: what is still to be sent, the latest first, then what was sent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from action_plans.english.wording import agreeing, counted, day, sentence
from action_plans.model.plan import Plan
from action_plans.model.plan_parts import Communication
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.told import COMMUNICATIONS, sending_tag, sending_words
from action_plans.staff.tags import Tag
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.told import Sending, TracedCommunication


@dataclass(frozen=True, slots=True)
class MessageRow:
    """A message as the page shows it: how it stands, when, who sends it, what it is about."""

    anchor: str
    record: Communication
    tag: Tag
    when: str
    owner: str
    about: tuple[Link, ...]


def communications_page(context: PageContext, plan: Plan) -> Page:
    """Return the page of a plan's messages."""
    here = context.at(plan_address(plan, COMMUNICATIONS), plan)
    messages = context.trace.told.communications[plan.id]
    waiting = sorted((one for one in messages if one.sending is not Sending.SENT), key=_by_day)
    sent = sorted((one for one in messages if one.sending is Sending.SENT), key=_sent_on, reverse=True)
    title = "Communications"
    html = here.render(
        "staff/communications.html.j2",
        head=here.head("Who is told what", ref=plan.id, crumb=title, lede=" ".join(_lede(messages, waiting))),
        waiting=tuple(_row(here, one) for one in waiting),
        sent=tuple(_row(here, one) for one in sent),
    )
    entries = tuple(
        SearchEntry(one.anchor, f"{one.record.id or title} {one.record.audience}", one.record.message)
        for one in (*waiting, *sent)
    )
    entry = SearchEntry("", f"{plan.id} {title}", "who is told what, how and when, messages sent and to come")
    return Page(
        here.address,
        f"{plan.id} {title}",
        html,
        anchors_in(html),
        (entry, *entries),
        plan.path,
        under=context.plan_word,
        reference=plan.id,
    )


def _lede(messages: Sequence[TracedCommunication], waiting: Sequence[TracedCommunication]) -> Iterator[str]:
    if not messages:
        yield "The plan does not say yet who is told of it."
        return
    late = sum(one.sending is Sending.LATE for one in waiting)
    sent = len(messages) - len(waiting)
    if not waiting:
        yield sentence(f"{agreeing(sent, 'message was', 'messages were')} sent, and none waits")
        return
    was = agreeing(sent, "was sent", "were sent") if sent else "none was sent yet"
    yield sentence(f"{agreeing(len(waiting), 'message is', 'messages are')} still to be sent, {was}")
    if late:
        yield sentence(f"{agreeing(late, 'is', 'are')} late")
        return
    dated = next((one for one in waiting if one.record.due is not None), None)
    if dated is not None and dated.record.due is not None:
        yield f"The next goes to {dated.record.audience}, by {day(dated.record.due)}."
    else:
        yield sentence(f"{counted(len(waiting), 'has', 'have')} no date")


def _by_day(message: TracedCommunication) -> tuple[bool, int]:
    due = message.record.due
    return due is None, due.last.toordinal() if due is not None else 0


def _sent_on(message: TracedCommunication) -> int:
    done = message.record.done_on
    return done.last.toordinal() if done is not None else 0


def _row(here: Here, message: TracedCommunication) -> MessageRow:
    record = message.record
    return MessageRow(
        anchor=message.anchor,
        record=record,
        tag=sending_tag(message),
        when=sending_words(here, message),
        owner=here.who(record.owner),
        about=here.links(message.about),
    )
