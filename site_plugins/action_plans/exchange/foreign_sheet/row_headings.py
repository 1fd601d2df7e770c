"""Rows that are headings of what follows although they stand in the column of findings: a key question, a theme."""

from collections.abc import Iterator
from itertools import pairwise

from action_plans.exchange.foreign_sheet.cell_regulations import read_regulations
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.found_items import one_line
from action_plans.exchange.foreign_sheet.tables import Row, Table


def headings_in(table: Table) -> frozenset[int]:
    """Return the numbers of rows with nothing but a key question, a regulation or a theme in capitals.

    Each stands before a row that says what was found itself: where that is left out, it is the finding of what follows.
    """
    return frozenset(_headings(table))


def _headings(table: Table) -> Iterator[int]:
    column = next(iter(table.of(Meaning.FINDING)), None) or next(iter(table.of(Meaning.ACTION)), None)
    if column is None:
        return
    place = column.place
    heads = {row.number for row in table.rows if _is_alone(row, place)}
    others = [row.text(place) for row in table.rows if row.number not in heads and row.text(place)]
    writes_capitals = any(map(_is_theme, others))
    for row, after in pairwise(table.rows):
        if row.number in heads and place in after.own and len(after.own) > 1:
            text = one_line(row.text(place))
            if _cites_alone(text) or (_is_theme(text) and not writes_capitals):
                yield row.number


def _is_alone(row: Row, place: int) -> bool:
    return row.own == {place} and not (set(row.cells) - row.own)


def _cites_alone(text: str) -> bool:
    read = read_regulations(text)
    return bool(read.key_questions or read.regulations or read.statements) and not read.left


def _is_theme(text: str) -> bool:
    """Whether words are written in capitals, as headings are: more than the initials of something."""
    letters = [letter for letter in text if letter.isalpha()]
    return text.isupper() and len(letters) > _INITIALS and len(text.split()) <= _FEW_WORDS


_INITIALS, _FEW_WORDS = 4, 4
