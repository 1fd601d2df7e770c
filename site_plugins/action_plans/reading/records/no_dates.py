"""Words that people write where a day is meant, and that name none: what to write instead."""

import re

EXAMPLE = "Write it as 2026-03-01 or 1 March 2026, or a month as March 2026."


def no_date(text: str) -> str | None:
    """Return what to write instead of words that name no day at all, or None."""
    return next((said for pattern, said in _NO_DATES if re.fullmatch(rf"(?i)\W*(?:{pattern})\W*", text)), None)


PARTS_OF_YEAR = {
    "spring": "May",
    "easter": "April",
    "summer": "August",
    "autumn": "November",
    "christmas": "December",
    "winter": "December",
    "early": "March",
    "mid": "June",
    "late": "December",
    "end of(?: the)? year": "December",
    "end of 20\\d{2}": "December",
}
"""Words for a part of the year, and the last month of it that people mean."""

_NO_DATES = (
    (
        (
            r"tb[acd]|to be (?:confirmed|agreed|advised|decided|arranged|set)|asap|a\.s\.a\.p|as soon as possible|"
            r"urgent(?:ly)?|"
            r"immediate(?:ly)?|at once|now|today|soonest|with immediate effect|next (?:week|month|year)|"
            r"this (?:week|month|year)|tomorrow|not (?:set|known|agreed)|unknown|[-?]+"
        ),
        f"Agree a day and write it: what has no day is not done. {EXAMPLE}",
    ),
    (
        (
            r"on[ -]?going|in progress|continuous(?:ly)?|continual(?:ly)?|continuing|rolling|n/?a|not applicable|none|"
            r"always|"
            r"daily|weekly|fortnightly|monthly|bi-?monthly|quarterly|(?:bi-?)?annual(?:ly)?|yearly|"
            r"each (?:day|week|month|quarter|year)|every .*"
        ),
        "Write the day on which it will be seen whether it works; what goes on without an end belongs in sustained_by.",
    ),
    (
        r"complete[d]?|done|closed|achieved|finished|actioned|yes",
        (
            "This says how it stands, not when: write the day. An action keeps the day that was agreed in due, and "
            "says in closed_on when it was done."
        ),
    ),
    (
        (
            r"(?:with)?in (?:\d+|one|two|three|four|six|a) (?:day|week|month|year)s?|"
            r"(?:\d+|one|two|three|four|six) (?:day|week|month|year)s?(?: from .*)?"
        ),
        f"Count from the day on which it was agreed, and write the day on which it ends. {EXAMPLE}",
    ),
)
"""What is no date at all, and what to write instead."""
