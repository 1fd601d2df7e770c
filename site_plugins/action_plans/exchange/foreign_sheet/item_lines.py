"""What other cells of a row say of each of several actions in one cell: a line for each, or lines that number them."""

import re
from collections.abc import Sequence

_MARK = re.compile(r"(?:\(?(\d{1,2}(?:\.\d{1,2})+)[.):]?|\(?(\d{1,2})[.)])\s+(?:[-\N{EN DASH}:]\s+)?")
_NUMBER = r"\d{1,2}(?:\.\d{1,2})*"
_IN_BRACKETS = re.compile(rf" ?\(\s*({_NUMBER}(?:\s*(?:,|&|and|-|to|/)\s*{_NUMBER})*)\s*\)")


def numbers_of(text: str, count: int) -> tuple[str, ...]:
    """Return the numbers of the actions of a cell: those written before them, else 1, 2, 3."""
    marks = [match for line in text.split("\n") if (match := _MARK.match(line.strip()))]
    written = tuple(match[1] or match[2] for match in marks)
    return written if len(written) == count else tuple(str(number) for number in range(1, count + 1))


def line_of(text: str, numbers: Sequence[str], index: int) -> str:
    """Return what a cell says of one of several actions; nothing where it does not tell them apart.

    It has a line for each, or lines that name their numbers in brackets: `Deputy manager (1.1, 1.2)`.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    if len(numbers) <= 1:
        return ""
    named = [(line, _named(line)) for line in lines]
    if any(numbers[index] in one for _, one in named) and all(one <= set(numbers) for _, one in named):
        return "\n".join(without_numbers(line) for line, one in named if numbers[index] in one or not one)
    return _MARK.sub("", lines[index], count=1) if len(lines) == len(numbers) else ""


def without_numbers(text: str) -> str:
    """Return who or what a cell names without the numbers of a list, and without those of actions in brackets.

    One whole number in brackets alone may be a count: `Night staff (2)`.
    """
    plain = "\n".join(_MARK.sub("", line, count=1) if _MARK.match(line) else line for line in text.split("\n"))
    found = _IN_BRACKETS.findall(plain)
    return _IN_BRACKETS.sub("", plain) if len(found) > 1 or any(not one.isdecimal() for one in found) else plain


def _named(line: str) -> set[str]:
    """Return the numbers that a line names in brackets; of a range those at its ends, and whole ones between them."""
    found: set[str] = set()
    for match in _IN_BRACKETS.finditer(line):
        written = re.findall(_NUMBER, match[1])
        found |= set(written)
        if len(written) == 2 and re.search(r"-|to", match[1]):  # noqa: PLR2004 -- from, to
            (head, first), (other, last) = (one.rpartition(".")[::2] for one in written)
            if head == other:
                found |= {f"{head}.{one}".lstrip(".") for one in range(int(first), int(last) + 1)}
    return found
