"""Fields written by a person for families. The family edition is built from these and from nothing else."""

import re
from enum import unique
from typing import Annotated

from pydantic import BeforeValidator, Field, StringConstraints

from action_plans.model.direction_marks import without_pasted_marks
from action_plans.model.markers import ForFamilies, Takes
from action_plans.model.record import ORIGINS_KEY, Choice, Entries, Many, Plain, Record, RoleCode
from action_plans.model.when import When

ENGLISH = "en"
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z]{2,4})?")


def _by_language(written: object) -> object:
    """Take a plain text as English, and a one-pair mapping whose key is no language as text."""
    if not isinstance(written, dict):
        return {ENGLISH: written}
    pairs = {key: value for key, value in written.items() if key != ORIGINS_KEY and value is not None}
    if len(pairs) == 1:
        ((key, value),) = pairs.items()
        if isinstance(key, str) and isinstance(value, str) and not _LANGUAGE.fullmatch(key):
            return {ENGLISH: f"{key}: {value}"}
    return pairs


def _as_shown(written: object) -> object:
    """Return a text as families see it: without the hidden marks that were pasted with it."""
    return without_pasted_marks(written) if isinstance(written, str) else written


_Shown = Annotated[Plain, BeforeValidator(_as_shown)]

Language = Annotated[
    str, StringConstraints(pattern=f"^{_LANGUAGE.pattern}$"), Takes("a language's code", "codes of languages")
]
"""A language's code, such as `en` or `pl`."""

FamilyText = Annotated[
    dict[Language, _Shown],
    Field(min_length=1),
    BeforeValidator(_by_language, json_schema_input_type=str | dict[str, str]),
    Takes("text, or one for each language", "texts, or one for each language"),
    ForFamilies(),
]
"""Words for families: a text, or one for each language `{en: .., pl: ..}`."""

FamilyFact = Annotated[_Shown, ForFamilies()]
"""What families see and no language changes: a name, a number, an address."""


class ServiceApproved(Record):
    """Who agreed that these words may be read by families, and to which words."""

    by: RoleCode
    """The role that approved."""
    date: When
    """When it was approved."""
    fingerprint: Plain | None = None
    """The sum of the words that were approved, as `action-plans approve` prints it."""


class Approved(ServiceApproved):
    """The same for words that stand beside what staff wrote, so that it is seen when that changes."""

    seen: Plain | None = None
    """The sum of what staff had written beside them, as `action-plans approve` prints it."""


@unique
class FoundBy(Choice):
    """Who found what a topic is about."""

    CQC = "cqc"
    YOU = "you"
    US = "us"
    COUNCIL = "council"
    OTHER = "other"


class FamilyMeasure(Record):
    """A figure that families can follow."""

    text: FamilyText
    """What is counted."""
    before: FamilyText | None = None
    """How it was."""
    now: FamilyText | None = None
    """How it is."""
    of: FamilyText | None = None
    """Out of how many."""


class FindingFamily(Record):
    """A topic of the family edition: what was found and what changes. Each text is at most two sentences."""

    publish: bool = False
    """Whether families see it. The default is no."""
    title: FamilyText | None = None
    """The topic's name."""
    found: FamilyText | None = None
    """What was found."""
    why: FamilyText | None = None
    """Why it matters."""
    keeping_safe: FamilyText | None = None
    """What keeps people safe now. Needed where a regulation was breached."""
    change: FamilyText | None = None
    """What will change."""
    how_we_will_know: FamilyText | None = None
    """How you will know that it worked."""
    you: FamilyText | None = None
    """What it means for people who use the service."""
    visitors: FamilyText | None = None
    """What it means for visitors and those who care about someone here."""
    affected: FamilyText | None = None
    """Whether someone's relative was affected, and who was told; without it the plan's `about_you` stands there."""
    found_by: FoundBy = FoundBy.CQC
    """Who found it: cqc, you, us, council or other. Where the finding has sources, they tell whether CQC did."""
    measure: FamilyMeasure | None = None
    """A figure that families can follow."""
    approved: Approved | None = None
    """The approval of the topic and of its actions' words."""


class ActionFamily(Record):
    """One action in words for families: one sentence each."""

    text: FamilyText
    """What we do; starts with "We"."""
    reason: FamilyText | None = None
    """Why it is late, has stopped or does not work yet."""


class YouSaid(Record):
    """Something families said, and what was done about it."""

    said: FamilyText
    """What you said."""
    did: FamilyText
    """What we did."""
    month: When | None = None
    """The month in which it was done."""


class PlanFamily(Record):
    """What the home page says for a whole plan."""

    publish: bool = False
    """Whether families see anything of this plan. The default is no."""
    intro: FamilyText | None = None
    """What this site tells."""
    apology: FamilyText | None = None
    """An apology, in the words of whoever makes it."""
    apology_by: FamilyText | None = None
    """Who makes it, as a role in words."""
    keeping_safe: FamilyText | None = None
    """What keeps people safe now."""
    about_you: FamilyText | None = None
    """How someone learns whether they were affected."""
    next: FamilyText | None = None
    """What happens next: when CQC comes back, whether anyone must move."""
    next_update: When | None = None
    """When the site will change again."""
    you_said: Many[YouSaid] = ()
    """What people said and what was done."""
    left_out: FamilyText | None = None
    """Why not every finding is told here."""
    approved: Approved | None = None
    """The approval of these words."""


class FamilyContact(Record):
    """Whom families ask."""

    who: FamilyText | None = None
    """A role in words."""
    name: FamilyFact | None = None
    """The name of a contact who agreed to be named."""
    phone: FamilyFact | None = None
    """A telephone number."""
    email: FamilyFact | None = None
    """An e-mail address."""
    post: FamilyFact | None = None
    """A postal address."""
    times: FamilyText | None = None
    """When someone answers."""


class Complaining(Record):
    """How to complain to the service."""

    how: FamilyText | None = None
    """How to tell the service."""
    answer_in: FamilyText | None = None
    """How soon it answers."""
    then: FamilyText | None = None
    """What to do if that is not enough."""


class OutsideHelp(Record):
    """Someone outside the service who can help."""

    who: FamilyText
    """Who they are."""
    what: FamilyText | None = None
    """What they do, in a sentence."""
    phone: FamilyFact | None = None
    """Their telephone number."""
    url: FamilyFact | None = None
    """Their web address."""


class Meeting(Record):
    """A meeting that families can join."""

    date: When
    """The day."""
    time: FamilyText | None = None
    """The time."""
    place: FamilyText | None = None
    """Where."""
    how: FamilyText | None = None
    """How to join."""
    join: FamilyFact | None = None
    """A link or a number for joining from afar."""


class ServiceFamily(Record):
    """What families are told of the service itself."""

    name: FamilyText | None = None
    """The name that people know."""
    contact: FamilyContact | None = None
    """Whom to ask."""
    complain: Complaining | None = None
    """How to complain."""
    outside_help: Many[OutsideHelp] = ()
    """Who outside the service can help."""
    formats: Many[FamilyText] = ()
    """Other formats that can be asked for."""
    meetings: Many[Meeting] = ()
    """Meetings that families can join."""
    languages: Many[FamilyText] = ()
    """Languages in which someone can answer."""
    words: Entries[Annotated[str, BeforeValidator(_as_shown)], FamilyText] = Field(default_factory=dict)
    """Words that the service uses, and what they mean."""
    about: FamilyText | None = None
    """Who writes this site and how."""
    approved: ServiceApproved | None = None
    """The approval of the service's words, which several plans share."""
