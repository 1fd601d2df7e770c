"""Texts as alternatives of a pattern."""

import re
from collections.abc import Iterable


def longest_first(texts: Iterable[str]) -> list[str]:
    """Return texts once each, the longest first, so that a pattern of them never stops at a part of one."""
    return sorted(set(texts), key=lambda text: (-len(text), text))


def any_of(texts: Iterable[str]) -> str:
    """Return the source of a pattern that finds any of the texts; of none it finds nothing."""
    return "|".join(map(re.escape, longest_first(texts))) or r"(?!)"
