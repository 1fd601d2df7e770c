"""The guards of each service, made from the trace, the theme and the options when they are first needed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from action_plans.family.guards.addresses import AddressGuard, words_of_names
from action_plans.family.guards.facts import wrong_shape
from action_plans.family.guards.gate import Gate
from action_plans.family.guards.internal_titles import InternalTitles, internal_titles
from action_plans.family.guards.internal_words import NAME, InternalText, InternalWords, holding
from action_plans.family.guards.marks import MarkFinder
from action_plans.family.guards.printed import printed_pages, printed_texts
from action_plans.family.guards.privacy.name_places import is_of_a_house
from action_plans.family.guards.privacy.numbers import NUMBERS, POSTCODE
from action_plans.family.guards.privacy.private_words import PrivateWords
from action_plans.family.guards.privacy.rule import Private, found_by
from action_plans.family.guards.shared_words import SHARED
from action_plans.family.telling.author_texts import Entry, Shape
from action_plans.family.telling.entries import entries, service_name, texts_of_service
from action_plans.family.telling.release import Judged
from action_plans.family.telling.shapes import words_of_link
from action_plans.family.words.folding import Run, fold, runs
from action_plans.family.words.plain_words import PlainWords
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.family import ENGLISH, ServiceFamily
from action_plans.model.service import Service
from action_plans.project.options import FamilyOptions
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class ThemeGuard:
    """What looks through a project's own theme: ids, codes, names and files, and what tells on somebody."""

    marks: MarkFinder
    patterns: PrivateWords


class Gates:
    """The guards of every service, by the service's id. With nothing to guard they cost nothing."""

    def __init__(
        self,
        trace: Trace,
        theme: Iterable[ThemeWords],
        plain_words: PlainWords,
        options: FamilyOptions,
        refused: Sequence[str] = (),
    ) -> None:
        """Take what guards are made of; `refused` are the names that must never appear."""
        self._trace, self._theme, self._options = trace, tuple(theme), options
        self._plain_words = plain_words
        self._of_service: dict[str, Gate] = {}
        self._judged: dict[int, Judged] = {}  # by id of the entry, which what is said of it keeps alive
        self.internal = InternalWords(trace)
        self.names_to_refuse = tuple(refused)

    @cached_property
    def marks(self) -> MarkFinder:
        """Finds ids, codes, names and files of the portfolio."""
        names = (name for name, what in self.internal.marks.items() if what == NAME and " " in name)
        marks = {**self.internal.marks, **{"".join(name.split()): NAME for name in names}}  # as one word: JanetOkafor
        return MarkFinder(marks, (text for words in self._theme for text in words.sentences()))

    @cached_property
    def languages(self) -> Mapping[str, ThemeWords]:
        """The theme's words by language."""
        return {words.language: words for words in self._theme}

    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every entry of the portfolio."""
        return tuple(entries(self._trace))

    def patterns(self, allowed: Iterable[str]) -> PrivateWords:
        """Return what finds private matter, less what is allowed."""
        others = {words.language: words.personal_words for words in self._theme if words.language != ENGLISH}
        return PrivateWords(frozenset(allowed) | self._numbers, self.names_to_refuse, others)

    def private_in_link(self, link: str) -> tuple[str, str] | None:
        """Return what an address says that may not be printed, and what to write; None where it says nothing such."""
        said = fold(words_of_link(link)).strip()
        guard = self.for_theme()
        known = [name for service in self._trace.services.values() for name in names_of(service)]
        found = [private.what for private in guard.patterns.find_in_address(said)]
        found += [mark.what for mark in guard.marks.find(said)]
        found += self._addresses(guard.marks, known).in_address(link)
        return (f"holds what looks like {found[0]}", "Write another address.") if found else None

    def _addresses(self, marks: MarkFinder, known: Iterable[str]) -> AddressGuard:
        return AddressGuard(marks, self.names_to_refuse, self.internal.people, words_of_names(known), self._called)

    @cached_property
    def _called(self) -> tuple[str, ...]:
        """The names of services, as CQC and as families know them, and of who provides them."""
        services, provider = self._trace.services.values(), self._trace.portfolio.provider
        names = [name for each in services for name in (each.name, each.provider, *service_name(each).values())]
        return tuple(filter(None, [*names, provider.name if provider is not None else None]))

    def for_theme(self, *, names: bool = True) -> "ThemeGuard":
        """Return the guards of what stands on the pages of every service; `names` of services are let pass."""
        if not names:
            return ThemeGuard(self.marks, self.patterns(()))
        allowed = [fact for service in self._trace.services.values() for fact in allowed_of(service)]
        known = [name for service in self._trace.services.values() for name in names_of(service)]
        return ThemeGuard(self.marks.sparing(known), self.patterns(allowed))

    def internal_words_in(self, text: str) -> list[str]:
        """Return what a folded text shares with internal ones: the whole title of something, or seven words in a row.

        Not what the package's own words say, too.
        """
        wanted = set(runs(text, SHARED)) - self._runs_of_theme
        found = ["words of an internal text"] if wanted and holding(self.internal.texts(), wanted) else []
        if self._titles.are_in(text):
            found.append("the title of a finding or action")
        return found

    @cached_property
    def _runs_of_theme(self) -> frozenset[Run]:
        return frozenset(run for theme in self._theme for said in theme.sentences() for run in runs(said, SHARED))

    @cached_property
    def _titles(self) -> InternalTitles:
        trace = self._trace
        titles = [finding.record.title for finding in trace.findings.values()]
        titles += [action.record.title for action in trace.actions.values()]
        told = (text.text for entry in self.entries if entry.publish for text in entry.texts)
        return internal_titles(titles, told, (said for theme in self._theme for said in theme.sentences()))

    @cached_property
    def _numbers(self) -> frozenset[str]:
        """The telephone numbers and addresses that the theme itself says, such as CQC's."""
        texts = (fold(text) for words in self._theme for text in words.sentences())
        return frozenset(found.words for text in texts for found in found_by(NUMBERS, text))

    def of(self, service: Service) -> Gate:
        """Return the guards of a service."""
        if service.id not in self._of_service:
            explained = frozenset(word.casefold() for words in self._theme for word in words.words["words"])
            marks = self.marks.sparing(names_of(service))
            self._of_service[service.id] = Gate(
                shared=self._shared,
                marks=marks,
                addresses=self._addresses(marks, names_of(service)),
                patterns=self.patterns(allowed_of(service)),
                plain_words=self._plain_words,
                explained=explained | frozenset(_explained(service)),
                names=frozenset(names_of(service)),
                today=self._trace.today,
                require_approval=self._options.require_approval,
            )
        return self._of_service[service.id]

    def judged(self, entry: Entry) -> Judged:
        """Return what the guards of its service say of one of `entries`; each is looked at once, whoever asks."""
        if id(entry) not in self._judged:
            self._judged[id(entry)] = self.of(entry.service).judge(entry)
        return self._judged[id(entry)]

    @cached_property
    def _shared(self) -> Mapping[Run, InternalText]:
        """Every run of seven words of any author's text that stands in an internal text too, with that one."""
        written = {
            run
            for entry in self.entries
            for page in printed_pages(printed_texts(entry))  # which hold every text of the entry, one after the other
            for run in runs(page.text, SHARED)
        }
        return holding(self.internal.texts(), written) if written else {}


