"""A record in full, field by field, as the model describes it: for what has no page that says it better."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from action_plans.english.wording import day
from action_plans.model.record import Choice, Record
from action_plans.model.reflection import Field, fields_of
from action_plans.model.when import When
from action_plans.staff.context import Here


def in_full(here: Here, record: Record, without: tuple[str, ...] = ()) -> tuple[tuple[str, str], ...]:
    """Return each field of a record that is filled: its name in words, and what it says, people's own words as written.

    `without` are the fields that the page shows besides. What is meant for families has pages of its own.
    """
    return tuple(_told(here, record, without))


def _told(here: Here, record: Record, without: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    for field in fields_of(type(record)):
        value = getattr(record, field.attribute)
        if field.name in without or field.is_for_families or value in (None, (), {}):
            continue
        if isinstance(value, dict):
            yield from ((label, _words(here, field, one)) for label, one in value.items())
        else:
            yield field.name.replace("_", " ").capitalize(), _words(here, field, value)


def _words(here: Here, field: Field, value: Any) -> str:  # noqa: ANN401 -- whatever a field may hold
    if isinstance(value, tuple):
        return "; ".join(_words(here, field, one) for one in value)
    if isinstance(value, Record):
        return ", ".join(f"{name.lower()}: {words}" for name, words in _told(here, value, ()))
    if isinstance(value, When | date):
        return day(value)
    if isinstance(value, Choice):
        return value.label
    return here.who(value) if field.role is not None else str(value)
