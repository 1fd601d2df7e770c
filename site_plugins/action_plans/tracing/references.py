"""References: what each thing is called, what cites it, and what a written reference leads to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from action_plans.english.near import nearest_equally, same_to_the_eye
from action_plans.model.action import Action
from action_plans.model.evidence import EvidenceNote
from action_plans.model.finding import Finding
from action_plans.model.origin import Origin
from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.record import Item, Record
from action_plans.model.reference import ANYTHING, Kind, Ref, is_words
from action_plans.model.reflection import Field, field_names, fields_of, records_in
from action_plans.model.written import Written, written_in_note, written_in_plan


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that can be referred to: `ref` as written (`OAK/A1`), its kind, and the plan it stands in."""

    ref: Ref
    kind: Kind
    record: Item
    plan: Plan | None

    @property
    def title(self) -> str:
        """Its title, or an objective's statement."""
        return str(getattr(self.record, "title", None) or getattr(self.record, "statement", ""))

    @property
    def short(self) -> str:
        """Its reference within its own plan: `A1`."""
        return self.ref.short


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference as it is written.

    `subject` is the reference of the thing that it is written on; `verb` is set where it makes an edge of the
    trace, and `reverse` where the thing cited is the edge's subject.
    """

    subject: Ref
    field: str
    written: str
    kinds: tuple[Kind, ...]
    origin: Origin
    plan: Plan | None
    verb: str | None = None
    reverse: bool = False
    own_plan_only: bool = False


class References:
    """Everything that can be referred to in a portfolio, in the order in which it is written."""

    def __init__(self, portfolio: Portfolio) -> None:
        """Take in every plan, every item of it and every note; the lines of evidence of what is taken in."""
        self.nodes: dict[str, Node] = {}
        self._by_folded: dict[str, Ref] = {}
        for node, lines in _nodes(portfolio):
            if self._by_folded.setdefault(node.ref.casefold(), node.ref) == node.ref:
                self.nodes[node.ref] = node
                for line in lines:
                    self._by_folded[line.ref.casefold()] = line.ref
                    self.nodes[line.ref] = line

    def find(self, written: str, plan: Plan | None) -> Node | None:
        """Return what `A1`, written in `plan`, or `PLAN/A1`, written anywhere, leads to."""
        if "/" not in written and plan is not None:
            written = Ref.to(plan.id, written)
        ref = self._by_folded.get(written.casefold())
        return self.nodes[ref] if ref is not None else None

    def nearest(self, written: str, plan: Plan | None, kinds: tuple[Kind, ...]) -> str | None:
        """Return the reference that was probably meant, written as it would be from `plan`."""
        return next(iter(self.likely(written, plan, kinds)), None)

    def likely(self, written: str, plan: Plan | None, kinds: tuple[Kind, ...]) -> list[str]:
        """Return the references that may be meant, as they would be written from `plan`; several where it is not sure.

        By its look (`Fl`), by its title or number (`Finding 1`), else by likeness. Of `A9` only another A is like it
        where ids of the plan begin so: F9 is something else.
        """
        own = f"{plan.id}/" if plan is not None and "/" not in written else ""
        among = {ref.removeprefix(own): node for ref, node in self.nodes.items() if ref.startswith(own)}
        known = {ref: node for ref, node in among.items() if node.kind in kinds}
        if found := same_to_the_eye(written, known) or _by_title_or_number(written, known):
            return found[:_MOST]
        if (begins := _letters(written)) and any(_letters(ref) == begins for ref in among):
            known = {ref: node for ref, node in known.items() if _letters(ref) == begins}
        return nearest_equally(written, known)


def _by_title_or_number(written: str, known: Mapping[str, Node]) -> list[str]:
    words = " ".join(written.split()).casefold()
    if found := [ref for ref, node in known.items() if node.title.casefold() == words]:
        return found
    match = _NUMBERED.fullmatch(words)
    if match is None:
        return []
    kind = (match["kind"] or "").removesuffix("s")
    return [
        ref
        for ref, node in known.items()
        if kind in ("", node.kind.value) and re.fullmatch(rf"[A-Za-z-]+0*{match['number']}", ref)
    ]


def _letters(ref: str) -> str:
    """Return what an id with a number begins with, with its plan before it: `a` of A9."""
    match = re.fullmatch(r"((?:.*/)?[a-z-]+)\d+", ref.casefold())
    return match[1] if match else ""


_NUMBERED = re.compile(r"(?:(?P<kind>[a-z]+)[ .:-]*)?(?:no\.? ?)?0*(?P<number>\d{1,6})")
_MOST = 3


def citations(portfolio: Portfolio) -> Iterator[Citation]:
    """Yield every reference that is written anywhere, plan by plan, then note by note."""
    for plan in portfolio.plans:
        things = {plan.ref, *(item.ref for item in plan.items(*ANYTHING))}
        for written in written_in_plan(plan, _holds_references):
            yield from _cited(written, written.item if written.item in things else plan.ref, plan)
    plans = {plan.id.casefold(): plan for plan in portfolio.plans}
    for note in portfolio.notes:
        home = _home_plan(note, plans)
        for written in written_in_note(note, _holds_references):
            yield from _cited(written, note.ref, home)


@cache
def writers_of(verb: str) -> frozenset[Kind]:
    """Return the kinds of things on which a link of this kind is written: `depends-on` on actions alone.

    Of two things with one id, an error of its own, only one is known by it: the other's links are no links of that one.
    """
    records: dict[type[Record], Kind] = {field_names(Plan)[name].records[0]: kind for name, kind in ITEM_FIELDS.items()}
    records[EvidenceNote] = Kind.EVIDENCE
    return frozenset(
        kind
        for record, kind in records.items()
        for inner in records_in(record)
        for field in fields_of(inner)
        if field.cites is not None and field.cites.verb == verb
    )


def _nodes(portfolio: Portfolio) -> Iterator[tuple[Node, list[Node]]]:
    """Yield everything that has an id, with the lines of evidence that are written on it."""
    for plan in portfolio.plans:
        yield Node(plan.ref, Kind.PLAN, plan, plan), []
        for item in plan.items(*ANYTHING):
            written = item.record.evidence if isinstance(item.record, Finding | Action) else ()
            lines = [Node(item.ref.line(number), Kind.EVIDENCE, line, plan) for number, line in enumerate(written, 1)]
            yield Node(item.ref, item.kind, item.record, plan), lines
    for note in portfolio.notes:
        yield Node(note.ref, Kind.EVIDENCE, note, None), []


def _home_plan(note: EvidenceNote, plans: Mapping[str, Plan]) -> Plan | None:
    """Return the plan in whose folder a note lies: only there may it write `A1` for `PLAN/A1`."""
    for folder in note.steps[:-1]:
        if folder.casefold() in plans:
            return plans[folder.casefold()]
    return None


def _holds_references(field: Field) -> bool:
    return field.cites is not None


def _cited(written: Written, subject: Ref, plan: Plan | None) -> Iterator[Citation]:
    cites = written.field.cites
    if cites is None or (cites.or_words and is_words(written.value)):
        return
    yield Citation(
        subject,
        written.field.name,
        written.value,
        cites.kinds,
        written.origin,
        plan,
        cites.verb,
        cites.reverse,
        cites.own_plan_only,
    )