def names_of(service: Service) -> Iterator[str]:
    """Yield the names by which families know a service and those who can help."""
    yield from service_name(service).values()
    family = service.family
    if family is not None:
        if family.contact is not None and family.contact.name:
            yield family.contact.name
        for outside in family.outside_help:
            yield from outside.who.values()


def facts_of(service: Service) -> Iterator[str]:
    """Yield the numbers, addresses and names that a service wants families to have."""
    family = service.family
    if family is None:
        return
    contact = family.contact
    if contact is not None:
        yield from (fact for fact in (contact.name, contact.phone, contact.email, contact.post) if fact)
    for outside in family.outside_help:
        yield from (fact for fact in (outside.phone, outside.url) if fact)
    for meeting in family.meetings:
        yield from (fact for fact in (meeting.join,) if fact)


def allowed_of(service: Service) -> Iterator[str]:
    """Yield what private matter of a service may stand in words for families: names, and facts of the right shape."""
    yield from _names_let_pass(service)
    for text in texts_of_service(service.family or ServiceFamily()):
        if text.shape in (Shape.PHONE, Shape.EMAIL, Shape.LINK, Shape.JOIN) and wrong_shape(text) is None:
            yield " ".join(text.text.split())
        elif text.field == "contact: post":
            yield from (found.words for found in found_by([POSTCODE], fold(text.text)))


def private_in_name(service: Service, name: str, patterns: PrivateWords) -> Iterator[Private]:
    """Yield what tells on somebody in a name of a service: no word behind one for a house, where CQC knows it so."""
    official = fold(service.name).strip()
    for private in patterns.find(fold(name).strip()):
        places = (found.start() for found in re.finditer(rf"\b{re.escape(private.words)}\b", official))
        if not (private.is_name and any(is_of_a_house(official, start) for start in places)):
            yield private


def _names_let_pass(service: Service) -> Iterator[str]:
    """Yield the names that tell on nobody: of the service, of its helpers, and of a contact who agreed to be named."""
    contact = service.family.contact if service.family is not None else None
    agreed = contact.name if contact is not None else None
    for name in names_of(service):
        found = [
            private
            for private in private_in_name(service, name, PrivateWords())
            if name != agreed or not private.is_name
        ]
        if not found:
            yield name


def _explained(service: Service) -> Iterator[str]:
    """Yield what needs no more explaining: the words that the service explains, and short forms in its name."""
    yield from (word.casefold() for name in names_of(service) for word in name.split() if word.isupper())
    if service.family is not None:
        yield from (word.casefold() for word in service.family.words)
