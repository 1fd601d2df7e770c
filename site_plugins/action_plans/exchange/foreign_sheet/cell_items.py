"""The actions of one cell: people put a whole list into it."""

import re
from collections.abc import Sequence
from itertools import pairwise

from action_plans.exchange.foreign_sheet.listed_words import listed_words

Marked = tuple[str, str]
"""A line without its mark, and which kind of mark it had: empty for none."""


def several_actions(text: str) -> tuple[str, ...]:
    """Return the actions of a cell, in order, each as one line without its number or bullet; none for an empty cell.

    Numbers, letters and bullets begin one each; a list inside a list stays with its own action. Without marks a line
    begins one where the line before ended a sentence or a paragraph, or where it begins as an order does: `Review the
    rota`. What stands before the first mark is kept in front of the first action, a heading in front of the next.
    """
    lines = _broken_before_marks(text).split("\n")
    marked = _decimal_lines(lines) or _counted_lines(lines) or [_without_mark(line) for line in lines if line.strip()]
    kind = next((mark for _, mark in marked if mark), "")
    items = _by_marks(marked, [line for line in lines if line.strip()], kind) if kind else _by_sentences(lines)
    return tuple(item for item in (" ".join(item.split()) for item in items) if item)


def _by_marks(marked: Sequence[Marked], lines: Sequence[str], kind: str) -> list[str]:
    """Join what follows a mark to it; marks of another kind are a list inside, and keep theirs."""
    items: list[str] = []
    ahead = ""
    for (words, mark), line in zip(marked, lines, strict=True):
        if mark == kind:
            items.append(f"{ahead} {words}")
            ahead = ""
        elif not items or (not mark and line.rstrip().endswith(":")):
            ahead += f" {line}"
        else:
            items[-1] += f"{ahead} {line}"
            ahead = ""
    if ahead:
        items[-1] += ahead
    return items


def _by_sentences(lines: Sequence[str]) -> list[str]:
    items: list[str] = []
    ends_paragraph = False
    for line in map(str.strip, lines):
        if line and items and not _begins_another(items[-1], line, ends_paragraph):
            items[-1] += f" {line}"
        elif line:
            items.append(line)
        ends_paragraph = not line
    return items


def _begins_another(before: str, line: str, ends_paragraph: bool) -> bool:
    """Whether a line without a mark is another action, rather than more about the one before."""
    if not line[0].isupper() or _GOES_ON.match(line) or before.endswith((",", ":", "-", "(", "&", "/")):
        return False
    if before.rsplit(maxsplit=1)[-1].casefold() in _EXPECTS_MORE:
        return False
    return (
        ends_paragraph
        or before.endswith((".", ";", "!", "?"))
        or line.split(maxsplit=1)[0].casefold().strip(",") in _ORDERS
    )


def _broken_before_marks(text: str) -> str:
    """Put each mark that stands inside a line on a line of its own: bullets, and numbers that count up from 1 or a."""
    text = text.replace("\u00a0", " ").replace("\t", " ")
    text = re.sub(rf" *(?=[{_BULLETS}])", "\n", text) if re.search(rf"[{_BULLETS}]", text) else text
    if text.count("\n") == 0 and (places := _decimals_in(text)):
        return "\n".join(text[first:last].strip() for first, last in pairwise([*places, len(text)]))
    for form, names in _COUNTED:
        places = []
        wanted = 0
        for match in form.finditer(text):
            if wanted < len(names) and match["name"] == names[wanted]:
                places.append(match.start())
                wanted += 1
        if len(places) > 1:
            for place in reversed(places):
                text = f"{text[:place].rstrip(' ')}\n{text[place:].lstrip(' ')}"
            return text
    return text


def _decimals_in(text: str) -> list[int]:
    """Return where the items of a line begin that counts `1.1 Fit .. 1.2 Check ..`; nothing where it does not."""
    found = [match for match in _DECIMAL_INSIDE.finditer(text) if match["head"] == text.lstrip()[: len(match["head"])]]
    lasts = [int(match["last"]) for match in found]
    counts_up = len(found) > 1 and lasts == list(range(lasts[0], lasts[0] + len(lasts)))
    return [match.start() for match in found] if counts_up and found[0].start() == 0 else []


