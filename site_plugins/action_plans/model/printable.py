"""Words on one line of a terminal or a log: no character in them moves the cursor, or begins a line or a command."""

import re

_CANNOT_BE_SHOWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}\N{LEFT-TO-RIGHT EMBEDDING}-\N{RIGHT-TO-LEFT OVERRIDE}"
    "\N{LEFT-TO-RIGHT ISOLATE}-\N{POP DIRECTIONAL ISOLATE}\N{ZERO WIDTH NO-BREAK SPACE}\ud800-\udfff\ufffe\uffff]"
)
"""Controls, line ends, what turns the direction of all that follows, halves of characters, and what is none."""

_COMMAND = re.compile(r"##(?=\[|vso\[)")
"""What begins a command in the middle of a line of GitHub's and Azure's logs."""


def printable(words: str) -> str:
    r"""Return words as they can be printed: line ends as spaces, what cannot be shown as `\x1b`.

    A log reads `##[error]` as a command wherever it stands, so its signs are set apart. What begins one only at the
    start of a line, `::error::`, is left: no line that we print begins with other people's words.
    """
    one_line = " ".join(words.split("\n")) if "\n" in words else words
    shown = _CANNOT_BE_SHOWN.sub(_escaped, one_line)
    return _COMMAND.sub("# #", shown)


def is_printable(words: str) -> bool:
    """Whether words hold nothing that cannot be shown on one line."""
    return _CANNOT_BE_SHOWN.search(words) is None


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape", "surrogatepass").decode()
