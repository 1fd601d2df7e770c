"""Several things that somebody wrote as one text: `F1, F2`, `A1 and A3`, `RM/DM`."""

import re
from collections.abc import Callable

_STROKE = "/"
_BETWEEN = re.compile(
    r"\s*(?:[,;&+|\n\u2022\u2023\u25aa\u25cf\u00b7]|\s\band\b\s|(?:^|\s)[-\u2013\u2014*](?=\s))\s*", re.IGNORECASE
)
"""What people put between things: commas, strokes, "and", the marks that begin the lines of a list."""


def several(written: str, is_one: Callable[[str], bool], *, strokes: bool = True) -> list[str]:
    """Return the things that a text names one after the other; none unless there are two or more.

    Args:
        written: the text.
        is_one: whether a part of it is one of them; all must be.
        strokes: whether a / may stand between them; it is a part of a reference.
    """
    text = written.replace(_STROKE, ",") if strokes else written
    for parts in (_BETWEEN.split(text), text.split()):
        named = [part.strip() for part in parts if part.strip()]
        if len(named) > 1 and all(map(is_one, named)):
            return named
    return []


def after_dashes(written: str) -> list[str]:
    """Return what stands after dashes without a space, as lines of a list run together: `-F1 -O1`; else nothing."""
    if re.match(r"\s*-[^\W\d_]", written) is None:
        return []
    return [part.strip() for part in re.split(r"(?:^|\s)-(?=[^\W\d_])", written) if part.strip()]


def put_a_space(names: list[str]) -> str:
    """Return in a sentence how such lines are written; one alone needs no dash, wherever it stands."""
    if len(names) == 1:
        return f"Write it without the dash: {names[0]}."
    lines = " and ".join(f"`- {name}`" for name in names)
    return f"Put a space after each dash: {lines}, each on a line of its own."


def each_alone(names: list[str]) -> str:
    """Return in a sentence how several are written that stand in one value of a list, beside others of it."""
    return f"Each is a value of its own: write {', '.join(names)} with a comma between them, or each after a -."


def as_list(field: str, names: list[str]) -> str:
    """Return how several are written: `for: [F1, F2]`."""
    return f"{field}: [{', '.join(names)}]"
