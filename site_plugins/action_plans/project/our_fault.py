"""What people are told where the program itself is wrong: a sentence, and a line to send that holds none of theirs."""

import traceback
from pathlib import Path

_PACKAGE = Path(__file__).parents[1]
_NAME = "mkdocs-action-plans"
_MOST_PLACES = 4


def our_fault(error: BaseException) -> str:
    """Return in words that `error` is a fault of this package, and the one line that helps to mend it.

    The line holds the version, the kind of error and where in the package it was raised, deepest first. What the error
    itself says is left out: it may hold words of a plan, and the line is made to be sent.
    """
    import platform  # noqa: PLC0415 -- no start needs it, and this is seldom said

    places = " < ".join(_places(error)) or "outside the package"
    return (
        "This is a fault of the program, not of what you wrote, and nothing that was published has been changed. "
        "Please send this line, which holds nothing of your plans, to whoever gave you the program: "
        f"{_NAME} {_version()}, Python {platform.python_version()}, {platform.system()}: {_kind(error)} at {places}"
    )


def passes_through_us(error: BaseException) -> bool:
    """Tell whether a module of this package stands in the traceback of an error."""
    return bool(_places(error))


def _places(error: BaseException) -> list[str]:
    """Return the last modules and lines of the package that the error passed through, the deepest first."""
    files = ((Path(frame.filename), frame.lineno) for frame in traceback.extract_tb(error.__traceback__))
    ours = [f"{file.relative_to(_PACKAGE).as_posix()}:{line}" for file, line in files if file.is_relative_to(_PACKAGE)]
    return list(dict.fromkeys(reversed(ours)))[:_MOST_PLACES]


def _kind(error: BaseException) -> str:
    kind = type(error)
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 -- likewise

    try:
        return version(_NAME)
    except PackageNotFoundError:
        return "(not installed)"
