"""From a topic's entry to its view: named fields only, and computed words."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from action_plans.family.telling.author_texts import Entry
from action_plans.family.telling.sentences import topic_progress, when_sentences
from action_plans.family.telling.told_states import FamilyState, family_state, is_late
from action_plans.family.telling.views import Figure, Meaning, Section, Step, Topic
from action_plans.family.telling.who_found import who_found
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.family import FamilyMeasure, FindingFamily, FoundBy
from action_plans.model.service import Service
from action_plans.tracing.traced import TracedAction


def topic_view(entry: Entry, href: str, today: date, words: ThemeWords) -> Topic:
    """Return what families read of a topic. The entry is a topic's, and has a title."""
    family = _family(entry)
    return Topic(
        title=said(family.title, words),
        href=href,
        found=said(family.found, words),
        progress=topic_progress(states(entry.actions, today), words),
        sections_before=tuple(_sections_before(entry, family, today, words)),
        steps=tuple(step_view(action, today, words) for action in entry.actions),
        sections_after=tuple(
            _sections(family, words, (("change_heading", "change"), ("know_heading", "how_we_will_know")))
        ),
        figure=_figure(family.measure, words),
        sections_for_you=tuple(_sections_for_you(family, entry.service, words)),
        words=tuple(_meanings(entry, words)),
    )


def states(actions: Iterable[TracedAction], today: date) -> list[tuple[FamilyState, bool]]:
    """Return how each action stands, and whether it is late."""
    return [(family_state(action, today), is_late(action, today)) for action in actions]


def step_view(action: TracedAction, today: date, words: ThemeWords) -> Step:
    """Return what families read of an action."""
    state = family_state(action, today)
    told = action.record.family
    reason = said(told.reason, words) if told is not None else ""
    return Step(
        state=state.value,
        status=words.choose("states", state.value),
        text=said(told.text, words) if told is not None else "",
        when=when_sentences(action, state, reason, today, words),
    )


def said(text: dict[str, str] | None, words: ThemeWords) -> str:
    """Return an author's text in the language of `words`, on one line; empty where it is not written."""
    return " ".join((text or {}).get(words.language, "").split())


def service_meanings(service: Service, words: ThemeWords) -> dict[str, str]:
    """Return the words that a service explains, with their meanings."""
    written = service.family.words if service.family is not None else {}
    return {word: said(meaning, words) for word, meaning in sorted(written.items()) if said(meaning, words)}


def _family(entry: Entry) -> FindingFamily:
    if entry.finding is None or entry.finding.record.family is None:
        message = f"{entry.ref} is no topic"
        raise ValueError(message)
    return entry.finding.record.family


def _sections_before(entry: Entry, family: FindingFamily, today: date, words: ThemeWords) -> Iterator[Section]:
    finder = who_found(entry.finding, today) if entry.finding is not None else FoundBy.OTHER
    yield Section(words.choose("found_heading", finder.value), said(family.found, words))
    yield from _sections(family, words, (("keeping_safe_heading", "keeping_safe"), ("why_heading", "why")))


def _sections(family: FindingFamily, words: ThemeWords, fields: Iterable[tuple[str, str]]) -> Iterator[Section]:
    for heading, field in fields:
        text = said(getattr(family, field), words)
        if text:
            yield Section(words.say(heading), text)


def _sections_for_you(family: FindingFamily, service: Service, words: ThemeWords) -> Iterator[Section]:
    kind = service.kind.value if service.kind is not None else "default"
    for field in ("you", "visitors"):
        text = said(getattr(family, field), words)
        if text:
            yield Section(words.choose(f"{field}_heading", kind), text)


def _figure(measure: FamilyMeasure | None, words: ThemeWords) -> Figure | None:
    if measure is None:
        return None
    of = said(measure.of, words)
    values = [(words.say(name), said(getattr(measure, name), words)) for name in ("before", "now")]
    lines = tuple((label, f"{value} {words.say('out_of')} {of}" if of else value) for label, value in values if value)
    return Figure(said(measure.text, words), lines)


def _meanings(entry: Entry, words: ThemeWords) -> Iterator[Meaning]:
    """Yield the service's words that the topic uses."""
    text = " ".join(each.text for each in entry.texts if each.language == words.language).casefold()
    for word, meaning in service_meanings(entry.service, words).items():
        if re.search(rf"(?<!\w){re.escape(word.casefold())}s?(?!\w)", text):
            yield Meaning(word[:1].upper() + word[1:], meaning)
