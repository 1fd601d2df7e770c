"""The columns of each action of a row, where a table has several for actions, with what belongs to each."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.columns import Column
from action_plans.exchange.foreign_sheet.tables import Row, Table


def filled_actions(table: Table, row: Row) -> tuple[Column, ...]:
    """Return the columns of actions that hold one in a row; of several those that say there is none are left out."""
    filled = [column for column in table.of(Meaning.ACTION) if row.text(column.place)]
    said = [column for column in filled if not _NONE.fullmatch(row.text(column.place))]
    return tuple(said or filled[:1])


def table_of_action(table: Table, place: int, filled: Collection[int]) -> Table:
    """Return a table with the columns that tell of one of the actions of a row.

    A column belongs to the action before it where another of its kind belongs to another action; else it tells of all,
    words of the first only. What belongs to an action that is not there is kept with the first, as it is.

    Args:
        table: the table.
        place: the place of the column of the action.
        filled: the places of those that hold one, in order.
    """
    actions = [column.place for column in table.of(Meaning.ACTION)]
    return table if len(actions) <= 1 else replace(table, columns=tuple(_columns(table, actions, place, filled)))


def _columns(table: Table, actions: list[int], place: int, filled: Collection[int]) -> Iterator[Column]:
    is_first = place == min(filled)
    groups: dict[Meaning, set[int]] = {}
    group = {one.place: max((at for at in actions if at <= one.place), default=-1) for one in table.columns}
    for column in table.columns:
        groups.setdefault(column.meaning, set()).add(group[column.place])
    for column in table.columns:
        is_shared = column.meaning is not Meaning.ACTION and len(groups[column.meaning] - {-1}) <= 1
        if group[column.place] == -1 or is_shared:
            if is_first or column.meaning not in _TEXTS:
                yield column
        elif group[column.place] == place:
            yield column
        elif is_first and group[column.place] not in filled:
            yield replace(column, meaning=Meaning.EXTRA)


_NONE = re.compile(r"(?i)\W*(?:n/?a|none|nil|not applicable)?\W*")
_TEXTS = frozenset(
    (
        *(Meaning.DONE_WHEN, Meaning.OUTCOME, Meaning.SUSTAINED_BY, Meaning.LESSONS, Meaning.EVIDENCE),
        *(Meaning.RESOURCES, Meaning.NOTE, Meaning.EXTRA),
    )
)
