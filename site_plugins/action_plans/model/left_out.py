"""What could not be read of a project, file by file, so that nothing is called missing that may stand there."""

from dataclasses import dataclass
from typing import Final

from action_plans.model.record import Record

UNREAD: Final = "\0"
"""Stands for a reference or a role that could not be read: NUL, which nobody can write."""

NAMELESS: Final = "unread-by-us-"
"""How an id begins that stands for one that could not be read; a number follows."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of one file could not be read.

    `ids` are those of things left out whole, `damaged` those of things that are kept without a part, `fields` the
    outermost fields of which something is missing; ids are in lower case. `nameless` are outermost fields that hold a
    thing without an id. `is_whole` says that nothing of the file was kept; its own `id` is then None where not even
    that could be read.
    """

    path: str
    kind: str
    id: str | None
    is_whole: bool = False
    ids: frozenset[str] = frozenset()
    damaged: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    nameless: frozenset[str] = frozenset()
    rest: "Rest | None" = None


@dataclass(frozen=True, slots=True)
class Rest:
    """What of a broken file can be read all the same: its references and roles can be checked, and nothing else.

    In `record` something stands for each value that is needed and could not be read; `left_out` is what is not even so
    in it.
    """

    record: Record
    left_out: LeftOut
