"""What was written, as messages show it: on one line, and cut where it is long."""

import re

_LONGEST = 80


def shown(written: object) -> str:
    """Return what was written in single quotes."""
    return f"'{cut(str(written))}'"


def quoted(text: str) -> str:
    """Return a text in double quotes, as it could stand in a file."""
    return '"' + cut(text).replace('"', "'") + '"'


def as_value(text: str) -> str:
    """Return a text as it could stand behind the name of a field: in quotes where it has to."""
    return quoted(text) if re.search(r":(?:\s|$)|\s#", text) else cut(text)


def cut(text: str) -> str:
    """Return a text on one line, without its end where it is long."""
    line = " ".join(text[: _LONGEST * 4].split())
    return line if len(line) <= _LONGEST and len(text) <= _LONGEST * 4 else f"{line[: _LONGEST - 3]}..."
