"""Words in a cell stay words: a spreadsheet must never run what somebody wrote into a plan."""

import re

MOST = 32_767
"""How many characters a cell of Excel holds."""

CUT = " … (the rest is in the plan)"
"""How a cell ends whose words are longer."""

_BEGINS_FORMULA = re.compile(r"[=+\-@\t\r]")
_APOSTROPHES = re.compile(r"'+[=+\-@\t\r]")


def begins_formula(words: str) -> bool:
    """Whether a spreadsheet could take words for a formula: they begin with = + - @, a tab or a return."""
    return _BEGINS_FORMULA.match(words) is not None


def for_csv(words: str) -> str:
    """Return words as they are safe in CSV: an apostrophe stands before what could be a formula.

    One stands before words as well that begin with apostrophes of their own and then so, so that taking one off
    gives back what was there.
    """
    return f"'{words}" if begins_formula(words) or _APOSTROPHES.match(words) else words


def from_csv(words: str) -> str:
    """Return words as they were before `for_csv`."""
    return words[1:] if _APOSTROPHES.match(words) else words


def fitting(words: str) -> str:
    """Return words as they fit into a cell."""
    return words if len(words.encode("utf-16-le")) // 2 <= MOST else f"{_first(words)}{CUT}"


def _first(words: str) -> str:
    return words.encode("utf-16-le")[: 2 * (MOST - len(CUT))].decode("utf-16-le", errors="ignore")
