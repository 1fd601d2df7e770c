"""Guard 3: what looks like personal data in words for families.

Tools cannot tell a name from any other word; that is what a project's own list of names, and the person who approves,
are for.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from action_plans.checking.confirming import is_nhs_number
from action_plans.checking.patterns import FAMILY_PATTERNS, Pattern, find_private
from action_plans.english.alternatives import longest_first
from action_plans.family.words.folding import plain


@dataclass(frozen=True, slots=True)
class PrivateWords:
    """What looks private: what it is, what to do, and where it stands in the text, from 0.

    The words themselves are not kept: a message must not repeat them. The place is that in the plain text.
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

    def find(self, written: str) -> Iterator[PrivateWords]:
        """Yield everything that looks private, however blanks, hyphens and letters are written."""
        text = plain(written)
        spared = tuple(self._spared(text))
        told: set[int] = set()
        for match in find_private(text, (*FAMILY_PATTERNS, *_FOR_FAMILIES)):
            if match.start not in told and not any(start <= match.start and match.end <= end for start, end in spared):
                told.add(match.start)
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
        return _any_of(self.refused, blanks=r"\s+", flags=re.IGNORECASE)


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_NUMBER = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|eighteen|nineteen|(?:twenty|thirty|forty)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?)"
)
_FOR_FAMILIES = (
    Pattern(
        "age",
        "someone's age",
        "Leave the age out.",
        re.compile(
            r"\b[Aa]ged? [0-9]{1,3}\b|\b[0-9]{1,3}[- ]years?[- ]old\b"
            r"|\b(?:man|woman|lady|gentleman|person) of [0-9]{2,3}\b"
        ),
    ),
    Pattern(
        "larger-count-of-people",
        "a count of people",
        "Say “some people” or “someone”: count things, not people.",
        re.compile(
            r"\b(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a couple)"
            r"(?: (?:out )?of(?: the| our)?(?: [0-9]{1,3})?)?"
            r" (?:(?:resident|patient|tenant|client|service user|famil|relative)(?:s|y|ies)?|people|person"
            r"|(?:wo)?m[ae]n|lad(?:y|ies)|gentlem[ae]n)\b",
            re.IGNORECASE,
        ),
    ),
    Pattern(
        "year-of-birth",
        "a date of birth",
        "Leave it out.",
        re.compile(rf"\b[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH},? (?:18|19[0-6])[0-9]\b", re.IGNORECASE),
    ),
    Pattern(
        "date-in-figures",
        "a date in figures, perhaps of birth",
        "Leave it out, or write the month in words.",
        re.compile(r"(?<![0-9./-])[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:[0-9]{2}|[0-9]{4})(?![0-9./-])"),
    ),
    Pattern(
        "nhs-number-otherwise",
        "an NHS number",
        "Leave it out.",
        re.compile(r"[0-9](?:[ ./-]?[0-9]){9}(?![0-9])"),
        is_nhs_number,
    ),
    Pattern(
        "room-in-words",
        "a room or bed number",
        "Say “a room on the first floor” instead.",
        re.compile(
            rf"\b(?:in|from|to|of|at|outside|near) (?:room|bedroom|bed|flat) (?:number )?{_NUMBER}\b", re.IGNORECASE
        ),
    ),
    Pattern(
        "checksum",
        "the sum of a file or a version",
        "Leave it out.",
        re.compile(r"\b(?:[0-9a-f]{40}|[0-9a-f]{64})\b", re.IGNORECASE),
    ),
    Pattern(
        "web-address",
        "a web address",
        "Addresses belong in `outside_help`.",
        re.compile(
            r"\b(?:[a-z][a-z0-9+.-]*://|git@|www\.)\S+"
            r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:uk|org|com|net|io|dev|local|internal|lan)\b(?![\w@])",
            re.IGNORECASE,
        ),
    ),
)


def _any_of(values: Iterable[str], blanks: str, flags: int = 0) -> re.Pattern[str] | None:
    """Return a pattern of whole values, in which blanks, hyphens and brackets may stand otherwise."""
    known = longest_first(" ".join(plain(value).split()) for value in values if value.strip())
    spelled = [blanks.join(map(re.escape, re.split(r"[ ()-]+", value))) for value in known]
    return re.compile(rf"(?<!\w)\(?(?:{'|'.join(spelled)})(?!\w)", flags) if spelled else None
