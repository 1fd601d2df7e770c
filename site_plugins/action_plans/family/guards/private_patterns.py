"""Guard 3: what looks like personal data in words for families.

Tools cannot tell a name from any other word; that is what a project's own list of names, and the person who approves,
are for.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from action_plans.checking.patterns import FAMILY_PATTERNS, Pattern, find_private


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """What looks private: what it is, what to do, and where it stands in the text, from 0.

    The words themselves are not kept: a message must not repeat them.
    """

    what: str
    instead: str
    start: int


@dataclass(frozen=True)
class PrivatePatterns:
    """The patterns, less what may be published.

    Attributes:
        allowed: telephone numbers, addresses and names of the contact, of outside help and of the theme.
        refused: names that the project never wants published.
    """

    allowed: frozenset[str] = frozenset()
    refused: tuple[str, ...] = ()

    def find(self, text: str) -> Iterator[PrivateWords]:
        """Yield everything that looks private."""
        spared = tuple(self._spared(text))
        for match in find_private(text, (*FAMILY_PATTERNS, AGE, LARGER_COUNT_OF_PEOPLE)):
            if not any(start <= match.start and match.end <= end for start, end in spared):
                yield PrivateWords(match.pattern.looks_like, match.pattern.instead, match.start)
        for found in self._refused.finditer(text) if self._refused else ():
            what = "a name from your list of names to refuse"
            yield PrivateWords(what, "Leave it out, or say what the person does.", found.start())

    def _spared(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where something stands that may be published."""
        for found in self._allowed.finditer(text) if self._allowed else ():
            yield found.span()

    @cached_property
    def _allowed(self) -> re.Pattern[str] | None:
        return _any_of(self.allowed, blanks=r"[ ()-]*")

    @cached_property
    def _refused(self) -> re.Pattern[str] | None:
        return _any_of(self.refused, blanks=r"\s+")


AGE = Pattern(
    "age",
    "someone's age",
    "Leave the age out.",
    re.compile(
        r"\b[Aa]ged? [0-9]{1,3}\b|\b[0-9]{1,3}[- ]years?[- ]old\b|\b(?:man|woman|lady|gentleman|person) of [0-9]{2,3}\b"
    ),
)
LARGER_COUNT_OF_PEOPLE = Pattern(
    "larger-count-of-people",
    "a count of people",
    "Say “some people” or “someone”: count things, not people.",
    re.compile(
        r"\b(?:[0-9]{1,3}|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[Aa] couple)"
        r"(?: (?:out )?of(?: the| our)?(?: [0-9]{1,3})?)?"
        r" (?:(?:resident|patient|tenant|client|service user)s?|people|(?:wo)?men|ladies|gentlemen)\b"
    ),
)


def _any_of(values: Iterable[str], blanks: str) -> re.Pattern[str] | None:
    """Return a pattern of whole values, in which blanks, hyphens and brackets may stand otherwise."""
    known = sorted(
        {" ".join(value.split()) for value in values if value.strip()}, key=lambda value: (-len(value), value)
    )
    spelled = [blanks.join(map(re.escape, re.split(r"[ ()-]+", value))) for value in known]
    return re.compile(rf"(?<!\w)\(?(?:{'|'.join(spelled)})(?!\w)") if spelled else None
