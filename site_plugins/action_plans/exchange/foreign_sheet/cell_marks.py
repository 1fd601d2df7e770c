"""Marks and words by which a column of completion says yes or no: a tick, a cross, `Y`, an x that may mean either."""

import re
from collections.abc import Mapping

from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.found_items import one_line
from action_plans.exchange.foreign_sheet.tables import Table


def read_mark(text: str) -> bool | None:
    """Return whether a cell that is but a mark says yes; None where it is none."""
    if _YES.fullmatch(text) or is_an_x(text):
        return True
    return False if _NO.fullmatch(text) else None


def is_an_x(text: str) -> bool:
    """Whether a cell holds but an x: alone in a column it marks what is done; beside a tick or a day it may not."""
    return _X.fullmatch(text) is not None


def beside_an_x(table: Table) -> Mapping[int, str]:
    """Return what stands in columns of completion beside an x, the first of it, by the places of the columns."""
    found: dict[int, str] = {}
    for column in (*table.of(Meaning.CLOSED_ON), *table.of(Meaning.SIGNED_OFF)):
        texts = [text for row in table.rows if (text := one_line(row.text(column.place)))]
        others = [text for text in texts if not is_an_x(text) and not _NONE.fullmatch(text)]
        if others and len(others) < len(texts):
            found[column.place] = others[0]
    return found


_X = re.compile("(?i)x|\N{MULTIPLICATION SIGN}|\N{MULTIPLICATION X}|\N{BALLOT BOX WITH X}")
_NOTHING = "-|n/?a"
_NONE = re.compile(rf"(?i){_NOTHING}")
_YES = re.compile(
    r"(?i)y|yes|[\N{CHECK MARK}\N{HEAVY CHECK MARK}\N{WHITE HEAVY CHECK MARK}\N{BALLOT BOX WITH CHECK}]\ufe0f?"
    r"|tick(?:ed)?|true|signed(?: off)?"
)
_NO = re.compile(
    rf"(?i)n|no|false|not yet|{_NOTHING}"
    r"|[\N{BALLOT BOX}\N{BALLOT X}\N{HEAVY BALLOT X}\N{CROSS MARK}]\ufe0f?"
)
