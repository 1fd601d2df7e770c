"""What could not be read of a project, file by file, so that nothing is called missing that may stand there."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What of one file could not be read.

    `ids` are those of things left out whole, `damaged` those of things that are kept without a part, `fields` the
    outermost fields of which something is missing; ids are in lower case. `is_whole` says that nothing of the
    file was kept; its own `id` is then None where not even that could be read.
    """

    path: str
    kind: str
    id: str | None
    is_whole: bool = False
    ids: frozenset[str] = frozenset()
    damaged: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
