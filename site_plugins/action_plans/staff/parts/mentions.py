"""Who was told of a thing, what people said that changed it, and which risks its work reduces: links from its page."""

from collections.abc import Iterable
from dataclasses import dataclass

from action_plans.english.wording import day
from action_plans.model.plan import Communication, Plan
from action_plans.staff.context import Here, Link
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.mentions import Mentions


@dataclass(frozen=True, slots=True)
class MentionsView:
    """Links, each with a few words; one whose plan has no page for it leads nowhere."""

    told: tuple[tuple[Link, str], ...]
    heard: tuple[tuple[Link, str], ...]
    risks: tuple[Link, ...]


def mentions_view(here: Here, ref: str, risks: Iterable[str]) -> MentionsView:
    """Return what concerns a thing. `risks` are the risks that the work on it reduces."""
    found = here.context.trace.mentions.get(ref, Mentions())
    told = tuple(
        (_link(here, plan, "communications", message.audience, message.id), _told_words(message))
        for plan, message in found.told
    )
    heard = tuple((_link(here, plan, "learning", feedback.from_), day(feedback.date)) for plan, feedback in found.heard)
    return MentionsView(told, heard, here.links(dict.fromkeys(risks)))


def _link(here: Here, plan: Plan, page: str, title: str, item: str | None = None) -> Link:
    """Return the link to a page of a plan, to the place of an item on it; without address where there is no page."""
    is_there = any(entry.page == page for entry in here.context.menu(plan))
    anchor = f"#{item.lower()}" if item else ""
    return Link(item or "", title, here.to(plan_address(plan, page)) + anchor if is_there else "")


def _told_words(message: Communication) -> str:
    if message.done_on is not None:
        return f"told {day(message.done_on)}"
    return f"due {day(message.due)}, not told yet" if message.due is not None else "not told yet"
