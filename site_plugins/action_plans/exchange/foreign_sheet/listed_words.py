"""The lists of words by which cells of a sheet are understood."""

from functools import cache
from importlib import resources


@cache  # what comes with the package does not change while the program runs
def listed_words(part: str) -> frozenset[str]:
    """Return the words of one part of the list, in small letters."""
    file = resources.files("action_plans.exchange.foreign_sheet") / "data" / "words.txt"
    words: set[str] = set()
    is_meant = False
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            is_meant = line.strip("[]") == part
        elif is_meant and not line.startswith("#"):
            words.update(line.split())
    return frozenset(words)
