"""What somebody meant who wrote a name with a slip: one measure of likeness, and one way to ask."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

from action_plans.english.wording import either

ALMOST_THE_SAME = 0.85
"""How alike two names are of which one is the other with a slip: `oakfeild` and `oakfield` are 0.88 alike."""

ALIKE = 0.7
"""How alike two words are of which one may be the other."""

_SHORT, _SHORT_ALIKE = 4, 0.5
"""Of a code such as RM one letter is a half."""

_MORE = 3
"""How many are looked at beyond those asked for, since some may say the opposite."""


def closest(written: str, names: Iterable[str], *, at_most: int = 3, likeness: float | None = None) -> list[str]:
    """Return the names most like what was written, the likeliest first, without regard to case.

    Names that look the same come alone: `Fl` is F1, and not F2. A name that says no to what was written, or to which
    what was written says no, is never one of them.

    Args:
        written: what somebody wrote.
        names: what there is; of two that differ only in case the first is returned.
        at_most: how many to return.
        likeness: how alike they must be, from 0 to 1; by default as much as makes a slip likely.
    """
    folded: dict[str, str] = {}
    for name in names:
        folded.setdefault(name.casefold(), name)
    wanted = written.strip().casefold()
    if same := same_to_the_eye(wanted, folded):
        return [folded[one] for one in same][:at_most]
    if likeness is None:
        likeness = _SHORT_ALIKE if len(wanted) <= _SHORT else ALIKE
    from action_plans.english.negation import turns_round  # noqa: PLC0415 -- where all is right nobody asks

    alike = get_close_matches(wanted, folded, n=at_most + _MORE, cutoff=likeness)
    return [folded[one] for one in alike if not turns_round(wanted, one)][:at_most]


def same_to_the_eye(written: str, names: Iterable[str]) -> list[str]:
    """Return the names that look like what was written: `Fl`, `F-1`, `f 1` and `F01` are F1; O is 0."""
    seen = _as_seen(written)
    return [name for name in names if _as_seen(name) == seen] if seen else []


def nearest(written: str, names: Iterable[str], *, likeness: float | None = None) -> str | None:
    """Return the name most like what was written, or None where nothing is like it."""
    return next(iter(closest(written, names, at_most=1, likeness=likeness)), None)


def nearest_equally(written: str, names: Iterable[str]) -> list[str]:
    """Return the names most like what was written, up to three that are so equally, in the order of `names`."""
    names = list(names)
    found = closest(written, names)
    wanted = written.strip().casefold()
    alike = [SequenceMatcher(None, wanted, one.casefold()).ratio() for one in found]
    return sorted((one for one, ratio in zip(found, alike, strict=True) if ratio == max(alike)), key=names.index)


def did_you_mean(*names: str) -> str:
    """Return `Did you mean A1?`, or `Did you mean A1 or A2?`."""
    return f"Did you mean {either(names)}?"


def _as_seen(written: str) -> str:
    folded = re.sub(r"(?<!\d)0+(?=\d)", "", written.strip().casefold())
    return re.sub(r"[\W_]+", "", folded.translate(_LOOK_ALIKE))


_LOOK_ALIKE = str.maketrans("li|o", "1110")
