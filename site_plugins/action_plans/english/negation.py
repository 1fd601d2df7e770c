"""Words that turn a meaning round: what says "not" is never taken for what does not, however alike they look."""

import re
from difflib import SequenceMatcher

_SAYS_NO = re.compile(
    r"(?<![^\W_])(?:not?|never|non|none|nothing|without|cannot|\w+n['\u2019 ]t|"
    r"(?:do|does|did|is|was|are|has|have|wo|ca)nt)(?![^\W_])",
    re.IGNORECASE,
)
_BEGINNINGS = ("un", "in", "im", "non", "dis", "mis")
_ENOUGH = 4
"""Letters that are left of a word without its beginning: `in` of `incident` is none."""


def turns_round(written: str, meant: str) -> bool:
    """Return whether one of two names says no to the other: `Not achieved` and `achieved`, `unmet` and `met`."""
    if bool(_SAYS_NO.search(written)) != bool(_SAYS_NO.search(meant)):
        return True
    one, other = (re.sub(r"[\W_]+", "-", text).strip("-").casefold() for text in (written, meant))
    return _denies(one, other) or _denies(other, one)


def without_no(written: str) -> str | None:
    """Return what a text says no to: `closed` of `Not closed` and of `unclosed`; None where nothing is denied."""
    folded = re.sub(r"[\W_]+", " ", written).strip().casefold()
    if match := _DENIED.fullmatch(folded):
        return None if _SAYS_NO.search(match[1]) else match[1]
    return folded.removeprefix("un") if folded.startswith("un") and " " not in folded else None


_DENIED = re.compile(
    r"(?:no longer|never|(?:(?:do|does|did|is|was|are) )?not(?: to be)?|no|(?:do|does|did|is|was|are)n ?t|un|non) (.+)"
)


def _denies(one: str, other: str) -> bool:
    """Return whether the first is the second with a beginning that denies it, give or take a slip."""
    for begins in _BEGINNINGS:
        rest = one.removeprefix(begins)
        if rest == one or other.startswith(begins) or len(rest) < _ENOUGH:
            continue
        if _alike(rest, other) > _alike(one, other):
            return True
    return False


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
