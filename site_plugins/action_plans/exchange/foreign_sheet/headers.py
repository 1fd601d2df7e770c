"""Where the names of columns stand on a sheet: in one row or over two, and of how many tables."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from action_plans.exchange.cell_reading import plain_words
from action_plans.exchange.foreign_sheet.column_meanings import LONGEST_NAME, Meaning, meaning_of
from action_plans.exchange.foreign_sheet.merged_cells import Filled
from action_plans.exchange.foreign_sheet.names_of_columns import holds_data, is_whole_name
from action_plans.exchange.spreadsheet_rows import CellValue

_FEWEST = 2
"""How many columns of a header are known at least, one of them a finding or an action."""

_WIDEST_GAP = 1
"""How many columns without a name may stand inside a table."""


@dataclass(frozen=True, slots=True)
class Header:
    """A header: its first and last row, and the name of each column by its place."""

    first: int
    last: int
    names: Mapping[int, str]


def headers_on(rows: Sequence[Filled], *, is_text: bool = False) -> Iterator[Header]:
    """Yield the headers on a sheet, from the top; of two rows that make one together, both.

    Of a file of text, `is_text`, it is not certain that it is a table at all: there every name that is known is whole.
    """
    number = 0
    before: Header | None = None
    while number < len(rows):
        found = _header_at(rows, number, is_first=before is None)
        if found is not None and is_text and not all(map(is_whole_name, _telling(found))):
            found = None
        if found is not None and (before is None or _is_one_more(rows, number, found, before)):
            before = found
            yield found
            number += found.last - found.first + 1
        else:
            number += 1


def headers_told(rows: Sequence[Filled], wanted: Mapping[int, Mapping[str, Meaning]]) -> Iterator[Header]:
    """Yield the headers that a map names: a row of its own, or together with the one above where that names some."""
    by_number = {one.number: number for number, one in enumerate(rows)}
    for last, names in sorted(wanted.items()):
        place = by_number.get(last)
        if place is None:
            continue
        options = [Header(last, last, _names(rows[place]))]
        if place and rows[place - 1].number == last - 1:
            options.append(Header(last - 1, last, _names_of_two(rows[place - 1], rows[place])))
        known = {folded(name) for name in names}
        recognised = _header_at(rows, place - 1, is_first=True) if place else None
        first = recognised.first if recognised is not None and recognised.last == last else last
        yield max(
            options,
            key=lambda one: (sum(folded(name) in known for name in one.names.values()), one.first == first),
        )


def _header_at(rows: Sequence[Filled], number: int, *, is_first: bool) -> Header | None:
    """Return the header that begins at a row; below another, rows of the table have words of names, too."""
    upper = rows[number]
    alone = _names(upper)
    options = [Header(upper.number, upper.number, alone)] if _is_header(upper, alone) else []
    if number + 1 < len(rows) and rows[number + 1].number == upper.number + 1:
        lower = rows[number + 1]
        both = _names_of_two(upper, lower)
        adds_names = len(both) > len(lower.own) or (bool(upper.wide) and len(upper.own) > 1)
        if adds_names and _can_be_lower(upper, lower, is_first=is_first) and _is_header(lower, both, needs_all=False):
            options.append(Header(upper.number, lower.number, both))
    return max(options, key=lambda one: (_known(one.names), -one.last), default=None)


def _names(row: Filled) -> dict[int, str]:
    return {place: on_one_line(row.cells[place]) for place in sorted(row.own) if on_one_line(row.cells[place])}


def _names_of_two(upper: Filled, lower: Filled) -> dict[int, str]:
    """Return names over two rows: that of the lower where it has one of its own, told apart by that above it."""
    below = {place: on_one_line(lower.cells[place]) for place in lower.own}
    above = {place: on_one_line(cell) for place, cell in upper.cells.items()}
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


def _can_be_lower(upper: Filled, lower: Filled, *, is_first: bool) -> bool:
    """Whether a row can be the lower part of a header: short names, known or under a range that spans them.

    Below another header those that are known are names and nothing else.
    """
    names = [on_one_line(lower.cells[place]) for place in lower.own]
    is_short = all(isinstance(lower.cells[place], str) for place in lower.own) and all(
        len(name) <= LONGEST_NAME for name in names
    )
    known = [name for name in names if meaning_of(name) is not None]
    holds_any = not upper.wide and any(map(holds_data, names))
    if not is_short or not known or holds_any or not (is_first or all(map(is_whole_name, known))):
        return False
    return len(known) * 2 > len(names) or bool(upper.wide)


def _is_one_more(rows: Sequence[Filled], number: int, found: Header, before: Header) -> bool:
    """Whether what looks like a header below another is one, and no row of the table: a row has such words, too.

    It says the names above again; or it holds no data, no two of its names mean the same, and it is nothing but names
    that say who and by when too, or stands apart: nothing but names, or behind a gap as many as above, or right below
    more of them than above.
    """
    names, above = ([folded(name) for name in one.names.values()] for one in (found, before))
    if sum(name in above for name in names) * 2 > len(names):
        return True
    known = _telling(found)
    single = [meaning for name in known if (meaning := meaning_of(name)) and not meaning.can_repeat]
    if any(map(holds_data, found.names.values())) or len(set(single)) < len(single):
        return False
    is_whole, when = all(map(is_whole_name, known)), {Meaning.DUE, Meaning.CLOSED_ON}
    if is_whole and len(known) == len(names) and Meaning.OWNER in single and when & set(single):
        return True
    last = rows[number - 1]
    is_right_below, is_behind_a_gap = last.number in (before.last, before.first), last.number + 1 < found.first
    if is_behind_a_gap and len(names) == len(above) >= _FEWEST * 2:
        return True
    if is_right_below and len(names) > len(above):
        return True
    return is_whole and (is_right_below or is_behind_a_gap or len(last.own) == 1)


def _telling(header: Header) -> list[str]:
    return [name for name in header.names.values() if meaning_of(name) not in (None, Meaning.EXTRA)]


def _is_header(row: Filled, names: Mapping[int, str], *, needs_all: bool = True) -> bool:
    meanings = {meaning_of(name) for name in names.values()} - {None, Meaning.EXTRA}
    is_text = all(isinstance(row.cells[place], str) for place in row.own) or not needs_all
    is_short = all(len(name) <= LONGEST_NAME for name in names.values())
    return (
        is_text
        and is_short
        and len(meanings) >= _FEWEST
        and bool(meanings & {Meaning.ACTION, Meaning.FINDING})
        and len(meanings) * 2 >= min(len(names), _FEWEST * 4)
    )


def _known(names: Mapping[int, str]) -> int:
    return len({meaning_of(name) for name in names.values()} - {None})


def side_by_side(names: Mapping[int, str]) -> Iterator[dict[int, str]]:
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


def folded(name: str) -> str:
    """Return the name of a column as two of them are compared."""
    return " ".join(name.split()).casefold()


def on_one_line(cell: CellValue) -> str:
    """Return what stands in a cell on one line."""
    return re.sub(r"\s+", " ", plain_words(cell)).strip()
