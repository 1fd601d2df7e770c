"""Reads the data files of words: the package's and a project's own."""

import json
from pathlib import Path
from typing import Any

from action_plans.model.errors import ActionPlansError
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem


class WordsFileError(ActionPlansError):
    """A file of words cannot be read. `said` is what is wrong; `problem` says which, where and what to write."""

    def __init__(self, said: str, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(str(problem))
        self.said = said
        self.problem = problem


def read_words_file(file: Path) -> dict[str, Any]:
    """Return what a JSON file of words holds.

    Raises:
        WordsFileError: it is no JSON, or no table of names and values.
    """
    return read_words_text(file.read_text(encoding="utf-8"), file.name)


def read_words_text(text: str, path: str) -> dict[str, Any]:
    """Return what the text of a file of words holds; `path` is how people know the file.

    Raises:
        WordsFileError: it is no JSON, or no table of names and values.
    """
    try:
        loaded = json.loads(text)
    except json.JSONDecodeError as error:
        hint = "Look at the line before, too: each but the last ends with a comma, and words stand in quotation marks."
        raise _error(path, f"is no valid JSON: {error.msg}", hint, error.lineno, error.colno) from None
    except (RecursionError, ValueError):
        raise _error(
            path, "is nested too deep, or holds a number that is too long", "Keep to names and words."
        ) from None
    if not isinstance(loaded, dict):
        raise _error(path, "holds no table of names and values", 'Begin it with { and a "name": value.')
    return {name: value for name, value in loaded.items() if name != "_from"}  # the version it was copied from


def _error(path: str, said: str, hint: str, line: int = 1, column: int = 1) -> WordsFileError:
    return WordsFileError(said, Problem(Code.UNREADABLE, f"{path} {said}.", Origin(path, line, column), hint))
