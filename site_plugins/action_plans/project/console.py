"""What stands between us and a console: one encoding, and words that are fit to be printed."""

import sys
from io import TextIOWrapper
from traceback import format_exception

from action_plans.model.printable import printable


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
