"""What happened, from the dates that people wrote down: an event, and how a page lists several."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from action_plans.english.wording import day, lower_first, sentence
from action_plans.model.plan import Plan
from action_plans.model.when import When
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.provenance_words import written_down_words
from action_plans.staff.tags import JUDGED
from action_plans.tracing.people import People
from action_plans.tracing.results import Proof
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened: when, to what (a reference, or nothing), our words, and people's own.

    `field` is where it is written, for what is told to have been written down late.
    """

    when: When
    ref: str | None
    words: str
    detail: str | None = None
    field: str = ""


@dataclass(frozen=True, slots=True)
class EventView:
    """An event as it is shown."""

    link: Link | None
    words: str
    detail: str | None


@dataclass(frozen=True, slots=True)
class LogDay:
    """A day, or a month, with what happened."""

    day: str
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """Names of roles and bodies within a sentence: `the deputy manager`, `Westshire Council`."""

    people: People

    def inside(self, written: str | None) -> str:
        """Return a role with its article, and what is no role as it is written."""
        if written is None:
            return "nobody named"
        role = self.people.roles.get(written)
        return f"the {lower_first(role.title)}" if role is not None else written

    def by(self, written: str | None, word: str = "by") -> str:
        """Return ` by the deputy manager`; nothing for nobody."""
        return f" {word} {self.inside(written)}" if written is not None else ""


def log(here: Here, events: Iterable[Event], *, own: str | None = None) -> tuple[LogDay, ...]:
    """Return events for a page, the newest first. `own` is the page's own reference, which need not be cited."""
    newest = sorted(events, key=lambda event: (event.when.last, event.when.first), reverse=True)
    return tuple(
        LogDay(day(when), tuple(_view(here, event, own) for event in several))
        for when, several in groupby(newest, key=lambda event: event.when)
    )


def since(events: Iterable[Event], start: date) -> list[Event]:
    """Return the events on or after `start`."""
    return [event for event in events if event.when.last >= start]


def past(events: Iterable[Event], today: date) -> Iterator[Event]:
    """Yield the events that do not lie ahead."""
    return (event for event in events if event.when.first <= today)


def proof_events(trace: Trace, plan: Plan, proof: Proof, ref: str) -> Iterator[Event]:
    """Yield when evidence for the thing `ref` was made, and when it was checked."""
    evidence, who = proof.record, Names(trace.people[plan.id])
    about = proof.ref if proof.is_note else ref
    title = "" if proof.is_note else f": {evidence.title}"
    verdict = f": {JUDGED[evidence.verdict].word.lower()}" if evidence.verdict else ""
    checked = f"checked{who.by(evidence.checked_by)}{verdict}" if evidence.checked_on and evidence.checked_by else ""
    if evidence.date is not None:
        at_once = f", {checked}" if checked and evidence.checked_on == evidence.date else ""
        yield Event(evidence.date, about, f"evidence recorded{who.by(evidence.by)}{at_once}{title}")
    if checked and evidence.checked_on is not None and evidence.checked_on != evidence.date:
        yield Event(evidence.checked_on, about, f"evidence {checked}{title}")


def _view(here: Here, event: Event, own: str | None) -> EventView:
    link = here.link(event.ref) if event.ref is not None and event.ref != own else None
    service = here.service(event.ref) if event.ref is not None else ""
    late = written_down_words(here, event.ref, event.field, event.when) if event.ref and event.field else ""
    words = f"{event.words} ({late})" if late else event.words
    return EventView(link, sentence(f"{service}: {words}" if service else words), event.detail)
