"""What the records of the model look like from a file: the names of their fields, and what each one takes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from action_plans.model.evidence import Evidence, EvidenceNote
from action_plans.model.family import ActionFamily, FindingFamily, PlanFamily, ServiceFamily
from action_plans.model.plan import Plan
from action_plans.model.record import Choice, Item, Record
from action_plans.model.service import Provider, Service

_NOUNS: dict[type[Record], str] = {
    FindingFamily: "finding's family",
    ActionFamily: "action's family",
    PlanFamily: "plan's family",
    ServiceFamily: "service's family",
    EvidenceNote: "note",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What a field takes: fields of a record, entries with names of the writer's own, a choice, or a plain value.

    All are None for a plain value. `entries` is the type of each entry.
    """

    record: type[Record] | None = None
    entries: Any = None
    choice: type[Choice] | None = None


@cache
def fields_of(record: type[Record]) -> dict[str, FieldInfo]:
    """Return the fields that a file may give a record, by their names there; `note` and `extra` come last."""
    fields = {field.alias or name: field for name, field in record.model_fields.items() if not field.exclude}
    if issubclass(record, Item):
        fields |= {name: fields.pop(name) for name in Item.model_fields if name in fields}
    return fields


def shape_in(record: type[Record], name: str) -> Shape:
    """Return what a record's field of this name takes; a plain value, if it has none."""
    return _shapes(record).get(name, Shape())


def shape_of(annotation: Any) -> Shape:  # noqa: ANN401 -- an annotation can be anything
    """Return what a field with this annotation takes, or takes a list of."""
    for kind in _kinds(annotation):
        if get_origin(kind) is dict:
            return Shape(entries=get_args(kind)[1])
        if isinstance(kind, type) and issubclass(kind, Record):
            return Shape(record=kind)
        if isinstance(kind, type) and issubclass(kind, Choice) and issubclass(kind, Enum):
            return Shape(choice=kind)
    return Shape()


def noun(record: type[Record]) -> str:
    """Return what one such record is called: `action`, `scope change`."""
    if issubclass(record, Evidence) and record is not EvidenceNote:
        return "evidence"
    return _NOUNS.get(record) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).lower()


def article(word: str) -> str:
    """Return the word with `a` or `an` before it."""
    return f"{'an' if word[0] in 'aeiou' else 'a'} {word}"


def nearest_field(name: str, record: type[Record]) -> str | None:
    """Return the field that someone who wrote `name` most likely meant, or None.

    A name that is right elsewhere must be much like one here to be taken for it.
    """
    known = {field.casefold(): field for field in fields_of(record)}
    return nearest(re.sub(r"[\s-]+", "_", name.strip()), known, 0.85 if name in FIELD_NAMES else 0.7)


def nearest_choice(word: str, choice: type[Choice]) -> str | None:
    """Return the word of a closed list that someone who wrote `word` most likely meant, or None."""
    return nearest(re.sub(r"[\s_]+", "-", word.strip()), {member.value: member.value for member in choice})


def nearest_anywhere(name: str) -> str | None:
    """Return the field of any record that someone who wrote `name` most likely meant, or None."""
    return nearest(name, {field: field for field in FIELD_NAMES})


def nearest(written: str, known: dict[str, str], likeness: float = 0.7) -> str | None:
    """Return the value in `known` whose key, in lower case, is most like what was written."""
    match = get_close_matches(written.casefold(), sorted(known), n=1, cutoff=likeness)
    return known[match[0]] if match else None


def homes_of(name: str) -> list[str]:
    """Return what kinds of thing have a field of this name, those nearest the outside first."""
    if name not in FIELD_NAMES:
        return []
    return [noun(record) for record in _RECORDS if name in fields_of(record)]


@cache
def _shapes(record: type[Record]) -> dict[str, Shape]:
    return {name: shape_of(field.annotation) for name, field in fields_of(record).items()}


def _kinds(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 -- an annotation can be anything
    """Yield a type, or the types in an optional one, a list or a union."""
    origin = get_origin(annotation)
    if origin is Annotated:
        yield from _kinds(get_args(annotation)[0])
    elif origin in (Union, UnionType, tuple):
        for part in get_args(annotation):
            yield from _kinds(part)
    else:
        yield annotation


def _records() -> tuple[type[Record], ...]:
    """Return every kind of record that a file may hold, layer by layer."""
    found: dict[type[Record], None] = dict.fromkeys((Plan, Service, Provider, EvidenceNote))
    waiting = list(found)
    for record in waiting:
        shapes = (shape_of(field.annotation) for field in fields_of(record).values())
        inner = (shape.record or shape_of(shape.entries).record for shape in shapes)
        new = [one for one in dict.fromkeys(inner) if one is not None and one not in found]
        found |= dict.fromkeys(new)
        waiting.extend(new)
    return tuple(found)


_RECORDS = _records()

FIELD_NAMES = frozenset(name for record in _RECORDS for name in fields_of(record))
"""The names of all fields there are."""
