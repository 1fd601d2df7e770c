"""Words that people write where a day is meant, and that name none: what to write instead."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from action_plans.model.action import Action
from action_plans.model.action_parts import Task
from action_plans.model.measure import Milestone
from action_plans.model.plan import Plan
from action_plans.model.plan_parts import Communication
from action_plans.model.record import Record
from action_plans.model.reflection import field_names
from action_plans.model.source import Source

EXAMPLE = "Write it as 2026-03-01 or 1 March 2026, or a month as March 2026."
_DAY = "Write the day, as 2026-03-01 or 1 March 2026, or a month as March 2026."


@dataclass(frozen=True, slots=True)
class DateField:
    """The field that a date is written in, and the record that it is a field of, where that is known."""

    name: str = ""
    record: type[Record] | None = None

    def is_in(self, record: type[Record], *names: str) -> bool:
        """Return whether it is one of these fields of a record."""
        return self.record is record and self.name in names

    @property
    def is_needed(self) -> bool:
        """Whether its record cannot be written without it."""
        field = field_names(self.record).get(self.name) if self.record is not None else None
        return field is None or field.is_required

    @property
    def is_ahead(self) -> bool:
        """Whether it names a day by which, or on which, something is to happen."""
        return self.name in _AHEAD

    @property
    def when_done(self) -> str | None:
        """The field that says when it was done, beside one that says by when it is to be."""
        return next((done for record, name, done in _WHEN_DONE if self.is_in(record, name)), None)


def no_date(text: str, asked: DateField) -> str | None:
    """Return what to write instead of words that name no day at all, or None."""
    return next(
        (said(text, asked) for pattern, said in _NO_DATES if re.fullmatch(rf"(?i)\W*(?:{pattern})\W*", text)), None
    )


def how_often(text: str) -> str | None:
    """Return the length of time that words such as `monthly` or `every two weeks` stand for, as it is written."""
    folded = re.sub(r"[\W_]+", " ", text).strip().casefold()
    if folded in _OFTEN:
        return _OFTEN[folded]
    match = re.fullmatch(
        rf"(?:every|each|once an?|once every|per) (?:(\d{{1,3}}|{'|'.join(_COUNTS)}) )?(day|week|month|year)s?", folded
    )
    if match is None:
        return None
    number = int(_COUNTS.get(match[1] or "one", match[1] or 1))
    return f"{number} {match[2]}{'' if number == 1 else 's'}" if number else None


def _none_agreed(_text: str, asked: DateField) -> str:
    if asked.is_ahead or asked.is_needed:
        return f"Agree a day and write it: what has no day is not done. {EXAMPLE}" if asked.is_ahead else _DAY
    return f"Leave {asked.name} out until there is a day to write. {EXAMPLE}"


def _no_end(text: str, asked: DateField) -> str:
    if asked.is_in(Action, "due"):
        return (
            "Write the day on which it will be seen whether it works; "
            "what goes on without an end belongs in sustained_by."
        )
    if _IS_NONE.fullmatch(text):
        return _DAY if asked.is_needed else f"Leave {asked.name} out: what has no day is not written."
    often = how_often(text)
    if asked.is_in(Plan, "next_review") and often:
        return (
            f"How often goes into review_every: write review_every: {often}, and here the day of the next, "
            "or leave next_review out."
        )
    if often or re.search(r"(?i)ly$|^every|^each", text):
        return (
            f"This says how often, not when: write the day of the next. {EXAMPLE}"
            if asked.is_ahead
            else f"This says how often, not when: write the day. {EXAMPLE}"
        )
    if asked.is_ahead:
        return f"Write the day on which it will be seen how it stands. {EXAMPLE}"
    return f"Write the day{'' if asked.is_needed else f', or leave {asked.name} out'}. {EXAMPLE}"


def _how_it_stands(_text: str, asked: DateField) -> str:
    said = "This says how it stands, not when: write the day."
    if asked.is_in(Action, "due"):
        return f"{said} An action keeps the day that was agreed in due, and says in closed_on when it was done."
    if asked.when_done is not None:
        return f"{said} What was agreed stays in {asked.name}; {asked.when_done} says when it was done."
    return said


def _counted(_text: str, _asked: DateField) -> str:
    return f"Count from the day on which it was agreed, and write the day on which it ends. {EXAMPLE}"


_AHEAD = frozenset(
    (
        *("due", "by", "check_due", "next_review", "next_update", "next_assessment"),
        *("response_due", "comply_by", "report_by", "review_due", "until", "to"),
    )
)
"""Fields of days by which, or on which, something is to happen."""
_WHEN_DONE: tuple[tuple[type[Record], str, str], ...] = (
    (Action, "due", "closed_on"),
    (Milestone, "due", "reached_on"),
    (Task, "by", "done_on"),
    (Communication, "due", "done_on"),
    (Source, "response_due", "answered"),
)
_OFTEN = {
    "daily": "1 day",
    "weekly": "1 week",
    "fortnightly": "2 weeks",
    "monthly": "1 month",
    "quarterly": "3 months",
    "annual": "1 year",
    "annually": "1 year",
    "yearly": "1 year",
    "six monthly": "6 months",
    "6 monthly": "6 months",
    "every fortnight": "2 weeks",
    "every quarter": "3 months",
    "each quarter": "3 months",
}
_COUNTS = {"one": 1, "two": 2, "three": 3, "four": 4, "six": 6}
_IS_NONE = re.compile(r"(?i)\W*(?:n/?a|not applicable|none)\W*")

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

_NO_DATES: tuple[tuple[str, Callable[[str, DateField], str]], ...] = (
    (
        (
            r"tb[acd]|to be (?:confirmed|agreed|advised|decided|arranged|set)|asap|a\.s\.a\.p|as soon as possible|"
            r"urgent(?:ly)?|"
            r"immediate(?:ly)?|at once|now|today|soonest|with immediate effect|next (?:week|month|year)|"
            r"this (?:week|month|year)|tomorrow|not (?:set|known|agreed)|unknown|[-?]+"
        ),
        _none_agreed,
    ),
    (
        (
            r"on[ -]?going|in progress|continuous(?:ly)?|continual(?:ly)?|continuing|rolling|n/?a|not applicable|none|"
            r"always|once an? .*|"
            r"daily|weekly|fortnightly|monthly|bi-?monthly|quarterly|(?:six|6)[- ]monthly|(?:bi-?)?annual(?:ly)?|"
            r"yearly|"
            r"each (?:day|week|month|quarter|year)|every .*"
        ),
        _no_end,
    ),
    (
        r"complete[d]?|done|closed|achieved|finished|actioned|yes",
        _how_it_stands,
    ),
    (
        (
            r"(?:with)?in (?:\d+|one|two|three|four|six|a) (?:day|week|month|year)s?|"
            r"(?:\d+|one|two|three|four|six) (?:day|week|month|year)s?(?: from .*)?"
        ),
        _counted,
    ),
)
"""What is no date at all, and who says what to write instead."""
