"""Every value that people wrote, one by one, with the field that holds it and the thing that it belongs to."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from action_plans.model.evidence import EvidenceNote
from action_plans.model.origin import Origin
from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.record import Record
from action_plans.model.reference import Ref
from action_plans.model.reflection import Field, fields_of
from action_plans.model.service import Service


@dataclass(frozen=True, slots=True)
class Written:
    """One value.

    Attributes:
        value: a text, a date, a number, a word of a closed list, or texts by language.
        record: the record that holds it.
        field: its field.
        item: the reference of what it belongs to: an item of a plan, else the plan; or a note.
        index: its number, from 0, where its field holds several.
    """

    value: Any
    record: Record
    field: Field
    item: Ref
    index: int | None = None

    @property
    def origin(self) -> Origin:
        """Where it is written."""
        return self.record.at(self.field.name, self.index)


def written_in_plan(plan: Plan) -> Iterator[Written]:
    """Yield every value of a plan: those of its items first, in the order of `Plan.items`, then what is its own.

    A service whose fields stand in the plan is a record of its own, and is not entered.
    """
    for name in ITEM_FIELDS:
        for record in getattr(plan, name):
            yield from written_in(record, plan.ref if record.id is None else Ref.to(plan.id, record.id))
    for field in fields_of(Plan):
        if field.name not in ITEM_FIELDS:
            yield from _of_field(plan, field, plan.ref)


def written_in_note(note: EvidenceNote) -> Iterator[Written]:
    """Yield every value of a note's front matter."""
    yield from written_in(note, note.ref)


def written_in(record: Record, item: Ref) -> Iterator[Written]:
    """Yield every value of a record and of the records inside it, which belong to the same thing."""
    for field in fields_of(type(record)):
        yield from _of_field(record, field, item)


def _of_field(record: Record, field: Field, item: Ref) -> Iterator[Written]:
    value = getattr(record, field.attribute)
    if isinstance(value, tuple):
        for index, one in enumerate(value):
            yield from _of_value(one, record, field, item, index)
    elif isinstance(value, dict) and field.entries is not None:
        for one in value.values():
            yield from _of_value(one, record, field, item)
    elif value is not None:
        yield from _of_value(value, record, field, item)


def _of_value(value: object, record: Record, field: Field, item: Ref, index: int | None = None) -> Iterator[Written]:
    if not isinstance(value, Record):
        yield Written(value, record, field, item, index)
    elif not isinstance(value, Service):
        yield from written_in(value, item)
