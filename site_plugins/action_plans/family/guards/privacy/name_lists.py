"""The lists of names, and of words with a capital that are none."""

from collections.abc import Iterable
from functools import cache
from importlib import resources

from action_plans.english.personal_names import names_in
from action_plans.family.words.folding import fold


@cache
def listed_names() -> dict[str, frozenset[str]]:
    """Return names: `strong` ones that no ordinary word is, `ordinary` ones, and `months`."""
    first, last, ordinary = (_folded(names) for names in (names_in("first"), names_in("last"), names_in("ordinary")))
    return {
        "strong": first | last - ordinary,
        "ordinary": ordinary,
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


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in fold(name).casefold().split())


def _lines(name: str) -> list[str]:
    file = resources.files("action_plans.family.guards.privacy") / "data" / name
    return [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
