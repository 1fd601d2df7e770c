"""Looks through a project's own stylesheet: what it loads from elsewhere, hides or turns, and what it says.

Every look costs as much as the stylesheet is long: it is cut into blocks once, as a browser cuts it.
"""

import re
import sys
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass, field

from action_plans.family.style_parts import open_strings, rules_alone, without_comments

Fault = tuple[str, str, int]
"""What is wrong, what to write instead, and in which line."""


def faults_in_style(source: str) -> Iterator[Fault]:
    """Yield what a stylesheet loads from elsewhere, hides or turns. Cost: linear in its length."""
    ends = [found.start() for found in re.finditer("\n", source)]
    for start in open_strings(source):
        yield "has a string that is not closed", "Close it with a quotation mark, in its line.", bisect(ends, start) + 1
    for block in _blocks(source):
        line = bisect(ends, block.start) + 1
        if block.hides and any(map(_HIDES.search, block.declarations)):
            yield "hides what families must be able to read", "Take it out: the rating stands on every page.", line
        if any(map(_OVERRIDES.search, block.declarations)):
            yield "turns the order of letters", "Take `bidi-override` out.", line
    for found in _LOADS.finditer(without_comments(source)):
        if leads_out_of_style(found[0]):
            what = "loads something from elsewhere"
            yield what, "Put the file into this folder, or take it out.", bisect(ends, found.start()) + 1


def leads_out_of_style(written: str) -> bool:
    """Whether a part of a stylesheet loads something from another place."""
    return _LEADS_OUT.search(written) is not None


def written_in_style(source: str) -> Iterator[tuple[str, int]]:
    """Yield each line of a stylesheet with its number, without the sizes of paper: `A4` is no reference there."""
    yield from ((_PAPER.sub("", line), number) for number, line in enumerate(source.splitlines(), 1))


def printed_in_style(source: str) -> Iterator[tuple[str, int]]:
    """Yield every text of a stylesheet as it is shown: what is escaped is written out, strings in a row are one.

    Names of fonts, and strings that only choose what a rule is about, are shown to nobody.
    """
    for found in _STRINGS.finditer(_UNSHOWN.sub("", without_comments(source))):
        strings = (each[1] or each[2] or "" for each in _STYLE_STRING.finditer(found[0]))
        line = source.count("\n", 0, max(source.find(found[0]), 0)) + 1
        yield "".join(map(_unescaped, strings)), line


@dataclass(slots=True)
class _Block:
    """What stands between two braces.

    Attributes:
        start: where what stands before it begins: selectors, or a condition such as `@media print`.
        about: what its declarations are about, of what must not be hidden: `_FOOTER`, `_RATING`, both or neither.
        is_on_paper: whether it certainly counts for paper alone.
        declarations: what it says itself, escapes written out.
    """

    start: int = 0
    about: frozenset[str] = frozenset()
    is_on_paper: bool = False
    declarations: list[str] = field(default_factory=list)

    @property
    def hides(self) -> bool:
        """Whether nothing may be hidden here. On paper the footer may go."""
        return bool(self.about - {_FOOTER} if self.is_on_paper else self.about)


def _blocks(source: str) -> Iterator[_Block]:
    """Yield the blocks of a stylesheet, each when it ends; one that is never closed ends with the file."""
    cut = rules_alone(source)
    is_plain = "\\" not in cut  # an escape may spell a sign that opens or ends something: then nothing is certain
    around = [_Block()]
    for found in _PART.finditer(cut):
        written, end = _unescaped(found[1]), found[2]
        if end != "{":
            around[-1].declarations.append(written)
        else:
            outer, prelude = around[-1], written.strip()
            around.append(
                _Block(
                    found.end(1) - len(found[1].lstrip()),
                    outer.about if prelude.startswith("@") else _about(prelude, outer.about),
                    is_plain and (outer.is_on_paper or _ON_PAPER.fullmatch(prelude) is not None),
                )
            )
        if end == "}" and len(around) > 1:
            yield around.pop()
    yield from reversed(around)


