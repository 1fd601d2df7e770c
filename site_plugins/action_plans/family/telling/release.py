"""What may be published: entries without problems, grouped by service, each with its address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from action_plans.family.telling.author_texts import Entry, service_name
from action_plans.family.telling.projection import Published
from action_plans.model.family import ENGLISH
from action_plans.model.plan import Plan
from action_plans.model.problem import Problem
from action_plans.model.record import slug
from action_plans.tracing.trace import Trace

Judged = tuple[Entry, tuple[Problem, ...]]
"""An entry, and what holds it back."""


@dataclass(frozen=True)
class Released:
    """One service's part of the edition, and its folder."""

    folder: str
    published: Published

    def in_language(self, language: str) -> Published | None:
        """Return what stands in a language throughout; None where no plan does."""
        entries = self.published
        plans = tuple(entry for entry in entries.plans if language in entry.languages or not entry.texts)
        spoken = {entry.ref for entry in plans}
        topics = tuple(entry for entry in entries.topics if language in entry.languages and entry.plan.id in spoken)
        return replace(entries, plans=plans, topics=topics) if plans else None

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry that is published."""
        return (*self.published.plans, *self.published.topics)


def release(trace: Trace, judged: Sequence[Judged]) -> tuple[Released, ...]:
    """Return what may be published of each service that has something to say, in the order of the services.

    Nothing of a plan is published whose own words are held back or not asked for.
    """
    free = [entry for entry, held in judged if entry.publish and not held]
    speaking = {entry.ref for entry in free if not entry.is_topic}
    waiting: dict[str, int] = {}
    for entry, held in judged:
        if entry.is_topic and entry.publish and held:
            waiting[entry.plan.id] = waiting.get(entry.plan.id, 0) + 1
    plans: dict[str, list[Entry]] = {}
    topics: dict[str, list[Entry]] = {}
    for entry in free:
        if entry.plan.id in speaking:
            (topics if entry.is_topic else plans).setdefault(entry.service.id, []).append(entry)
    all_plans: dict[str, list[Plan]] = {}
    for plan in trace.portfolio.plans:
        all_plans.setdefault(trace.service_of[plan.id].id, []).append(plan)
    taken: set[str] = set()
    released = []
    for service in trace.services.values():
        if service.id in plans:
            folder = _free_name(slug(_in_english(service_name(service))) or "service", taken)
            told = tuple(topics.get(service.id, ()))
            hrefs = _topic_hrefs(told)
            published = Published(service, tuple(all_plans[service.id]), tuple(plans[service.id]), told, waiting, hrefs)
            released.append(Released(folder, published))
    return tuple(released)


def topic_title(entry: Entry) -> str:
    """Return a topic's title in English, or in the language it has."""
    family = entry.finding.record.family if entry.finding is not None else None
    return _in_english(family.title or {}) if family is not None else ""


def _in_english(text: Mapping[str, str]) -> str:
    return text.get(ENGLISH) or next(iter(text.values()), "")


def _topic_hrefs(topics: Sequence[Entry]) -> dict[str, str]:
    """Return an address for each topic, made from its title; a second one of the same title gets a number."""
    taken: set[str] = set()
    return {entry.ref: f"topics/{_free_name(slug(topic_title(entry)) or 'topic', taken)}.html" for entry in topics}


def _free_name(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    return name
