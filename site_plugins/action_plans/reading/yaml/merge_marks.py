"""Marks that git leaves where two versions of a file could not be joined: one error, with every line that holds one."""

import re

from action_plans.english.wording import listed
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem

_SIGNS = tuple(sign * 7 for sign in "<>=|")
_MARK = re.compile(rf"^(?:{'|'.join(map(re.escape, _SIGNS))})(?=[ \r\n]|$)", re.MULTILINE)
_BETWEEN = ("=", "|")
_MOST = 12
"""How many lines are named."""


def unfinished_merge(text: str, path: str, *, is_markdown: bool = False) -> Problem | None:
    """Return the problem of a text that holds marks of an unfinished merge.

    In Markdown a line of seven = underlines a heading: there it counts only beside a mark that nothing else makes.
    """
    if not any(sign in text for sign in _SIGNS) or not (marks := list(_MARK.finditer(text))):
        return None
    if is_markdown and all(mark[0][0] in _BETWEEN for mark in marks):
        return None
    lines = [text.count("\n", 0, mark.start()) + 1 for mark in marks[:_MOST]]
    more = [f"{len(marks) - _MOST} more"] if len(marks) > _MOST else []
    numbers = listed([*map(str, lines), *more])
    message = f"a merge is not finished: its marks stand on line{'s' if len(marks) > 1 else ''} {numbers}."
    hint = (
        "Keep what is right of the two versions between <<<<<<< and >>>>>>>, and delete the lines with the marks; "
        "nothing else in the file is looked at before."
    )
    if all(mark[0][0] in _BETWEEN for mark in marks):
        hint = (
            "If somebody drew the line, delete it; if the same lines stand above it and below it in two versions, "
            "delete the wrong ones too. Nothing else in the file is looked at before."
        )
    return Problem(Code.UNFINISHED_MERGE, message, Origin(path, lines[0]), hint)
