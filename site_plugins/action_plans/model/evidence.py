"""Evidence: a line on an action or finding, or a note of its own."""

from enum import unique
from typing import Annotated

from pydantic import Field, StringConstraints

from action_plans.model.markers import Cites, FilledIn, ShownOnRequest
from action_plans.model.record import Choice, Id, Item, Many, Plain, Record, Reference, RoleOrBody, Text
from action_plans.model.reference import Kind, Ref
from action_plans.model.when import When


@unique
class EvidenceCategory(Choice):
    """CQC's six evidence categories."""

    PEOPLES_EXPERIENCE = "peoples-experience"
    STAFF_AND_LEADERS = "feedback-from-staff-and-leaders"
    PARTNERS = "feedback-from-partners"
    OBSERVATION = "observation"
    PROCESSES = "processes"
    OUTCOMES = "outcomes"

    @property
    def label(self) -> str:
        """The category's name as CQC writes it."""
        return "People's experience" if self is EvidenceCategory.PEOPLES_EXPERIENCE else super().label


@unique
class EvidenceType(Choice):
    """What kind of thing the evidence is."""

    AUDIT = "audit"
    TRAINING_RECORD = "training-record"
    OBSERVATION = "observation"
    SURVEY = "survey"
    FEEDBACK = "feedback"
    MINUTES = "minutes"
    POLICY = "policy"
    PHOTO = "photo"
    DATA = "data"
    REPORT = "report"
    OTHER = "other"


@unique
class EvidenceVerdict(Choice):
    """What an independent check of the evidence concluded."""

    MEETS = "meets"
    PARTLY = "partly"
    DOES_NOT_MEET = "does-not-meet"


@unique
class Confidentiality(Choice):
    """Whether evidence is shown in the staff edition or kept until asked for."""

    SHOWN = "shown"
    ON_REQUEST = "on-request"


class Evidence(Item):
    """What a line of evidence and an evidence note have in common."""

    title: Annotated[Text, ShownOnRequest()]
    """What it is."""
    date: When | None = None
    """When it was made. A line without a date is proof still to come; a note has one."""
    kept: Annotated[Text | None, ShownOnRequest()] = None
    """Where the original is kept."""
    category: EvidenceCategory | None = None
    """Which of CQC's six evidence categories it belongs to."""
    type: EvidenceType | None = None
    """What kind of thing it is."""
    by: RoleOrBody | None = None
    """Who made it: a role, or an outside body in words."""
    period: Text | None = None
    """The period it covers."""
    sample: Text | None = None
    """What was looked at, such as "10 of 39 care plans"."""
    result: Text | None = None
    """What it shows."""
    checked_by: Annotated[RoleOrBody | None, ShownOnRequest()] = None
    """Who checked it: a role, or an outside body in words."""
    checked_on: When | None = None
    """When it was checked."""
    checked_sample: Annotated[Text | None, ShownOnRequest()] = None
    """What the checker looked at, such as "4 of the 10 care plans"."""
    verdict: EvidenceVerdict | None = None
    """What the check concluded: meets, partly or does-not-meet."""
    review_due: When | None = None
    """The day after which it no longer counts."""
    confidentiality: Confidentiality = Confidentiality.SHOWN
    """`on-request`: only its title, date, check and whom to ask are shown."""

    @property
    def on_request(self) -> bool:
        """Whether its account is kept out of everything that is published."""
        return self.confidentiality is Confidentiality.ON_REQUEST


class EvidenceLine(Evidence):
    """Evidence written on the action or finding itself."""


class Attachment(Record):
    """A file that a note publishes with itself."""

    file: Plain
    """The file's path, beside the note."""
    title: Text | None = None
    """What the file is."""


class EvidenceNote(Evidence):
    """An evidence note: front matter, and the account in its body."""

    format: Plain | None = None
    """The version of this format: 1."""
    id: Annotated[Id, FilledIn()]
    """Its reference; by default the name of its file."""
    supports: Annotated[
        Many[Reference],
        Cites((Kind.FINDING, Kind.ACTION, Kind.MEASURE, Kind.OBJECTIVE), "supports"),
    ] = Field(min_length=1)
    """The findings, actions, measures and objectives that it supports."""
    attachments: Many[Attachment] = ()
    """Files published with it."""
    body: Annotated[str, StringConstraints(strip_whitespace=False)] = Field(default="", exclude=True)
    """The account, in Markdown; not a field of the front matter."""
    body_line: int = Field(default=1, exclude=True)
    """The line of the file at which the account begins."""
    folder: str = Field(default="evidence", exclude=True)
    """The folder of all notes, relative to the project."""

    @property
    def path(self) -> str:
        """The note's file, relative to the project."""
        return self.origins.path

    @property
    def steps(self) -> tuple[str, ...]:
        """The folders below that of all notes in which the file lies, and its name."""
        return tuple(self.path.removeprefix(f"{self.folder}/").split("/"))

    @property
    def ref(self) -> Ref:
        """The note's reference."""
        return Ref.to_note(self.id)
