"""What a sheet says, as the plan will have it: findings and actions, with the ids that the plan has for them."""

import hashlib
import json
from collections import Counter, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from action_plans.exchange.foreign_sheet.foreign_reading import ForeignSheet
from action_plans.exchange.foreign_sheet.found_items import Fields
from action_plans.exchange.foreign_sheet.row_actions import OWNER_TITLES
from action_plans.exchange.foreign_sheet.row_closing import SIGNER
from action_plans.exchange.foreign_sheet.sheet_map import Taken
from action_plans.exchange.free_ids import free_ids
from action_plans.exchange.plan_changes import said
from action_plans.exchange.yaml_words import Value
from action_plans.model.action import Action
from action_plans.model.finding import Finding
from action_plans.model.record import Record
from action_plans.model.reflection import fields_of

FINDINGS, ACTIONS = "findings", "actions"


@dataclass(frozen=True, slots=True)
class PlanItem:
    """A finding or an action.

    Attributes:
        list: the field of a plan that it stands in.
        fields: what the sheet says of it, with its id, in the order of the model.
        place: where it stands in the sheet.
        index: its number in the plan's list, from 0; None where the plan does not have it yet.
        guessed: fields that the sheet does not say.
    """

    list: str
    fields: Fields
    place: str
    index: int | None = None
    guessed: frozenset[str] = frozenset()

    @property
    def id(self) -> str:
        """Its id."""
        return str(self.fields["id"])


def plan_items(sheet: ForeignSheet, data: Mapping[str, Any], taken: Taken) -> list[PlanItem]:
    """Return the findings and then the actions of a sheet, each with its id in a plan.

    Args:
        sheet: what was read.
        data: what the plan says now; nothing where there is none.
        taken: what the sheet said last time.
    """
    known = [str(one["id"]) for name in _WITH_IDS for one in in_list(data, name) if one.get("id")]
    found = [(one.fields, one.number, "") for one in sheet.findings.found]
    places = [one.place for one in sheet.findings.found]
    matched = _matched(found, in_list(data, FINDINGS), taken)
    ids = _ids(matched, in_list(data, FINDINGS), known, "F")
    items = [
        PlanItem(FINDINGS, _ordered({**fields, "id": one}, Finding), place, index)
        for (fields, _, _), place, index, one in zip(found, places, matched, ids, strict=True)
    ]
    served = [[ids[number] for number in one.findings] for one in sheet.actions]
    fields = [_coded(one.fields, for_, sheet.codes) for one, for_ in zip(sheet.actions, served, strict=True)]
    told = [
        (each, one.number, next(iter(for_), "")) for each, one, for_ in zip(fields, sheet.actions, served, strict=True)
    ]
    with_number = {one for one, finding in zip(ids, sheet.findings.found, strict=True) if finding.number}
    matched = _matched(told, in_list(data, ACTIONS), taken, with_number)
    numbered = _ids(matched, in_list(data, ACTIONS), [*known, *ids], "A")
    for each, action, index, one in zip(fields, sheet.actions, matched, numbered, strict=True):
        items.append(PlanItem(ACTIONS, _ordered({**each, "id": one}, Action), action.place, index, action.guessed))
    return items


def in_list(data: Mapping[str, Any], name: str) -> list[Mapping[str, Any]]:
    """Return what a plan holds under a field of several."""
    held = data.get(name) or []
    return [one for one in (held if isinstance(held, list) else [held]) if isinstance(one, Mapping)]


def sum_of(value: object) -> str:
    """Return a short sum of a value: the same for whatever says the same."""
    return hashlib.sha256(json.dumps(said(value), sort_keys=True, default=str).encode()).hexdigest()[:8]


_WITH_IDS = (FINDINGS, ACTIONS, *("objectives", "measures", "milestones", "risks", "sources", "communications"))
_WORDS = ("title", "description", "text")


