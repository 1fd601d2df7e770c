"""Paragraphs and tables as a Word file holds them, as far as the report needs them: text, put together once.

A library that makes each run an object, and looks for its place among others, takes fifty times as long.

Source: ECMA-376, Office Open XML, part 1, section 17 (WordprocessingML).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import groupby

BOLD = "<w:rPr><w:b/></w:rPr>"
"""The look of a run that is bold."""


def look(*, bold: bool, italic: bool) -> str:
    """Return the look of a run of people's own words."""
    said = f"{'<w:b/>' if bold else ''}{'<w:i/>' if italic else ''}"
    return f"<w:rPr>{said}</w:rPr>" if said else "<w:rPr/>"


def run(words: str, look: str = "") -> str:
    """Return words in one look; where they hold the end of a line or a tab, the file has an element for it."""
    inside = look + "".join(_pieces(words))
    return f"<w:r>{inside}</w:r>" if inside else "<w:r/>"


def text(words: str) -> str:
    """Return words as they stand in an element."""
    return escape(words, quote=False).replace("\r", "&#13;")


@dataclass(slots=True)
class Paragraph:
    """A paragraph while it is written: its style by its id, what else is said of it, and its runs.

    `said` are properties that belong between its style and its spacing. `is_close` leaves little room below it, and
    `is_item` indents it.
    """

    style: str = ""
    said: str = ""
    is_close: bool = False
    is_item: bool = False
    runs: list[str] = field(default_factory=list)

    def add(self, words: str, look: str = "") -> None:
        """Add words in one look."""
        self.runs.append(run(words, look))

    @property
    def xml(self) -> str:
        """The paragraph as it stands in the file."""
        style = f'<w:pStyle w:val="{self.style}"/>' if self.style else ""
        said = f"{style}{self.said}{_CLOSE if self.is_close else ''}{_ITEM if self.is_item else ''}"
        inside = (f"<w:pPr>{said}</w:pPr>" if said else "") + "".join(self.runs)
        return f"<w:p>{inside}</w:p>" if inside else "<w:p/>"


def table(widths: Sequence[int], rows: Iterable[Sequence[Sequence[Paragraph]]], *, has_heading: bool) -> str:
    """Return a table, its cells' paragraphs row by row, none torn between sheets.

    `widths` are in millimetres. With `has_heading` the first row is said again on each sheet.
    """
    told = [round(width * _TWENTIETHS) for width in widths]
    heads = [f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr>' for width in told]
    written = []
    for number, cells in enumerate(rows):
        said = "<w:cantSplit/><w:tblHeader/>" if has_heading and not number else "<w:cantSplit/>"
        inside = "".join(
            f"{head}{''.join(one.xml for one in cell)}</w:tc>" for head, cell in zip(heads, cells, strict=True)
        )
        written.append(f"<w:tr><w:trPr>{said}</w:trPr>{inside}</w:tr>")
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in told)
    return f"<w:tbl>{_TABLE}<w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>"


_TWENTIETHS = 1440 / 25.4  # of a point, in a millimetre
_CLOSE = '<w:spacing w:after="20"/>'
_ITEM = '<w:ind w:left="170"/>'
_TABLE = (
    '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/><w:tblLayout w:type="fixed"/>'
    '<w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" w:lastRow="0" w:noHBand="0" w:noVBand="1" '
    'w:val="04A0"/></w:tblPr>'
)
_SIGNS = {"\t": "<w:tab/>", "\n": "<w:br/>", "\r": "<w:br/>"}


def _pieces(words: str) -> Iterable[str]:
    if not any(sign in words for sign in _SIGNS):
        return (_words(words),) if words else ()
    parted = groupby(words, key=lambda letter: _SIGNS.get(letter, ""))
    return (sign * len(list(letters)) if sign else _words("".join(letters)) for sign, letters in parted)


def _words(words: str) -> str:
    keeps = ' xml:space="preserve"' if words.strip() != words else ""
    return f"<w:t{keeps}>{text(words)}</w:t>"
