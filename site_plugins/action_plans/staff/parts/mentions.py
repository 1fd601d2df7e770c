"""Who was told of a thing, what people said that changed it, and which risks its work reduces: links from its page."""

from collections.abc import Iterable
from dataclasses import dataclass

from action_plans.english.wording import day
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.told import feedback_link, message_link
from action_plans.tracing.mentions import Mentions
from action_plans.tracing.told import Sending, TracedCommunication


@dataclass(frozen=True, slots=True)
class MentionsView:
    """Links, those to messages and feedback with a few words each."""

    told: tuple[tuple[Link, str], ...]
    heard: tuple[tuple[Link, str], ...]
    risks: tuple[Link, ...]


def mentions_view(here: Here, ref: str, risks: Iterable[str] = ()) -> MentionsView:
    """Return what concerns a thing. `risks` are the risks that the work on it reduces."""
    found = here.context.trace.mentions.get(ref, Mentions())
    told = tuple((message_link(here, message), _told_words(message)) for message in found.told)
    heard = tuple((feedback_link(here, said), day(said.record.date)) for said in found.heard)
    return MentionsView(told, heard, here.links(dict.fromkeys(risks)))


def _told_words(message: TracedCommunication) -> str:
    record = message.record
    if message.sending is Sending.SENT and record.done_on is not None:
        return f"told {day(record.done_on)}"
    return f"due {day(record.due)}, not told yet" if record.due is not None else "not told yet"
