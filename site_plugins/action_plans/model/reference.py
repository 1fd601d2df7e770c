"""What each thing is called, wherever it is cited from: `OAK`, `OAK/A1`, `OAK/A6/evidence-1`, `evidence/E1`."""

import re
from enum import StrEnum, unique
from typing import Self

NOTES = "evidence"
"""What stands before the slash in a reference to a note: `evidence/E1`. No plan is called so."""


@unique
class Kind(StrEnum):
    """What a reference may lead to, and the other things of a plan that have an id."""

    PLAN = "plan"
    FINDING = "finding"
    ACTION = "action"
    EVIDENCE = "evidence"
    MEASURE = "measure"
    MILESTONE = "milestone"
    RISK = "risk"
    OBJECTIVE = "objective"
    SOURCE = "source"
    COMMUNICATION = "communication"


APART = (Kind.SOURCE, Kind.COMMUNICATION)
"""Their ids are a space of their own each: `R1` may be a source and a risk, and a reference means the risk."""

ANYTHING = tuple(kind for kind in Kind if kind not in APART)
"""Everything that a reference may lead to."""


class Ref(str):
    """A reference in full. It is its text, so that files, addresses and messages take it as it is.

    References are compared as they are written; `folded` is what to compare by where case does not matter.
    """

    __slots__ = ()

    @classmethod
    def to(cls, plan: str, item: str = "") -> Self:
        """Return the reference of a plan by its id, or of an item of it by the item's own."""
        return cls(f"{plan}/{item}" if item else plan)

    @classmethod
    def to_note(cls, note: str) -> Self:
        """Return the reference of a note by its id."""
        return cls(f"{NOTES}/{note}")

    def line(self, number: int) -> Self:
        """Return the reference of a line of evidence on this thing, counted from 1."""
        return type(self)(f"{self}/{NOTES}-{number}")

    @property
    def plan(self) -> str:
        """The id of the plan; empty for a note, which stands in none."""
        return "" if self.is_note else self.partition("/")[0]

    @property
    def id(self) -> str:
        """The id of the item, of a note, or of a plan where it is one; a line of evidence has that of its item."""
        return (self.short.partition("/")[0]) if "/" in self else str(self)

    @property
    def short(self) -> str:
        """How it is called within its plan: `A1`, `A6/evidence-1`; a plan's own id."""
        return self.partition("/")[2] or str(self)

    @property
    def owner(self) -> Self:
        """The item that a line of evidence stands on; anything else itself."""
        return type(self)("/".join(self.split("/", 2)[:2]))

    @property
    def anchor(self) -> str:
        """The last part: the place on a page where a line of evidence stands."""
        return self.rpartition("/")[2]

    @property
    def is_note(self) -> bool:
        """Whether it is a note's."""
        return self.partition("/")[0].casefold() == NOTES and "/" in self

    @property
    def is_plan(self) -> bool:
        """Whether it is a plan's own."""
        return "/" not in self

    @property
    def folded(self) -> Self:
        """The same without regard to case."""
        return type(self)(self.casefold())


def is_words(written: str) -> bool:
    """Whether words are written where a reference may stand too: anything with a space in it but several references."""
    if len(written.split()) <= 1:
        return False
    parts = [part for part in _BETWEEN.split(written.strip()) if part and part.casefold() != "and"]
    return len(parts) <= 1 or not all(map(_WITH_DIGIT.fullmatch, parts))


_BETWEEN = re.compile(r"\s+/\s+|[\s,;&+]+")
_WITH_DIGIT = re.compile(r"(?:[A-Za-z][\w-]*/)*[A-Za-z][A-Za-z-]*\d[\w-]*")
"""A reference, told from a word by its digit: `F1`, `OAK/A7`."""


def anchor_of(ref: str) -> str:
    """Return the anchor of a thing on a page, from its reference as the page says it: `a1`, or `elm.a1`."""
    return ref.lower().replace("/", ".")
