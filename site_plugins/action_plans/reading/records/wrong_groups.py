"""Names and values, or words in braces, where single values are meant: what to write instead."""

import re
from collections.abc import Callable
from typing import Any

from action_plans.english.several import as_list
from action_plans.model.fault import Fault
from action_plans.model.origin import Origins
from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.record import ORIGINS_KEY
from action_plans.model.reference import Kind
from action_plans.model.reflection import Field, field_names
from action_plans.reading.records.wrong_ranges import range_of
from action_plans.reading.yaml.quoting import cut, quoted


def wrong_group(value: dict[str, Any], name: str, field: Field | None, *, is_many: bool) -> Fault:
    """Return what follows "for of action A3" where its value is a mapping, and what to write instead.

    Args:
        value: the mapping, with its origins.
        name: the field's name.
        field: what is known of the field.
        is_many: whether a list may stand there.
    """
    written = _written(value)
    if not written:
        return Fault("is empty.", "Write a value, or leave the field out.")
    if field is not None and (hint := next((said for look in _LOOKS if (said := look(value, name, field))), "")):
        return Fault(f"holds fields ({cut(written[0])}: ...), where a single value is meant.", hint)
    words = _words(written, value)
    is_kind = any(one.casefold() in _KINDS for one in written)
    if (is_many or is_kind) and words and all(_SHORT.fullmatch(word) for word in words):
        hint = f"Write it alone: {name}: {words[0]}."
        if len(words) > 1:
            hint = f"Write several as a list: {as_list(name, words)}."
        return Fault(f"holds fields, where {'a list' if is_many else 'a single value'} is meant.", hint)
    if all(one not in value for one in written):  # words between braces, with commas between them
        text = ", ".join(written)
        hint = f"Write it without {{ }}: {name}: {cut(text) if _SHORT.fullmatch(text) else quoted(text)}."
        return Fault("stands in braces, { }, where a single value is meant.", hint)
    return _with_a_colon(value, written, name, is_many=is_many)


_SHORT = re.compile(r"[\w/-]+")
"""An id, a reference, a role's code or a word of a closed list."""

_KINDS = frozenset(word for kind in Kind for word in (kind.value, f"{kind.value}s"))
_LONGEST = 70


def _cited(value: dict[str, Any], name: str, field: Field) -> str:
    """Things written out where they are only named: `measures: {id: M2, title: Falls}`."""
    own_id = value.get("id")
    if not isinstance(own_id, str) or not (field.cites is not None or name in ("source", "milestone")):
        return ""
    names = {one for one in value if one != ORIGINS_KEY}
    homes = [f"{name}s" if f"{name}s" in ITEM_FIELDS else name]
    if homes[0] not in ITEM_FIELDS:
        homes = [home for home in ITEM_FIELDS if names <= set(field_names(field_names(Plan)[home].records[0]))]
    where = f"under {homes[0]} of the plan" if len(homes) == 1 else "in a list of the plan"
    return f"Name it by its id alone: {name}: {cut(own_id)}. Its fields belong {where}."


def _chosen(value: dict[str, Any], name: str, field: Field) -> str:
    """A word of a closed list with more beside it: `safe: {rating: good, score: 68}`."""
    words = [
        member.value
        for told in value.values()
        if isinstance(told, str)
        for choice in field.choices
        if (member := choice.of(told)) is not None
    ]
    if len(words) != 1:
        return ""
    rest = " and the rest in note" if len(value) > 2 else ""  # noqa: PLR2004 -- more than the word and the places
    return f"Write the word alone: {name}: {words[0]}{', ' + rest.strip() if rest else ''}."


def _range(value: dict[str, Any], name: str, field: Field) -> str:
    """A first and a last day where words are meant: `period: {from: 2026-05-01, to: 2026-05-20}`."""
    told = [one for key, one in value.items() if key != ORIGINS_KEY]
    if not field.takes.startswith("text") or len(told) != 2 or not all(isinstance(one, str) for one in told):  # noqa: PLR2004 -- as said
        return ""
    text = f"{told[0]} to {told[1]}"
    return f"Write it as one text: {name}: {text}" if range_of(text) else ""


def _day(value: dict[str, Any], name: str, field: Field) -> str:
    """A day with more beside it: `due: {date: 2026-07-15, reason: ...}`."""
    if not field.is_date:
        return ""
    days = [one for one in value.values() if isinstance(one, str) and range_of(f"{one} to {one}")]
    return f"Write the day alone: {name}: {days[0]}." if len(days) == 1 else "Write one day."


def _role(value: dict[str, Any], name: str, field: Field) -> str:
    """A role written out: `owner: {role: RM, name: ...}`."""
    if field.role is None:
        return ""
    code = next((value[key] for key in ("code", "role", "id") if isinstance(value.get(key), str)), None)
    example = f": {name}: {cut(code)}" if code is not None and _SHORT.fullmatch(code) else ""
    return f"Write the code of the role alone{example}." if len(_written(value)) > 1 else ""


_LOOKS: tuple[Callable[[dict[str, Any], str, Field], str], ...] = (_cited, _chosen, _range, _day, _role)
"""What may be meant, by what the field takes."""


def _written(value: dict[str, Any]) -> list[str]:
    """Return the names in a mapping, those too that have no value, or were refused for it."""
    origins: Origins = value[ORIGINS_KEY]
    return list(origins.keys)


def _words(names: list[str], value: dict[str, Any]) -> list[str]:
    """Return what names and values in a mapping may cite: of `action: A1` and of `M1: falls` that with a figure."""
    words = []
    for name in names:
        told = value.get(name)
        if told is None or isinstance(told, str):
            words.extend([told] if told and name.casefold() in _KINDS else [name, told] if told else [name])
        else:
            return []
    return [word for word in words if any(sign.isdigit() for sign in word)] or words


def _with_a_colon(value: dict[str, Any], names: list[str], name: str, *, is_many: bool) -> Fault:
    first = next(one for one in names if one in value)
    told = value[first]
    example = quoted(f"{first}: {told}" if isinstance(told, str) else first)
    message = f"holds fields ({cut(first)}: ...), where a single value is meant."
    if is_many and len(names) > 1:
        return Fault(message, f"Write each on a line of its own, after a -; a text with a colon in quotes: - {example}")
    if len(names) > 1:
        text = ", ".join(f"{one}: {value[one]}" if one in value else one for one in names)
        if len(text) > _LONGEST or not all(isinstance(value.get(one, ""), str) for one in names):
            return Fault(message, f"Write {name}: | and, on the lines below it, indented, all of the text.")
        example = quoted(text)
    return Fault(message, f"A text with a colon and a space goes in quotes: {name}: {example}.")
