"""The family edition: what may be published, as finished files, and everything that is held back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlsplit

from action_plans.family.family_pages import (
    HOME,
    MISSING,
    PAGES,
    home_above,
    missing_above,
    missing_page,
    service_files,
    services_page,
)  # fmt: skip
from action_plans.family.family_templates import FamilyTemplates, TemplateFaultError
from action_plans.family.guards.facts import wrong_link
from action_plans.family.guards.gates import Gates
from action_plans.family.guards.names_and_links import links_of_reports, unnamed_services
from action_plans.family.guards.output import output_problems, unsafe_pages
from action_plans.family.guards.owed import unrated_reports
from action_plans.family.guards.unspoken import unspoken_languages
from action_plans.family.own_theme import ChosenTheme, shown_path, theme_in_use
from action_plans.family.telling.days_in_words import day_of
from action_plans.family.telling.projection import project
from action_plans.family.telling.release import Judged, Released, release, topic_title
from action_plans.family.telling.views import Link, Rating
from action_plans.family.words.theme_words import ThemeWords, read_theme_words
from action_plans.model.family import ENGLISH
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.project.options import FamilyOptions
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class EntryOutcome:
    """What became of an entry: whether it is published, at which address, and what holds it back.

    Attributes:
        ref: `OAK`, `services/oakfield`, or `OAK/F1` for a topic.
        title: a topic's title; empty for what is no topic.
        publish: whether it was asked for.
        published: whether it is published.
        href: its page in the family edition; empty where there is none.
        problems: what holds it back itself.
    """

    ref: str
    title: str
    publish: bool
    published: bool
    href: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class FamilyEdition:
    """Finished files by path, everything that is wrong, and what became of each plan, service and topic.

    `in_use` is which theme was chosen and the guards that looked, for whoever shows what they said; None with the
    edition off.
    """

    files: Mapping[str, bytes]
    problems: tuple[Problem, ...]
    topics: tuple[EntryOutcome, ...] = ()
    in_use: tuple[ChosenTheme, Gates] | None = field(default=None, repr=False, compare=False)

    @property
    def told(self) -> Mapping[str, str]:
        """What families read about: plans and topics by their reference, each with its title."""
        plans = {each.ref: f"what plan {each.ref} says" for each in self.topics if each.href and "/" not in each.ref}
        return plans | {each.ref: each.title for each in self.topics if each.published and each.title}


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
        The finished files: with the edition off, the one page that says so; none where a guard found something internal
        in them (AP501).
    """
    options = options or FamilyOptions()
    if not options.enabled:
        return FamilyEdition(empty_site(templates, "switched_off"), ())
    theme, gates = theme_in_use(trace, templates, options, refused)
    try:
        edition = _build(trace, theme, options, gates)
    except TemplateFaultError as error:
        if not theme.uses_own:
            raise
        edition = _without_own(trace, theme, options, refused, _fault(theme, error))
    return replace(edition, in_use=(theme, gates))


def empty_site(templates: Sequence[Path], said: str) -> dict[str, bytes]:
    """Return the site of one page, made from the package's own templates; `said` names what it says."""
    package = templates[-1:]
    theme, words = FamilyTemplates(package), read_theme_words(package)[ENGLISH]
    return {**_styles(theme), HOME: services_page([], "", words, theme, said=said)}


def _without_own(
    trace: Trace, theme: ChosenTheme, options: FamilyOptions, refused: Sequence[str], problem: Problem
) -> FamilyEdition:
    package = ChosenTheme(theme.package, (*theme.problems, problem), theme.own)
    _, gates = theme_in_use(trace, theme.package, options, refused)
    return _build(trace, package, options, gates)


def _fault(theme: ChosenTheme, error: TemplateFaultError) -> Problem:
    name = Path(error.name).name
    message = f"{name} cannot be used: {error.said}. The package's own pages are used instead of the project's."
    origin = _place(theme, name, error.line)
    return Problem(Code.OWN_THEME, message, origin, "Look at this line; the package's file of the same name shows how.")


def _place(theme: ChosenTheme, name: str, line: int = 1) -> Origin:
    """Return where a template of the project lies; the folder, where it has none of that name."""
    own = theme.own
    path = name if own is not None and name in own.files else ""
    return Origin(shown_path(theme.folders[0], path), line, 1)


