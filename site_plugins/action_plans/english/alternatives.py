"""Texts as alternatives of a pattern."""

from collections.abc import Iterable


def longest_first(texts: Iterable[str]) -> list[str]:
    """Return texts once each, the longest first, so that a pattern of them never stops at a part of one."""
    return sorted(set(texts), key=lambda text: (-len(text), text))
