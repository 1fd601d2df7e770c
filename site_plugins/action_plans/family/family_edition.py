"""The family edition: what may be published, as finished files, and everything that is held back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from action_plans.family.family_pages import HOME, PAGES, STYLE, home_above, service_files, services_page
from action_plans.family.family_templates import FamilyTemplates
from action_plans.family.guards.gates import Gates
from action_plans.family.guards.output import output_problems
from action_plans.family.telling.author_texts import entries
from action_plans.family.telling.days_in_words import day_of
from action_plans.family.telling.projection import project
from action_plans.family.telling.release import Judged, Released, release, topic_title
from action_plans.family.telling.views import Link, Rating
from action_plans.family.words.plain_words import PlainWords
from action_plans.family.words.theme_words import ThemeWords, read_theme_words
from action_plans.family.words.words_file import WordsFileError
from action_plans.model.family import ENGLISH
from action_plans.model.problem import Problem
from action_plans.project.options import FamilyOptions
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class EntryOutcome:
    """What became of an entry: whether it is published, at which address, and what holds it back.

    Attributes:
        ref: `OAK`, or `OAK/F1` for a topic.
        title: a topic's title; empty for a plan.
        publish: whether it was asked for.
        published: whether it is published.
        href: its page in the family edition; empty where there is none.
        problems: what holds it back itself. A topic is held back with its plan, too.
    """

    ref: str
    title: str
    publish: bool
    published: bool
    href: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class FamilyEdition:
    """Finished files by path, everything that is wrong, and what became of each plan and topic."""

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    topics: tuple[EntryOutcome, ...] = ()


def judge(trace: Trace, gates: Gates) -> tuple[Judged, ...]:
    """Return every entry with what holds it back. One that nobody asks for is not looked at."""
    return tuple((entry, gates.of(entry.service).problems(entry) if entry.publish else ()) for entry in entries(trace))


def build_family(
    trace: Trace, templates: Sequence[Path], options: FamilyOptions | None = None, refused: Sequence[str] = ()
) -> FamilyEdition:
    """Build the family edition in memory.

    Args:
        trace: everything that was read; its `today` is the day as at which the pages are made.
        templates: folders of templates, the project's own before the package's.
        options: what the project chose.
        refused: names that must never appear.

    Returns:
        The finished files; none where a guard found something internal in them (AP501), or with the edition off.
    """
    options = options or FamilyOptions()
    if not options.enabled:
        return FamilyEdition({}, ())
    try:
        return _build(trace, templates, options, refused)
    except WordsFileError as error:
        return FamilyEdition({}, (error.problem,))


def _build(trace: Trace, templates: Sequence[Path], options: FamilyOptions, refused: Sequence[str]) -> FamilyEdition:
    theme = FamilyTemplates(templates)
    languages = read_theme_words(templates)
    gates = Gates(trace, languages.values(), PlainWords(templates), options, refused)
    judged = judge(trace, gates)
    released = release(trace, judged)
    files = dict(_files(trace, released, languages, theme, options))
    own = (*theme.literals(), *(_address(options, one.folder, len(released)) for one in released))
    style = theme.stylesheet()
    looked_at = {name: content for name, content in files.items() if content != style}
    expected = frozenset(_expected(released, languages))
    leaked = tuple(output_problems(looked_at, trace, released, languages, gates, own, expected))
    problems = [problem for _, held in judged for problem in held] + list(leaked)
    return FamilyEdition(
        files={} if leaked else files,
        problems=tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        topics=tuple(_outcomes(judged, {} if leaked else _addresses(released))),
    )


def _files(
    trace: Trace,
    released: Sequence[Released],
    languages: Mapping[str, ThemeWords],
    theme: FamilyTemplates,
    options: FamilyOptions,
) -> Iterator[tuple[str, bytes]]:
    links: list[tuple[Link, Rating]] = []
    for one in released:
        spoken = {name: part for name in languages if (part := one.in_language(name)) is not None}
        yield f"{one.folder}/{STYLE}", theme.stylesheet()
        for language, part in spoken.items():
            words = languages[language]
            site = project(part, trace, words, _address(options, one.folder, len(released)))
            others = [languages[other] for other in spoken if other != language]
            inside = "" if language == ENGLISH else f"{language}/"
            for name, page in service_files(site, words, others, theme):
                yield f"{one.folder}/{inside}{name}", page
            if language == ENGLISH:
                links.append((Link(f"{one.folder}/{HOME}", site.name), site.rating))
                if len(released) == 1:
                    yield HOME, home_above(site, one.folder, words, others, theme)
    if len(released) != 1:
        words = languages[ENGLISH]
        made_on = words.say("made_on", day=day_of(trace.today, words))
        yield STYLE, theme.stylesheet()
        yield HOME, services_page(links, made_on, words, theme)


def _expected(released: Sequence[Released], languages: Mapping[str, ThemeWords]) -> Iterator[str]:
    """Yield the files that the edition should have, told from what is released."""
    yield from (HOME, STYLE)
    for one in released:
        yield f"{one.folder}/{STYLE}"
        for language in languages:
            inside = "" if language == ENGLISH else f"{language}/"
            yield from (f"{one.folder}/{inside}{name}" for name in (*PAGES, *one.published.hrefs.values()))


def _address(options: FamilyOptions, folder: str, services: int) -> str:
    """Return where people find a service's home page: the address of the site, where there is one service."""
    if not options.site_url:
        return ""
    site = options.site_url.rstrip("/") + "/"
    return site if services == 1 else f"{site}{folder}/"


def _addresses(released: Sequence[Released]) -> dict[str, str]:
    return {
        entry.ref: f"{one.folder}/{one.published.hrefs.get(entry.ref, HOME)}"
        for one in released
        for entry in one.entries
    }


def _outcomes(judged: Sequence[Judged], addresses: Mapping[str, str]) -> Iterator[EntryOutcome]:
    for entry, held in judged:
        href = addresses.get(entry.ref, "")
        yield EntryOutcome(entry.ref, topic_title(entry), entry.publish, bool(href), href, held)
