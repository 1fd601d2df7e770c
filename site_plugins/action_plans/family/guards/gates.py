"""The guards of each service, made from the trace, the theme and the options when they are first needed."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property

from action_plans.family.guards.gate import SHARED, Gate
from action_plans.family.guards.internal_words import InternalText, InternalWords, holding
from action_plans.family.guards.marks import MarkFinder
from action_plans.family.guards.private_patterns import PrivatePatterns
from action_plans.family.options import FamilyOptions
from action_plans.family.telling.author_texts import entries, service_name
from action_plans.family.words.folding import Run, runs
from action_plans.family.words.plain_words import PlainWords
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.service import Service
from action_plans.tracing.trace import Trace


class Gates:
    """The guards of every service, by the service's id. With nothing to guard they cost nothing."""

    def __init__(
        self, trace: Trace, theme: Iterable[ThemeWords], plain_words: PlainWords, options: FamilyOptions
    ) -> None:
        """Take what guards are made of."""
        self._trace, self._theme, self._options = trace, tuple(theme), options
        self._plain_words = plain_words
        self._of_service: dict[str, Gate] = {}
        self.internal = InternalWords(trace)
        self.names_to_refuse = options.names_to_refuse

    @cached_property
    def marks(self) -> MarkFinder:
        """Finds ids, codes, names and files of the portfolio."""
        return MarkFinder(self.internal.marks, (text for words in self._theme for text in words.sentences()))

    def of(self, service: Service) -> Gate:
        """Return the guards of a service."""
        if service.id not in self._of_service:
            explained = frozenset(word.casefold() for words in self._theme for word in words.words["words"])
            self._of_service[service.id] = Gate(
                shared=self._shared,
                marks=self.marks.sparing(names_of(service)),
                patterns=PrivatePatterns(frozenset(facts_of(service)), self._options.names_to_refuse),
                plain_words=self._plain_words,
                explained=explained | frozenset(_explained(service)),
                names=frozenset(names_of(service)),
                today=self._trace.today,
                require_approval=self._options.require_approval,
            )
        return self._of_service[service.id]

    @cached_property
    def _shared(self) -> Mapping[Run, InternalText]:
        """Every run of seven words of any author's text that stands in an internal text too, with that one."""
        written = {run for entry in entries(self._trace) for text in entry.texts for run in runs(text.text, SHARED)}
        return holding(self.internal.texts, written) if written else {}


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


def _explained(service: Service) -> Iterator[str]:
    """Yield what needs no more explaining: the words that the service explains, and short forms in its name."""
    yield from (word.casefold() for name in names_of(service) for word in name.split() if word.isupper())
    if service.family is not None:
        yield from (word.casefold() for word in service.family.words)
