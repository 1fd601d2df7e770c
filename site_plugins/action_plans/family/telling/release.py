"""What may be published: facts and entries that nothing holds back, grouped by service, each with its address."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from typing import NamedTuple

from action_plans.family.telling.author_texts import Entry, EntryKind
from action_plans.family.telling.entries import service_name, texts_of_service
from action_plans.family.telling.left_out import service_without, without_prose
from action_plans.family.telling.projection import Published
from action_plans.model.family import ENGLISH, ServiceFamily
from action_plans.model.plan import Plan
from action_plans.model.problem import Problem
from action_plans.model.record import slug
from action_plans.tracing.trace import Trace


class Judged(NamedTuple):
    """What the guards say of an entry.

    Attributes:
        entry: the entry.
        problems: everything there is to say, what the plan answers and what is left out alone included.
        held: what of it holds the entry back.
        wrong_facts: the fields of facts that are left out, the service's name included.
    """

    entry: Entry
    problems: tuple[Problem, ...]
    held: tuple[Problem, ...]
    wrong_facts: AbstractSet[str]


@dataclass(frozen=True)
class Released:
    """One service's part of the edition, and its folder.

    `about` is the service's own entry, without what is held back or left out.
    """

    folder: str
    published: Published
    about: Entry

    def in_language(self, language: str) -> Published | None:
        """Return what stands in a language throughout; None where no plan does."""
        entries = self.published
        if not self.about.is_written_in(language):
            return None
        plans = tuple(entry for entry in entries.plans if entry.is_written_in(language))
        spoken = {entry.ref for entry in plans}
        topics = tuple(entry for entry in entries.topics if language in entry.languages and entry.plan.id in spoken)
        return replace(entries, plans=plans, topics=topics) if plans else None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry that is published."""
        return (self.about, *self.published.plans, *self.published.topics)


def release(
    trace: Trace,
    judged: Sequence[Judged],
    unnamed: AbstractSet[str] = frozenset(),
    links: AbstractSet[str] = frozenset(),
) -> tuple[Released, ...]:
    """Return what may be published of each service that has something to say, in the order of the services.

    A plan speaks where it is asked for: prose that is held back is left out of it, and of its service, and holds back
    nothing else.

    Args:
        trace: everything that was read.
        judged: every entry with what the guards say of it.
        unnamed: ids of services whose only name may not be printed: nothing of them is published.
        links: addresses of reports that may not be printed.
    """
    spoken = [each for each in judged if each.entry.publish]
    plans: dict[str, list[Entry]] = {}
    topics: dict[str, list[Entry]] = {}
    waiting: dict[str, int] = {}
    speaking = {each.entry.ref for each in spoken if each.entry.kind is EntryKind.PLAN}
    for each in spoken:
        entry = each.entry
        if entry.kind is EntryKind.PLAN:
            plans.setdefault(entry.service.id, []).append(without_prose(entry) if each.held else entry)
        elif entry.is_topic and each.held:
            waiting[entry.plan.id] = waiting.get(entry.plan.id, 0) + 1
        elif entry.is_topic and entry.plan.id in speaking:
            topics.setdefault(entry.service.id, []).append(entry)
    answering = {each.entry.service.id for each in spoken if each.held and _answers(each.entry)}
    about = {each.entry.service.id: _about(each) for each in spoken if each.entry.kind is EntryKind.SERVICE}
    all_plans: dict[str, list[Plan]] = {}
    for plan in trace.portfolio.plans:
        all_plans.setdefault(trace.service_of[plan.id].id, []).append(_without_links(plan, links))
    taken: set[str] = set()
    hrefs = _topic_hrefs(trace)
    released = []
    for service in trace.services.values():
        if service.id in plans and service.id not in unnamed:
            entry = about[service.id]
            folder = _free_name(slug(in_english(service_name(entry.service))) or "service", taken)
            told = tuple(replace(topic, service=entry.service) for topic in topics.get(service.id, ()))
            published = Published(
                entry.service,
                tuple(all_plans[service.id]),
                tuple(replace(plan, service=entry.service) for plan in plans[service.id]),
                told,
                waiting,
                {topic.ref: hrefs[topic.ref] for topic in told},
                service.id in answering,
            )
            released.append(Released(folder, published, entry))
    return tuple(released)


def topic_title(entry: Entry) -> str:
    """Return a topic's title in English, or in the language it has."""
    family = entry.finding.record.family if entry.finding is not None else None
    return in_english(family.title or {}) if family is not None else ""


def in_english(text: Mapping[str, str]) -> str:
    """Return a text in English, else in the first language it has."""
    return text.get(ENGLISH) or next(iter(text.values()), "")


def _about(judged: Judged) -> Entry:
    """Return a service's entry with the service as it may be published."""
    entry = judged.entry
    service = service_without(entry.service, judged.wrong_facts, is_prose_held=bool(judged.held))
    texts = tuple(texts_of_service(service.family or ServiceFamily()))
    return replace(entry, service=service, texts=texts)


def _without_links(plan: Plan, links: AbstractSet[str]) -> Plan:
    """Return a plan without the addresses of reports that may not be printed."""
    if not any(source.url in links for source in plan.sources):
        return plan
    sources = tuple(
        source.model_copy(update={"url": None}) if source.url in links else source for source in plan.sources
    )
    return plan.model_copy(update={"sources": sources})


def _answers(entry: Entry) -> bool:
    """Whether a plan's entry has something that people said, and what was done."""
    family = entry.plan.family if entry.kind is EntryKind.PLAN else None
    return family is not None and bool(family.you_said)


def _topic_hrefs(trace: Trace) -> dict[str, str]:
    """Return the address of each topic that is written, made from its title; a second one at a service gets a number.

    What is not told keeps its number: a topic that is taken back hands its address to no other.
    """
    taken: dict[str, set[str]] = defaultdict(set)
    hrefs: dict[str, str] = {}
    for ref, finding in trace.findings.items():
        family = finding.record.family
        if family is not None:
            at_service = taken[trace.service_of[finding.plan.id].id]
            hrefs[ref] = f"topics/{_free_name(slug(in_english(family.title or {})) or 'topic', at_service)}.html"
    return hrefs


def _free_name(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name
