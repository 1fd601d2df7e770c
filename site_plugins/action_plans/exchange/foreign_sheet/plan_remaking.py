"""Whether a plan is to be made anew of its sheet: the map was put right, and nobody had changed the plan."""

import re
from collections.abc import Mapping
from typing import Any

from action_plans.exchange.foreign_sheet.plan_items import ACTIONS, FINDINGS, in_list, sum_of
from action_plans.exchange.foreign_sheet.plan_merging import HEAD, sums
from action_plans.exchange.foreign_sheet.sheet_map import SheetMap, Taken
from action_plans.exchange.plan_changes import said

COLUMNS = "columns"
"""Under which a sum of what the columns meant is kept beside those of the plan's own fields."""

_OWN = frozenset(("id", "title", "service", "note", "roles", FINDINGS, ACTIONS))
_OF_SHEET = ("title", "note")
_COMMENT = re.compile(r"(?m)(?:^|\s)#")
_LINES_OF_OURS = 2


def sum_of_columns(sheet_map: SheetMap) -> str:
    """Return a short sum of what the columns of a sheet mean."""
    return sum_of([[one.sheet, one.header_row, sorted(one.columns.items())] for one in sheet_map.tables])


def is_read_otherwise(sheet_map: SheetMap) -> bool:
    """Whether a map says of its columns something else than when the sheet was imported last."""
    before = sheet_map.taken.get(HEAD, {}).get(COLUMNS)
    return before is not None and before != sum_of_columns(sheet_map)


def is_untouched(data: Mapping[str, Any], text: str, taken: Taken) -> bool:
    """Whether a plan says what its sheet said when it was imported last, and nothing else, no comment either.

    Args:
        data: what the plan says.
        text: its text.
        taken: the sums of what the sheet said.
    """
    plain = said(data)
    assert isinstance(plain, Mapping)  # noqa: S101 -- a plan is one
    more = text.split("\n", _LINES_OF_OURS)[_LINES_OF_OURS:]
    if set(plain) - _OWN or any(map(_COMMENT.search, more)):
        return False
    head = {name: one for name, one in taken.get(HEAD, {}).items() if name != COLUMNS}
    items = [one for name in (FINDINGS, ACTIONS) for one in in_list(plain, name)]
    held = {str(one.get("id")): sums(dict(one)) for one in items}
    told = {name: dict(one) for name, one in taken.items() if name != HEAD}
    return held == told and sums({name: plain[name] for name in _OF_SHEET if name in plain}) == head
