"""What stands around a table: the plan's title and date, its service, what initials stand for, and whatever else."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from action_plans.exchange.foreign_sheet.cell_dates import DateOrder, read_date
from action_plans.exchange.foreign_sheet.cell_owners import read_legend
from action_plans.exchange.foreign_sheet.cell_status import read_status
from action_plans.exchange.foreign_sheet.found_items import one_line
from action_plans.exchange.foreign_sheet.persons import names_somebody
from action_plans.exchange.foreign_sheet.tables import Around


@dataclass(frozen=True, slots=True)
class SheetHead:
    """What stands around the tables.

    Attributes:
        title: the words of the title row; empty where there is none.
        service: the service that a line names; empty where none does.
        day: the day of the report or of the sheet, where one is written.
        legend: what initials stand for.
        green_closed: whether a key says that green is done; None where none says what it is.
        lines: what else was written above, a line a row, that names no person.
        left: cells beside and below, and those that may name a person.
        keys: cells of other sheets that were read as a key, with its words.
    """

    title: str
    service: str
    day: date | None
    legend: dict[str, str]
    green_closed: bool | None
    lines: tuple[str, ...]
    left: tuple[Around, ...]
    keys: tuple[tuple[Around, str], ...] = ()


def read_head(
    around: Sequence[Around], below: Iterable[str], order: DateOrder, elsewhere: Sequence[Around] = ()
) -> SheetHead:
    """Read what stands around the tables.

    `below` are the words of rows in them that are none of the plan; `elsewhere` cells of other sheets, perhaps a key.
    """
    rows = _in_rows(around)
    keys = [(cells, words) for cells in _in_rows(elsewhere).values() for words in _key_in(cells, order)]
    below = [*below, *(words for _, words in keys)]
    above = {key: cells for key, cells in rows.items() if cells[0].is_above}
    texts = {key: _joined(cells) for key, cells in rows.items()}
    pairs = [pair for cells in rows.values() for pair in _pairs(cells)]
    legend = read_legend([*(cell.text for cell in around), *pairs, *below])
    titles = (text for text in _before_how_to(above) if _can_be_title(text, legend))
    title = next((text for text in map(_without_whose, titles) if not names_somebody(text)), "")
    service = next((_service_in(cells)[0] for cells in above.values() if _service_in(cells)[0]), "")
    lines: list[str] = []
    left: list[Around] = []
    for key, all_cells in rows.items():
        cells, others = all_cells, list[Around]()
        count = _service_in(cells)[1] if key in above else 0
        if count and _names_a_person(_joined(cells[count:]), cells[count:], legend):
            cells, others = cells[:count], cells[count:]
        text = _joined(cells)
        is_of_people = names_somebody(text) if count else _names_a_person(text, cells, legend)
        if not (key in above or cells[0].is_between) or is_of_people:
            left += cells
        elif text != title:
            lines.append(text)
        left += others
    day = _day((texts[key] for key in above), order)
    green = _green([*texts.values(), *below], order)
    told = tuple((cell, words) for cells, words in keys for cell in cells)
    return SheetHead(title, service, day, legend, green, tuple(lines), tuple(left), told)


def _before_how_to(above: Mapping[tuple[str, int], Sequence[Around]]) -> Iterator[str]:
    """Yield the first words of each row, up to where its sheet goes on with how to fill the plan in."""
    explaining: set[str] = set()
    for (sheet, _), cells in above.items():
        if _HOW_TO.match(one_line(cells[0].text)):
            explaining.add(sheet)
        if sheet not in explaining:
            yield cells[0].text


def _service_in(cells: Sequence[Around]) -> tuple[str, int]:
    """Return the service that a row names, up to what else it says, and how many of its cells name it; else nothing."""
    for count in (1, 2):
        match = _SERVICE.match(_joined(cells[:count]))
        if match is not None and len(cells) >= count:
            return match[1].strip(), count
    return "", 0


def _in_rows(cells: Iterable[Around]) -> dict[tuple[str, int], list[Around]]:
    rows: dict[tuple[str, int], list[Around]] = {}
    for cell in cells:
        rows.setdefault((cell.place.rpartition("!")[0], cell.row), []).append(cell)
    return rows


def _key_in(cells: Sequence[Around], order: DateOrder) -> list[str]:
    """Return what a row of another sheet explains: initials, each in a cell before its words, or what green means."""
    pairs = [pair for pair in _pairs(cells) if read_legend([pair])]
    return pairs or [text for text in (_joined(cells),) if read_legend([text]) or _green([text], order) is not None]


def _joined(cells: Sequence[Around]) -> str:
    return " ".join(one_line(cell.text) for cell in cells)


def _pairs(cells: Sequence[Around]) -> list[str]:
    """Return initials and what they stand for, where each has a cell of its own."""
    return [
        f"{one_line(first.text)} = {one_line(second.text)}"
        for first, second in pairwise(cells)
        if re.fullmatch(r"[A-Z][A-Za-z&]{0,5}", one_line(first.text)) and " " in one_line(second.text)
    ]


def _can_be_title(text: str, legend: dict[str, str]) -> bool:
    flat = one_line(text)
    is_of_legend = any(flat.startswith(code) and title in flat for code, title in legend.items())
    has_words = len(re.findall(r"[^\W\d_]{2,}", flat)) > 1
    is_whole = len(flat) <= _LONGEST_TITLE and not flat.endswith(":") and _NO_TITLE.match(flat) is None
    return has_words and is_whole and _SERVICE.match(flat) is None and not is_of_legend


def _without_whose(text: str) -> str:
    """Return a title without the person whose plan it is: of `Mary Example's action plan` the words behind."""
    flat = one_line(text)
    match = re.match(r"(.{3,40}?)['\N{RIGHT SINGLE QUOTATION MARK}]s (.)(.+)", flat)
    return f"{match[2].upper()}{match[3]}" if match is not None and names_somebody(match[1]) else flat


def _names_a_person(text: str, cells: Sequence[Around], legend: dict[str, str]) -> bool:
    """Whether a line says who somebody is: after a colon, in a cell of its own, or behind initials."""
    parts = [part for part in re.split(r"[:;,|\n=]", text) if part.strip()]
    told = [*parts[1:], *(cell.text for cell in cells[1:])] or parts
    short = [part for part in told if len(part.split()) <= _FEW_WORDS]
    return any(map(names_somebody, [text, *short, *(title for code, title in legend.items() if code in text)]))


def _green(texts: Iterable[str], order: DateOrder) -> bool | None:
    """Return whether a key says that green is done: `Green = Complete`."""
    for text in texts:
        match = _GREEN.search(text)
        if match is not None:
            read = read_status(match[1], order, green_closed=False)
            if read.is_closed is not None and read.colour is None:
                return read.is_closed
    return None


def _day(texts: Iterable[str], order: DateOrder) -> date | None:
    """Return the day of the report that a line names, else that of the sheet."""
    ranked: list[tuple[int, date]] = []
    for text in texts:
        if _LATER.search(text):
            continue
        read = read_date(text, order)
        if read is not None and read.day is not None:
            rank = next((number for number, pattern in enumerate(_RANKS) if pattern.search(text)), len(_RANKS))
            ranked.append((rank, read.day))
    return min(ranked, default=(0, None), key=lambda one: one[0])[1]


_LONGEST_TITLE, _FEW_WORDS = 200, 4
_SERVICE = re.compile(
    r"(?i)(?:name of )?(?:service|home|care home|location|organisation|site)(?: name)?\s*:\s*(\S.*?)"
    r"(?=[\s,;|]+(?:the )?(?:registered |service |deputy |(?<!care )home )*"
    r"(?:manager|provider|lead|nominated individual|date"
    r"|completed|prepared|written|address|location id|plan)(?: \w+){0,2}\s*:|$)"
)
"""A line that names the service, up to the next label on it."""
_GREEN = re.compile(
    r"(?i)(?:\bgreen\b[\s:=(\N{EN DASH}\N{EM DASH}-]*|\bG\s*[=:]\s*)([^,;/|)\n]+?)"
    r"(?=\s*(?:[,;/|)]|\b(?:red|amber|blue|yellow)\b|$))"
)
_NO_TITLE = re.compile(
    r"(?i)(?:(?:open|closed|completed?|outstanding|ongoing|overdue|current|live|new|all|(?:in|not) progress|achieved"
    r"|archived?|finished|remaining|agreed|previous|and|&) )+(?:actions?|items?|issues?|findings?|tasks?"
    r"|improvements?|recommendations?)$|\d+[.)]\s|please\b"
    r"|(?:[\w/]+ ){0,2}(?:date|id|manager|provider|by|version|ref(?:erence)?|address|dated|updated|on|of)\s*:"
    r"|(?:\w+ )?date of [\w ]{3,30}:"
)
"""What stands above a table and is called so in many plans: which actions follow, what to do, or a label."""
_HOW_TO = re.compile(r"(?i)how to\b|(?:instructions?|guidance)\b")
"""How a line begins below which it is said how to fill the plan in."""
_LATER = re.compile(r"(?i)\b(?:next|review|due|respon[sd]|comply|expected)\b")
_RANKS = (re.compile(r"(?i)\breport"), re.compile(r"(?i)\b(?:plan|updated?|written|date|version|as at)\b"))
"""Which lines say the day that counts, the more telling first."""
