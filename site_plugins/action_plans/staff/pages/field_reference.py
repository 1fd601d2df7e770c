"""Every field that people may write, read from the model itself: nothing here is kept by hand."""

from dataclasses import dataclass

from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.record import Record, slug
from action_plans.model.reflection import Field, fields_of, meaning_of, record_name
from action_plans.model.service import Provider, Service

FILES: tuple[tuple[type[Record], str], ...] = (
    (Plan, "plans/NAME.yaml"),
    (EvidenceNote, "evidence/NAME.md, between the two lines of ---"),
    (Service, "plans/services/NAME.yaml"),
    (Provider, "plans/provider.yaml"),
)
"""The records that a file holds, and which file."""


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """One field: its name in the file, what it takes in words, whether it is needed, and what it means.

    `choices` are the words of a closed list, `records` the names of records that are written inside it.
    """

    name: str
    takes: str
    needed: bool
    meaning: str
    choices: tuple[str, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One record: its name and anchor, what it is, the file it is written in (if it has one), and its fields."""

    name: str
    anchor: str
    meaning: str
    file: str
    fields: tuple[FieldEntry, ...]


def field_reference() -> tuple[RecordEntry, ...]:
    """Return every record that can be written, those of whole files first, each followed by what stands inside it."""
    files = dict(FILES)
    order: dict[type[Record], None] = {}
    for record in files:
        _collect(record, order)
    return tuple(_record(record, files.get(record, "")) for record in order)


def _collect(record: type[Record], order: dict[type[Record], None]) -> None:
    if record not in order:
        order[record] = None
        for field in fields_of(record):
            for inner in field.records:
                _collect(inner, order)


def _record(record: type[Record], file: str) -> RecordEntry:
    name = record_name(record)
    return RecordEntry(name, slug(name), meaning_of(record), file, tuple(map(_entry, fields_of(record))))


def _entry(field: Field) -> FieldEntry:
    return FieldEntry(
        field.name,
        field.takes,
        field.is_needed,
        field.meaning,
        tuple(word.value for choice in field.choices for word in choice),
        tuple(map(record_name, field.records)),
    )
