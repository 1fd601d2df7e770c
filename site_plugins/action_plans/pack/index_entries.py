"""Everything that has a reference, for the two indexes of a pack: by title, and by reference."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby

from action_plans.model.reference import NOTES, Kind
from action_plans.staff.context import Here
from action_plans.staff.tags import Tag
from action_plans.tracing.references import Node

WORDS: Mapping[Kind, str] = {
    Kind.PLAN: "Plan",
    Kind.FINDING: "Finding",
    Kind.ACTION: "Action",
    Kind.EVIDENCE: "Evidence",
    Kind.MEASURE: "Measure",
    Kind.MILESTONE: "Milestone",
    Kind.RISK: "Risk",
    Kind.OBJECTIVE: "Objective",
}
OTHER = "0 to 9"
"""The heading of titles that begin with no letter."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing in an index: what it is, its full reference (empty for a line of evidence), title, link, state."""

    what: str
    ref: str
    title: str
    href: str
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an index: a letter, or a plan."""

    anchor: str
    title: str
    entries: tuple[Entry, ...]


def entries(here: Here) -> tuple[tuple[Node, Entry], ...]:
    """Return everything that has a reference, in the order in which it is written."""
    return tuple((node, _entry(here, node)) for node in here.context.trace.references.nodes.values())


def by_title(found: Iterable[tuple[Node, Entry]]) -> tuple[Section, ...]:
    """Return a section for each first letter, in the order of the alphabet; figures and signs last."""
    ordered = sorted((entry for _, entry in found), key=lambda entry: (_plain(entry.title), entry.ref, entry.href))
    letters: dict[str, list[Entry]] = {}
    for entry in ordered:
        letters.setdefault(_letter(entry.title), []).append(entry)
    return tuple(
        Section(f"letter-{letter[0].lower()}", letter, tuple(letters[letter]))
        for letter in sorted(letters, key=lambda letter: (letter == OTHER, letter))
    )


def by_reference(found: Iterable[tuple[Node, Entry]]) -> tuple[Section, ...]:
    """Return a section for each plan, then one for the notes; F2 before F10. Lines of evidence have no reference."""
    cited = [(node, entry) for node, entry in found if entry.ref]
    sections = []
    for plan, several in groupby(cited, key=lambda pair: pair[0].plan):
        held = tuple(entry for _, entry in sorted(several, key=lambda pair: _natural(pair[0])))
        anchor, title = (f"plan-{plan.id.lower()}", f"{plan.id} {plan.title}") if plan else (NOTES, "Evidence notes")
        sections.append(Section(anchor, title, held))
    return tuple(sections)


_ORDER = {kind: place for place, kind in enumerate(WORDS)}


def _entry(here: Here, node: Node) -> Entry:
    link = here.link(node.ref)
    is_line = node.kind is Kind.EVIDENCE and node.plan is not None
    ref = "" if is_line else node.ref.removeprefix(f"{NOTES}/")
    tag = here.tag(node.ref) if node.kind in (Kind.ACTION, Kind.FINDING) else None
    return Entry(WORDS[node.kind], ref, node.title, link.href, tag)


def _natural(node: Node) -> tuple[int, tuple[tuple[int, str], ...]]:
    """Return the order of a reference within its plan: kinds apart, and numbers as numbers."""
    parts = re.findall(r"\d+|\D+", node.short.casefold())
    return _ORDER[node.kind], tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)


def _plain(title: str) -> str:
    """Return a title without accents, capitals, and what stands before its first letter or figure."""
    folded = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().casefold()
    return re.sub(r"^[^a-z0-9]+", "", folded)


def _letter(title: str) -> str:
    first = _plain(title)[:1]
    return first.upper() if first.isalpha() else OTHER
