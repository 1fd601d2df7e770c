"""The manifest of an inspection pack: a SHA-256 sum for every file, in two forms.

`MANIFEST.sha256` is what `sha256sum --check` reads, one line a file: the sum, two spaces, the path. `manifest.json`
holds the same with sizes, says what the pack was made from, which paths are not those of the site and by what rule, and
how to check a sum with what Windows, Mac and Linux bring.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from action_plans.model.errors import ActionPlansError
from action_plans.pack.paths import RULE, is_pack_path

SUMS = "MANIFEST.sha256"
"""The file of sums. It lists every other file of the pack."""

DESCRIPTION = "manifest.json"
"""What the pack is, and the sums again. It lists every file but itself and the file of sums."""

HOW_TO_CHECK = (
    f"The number that you were told is the SHA-256 of {SUMS}, and {SUMS} holds the SHA-256 of every other file. Take "
    f"everything out of the zip first. Windows, in the command window: certutil -hashfile {SUMS} SHA256. Windows, in "
    f"PowerShell: Get-FileHash -Algorithm SHA256 {SUMS}. Linux: sha256sum {SUMS}, then sha256sum --check {SUMS}. Mac: "
    f"shasum -a 256 {SUMS}, then shasum -a 256 --check {SUMS}. Capitals do not matter. Any other file is looked at in "
    "the same way, by its name."
)
"""How to check a sum with what a computer brings, for whoever opens the description."""

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
    def has_changes(self) -> bool:
        """Whether anything in the pack is in no commit."""
        return bool(self.uncommitted or self.others)

    @property
    def in_words(self) -> str:
        """The version as pages name it: seven characters of the commit, and whether anything was changed since."""
        if self.commit is None:
            return "not in version control"
        changed = ", with changes since" if self.has_changes else ""
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


def description(about: About, sums: Mapping[str, Sum], moved: Mapping[str, str]) -> bytes:
    """Return the text of `manifest.json`.

    `sums` are the sums of the files by their paths; `moved` are the paths that are not those of the site, with those.
    """
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
        "how_to_check": HOW_TO_CHECK,
        "paths": {"rule": RULE, "moved": dict(sorted(moved.items()))},
        "files": {path: {"sha256": sums[path].sha256, "size": sums[path].size} for path in sorted(sums)},
    }
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()


def sums_text(sums: Mapping[str, Sum]) -> bytes:
    """Return the text of `MANIFEST.sha256`, in the order of the paths."""
    return "".join(f"{sums[path].sha256}  {path}\n" for path in sorted(sums)).encode()


def read_sums(text: bytes) -> dict[str, str]:
    """Return the sum of each file by its path, from a list written as `sums_text` writes it.

    Raises:
        BadManifestError: a line is no sum and path of a pack, a path is listed twice, or the lines are out of order.
    """
    found: dict[str, str] = {}
    last = ""
    *lines, end = text.split(b"\n")
    for number, line in enumerate(lines, 1):
        read = _LINE.fullmatch(line)
        if read is None or not is_pack_path(path := read["path"].decode("ascii")):
            raise BadManifestError(f"Line {number} of {SUMS} is no sum and path.")
        if path in found:
            raise BadManifestError(f"Line {number} of {SUMS} lists {path} a second time.")
        if path < last:
            raise BadManifestError(f"Line {number} of {SUMS} is not in the order of the paths.")
        found[path], last = read["sum"].decode("ascii"), path
    if end or not found:
        raise BadManifestError(f"{SUMS} is not complete: it does not end with a line of its own.")
    return found


@dataclass(frozen=True, slots=True)
class Described:
    """What `manifest.json` says that can be compared: the day as at, and the sum and length of each file."""

    as_of: date
    files: Mapping[str, Sum]


def read_description(text: bytes) -> Described | None:
    """Return what a description says; nothing where it is none of a pack."""
    held = _mapping(text)
    files = held.get("files")
    if held.get("schema") != SCHEMA or not isinstance(files, dict):
        return None
    try:
        as_of = date.fromisoformat(held.get("as_of", ""))
        sums = {path: Sum(each["sha256"], each["size"]) for path, each in files.items()}
    except (KeyError, TypeError, ValueError):
        return None
    return Described(as_of, sums)


def is_description(text: bytes) -> bool:
    """Whether a text is the description of a pack, of whatever version of its form."""
    return str(_mapping(text).get("schema", "")).startswith(f"{SCHEMA.rpartition('/')[0]}/")


_LINE = re.compile(rb"(?P<sum>[0-9a-f]{64})  (?P<path>[!-~]+)")


def _mapping(text: bytes) -> dict[str, Any]:
    try:
        held = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return held if isinstance(held, dict) else {}
