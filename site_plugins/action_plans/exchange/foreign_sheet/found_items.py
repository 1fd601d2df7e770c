"""What was found in a sheet: findings and actions as fields of a plan, and what is to be said of its cells."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, unique

from action_plans.exchange.yaml_words import Value

Fields = dict[str, Value]
"""Fields of a finding or an action under their names in a plan, in any order; `extra` is a mapping of its own."""


@unique
class Topic(Enum):
    """What is said of a cell, in the order of the report."""

    ASKED = "To answer"
    NOT_UNDERSTOOD = "Not understood, and kept in the words of the sheet"
    TAKEN = "Taken so; look whether it is right"
    TWICE = "Changed in the sheet and in the plan; left as the plan has it"
    GONE = "In the plan and no longer in the sheet; nothing was deleted"
    HIDDEN = "Hidden in the sheet, and read all the same"
    LEFT = "Not taken into the plan"


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of a cell: where it stands, if it is one, and a sentence that may hold what stands in it."""

    topic: Topic
    place: str
    words: str


@dataclass(frozen=True, slots=True)
class FoundFinding:
    """A finding: its fields without an id, where it first stands, and the sheet's own number of it."""

    fields: Fields
    place: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class FoundAction:
    """An action: its fields without an id and without what it is for.

    `findings` are the numbers of its findings in the list, from 0. `number` is the sheet's own of it. `guessed` names
    the fields that the sheet does not say: they are written once, and never again.
    """

    fields: Fields
    place: str
    findings: tuple[int, ...]
    number: str = ""
    guessed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Found:
    """All that a sheet says: what becomes of it in a plan, and what is said of it."""

    findings: tuple[FoundFinding, ...]
    actions: tuple[FoundAction, ...]
    roles: Mapping[str, str]
    owners: Mapping[str, str]
    head: Fields
    remarks: tuple[Remark, ...] = field(default=())


def one_line(text: str) -> str:
    """Return a text on one line, without characters that cannot be seen."""
    return " ".join(_CONTROL.sub(" ", text).split())


def clean(text: str) -> str:
    """Return a text of one or more paragraphs: blanks at the ends of lines and what cannot be seen taken out."""
    lines = [" ".join(_CONTROL.sub(" ", line).split()) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def title_and_rest(text: str) -> tuple[str, str]:
    """Return the first line of a text as a title, and the whole where it says more; nothing where it does not."""
    whole = clean(text)
    flat = one_line(whole)
    if "\n" not in whole and len(flat) <= LONGEST_TITLE:
        return flat, ""
    first = whole.split("\n", 1)[0]
    if len(first) > LONGEST_TITLE and (end := _SENTENCE.search(first)) is not None and end.end() <= LONGEST_TITLE:
        first = first[: end.end()].strip()
    if len(first) > LONGEST_TITLE:
        first = f"{first[: LONGEST_TITLE - 2].rsplit(' ', 1)[0]} …"
    return first, whole


def quoted(text: str) -> str:
    """Return the words of a cell as a sentence holds them."""
    return f"“{one_line(text)}”"


LONGEST_TITLE = 160
"""How long a title becomes before it is cut, and all of it stands below."""

_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]|_x000[0-9A-F]_")
_SENTENCE = re.compile(r"[.!?;](?=\s)")
