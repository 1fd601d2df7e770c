"""What an author wrote for families, text by text, each with where it stands: what is guarded and approved."""

from dataclasses import dataclass
from enum import Enum, unique

from action_plans.model.family import ServiceApproved
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.service import Service
from action_plans.tracing.measures import TracedMeasure
from action_plans.tracing.traced import TracedAction, TracedFinding


@unique
class Shape(Enum):
    """What kind of text a field takes: the most characters it may have, whether it is sentences, whether a fact.

    A fact (a number, an address, a name, a time) is held to its shape and needs no approval; a wrong one is left out
    alone.
    """

    SENTENCES = "sentences", 300, True, False
    LONG = "long", 600, True, False
    NAME = "name", 60, False, False
    FIGURE = "figure", 60, False, False
    """A number that families can follow, as it is printed: approved with its topic."""
    FACT = "fact", 60, False, True
    """A few words: whom to ask, when, where."""
    PHONE = "phone", 60, False, True
    EMAIL = "email", 60, False, True
    LINK = "link", 60, False, True
    JOIN = "join", 60, False, True
    """A link, or a telephone number."""

    def __init__(self, _: str, longest: int, is_prose: bool, is_fact: bool) -> None:
        """Keep the limits beside the value."""
        self.longest = longest
        self.is_prose = is_prose
        self.is_fact = is_fact


@unique
class EntryKind(Enum):
    """What an entry is about; the value is what people call it."""

    PLAN = "what plan {} says to families"
    SERVICE = "what {} says to families"
    TOPIC = "topic {}"


@dataclass(frozen=True, slots=True)
class AuthorText:
    """One text in one language.

    Attributes:
        field: its name for people and for the fingerprint, such as `found` or `action 2: text`.
        language: the code of its language; empty where it is the same in each.
        text: the words.
        origin: where they stand.
        shape: what kind of text it is.
        most_sentences: how many sentences it may have; None for any number.
        term: the word that it explains, where it explains one.
    """

    field: str
    language: str
    text: str
    origin: Origin
    shape: Shape = Shape.SENTENCES
    most_sentences: int | None = None
    term: str = ""

    @property
    def printed(self) -> str:
        """The words as a page has them: an explained word stands before its meaning."""
        return f"{self.term} {self.text}" if self.term else self.text

    @property
    def is_written(self) -> bool:
        """Whether it is words, rather than a number or an address."""
        return self.shape in (Shape.SENTENCES, Shape.LONG, Shape.NAME, Shape.FACT)

    def at(self, line: int) -> Origin:
        """Return where line `line` of the text stands, from 0: exact in a `|` block, else where the text begins."""
        if "\n" not in self.text:
            return self.origin
        return Origin(self.origin.path, self.origin.line + 1 + line, 1)


@dataclass(frozen=True)
class Entry:
    """What is written, guarded and approved together: what is said for a plan, for a service, or a topic.

    Attributes:
        ref: `OAK`, `services/oakfield`, or `OAK/F1` for a topic.
        kind: which of the three it is.
        plan: its plan; for a service the first of its plans that speaks to families.
        service: the service that the plan is for.
        finding: the topic's finding; None for what is no topic.
        actions: the actions of a topic that families are told of, in the order written.
        all_actions: every action of a topic's finding, stopped ones too, in the order written.
        texts: every text, in the order in which pages print them.
        decides: what else decides what is printed: field, language (empty) and value of each.
        approved: the approval that the author wrote.
        missing: what has to be written and is not, each with what to write.
        origin: where the entry stands.
        publish: whether it is asked to be published.
        measures: the measures of a topic's finding.
    """

    ref: str
    kind: EntryKind
    plan: Plan
    service: Service
    texts: tuple[AuthorText, ...]
    origin: Origin
    publish: bool
    finding: TracedFinding | None = None
    actions: tuple[TracedAction, ...] = ()
    all_actions: tuple[TracedAction, ...] = ()
    decides: tuple[tuple[str, str, str], ...] = ()
    approved: ServiceApproved | None = None
    missing: tuple[tuple[str, str], ...] = ()
    measures: tuple[TracedMeasure, ...] = ()

    @property
    def is_topic(self) -> bool:
        """Whether it is a topic."""
        return self.kind is EntryKind.TOPIC

    @property
    def prose(self) -> tuple[AuthorText, ...]:
        """Every text that needs an approval."""
        return tuple(text for text in self.texts if not text.shape.is_fact)

    @property
    def facts(self) -> tuple[AuthorText, ...]:
        """Every text that needs none."""
        return tuple(text for text in self.texts if text.shape.is_fact)

    @property
    def item(self) -> str:
        """The reference of the finding or plan that it belongs to."""
        return self.plan.id if self.kind is EntryKind.SERVICE else self.ref

    @property
    def name(self) -> str:
        """What a message calls it."""
        return self.kind.value.format(self.service.name if self.kind is EntryKind.SERVICE else self.ref)

    def is_written_in(self, language: str) -> bool:
        """Whether every text stands in a language; what is the same in every language does."""
        return language in self.languages or not any(text.language for text in self.texts)

    @property
    def languages(self) -> frozenset[str]:
        """The languages in which every text stands; each explains words of its own."""
        written: dict[str, set[str]] = {}
        for text in self.texts:
            if text.language and not text.term:
                written.setdefault(text.field, set()).add(text.language)
        return frozenset.intersection(*map(frozenset, written.values())) if written else frozenset()
