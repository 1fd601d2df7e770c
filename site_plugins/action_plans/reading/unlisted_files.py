"""Text files in the folder of evidence that are no notes: they look like proof, and nobody reads them."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from action_plans.model.evidence import EvidenceNote
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.reading.yaml.file_text import CONTROL
from action_plans.reading.yaml.foreign_files import foreign_fault

_LOOKED_AT = 4_096
"""How many bytes tell whether a file is text."""

_YAML = (".yaml", ".yml")
_PLAN = re.compile(r"^(?:id|service|findings|actions):", re.MULTILINE)
"""Two of these fields at the margin make a plan."""


def unlisted_texts(
    others: Iterable[tuple[Path, str]], notes: Iterable[EvidenceNote], *, is_sure: bool
) -> Iterator[Problem]:
    """Yield a problem for each text file that no note lists among its attachments.

    Args:
        others: the files that are no notes, each with the path that people know it by.
        notes: the notes.
        is_sure: whether all notes could be read, so that what they list is known; else only plans are named.
    """
    listed = {
        posixpath.normpath(posixpath.join(posixpath.dirname(note.path), attachment.file)).casefold()
        for note in notes
        for attachment in note.attachments
    }
    for file, path in others:
        if path.casefold() in listed or not (beginning := _text_of(file)):
            continue
        if file.suffix.casefold() in _YAML and len(set(_PLAN.findall(beginning))) > 1:
            hint = "Plans lie in the plans folder: move it there."
            yield Problem(Code.IGNORED_FILE, "this looks like a plan, and is not read here.", Origin(path), hint)
        elif is_sure:
            hint = (
                "An evidence note ends in .md and begins with a line ---; a file that belongs to a note is listed in "
                "its attachments; explanations go into README.md."
            )
            yield Problem(Code.IGNORED_FILE, "this file is not read, and no note lists it.", Origin(path), hint)


def _text_of(file: Path) -> str:
    """Return the beginning of a text; nothing for what is no text, or cannot be opened."""
    try:
        with file.open("rb") as opened:
            data = opened.read(_LOOKED_AT)
    except OSError:
        return ""
    if foreign_fault(data) is not None:
        return ""
    text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")
    without_cut = text[:-4] if len(data) == _LOOKED_AT else text
    return "" if "\ufffd" in without_cut or CONTROL.search(without_cut) else text
