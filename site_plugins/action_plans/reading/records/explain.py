"""What pydantic found, as problems: place, words that a manager knows, and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from action_plans.english.near import did_you_mean
from action_plans.english.odd_characters import find_odd, plain
from action_plans.english.wording import either
from action_plans.model.evidence import Evidence, EvidenceNote
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.model.record import Record
from action_plans.model.reflection import field_names
from action_plans.model.service import Service
from action_plans.reading.records.meant_by_content import list_meant
from action_plans.reading.records.named_evidence import NAMING, evidence_hint, names_a_note
from action_plans.reading.records.other_names import advice_on, field_meant
from action_plans.reading.records.record_fields import (
    article,
    homes_of,
    nearest_anywhere,
    nearest_field,
    noun,
)
from action_plans.reading.records.value_path import Trail, origins_of, trail_to
from action_plans.reading.records.wrong_step import belongs_above, belongs_around
from action_plans.reading.records.wrong_values import wrong_value
from action_plans.reading.yaml.copied_marks import comment_fault
from action_plans.reading.yaml.missing_spaces import other_sign
from action_plans.reading.yaml.quoting import quoted, shown

_MISSING = "missing"
_UNKNOWN = "extra_forbidden"
_UNTOLD = "default_factory_not_called"


@dataclass(frozen=True, slots=True)
class Explained:
    """A mistake, and the way to it."""

    problem: Problem | None
    """None where another problem has said it already."""
    trail: Trail
    is_missing: bool = False
    said_of: frozenset[Origin] = frozenset()
    """The places inside the value of which the problem says all that there is to say."""


def explain(errors: Iterable[ErrorDetails], data: dict[str, Any], kind: type[Record]) -> list[Explained]:
    """Return one problem for each mistake.

    Args:
        errors: what pydantic found.
        data: the mapping that it looked at, with its origins.
        kind: what the mapping is read as.
    """
    found = [(error, trail_to(error["loc"], data, kind)) for error in _without_echoes(list(errors))]
    meant = {
        (id(trail.last.holder), _meant(trail)) for error, trail in found if error["type"] == _UNKNOWN and trail.steps
    }
    return [_explain(error, trail, meant) for error, trail in found]


def missing(field: str, data: dict[str, Any], kind: type[Record]) -> Problem:
    """Return the problem that a mapping lacks a field, for fields that only some files must have."""
    return _missing(trail_to((field,), data, kind))


def _explain(error: ErrorDetails, trail: Trail, meant: set[tuple[int, str | None]]) -> Explained:
    if not trail.steps:
        place = origins_of(trail.root).origin
        return Explained(Problem(Code.WRONG_VALUE, f"the {noun(trail.kind)} cannot be read as it is.", place), trail)
    if error["type"] == _MISSING:
        field = str(trail.last.key)
        said = (
            (id(trail.last.holder), field) in meant
            or _lacks_a_space(trail, field)
            or (trail.last.record is Service and field == "id")
            or _names_a_note(trail)
        )
        return Explained(None if said else _missing(trail), trail, is_missing=True)
    if error["type"] == _UNKNOWN:
        return Explained(_unknown(trail), trail)
    value = trail.last.value
    origins = origins_of(value) if isinstance(value, dict) else None
    inside = frozenset(map(origins.key, origins.keys)) if origins is not None else frozenset()
    return Explained(_wrong(error, trail), trail, said_of=inside)


def _names_a_note(trail: Trail) -> bool:
    """Whether what stands there names a note, where the fields of a line of evidence are meant."""
    record, holder = trail.last.record, trail.last.holder
    is_line = record is not None and issubclass(record, Evidence) and not issubclass(record, EvidenceNote)
    return is_line and isinstance(holder, dict) and names_a_note(holder)


def _lacks_a_space(trail: Trail, field: str) -> bool:
    """Whether the field stands there with no space after its colon, which has a problem of its own."""
    return any(name.startswith(f"{field}:") for name in origins_of(trail.last.holder).keys)


def _without_echoes(errors: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out what only follows: a list is too short, a default unknown, because something else is wrong."""
    within = {error["loc"][:length] for error in errors for length in range(len(error["loc"]))}
    return [
        error
        for error in errors
        if error["type"] != _UNTOLD and (error["type"] != "too_short" or error["loc"] not in within)
    ]


def _missing(trail: Trail) -> Problem:
    field = str(trail.last.key)
    about = _about(trail)
    if trail.is_written:
        return _problem(Code.MISSING_FIELD, f"{field} of {trail.subject} is empty.", trail, f"Write {field}: {about}")
    return _problem(Code.MISSING_FIELD, f"{trail.subject} has no {field}.", trail, f"Add {field}: {about}")


