"""How wide a text will be, and where its lines break, so that no text leaves its box.

Nobody knows which font a reader has: theirs may stand in for ours, with or without serifs. The widths are the largest
of Verdana, DejaVu Sans and Serif, Liberation Sans and Serif, Noto Sans and Serif, and FreeSans and FreeSerif for each
letter, so each of them, and every narrower font, only leaves more room. Not typewriter fonts: pages do not use them.
"""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# Advance widths in em, rounded up to the next twentieth.
# ruff: noqa: RUF001 -- letters that look alike are what is measured here
_LETTERS_BY_WIDTH = (
    (0.30, "'"),
    (0.35, "ijlıł·‘’"),
    (0.40, " ,.f"),
    (0.45, "!Itľť"),
    (0.50, '"()-/:;[\\]r'),
    (0.55, "Jsz“”"),
    (0.60, "?cvxy|§–•"),
    (0.65, "$*0123456789_`abdeghknopqu{}£°ðøþđ"),
    (0.70, "FLPSTZÞßďư"),
    (0.75, "ABEKVXY€"),
    (0.80, "CGR"),
    (0.85, "#+<=>DOQU^~Ð×Ø"),
    (0.90, "&HNwƯ"),
    (1.00, "m—…½¼æƠ"),
    (1.05, "@MWÆ"),
    (1.10, "%œ"),
    (1.15, "Œ"),
    (1.50, "ǄǅǊǱǲѬԪ"),
    (1.75, "‰‱"),
)
_WIDTHS = {letter: width for width, letters in _LETTERS_BY_WIDTH for letter in letters}
_WIDE_SCRIPT = 1.05  # Chinese, Japanese, Korean: a square and a little
_SYMBOL = 1.60  # arrows, numbers in circles and picture characters differ most between systems
_SYMBOLS = {"Nl", "No", "Pd", "Po", "Sc", "Sm", "So"}
_ANY_OTHER = 1.25  # wider than any letter of Greek, Cyrillic, Arabic and Hebrew, and than the words of other scripts
_BOLD = 1.20  # no bold letter of those fonts is wider than this, compared with the rounded widths above
_JOINER = "\u200d"


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide the text is at most.

    Args:
        text: One line.
        size: The font size in pixels.
        bold: Whether it will be set in bold.

    Returns:
        Pixels, not less than a browser needs with any usual font.
    """
    return sum(map(_width, text)) * size * (_BOLD if bold else 1.0)


@lru_cache(maxsize=8192)  # the same titles stand in many drawings
def wrap(text: str, room: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines that fit.

    Lines break between words, and end with the space that stood there: joined again they read as one text, which is
    what a screen reader does with the lines of a link. A word wider than the room is broken, with a hyphen where its
    script has hyphens. One letter stands in each line at least, however narrow the room.

    Args:
        text: Any text; every run of white space counts as one space, control characters as none.
        room: The width of a line in pixels.
        size: The font size in pixels.
        bold: Whether it will be set in bold.

    Returns:
        The lines from top to bottom; none where there is no text.
    """
    em = size * (_BOLD if bold else 1.0)
    lines: list[str] = []
    used = 0.0
    for word in _words(text):
        width = text_width(word, em)
        if lines and used + text_width(" ", em) + width <= room:
            lines[-1] += word + " "
            used += text_width(" ", em) + width
            continue
        *whole_lines, rest = [word] if width <= room else _broken(word, room, em)
        lines += [*whole_lines, rest + " "]
        used = text_width(rest, em)
    return tuple(lines)


def _words(text: str) -> Iterator[str]:
    for word in text.split():
        plain = "".join(letter for letter in word if unicodedata.category(letter) not in {"Cc", "Cs"})
        if plain:
            yield plain


def _broken(word: str, room: float, em: float) -> list[str]:
    """Break one word into pieces that fit, the last one unfinished."""
    pieces = [""]
    used = 0.0
    for cluster in _clusters(word):
        width = text_width(cluster, em)
        hyphen = "-" if pieces[-1][-1:].isalpha() and _has_hyphens(pieces[-1][-1]) else ""
        # Room for a hyphen is always kept, since it is not known yet whether the next letter still fits.
        if pieces[-1] and used + width + text_width("-", em) > room:
            pieces[-1] += hyphen
            pieces.append("")
            used = 0.0
        pieces[-1] += cluster
        used += width
    return pieces


def _clusters(word: str) -> Iterator[str]:
    """Letters with the accents and joined signs that belong to them: a line never breaks inside one."""
    cluster = ""
    for letter in word:
        if cluster and not (unicodedata.category(letter) in {"Mn", "Mc", "Me", "Cf"} or cluster.endswith(_JOINER)):
            yield cluster
            cluster = ""
        cluster += letter
    yield cluster


def _has_hyphens(letter: str) -> bool:
    return unicodedata.category(letter) in {"Lu", "Ll"}


@lru_cache(maxsize=4096)
def _width(letter: str) -> float:
    """Return the width of one letter in em."""
    if letter in _WIDTHS:
        return _WIDTHS[letter]
    if unicodedata.category(letter) in {"Mn", "Me", "Cf", "Cc", "Cs"}:
        return 0.0
    base, _, accent = unicodedata.decomposition(letter).partition(" ")
    if accent and not base.startswith("<"):
        return _width(chr(int(base, 16)))  # é is as wide as e
    if unicodedata.east_asian_width(letter) in {"W", "F"} and unicodedata.category(letter) != "So":
        return _WIDE_SCRIPT
    return _SYMBOL if unicodedata.category(letter) in _SYMBOLS else _ANY_OTHER
