"""Lists where a single value is meant: what to write instead, so that nothing of them is lost."""

import re
from typing import Any

from action_plans.model.fault import Fault
from action_plans.model.record import Record
from action_plans.model.reflection import Field, field_names
from action_plans.reading.yaml.quoting import quoted


def wrong_list(value: list[Any], name: str, record: type[Record] | None) -> Fault:
    """Return what follows "note of action A3" where its value is a list, and what to write instead.

    Args:
        value: the list.
        name: the field's name.
        record: what it is a field of.
    """
    known = field_names(record) if record is not None else {}
    return Fault("is a list, where one value is meant.", _hint(value, name, known.get(name), known))


_SHORT = 70
"""Values that together are no longer than this stand on one line."""

_PLAIN = re.compile(r"[^\W_](?:(?!: | #).)*(?<!:)")
_KEEP = "Keep one of its values, without - or [ ]"


def _hint(value: list[Any], name: str, field: Field | None, known: dict[str, Field]) -> str:
    if len(value) == 1 or field is None:
        return f"{_KEEP}."
    if field.takes.startswith("text"):
        return _as_text(value, name)
    if name == "owner" and (others := next((one for one in ("helpers", "note") if one in known), None)):
        return f"One role answers for it: keep one, and put the others in {others}."
    if field.is_date and name == "due" and "revised" in known:
        return "Keep the day that was agreed first, without - or [ ]; each later one goes into revised."
    if (other := next((one for one in _FOR_THE_REST if one in known), None)) is not None:
        return f"{_KEEP}, and put the others into {other}."
    return f"{_KEEP}."


_FOR_THE_REST = ("note", "found", "text", "reason", "because", "outcome")
"""Fields for words, in which the rest is not lost."""


def _as_text(value: list[Any], name: str) -> str:
    words = [one for one in value if isinstance(one, str)]
    text = " ".join(words) if all(word.endswith((".", "!", "?")) for word in words) else ", ".join(words)
    if len(text) <= _SHORT and all(isinstance(one, str) and "\n" not in one for one in value):
        return f"Write it as one text: {name}: {text if _PLAIN.fullmatch(text) else quoted(text)}"
    return (
        f"Write {name}: | and, on the lines below it, indented, each of these values; "
        "the - before them may stay, as part of the text."
    )
