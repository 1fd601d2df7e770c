"""What a row of a table is: one of the plan, the heading of a section, a total, or a hint how to fill the table in."""

import re
from enum import Enum, unique

from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.found_items import one_line
from action_plans.exchange.foreign_sheet.tables import Row, Table


@unique
class RowKind(Enum):
    """What a row is."""

    ENTRY = "of the plan"
    SECTION = "a heading of what follows"
    TOTAL = "a total"
    HINT = "a hint how to fill the table in, or a list to pick from"
    REST = "below or beside the table"


def row_kind(table: Table, row: Row, *, is_early: bool) -> RowKind:
    """Return what a row is; `is_early` is whether no row of the plan stood above it."""
    texts = {one.meaning: text for one in table.columns if (text := row.text(one.place))}
    own = [one_line(row.text(place)) for place in sorted(row.own)]
    if own and _TOTAL.match(own[0]) and not (texts.get(Meaning.OWNER) and texts.get(Meaning.DUE)):
        return RowKind.TOTAL
    if is_early and own and _hints(own) * 2 >= len(own):
        return RowKind.HINT
    is_alone = len(row.own) == 1 and not (set(row.cells) - row.own)
    place = next(iter(row.own), None)
    meant = next((column.meaning for column in table.columns if column.place == place), None)
    if is_alone and (row.is_spanned or (meant not in _TELLING and _is_first(table, place))):
        return RowKind.SECTION
    if not any(texts.get(meaning) for meaning in _TELLING):
        says_more = any(texts.get(meaning) for meaning in (Meaning.REGULATIONS, Meaning.AREA, Meaning.KEY_QUESTIONS))
        has_action = not table.of(Meaning.FINDING) and says_more and len(row.own) > 1
        return RowKind.ENTRY if has_action else RowKind.REST
    return RowKind.ENTRY


def _is_first(table: Table, place: int | None) -> bool:
    return place is not None and place == table.columns[0].place


def _hints(texts: list[str]) -> int:
    return sum(_HINT.search(text) is not None for text in texts)


_TELLING = (Meaning.FINDING, Meaning.TEXT, Meaning.ACTION)
_TOTAL = re.compile(
    r"(?i)(?:grand |sub-?)?totals?\b|(?:number|count|sum|percentage|%) (?:of|complete|closed|open)\b|count$"
)
_HINT = re.compile(
    r"(?i)\b(?:select|choose|pick|drop-?down|delete as appropriate|dd/mm|insert|enter|type) |dd/mm|^e\.?g\.? |"
    r"^\[.*\]$|^<.*>$|^\(?(?:open|red|not started|yes|high)\s*[/|,]\s*\w+"
)
