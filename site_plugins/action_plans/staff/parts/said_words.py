"""What a version of a file said, field by field in words, and how one version differs from the next.

Works on plain values, as `history` reads them, and not on records: an earlier version may say what today's model no
longer knows, and is shown all the same.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from action_plans.english.wording import day, listed, on_day
from action_plans.model.action_parts import Revision
from action_plans.model.record import Record
from action_plans.model.reflection import Field, field_names
from action_plans.model.when import When, read_when

Who = Callable[[str], str]
"""What a role's code is called; what is none comes back as it is."""


@dataclass(frozen=True, slots=True)
class Said:
    """A field as a page tells it: what it is called, and its values, one a line."""

    label: str
    lines: tuple[str, ...]


def said_in(record: type[Record], values: Mapping[str, Any], who: Who) -> tuple[Said, ...]:
    """Return every field of an item in words, those that the model knows in its order, then what it does not know."""
    known = [name for name in field_names(record) if name in values]
    rest = [name for name in values if name not in field_names(record)]
    return tuple(Said(label(name), lines(record, name, values[name], who)) for name in (*known, *rest))


def label(name: str) -> str:
    """Return what a field is called: `Done when`."""
    return name.replace("_", " ").capitalize()


def lines(record: type[Record], name: str, value: Any, who: Who) -> tuple[str, ...]:  # noqa: ANN401 -- any value of a file
    """Return the values of a field, one a line."""
    field = field_names(record).get(name)
    if isinstance(value, list):
        return tuple(_words(field, one, who) for one in value)
    if isinstance(value, dict) and _inner(field) is None:
        return tuple(f"{key}: {_words(field, one, who)}" for key, one in value.items())
    return (_words(field, value, who),)


def change_words(record: type[Record], name: str, before: Any, after: Any, who: Who) -> tuple[str, ...]:  # noqa: ANN401 -- any values of a file
    """Return in sentences how a field differs: what it says now, what it said, what came and what went.

    `before` or `after` is None where it was not given. Of a list each entry that came or went is told, and no other; of
    fields within a field those that differ. Sums that a program writes are not told.
    """
    if isinstance(before, list) or isinstance(after, list):
        return _list_words(record, name, before, after, who)
    if isinstance(before, dict) and isinstance(after, dict):
        return _inner_words(record, name, before, after, who)
    was = "; ".join(lines(record, name, before, who)) if before is not None else ""
    now = "; ".join(lines(record, name, after, who)) if after is not None else ""
    if not was:
        return (f"{label(name)}: {now}",)
    if not now:
        return (f"{label(name)} taken away. Before: {was}",)
    return (f"{label(name)} is now {now.rstrip('.')}. Before: {was}",)


def moved_words(before: Any, after: Any, due: When, who: Who) -> tuple[str, ...]:  # noqa: ANN401 -- any values of a file
    """Return how an action's date was moved: `Date moved on 1 May 2026: due 1 July 2026, was 1 June 2026: no trainer`.

    `before` and `after` are what `revised` said, and `due` is the first date. Nothing where not only new entries came,
    or one of them is not read as a move.
    """
    old = before if isinstance(before, list) else []
    new = after[len(old) :] if isinstance(after, list) and after[: len(old)] == old else []
    was = [due.iso, *(one.get("due") if isinstance(one, dict) else None for one in after or ())]
    told = []
    for place, one in enumerate(new, len(old)):
        if not isinstance(one, dict) or not all(_is_date(each) for each in (was[place], one.get("due"))):
            return ()
        rest = {name: said for name, said in one.items() if name not in ("due", "date", "reason")}
        dates = f"due {day(read_when(one['due']))}, was {day(read_when(was[place]))}"
        why = f": {_plain(one['reason'])}" if one.get("reason") else ""
        more = _record_words(Revision, rest, who)
        on = f" {on_day(read_when(one['date']))}" if _is_date(one.get("date")) else ""
        told.append(f"Date moved{on}: {dates}{why}{f'; {more}' if more else ''}")
    return tuple(told)


