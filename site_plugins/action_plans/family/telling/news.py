"""What is new since the first day of last month, and what is late or has not worked: on home and in the letter."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from math import ceil

from action_plans.family.telling.author_texts import Entry
from action_plans.family.telling.changes import approved_on, changes
from action_plans.family.telling.days_in_words import month_of
from action_plans.family.telling.site_views import Answer, Letter, News, NewThing
from action_plans.family.telling.told_states import FamilyState, family_state
from action_plans.family.telling.topic_projection import new_thing
from action_plans.family.telling.views import Link, Topic
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.when import When
from action_plans.tracing.days import has_come
from action_plans.tracing.traced import TracedAction

MOST = 8
"""How many things are told; the rest are counted."""

LINES, LINE = 43, 57
"""About how many lines the printed letter has, and letters a line: A4, 16 pt, in the widest of usual fonts."""

FIXED = 13
"""About how many of these lines go to headings, to what all letters say, and to the code."""


@dataclass(frozen=True, slots=True)
class Dated:
    """Something people said and what was done, with the month in which it was."""

    answer: Answer
    month: When | None


def letter(
    name: str,
    topics: Sequence[tuple[Entry, Topic]],
    answers: Iterable[Dated],
    around: Iterable[str],
    today: date,
    words: ThemeWords,
) -> Letter:
    """Return the news of a month: at most eight things, and no more than one printed side holds beside `around`."""
    since = _last_month(today)
    found = tuple(_news(topics, answers, since, today, words))
    told, more = _first(found, LINES - FIXED - sum(map(_lines, around)))
    since_month = month_of(since, words)
    nothing = words.say("news_none", month=since_month)
    return Letter(
        heading=words.say("letter_heading", name=name, month=month_of(today, words)),
        since=words.say("news_heading", month=since_month),
        news=told,
        rest=words.things("news_rest", more) if more else "" if told else nothing,
    )


def _last_month(today: date) -> date:
    """Return the first day of the month before."""
    return date(today.year - (today.month == 1), (today.month - 2) % 12 + 1, 1)


def _news(
    topics: Sequence[tuple[Entry, Topic]], answers: Iterable[Dated], since: date, today: date, words: ThemeWords
) -> Iterator[News]:
    """Yield everything that is new, in the order in which it is told: what went wrong before what went well."""
    by_state = _by_state(topics, since, today)
    links = _links(topics)
    for state in _ORDER:
        things = tuple(new_thing(action, links[action.ref], today, words) for action in by_state[state])
        if things:
            yield News(words.choose("states", state.value), things, state.value)
    said = tuple(
        NewThing(dated.answer.did, said=dated.answer.said)
        for dated in answers
        if dated.month is not None and has_come(dated.month, today) and dated.month.last >= since
    )
    if said:
        yield News(words.say("answers_heading"), said)
    pages = tuple(Link(topic.href, topic.title) for entry, topic in topics if _is_new(entry, since, today))
    if pages:
        yield News(words.say("news_pages"), (NewThing("", topics=pages),))


def _by_state(
    topics: Sequence[tuple[Entry, Topic]], since: date, today: date
) -> Mapping[FamilyState, Sequence[TracedAction]]:
    """Return the actions that are news, each once: what is late or has not worked always is."""
    found: dict[FamilyState, list[TracedAction]] = {state: [] for state in FamilyState}
    for action in {action.ref: action for entry, _ in topics for action in entry.actions}.values():
        state = family_state(action, today)
        if state in _ALWAYS or any(day >= since for day in changes(action, today)):
            found[state].append(action)
    return found


def _is_new(entry: Entry, since: date, today: date) -> bool:
    approved = approved_on(entry, today)
    return approved is not None and approved >= since


def _links(topics: Sequence[tuple[Entry, Topic]]) -> Mapping[str, Link]:
    """Return the way to the first topic of each action."""
    links: dict[str, Link] = {}
    for entry, topic in topics:
        for action in entry.actions:
            links.setdefault(action.ref, Link(topic.href, topic.title))
    return links


def _first(several: Iterable[News], lines: int) -> tuple[tuple[News, ...], int]:
    """Return the first things of all news that so many lines hold, at most eight, and how many more there are."""
    flat = [(group, thing) for group in several for thing in group.things]
    kept: list[tuple[News, NewThing]] = []
    for group, thing in flat[:MOST]:
        lines -= _lines(_printed(thing)) + (not kept or kept[-1][0] is not group)
        if kept and lines < 0:
            break
        kept.append((group, thing))
    runs = [tuple(pairs) for _, pairs in groupby(kept, key=lambda pair: id(pair[0]))]
    shown = tuple(replace(pairs[0][0], things=tuple(thing for _, thing in pairs)) for pairs in runs)
    return shown, len(flat) - len(kept)


def _printed(thing: NewThing) -> str:
    titles = [] if thing.text else [link.words for link in thing.topics]
    return " ".join([thing.said, thing.text, *thing.when, *titles])


def _lines(text: str) -> int:
    return ceil(len(text) / LINE)


_ALWAYS = (FamilyState.LATE, FamilyState.NOT_WORKED)
_ORDER = (
    FamilyState.LATE,
    FamilyState.NOT_WORKED,
    FamilyState.DONE,
    FamilyState.CHECKING,
    FamilyState.WORKING,
    FamilyState.WAITING,
    FamilyState.CHANGED,
)
