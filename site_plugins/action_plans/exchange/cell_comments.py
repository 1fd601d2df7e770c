"""What people wrote beside the cells of a sheet: comments, which Excel calls notes, too, and threads of them."""

import re
from collections.abc import Iterator, Mapping
from zipfile import ZipFile

from openpyxl.comments.comment_sheet import CommentSheet
from openpyxl.packaging.relationship import get_dependents, get_rels_path
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.xml.constants import COMMENTS_NS
from openpyxl.xml.functions import fromstring


def comments_on(packed: ZipFile, path: str) -> Mapping[tuple[int, int], str]:
    """Return the comments on a sheet by the rows, from 1, and columns, from 0, of their cells.

    Who wrote one is left out where the program put that there.

    Args:
        packed: the workbook.
        path: the part of it that the sheet is.
    """
    parts = str(get_rels_path(path))  # type: ignore[no-untyped-call]  # openpyxl's types lack it
    if parts not in packed.namelist():
        return {}
    targets = (one.target for one in get_dependents(packed, parts).find(COMMENTS_NS))
    looked_into = [target for target in targets if target.endswith(".xml")]  # as all that was looked into for entities
    return dict(sorted(one for target in looked_into for one in _in_part(packed.read(target))))


def _in_part(xml: bytes) -> Iterator[tuple[tuple[int, int], str]]:
    told = CommentSheet.from_tree(fromstring(xml))  # type: ignore[arg-type]  # openpyxl itself does so
    for place, comment in told.comments if told is not None else ():
        row, column = coordinate_to_tuple(place)
        words = _THREADED.sub("", comment.text.replace("\r", "")).removeprefix(f"{comment.author}:")
        if words := _SIGNED.sub("", words).strip():
            yield (row, column - 1), words


_THREADED = re.compile(r"\A\[Threaded comment\].*?^Comment:\s*", re.DOTALL | re.MULTILINE)
"""What Excel puts before a thread, for programs that know none."""
_SIGNED = re.compile(r"^\t-.*$", re.MULTILINE)
"""How a sheet that comes from the web names who wrote a comment, below it."""