def _counted_lines(lines: Sequence[str]) -> list[Marked]:
    """Return lines that begin `1 `, `2 `, .. without their numbers, with the lines between; none where they do not."""
    found: list[Marked] = []
    wanted = 1
    for line in filter(str.strip, lines):
        match = re.match(rf"\s*{wanted} +(?=[A-Z])", line)
        found.append((line[match.end() :], "count") if match else (line, ""))
        wanted += match is not None
    return found if wanted > 2 and found[0][1] else []  # noqa: PLR2004 -- 1 and 2 were there: a list


def _decimal_lines(lines: Sequence[str]) -> list[Marked]:
    """Return lines that begin `1.1 `, `1.2 `, .. without their numbers, with the lines between; none where not so."""
    found: list[Marked] = []
    before: tuple[str, int] | None = None
    count = 0
    for line in filter(str.strip, lines):
        match = _DECIMAL.match(line)
        told = (match["head"], int(match["last"])) if match else None
        if match is None or told is None or (before is not None and told != (before[0], before[1] + 1)):
            found.append((line, ""))
        else:
            found.append((line[match.end() :], "decimal"))
            before, count = told, count + 1
    return found if count > 1 and found[0][1] else []


def _without_mark(line: str) -> Marked:
    for kind, mark in _MARKS:
        if match := mark.match(line):
            return line[match.end() :], kind
    return line, ""


_BULLETS = "\u2022\u25cf\u25aa\u25a0\u25e6\u2023\u00b7\u27a2\u2713\uf0b7\u25cb"
_MARKS = (
    ("number", re.compile(r"\s*(?:(?i:action|step) *)?\(?\d{1,2}(?:[.):/]|\s-)\s*(?=[^\d\s])")),
    ("letter", re.compile(r"\s*\(?[a-hA-H][.)]\s+(?=\S)")),
    ("roman", re.compile(r"\s*\(?(?:[ivx]{1,4}|[IVX]{1,4})[.)]\s+(?=\S)")),
    ("bullet", re.compile(rf"\s*[{_BULLETS}]\s*")),
    ("circle", re.compile(r"\s*o\s+(?=[A-Z])")),
    ("dash", re.compile(r"\s*[-\u2010-\u2014*>\u2192](?:\s+(?=\S)|(?=[A-Z]))")),
)
_DECIMAL = re.compile(r"\s*\(?(?P<head>\d{1,2}(?:\.\d{1,2})?)\.(?P<last>\d{1,2})[.):]?\s+(?=[^\d\s])")
_DECIMAL_INSIDE = re.compile(r"(?:(?<=\s)|^)(?P<head>\d{1,2})\.(?P<last>\d{1,2})[.):]? +(?=[A-Z])")
_COUNTED = (
    (
        re.compile(r"(?:(?<=\s)|^)\(?(?P<name>\d{1,2})(?:\. *(?=[A-Z])|\) *(?=[A-Za-z]))"),
        tuple(str(number) for number in range(1, 40)),
    ),
    (re.compile(r"(?:(?<=\s)|^)\(?(?P<name>[a-z])\) *(?=[A-Za-z])"), tuple("abcdefghij")),
    (re.compile(r"(?:(?<=\s)|^)\(?(?P<name>[ivx]{1,4})\) *(?=[A-Za-z])"), ("i", "ii", "iii", "iv", "v", "vi", "vii")),
)
_GOES_ON = re.compile(
    r"(?i)(?:this|these|those|that|it|they|he|she|which|who|evidence|note|notes|update|e\.g|i\.e|see|including|as|because"
    r"|however|therefore|where|when|if)\b"
)
_EXPECTS_MORE, _ORDERS = listed_words("expects-more"), listed_words("orders")
