"""What is wrong with a value, and what to write instead, from what pydantic found and what was written."""

import re
from dataclasses import dataclass
from typing import Any

from pydantic import StringConstraints
from pydantic_core import ErrorDetails

from action_plans.english.near import did_you_mean
from action_plans.frameworks.framework_file import Slug
from action_plans.model.family import Language
from action_plans.model.record import ORIGINS_KEY, Choice, Id, Record, slug
from action_plans.model.reflection import field_names
from action_plans.model.service import CqcId, ServiceId
from action_plans.reading.records.other_words import meant_by
from action_plans.reading.records.record_fields import Shape, article, nearest_choice, noun, shape_in
from action_plans.reading.yaml.quoting import cut, quoted, shown


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A value that its field cannot take: pydantic's word for why, and with which limits."""

    kind: str
    value: str
    shape: Shape
    limits: dict[str, Any]
    field: str
    record: type[Record] | None


def as_id(text: str) -> str:
    """Return an id made of a text: `CQC 26` → `CQC-26`."""
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")


def is_id(text: str) -> bool:
    """Return whether a text can be an id."""
    return re.fullmatch(_pattern(Id), text) is not None


def wrong_value(
    error: ErrorDetails, value: object, shape: Shape, name: str, record: type[Record] | None = None
) -> tuple[str, str]:
    """Return what follows "due of action A3", and what to write instead.

    Args:
        error: what pydantic found.
        value: what was written.
        shape: what the field takes.
        name: the field's name.
        record: what it is a field of.
    """
    kind = error["type"]
    wants_fields = kind in ("model_type", "model_attributes_type", "dict_type")
    if value is None or value == [] or kind in ("too_short", "string_too_short"):
        return "is empty.", "Write a value, or leave the field out."
    if isinstance(value, dict) and not wants_fields:
        return _group(value, name)
    if isinstance(value, list):
        return "is a list, where one value is meant.", "Keep one of its values, without - or [ ]."
    if wants_fields:
        return _no_fields(value, shape)
    for pattern, answer in _ANSWERS:
        if re.fullmatch(pattern, kind):
            return answer(_Wrong(kind, str(value), shape, error.get("ctx", {}), name, record))
    return f"is {shown(value)}, which cannot be read.", f"See what {name} takes in the list of fields."


def _group(value: dict[str, Any], name: str) -> tuple[str, str]:
    first = next((key for key in value if key != ORIGINS_KEY), "")
    told = value.get(first)
    example = f"{first}: {told}" if isinstance(told, str) else first
    message = f"holds fields ({cut(first)}: ...), where a single value is meant."
    return message, f"A text with a colon and a space goes in quotes: {name}: {quoted(example)}."


def _no_fields(value: object, shape: Shape) -> tuple[str, str]:
    if shape.record is None:
        return f"is {shown(value)}, where names and values are meant.", "Write one name: value on each line below it."
    names = ", ".join(list(field_names(shape.record))[:4])
    message = f"is {shown(value)}, where the fields of {article(noun(shape.record))} are meant."
    return message, f"Its fields go below it, one on each line: {names}, and so on."


def _choice(wrong: _Wrong) -> tuple[str, str]:
    choice = wrong.shape.choice or Choice
    can_be = f"It can be: {', '.join(member.value for member in choice)}."
    if advice := meant_by(wrong.value, choice):
        hint = f"{advice} {can_be}"
    elif meant := nearest_choice(wrong.value, choice):
        hint = f"{did_you_mean(meant)} {can_be}"
    elif other := _of_another_field(wrong):
        hint = f"{can_be} Is {other} meant?"
    else:
        hint = can_be
    return f"is {shown(wrong.value)}, which it cannot be.", hint


def _of_another_field(wrong: _Wrong) -> str | None:
    """Return the field and value meant, where the word stands in another closed list of the same record."""
    if wrong.record is None:
        return None
    for field in field_names(wrong.record):
        choice = shape_in(wrong.record, field).choice
        if choice is not None and (member := choice.of(wrong.value)) is not None:
            return f"{field}: {member.value}"
    return None


