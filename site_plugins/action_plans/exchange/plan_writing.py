"""The one writer of plans: only lines that must change do, and what is written is read again before it counts.

Comments, order, layout, line ends and the mark at a file's beginning stay byte for byte. `approve`, `new` and `import`
all write through here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from action_plans.exchange.file_replacing import replace_file
from action_plans.exchange.plan_changes import Change, changed, said, with_emptied
from action_plans.exchange.plan_editing import edited
from action_plans.exchange.plan_layout import Layout, LayoutError
from action_plans.model.errors import ActionPlansError
from action_plans.model.problem import Problem
from action_plans.reading.records.record_fields import FIELD_NAMES
from action_plans.reading.yaml.file_text import decode
from action_plans.reading.yaml.located_yaml import read_mapping

_MARK = b"\xef\xbb\xbf"


@dataclass(eq=False)
class NotWrittenError(ActionPlansError):
    """A plan cannot be changed in place: `path` is its file, `why` a sentence. Nothing was written."""

    path: str
    why: str

    def __str__(self) -> str:
        return f"{self.path} was not written: {self.why}"


def with_changes(before: bytes, changes: Sequence[Change], path: str) -> bytes:
    """Return the bytes of a plan after some changes.

    Args:
        before: the plan's file.
        changes: what is to change; without any, the same bytes are returned.
        path: how people know the file.

    Raises:
        NotWrittenError: the file cannot be read, or is laid out in a way in which it would not say just that.
    """
    if not changes:
        return before
    mark = _MARK if before.startswith(_MARK) else b""
    data = plan_data(before, path)
    try:
        changes = with_emptied(data, changes)
        text = before[len(mark) :].decode("utf-8")
        after = mark + edited(Layout(text), changes).encode("utf-8")
        wanted = changed(data, changes)
    except (LayoutError, LookupError, TypeError, AttributeError) as error:
        why = str(error) if isinstance(error, LayoutError) else "it says something else there by now."
        raise NotWrittenError(path, f"{why[:1].upper()}{why[1:]} Change it by hand.") from None
    if said(plan_data(after, path)) != said(wanted):
        raise NotWrittenError(path, "its layout cannot be edited safely. Change it by hand.")
    return after


def write_changes(file: Path, changes: Sequence[Change], path: str) -> None:
    """Change a plan in place, wholly or not at all; see `with_changes`.

    Raises:
        NotWrittenError: it cannot be changed.
        ChangedMeanwhileError: somebody else wrote it at the same time.
        OSError: it cannot be read or written.
    """
    before = file.read_bytes()
    after = with_changes(before, changes, path)
    if after != before:
        replace_file(file, before, after)


def plan_data(content: bytes, path: str) -> dict[str, Any]:
    """Return what a plan says, as reading finds it."""
    text = decode(content, path)
    if isinstance(text, Problem):
        raise NotWrittenError(path, str(text))
    written = read_mapping(text, path, FIELD_NAMES)
    if written.data is None:
        raise NotWrittenError(path, str(written.problems[0]) if written.problems else "it holds no fields.")
    return written.data
