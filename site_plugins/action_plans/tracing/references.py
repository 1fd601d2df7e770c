"""References: what each thing is called, what cites it, and what a written reference leads to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum, unique

from action_plans.model.action import Action
from action_plans.model.action_parts import Pilot, Stopped
from action_plans.model.evidence import EvidenceNote
from action_plans.model.finding import Finding
from action_plans.model.measure import Risk
from action_plans.model.objective import Objective
from action_plans.model.origin import Origin
from action_plans.model.plan import Accepted, Communication, Feedback, Plan, Recognition
from action_plans.model.portfolio import Portfolio
from action_plans.model.record import Item, Record, is_words

NOTES = "evidence"
"""What stands before the slash in a reference to a note: `evidence/E1`."""


@unique
class Kind(StrEnum):
    """What a reference may lead to."""

    PLAN = "plan"
    FINDING = "finding"
    ACTION = "action"
    EVIDENCE = "evidence"
    MEASURE = "measure"
    MILESTONE = "milestone"
    RISK = "risk"
    OBJECTIVE = "objective"


@dataclass(frozen=True, slots=True)
class Node:
    """One thing that can be referred to: `ref` as written (`OAK/A1`), its kind, and the plan it stands in."""

    ref: str
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
        return self.ref.split("/", 1)[-1]


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference as it is written.

    `subject` is the reference of the thing that it is written on; `verb` is set where it makes an edge of the
    trace, and `reverse` where the thing cited is the edge's subject.
    """

    subject: str
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
        """Take in every plan, every item of it and every note."""
        self.nodes: dict[str, Node] = {}
        self._by_folded: dict[str, str] = {}
        for node in _nodes(portfolio):
            if self._by_folded.setdefault(node.ref.casefold(), node.ref) == node.ref:
                self.nodes[node.ref] = node

    def find(self, written: str, plan: Plan | None) -> Node | None:
        """Return what `A1`, written in `plan`, or `PLAN/A1`, written anywhere, leads to."""
        if "/" not in written and plan is not None:
            written = f"{plan.id}/{written}"
        ref = self._by_folded.get(written.casefold())
        return self.nodes[ref] if ref is not None else None

    def nearest(self, written: str, plan: Plan | None, kinds: tuple[Kind, ...]) -> str | None:
        """Return the reference that was probably meant, written as it would be from `plan`."""
        own = f"{plan.id}/" if plan is not None and "/" not in written else ""
        known = {
            ref.removeprefix(own): ref for ref, node in self.nodes.items() if node.kind in kinds and ref.startswith(own)
        }
        folded = {ref.casefold(): ref for ref in known}
        found = get_close_matches(written.casefold(), folded, n=1, cutoff=0.5)
        return folded[found[0]] if found else None


def citations(portfolio: Portfolio) -> Iterator[Citation]:
    """Yield every reference that is written anywhere, plan by plan, then note by note."""
    for plan in portfolio.plans:
        yield from _cited_by_plan(plan)
    plans = {plan.id.casefold(): plan for plan in portfolio.plans}
    for note in portfolio.notes:
        yield from _cited(f"{NOTES}/{note.id}", note, _home_plan(note, plans))


def line_ref(owner: str, number: int) -> str:
    """Return the reference of an evidence line, counted from 1: `OAK/A6/evidence-1`."""
    return f"{owner}/evidence-{number}"


_FIELDS = (
    ("findings", Kind.FINDING),
    ("actions", Kind.ACTION),
    ("objectives", Kind.OBJECTIVE),
    ("measures", Kind.MEASURE),
    ("milestones", Kind.MILESTONE),
    ("risks", Kind.RISK),
)


def _nodes(portfolio: Portfolio) -> Iterator[Node]:
    for plan in portfolio.plans:
        yield Node(plan.id, Kind.PLAN, plan, plan)
        for field, kind in _FIELDS:
            for item in getattr(plan, field):
                ref = f"{plan.id}/{item.id}"
                yield Node(ref, kind, item, plan)
                if kind in (Kind.FINDING, Kind.ACTION):
                    for number, line in enumerate(item.evidence, 1):
                        yield Node(line_ref(ref, number), Kind.EVIDENCE, line, plan)
    for note in portfolio.notes:
        yield Node(f"{NOTES}/{note.id}", Kind.EVIDENCE, note, None)


def _home_plan(note: EvidenceNote, plans: Mapping[str, Plan]) -> Plan | None:
    """Return the plan in whose folder a note lies: only there may it write `A1` for `PLAN/A1`."""
    for folder in note.path.split("/")[1:-1]:
        if folder.casefold() in plans:
            return plans[folder.casefold()]
    return None


@dataclass(frozen=True, slots=True)
class _Cites:
    """A field that holds references: to what, and the edge that they make, if any."""

    field: str
    kinds: tuple[Kind, ...]
    verb: str | None = None
    reverse: bool = False
    own_plan_only: bool = False


_ANY = tuple(Kind)
_MEASURES = _Cites("measures", (Kind.MEASURE,), "measures", reverse=True)
_CITING: Mapping[type[Record], tuple[_Cites, ...]] = {
    Finding: (_MEASURES, _Cites("repeats", (Kind.FINDING,), "repeats")),
    Action: (
        _Cites("for", (Kind.FINDING, Kind.OBJECTIVE), "for"),
        _Cites("depends_on", (Kind.ACTION,), "depends-on"),
        _MEASURES,
        _Cites("milestone", (Kind.MILESTONE,), "meets", own_plan_only=True),
    ),
    Pilot: (_MEASURES,),
    Stopped: (_Cites("instead", (Kind.ACTION,), "instead"),),
    Objective: (_MEASURES,),
    Risk: (_Cites("actions", (Kind.ACTION,), "mitigates", reverse=True),),
    Communication: (_Cites("about", _ANY),),
    Feedback: (_Cites("changed", _ANY),),
    Recognition: (_Cites("milestone", (Kind.MILESTONE,), own_plan_only=True),),
    Accepted: (_Cites("item", _ANY),),
    EvidenceNote: (_Cites("supports", (Kind.FINDING, Kind.ACTION, Kind.MEASURE, Kind.OBJECTIVE), "supports"),),
}
"""What cites what, and the edge that it makes in the trace."""


def _cited_by_plan(plan: Plan) -> Iterator[Citation]:
    named: tuple[Finding | Action | Objective | Risk, ...] = (
        *plan.findings,
        *plan.actions,
        *plan.objectives,
        *plan.risks,
    )
    for item in named:
        ref = f"{plan.id}/{item.id}"
        yield from _cited(ref, item, plan)
        if isinstance(item, Action):
            for part in (*item.pilots, *([item.stopped] if item.stopped is not None else [])):
                yield from _cited(ref, part, plan)
    for part in (*plan.communications, *plan.feedback, *plan.recognition, *plan.accepted):
        yield from _cited(plan.id, part, plan)


def _cited(subject: str, record: Record, plan: Plan | None) -> Iterator[Citation]:
    for cites in _CITING[type(record)]:
        written = getattr(record, "for_" if cites.field == "for" else cites.field)
        several = (written,) if isinstance(written, str) else written or ()
        for index, reference in enumerate(several):
            if cites.verb in ("repeats", "instead") and is_words(reference):
                continue  # words, not a reference
            origin = record.at(cites.field, index)
            yield Citation(
                subject,
                cites.field,
                reference,
                cites.kinds,
                origin,
                plan,
                cites.verb,
                cites.reverse,
                cites.own_plan_only,
            )
