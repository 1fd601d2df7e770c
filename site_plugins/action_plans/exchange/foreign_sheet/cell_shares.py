"""How much of an action is done, where a column says so by a figure: `% complete` holds 0.5, 50 or 50%."""

import re
from collections.abc import Mapping

from action_plans.exchange.foreign_sheet.column_meanings import Meaning, folded_name
from action_plans.exchange.foreign_sheet.tables import Table


def shares_in(table: Table) -> Mapping[int, int]:
    """Return by how much figures in columns of shares are to be multiplied, by the places of the columns.

    Where none is more than 1, a whole is 1: so programs hold what they show as 100%.
    """
    places = [one.place for one in table.of(Meaning.STATUS) if _OF_SHARES.search(folded_name(one.label))]
    found = {}
    for place in places:
        figures = [float(text) for row in table.rows if _FIGURE.fullmatch(text := row.text(place).strip())]
        found[place] = 100 if all(figure <= 1 for figure in figures) else 1
    return found


def as_share(text: str, times: int | None) -> str:
    """Return the words of a cell, a share as whole hundredths: `50%`; `times` is of the column, None of any other."""
    if (shown := _SHARE.fullmatch(text.strip())) is not None:
        return f"{int(float(shown[1]))}%"
    if times is not None and _FIGURE.fullmatch(text.strip()):
        return f"{int(round(float(text) * times, 6))}%"
    return text


_OF_SHARES = re.compile(r"%|\bper ?cent")
_FIGURE = re.compile(r"\d{1,3}(?:\.\d+)?")
_SHARE = re.compile(r"(\d{1,3}(?:\.\d+)?) ?%")
