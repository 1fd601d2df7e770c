"""The model as it is seen from outside: every record with its fields, what they take, mean and hold.

The one place that reads types and markers. What people may write, what editors complete, what messages suggest and
what rules look at are all made from this, so that a new field is known to all of them by being added to its record.
"""

import ast
import inspect
import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from action_plans.model.markers import Cites, FilledIn, ForFamilies, ForStaff, NamesRole, Takes
from action_plans.model.record import Choice, Record
from action_plans.model.when import Every, When

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record.

    Attributes:
        name: its name in files.
        attribute: its name in the record.
        home: the record that it is written in: its own, or one that this is built on.
        takes: what it takes, in words: `one or several: references`.
        is_required: whether there can be no record without it.
        is_needed: whether people must write it: some that are required are filled in by reading.
        is_many: whether it holds any number of values.
        records: the records that may be written inside it.
        choices: the closed lists that it may hold a word of.
        entries: for a mapping whose names are the writer's own, the type of each entry; else None.
        markers: what is said of it, or of the values in it, beside its type.
        is_for_staff: whether it holds words for the staff edition.
        is_for_families: whether it holds words or facts for families.
        role: whether it names roles, and whether bodies outside may stand there.
        cites: what it cites, where it holds references.
        is_date: whether it holds a day or a month.
    """

    name: str
    attribute: str
    home: type[Record]
    takes: str
    is_required: bool
    is_needed: bool
    is_many: bool
    records: tuple[type[Record], ...]
    choices: tuple[type[Choice], ...]
    entries: Any
    markers: tuple[object, ...]
    is_for_staff: bool
    is_for_families: bool
    role: NamesRole | None
    cites: Cites | None
    is_date: bool

    @property
    def meaning(self) -> str:
        """Its docstring."""
        return _docstrings(self.home).get(self.attribute, "")

    def marker(self, kind: type[M]) -> M | None:
        """Return the marker of a kind; of several the outermost, None if there is none."""
        return _first(self.markers, kind)


@cache
def fields_of(record: type[Record]) -> tuple[Field, ...]:
    """Return the fields that a file may give a record: its own in the order written, then those it is built on."""
    homes: dict[str, type[Record]] = {}
    for parent in record.__mro__:
        if issubclass(parent, Record) and parent is not Record:
            homes = {**homes, **{name: parent for name in inspect.get_annotations(parent) if name not in homes}}
    known = record.model_fields
    return tuple(
        _field(record, name, home) for name, home in homes.items() if name in known and not known[name].exclude
    )


@cache
def field_names(record: type[Record]) -> dict[str, Field]:
    """Return the fields of a record by their names in files."""
    return {field.name: field for field in fields_of(record)}


@cache
def records_in(*files: type[Record]) -> tuple[type[Record], ...]:
    """Return every record that files of these kinds may hold, layer by layer."""
    found = dict.fromkeys(files)
    waiting = list(files)
    for record in waiting:
        new = [one for field in fields_of(record) for one in field.records if one not in found]
        found |= dict.fromkeys(new)
        waiting.extend(dict.fromkeys(new))
    return tuple(found)


def record_name(record: type[Record]) -> str:
    """Return a record's name as people say it: `Evidence note`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", record.__name__).capitalize()


def meaning_of(record: type[Record]) -> str:
    """Return in a sentence what a record is."""
    return inspect.cleandoc(record.__doc__ or "").split("\n\n")[0]


def held_by(annotation: Any) -> "Held":  # noqa: ANN401 -- an annotation can be anything
    """Return what a type holds, such as that of an entry in a mapping."""
    return Held.of(annotation)


_PLAIN = {
    bool: Takes("true or false", "true or false"),
    int: Takes("a whole number", "whole numbers"),
    str: Takes("a label", "labels"),
    When: Takes("a date", "dates"),
    Every: Takes("a length of time", "lengths of time"),
}
"""What types without a marker of their own take."""


