"""A short code for a role that has none yet: the first letters of its words."""

import re

_SMALL_WORDS = frozenset(("the", "of", "and", "for", "our", "a", "an", "in", "to"))


def initials(title: str) -> str:
    """Return the first letters of a title's words: `RM` for Registered manager; empty where it has no word."""
    words = re.findall(r"[^\W\d_][\w'\u2019-]*", title)
    return "".join(word[0].upper() for word in words if word.casefold() not in _SMALL_WORDS)
