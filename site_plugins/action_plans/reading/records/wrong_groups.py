"""Names and values, or words in braces, where single values are meant: what to write instead."""

import re
from typing import Any

from action_plans.english.several import as_list
from action_plans.model.fault import Fault
from action_plans.model.origin import Origins
from action_plans.model.record import ORIGINS_KEY
from action_plans.model.reference import Kind
from action_plans.reading.yaml.quoting import cut, quoted


def wrong_group(value: dict[str, Any], name: str, *, is_many: bool) -> Fault:
    """Return what follows "for of action A3" where its value is a mapping, and what to write instead.

    Args:
        value: the mapping, with its origins.
        name: the field's name.
        is_many: whether the field takes several values.
    """
    written = _written(value)
    if not written:
        return Fault("is empty.", "Write a value, or leave the field out.")
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
    return Fault(message, f"A text with a colon and a space goes in quotes: {name}: {example}.")