def _field(record: type[Record], attribute: str, home: type[Record]) -> Field:
    information = record.model_fields[attribute]
    held = Held.of(information.annotation, tuple(reversed(information.metadata)))
    is_required = information.is_required()
    for_families = _first(held.markers, ForFamilies) is not None
    return Field(
        name=information.alias or attribute,
        attribute=attribute,
        home=home,
        takes=held.takes.one,
        is_required=is_required,
        is_needed=is_required and _first(held.markers, FilledIn) is None,
        is_many=held.is_many,
        records=tuple(dict.fromkeys(held.records)),
        choices=tuple(dict.fromkeys(held.choices)),
        entries=held.entries,
        markers=held.markers,
        is_for_staff=_first(held.markers, ForStaff) is not None and not for_families,
        is_for_families=for_families,
        role=_first(held.markers, NamesRole),
        cites=_first(held.markers, Cites),
        is_date=held.is_date,
    )


@cache
def _docstrings(record: type[Record]) -> dict[str, str]:
    """Return what is written below each field of a record in its source: read only where meanings are told."""
    body = ast.parse(inspect.getsource(record)).body[0]
    return {
        field.target.id: inspect.cleandoc(said.value.value)
        for field, said in pairwise(body.body if isinstance(body, ast.ClassDef) else ())
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name)
        if isinstance(said, ast.Expr) and isinstance(said.value, ast.Constant) and isinstance(said.value.value, str)
    }


def _first(markers: tuple[object, ...], kind: type[M]) -> M | None:
    return next((marker for marker in markers if isinstance(marker, kind)), None)


@dataclass(frozen=True, slots=True)
class Held:
    """What a type holds."""

    takes: Takes
    markers: tuple[object, ...] = ()
    records: tuple[type[Record], ...] = ()
    choices: tuple[type[Choice], ...] = ()
    is_many: bool = False
    entries: Any = None
    is_date: bool = False

    @classmethod
    def of(cls, annotation: Any, markers: tuple[object, ...] = ()) -> "Held":  # noqa: ANN401 -- an annotation can be anything
        """Read a type, and what is said beside it."""
        origin, inner = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return cls.of(inner[0], (*markers, *reversed(inner[1:])))
        said = next((marker for marker in markers if isinstance(marker, Takes)), None)
        if any(isinstance(marker, ForFamilies) for marker in markers):
            return cls(said or _PLAIN[str], markers)
        if origin in (Union, UnionType):
            return _united([cls.of(part) for part in inner if part is not type(None)], said, markers)
        if origin is tuple:
            one = cls.of(inner[0])
            takes = said or Takes(f"one or several: {one.takes.several}", one.takes.several)
            return cls(takes, (*markers, *one.markers), one.records, one.choices, is_many=True, is_date=one.is_date)
        if origin is dict:
            name, value = cls.of(inner[0]), cls.of(inner[1])
            words = f"{name.takes.several}, each with {value.takes.one}"
            takes = said or Takes(words, words)
            return cls(takes, (*markers, *value.markers), value.records, value.choices, entries=inner[1])
        return _single(annotation, said, markers)


def _united(parts: list[Held], said: Takes | None, markers: tuple[object, ...]) -> Held:
    several = dict.fromkeys(part.takes.several for part in parts)
    takes = Takes(", or ".join(dict.fromkeys(part.takes.one for part in parts)), ", or ".join(several))
    return Held(
        said or takes,
        (*markers, *(marker for part in parts for marker in part.markers)),
        tuple(record for part in parts for record in part.records),
        tuple(choice for part in parts for choice in part.choices),
        any(part.is_many for part in parts),
        next((part.entries for part in parts if part.entries is not None), None),
        any(part.is_date for part in parts),
    )


def _single(kind: type, said: Takes | None, markers: tuple[object, ...]) -> Held:
    if issubclass(kind, Record):
        words = f"the fields of {record_name(kind).lower()}"
        return Held(said or Takes(words, words), markers, records=(kind,))
    if issubclass(kind, Choice):
        return Held(said or Takes("one of these", "any of these"), markers, choices=(kind,))
    takes = said or _PLAIN.get(kind)
    if takes is None:
        message = f"There are no words for what {kind.__name__} takes: give it a `Takes`."
        raise TypeError(message)
    return Held(takes, markers, is_date=kind is When)