def _unknown(trail: Trail) -> Problem:
    name = str(trail.last.key)
    record = trail.last.record or trail.kind
    message = f"{trail.subject} has a field that does not exist: {shown(name)}."
    if said := _slip_in(name, trail):
        hint = said
    elif around := belongs_around(trail):
        hint = around
    elif above := belongs_above(trail):
        meant = _meant(trail)
        hint = f"{above} {did_you_mean(meant)}" if meant and not _is_there(meant, trail) else above
    elif advice := advice_on(name, record):
        hint = advice
    elif (meant := _meant(trail)) and not _is_there(meant, trail):
        hint = did_you_mean(meant) + (_belongs(name) if field_meant(name, record) else "")
    elif meant and list_meant(name, trail.last.value, record):
        hint = f"Write these things below {meant} too, and take this name out."
    elif meant and field_meant(name, record):
        hint = f"It says what {meant} says, which is written already: {_both(meant, record)}."
    elif homes := homes_of(name):
        hint = f"{name} belongs in {_any_of(homes)}; check the indentation."
    elif near := nearest_anywhere(name):
        hint = f"{did_you_mean(near)} It belongs in {_any_of(homes_of(near))}."
    else:
        fields = ", ".join(field for field in field_names(record) if field != "format")
        can_have = f"{article(noun(record)).capitalize()} can have: {fields}."
        label = name if name.replace(" ", "").isalnum() else quoted(name)
        extra = f"What has no field goes under extra, with a label. Write extra: {{{label}: ..}}. "
        hint = f"{extra if 'extra' in field_names(record) else ''}{can_have}"
    return Problem(Code.UNKNOWN_FIELD, message, trail.key_origin, hint, _reference(trail))


def _slip_in(name: str, trail: Trail) -> str:
    """Return what to do about a name that holds more than a name, such as an odd character, or names a note."""
    if (odd := find_odd(name)) is not None:
        return f"{odd.said} {did_you_mean(meant)}" if (meant := _meant(trail)) else odd.said
    if (comment := comment_fault(f"{name}: ...")) is not None:
        return f"A comment begins with #. {comment.hint}"
    if (sign := other_sign(f"{name}: {trail.last.value}")) is not None and _named_first(name, trail):
        return sign.hint
    if name.startswith("-") and name[1:] in field_names(trail.last.record or trail.kind):
        return f"Put a space after the dash: - {name[1:]}: .."
    if name in NAMING and _names_a_note(trail):
        return evidence_hint(str(trail.last.value), _reference(trail))
    return ""


def _named_first(name: str, trail: Trail) -> bool:
    """Whether what was written as a name begins with that of a field: `note = MCA`, of `note = MCA: done`."""
    return name.split(maxsplit=1)[0].rstrip(";=") in field_names(trail.last.record or trail.kind)


def _wrong(error: ErrorDetails, trail: Trail) -> Problem:
    value = trail.last.key if trail.at_name else trail.last.value
    is_item = isinstance(trail.last.holder, list)
    name = str(trail.steps[-2].key) if trail.at_name and len(trail.steps) > 1 else trail.field
    around = trail.last.record
    if is_item:
        around = (trail.steps[-2].record if len(trail.steps) > 1 else None) or trail.kind
    fault = wrong_value(error, value, trail.last.shape, name, around, root=trail.root, is_item=is_item)
    clause, hint = fault.message, fault.hint
    kind = trail.last.shape.record
    if isinstance(value, str) and kind is not None and issubclass(kind, Evidence):
        hint = evidence_hint(value, _reference(trail))
    is_needed = clause == "is empty." and trail.last.is_needed
    code = Code.MISSING_FIELD if is_needed else Code.WRONG_VALUE
    if is_needed:
        hint = "Write at least one: it is needed." if trail.last.is_list else "Write a value: it is needed."
    if trail.at_name:
        return _problem(code, f"{trail.subject} {clause.replace('is', 'has the name', 1)}", trail, hint)
    return _problem(code, f"{trail.field} of {trail.subject} {clause}", trail, hint)


def _problem(code: Code, message: str, trail: Trail, hint: str) -> Problem:
    return Problem(code, message, trail.origin, hint, _reference(trail))


def _reference(trail: Trail) -> str | None:
    plan = trail.root.get("id")
    if trail.kind.__name__ != "Plan" or not isinstance(plan, str) or trail.item is None:
        return None
    return f"{plan}/{trail.item}"


def _meant(trail: Trail) -> str | None:
    name, record = str(trail.last.key), trail.last.record
    if record is None:
        return None
    return nearest_field(plain(name), record) or list_meant(name, trail.last.value, record)


def _about(trail: Trail) -> str:
    field = field_names(trail.last.record)[str(trail.last.key)] if trail.last.record else None
    words = (field.meaning if field else "").split(". ")[0].rstrip(".").replace("`", "")
    return f"{words[:1].lower()}{words[1:]}."


def _is_there(field: str, trail: Trail) -> bool:
    return field in origins_of(trail.last.holder).keys


def _both(field: str, record: type[Record]) -> str:
    """Return what to do with two values of one field: only of a date or a role there can be but one."""
    known = field_names(record)[field]
    if known.is_many:
        return "put both there, as a list"
    return "put both there" if known.takes == "text" else "keep one of the two"


def _belongs(name: str) -> str:
    homes = homes_of(name)
    return f" {name} belongs in {_any_of(homes)}." if homes else ""


def _any_of(nouns: list[str]) -> str:
    return either(article(word) for word in nouns[:3])
