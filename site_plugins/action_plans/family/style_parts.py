"""Cuts a stylesheet as browsers do: what is a comment, a string or an address, and what is a rule.

What looks for faults and what shortens both cut here, so that what was looked at is what is published.
"""

import re
from collections.abc import Iterator


def rules_alone(style: str) -> str:
    """Return a stylesheet of the same length with blanks for what is no rule. Escapes stay."""
    return _ASIDE.sub(lambda found: found[0] if found[0].startswith("\\") else _blank(found), style)


def without_comments(style: str) -> str:
    """Return a stylesheet of the same length with blanks for comments: what looks like one in a string is none."""
    return _ASIDE.sub(lambda found: _blank(found) if found[0].startswith("/*") else found[0], style)


def open_strings(style: str) -> Iterator[int]:
    """Yield where strings begin that their line does not close."""
    for found in _ASIDE.finditer(style):
        if found[0][0] in "\"'" and not _STRING.fullmatch(found[0]):
            yield found.start()


def shortened(style: str) -> str:
    """Return a stylesheet without comments and needless blanks; strings stay as they are."""
    plain, pieces, at = without_comments(style), list[str](), 0
    for found in _ASIDE.finditer(plain):
        pieces += [_squeezed(plain[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*pieces, _squeezed(plain[at:])]).strip() + "\n"


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _squeezed(rules: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\s*([{};,>])\s*", r"\1", rules))


_IN_STRINGS = r"\"(?:[^\"\\\n\r\f]|\\.)*{0}|'(?:[^'\\\n\r\f]|\\.)*{1}"
_STRING = re.compile(_IN_STRINGS.format('"', "'"), re.DOTALL)
_MAYBE_OPEN = _IN_STRINGS.format('"?', "'?")
_ASIDE = re.compile(
    rf"\\.|/\*.*?(?:\*/|\Z)|{_MAYBE_OPEN}|(?<![\w-])url\(\s*(?![\"'\s])(?:[^)\\]|\\.)*\)?",
    re.DOTALL | re.IGNORECASE,
)
"""Comments, strings and addresses, in which braces mean nothing; and escapes."""
