"""The guards of each service, made once from the trace, the theme and the options."""

from collections.abc import Iterable, Iterator

from action_plans.family.author_texts import service_name
from action_plans.family.guards.gate import Gate
from action_plans.family.guards.internal_words import InternalWords, internal_words
from action_plans.family.guards.marks import MarkFinder
from action_plans.family.guards.private_patterns import PrivatePatterns
from action_plans.family.options import FamilyOptions
from action_plans.family.theme_words import ThemeWords
from action_plans.model.service import Service
from action_plans.tracing.trace import Trace


class Gates:
    """The guards of every service, by the service's id."""

    def __init__(self, trace: Trace, theme: Iterable[ThemeWords], options: FamilyOptions) -> None:
        """Collect everything internal once, and what each service may say besides."""
        theme = tuple(theme)
        self.internal: InternalWords = internal_words(trace)
        own = tuple(text for words in theme for text in words.sentences())
        self.marks = MarkFinder(self.internal.marks, own)
        explained = frozenset(word.casefold() for words in theme for word in words.words["words"])
        self._of_service = {
            service.id: Gate(
                internal=self.internal,
                marks=self.marks.sparing(names_of(service)),
                patterns=PrivatePatterns(frozenset(facts_of(service)), options.names_to_refuse),
                explained=explained | frozenset(_explained(service)),
                names=frozenset(names_of(service)),
                today=trace.today,
                require_approval=options.require_approval,
            )
            for service in trace.services.values()
        }

    def of(self, service: Service) -> Gate:
        """Return the guards of a service."""
        return self._of_service[service.id]


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


def _explained(service: Service) -> Iterator[str]:
    """Yield what needs no more explaining: the words that the service explains, and short forms in its name."""
    yield from (word.casefold() for name in names_of(service) for word in name.split() if word.isupper())
    if service.family is not None:
        yield from (word.casefold() for word in service.family.words)
