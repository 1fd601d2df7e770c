"""Several fields on one line, where each has a line of its own."""

import re
from collections.abc import Iterable

from action_plans.english.wording import listed
from action_plans.model.fault import Fault
from action_plans.reading.yaml.quoting import cut, quoted
from action_plans.reading.yaml.syntax_slip import Found, Slip

_NAME = re.compile(r"(?<=[\s,;|\"'\]}])(?P<name>[a-z][a-z_]*):(?=\s|$)")
_BEGINS = re.compile(r"\s*(?:-\s+)*(?P<name>[A-Za-z][\w-]*):\s+")
_NO_TEXT = re.compile(r"[\"'\[{].*|(?=\S*\d)\S+|\S+[,;|]")
"""A value that is no text which could go on: in quotes or brackets, an id or a date, a word before a comma."""


def two_fields(slip: Slip) -> Found | None:
    """A known field, not yet written in its group, stands on the line of another field."""
    line = slip.line()
    begins = _BEGINS.match(line)
    if begins is None:
        return None
    around = _names_around(slip, begins.start("name"))
    names = [
        match
        for match in _NAME.finditer(line, begins.end())
        if match["name"] in slip.known and match["name"] not in around
    ]
    if not names or slip.place[1] not in (names[0].start(), names[0].end() - 1):
        return None
    starts = [begins.start("name"), *(match.start() for match in names)]
    parts = [line[start:end].strip(" ,;|") for start, end in zip(starts, [*starts[1:], len(line)], strict=True)]
    hint = f"Write each on a line of its own: {listed(list(map(cut, parts)))}."
    value = line[begins.end() :]
    if not _NO_TEXT.fullmatch(line[begins.end() : names[0].start()].rstrip()):
        hint += f" If all of it is one text, put that in quotes: {begins['name']}: {quoted(value)}."
    message = f"{names[0]['name']} stands on the line of another field, {begins['name']}."
    return Found((slip.place[0], names[0].start()), Fault(message, hint))


def _names_around(slip: Slip, column: int) -> set[str]:
    """Return the names of the fields of the group whose fields begin in a column around the place, that line's too."""
    number = slip.place[0]
    above = _names(slip, range(number, -1, -1), column, is_up=True)
    return above | _names(slip, range(number + 1, len(slip.lines)), column, is_up=False)


def _names(slip: Slip, numbers: Iterable[int], column: int, *, is_up: bool) -> set[str]:
    names = set()
    for number in numbers:
        line = slip.line(number)
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        start = len(line) - len(line.lstrip(" "))
        begins = _BEGINS.match(line + " ")
        is_first = begins is not None and start < begins.start("name") == column
        if (start < column and not is_first) or (is_first and not is_up):
            break
        if begins is not None and begins.start("name") == column:
            names.add(begins["name"])
        if is_first:
            break
    return names
