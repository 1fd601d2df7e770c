"""References: what each thing is called, what cites it, and what a written reference leads to."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum, unique

from action_plans.model.evidence import EvidenceNote
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.record import Item, Record

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
            ref.removeprefix(own): ref
            for ref, node in self.nodes.items()
            if node.kind in kinds and ref.startswith(own)
        }
        folded = {ref.casefold(): ref for ref in known}
        found = get_close_matches(written.casefold(), folded, n=1, cutoff=0.5)
        return folded[found[0]] if found else None


def citations(portfolio: Portfolio, references: References) -> Iterator[Citation]:
    """Yield every reference that is written anywhere, plan by plan, then note by note."""
    for plan in portfolio.plans:
        yield from _cited_by_plan(plan)
    plans = {plan.id.casefold(): plan for plan in portfolio.plans}
    for note in portfolio.notes:
        home = _home_plan(note, plans)
        yield from _cited(
            f"{NOTES}/{note.id}", note, "supports", note.supports, _SUPPORTED, home, verb="supports"
        )


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
_ANY = tuple(Kind)
_SUPPORTED = (Kind.FINDING, Kind.ACTION, Kind.MEASURE, Kind.OBJECTIVE)


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


def _cited(
    subject: str, record: Record, field: str, written: tuple[str, ...] | str | None, kinds: tuple[Kind, ...],
    plan: Plan | None, *, verb: str | None = None, reverse: bool = False, own_plan_only: bool = False,
) -> Iterator[Citation]:  # fmt: skip
    several = () if written is None else (written,) if isinstance(written, str) else written
    for index, reference in enumerate(several):
        origin = record.at(field, index)
        yield Citation(subject, field, reference, kinds, origin, plan, verb, reverse, own_plan_only)


def _cited_by_plan(plan: Plan) -> Iterator[Citation]:
    measure, action, both = (Kind.MEASURE,), (Kind.ACTION,), (Kind.FINDING, Kind.OBJECTIVE)
    for finding in plan.findings:
        ref = f"{plan.id}/{finding.id}"
        yield from _cited(ref, finding, "measures", finding.measures, measure, plan, verb="measures", reverse=True)
        if finding.repeats is not None and " " not in finding.repeats:
            yield from _cited(ref, finding, "repeats", finding.repeats, (Kind.FINDING,), plan, verb="repeats")
    for act in plan.actions:
        ref = f"{plan.id}/{act.id}"
        yield from _cited(ref, act, "for", act.for_, both, plan, verb="for")
        yield from _cited(ref, act, "depends_on", act.depends_on, action, plan, verb="depends-on")
        yield from _cited(ref, act, "measures", act.measures, measure, plan, verb="measures", reverse=True)
        yield from _cited(
            ref, act, "milestone", act.milestone, (Kind.MILESTONE,), plan, verb="meets", own_plan_only=True
        )
        for pilot in act.pilots:
            yield from _cited(ref, pilot, "measures", pilot.measures, measure, plan, verb="measures", reverse=True)
        if act.stopped is not None:
            yield from _cited(ref, act.stopped, "instead", act.stopped.instead, action, plan, verb="instead")
    for objective in plan.objectives:
        ref = f"{plan.id}/{objective.id}"
        yield from _cited(ref, objective, "measures", objective.measures, measure, plan, verb="measures", reverse=True)
    for risk in plan.risks:
        ref = f"{plan.id}/{risk.id}"
        yield from _cited(ref, risk, "actions", risk.actions, action, plan, verb="mitigates", reverse=True)
    for communication in plan.communications:
        yield from _cited(plan.id, communication, "about", communication.about, _ANY, plan)
    for feedback in plan.feedback:
        yield from _cited(plan.id, feedback, "changed", feedback.changed, _ANY, plan)
    for thanks in plan.recognition:
        yield from _cited(
            plan.id, thanks, "milestone", thanks.milestone, (Kind.MILESTONE,), plan, own_plan_only=True
        )
    for accepted in plan.accepted:
        yield from _cited(plan.id, accepted, "item", accepted.item, _ANY, plan)
