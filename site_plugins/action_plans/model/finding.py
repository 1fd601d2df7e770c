"""A finding: what the regulator, or someone else, found."""

from enum import unique
from typing import Annotated

from action_plans.model.evidence import EvidenceLine
from action_plans.model.family import FindingFamily
from action_plans.model.markers import Cites, NamesSource
from action_plans.model.measure import CitedMeasures
from action_plans.model.record import Choice, Id, Item, Many, ReferenceOrWords, Text
from action_plans.model.reference import Kind, is_words
from action_plans.model.source import KeyQuestion


@unique
class FindingKind(Choice):
    """How binding a finding is."""

    BREACH = "breach"
    MUST = "must"
    SHOULD = "should"
    RECOMMENDATION = "recommendation"
    OWN = "own"

    @property
    def label(self) -> str:
        """The kind as a page shows it."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    FindingKind.BREACH: "Breach of a regulation",
    FindingKind.MUST: "Must improve",
    FindingKind.SHOULD: "Should improve",
    FindingKind.RECOMMENDATION: "Recommendation",
    FindingKind.OWN: "Our own finding",
}


class Finding(Item):
    """A finding, in the report's words, and what it leads to."""

    id: Id
    """Its reference, unique in the plan and never used again."""
    title: Text
    """What was found, in one line."""
    source: Annotated[Many[Id], NamesSource()] = ()
    """The sources in which it was found: the first is the one it was found by."""
    kind: FindingKind | None = None
    """breach, must, should, recommendation or own."""
    text: Text | None = None
    """The report's own words."""
    key_questions: Many[KeyQuestion] = ()
    """The key questions it falls under."""
    regulations: Many[Text] = ()
    """The regulations, as reports write them: `Regulation 12(2)(g)`, or their names."""
    other_law: Many[Text] = ()
    """Other law, such as fire or health and safety."""
    statements: Many[Text] = ()
    """Quality statements of the plan's framework, by title or short name."""
    regulated_activities: Many[Text] = ()
    """The regulated activities it concerns."""
    area: Text | None = None
    """The part of the service it concerns."""
    strengths: Text | None = None
    """What the report found to be good."""
    root_cause: Text | None = None
    """Why it happened."""
    people_affected: Text | None = None
    """How people are affected."""
    keeping_safe: Text | None = None
    """What keeps people safe until it is put right."""
    repeats: Annotated[Many[ReferenceOrWords], Cites((Kind.FINDING,), "repeats", or_words=True)] = ()
    """Earlier findings that this one repeats: their references, or words."""
    measures: CitedMeasures = ()
    """Measures that show whether it is put right."""
    evidence: Many[EvidenceLine] = ()
    """Evidence for the finding itself; it closes no action."""
    family: FindingFamily | None = None
    """What families are told of it."""

    @property
    def repeats_in_words(self) -> tuple[str, ...]:
        """What it repeats, where that is told in words."""
        return tuple(written for written in self.repeats if is_words(written))
