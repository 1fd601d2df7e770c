"""How cells look: many a sheet says by colours alone how an action goes, and by a line through it that it is over."""

import re
from collections.abc import Mapping
from typing import Any

from openpyxl.styles.colors import COLOR_INDEX, Color

_IN_THEME = re.compile(rb'<a:(\w+)>\s*<a:(?:srgbClr val="([0-9A-Fa-f]{6})"|sysClr [^>]*?lastClr="([0-9A-Fa-f]{6})")')
_THEME_ORDER = (
    *("lt1", "dk1", "lt2", "dk2"),
    *("accent1", "accent2", "accent3", "accent4", "accent5", "accent6"),
)
"""In which order a cell counts the colours of the theme."""

_PLAIN = frozenset(("000000", "FFFFFF"))
_LONGEST = 6


class CellLooks:
    """The colours that the styles of one workbook fill cells with, and which of them strike words through."""

    def __init__(self, book: Any) -> None:  # noqa: ANN401 -- a workbook, whose styles openpyxl keeps for itself
        self._styles, self._fills = book._cell_styles, book._fills  # noqa: SLF001 -- there is no other way to them
        self._theme = _theme(book.loaded_theme or b"")
        self._known: dict[int, str | None] = {}
        fonts = book._fonts  # noqa: SLF001 -- likewise
        self._striking = {number for number, style in enumerate(self._styles) if fonts[style.fontId].strike}

    def struck_in(self, row: Any) -> frozenset[int]:  # noqa: ANN401 -- cells as openpyxl reads them
        """Return the columns, from 0, of a row's cells whose words are struck through."""
        if not self._striking:
            return frozenset()
        return frozenset(n for n, cell in enumerate(row) if getattr(cell, "_style_id", 0) in self._striking)

    def fills_of(self, row: Any) -> Mapping[int, str]:  # noqa: ANN401 -- cells as openpyxl reads them
        """Return the colours of a row's cells as `RRGGBB`, by their columns from 0; of those that are filled."""
        found = {}
        for column, cell in enumerate(row):
            style = getattr(cell, "_style_id", 0)
            if style and (colour := self._of_style(style)) is not None:
                found[column] = colour
        return found

    def _of_style(self, style: int) -> str | None:
        if style not in self._known:
            fill = self._fills[self._styles[style].fillId]
            is_solid = getattr(fill, "fill_type", None) == "solid"
            self._known[style] = self._colour(fill.fgColor) if is_solid else None
        return self._known[style]

    def _colour(self, colour: Color) -> str | None:
        if colour.type == "theme":
            found = self._theme.get(colour.theme, "")
        elif colour.type == "indexed":
            found = COLOR_INDEX[colour.indexed] if colour.indexed < len(COLOR_INDEX) else ""
        else:
            found = str(colour.rgb)
        plain = found[-_LONGEST:].upper()
        return plain if re.fullmatch("[0-9A-F]{6}", plain) and plain not in _PLAIN else None


def _theme(xml: bytes) -> Mapping[int, str]:
    named = {name.decode(): (plain or system).decode() for name, plain, system in _IN_THEME.findall(xml)}
    return {number: named[name] for number, name in enumerate(_THEME_ORDER) if name in named}