def _build(trace: Trace, theme: ChosenTheme, options: FamilyOptions, gates: Gates) -> FamilyEdition:
    templates = FamilyTemplates(theme.folders)
    languages = read_theme_words(theme.folders)
    judged = tuple(gates.judged(entry) for entry in gates.entries if entry.publish)
    silent = tuple(Judged(entry, (), (), frozenset()) for entry in gates.entries if not entry.publish)
    unnamed, nameless = unnamed_services(judged, gates)
    links, wrong_links = links_of_reports(trace, judged, gates)
    released = release(trace, judged, unnamed, links)
    address, wrong_address = _site_address(options, gates)
    files = dict(_files(trace, released, languages, templates, address))
    for unsafe in unsafe_pages(files) if theme.uses_own else ():
        raise TemplateFaultError("base.html", 1, unsafe)
    own = (*templates.literals(), *(_address(address, one.folder, len(released)) for one in released))
    looked_at = {name: content for name, content in files.items() if content != templates.stylesheet}
    expected = frozenset(_expected(released, languages, templates.style_names, _base(address)))
    everything = (*judged, *silent)
    leaked = tuple(output_problems(looked_at, trace, everything, released, gates, own, expected))
    odd = (*nameless, *wrong_links, *wrong_address, *unrated_reports(trace, {one.about.service.id for one in released}))
    wrong = (*odd, *unspoken_languages(judged, languages, theme.waiting), *leaked)
    problems = (*theme.problems, *(problem for each in judged for problem in each.problems), *wrong)
    return FamilyEdition(
        files={} if leaked else files,
        problems=tuple(sorted(dict.fromkeys(problems), key=lambda problem: problem.sort_key)),
        topics=tuple(_outcomes(everything, {} if leaked else _addresses(released))),
    )


def _files(
    trace: Trace,
    released: Sequence[Released],
    languages: Mapping[str, ThemeWords],
    theme: FamilyTemplates,
    address: str,
) -> Iterator[tuple[str, bytes]]:
    links, base = list[tuple[Link, Rating]](), _base(address)
    for one in released:
        spoken = {name: part for name in languages if (part := one.in_language(name)) is not None}
        yield from _styles(theme, f"{one.folder}/").items()
        for language, part in spoken.items():
            words = languages[language]
            site = project(part, trace, words, _address(address, one.folder, len(released)))
            others = [languages[other] for other in spoken if other != language]
            inside = "" if language == ENGLISH else f"{language}/"
            for name, page in service_files(site, words, others, theme):
                yield f"{one.folder}/{inside}{name}", page
            if language == ENGLISH:
                links.append((Link(f"{one.folder}/{HOME}", site.name), site.rating))
                if len(released) == 1:
                    yield HOME, home_above(site, one.folder, words, others, theme)
                    yield MISSING, missing_above(site, f"{base}{one.folder}/", words, theme)
    if len(released) != 1:
        words = languages[ENGLISH]
        made_on = words.say("made_on", day=day_of(trace.today, words))
        yield from _styles(theme).items()
        yield HOME, services_page(links, made_on, words, theme)
        if links:
            yield MISSING, missing_page(links, base, made_on, words, theme)


def _styles(theme: FamilyTemplates, folder: str = "") -> dict[str, bytes]:
    return {folder + name: theme.stylesheet for name in theme.style_names}


def _expected(
    released: Sequence[Released], languages: Mapping[str, ThemeWords], styles: Sequence[str], base: str
) -> Iterator[str]:
    """Yield the files that the edition should have, told from what is released, and where they lie on its host."""
    for name in _names(released, languages, styles):
        yield from (name, base + name)


def _names(released: Sequence[Released], languages: Mapping[str, ThemeWords], styles: Sequence[str]) -> Iterator[str]:
    yield from (HOME, *styles, MISSING)
    for one in released:
        yield from (f"{one.folder}/{style}" for style in styles)
        for language in languages:
            inside = "" if language == ENGLISH else f"{language}/"
            yield from (f"{one.folder}/{inside}{name}" for name in (*PAGES, *one.published.hrefs.values()))


def _base(address: str) -> str:
    """Return where the site lies on its host. A missing page is shown at any depth, so its links begin there."""
    return urlsplit(address).path or "/"


def _site_address(options: FamilyOptions, gates: Gates) -> tuple[str, tuple[Problem, ...]]:
    """Return the address of the site for paper; empty where there is none that may be printed, with the reason."""
    if not options.site_url:
        return "", ()
    wrong = wrong_link(options.site_url) or gates.private_in_link(options.site_url)
    if wrong is None:
        return options.site_url.rstrip("/") + "/", ()
    message = f"`site_url` of the families' site {wrong[0]}, and is left out."
    return "", (Problem(Code.WRONG_FACT, message, Origin("mkdocs.yml", 1, 1), wrong[1]),)


def _address(site: str, folder: str, services: int) -> str:
    """Return where people find a service's home page: the address of the site, where there is one service."""
    return site if services == 1 or not site else f"{site}{folder}/"


def _addresses(released: Sequence[Released]) -> dict[str, str]:
    return {
        entry.ref: f"{one.folder}/{one.published.hrefs.get(entry.ref, HOME)}"
        for one in released
        for entry in one.entries
    }


def _outcomes(judged: Sequence[Judged], addresses: Mapping[str, str]) -> Iterator[EntryOutcome]:
    for each in judged:
        entry = each.entry
        href = addresses.get(entry.ref, "")
        yield EntryOutcome(entry.ref, topic_title(entry), entry.publish, bool(href) and not each.held, href, each.held)
