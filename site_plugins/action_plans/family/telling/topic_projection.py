"""From a topic's entry to its view: named fields only, and computed words."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from action_plans.family.telling.author_texts import Entry
from action_plans.family.telling.changes import approved_on, topic_changed
from action_plans.family.telling.counting import progress_sentences
from action_plans.family.telling.days_in_words import month_of
from action_plans.family.telling.figures import figure
from action_plans.family.telling.said import said, service_meanings
from action_plans.family.telling.site_views import NewThing
from action_plans.family.telling.told_states import FamilyState, family_state
from action_plans.family.telling.views import Link, Meaning, Section, Step, Topic
from action_plans.family.telling.when_told import news_sentences, when_sentences
from action_plans.family.telling.who_found import who_found
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.family import FindingFamily, FoundBy
from action_plans.model.service import Service
from action_plans.tracing.traced import TracedAction, TracedFinding


def topic_view(entry: Entry, href: str, about_you: str, today: date, words: ThemeWords) -> Topic:
    """Return what families read of a topic. The entry is a topic's, and has a title.

    `about_you` is what its plan says to those who may be affected: it stands where the topic says nothing itself.
    """
    finding, family = _finding(entry)
    finder = who_found(finding, today)
    states = (family_state(action, today) for action in entry.actions)
    return Topic(
        title=said(family.title, words),
        href=href,
        is_cqcs=finder is FoundBy.CQC,
        found=said(family.found, words),
        change=said(family.change, words),
        progress=" ".join(progress_sentences(states, words)),
        sections_before=tuple(_sections_before(family, finder, about_you, words)),
        steps=tuple(sorted_steps(entry.actions, today, words)),
        sections_after=tuple(
            _sections(family, words, (("change_heading", "change"), ("know_heading", "how_we_will_know")))
        ),
        figure=figure(family.measure, words),
        sections_for_you=tuple(_sections_for_you(family, entry.service, words)),
        words=tuple(_meanings(entry, words)),
        dated=tuple(_dated(entry, today, words)),
    )


def sorted_steps(actions: Iterable[TracedAction], today: date, words: ThemeWords) -> Iterator[Step]:
    """Yield what families read of each action: what went wrong first, what is done last."""
    order = list(FamilyState)
    pairs = ((family_state(action, today), action) for action in actions)
    for _, action in sorted(pairs, key=lambda pair: order.index(pair[0])):
        yield step_view(action, today, words)


def step_view(action: TracedAction, today: date, words: ThemeWords) -> Step:
    """Return what families read of an action."""
    state, text, reason = _told_of(action, today, words)
    when = when_sentences(action, state, reason, today, words)
    return Step(state.value, words.choose("states", state.value), text, when)


def new_thing(action: TracedAction, topic: Link, today: date, words: ThemeWords) -> NewThing:
    """Return what families read of an action in a list of what is new."""
    state, text, reason = _told_of(action, today, words)
    return NewThing(text, news_sentences(action, state, reason, today, words), (topic,))


def _told_of(action: TracedAction, today: date, words: ThemeWords) -> tuple[FamilyState, str, str]:
    told = action.record.family
    text, reason = (said(told.text, words), said(told.reason, words)) if told is not None else ("", "")
    return family_state(action, today), text, reason


def _finding(entry: Entry) -> tuple[TracedFinding, FindingFamily]:
    if entry.finding is None or entry.finding.record.family is None:
        message = f"{entry.ref} is no topic"
        raise ValueError(message)
    return entry.finding, entry.finding.record.family


def _sections_before(family: FindingFamily, finder: FoundBy, about_you: str, words: ThemeWords) -> Iterator[Section]:
    yield Section(words.choose("found_heading", finder.value), said(family.found, words))
    yield from _sections(family, words, (("keeping_safe_heading", "keeping_safe"), ("why_heading", "why")))
    affected = said(family.affected, words) or about_you
    if affected:
        yield Section(words.say("affected_heading"), affected)


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


def _dated(entry: Entry, today: date, words: ThemeWords) -> Iterator[str]:
    """Yield when the page last changed, and when somebody last read it and found that it is true."""
    changed, checked = topic_changed(entry, today), approved_on(entry, today)
    if changed is not None:
        yield words.say("page_changed", month=month_of(changed, words))
    if checked is not None:
        yield words.say("page_checked", month=month_of(checked, words))
    else:
        yield words.say("page_unchecked")


def _meanings(entry: Entry, words: ThemeWords) -> Iterator[Meaning]:
    """Yield the service's words that the topic uses."""
    text = " ".join(each.text for each in entry.texts if each.language == words.language).casefold()
    for word, meaning in service_meanings(entry.service, words).items():
        if re.search(rf"(?<!\w){re.escape(word.casefold())}s?(?!\w)", text):
            yield Meaning(word[:1].upper() + word[1:], meaning)
