"""What is wrong with a value, and what to write instead, from what pydantic found and what was written."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

from action_plans.english.near import did_you_mean
from action_plans.english.odd_characters import find_odd
from action_plans.english.several import after_dashes, as_list, put_a_space
from action_plans.english.wording import either
from action_plans.model.fault import Fault
from action_plans.model.record import Choice, Record
from action_plans.model.reflection import field_names
from action_plans.model.source import Rating, Ratings
from action_plans.reading.records.listed_names import instead_of_list
from action_plans.reading.records.no_dates import DateField, how_often
from action_plans.reading.records.other_words import meant_by
from action_plans.reading.records.record_fields import Shape, article, nearest_choice, noun, shape_in
from action_plans.reading.records.wrong_dates import date_hint
from action_plans.reading.records.wrong_forms import Wrong, as_items, windows_name, wrong_form
from action_plans.reading.records.wrong_groups import wrong_group
from action_plans.reading.records.wrong_lists import wrong_list
from action_plans.reading.records.wrong_numbers import wrong_number
from action_plans.reading.records.wrong_ranges import range_hint
from action_plans.reading.yaml.missing_spaces import colon_fault, other_signs
from action_plans.reading.yaml.quoting import cut, shown


def wrong_value(
    error: ErrorDetails,
    value: object,
    shape: Shape,
    name: str,
    record: type[Record] | None = None,
    *,
    root: Mapping[str, Any],
    is_item: bool = False,
) -> Fault:
    """Return what follows "due of action A3", and what to write instead.

    Args:
        error: what pydantic found.
        value: what was written.
        shape: what the field takes.
        name: the field's name.
        record: what it is a field of.
        root: all that the file holds.
        is_item: whether it is one of the values of a list.
    """
    kind = error["type"]
    wants_fields = kind in ("model_type", "model_attributes_type", "dict_type")
    if value is None or value == [] or kind in ("too_short", "string_too_short"):
        return Fault("is empty.", "Write a value, or leave the field out.")
    if isinstance(value, dict | list) or wants_fields:
        return _holder(value, shape, name, record, is_item=is_item)
    if isinstance(value, str) and kind in _OF_CODES and (odd := find_odd(value)) is not None:
        return Fault(f"is {shown(value)}, which cannot be.", odd.said)
    for pattern, answer in _ANSWERS:
        if re.fullmatch(pattern, kind):
            return answer(Wrong(kind, str(value), shape, error.get("ctx", {}), name, record, root, is_item))
    return Fault(f"is {shown(value)}, which cannot be read.", f"See what {name} takes in the list of fields.")


def _holder(value: object, shape: Shape, name: str, record: type[Record] | None, *, is_item: bool) -> Fault:
    """Return what is wrong with fields or a list where something else is meant, or with no fields where they are."""
    if isinstance(value, dict):
        field = field_names(record).get(name) if record is not None else None
        return wrong_group(value, name, field, is_many=field is not None and field.is_many and not is_item)
    if isinstance(value, list):
        return _list_in_list(value, name) if is_item else _list(value, shape, name, record)
    return _no_fields(value, shape, name)


def _list_in_list(value: list[Any], name: str) -> Fault:
    words = [one for one in value if isinstance(one, str)]
    meant = f": {as_list(name, [cut(word) for word in words])}" if words and len(words) == len(value) else ""
    return Fault("is a list within a list.", f"Write one pair of brackets, or one - before each value{meant}.")


def _list(value: list[Any], shape: Shape, name: str, record: type[Record] | None) -> Fault:
    if shape.entries is not None or shape.record is not None:
        message = "is a list, where names and values are meant."
        return Fault(message, instead_of_list(value, shape, name))
    return wrong_list(value, name, record)


def _no_fields(value: object, shape: Shape, name: str) -> Fault:
    if (fault := colon_fault(str(value)) or other_signs(str(value))) is not None:
        return Fault(f"is {shown(value)}, where names and values are meant.", fault.hint)
    if shape.record is None:
        return Fault(
            f"is {shown(value)}, where names and values are meant.", "Write one name: value on each line below it."
        )
    names = ", ".join(list(field_names(shape.record))[:4])
    if shape.record is Ratings:
        word = Rating.of(str(value))
        hint = f"Write {name}: {{overall: {word.value if word else 'good'}}}, with the key questions beside it."
        return Fault(f"is {shown(value)}, where the fields of {article(noun(shape.record))} are meant.", hint)
    message = f"is {shown(value)}, where the fields of {article(noun(shape.record))} are meant."
    return Fault(message, f"Its fields go below it, one on each line: {names}, and so on.")


def _choice(wrong: Wrong) -> Fault:
    choice = wrong.shape.choice or Choice
    can_be = f"It can be: {', '.join(member.value for member in choice)}."
    words = _words_of(choice, wrong.value)
    is_many = wrong.record is not None and field_names(wrong.record)[wrong.field].is_many
    if (named := after_dashes(wrong.value)) and (is_many or len(named) == 1):
        hint = put_a_space(named)
    elif len(words) > 1 and is_many:
        hint = as_items(wrong, words)
    elif choice is Rating and re.fullmatch(r"[\d.]+%?", wrong.value):
        hint = f"Scores are not kept: write the word. {can_be}"
    elif advice := meant_by(wrong.value, choice):
        hint = f"{advice} {can_be}"
    elif len(words) > 1:
        hint = f"One is meant: write {either(words)}."
    elif meant := nearest_choice(wrong.value, choice):
        hint = f"{did_you_mean(meant)} {can_be}"
    elif other := _of_another_field(wrong):
        hint = f"{can_be} Is {other} meant?"
    else:
        hint = can_be
    return Fault(f"is {shown(wrong.value)}, which it cannot be.", hint)


def _words_of(choice: type[Choice], written: str) -> list[str]:
    """Return the words of a closed list that a text is made of, each once: `safe, well led`; none if of others too."""
    words = [word for word in re.findall(r"[^\W_]+", written) if word.casefold() not in ("and", "or")]
    found: dict[str, None] = {}
    start = 0
    while start < len(words):
        spans = ((end, choice.of("-".join(words[start:end]))) for end in range(len(words), start, -1))
        end, member = next(((end, one) for end, one in spans if one is not None), (start, None))
        if member is None:
            return []
        found[member.value] = None
        start = end
    return list(found)


def _of_another_field(wrong: Wrong) -> str | None:
    """Return the field and value meant, where the word stands in another closed list of the same record."""
    if wrong.record is None:
        return None
    for field in field_names(wrong.record):
        choice = shape_in(wrong.record, field).choice
        if choice is not None and (member := choice.of(wrong.value)) is not None:
            return f"{field}: {member.value}"
    return None


def _date(wrong: Wrong) -> Fault:
    record = wrong.shape.record or wrong.record
    said = range_hint(wrong.value, wrong.field, record) or date_hint(wrong.value, DateField(wrong.field, wrong.record))
    return Fault(f"is {shown(wrong.value)}, which is not a date.", said)


def _length_of_time(wrong: Wrong) -> Fault:
    return Fault(
        f"is {shown(wrong.value)}, which is not a length of time.",
        f"Write {often}." if (often := how_often(wrong.value)) else "Write it as 2 weeks or 1 month.",
    )


def _range(wrong: Wrong) -> Fault:
    limits = wrong.limits
    if "le" in limits:
        return Fault(f"is {shown(wrong.value)}, which is too high.", f"It can be at most {limits['le']}.")
    return Fault(f"is {shown(wrong.value)}, which is too low.", f"It must be at least {limits.get('ge', 1)}.")


def _digits(wrong: Wrong) -> Fault:
    return Fault(
        f"is {shown(wrong.value)}, which has too many digits.",
        "Write at most 9 digits before the point, and at most 6 after it.",
    )


def _yes_or_no(wrong: Wrong) -> Fault:
    return Fault(f"is {shown(wrong.value)}, which is neither true nor false.", "Write true or false.")


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:].rstrip(".")


def _told(wrong: Wrong) -> Fault:
    return Fault(f"is {shown(wrong.value)}, which cannot be.", f"{_sentence(str(wrong.limits.get('error', '')))}.")


_OF_CODES = ("enum", "string_pattern_mismatch")
"""Mistakes in values that are read letter by letter, where a character that looks like another one matters."""

_ANSWERS = (
    ("value_error|assertion_error", _told),
    ("enum", _choice),
    ("when", _date),
    ("every", _length_of_time),
    ("(greater|less)_than.*", _range),
    ("decimal_(max|whole).*|int_parsing_size", _digits),
    ("(decimal|int|float|finite).*", wrong_number),
    ("bool.*", _yes_or_no),
    ("string_pattern_mismatch", wrong_form),
    ("windows_name", windows_name),
)
