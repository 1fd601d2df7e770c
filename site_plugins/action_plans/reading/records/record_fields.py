"""What the records of the model look like from a file: the names of their fields, and what each one takes."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

from action_plans.english.near import ALIKE, ALMOST_THE_SAME, nearest
from action_plans.model.action_parts import Resources
from action_plans.model.evidence import Evidence, EvidenceNote
from action_plans.model.family import (
    ActionFamily,
    Approved,
    FindingFamily,
    PlanFamily,
    ServiceApproved,
    ServiceFamily,
)
from action_plans.model.plan import Plan
from action_plans.model.record import Choice, Record
from action_plans.model.reflection import field_names, held_by, records_in
from action_plans.model.service import Provider, Service
from action_plans.model.source import Ratings

_WORD_ALIKE = 0.5
"""How alike one word of several is to the one that is meant: `of` and `off` are 0.8 alike, `focused` and `mock` 0.2."""

_NOUNS: dict[type[Record], str] = {
    FindingFamily: "finding's family",
    ActionFamily: "action's family",
    PlanFamily: "plan's family",
    ServiceFamily: "service's family",
    EvidenceNote: "note",
    Ratings: "source's ratings",
    Resources: "action's resources",
    ServiceApproved: "approval for families",
    Approved: "approval for families",
}


_ONE_OF = {
    "involved": "entry of involved",
    "reopened": "entry of reopened",
    "stopped": "stopped action",
    "accepted": "accepted problem",
    "you said": "entry of you_said",
    "evidence": "line of evidence",
}
"""What one of them is called where its own name takes no article."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field takes: fields of a record, entries with names of the writer's own, a choice, or a plain value.

    All are None for a plain value. `entries` is the type of each entry.
    """

    record: type[Record] | None = None
    entries: Any = None
    choice: type[Choice] | None = None


@cache
def shape_in(record: type[Record], name: str) -> Shape:
    """Return what a record's field of this name takes; a plain value, if it has none."""
    field = field_names(record).get(name)
    if field is None:
        return Shape()
    if field.entries is not None:
        return Shape(entries=field.entries)
    return Shape(next(iter(field.records), None), None, next(iter(field.choices), None))


def shape_of(annotation: Any) -> Shape:  # noqa: ANN401 -- an annotation can be anything
    """Return what is meant to lie where a type such as that of an entry is written."""
    held = held_by(annotation)
    return Shape(next(iter(held.records), None), held.entries, next(iter(held.choices), None))


def noun(record: type[Record]) -> str:
    """Return what one such record is called: `action`, `scope change`."""
    if issubclass(record, Evidence) and record is not EvidenceNote:
        return "evidence"
    return _NOUNS.get(record) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()


def article(word: str) -> str:
    """Return the word with `a` or `an` before it; of a record called by a field alone, what one of them is."""
    said = _ONE_OF.get(word, word)
    return f"{'an' if said[0] in 'aeiou' else 'a'} {said}"


def nearest_field(name: str, record: type[Record]) -> str | None:
    """Return the field that someone who wrote `name` most likely meant, or None.

    A name that is right elsewhere must be much like one here to be taken for it.
    """
    from action_plans.reading.records.other_names import field_meant  # noqa: PLC0415 -- a sound plan needs none of it

    if (other := field_meant(name, record)) is not None and name not in field_names(record):
        return other
    likeness = ALMOST_THE_SAME if name in FIELD_NAMES else ALIKE
    return nearest(re.sub(r"[\s-]+", "_", name.strip()), field_names(record), likeness=likeness)


def nearest_choice(word: str, choice: type[Choice]) -> str | None:
    """Return the word of a closed list that someone who wrote `word` most likely meant, or None.

    Of as many words each must be like its own: a focused inspection is no mock inspection.
    """
    meant = nearest(re.sub(r"[\s_]+", "-", word.strip()), (member.value for member in choice), likeness=ALIKE)
    if meant is None:
        return None
    written, known = re.findall(r"[^\W_]+", word), meant.split("-")
    if len(written) == len(known) > 1:
        pairs = zip(written, known, strict=True)
        return meant if all(nearest(one, [other], likeness=_WORD_ALIKE) for one, other in pairs) else None
    return meant


def nearest_anywhere(name: str) -> str | None:
    """Return the field of any record that someone who wrote `name` most likely meant, or None."""
    return nearest(name, sorted(FIELD_NAMES), likeness=ALIKE)


def homes_of(name: str) -> list[str]:
    """Return what kinds of thing have a field of this name, those nearest the outside first."""
    if name not in FIELD_NAMES:
        return []
    return [noun(record) for record in _RECORDS if name in field_names(record)]


_RECORDS = records_in(Plan, Service, Provider, EvidenceNote)

FIELD_NAMES = frozenset(name for record in _RECORDS for name in field_names(record))
"""The names of all fields there are."""
