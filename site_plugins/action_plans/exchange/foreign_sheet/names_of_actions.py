"""Which columns hold the actions: `Action 1` and `Action 2` both do; of recommended and agreed the agreed."""

import re
from collections.abc import Mapping

from action_plans.exchange.foreign_sheet.column_meanings import Meaning, folded_name, is_telling, meaning_of


def places_of_actions(names: Mapping[int, str]) -> frozenset[int]:
    """Return the places of the columns that hold the actions, of all those whose name says so.

    Several do where their names differ in a number or a term only. Else one does: what was agreed or is planned goes
    before what was recommended, and that before what was done already; of two alike that more to the left.
    """
    called = {place: folded_name(name) for place, name in sorted(names.items()) if meaning_of(name) is Meaning.ACTION}
    if len(called) <= 1:
        return frozenset(called)
    best = min(called, key=lambda place: (not is_telling(names[place]), _rank(called[place]), place))
    return frozenset(place for place, name in called.items() if _stem(name) == _stem(called[best]))


def _rank(name: str) -> int:
    if _DONE.search(name):
        return 3
    return 2 if _RECOMMENDED.search(name) else 0 if _AGREED.search(name) else 1


def _stem(name: str) -> str:
    return " ".join(_TERM.sub(" ", name).replace("actions", "action").split())


_AGREED = re.compile(r"\b(?:agreed|planned|our)\b")
_RECOMMENDED = re.compile(r"\b(?:recommended|proposed|suggested|possible)\b")
_DONE = re.compile(
    r"(?<!to be )\b(?:taken|completed|done|already|so far|to date|undertaken|did|previous)\b(?! (?:by|on|forward))"
)
_TERM = re.compile(
    r"\b(?:\d+|[a-e]|i{1,3}|one|two|three|four|five|first|second|third|fourth|fifth|\d(?:st|nd|rd|th)|short|shorter|medium"
    r"|mid|long|longer|term)\b|(?<=action)\d+"
)
