"""Hidden marks of direction that come along when a name or a number is pasted from another program.

They begin and end a stretch that runs the other way, and most lie around words that run as the page does. What people
write for families is read and printed without them, so that what is guarded is what is shown. The two that turn letters
round, U+202D and U+202E, are none of these: no program adds them by itself, and what holds one is refused.
"""

import re

_PASTED = re.compile("[\u202a-\u202c\u2066-\u2069]")


def has_pasted_marks(text: str) -> bool:
    """Whether a text has such marks."""
    return not text.isascii() and _PASTED.search(text) is not None


def without_pasted_marks(text: str) -> str:
    """Return a text without such marks."""
    return text if text.isascii() else _PASTED.sub("", text)
