"""The lists of names, and of words with a capital that are none."""

import re
from functools import cache
from importlib import resources

from action_plans.family.words.folding import fold

SHAPE = re.compile(
    r"(?:\w{2,}(?:owski|ewski|inski|owska|ewska|inska|[aeiouy]cki|[aeiouy]cka|wicz|czyk|czak|iak|escu|eanu|enko"
    r"|chuk|auskas|kiene|opoulos|idis)"
    r"|\w{3,}(?:preet|inder|jeet|deep|jit|oluwa|chukwu|kechi|nathan|swamy|lakshmi|kutty|amma|bhai|ovic|evic)"
    r"|\w{3,}[^s]ov[a]?|\w{3,}eva"
    r"|oluw\w{3,}|olu(?:[bdfgklnrsty]\w{2,}|wa\w+)|ade(?:b|d|f|g|j|k|n[ir]|ol|r|s|t|w|y)\w{2,}|chukwu\w*|chi(?:di"
    r"|nwe|nonso|amaka|bu[zi]|ka)\w*|ogun\w{3,}"
    r"|onye\w{3,}|nwa[a-z]{3,}|okon\w{2,}|oye\w{3,}|omo(?:[a-z]{4,})|ola(?:[dfjmnoty]\w{3,})|ayo\w{3,}|ife(?:[a-z]{3,})"
    r"|mc[a-z]{3,}|mac(?:[dflnpk]\w{4,})|o'[a-z]{3,}|d'[a-z]{3,})"
)
"""How surnames and first names of several peoples are made, in small letters."""


@cache
def listed_names() -> dict[str, frozenset[str]]:
    """Return names: `strong` ones that no ordinary word is, `ordinary` ones, and `months`."""
    parts = _parts("names.txt")
    return {
        "strong": parts["first"] | parts["last"] - parts["ordinary"],
        "ordinary": parts["ordinary"],
        "months": frozenset({"may", "april", "june", "august"}),
    }


@cache
def words_for_people() -> dict[str, frozenset[str]]:
    """Return words for one person: `people`, what relatives are `called`, the `public`, `staff`, and for `anybody`."""
    return _parts("person_words.txt")


@cache
def small_words() -> frozenset[str]:
    """Return known words with which a sentence may begin."""
    lines = _lines("known_capitals.txt")
    return frozenset(word for line in lines[lines.index("[small]") :] for word in line.casefold().split())


@cache
def known_words() -> frozenset[str]:
    """Return words with a capital that are no person: days, places, bodies, what managers write with a capital."""
    written = (word for line in _lines("known_capitals.txt") for word in fold(line).casefold().split())
    return frozenset(written) | words_for_people()["called"]


@cache
def common_words() -> frozenset[str]:
    """Return words that are nobody's name and with which a sentence may begin: there a capital tells nothing."""
    return frozenset(word for line in _lines("common_words.txt") for word in line.split())


def _parts(name: str) -> dict[str, frozenset[str]]:
    """Return the words of a list by the part in which they stand, folded, in small letters."""
    parts: dict[str, list[str]] = {}
    part: list[str] = []
    for line in _lines(name):
        if line.startswith("["):
            part = parts.setdefault(line.strip("[]"), [])
        else:
            part += fold(line).casefold().split()
    return {part: frozenset(words) for part, words in parts.items()}


def _lines(name: str) -> list[str]:
    file = resources.files("action_plans.family.guards.privacy") / "data" / name
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
