"""What private matter looks like: patterns as data, for the check of staff text. Families' words have stricter guards.

No pattern finds a first name or "the gentleman in 14": these catch slips, and people read the rest.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from action_plans.checking.confirming import has_person_beside, is_initials, is_nhs_number, is_placeholder


@dataclass(frozen=True, slots=True)
class Pattern:
    r"""One kind of private matter.

    Attributes:
        name: a short name, for tests and reports.
        looks_like: what a match is called in a message, with its article.
        instead: what to write in its place, a sentence.
        expression: finds candidates. It begins with a set of letters or digits and then looks back for the word's
            beginning, `(?<!\w\w)`: so the engine skips what cannot match, ten times faster than with `\b` in front.
        confirm: whether a candidate is one, told from the whole text and the match; every candidate is, if not given.
    """

    name: str
    looks_like: str
    instead: str
    expression: re.Pattern[str]
    confirm: Callable[[str, re.Match[str]], bool] | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """One place in a text that looks private: its pattern, and where it begins and ends."""

    pattern: Pattern
    start: int
    end: int


def find_private(text: str, patterns: Iterable[Pattern]) -> Iterator[Match]:
    """Yield every place that looks private, pattern by pattern. Cost: one pass over the text for each pattern."""
    for pattern in patterns:
        for found in pattern.expression.finditer(text):
            if pattern.confirm is None or pattern.confirm(text, found):
                yield Match(pattern, found.start(), found.end())


_ROOM = re.compile(
    r"[RrBbFf](?<!\w\w)(?:oom|OOM|edroom|EDROOM|ed|ED|lat|LAT)\.? ?(?:[Nn](?:umber|o\.?) ?|# ?)?[0-9]{1,3}[A-Za-z]?\b"
)

NHS_NUMBER = Pattern(
    "nhs-number",
    "an NHS number",
    "Leave it out, and say where the original is in `kept`.",
    # Ten digits, alone or as 3 3 4; the last is a check digit.
    re.compile(r"[0-9]{3}(?P<gap>[ -]?)[0-9]{3}(?P=gap)[0-9]{4}(?![0-9])"),
    is_nhs_number,
)
NATIONAL_INSURANCE = Pattern(
    "national-insurance",
    "a National Insurance number",
    "Leave it out.",
    # Looser than the rule for issued numbers, which leaves out QQ, the usual example.
    re.compile(r"[A-Z]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[A-D]\b"),
)
DATE_OF_BIRTH = Pattern(
    "date-of-birth",
    "a date of birth",
    "Leave it out; an age group will do where age matters.",
    re.compile(
        r"[DdBb](?<!\w\w)(?:(?:(?<=[Dd])(?:\.?[Oo]\.?[Bb]\b|ate of birth)|ORN\b)[^\n0-9]{0,12}[0-9]{1,4}"
        r"|orn (?:on |in )?(?:the )?"
        r"(?:[0-9]{1,2}(?:st|nd|rd|th)?[ /.-](?:of )?[A-Z0-9]|(?:[A-Z][a-z]+ )?(?:19|20)[0-9]{2}\b))"
    ),
)
ROOM_OF_A_PERSON = Pattern(
    "room-of-a-person",
    "the room or bed of a person",
    "Say “a person on the first floor” instead.",
    _ROOM,
    has_person_beside,
)
TITLE_AND_NAME = Pattern(
    "title-and-name",
    "a person's name or initial",
    "Name a role, or say “a person”.",
    re.compile(r"M(?<!\w\w)(?:r|rs|s|iss|x|R|RS|ISS)\.? (?:[A-Z]\b|[A-Z]['\N{RIGHT SINGLE QUOTATION MARK}]?[A-Za-z]+)"),
)
INITIALS = Pattern(
    "initials",
    "a person's initials",
    "Name a role, or say “a person”.",
    re.compile(r"[A-Z](?<!\w\w)\. ?[A-Z]\.(?: ?[A-Z]\.)*(?![A-Za-z0-9])"),
    is_initials,
)
LETTER_FOR_A_PERSON = Pattern(
    "letter-for-a-person",
    "initials that stand for a person",
    "Say “a person”: with the list of rooms and dates a letter can be traced.",
    re.compile(
        r"[RrPpSsTtCc](?<!\w\w)(?:esident|atient|ervice user|enant|lient|erson) (?P<letters>[A-Z]{1,2})\b(?!['.-]?\w)"
    ),
    is_placeholder,
)
EMAIL = Pattern(
    "email",
    "an e-mail address",
    "Addresses belong in `contact`.",
    re.compile(r"[A-Za-z0-9][A-Za-z0-9._%+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"),
)

DISCIPLINE = Pattern(
    "discipline",
    "what was done about a member of staff",
    "Say what changed in practice; what concerns one person belongs in that person's own file.",
    re.compile(
        r"[FfVvWwDdSsGg](?<!\w\w)(?:"
        r"(?<=[Ff])(?:inal|ormal) warning(?! notice)|(?<=[VvWw])(?:erbal|ritten) warning(?! notice)"
        r"|(?<=[Dd])isciplinary (?:hearing|meeting|action|investigation|interview|case)"
        r"|(?<=[Dd])ismissed for\b|(?<=[Ss])uspended (?:from (?:work|duty)|pending|on full pay)"
        r"|(?<=was [Dd])isciplined\b|(?<=een [Dd])isciplined\b|(?<=[Ss])acked\b"
        r"|(?<=[Gg])ross misconduct)"
    ),
)
MOBILE = Pattern(
    "mobile",
    "a mobile telephone number",
    "Numbers belong in `roles`, as `contact`.",
    re.compile(
        r"[+(0](?<![0-9].)(?:(?<=\+)44[ -]?(?:\(0\)[ -]?)?|(?<=0)044[ -]?(?:\(0\)[ -]?)?|(?<=\()0|(?<=0))"
        r"7 ?[0-9]{3}\)?[ -]?[0-9]{3}[ -]?[0-9]{3}(?![0-9])"
    ),
)
STAFF_EMAIL = replace(EMAIL, instead="Addresses belong in `roles`, as `contact`.")

STAFF_PATTERNS = (
    NHS_NUMBER,
    NATIONAL_INSURANCE,
    DATE_OF_BIRTH,
    ROOM_OF_A_PERSON,
    TITLE_AND_NAME,
    INITIALS,
    LETTER_FOR_A_PERSON,
    DISCIPLINE,
    MOBILE,
    STAFF_EMAIL,
)
"""What does not belong in staff text: chosen so that ordinary plans pass."""
