"""Where findings come from: reports, notices, letters, audits, complaints."""

import re
from enum import unique
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from action_plans.model.record import Choice, Id, Item, Many, Plain, Record, Text
from action_plans.model.when import When

REGULATOR = "CQC"


@unique
class SourceKind(Choice):
    """What kind of document or event a finding comes from."""

    ASSESSMENT = "assessment"
    INSPECTION = "inspection"
    REQUIREMENT_NOTICE = "requirement-notice"
    WARNING_NOTICE = "warning-notice"
    CONDITIONS = "conditions"
    LETTER_OF_INTENT = "letter-of-intent"
    INFORMATION_REQUEST = "information-request"
    CONTRACT_MONITORING = "contract-monitoring"
    SAFEGUARDING = "safeguarding"
    FIRE = "fire"
    REVIEW = "review"
    AUDIT = "audit"
    MOCK_INSPECTION = "mock-inspection"
    INCIDENT = "incident"
    COMPLAINT = "complaint"
    OWN = "own"


_OURS = (SourceKind.OWN, SourceKind.AUDIT, SourceKind.MOCK_INSPECTION, SourceKind.INCIDENT)
"""What a service finds out for itself, whoever it asks to look."""
_SENT_BY_OTHERS = (SourceKind.CONTRACT_MONITORING, SourceKind.SAFEGUARDING, SourceKind.FIRE, SourceKind.COMPLAINT)
"""What comes from somebody who is not CQC, and cannot be named unless the plan does."""


def _sender(read: dict[str, Any]) -> str:
    """Return who a source comes from that does not say so; nothing where its kind does not tell either."""
    kind = read.get("kind")
    if kind in _OURS:
        return "The service itself"
    return "" if kind in _SENT_BY_OTHERS else REGULATOR


@unique
class Rating(Choice):
    """CQC's ratings."""

    OUTSTANDING = "outstanding"
    GOOD = "good"
    REQUIRES_IMPROVEMENT = "requires-improvement"
    INADEQUATE = "inadequate"
    NOT_RATED = "not-rated"


@unique
class KeyQuestion(Choice):
    """CQC's five key questions."""

    SAFE = "safe"
    EFFECTIVE = "effective"
    CARING = "caring"
    RESPONSIVE = "responsive"
    WELL_LED = "well-led"

    @property
    def label(self) -> str:
        """The word as CQC writes it."""
        return self.value.capitalize()


class Ratings(Record):
    """The ratings that a report gave."""

    overall: Rating | None = None
    """Overall."""
    safe: Rating | None = None
    """Safe."""
    effective: Rating | None = None
    """Effective."""
    caring: Rating | None = None
    """Caring."""
    responsive: Rating | None = None
    """Responsive."""
    well_led: Rating | None = Field(default=None, alias="well-led")
    """Well-led."""

    def of(self, question: KeyQuestion) -> Rating | None:
        """Return the rating of one key question."""
        rating: Rating | None = getattr(self, question.value.replace("-", "_"))
        return rating


class Assessed(Record):
    """The days on which a service was looked at: single days, or from one to another."""

    days: Many[When] = ()
    """Single days."""
    from_: When | None = Field(default=None, alias="from")
    """The first day."""
    to: When | None = None
    """The last day."""


def _as_days(written: object) -> object:
    """Take a day, or a list of days, where `{from, to}` may be written."""
    return written if isinstance(written, dict | Assessed) else {"days": written}


def is_cqc(name: str) -> bool:
    """Whether a name is CQC's, however people write it: `the CQC`, `Care Quality Commission (CQC)`, `CQC inspectors`.

    A name that another body stands in, too, is not: `CQC and the council`.
    """
    words = re.findall(r"[^\W_]+", name.casefold())
    rest = _ITS_TEAM.sub("", " ".join(words[words[:1] == ["the"] :]))
    while (begun := _CQC.match(rest)) is not None:
        rest = rest[begun.end() :]
        if all(word in _OF_CQC for word in rest.split()):
            return True
    return False


_ITS_TEAM = re.compile(r"\b(?:inspection|assessment) team\b")
_CQC = re.compile(r"\s*(?:cqc|care quality commission)\b")
_OF_CQC = (
    frozenset(["s", "the", "of", "for", "in", "england", "national", "regional", "local", "london", "midlands"])
    | frozenset(["central", "north", "south", "east", "west", "adult", "social", "care", "hospitals", "directorate"])
    | frozenset(["inspector", "inspectors", "inspection", "assessment", "assessor", "assessors"])
)
"""What may follow and names CQC's own: not `CQC lead` or `CQC team`, which providers have, nor `CQC-style audit`."""


class Source(Item):
    """A report, notice, letter or event in which something was found."""

    id: Id
    """Its short reference."""
    kind: SourceKind
    """What kind of document or event it is."""
    title: Text
    """What it is called."""
    from_: Text = Field(default_factory=_sender, alias="from")
    """Who it comes from. Unless said: the service itself for its own work, an audit, a mock inspection or an incident;
    nobody named for contract monitoring, safeguarding, fire and a complaint; CQC for the rest."""
    reference: Plain | None = None
    """The sender's own reference."""
    account: Plain | None = None
    """The account number on CQC's form."""
    assessed: (
        Annotated[Assessed, BeforeValidator(_as_days, json_schema_input_type=Assessed | When | list[When])] | None
    ) = None
    """When the service was looked at: a day, a list of days, or `{from, to}`."""
    published: When | None = None
    """When it was published."""
    received: When | None = None
    """When the service received it."""
    response_due: When | None = None
    """By when an answer is asked for."""
    answered: When | None = None
    """When it was answered."""
    comply_by: When | None = None
    """By when the service must comply."""
    url: Plain | None = None
    """Where it can be read."""
    ratings: Ratings | None = None
    """The ratings that it gave."""
    carried_over: Many[KeyQuestion] = ()
    """Key questions whose rating was carried over from an earlier report."""

    @property
    def is_regulators(self) -> bool:
        """Whether it comes from CQC: what a service finds out for itself does not, whatever it says."""
        return self.kind not in _OURS and is_cqc(self.from_)

    @property
    def cites_english_law(self) -> bool:
        """Whether regulations that it cites are those that CQC enforces: it says no other sender, or says CQC."""
        return "from_" not in self.model_fields_set or is_cqc(self.from_) or self.from_ == _sender({"kind": self.kind})

    @property
    def says_from(self) -> bool:
        """Whether the plan itself says whom it comes from."""
        return "from_" in self.model_fields_set
