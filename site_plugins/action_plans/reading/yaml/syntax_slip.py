"""Where a parser stopped in a text that is no YAML, and what stands around it."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass

import yaml
from yaml.tokens import (
    FlowMappingEndToken,
    FlowMappingStartToken,
    FlowSequenceEndToken,
    FlowSequenceStartToken,
    ScalarToken,
)

from action_plans.model.fault import Fault

Place = tuple[int, int]
"""A line and a column, both from 0, as the parser counts."""

_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Found:
    """What a slip turns out to be, and where it stands, from 0."""

    place: Place
    fault: Fault


@dataclass(frozen=True, slots=True)
class Slip:
    """Where a parser stopped: lines and columns from 0, and its own words."""

    lines: tuple[str, ...]
    place: Place
    said: str
    begun: Place
    doing: str
    quote: ScalarToken | None
    """The last text in quotes before the place."""
    opened: Place | None
    """Where the innermost bracket opens that is still open."""
    known: Container[str] = ()
    """The names of fields."""

    def line(self, number: int | None = None) -> str:
        """Return a line by its number, that of the place if none is given; empty beyond the end."""
        number = self.place[0] if number is None else number
        return self.lines[number] if 0 <= number < len(self.lines) else ""

    @property
    def before(self) -> str:
        """What stands before the place on its line."""
        return self.line()[: self.place[1]]

    @property
    def after(self) -> str:
        """What stands on its line from the place on."""
        return self.line()[self.place[1] :]

    def near(self) -> Iterator[int]:
        """Yield the lines at which a parser may have stumbled: where it stopped, where it began, the one above."""
        above = next((n for n in range(self.place[0] - 1, -1, -1) if self.line(n).strip()), self.place[0])
        yield from dict.fromkeys((self.place[0], self.begun[0], above))


def slip_of(error: yaml.YAMLError, text: str, known: Container[str] = ()) -> Slip:
    """Return where a parser stopped in `text`, and what stands before it; `known` are names of fields."""
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    place = (mark.line, mark.column) if mark else (0, 0)
    quote, opened = _before(text, place)
    return Slip(
        lines=tuple(text.split("\n")),
        place=place,
        said=getattr(error, "problem", None) or "",
        begun=(context.line, context.column) if context else place,
        doing=getattr(error, "context", None) or "",
        quote=quote,
        opened=opened,
        known=known,
    )


def too_deep_at(error: yaml.YAMLError, text: str, deepest: int) -> Place | None:
    """Return where, from 1, brackets lie deeper than `deepest` within each other before the place of an error.

    Parsers give up at a depth of their own, which differs between versions, before they tell what they have read.
    """
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return None
    depth = 1  # what holds the brackets is a mapping
    lines = text.split("\n", mark.line + 1)
    for number in range(max(0, mark.line - _LINES_LOOKED_AT), min(mark.line + 1, len(lines))):
        line = lines[number]
        for found in _BRACKET.finditer(line, 0, mark.column if number == mark.line else len(line)):
            depth = depth + 1 if found[0] in "[{" else max(1, depth - 1)
            if depth > deepest:
                return number + 1, found.start() + 1
    return None


_BRACKET = re.compile(r"[\[\]{}]")
_LINES_LOOKED_AT = 50


def _before(text: str, place: Place) -> tuple[ScalarToken | None, Place | None]:
    """Return the last text in quotes before a place, and where the innermost bracket opens that is still open."""
    parser = _Parser(text)
    quote = None
    opened: list[Place] = []
    try:
        while (token := parser.get_token()) is not None:
            start = token.start_mark.line, token.start_mark.column
            if start >= place:
                break
            if isinstance(token, ScalarToken) and token.style in ("'", '"'):
                quote = token
            elif isinstance(token, (FlowSequenceStartToken, FlowMappingStartToken)):
                opened.append(start)
            elif isinstance(token, (FlowSequenceEndToken, FlowMappingEndToken)) and opened:
                opened.pop()
    except yaml.YAMLError:
        pass
    return quote, opened[-1] if opened else None