def _date(wrong: _Wrong) -> tuple[str, str]:
    hint = str(wrong.limits.get("hint", "write it as 2026-03-01 or 1 March 2026"))
    return f"is {shown(wrong.value)}, which is not a date.", f"{_sentence(hint)}."


def _length_of_time(wrong: _Wrong) -> tuple[str, str]:
    return f"is {shown(wrong.value)}, which is not a length of time.", "Write it as 2 weeks or 1 month."


def _number(wrong: _Wrong) -> tuple[str, str]:
    plain = wrong.value.replace(",", "").replace(" ", "")
    message = f"is {shown(wrong.value)}, which is not a number."
    if re.fullmatch(r"-?\d+(\.\d+)?%", plain):
        return message, f"Write {plain[:-1]} and put % in unit."
    if re.fullmatch(r"-?\d+(\.\d+)?", plain):
        whole = wrong.kind.startswith("int") and "." in plain
        return message, "Write a whole number." if whole else f"Write {plain}."
    if match := re.search(r"-?\d+(\.\d+)?", plain):
        return message, f"Write figures alone, such as {match[0]}, and words in a note."
    return message, "Write figures, such as 92 or 3.5."


def _range(wrong: _Wrong) -> tuple[str, str]:
    limits = wrong.limits
    if "le" in limits:
        return f"is {shown(wrong.value)}, which is too high.", f"It can be at most {limits['le']}."
    return f"is {shown(wrong.value)}, which is too low.", f"It must be at least {limits.get('ge', 1)}."


def _digits(wrong: _Wrong) -> tuple[str, str]:
    return (
        f"is {shown(wrong.value)}, which has too many digits.",
        "Write at most 15 digits, and at most 6 after the point.",
    )


def _yes_or_no(wrong: _Wrong) -> tuple[str, str]:
    return f"is {shown(wrong.value)}, which is neither true nor false.", "Write true or false."


def _form(wrong: _Wrong) -> tuple[str, str]:
    pattern = wrong.limits.get("pattern")
    if pattern == _pattern(Id):
        meant = as_id(wrong.value)
        example = f"such as {meant}" if is_id(meant) else "such as A1"
        return f"is {shown(wrong.value)}, which cannot be an id.", (
            f"An id is a letter, then letters, digits or hyphens, at most 40 in all, {example}."
        )
    if pattern == _pattern(ServiceId):
        example = slug(wrong.value)[:60].strip("-") or "oakfield"
        return f"is {shown(wrong.value)}, which cannot be the id of a service.", (
            f"It has letters, digits and hyphens only, at most 60, such as {example}."
        )
    if pattern == _pattern(Slug):
        example = slug(wrong.value) or "learning-culture"
        return f"is {shown(wrong.value)}, which cannot be a short name.", (
            f"Write lower case letters, digits and hyphens, such as {example}."
        )
    if pattern == _pattern(CqcId):
        return f"is {shown(wrong.value)}, which is not a number that CQC gives.", "Write it as in 1-123456789."
    if pattern == _pattern(Language):
        hint = "Write the words as one text in quotes, or a language's code before each, such as en or pl."
        return f"is {shown(wrong.value)}, where the code of a language is meant.", hint
    return f"is {shown(wrong.value)}, which has not the form that it takes.", "See the list of fields."


def _pattern(kind: Any) -> str:  # noqa: ANN401 -- an annotated text
    constraints = next(part for part in kind.__metadata__ if isinstance(part, StringConstraints))
    return str(constraints.pattern)


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".")


def _told(wrong: _Wrong) -> tuple[str, str]:
    return f"is {shown(wrong.value)}, which cannot be.", f"{_sentence(str(wrong.limits.get('error', '')))}."


_ANSWERS = (
    ("value_error|assertion_error", _told),
    ("enum", _choice),
    ("when", _date),
    ("every", _length_of_time),
    ("(greater|less)_than.*", _range),
    ("decimal_(max|whole).*|int_parsing_size", _digits),
    ("(decimal|int|float|finite).*", _number),
    ("bool.*", _yes_or_no),
    ("string_pattern_mismatch", _form),
)
