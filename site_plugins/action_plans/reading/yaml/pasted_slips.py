"""Mistakes that come with words pasted from elsewhere: spaces that are none, marks of other lists, rows of a table."""

import re

from action_plans.english.odd_characters import INVISIBLE, Odd, find_odd
from action_plans.model.fault import Fault
from action_plans.reading.yaml.quoting import cut
from action_plans.reading.yaml.syntax_slip import Found, Place, Slip

_INDENT = re.compile(rf"(?:\s|{INVISIBLE.pattern}|-(?=\s|{INVISIBLE.pattern}))*")
_NAME = re.compile(r"[\w ()/-]{1,40}(?P<odd>[\uff1a]|:(?=[^ \t]))")
_BULLET = re.compile(
    r"(?P<indent>\s*)(?P<mark>[\u2022\u2023\u25aa\u25cf\u25e6\u00b7\u27a2\u2013\u2014\u2212*+])\s+(?P<rest>\S.*)"
)
_LONGEST_HEADING = 40
_FIELD = re.compile(r"[A-Za-z_][\w -]*:(?:\s|$)")


def odd_character(slip: Slip) -> Found | None:
    """A character that cannot be seen, or a colon of another kind, where YAML looks for spaces and colons."""
    for number in slip.near():
        line = slip.line(number)
        indent = _INDENT.match(line)
        end = indent.end() if indent else 0
        if (odd := find_odd(line[:end])) is not None:
            return _found((number, odd.place), odd)
        name = _NAME.match(line, end)
        if name and (odd := find_odd(line[: name.end() + 1])) is not None and odd.place >= name.start("odd"):
            return _found((number, odd.place), odd)
    return None


def other_bullet(slip: Slip) -> Found | None:
    """A list whose items begin with another mark than -."""
    for number in slip.near():
        if match := _BULLET.fullmatch(slip.line(number)):
            hint = f"Begin each item with - and a space: - {cut(match['rest'])}"
            message = f"this line begins with {match['mark']}, where a list has -."
            return Found((number, match.start("mark")), Fault(message, hint))
    return None


def spreadsheet_row(slip: Slip) -> Found | None:
    """A row of a spreadsheet, its cells parted by tabs."""
    for number in slip.near():
        line = slip.line(number)
        if line.strip(" \t-").count("\t") > 1 and not _FIELD.match(line.lstrip(" -")):
            return Found((number, len(line) - len(line.lstrip())), row_fault(line))
    return None


def row_fault(line: str) -> Fault:
    """Return what is wrong with a line that is a row of a spreadsheet."""
    cells = [cell.strip() for cell in re.split(r"\t|,", line) if cell.strip()]
    first = cells[0] if cells and len(cells[0].split()) == 1 else "A1"
    hint = (
        f"Write one field on each line: - id: {cut(first)}, and below it title:, owner:, due: and so on, "
        "each with what stands in its column."
    )
    return Fault("this looks like a row of a spreadsheet.", hint)


def table_fault(text: str) -> Fault | None:
    """Return what is wrong with a whole text that is a table: cells parted by tabs or commas, line after line."""
    line = text.split("\n", 1)[0]
    cells = re.split(r"\t|,(?=\S)", line)
    if len(cells) > 2 and max(map(len, cells)) <= _LONGEST_HEADING:  # noqa: PLR2004 -- two cells may be any text
        fault = row_fault(line)
        return Fault(f"{fault.message[:-1]}, where fields and their values are meant.", fault.hint)
    return None


def _found(place: Place, odd: Odd) -> Found:
    what = "an ordinary space" if odd.meant == " " else f"an ordinary {odd.meant}" if odd.meant else "nothing"
    message = f"{odd.name} stands here, where {what} is meant."
    hint = "Delete it and type it again: it looks the same, and may have come with text pasted from elsewhere."
    if not odd.meant:
        hint = "Delete it: it cannot be seen, and may have come with text pasted from elsewhere."
    return Found(place, Fault(message, hint))