def _coded(fields: Fields, served: list[str], codes: Mapping[str, str]) -> Fields:
    """Return the fields of an action with the codes of its owners, and what it is for: the findings that it serves."""
    made = {name: value for name, value in fields.items() if name not in (OWNER_TITLES, SIGNER)}
    owners = list(dict.fromkeys(codes[str(title)] for title in fields[OWNER_TITLES]))
    made["owner"] = owners[0]
    if owners[1:]:
        made["helpers"] = owners[1:]
    if served:
        made["for"] = served
    if SIGNER in fields and "closed_on" in fields:
        made["signoffs"] = [{"date": fields["closed_on"], "by": codes[str(fields[SIGNER])]}]
    return made


def _ordered(fields: Fields, record: type[Record]) -> Fields:
    return {field.name: fields[field.name] for field in fields_of(record) if field.name in fields}


def _ids(
    matched: Sequence[int | None], held: Sequence[Mapping[str, Any]], known: Sequence[str], prefix: str
) -> list[str]:
    free = free_ids(known, [str(one.get("id", "")) for one in held], prefix)
    return [str(held[index]["id"]) if index is not None else next(free) for index in matched]


def _matched(
    found: Sequence[tuple[Fields, str, str]],
    held: Sequence[Mapping[str, Any]],
    taken: Taken,
    with_number: Collection[str] = (),
) -> list[int | None]:
    """Return which of the plan's each is: by number and words, by finding and words, by words, or by its number alone.

    `with_number` are the findings that have a number in the sheet: it is that of its action too, where there is one.
    """
    free: dict[tuple[object, ...], deque[int]] = {}
    for index, one in enumerate(held):
        for key in _keys_held(one, taken):
            free.setdefault(key, deque()).append(index)
    used: set[int | None] = set()
    matched: list[int | None] = [None] * len(found)
    keys = [_keys_found(*one, with_number) for one in found]
    for level in range(_LEVELS):
        left = (of_one[level] for of_one, index in zip(keys, matched, strict=True) if index is None)
        alone = Counter(one for one in left if one is not None)
        for number, of_one in enumerate(keys):
            wanted = of_one[level]
            if matched[number] is not None or wanted is None:
                continue
            waiting = free.get(wanted, deque())
            while waiting and waiting[0] in used:
                waiting.popleft()
            if level >= _BY_WORDS and (alone[wanted] > 1 or sum(one not in used for one in waiting) > 1):
                continue
            if waiting:
                matched[number] = waiting.popleft()
                used.add(matched[number])
    return matched


_LEVELS, _BY_WORDS = 5, 3
"""In how many ways a thing is known again; by words in the first of them."""


def _keys_found(
    fields: Fields, number: str, finding: str, with_number: Collection[str]
) -> list[tuple[object, ...] | None]:
    words = _words_of(fields)
    return [
        ("number", number, words) if number else None,
        ("finding", finding, words) if finding else None,
        ("words", words),
        ("number", number) if number else None,
        ("only", finding) if finding in with_number else None,
    ]


def _keys_held(one: Mapping[str, Any], taken: Taken) -> Iterable[tuple[object, ...]]:
    extra = one.get("extra")
    numbers = (
        [str(value).strip() for value in extra.values() if isinstance(value, str)] if isinstance(extra, Mapping) else []
    )
    served = said(one.get("for")) or []
    findings = served if isinstance(served, list) else [served]
    before = taken.get(str(one.get("id")), {})
    kinds = {_words_of(one), tuple(before.get(name, "") for name in _WORDS)}
    for words in sorted(kinds):
        yield from (("number", number, words) for number in dict.fromkeys(numbers))
        yield from (("finding", finding, words) for finding in findings)
        yield ("words", words)
    yield from (("number", number) for number in dict.fromkeys(numbers))
    yield from (("only", finding) for finding in findings)


def _words_of(fields: Mapping[str, Value]) -> tuple[str, ...]:
    return tuple(sum_of(fields[name]) if fields.get(name) else "" for name in _WORDS)
