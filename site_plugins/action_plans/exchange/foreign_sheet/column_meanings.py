"""What a column of somebody's sheet means, by the name that services give it."""

import re
from dataclasses import dataclass
from enum import StrEnum, unique
from functools import cache, lru_cache
from importlib import resources

from action_plans.model.action import Action
from action_plans.model.finding import Finding
from action_plans.reading.records.other_names import field_meant


@unique
class Meaning(StrEnum):
    """What a column holds. The values are what a map of columns says, most of them names of the model's fields."""

    NUMBER = "number"
    FINDING = "finding"
    TEXT = "text"
    KIND = "kind"
    REGULATIONS = "regulations"
    KEY_QUESTIONS = "key_questions"
    AREA = "area"
    ROOT_CAUSE = "root_cause"
    PEOPLE_AFFECTED = "people_affected"
    KEEPING_SAFE = "keeping_safe"
    ACTION_NUMBER = "action_number"
    ACTION = "action"
    OWNER = "owner"
    HELPERS = "helpers"
    STARTED = "started"
    DUE = "due"
    REVISED = "revised"
    REVISED_REASON = "revised_reason"
    PRIORITY = "priority"
    STATUS = "status"
    CLOSED_ON = "closed_on"
    SIGNED_OFF = "signed_off"
    EVIDENCE = "evidence"
    DONE_WHEN = "done_when"
    OUTCOME = "outcome"
    RESOURCES = "resources"
    SUSTAINED_BY = "sustained_by"
    LESSONS = "lessons"
    NOTE = "note"
    EXTRA = "extra"

    @property
    def is_of_finding(self) -> bool:
        """Whether it is told of the finding; all others are told of the action."""
        return self in _OF_FINDING

    @property
    def can_repeat(self) -> bool:
        """Whether several columns of a table may mean it."""
        return self in _REPEATED


_OF_FINDING = frozenset(
    (
        *(Meaning.NUMBER, Meaning.FINDING, Meaning.TEXT, Meaning.KIND, Meaning.REGULATIONS, Meaning.KEY_QUESTIONS),
        *(Meaning.AREA, Meaning.ROOT_CAUSE, Meaning.PEOPLE_AFFECTED, Meaning.KEEPING_SAFE),
    )
)

_REPEATED = frozenset(
    (
        *(Meaning.NOTE, Meaning.EXTRA, Meaning.EVIDENCE, Meaning.STATUS, Meaning.REVISED, Meaning.HELPERS),
        Meaning.KEY_QUESTIONS,
    )
)

LONGEST_NAME = 90
"""How long the name of a column is at most: a sentence is none."""


@lru_cache(maxsize=4096)  # the cells of a sheet are asked about several times
def meaning_of(name: str) -> Meaning | None:
    """Return what a column of this name holds, or None where the name is not known."""
    if len(folded_name(name)) > LONGEST_NAME:
        return None
    found = _pattern_of(folded_name(name))
    return found.meaning if found is not None else _OF_FIELDS.get(field_named(folded_name(name)) or "")


def is_telling(name: str) -> bool:
    """Whether a column of this name holds what it means even where another seems to: `Issue`, rather than `Source`."""
    found = _pattern_of(folded_name(name))
    return found is not None and not found.gives_way


def folded_name(name: str) -> str:
    """Return the name of a column as the patterns of names have it: small letters, signs as blanks."""
    return " ".join(re.sub(r"[^\w#%&/]+", " ", name.replace("_", " ")).casefold().split())


def field_named(folded: str) -> str | None:
    """Return the field of an action or a finding that goes by a name, or None."""
    return field_meant(folded, Action) or field_meant(folded, Finding)


@cache
def name_patterns() -> tuple[re.Pattern[str], ...]:
    """Return the patterns of names of columns."""
    return tuple(one.pattern for one in _patterns())


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern of names, what a column means whose name it fits, and whether it gives way to another that does."""

    pattern: re.Pattern[str]
    meaning: Meaning
    gives_way: bool


def _pattern_of(folded: str) -> _Pattern | None:
    if not _any().search(folded):  # most cells that are asked about are none
        return None
    return next((one for one in _patterns() if one.pattern.search(folded)), None)


@cache
def _any() -> re.Pattern[str]:
    """Return all patterns in one: most cells that are asked about are none of them."""
    return re.compile("|".join(one.pattern.pattern for one in _patterns()))


@cache  # what comes with the package does not change while the program runs
def _patterns() -> tuple[_Pattern, ...]:
    """Return the patterns of names, the more telling first."""
    file = resources.files("action_plans.exchange.foreign_sheet") / "data" / "column-names.txt"
    found: list[_Pattern] = []
    meaning = Meaning.EXTRA
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            meaning = Meaning(line.strip("[]"))
        elif not line.startswith("#"):
            found.append(_Pattern(re.compile(line.removeprefix("~")), meaning, line.startswith("~")))
    return tuple(found)


_OF_FIELDS: dict[str, Meaning] = {
    "id": Meaning.NUMBER,
    "title": Meaning.ACTION,
    "owner": Meaning.OWNER,
    "due": Meaning.DUE,
    "started": Meaning.STARTED,
    "closed_on": Meaning.CLOSED_ON,
    "closed_by": Meaning.SIGNED_OFF,
    "done_when": Meaning.DONE_WHEN,
    "for": Meaning.FINDING,
    "updates": Meaning.NOTE,
    "evidence": Meaning.EVIDENCE,
    "issues": Meaning.NOTE,
    "resources": Meaning.RESOURCES,
    "signoffs": Meaning.SIGNED_OFF,
    "sustained_by": Meaning.SUSTAINED_BY,
    "different_now": Meaning.OUTCOME,
    "helpers": Meaning.HELPERS,
    "description": Meaning.NOTE,
    "text": Meaning.TEXT,
    "regulations": Meaning.REGULATIONS,
    "statements": Meaning.KEY_QUESTIONS,
    "key_questions": Meaning.KEY_QUESTIONS,
    "people_affected": Meaning.PEOPLE_AFFECTED,
    "keeping_safe": Meaning.KEEPING_SAFE,
    "root_cause": Meaning.ROOT_CAUSE,
}
"""What the names mean that `reading` knows for fields, where a column can hold them."""
