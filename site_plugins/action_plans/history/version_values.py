"""What one version of a file says, value by value, whatever the way in which it is written.

Comments, the order of keys, line breaks within a text, and `for: F1` or `for: [F1]` make no difference. Every version
is compared in this form, and today's plan too.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from action_plans.history.pieces import ITEM_LISTS, Piece, text_of
from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.problem import Severity
from action_plans.model.record import Record
from action_plans.reading.note_files import read_note_text
from action_plans.reading.plan_files import read_plan_text
from action_plans.reading.sound_plans import read_sound_plan

WHOLE = ""
"""The key of what a file says beside its items."""

KIND = "\0kind"
"""The key, among an item's values, of the list that it stands in; no field is called so."""

Values = Mapping[str, Any]
"""Values by the names that fields have in files: texts, numbers, lists and mappings. What is not given is left out."""


@dataclass(frozen=True, slots=True)
class VersionValues:
    """What one version of a plan or note says.

    Attributes:
        id: its id in lower case; None where a note has none but the name of its file.
        items: the values of each item by its id in lower case, and of the rest under `WHOLE`.
        is_complete: whether all of it could be read. Where not, items that were damaged are not among `items`, and
            that one is missing proves nothing.
    """

    id: str | None
    items: Mapping[str, Values]
    is_complete: bool = True


NOTHING = VersionValues(None, {})
"""What a file says that is not there."""

UNREADABLE = VersionValues(None, {}, is_complete=False)
"""What a file says of which nothing can be read."""


def values_of_plan(plan: Plan) -> VersionValues:
    """Return what a plan says."""
    return VersionValues(plan.id.casefold(), {item: said for item, (said, _) in lines_of_plan(plan).items()})


def lines_of_plan(plan: Plan) -> Mapping[str, tuple[Values, str]]:
    """Return what a plan says by item, and of each the same as a line of JSON, empty where that is not at hand."""
    fields, entries = _taken_apart(plan)
    items: dict[str, tuple[Values, str]] = {WHOLE: (fields, "")}
    for said in (one for several in entries.values() for one in several):
        items.setdefault(said[0]["id"].casefold(), said)
    return items


def values_of_note(note: EvidenceNote) -> VersionValues:
    """Return what a note says; of its account the sum of its words, which tells whether it changed."""
    said = _values(note) | {"body": sha256(" ".join(note.body.split()).encode()).hexdigest()}
    own_id = note.id.casefold() if "id" in note.origins.keys else None
    if own_id is None:
        del said["id"]  # it is made from the file's name, so that moving the file would seem to change it
    return VersionValues(own_id, {WHOLE: said})


def read_values(text: bytes, *, is_note: bool) -> VersionValues:
    """Return what the bytes of a plan or note say: nothing, and incomplete, where they cannot be read."""
    read = read_note_text(text, _NAMELESS) if is_note else read_plan_text(text, _NAMELESS)
    if read.record is None:
        return UNREADABLE
    values = values_of_note(read.record) if isinstance(read.record, EvidenceNote) else values_of_plan(read.record)
    left_out = read.left_out
    if left_out is None:
        return values
    kept = {
        name: said
        for name, said in values.items.items()
        if (name not in left_out.damaged if name else not (left_out.fields or is_note))
    }
    return VersionValues(values.id, kept, is_complete=False)


def read_pieces(pieces: tuple[Piece, ...], known: Plan | None = None) -> tuple[tuple[Values, str], ...] | None:
    """Return what pieces of a plan say, each an item's values or one field of the plan; None where one is faulty.

    With each stands the same as a line of JSON, where that is at hand. `known` is the plan that these are all pieces
    of, where somebody has read it already.
    """
    plan = known or _sound_plan(text_of(pieces).encode())
    if plan is None:
        return None
    fields, entries = _taken_apart(plan)
    left = {field: iter(several) for field, several in entries.items()}
    found: list[tuple[Values, str]] = []
    for piece in pieces:
        if piece.is_entry:
            values = next(left[piece.field], None)
            if values is None:
                return None
            found.append(values)
        elif entries.get(piece.field):
            return None  # a list within brackets is one piece and several items
        else:
            found.append(({piece.field: fields[piece.field]} if piece.field in fields else {}, ""))
    return tuple(found) if all(next(rest, None) is None for rest in left.values()) else None


def _taken_apart(plan: Plan) -> tuple[dict[str, Any], dict[str, list[tuple[Values, str]]]]:
    """Return the fields of a plan, and the items of each list of items, with their lines."""
    fields: dict[str, Any] = {}
    entries: dict[str, list[tuple[Values, str]]] = {field: [] for field in ITEM_LISTS}
    for field, said, text in _fields(_dumped(plan)):
        if field in entries:
            said[KIND] = field
            entries[field].append((said, text and f'{text[:-1]},"\\u0000kind":"{field}"}}'))
        else:
            fields[field] = said
    return fields, entries


def _fields(text: str) -> Iterator[tuple[str, Any, str]]:
    """Yield the fields of a record in JSON of the narrow form, each item of the lists of items alone, with its text.

    Where texts are not as they are kept, they are put right, and no item has its text.
    """
    if not _has_one_space_each(text):
        for field, said in _in_words(json.loads(text)).items():
            for one in said if field in ITEM_LISTS else (said,):
                yield field, one, ""
        return
    place = 0
    while text[place] != "}":
        field, place = _AT(text, place + 1)
        if field not in ITEM_LISTS:
            said, place = _AT(text, place + 1)
            yield field, said, ""
            continue
        place += 1
        while text[place] != "]":
            start = place + 1
            said, place = _AT(text, start)
            yield field, said, text[start:place]
        place += 1


_AT = json.JSONDecoder().raw_decode
"""Reads what begins at a place in a text, and tells where it ends."""


def _sound_plan(text: bytes) -> Plan | None:
    """Return a plan in which there is no error."""
    plan = read_sound_plan(text)
    if plan is not None:
        return plan
    read = read_plan_text(text, _NAMELESS)
    return read.record if all(problem.severity is not Severity.ERROR for problem in read.problems) else None


_NAMELESS = "version"
"""What an earlier version is called: nobody sees it."""


def _values(record: Record) -> dict[str, Any]:
    text = _dumped(record)
    values: dict[str, Any] = json.loads(text)
    return values if _has_one_space_each(text) else _in_words(values)


def _dumped(record: Record) -> str:
    return record.model_dump_json(by_alias=True, exclude_defaults=True)


def _has_one_space_each(text: str) -> bool:
    """Whether JSON of the narrow form surely holds no run of spaces, and no line break or space of another kind."""
    return not any(sign in text for sign in _RUNS) and (text.isascii() or _OTHER_SPACES.search(text) is None)


_RUNS = ("  ", '" ', ' "', "\\")
_OTHER_SPACES = re.compile(r"[^\S ]")


def _in_words(values: dict[str, Any]) -> dict[str, Any]:
    """Return values with every run of spaces and line breaks in their texts as one space."""
    return {name: _words(said) for name, said in values.items()}


def _words(value: Any) -> Any:  # noqa: ANN401 -- any value of a file
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_words(one) for one in value]
    return _in_words(value) if isinstance(value, dict) else value
