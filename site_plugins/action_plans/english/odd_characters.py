"""Characters that cannot be seen, or look like others: named, so that whoever pasted them knows what to look for."""

import re
import unicodedata
from dataclasses import dataclass

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0]"
)
"""Characters of no width: zero-width spaces and joiners, soft hyphens, signs that turn the direction of writing."""

ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
"""Spaces that are none to YAML, and that programs which lay out text put in by themselves."""

ODD_HYPHEN = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
"""Hyphens and dashes that are no hyphen-minus, the sign on the keyboard."""

_CYRILLIC = (
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0430"
    "\u0435\u0455\u0456\u0458\u043e\u0440\u0441\u0443\u0445\u04bb\u0501\u051b\u051d"
)
_GREEK = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf\u03bd\u03c1\u03c5\u03b1"
)
_LETTERS = str.maketrans(
    _CYRILLIC + _GREEK,
    "ABESIJKMHOPCTYXaesijopcyxhdqw" + "ABEZHIKMNOPTYXovpua",
)
"""Letters of other scripts that look like Latin ones in most type."""

_SIGNS = str.maketrans(
    "\uff1a\uff1b\uff0c\uff0e\uff08\uff09\uff3b\uff3d\uff5b\uff5d\uff03\uff0d\u2018\u2019\u201c\u201d",
    ":;,.()[]{}#-''" + '""',
)
"""Signs of full width, and curled quotation marks."""


@dataclass(frozen=True, slots=True)
class Odd:
    """An odd character in a text: its place, from 0, the character, and what was meant, empty where nothing was."""

    place: int
    character: str
    meant: str

    @property
    def name(self) -> str:
        """What it is called: `a no-break space (U+00A0)`."""
        called = unicodedata.name(self.character, "character without a name").lower()
        called = re.sub(r"\b(?:cyrillic|greek|latin)\b", lambda script: script[0].capitalize(), called)
        return f"{'an' if called[0] in 'aeio' else 'a'} {called} (U+{ord(self.character):04X})"

    @property
    def said(self) -> str:
        """Return in a sentence what it is and what to do."""
        if not self.meant:
            return f"Character {self.place + 1} is {self.name}, which cannot be seen: delete it."
        meant = "an ordinary space" if self.meant == " " else f"an ordinary {self.meant}"
        return f"Character {self.place + 1} is {self.name}, not {meant}: type it again."


def find_odd(text: str) -> Odd | None:
    """Return the first character of a code, a name or a date that cannot be seen or looks like another.

    Letters count only where the whole word would be one of plain letters, as in a code, but not in a Polish word.
    """
    for place, character in enumerate(text):
        if character.isascii():
            continue
        if INVISIBLE.match(character):
            return Odd(place, character, "")
        if ODD_SPACE.match(character):
            return Odd(place, character, " ")
        if ODD_HYPHEN.match(character):
            return Odd(place, character, "-")
        meant = character.translate(_SIGNS).translate(_LETTERS)
        if meant != character and _is_plain(_word_at(text, place)):
            return Odd(place, character, meant)
    return None


def plain(text: str) -> str:
    """Return a text with every odd character as what was meant."""
    shown = ODD_HYPHEN.sub("-", ODD_SPACE.sub(" ", INVISIBLE.sub("", text)))
    return shown.translate(_SIGNS).translate(_LETTERS)


def _word_at(text: str, place: int) -> str:
    return next(found[0] for found in re.finditer(r"\w+|\W", text) if found.start() <= place < found.end())


def _is_plain(word: str) -> bool:
    return word.translate(_SIGNS).translate(_LETTERS).isascii()