def _list_words(record: type[Record], name: str, before: Any, after: Any, who: Who) -> tuple[str, ...]:  # noqa: ANN401 -- any values of a file
    old, new = _entries(record, name, before, who), _entries(record, name, after, who)
    came = [one for one in new if one not in old]
    went = [one for one in old if one not in new]
    one = _capital(_SINGULAR.get(name, label(name).lower()))
    if len(came) == len(went) == 1:
        return (f"{one}: {came[0].rstrip('.')}. Before: {went[0]}",)
    added = _CAME.get(name, f"{one} added")
    return (*(f"{added}: {each}" for each in came), *(f"{one} taken away: {each}" for each in went))


def _inner_words(record: type[Record], name: str, before: Any, after: Any, who: Who) -> tuple[str, ...]:  # noqa: ANN401 -- any values of a file
    inner = _inner(field_names(record).get(name)) or record
    differ = [key for key in dict.fromkeys((*after, *before)) if before.get(key) != after.get(key)]
    if set(differ) <= _SUMS:
        return (f"{label(name)} given anew",)
    told = []
    for key in differ:
        if key in _LANGUAGES:
            told.append(f"is now {str(after.get(key, 'taken away')).rstrip('.')}. Before: {before.get(key, 'nothing')}")
        elif key not in _SUMS:
            told += change_words(inner, key, before.get(key), after.get(key), who)
    return tuple(
        f"{label(name)}, {_lower(words)}" if not words.startswith("is now") else f"{label(name)} {words}"
        for words in told
    )


_LANGUAGES = frozenset(("en",))
"""A text that is a map of languages is told as a text where the change is in this one."""

_SUMS = frozenset(("fingerprint", "seen"))
"""What a program wrote, of which nobody reads the letters."""

_SINGULAR = {
    "revised": "new date", "reopened": "opened again", "checks": "check", "updates": "news", "tasks": "task",
    "readings": "reading", "pilots": "small test", "signoffs": "sign-off", "reviews": "review", "targets": "target",
    "sources": "source", "measures": "measure", "approvals": "approval", "communications": "communication",
}  # fmt: skip
_CAME = {"revised": "Date moved", "reopened": "Opened again", "checks": "Checked", "updates": "News"}
_ISO = re.compile(r"\d{4}-\d{2}(-\d{2})?")


def _entries(record: type[Record], name: str, value: Any, who: Who) -> Sequence[str]:  # noqa: ANN401 -- any value of a file
    return lines(record, name, value, who) if value is not None else ()


def _inner(field: Field | None) -> type[Record] | None:
    """Return the record whose fields a mapping holds; None where its names are the writer's own, or it is unknown."""
    return field.records[0] if field is not None and field.records and field.entries is None else None


def _words(field: Field | None, value: Any, who: Who) -> str:  # noqa: ANN401 -- any value of a file
    if isinstance(value, dict):
        return _record_words(field.records[0] if field is not None and field.records else None, value, who)
    if isinstance(value, list):
        return listed(_words(field, one, who) for one in value)
    return _one(field, _plain(value), who)


def _is_date(value: Any) -> bool:  # noqa: ANN401 -- any value of a file
    return isinstance(value, str) and _ISO.fullmatch(value) is not None


def _plain(value: Any) -> str:  # noqa: ANN401 -- any single value of a file
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return f"{value:,}" if isinstance(value, int | float) else str(value or "")


def _one(field: Field | None, text: str, who: Who) -> str:
    """Return a single value as pages tell what its field holds."""
    if field is None:
        return text
    if field.role is not None or field.name == "report_to":  # a role or words
        return who(text)
    if field.is_date and _ISO.fullmatch(text):
        return day(read_when(text))
    return text.replace("-", " ") if field.choices else text


def _record_words(record: type[Record] | None, values: Mapping[str, Any], who: Who) -> str:
    """Return an entry of a list on one line: its fields with their names, but for those that speak for themselves."""
    if set(values) == _LANGUAGES:
        return _plain(values["en"])
    known = field_names(record) if record is not None else {}
    parts = []
    for name in (*(name for name in known if name in values), *(name for name in values if name not in known)):
        if name not in _SUMS:
            words = _words(known.get(name), values[name], who).rstrip(".")
            parts.append(words if name in _PLAIN else f"{label(name).lower()}: {words}")
    return "; ".join(part for part in parts if part)


_PLAIN = frozenset(
    ("date", "days", "id", "title", "text", "what", "value", "result", "found", "reason", "because", "statement")
)
"""Fields of entries that need no name before them."""


def _capital(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"


def _lower(words: str) -> str:
    return f"{words[:1].lower()}{words[1:]}"
