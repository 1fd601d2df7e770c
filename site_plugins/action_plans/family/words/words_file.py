"""Reads the data files of words: the package's and a project's own."""

import json
from pathlib import Path
from typing import Any

from action_plans.model.errors import ActionPlansError
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem


class WordsFileError(ActionPlansError):
    """A project's own file of words cannot be read. `problem` says which, where and what to write."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem."""
        super().__init__(str(problem))
        self.problem = problem


def read_words_file(file: Path) -> dict[str, Any]:
    """Return what a JSON file of words holds.

    Raises:
        WordsFileError: it is no JSON, or no table of names and values.
    """
    try:
        loaded = json.loads(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError:
        raise WordsFileError(_problem(file, "is not saved as UTF-8", "Save it as UTF-8.")) from None
    except json.JSONDecodeError as error:
        said = f"is no valid JSON: {error.msg}"
        hint = "Look at the line before, too: each but the last ends with a comma, and words stand in quotation marks."
        raise WordsFileError(_problem(file, said, hint, error.lineno, error.colno)) from None
    if not isinstance(loaded, dict):
        raise WordsFileError(
            _problem(file, "holds no table of names and values", 'Begin it with { and a "name": value.')
        )
    return {name: value for name, value in loaded.items() if name != "_from"}  # the version it was copied from


def _problem(file: Path, said: str, hint: str, line: int = 1, column: int = 1) -> Problem:
    parts = file.parts
    start = max((place for place, part in enumerate(parts) if part == "family"), default=len(parts) - 1)
    path = "/".join(parts[max(0, start - 1) :])
    return Problem(Code.UNREADABLE, f"{path} {said}.", Origin(path, line, column), hint)
