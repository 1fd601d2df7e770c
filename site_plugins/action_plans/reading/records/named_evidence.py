"""Notes and files that are named as the evidence of a thing, where a line of evidence is meant."""

import re
from collections.abc import Mapping
from typing import Any

from action_plans.reading.yaml.quoting import cut, quoted

_NOTE = re.compile(r"(?i)evidence/\S+|\S+\.(?:md|markdown)|(?:[a-z][\w-]*/)?[a-z][a-z-]*\d[\w-]*")
_FILE = re.compile(r"\S+\.[A-Za-z]{3,4}")


def names_a_note(line: Mapping[str, Any]) -> bool:
    """Whether the fields of a line of evidence name a note, and do not say what it is: `{id: E1}`."""
    named = (value for name, value in line.items() if name in NAMING and isinstance(value, str))
    return "title" not in line and any(map(_NOTE.fullmatch, named))


NAMING = ("id", "ref", "reference", "evidence", "file", "path", "supports")
"""What people call the field in which they name a note."""


def evidence_hint(written: str, reference: str | None) -> str:
    """Return what to do about a text where the fields of a line of evidence are meant.

    Args:
        written: the text.
        reference: how a note cites the thing, such as `OAK/A2`; None where that is not known.
    """
    if _NOTE.fullmatch(written):
        supports = f"supports: {reference}" if reference else "supports: and the reference of this thing"
        return f"A note says itself what it supports: write {supports} in it, and take this line out."
    if _FILE.fullmatch(written):
        return (
            "To publish a file, write a note in evidence/ and list it in attachments; "
            f"else write evidence: {{title: .., kept: {cut(written)}}}"
        )
    return f"Write evidence: {{title: {quoted(written)}}}, and beside the title its date, once it is there."
