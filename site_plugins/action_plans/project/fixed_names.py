"""Names of our own files that change with what is in them, so that no browser shows an old one from its cache."""

from hashlib import sha256
from pathlib import PurePosixPath

_LENGTH = 10
"""Sixteen to the tenth: no two versions of a file are ever taken for one."""


def named_by_content(path: str, content: bytes) -> str:
    """Return a path with a sum of its content before the ending: `assets/staff.css` as `assets/staff.3fa9c41b07.css`.

    Hosts may let browsers keep such a file for good: a changed one has another name.
    """
    there = PurePosixPath(path)
    return there.with_name(f"{there.stem}.{sha256(content).hexdigest()[:_LENGTH]}{there.suffix}").as_posix()
