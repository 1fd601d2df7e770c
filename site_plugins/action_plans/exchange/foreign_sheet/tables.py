"""The tables on a sheet: where a header stands, what is merged filled in, and what stands around them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from action_plans.exchange.cell_reading import plain_words
from action_plans.exchange.foreign_sheet.column_meanings import LONGEST_NAME, Meaning, meaning_of
from action_plans.exchange.foreign_sheet.merged_cells import Filled, filled_rows
from action_plans.exchange.spreadsheet_reading import CellValue, Sheet

_FEWEST = 2
"""How many columns of a header are known at least, one of them a finding or an action."""

_WIDEST_GAP = 1
"""How many columns without a name may stand inside a table."""


_DATE = re.compile(r"(?i)\b(?:review|target|key) dates?\b")
"""Names of columns that hold the day an action is due where no other does."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its place from 0, its name as the sheet has it, unique in the table, and its meaning."""

    place: int
    label: str
    meaning: Meaning


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    `cells` holds what stands in it, by the places of columns, with what is merged filled in; `own` are those places
    at which the row itself, not a range begun above, holds something; `is_spanned` tells whether a cell spans several.
    """

    number: int
    cells: Mapping[int, CellValue]
    own: frozenset[int]
    fills: Mapping[int, str] = field(default_factory=dict)
    is_hidden: bool = False
    is_spanned: bool = False

    def text(self, place: int) -> str:
        """Return the words of a cell; nothing where it is empty."""
        return plain_words(self.cells.get(place))


@dataclass(frozen=True, slots=True)
class Around:
    """A cell outside of the tables: its words, where it stands, its row.

    `is_above` is whether that is above all tables; `is_cover` whether on a sheet of its own before them.
    """

    text: str
    place: str
    row: int
    is_above: bool = False
    is_cover: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the sheet it is on, the last row of its header, its columns and rows, in order."""

    sheet: Sheet
    header_row: int
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def of(self, meaning: Meaning) -> tuple[Column, ...]:
        """Return the columns of a meaning."""
        return tuple(column for column in self.columns if column.meaning is meaning)

    def row_place(self, row: Row) -> str:
        """Return how people find a row."""
        return f"{self.sheet.name}, row {row.number}" if self.sheet.name else f"row {row.number}"

    def place(self, row: Row, column: Column) -> str:
        """Return how people find a cell."""
        return self.sheet.place(row.number, column.place)


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its first and last row, and the name of each column by its place."""

    first: int
    last: int
    names: Mapping[int, str]


def headers_on(rows: Sequence[Filled]) -> Iterator[Header]:
    """Yield the headers on a sheet, from the top; of two rows that make one together, both."""
    number = 0
    while number < len(rows):
        found = _header_at(rows, number)
        if found is not None:
            yield found
            number += found.last - found.first + 1
        else:
            number += 1


def tables_on(
    sheet: Sheet, wanted: Mapping[int, Mapping[str, Meaning]] | None = None
) -> tuple[list[Table], list[Around]]:
    """Return the tables of a sheet, and what stands around them.

    Args:
        sheet: the sheet.
        wanted: what a map says: for each row of a header the columns by their names. Without it they are recognised.
    """
    rows = filled_rows(sheet)
    headers = list(_told(rows, wanted) if wanted is not None else headers_on(rows))
    tables: list[Table] = []
    in_table: set[tuple[int, int]] = set()
    for number, header in enumerate(headers):
        until = headers[number + 1].first if number + 1 < len(headers) else None
        held = [one for one in rows if one.number > header.last and (until is None or one.number < until)]
        for names in _side_by_side(header.names):
            columns = _columns(names, wanted[header.last] if wanted is not None else None)
            places = {column.place for column in columns}
            tables.append(Table(sheet, header.last, columns, tuple(_rows(held, places, sheet))))
            in_table |= {(one.number, place) for one in held for place in places}
            in_table |= {(header.last, place) for place in places}
            labels = " ".join(column.label for column in columns)
            upper = next((one for one in rows if one.number == header.first < header.last), None)
            if upper is not None:
                in_table |= {(upper.number, place) for place in upper.own if _one_line(upper.cells[place]) in labels}
    top = headers[0].first if headers else 0
    around = [
        Around(plain_words(one.cells[place]), sheet.place(one.number, place), one.number, one.number < top)
        for one in rows
        for place in sorted(one.own)
        if (one.number, place) not in in_table
    ]
    return tables, around


def _told(rows: Sequence[Filled], wanted: Mapping[int, Mapping[str, Meaning]]) -> Iterator[Header]:
    """Yield the headers that a map names: a row of its own, or together with the one above where that names some."""
    by_number = {one.number: number for number, one in enumerate(rows)}
    for last, names in sorted(wanted.items()):
        place = by_number.get(last)
        if place is None:
            continue
        options = [Header(last, last, _names(rows[place]))]
        if place and rows[place - 1].number == last - 1:
            options.append(Header(last - 1, last, _names_of_two(rows[place - 1], rows[place])))
        known = {_folded(name) for name in names}
        recognised = _header_at(rows, place - 1) if place else None
        first = recognised.first if recognised is not None and recognised.last == last else last
        yield max(
            options,
            key=lambda one: (sum(_folded(name) in known for name in one.names.values()), one.first == first),
        )


def _header_at(rows: Sequence[Filled], number: int) -> Header | None:
    upper = rows[number]
    alone = _names(upper)
    options = [Header(upper.number, upper.number, alone)] if _is_header(upper, alone) else []
    if number + 1 < len(rows) and rows[number + 1].number == upper.number + 1:
        lower = rows[number + 1]
        both = _names_of_two(upper, lower)
        adds_names = len(both) > len(lower.own) or (bool(upper.wide) and len(upper.own) > 1)
        if adds_names and _can_be_lower(upper, lower) and _is_header(lower, both, needs_all=False):
            options.append(Header(upper.number, lower.number, both))
    return max(options, key=lambda one: (_known(one.names), -one.last), default=None)


def _names(row: Filled) -> dict[int, str]:
    return {place: _one_line(row.cells[place]) for place in sorted(row.own) if _one_line(row.cells[place])}


def _names_of_two(upper: Filled, lower: Filled) -> dict[int, str]:
    """Return names over two rows: that of the lower where it has one of its own, told apart by that above it."""
    below = {place: _one_line(lower.cells[place]) for place in lower.own}
    above = {place: _one_line(cell) for place, cell in upper.cells.items()}
    for first, last in upper.wide:
        above |= {place: above.get(first, "") for place in range(first, last + 1) if place in below}
    twice = {name for name in below.values() if list(below.values()).count(name) > 1}
    found: dict[int, str] = {}
    for place in sorted({*below, *above}):
        name = below.get(place, "")
        if not name:
            found[place] = above.get(place, "")
        elif above.get(place) and (name in twice or meaning_of(name) is None):
            found[place] = f"{above[place]}: {name}"
        else:
            found[place] = name
    return {place: name for place, name in found.items() if name}


def _can_be_lower(upper: Filled, lower: Filled) -> bool:
    """Whether a row can be the lower part of a header: short names, known or under a range that spans them."""
    names = [_one_line(lower.cells[place]) for place in lower.own]
    is_short = all(isinstance(lower.cells[place], str) for place in lower.own) and all(
        len(name) <= LONGEST_NAME for name in names
    )
    if not names or not is_short:
        return False
    known = sum(meaning_of(name) is not None for name in names)
    return known * 2 > len(names) or (bool(upper.wide) and known > 0)


def _is_header(row: Filled, names: Mapping[int, str], *, needs_all: bool = True) -> bool:
    meanings = {meaning_of(name) for name in names.values()} - {None, Meaning.EXTRA}
    is_text = all(isinstance(row.cells[place], str) for place in row.own) or not needs_all
    short = sum(len(name) <= LONGEST_NAME for name in names.values())
    return (
        is_text
        and short == len(names)
        and len(meanings) >= _FEWEST
        and bool(meanings & {Meaning.ACTION, Meaning.FINDING})
        and len(meanings) * 2 >= min(len(names), _FEWEST * 4)
    )


def _known(names: Mapping[int, str]) -> int:
    return len({meaning_of(name) for name in names.values()} - {None})


def _side_by_side(names: Mapping[int, str]) -> Iterator[dict[int, str]]:
    """Yield the parts of a header that are tables of their own: behind a gap, with an action or a finding in each."""
    parts: list[dict[int, str]] = []
    before: int | None = None
    for place, name in sorted(names.items()):
        if before is None or place - before > _WIDEST_GAP:
            parts.append({})
        parts[-1][place] = name
        before = place
    whole: list[dict[int, str]] = []
    for part in parts:
        meanings = {meaning_of(name) for name in part.values()}
        is_own = Meaning.ACTION in meanings or (Meaning.FINDING in meanings and len(meanings) > _FEWEST)
        if whole and not is_own:
            if meanings - {None, Meaning.EXTRA}:
                whole[-1] |= part
        else:
            whole.append(part)
    while len(whole) > 1 and not {Meaning.ACTION, Meaning.FINDING} & {meaning_of(name) for name in whole[0].values()}:
        first = whole.pop(0)
        whole[0] = first | whole[0]
    yield from whole


def _columns(names: Mapping[int, str], wanted: Mapping[str, Meaning] | None) -> tuple[Column, ...]:
    """Return the columns of a table, from the one most to the left to that most to the right, without a hole."""
    found: list[Column] = []
    labels: set[str] = set()
    told = {_folded(name): meaning for name, meaning in (wanted or {}).items()}
    taken: set[Meaning] = set()
    for place, name in sorted(names.items()):
        label = _unique(name, labels)
        labels.add(label.casefold())
        meaning = told.get(_folded(label)) if wanted is not None else meaning_of(name)
        if meaning is None or (wanted is None and meaning in taken and not meaning.can_repeat):
            meaning = Meaning.EXTRA
        taken.add(meaning)
        found.append(Column(place, label, meaning))
    return tuple(found if wanted is not None else _settled(found))


def _settled(columns: list[Column]) -> list[Column]:
    """Return the columns with the meanings that they have together: what one name means depends on the others."""
    meanings = {column.meaning for column in columns}
    swaps: dict[Meaning, Meaning] = {}
    if Meaning.DUE not in meanings and Meaning.CLOSED_ON in meanings and Meaning.STATUS in meanings:
        closing = next(column for column in columns if column.meaning is Meaning.CLOSED_ON)
        if "completion" in closing.label.casefold():
            swaps[Meaning.CLOSED_ON] = Meaning.DUE
    elif Meaning.DUE not in meanings:
        dated = next((one for one in columns if one.meaning is Meaning.EXTRA and _DATE.search(one.label)), None)
        columns = [replace(one, meaning=Meaning.DUE) if one is dated else one for one in columns]
    if Meaning.DUE not in meanings and Meaning.REVISED in meanings:
        swaps[Meaning.REVISED] = Meaning.DUE
    if Meaning.ACTION not in meanings and meanings & {Meaning.OWNER, Meaning.DUE}:
        swaps[Meaning.FINDING] = Meaning.ACTION
    if Meaning.FINDING not in meanings and Meaning.ACTION in meanings and Meaning.TEXT in meanings:
        swaps[Meaning.TEXT] = Meaning.FINDING
    return [Column(one.place, one.label, swaps.get(one.meaning, one.meaning)) for one in columns]


def _rows(held: Sequence[Filled], places: set[int], sheet: Sheet) -> Iterator[Row]:
    for one in held:
        cells = {place: one.cells[place] for place in sorted(places) if one.cells.get(place) is not None}
        own = one.own & places
        if cells:
            wide = any(first in places and len(places & set(range(first, last + 1))) > 2 for first, last in one.wide)  # noqa: PLR2004 -- over three columns
            fills = {place: colour for place, colour in one.fills.items() if place in places}
            yield Row(one.number, cells, frozenset(own), fills, one.number in sheet.hidden_rows, wide)


def _unique(name: str, taken: set[str]) -> str:
    number, label = 1, name
    while label.casefold() in taken:
        number += 1
        label = f"{name} ({number})"
    return label


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _one_line(cell: CellValue) -> str:
    return re.sub(r"\s+", " ", plain_words(cell)).strip()
