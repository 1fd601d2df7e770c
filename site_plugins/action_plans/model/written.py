"""Every value that people wrote, one by one, with the field that holds it and the thing that it belongs to."""

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from action_plans.model.evidence import EvidenceNote
from action_plans.model.origin import Origin
from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.record import Record
from action_plans.model.reference import Ref
from action_plans.model.reflection import Field, fields_of
from action_plans.model.service import Service
from action_plans.model.source import Assessed


class Written(NamedTuple):
    """One value. A portfolio has a hundred thousand, each made anew for each rule that looks at them.

    Attributes:
        value: a text, a date, a number, a word of a closed list, or texts by language.
        record: the record that holds it.
        field: its field.
        item: the reference of what it belongs to: an item of a plan, else the plan; or a note.
        number: which it is, from 0, where its field holds several.
    """

    value: Any
    record: Record
    field: Field
    item: Ref
    number: int | None = None

    @property
    def origin(self) -> Origin:
        """Where it is written."""
        return self.record.at(self.field.name, self.number)


Wanted = Callable[[Field], bool]
"""Which fields to look at: a function that a module has, so that what it says of each is remembered."""


def every(_field: Field) -> bool:
    """Want every field."""
    return True


def written_in_plan(plan: Plan, wanted: Wanted = every) -> Iterator[Written]:
    """Yield the values of a plan: those of its items first, in the order of `Plan.items`, then what is its own.

    A service whose fields stand in the plan is a record of its own, and is not entered.
    """
    fields = {field.name: (field, is_wanted) for field, is_wanted in _fields_with(Plan, wanted)}
    for name in ITEM_FIELDS:
        if name in fields:
            for record in getattr(plan, name):
                yield from written_in(record, plan.ref if record.id is None else Ref.to(plan.id, record.id), wanted)
    for name, (field, is_wanted) in fields.items():
        if name not in ITEM_FIELDS:
            yield from _of_field(plan, field, plan.ref, wanted, is_wanted=is_wanted)


def written_in_note(note: EvidenceNote, wanted: Wanted = every) -> Iterator[Written]:
    """Yield the values of a note's front matter."""
    yield from written_in(note, note.ref, wanted)


def written_in(record: Record, item: Ref, wanted: Wanted = every) -> Iterator[Written]:
    """Yield the values of a record and of the records inside it, which belong to the same thing."""
    values = record.__dict__
    for field, is_wanted in _fields_with(type(record), wanted):
        value = values[field.attribute]
        if is_wanted and type(value) is str:  # most are, and are told in one step
            yield Written(value, record, field, item)
        elif value or type(value) not in _EMPTY:
            yield from _of_field(record, field, item, wanted, is_wanted=is_wanted)


_EMPTY = (type(None), tuple, dict)


@cache
def _fields_with(record: type[Record], wanted: Wanted) -> tuple[tuple[Field, bool], ...]:
    """Return the fields of a record that are wanted, or hold records with such fields, each with whether it is."""
    return tuple(
        (field, is_wanted)
        for field in fields_of(record)
        for is_wanted in (wanted(field),)
        if is_wanted or any(inner is not Service and _fields_with(inner, wanted) for inner in field.records)
    )


def _of_field(record: Record, field: Field, item: Ref, wanted: Wanted, *, is_wanted: bool) -> Iterator[Written]:
    for number, one in _numbered(getattr(record, field.attribute), field):
        if not isinstance(one, Record):
            if is_wanted:
                yield Written(one, record, field, item, number)
        elif not isinstance(one, Service):
            inner = written_in(one, item, wanted)
            if isinstance(one, Assessed) and not one.origins.path:
                # Where days alone stand for it, `assessed: 2026-02-03`, it has no place of its own.
                inner = (each._replace(record=record, field=field) for each in inner)
            yield from inner


def _numbered(value: object, field: Field) -> Iterable[tuple[int | None, object]]:
    """Return the values that a field holds, each with its number where there may be several in order."""
    if type(value) is tuple:
        return enumerate(value)
    if type(value) is dict and field.entries is not None:
        return [(None, one) for one in value.values()]
    return [(None, value)] if value is not None else ()
