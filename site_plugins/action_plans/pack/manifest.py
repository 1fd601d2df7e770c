"""The manifest of an inspection pack: a SHA-256 sum for every file, in two forms.

`MANIFEST.sha256` is what `sha256sum --check` reads, one line a file: the sum, two spaces, the path. `manifest.json`
holds the same with sizes, and says what the pack was made from.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from action_plans.model.errors import ActionPlansError

SUMS = "MANIFEST.sha256"
"""The file of sums. It lists every other file of the pack."""

DESCRIPTION = "manifest.json"
"""What the pack is, and the sums again. It lists every file but itself and the file of sums."""

SCHEMA = "action-plans/pack/1"
"""What the description says of its own form. The number changes when something in it changes its meaning."""


@dataclass(frozen=True, slots=True)
class PackedFrom:
    """The version of the files that a pack was made from.

    `commit` is its full name in git; where it is not known, `reason` says why. `uncommitted` are the plans, services
    and notes that are in no commit as they were packed, as paths in the project; `others` is how many other files are.
    """

    commit: str | None
    reason: str = ""
    uncommitted: tuple[str, ...] = ()
    others: int = 0

    @property
    def in_words(self) -> str:
        """The version as pages name it: seven characters of the commit, and whether anything was changed since."""
        if self.commit is None:
            return "not in version control"
        changed = ", with changes since" if self.uncommitted or self.others else ""
        return f"version {self.commit[:7]}{changed}"


@dataclass(frozen=True, slots=True)
class About:
    """What a pack is: its name for people, the project's, its one service (by id) if limited, the day, the version."""

    name: str
    project: str
    service: str | None
    as_of: date
    made_from: PackedFrom


@dataclass(frozen=True, slots=True)
class Sum:
    """The SHA-256 of a file, in hexadecimal, and its length in bytes."""

    sha256: str
    size: int


class BadManifestError(ActionPlansError):
    """The file of sums does not read as one; the text says which line, in a sentence."""


def description(about: About, sums: Mapping[str, Sum]) -> bytes:
    """Return the text of `manifest.json`; `sums` by path, in any order."""
    made_from = about.made_from
    held: dict[str, Any] = {
        "schema": SCHEMA,
        "name": about.name,
        "project": about.project,
        "service": about.service,
        "as_of": about.as_of.isoformat(),
        "commit": made_from.commit,
        "commit_unknown": made_from.reason or None,
        "uncommitted": list(made_from.uncommitted),
        "uncommitted_others": made_from.others,
        "files": {path: {"sha256": sums[path].sha256, "size": sums[path].size} for path in sorted(sums)},
    }
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def sums_text(sums: Mapping[str, Sum]) -> bytes:
    """Return the text of `MANIFEST.sha256`, in the order of the paths."""
    return "".join(f"{sums[path].sha256}  {path}\n" for path in sorted(sums)).encode()


def read_sums(text: bytes) -> dict[str, str]:
    """Return the sum of each file by its path.

    Raises:
        BadManifestError: a line is no sum and path, or a path is listed twice.
    """
    found: dict[str, str] = {}
    try:
        lines = text.decode().splitlines()
    except UnicodeDecodeError:
        raise BadManifestError(f"{SUMS} is not text.") from None
    for number, line in enumerate(lines, 1):
        read = _LINE.fullmatch(line)
        if read is None:
            raise BadManifestError(f"Line {number} of {SUMS} is no sum and path.")
        if read["path"] in found:
            raise BadManifestError(f"Line {number} of {SUMS} lists {read['path']} a second time.")
        found[read["path"]] = read["sum"]
    return found


def is_description(text: bytes) -> bool:
    """Whether a text is the description of a pack, of whatever version of its form."""
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return isinstance(held, dict) and str(held.get("schema", "")).startswith(SCHEMA.rpartition("/")[0])


_LINE = re.compile(r"(?P<sum>[0-9a-f]{64})  (?P<path>\S(?:.*\S)?)")
