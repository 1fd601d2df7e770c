"""What people are called: names by a list, and by how those of several peoples are made."""

import re
from functools import cache
from importlib import resources

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


def names_in(part: str) -> frozenset[str]:
    """Return names in small letters: the `first` or the `last` ones, or the `ordinary` ones that are words too."""
    return _names()[part]


def may_be_called(words: str) -> bool:
    """Whether words begin with a first name, or one of them is made as names are: `Jane Smith`, `Ewa Nowakowska`."""
    said = words.casefold().split()
    return said[:1] != [] and (said[0] in names_in("first") or any(SHAPE.fullmatch(word) for word in said))


@cache
def _names() -> dict[str, frozenset[str]]:
    parts: dict[str, list[str]] = {}
    part: list[str] = []
    file = resources.files("action_plans.english") / "data" / "names.txt"
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            part = parts.setdefault(line.strip("[]"), [])
        elif not line.startswith("#"):
            part += line.casefold().split()
    return {name: frozenset(words) for name, words in parts.items()}
