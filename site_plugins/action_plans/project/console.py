"""What stands between us and a console: one encoding, and words that are fit to be printed."""

import shutil
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from io import TextIOWrapper
from traceback import format_exception
from typing import TextIO

from action_plans.model.printable import printable


@dataclass(frozen=True, slots=True)
class Console:
    """Who reads what is printed.

    Attributes:
        is_terminal: whether somebody sits there; else it goes to a file, to another program or to a log.
        has_colour: whether colours are wanted.
        width: how many columns there are.
    """

    is_terminal: bool = False
    has_colour: bool = False
    width: int = 80

    @classmethod
    def of(cls, stream: TextIO, environment: Mapping[str, str]) -> "Console":
        """Return what stands behind a stream. `NO_COLOR` goes before `FORCE_COLOR`, and both before `TERM=dumb`.

        Source: no-color.org and force-color.org. Colour alone may be forced: what is quoted for whoever sits at a
        terminal is in no log.
        """
        is_terminal = stream.isatty()
        is_forced = environment.get("FORCE_COLOR", "").casefold() not in ("", "0", "false")
        is_usual = is_terminal and environment.get("TERM") != "dumb"
        has_colour = (is_usual or is_forced) and not environment.get("NO_COLOR")
        return cls(is_terminal, has_colour, max(_NARROWEST, shutil.get_terminal_size().columns))


_NARROWEST = 40
"""Columns below which nothing can be laid out: a terminal that is narrower breaks lines by itself."""


def speak_utf8() -> None:
    """Write UTF-8 from here on, to the console and to files alike: names with Ł or Ż are in no old code page.

    What UTF-8 cannot hold, half a character in the name of a file, is written as its number.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def file_trouble(error: OSError) -> str:
    """Return the sentence for a file that cannot be read or written: the disk is full, the folder is read-only."""
    named = f"{error.filename} cannot be read or written" if error.filename else "A file cannot be read or written"
    return printable(f"{named}: {error.strerror or error}.")


def traceback_of(error: BaseException) -> str:
    """Return all that Python knows of an exception, each line fit to be printed."""
    return printable_lines("".join(format_exception(error)))


def printable_lines(text: str) -> str:
    """Return lines of which each is fit to be printed: nothing in them moves the cursor or turns what follows."""
    return "".join(f"{printable(line)}\n" for line in text.split("\n")).removesuffix("\n")
