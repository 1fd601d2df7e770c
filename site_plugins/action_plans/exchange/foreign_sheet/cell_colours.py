"""The colours by which people say how an action stands: of a cell, or named in it."""

import colorsys
import re

BY_LETTER = {"r": "red", "a": "amber", "g": "green", "b": "blue"}
"""What a letter alone in a cell stands for."""
BY_COLOUR_WORD = {colour: colour for colour in BY_LETTER.values()} | {"yellow": "amber", "orange": "amber"}
"""What a word for a colour stands for."""
FEW_WORDS = 4
"""Up to how many words a cell may have that says little else."""


def colour_word(rgb: str) -> str | None:
    """Return red, amber, green or blue for a fill as RGB or ARGB in hexadecimal; None for grey, or another hue."""
    digits = rgb.strip().lstrip("#")[-6:]
    if not re.fullmatch(r"[0-9A-Fa-f]{6}", digits):
        return None
    red, green, blue = (int(digits[place : place + 2], 16) for place in (0, 2, 4))
    strongest, spread = max(red, green, blue), max(red, green, blue) - min(red, green, blue)
    if spread < (_LEAST_SPREAD if strongest >= _DARK else _LEAST_SPREAD_IN_THE_DARK):
        return None
    hue = colorsys.rgb_to_hls(red / 255, green / 255, blue / 255)[0] * 360
    return next((word for until, word in _HUES if hue < until), None)


def colour_said(written: str) -> str | None:
    """Return the one colour that a cell names: by its word as a word of its own, by its letter if that is all."""
    words = folded(written)
    if words in BY_LETTER:
        return BY_LETTER[words]
    named = {BY_COLOUR_WORD[word] for word in words.split() if word in BY_COLOUR_WORD}
    is_short = len(words.split()) <= FEW_WORDS or words.split()[0] in BY_COLOUR_WORD
    return named.pop() if len(named) == 1 and is_short else None


def folded(words: str) -> str:
    """Return words in lower case with one blank between, without signs that say nothing of how an action stands."""
    return re.sub(r"[^\w%\0\u2713\u2714\u221a\u2611]+", " ", words.replace("_", " ")).strip().casefold()


_HUES = ((16.0, "red"), (68.0, "amber"), (172.0, "green"), (265.0, "blue"), (328.0, None), (361.0, "red"))
"""Until which angle of the colour circle a hue goes by which word."""
_LEAST_SPREAD, _LEAST_SPREAD_IN_THE_DARK, _DARK = 18, 64, 128
"""How far apart the strongest and the weakest part of a colour are, of 255: a lesser difference is grey."""
