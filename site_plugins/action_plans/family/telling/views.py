"""What the family templates receive, and all that they receive: words, numbers of things, and addresses.

No record here refers to a plan, an action, a note or a trace, so that no template can reach one.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A link: its address, its words, whether it leads to the page it stands on, the language if it is another."""

    href: str
    words: str
    is_here: bool = False
    language: str = ""


@dataclass(frozen=True, slots=True)
class Rating:
    """What CQC says of the service: sentences, and links to read more."""

    sentences: tuple[str, ...]
    links: tuple[Link, ...]
    questions: tuple[tuple[str, str], ...] = ()
    """CQC's questions with the rating of each."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing the service said it would do. `state` names its icon and colour, `status` says it in words."""

    state: str
    status: str
    text: str
    when: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dots:
    """A value out of a few as dots in a row: how wide they are, and the paths of the full ones and of the others."""

    width: int
    full: str
    empty: str


@dataclass(frozen=True, slots=True)
class Value:
    """How a figure was or is: `label` says which, `dots` draws it where it is one of a few."""

    label: str
    value: str
    dots: Dots | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that families can follow: what is counted, and how it was and is."""

    text: str
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the paragraph under it."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word and what it means."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic. `sections_before` stand before what is done, `sections_after` after it, `sections_for_you` last.

    `is_cqcs` is whether CQC found it; `change` what will change; `dated` when it was last changed and last checked.
    """

    title: str
    href: str
    is_cqcs: bool
    found: str
    change: str
    progress: str
    sections_before: tuple[Section, ...]
    steps: tuple[Step, ...]
    sections_after: tuple[Section, ...]
    figure: Figure | None
    sections_for_you: tuple[Section, ...]
    words: tuple[Meaning, ...]
    dated: tuple[str, ...]
