"""What authors wrote for families, text by text, each with where it stands: what is guarded and approved."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, unique

from action_plans.model.family import Approved, FindingFamily, PlanFamily, ServiceFamily
from action_plans.model.finding import FindingKind
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.record import Record
from action_plans.model.service import Service
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction, TracedFinding


@unique
class Shape(Enum):
    """What kind of text a field takes: the most characters it may have, and whether it is read as sentences."""

    SENTENCES = 300, True
    LONG = 600, True
    NAME = 60, False
    FACT = 300, False
    """A number, an address, a figure: looked at by nobody's rules of style."""

    def __init__(self, longest: int, is_prose: bool) -> None:
        """Keep the limits beside the value."""
        self.longest = longest
        self.is_prose = is_prose


@dataclass(frozen=True, slots=True)
class AuthorText:
    """One text in one language.

    Attributes:
        field: its name for people and for the fingerprint, such as `found` or `action 2: text`.
        language: the code of its language.
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
    def is_written(self) -> bool:
        """Whether it is words, rather than a number or an address."""
        return self.shape is not Shape.FACT

    def at(self, line: int) -> Origin:
        """Return where line `line` of the text stands, from 0: exact in a `|` block, else where the text begins."""
        if "\n" not in self.text:
            return self.origin
        return Origin(self.origin.path, self.origin.line + 1 + line, 1)


@dataclass(frozen=True)
class Entry:
    """What is written, guarded and approved together: what is said for a plan, or a topic with its actions.

    Attributes:
        ref: `OAK`, or `OAK/F1` for a topic.
        plan: its plan.
        service: the service that the plan is for.
        finding: the topic's finding; None for a plan.
        actions: the actions of a topic that families are told of, in the order written.
        texts: every text, in a fixed order.
        approved: the approval that the author wrote.
        missing: what has to be written and is not, each with what to write.
        origin: where the entry stands.
        publish: whether it is asked to be published.
    """

    ref: str
    plan: Plan
    service: Service
    finding: TracedFinding | None
    actions: tuple[TracedAction, ...]
    texts: tuple[AuthorText, ...]
    approved: Approved | None
    missing: tuple[tuple[str, str], ...]
    origin: Origin
    publish: bool

    @property
    def is_topic(self) -> bool:
        """Whether it is a topic."""
        return self.finding is not None

    @property
    def name(self) -> str:
        """What a message calls it."""
        return f"topic {self.ref}" if self.is_topic else f"what plan {self.ref} says to families"

    @property
    def languages(self) -> frozenset[str]:
        """The languages in which every text stands; each explains words of its own."""
        written: dict[str, set[str]] = {}
        for text in self.texts:
            if (text.is_written or text.language) and not text.term:
                written.setdefault(text.field, set()).add(text.language)
        return frozenset.intersection(*map(frozenset, written.values())) if written else frozenset()


def service_name(service: Service) -> dict[str, str]:
    """Return the name that people know, by language: the one written for families, else the name CQC knows."""
    written = service.family.name if service.family else None
    return written or {"en": service.name}


def entries(trace: Trace) -> Iterator[Entry]:
    """Yield the entry of each plan that speaks to families, each followed by its topics."""
    order = {ref: number for number, ref in enumerate(trace.actions)}
    for plan in trace.portfolio.plans:
        service = trace.service_of[plan.id]
        if plan.family is not None:
            yield _plan_entry(plan, plan.family, service)
        for finding in trace.findings_of(plan):
            if finding.record.family is not None:
                told = [trace.actions[ref] for ref in (*finding.actions, *finding.stopped)]
                told = [action for action in told if action.record.family is not None and action.record.family.text]
                ordered = tuple(sorted(told, key=lambda action: order[action.ref]))
                yield _topic_entry(finding, finding.record.family, ordered, service)


TOPIC_FIELDS = ("found", "why", "keeping_safe", "affected", "change", "how_we_will_know", "you", "visitors")
"""The texts of a topic, in the order of the fingerprint."""


def _plan_entry(plan: Plan, family: PlanFamily, service: Service) -> Entry:
    texts = (*_plan_texts(family), *(_service_texts(service.family) if service.family else ()))
    return Entry(plan.id, plan, service, None, (), texts, family.approved, (), plan.at("family"), family.publish)


def _plan_texts(family: PlanFamily) -> Iterator[AuthorText]:
    for field in ("intro", "apology"):
        yield from _texts(family, field, shape=Shape.LONG)
    yield from _texts(family, "apology_by", shape=Shape.NAME)
    for field in ("keeping_safe", "about_you", "next", "left_out"):
        yield from _texts(family, field)
    for number, pair in enumerate(family.you_said, 1):
        yield from _texts(pair, "said", named=f"you_said {number}: said")
        yield from _texts(pair, "did", named=f"you_said {number}: did")


def _service_texts(family: ServiceFamily) -> Iterator[AuthorText]:
    yield from _texts(family, "name", named="service: name", shape=Shape.NAME)
    yield from _texts(family, "about", named="service: about", shape=Shape.LONG)
    if family.contact is not None:
        yield from _texts(family.contact, "who", named="contact: who", shape=Shape.NAME)
        yield from _facts(family.contact, ("name", "phone", "email", "post"), "contact")
        yield from _texts(family.contact, "times", named="contact: times")
    yield from _texts_on_asking(family)
    for field in ("formats", "languages"):
        for number, written in enumerate(getattr(family, field)):
            origin = family.at(field, number)
            for language, text in written.items():
                yield AuthorText(f"{field} {number + 1}", language, text, origin, Shape.NAME)
    for word, meaning in family.words.items():
        for language, text in meaning.items():
            yield AuthorText(f"words: {word}", language, text, family.at("words"), term=word)


def _texts_on_asking(family: ServiceFamily) -> Iterator[AuthorText]:
    if family.complain is not None:
        for field in ("how", "answer_in", "then"):
            yield from _texts(family.complain, field, named=f"complain: {field}")
    for number, outside in enumerate(family.outside_help, 1):
        yield from _texts(outside, "who", named=f"outside_help {number}: who", shape=Shape.NAME)
        yield from _texts(outside, "what", named=f"outside_help {number}: what")
        yield from _facts(outside, ("phone", "url"), f"outside_help {number}")
    for number, meeting in enumerate(family.meetings, 1):
        yield from _texts(meeting, "time", named=f"meetings {number}: time", shape=Shape.NAME)
        yield from _texts(meeting, "place", named=f"meetings {number}: place", shape=Shape.NAME)
        yield from _texts(meeting, "how", named=f"meetings {number}: how")
        yield from _facts(meeting, ("join",), f"meetings {number}")


def _topic_entry(
    finding: TracedFinding, family: FindingFamily, actions: tuple[TracedAction, ...], service: Service
) -> Entry:
    return Entry(
        ref=finding.ref,
        plan=finding.plan,
        service=service,
        finding=finding,
        actions=actions,
        texts=tuple(_topic_texts(family, actions)),
        approved=family.approved,
        missing=tuple(_missing(finding, family)),
        origin=finding.record.at("family"),
        publish=family.publish,
    )


def _topic_texts(family: FindingFamily, actions: Iterable[TracedAction]) -> Iterator[AuthorText]:
    yield from _texts(family, "title", shape=Shape.NAME)
    for field in TOPIC_FIELDS:
        yield from _texts(family, field, most_sentences=2)
    if family.measure is not None:
        yield from _texts(family.measure, "text", named="measure: text")
        for field in ("before", "now", "of"):
            yield from _texts(family.measure, field, named=f"measure: {field}", shape=Shape.FACT)
    for number, action in enumerate(actions, 1):
        told = action.record.family
        if told is not None:
            yield from _texts(told, "text", named=f"action {number}: text", most_sentences=1)
            yield from _texts(told, "reason", named=f"action {number}: reason", most_sentences=1)


def _missing(finding: TracedFinding, family: FindingFamily) -> Iterator[tuple[str, str]]:
    if family.title is None:
        yield "title", "Write the topic's name in a few words, such as `title: Giving medicines safely`."
    if family.found is None:
        yield "found", "Write what was found in at most two sentences."
    if family.keeping_safe is None and finding.record.kind is FindingKind.BREACH:
        yield "keeping_safe", "Write what keeps people safe now: this is a breach of a regulation."


def _texts(
    record: Record, field: str, *, named: str = "", shape: Shape = Shape.SENTENCES, most_sentences: int | None = None
) -> Iterator[AuthorText]:
    written: dict[str, str] | None = getattr(record, field)
    for language, text in (written or {}).items():
        yield AuthorText(named or field, language, text, record.at(field), shape, most_sentences)


def _facts(record: Record, fields: Iterable[str], named: str) -> Iterator[AuthorText]:
    """Yield what is the same in every language: it has none."""
    for field in fields:
        text: str | None = getattr(record, field)
        if text is not None:
            yield AuthorText(f"{named}: {field}", "", text, record.at(field), Shape.FACT)
