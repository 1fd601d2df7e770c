"""What is said of an exception that nobody foresaw: whose fault it is, and what to send."""

import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from traceback import extract_tb, format_exception

from action_plans.model.printable import printable

EXIT_STATUS = 3
"""How a command ends that failed by a fault of ours."""

_PACKAGE = Path(__file__).parents[1]


def our_fault(error: BaseException, *, left: str = "", more: str = "") -> str:
    """Return the sentences for an exception that is a fault of ours: what it is, what still stands, what to send.

    Args:
        error: the exception; its own words are not repeated, since they may hold those of a plan.
        left: what is as it was, such as `The last good site stays as it was.`
        more: how to see more of it, such as `--traceback`.
    """
    sentences = [f"This is a fault of mkdocs-action-plans, not of your files: {where(error)}.", left]
    sentences.append("Please send this line to whoever looks after the program for you")
    sentences[-1] += f"; {more} shows more, which may hold words of your plans." if more else "."
    return " ".join(filter(None, sentences))


def where(error: BaseException) -> str:
    """Return what kind of exception it is and where in the package it arose, without a word of a plan."""
    kind, versions = type(error).__name__, f"version {_version()}, Python {platform.python_version()}"
    inside = [frame for frame in extract_tb(error.__traceback__) if Path(frame.filename).is_relative_to(_PACKAGE)]
    if not inside:
        return f"{kind} ({versions})"
    place = Path(inside[-1].filename).relative_to(_PACKAGE).as_posix()
    return f"{kind} in {place}, line {inside[-1].lineno} ({versions})"


def traceback_of(error: BaseException) -> str:
    """Return all that Python knows of an exception, each line fit to be printed."""
    lines = "".join(format_exception(error)).splitlines()
    return "".join(f"{printable(line)}\n" for line in lines)


def file_trouble(error: OSError) -> str:
    """Return the sentence for a file that cannot be read or written: the disk is full, the folder is read-only."""
    named = f"{printable(str(error.filename))} cannot be read or written" if error.filename else "A file cannot be used"
    return f"{named}: {error.strerror or error}."


def _version() -> str:
    try:
        return version("mkdocs-action-plans")
    except PackageNotFoundError:
        return "unknown"
