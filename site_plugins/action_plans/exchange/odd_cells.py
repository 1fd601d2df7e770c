"""Characters in cells that no line of a plan can hold: read as what they stand for, and said with the cell."""

import re
from collections.abc import Iterable
from dataclasses import replace

from action_plans.exchange.spreadsheet_rows import CellValue, Sheet


def without_odd(sheets: Iterable[Sheet]) -> tuple[tuple[Sheet, ...], tuple[str, ...]]:
    """Return sheets without such characters, and in sentences where they stood; of hidden sheets nothing is said."""
    plain: list[Sheet] = []
    places: dict[str, list[str]] = {}
    for sheet in sheets:
        rows = []
        for row in sheet.rows:
            odd = {number: _ODD.findall(cell) for number, cell in enumerate(row.cells) if isinstance(cell, str)}
            odd = {number: found for number, found in odd.items() if found}
            for number, found in odd.items() if not sheet.is_hidden else ():
                for character in dict.fromkeys(found):
                    places.setdefault(_name(character), []).append(sheet.place(row.number, number))
            rows.append(replace(row, cells=tuple(map(_plain, row.cells))) if odd else row)
        plain.append(replace(sheet, rows=tuple(rows)))
    said = (f"{_some(cells)}: {name}." for name, cells in places.items())
    return tuple(plain), tuple(said)


def _plain(cell: CellValue) -> CellValue:
    if not isinstance(cell, str):
        return cell
    return _ODD.sub(lambda match: _MEANT.get(match[0], " "), cell).strip(" ") or None


def _name(character: str) -> str:
    meant = _MEANT.get(character, " ")
    read = f"read as {meant}" if meant.strip() else "left out" if not meant else "read as a blank"
    return f"the character U+{ord(character):04X}, which cannot be seen, was {read}"


def _some(cells: list[str]) -> str:
    return ", ".join(cells[:_SHOWN]) + (f" and {len(cells) - _SHOWN} more" if len(cells) > _SHOWN else "")


_SHOWN = 5
_ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_MEANT = {"\ufeff": "", "\x7f": "", "\ufffe": "", "\uffff": ""} | {
    chr(number): bytes([number]).decode("cp1252")
    for number in range(0x80, 0xA0)
    if number not in (0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D)
}
"""What such a character stands for: nothing, or the sign of Windows copied by its number; else a blank."""