def _about(selectors: str, outer: frozenset[str]) -> frozenset[str]:
    """Return which of what must not be hidden some selectors are about, inside a block that is about `outer`."""
    found: set[str] = set()
    for selector in _parted(_ATTRIBUTE.sub("[]", selectors), ","):
        *before, last = _compounds(selector) or [""]
        if last.startswith("&"):
            found |= outer
        if last.casefold() == "footer":
            found.add(_FOOTER)
        elif last == "*":
            is_child = selector.rstrip()[:-1].rstrip().endswith(">")
            if not (is_child and before and _APART.fullmatch(before[-1])) or _shows_rating(before[-1]):
                found.add(_RATING)
        elif _shows_rating(last):
            found.add(_RATING)
    return frozenset(found)


def _shows_rating(compound: str) -> bool:
    """Whether one part of a selector names the rating or what it stands in; what a style itself makes there is none."""
    return _NEEDED.search(compound) is not None and not _MADE.search(compound[compound.rfind(")") + 1 :])


def _compounds(selector: str) -> list[str]:
    """Return the parts of a selector between blanks and signs such as `>`."""
    return [part for part in _parted(selector, " \t\n\r\f>+~") if part]


def _parted(text: str, signs: str) -> list[str]:
    """Return a text cut at any of some signs that stand in no brackets."""
    parts, depth, begun = [], 0, 0
    for place, sign in enumerate(text):
        if sign in "([":
            depth += 1
        elif sign in ")]":
            depth -= 1
        elif sign in signs and depth <= 0:
            parts.append(text[begun:place])
            begun = place + 1
    return [*parts, text[begun:]]


def _unescaped(string: str) -> str:
    """Return a part of a stylesheet with its escapes written out, as it is shown."""

    def shown(found: re.Match[str]) -> str:
        code = int(found[1], 16) if found[1] else 0
        return chr(code) if 0 < code <= sys.maxunicode else found[2] or ""

    return _ESCAPE.sub(shown, string) if "\\" in string else string


_PAPER = re.compile(r"(?<![\w-])size\s*:[^;{}]*", re.IGNORECASE)
_PART = re.compile(r"([^{};]*)([{};]|\Z)")
_ON_PAPER = re.compile(r"@media\s+(?:only\s+)?print(?:\s+and\s*\([^()]*\))*", re.IGNORECASE)
_FOOTER, _RATING = "footer", "rating"
_HIDES = re.compile(
    r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?:opacity|font-size)\s*:\s*0(?![.\d]*[1-9]))",
    re.IGNORECASE,
)
_OVERRIDES = re.compile(r"unicode-bidi\s*:\s*[\w-]*override", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"\[[^\[\]]*\]")
_APART = re.compile(r"[\w-]*(?:[.#][\w-]+)+|nav|header|ul|ol|dl|li|table|tr", re.IGNORECASE)
"""What may lose all that stands right in it: what has a name, and lists, unless it is needed itself."""
_NEEDED = re.compile(
    r"(?<![\w.#-])(?:html|body|main|footer)(?![\w-])|:root(?![\w-])|#main(?![\w-])|[(,]\s*\*"
    r"|\.(?:rating|alone|home|larger|letter|sheet)(?![\w-])",
    re.IGNORECASE,
)
"""The rating, and all that it stands in: elements, and what whole pages of the package are called."""
_MADE = re.compile(r"::?(?:before|after)(?![\w-])|::marker", re.IGNORECASE)
_LOADS = re.compile(r"(?:url\([^)]*\)?|@import[^;]*)", re.IGNORECASE)
_LEADS_OUT = re.compile(
    r"(?:url\(|@import)\s*+[\"'(]*+\s*+(?:url\()?+[\"']?+\s*+(?:[a-z][a-z0-9+.-]*+:|//)", re.IGNORECASE
)
_UNSHOWN = re.compile(r"(?<![\w-])font(?:-family)?\s*:[^;{}]*|\[[^\[\]{}]*\](?=[^{};]*\{)|@charset[^;]*", re.IGNORECASE)
_ONE_STRING = r"\"((?:[^\"\\]|\\.)*)\"|'((?:[^'\\]|\\.)*)'"
_STYLE_STRING = re.compile(_ONE_STRING, re.DOTALL)
_STRINGS = re.compile(rf"(?:{_ONE_STRING})(?:\s*(?:{_ONE_STRING}))*", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:([0-9a-fA-F]{1,6})\s?|\n|(.))", re.DOTALL)
