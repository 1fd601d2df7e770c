"""Comparing what people write with the names that the data holds."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

from action_plans.english.near import closest

_APOSTROPHES = str.maketrans("", "", "'\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}`")


def comparable(text: str) -> str:
    """Return the words of `text` without what people write differently: case, accents, dashes, commas, "and", "&".

    `Kindness, compassion & dignity` and `kindness-compassion-and-dignity` give the same.
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).translate(_APOSTROPHES)
    return " ".join(word for word in re.split(r"[\W_]+", plain) if word not in {"", "and"})


def closest_names(text: str, names: Iterable[str], *, at_most: int = 3) -> list[str]:
    """Return the names nearest to `text`, best first: those that hold all its words, then those spelt alike."""
    by_words = {comparable(name): name for name in names}
    wanted = comparable(text)
    if not wanted:
        return []
    found = [*_holding(wanted, by_words), *closest(wanted, by_words, at_most=at_most)]
    return [by_words[words] for words in dict.fromkeys(found)][:at_most]


def _holding(wanted: str, by_words: Mapping[str, str]) -> list[str]:
    needed = set(wanted.split())
    return [words for words in by_words if needed <= set(words.split())]
