"""References that lead nowhere, to the wrong kind of thing, to the thing itself, or round in a circle."""

import re
from collections.abc import Iterator

from action_plans.checking.unread import Unread
from action_plans.english.near import did_you_mean, nearest
from action_plans.english.odd_characters import find_odd
from action_plans.english.several import as_list, several
from action_plans.english.wording import either
from action_plans.model.fault import Fault
from action_plans.model.left_out import UNREAD
from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import ANYTHING, Kind, Ref
from action_plans.tracing.graph import Edge
from action_plans.tracing.references import Citation, Node
from action_plans.tracing.trace import Trace


def unknown_references(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP104: every reference that leads to nothing, or to what may not stand there."""
    suggestions = _Suggestions(trace)
    for cited in trace.broken:
        if cited.written == UNREAD:
            continue
        node = trace.references.find(cited.written, cited.plan)
        if node is None and (
            unread.may_hold(cited.written, cited.plan, cited.origin.path, cited.kinds) or _is_answered_elsewhere(cited)
        ):
            continue
        wrong = _wrong(cited, node) if node is not None else _source(cited)
        wrong = wrong or Fault(", which does not exist.", suggestions.of(cited))
        fault = Fault(f"{_said(trace, cited)} {cited.written}{wrong.message}", wrong.hint)
        yield fault.at(Code.UNKNOWN_REFERENCE, cited.origin, cited.subject)


def unknown_sources(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP104: findings that name a source, and objectives that name an organisational objective, that is not there."""
    provider = trace.portfolio.provider
    shared = provider.organisational_objectives if provider is not None else {}
    for plan in trace.portfolio.plans:
        sources = {source.id.casefold(): source.id for source in plan.sources}
        for finding in () if unread.lacks(plan, "sources") else plan.findings:
            for index, source in enumerate(finding.source):
                if source.casefold() not in sources:
                    message = f"finding {finding.id} comes from {source}, which is not among the plan's sources."
                    hint = _near(source, sources) or "Add it to `sources`, or leave `source` out."
                    origin = finding.at("source", index)
                    yield Problem(Code.UNKNOWN_REFERENCE, message, origin, hint, Ref.to(plan.id, finding.id))
        aims = {code.casefold(): code for code in (*shared, *plan.organisational_objectives)}
        for objective in () if unread.lacks_aims(plan) else plan.objectives:
            for index, aim in enumerate(objective.aligns_with):
                if " " not in aim and aim.casefold() not in aims:
                    message = f"objective {objective.id} aligns with {aim}, which is no organisational objective."
                    hint = _near(aim, aims) or "Add it to `organisational_objectives`."
                    origin = objective.at("aligns_with", index)
                    yield Problem(Code.UNKNOWN_REFERENCE, message, origin, hint, Ref.to(plan.id, objective.id))


def references_to_itself(trace: Trace) -> Iterator[Problem]:
    """AP104: a finding that repeats itself, an action that stands instead of itself."""
    for edge in trace.graph.edges:
        if edge.subject == edge.object and edge.verb in _ITSELF:
            short = trace.node(edge.subject).short
            message = f"{short} {_ITSELF[edge.verb]} itself."
            yield Problem(Code.UNKNOWN_REFERENCE, message, edge.origin, "Name another one.", edge.subject)


def circles(trace: Trace) -> Iterator[Problem]:
    """AP109: actions that wait for each other, or stand instead of each other, with every line of the circle."""
    for circle in trace.circles:
        yield _circle(trace, circle, "waits for", "none of them can begin")
    if any(edge.verb == "instead" for edge in trace.graph.edges):
        for circle in trace.graph.circles("instead"):
            if len(circle) > 1:
                yield _circle(trace, circle, "was stopped for", "none of them is left")


_MOST_SUGGESTIONS = 100
"""Looking for what was meant takes a walk over all names: after so many, the reader has seen how it goes."""

_ITSELF = {"repeats": "repeats", "instead": "stands instead of"}

_SAYS = {
    "depends_on": "depends on",
    "for": "is for",
    "measures": "is measured by",
    "milestone": "belongs to milestone",
    "instead": "was stopped in favour of",
    "actions": "is mitigated by",
    "repeats": "repeats",
    "supports": "supports",
}
_SAYS_OF_PLAN = {
    "about": "a communication is about",
    "changed": "feedback changed",
    "milestone": "recognition belongs to milestone",
    "item": "`accepted` is about",
}


_RANGE = re.compile(
    r"(?P<first>[A-Za-z-]+?)(?P<from>\d{1,4})\s*(?:-|\u2013|\u2014|\.\.+|\bto\b|\buntil\b)\s*(?P<last>[A-Za-z-]*?)(?P<to>\d{1,4})"
)
_SHAPED = re.compile(r"(?:[A-Za-z][A-Za-z0-9-]*/)?[A-Za-z][A-Za-z0-9-]*")


class _Suggestions:
    """What was probably meant, looked up for a limited number of references."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._known: dict[tuple[str, str | None, tuple[Kind, ...]], str | None] = {}

    def of(self, cited: Citation) -> str:
        if named := self.together(cited.written, cited.plan):
            return f"Write several as a list: {as_list(cited.field, named)}."
        if (odd := find_odd(cited.written)) is not None:
            return odd.said
        if (full := self._in_some_plan(cited)) is not None:
            return f"Write {full}: outside a plan's own folder a reference names its plan."
        if none := _none_yet(cited):
            return none
        key = (cited.written.casefold(), cited.plan.id if cited.plan else None, cited.kinds)
        if key not in self._known and len(self._known) < _MOST_SUGGESTIONS:
            self._known[key] = self._trace.references.nearest(cited.written, cited.plan, cited.kinds)
        meant = self._known.get(key)
        return did_you_mean(meant) if meant else f"Write the reference of {_kinds(cited)}."

    def together(self, written: str, plan: Plan | None) -> list[str]:
        """Return the references that one text names one after the other: `F1, F2`, `A1 and A3`, `F1/F2`."""

        def is_one(part: str) -> bool:
            shaped = _SHAPED.fullmatch(part) is not None
            return shaped and (any(sign.isdigit() for sign in part) or self._find(part, plan) is not None)

        if ranged := self._range(written, plan):
            return ranged
        written = written.strip("[]() ")
        stroked = [part.strip() for part in written.split("/")]
        first = self._find(stroked[0], plan)
        if len(stroked) > 1 and all(map(is_one, stroked)) and first is not None and first.kind is not Kind.PLAN:
            return stroked  # what stands before the first / is a thing of this plan, so it is no plan
        return several(written, is_one, strokes=False)

    def _range(self, written: str, plan: Plan | None) -> list[str]:
        """Return the references from one to another: `F1-F3`, `F1 to F3`; none unless both are there."""
        match = _RANGE.fullmatch(written.strip("[]() "))
        if match is None or (match["last"] or match["first"]).casefold() != match["first"].casefold():
            return []
        numbers = range(int(match["from"]), int(match["to"]) + 1)[:_MOST_SUGGESTIONS]
        names = [f"{match['first']}{number}" for number in numbers]
        there = [name for name in names if self._find(name, plan) is not None]
        return there if len(there) > 1 and there[0] == names[0] and there[-1] == names[-1] else []

    def _find(self, written: str, plan: Plan | None) -> Node | None:
        return self._trace.references.find(written, plan)

    def _in_some_plan(self, cited: Citation) -> str | None:
        """Return the full reference where a note outside every plan's folder writes `A1`."""
        if cited.plan is not None or "/" in cited.written:
            return None
        for plan in self._trace.portfolio.plans:
            node = self._trace.references.find(cited.written, plan)
            if node is not None and node.kind in cited.kinds:
                return node.ref
        return None


def _none_yet(cited: Citation) -> str:
    """Return what to do where a plan holds nothing yet of the kinds that could be meant."""
    if cited.plan is None or "/" in cited.written or len(cited.kinds) > len(_FIELDS):
        return ""
    fields = [_FIELDS[kind] for kind in cited.kinds if kind in _FIELDS]
    if any(getattr(cited.plan, field) for field in fields) or not fields:
        return ""
    return f"The plan has no {either(fields)} yet: add it under {either([f'`{field}`' for field in fields])}."


_FIELDS = {kind: field for field, kind in ITEM_FIELDS.items()}


def _said(trace: Trace, cited: Citation) -> str:
    node = trace.references.find(cited.subject, None)  # of two things with one id only one is a node
    if node is None or node.kind is Kind.PLAN:
        return _SAYS_OF_PLAN.get(cited.field, f"`{cited.field}` names")
    what = "note" if cited.subject.startswith("evidence/") else node.kind.value
    return f"{what} {node.short} {_SAYS.get(cited.field, 'cites')}"


def _wrong(cited: Citation, node: Node) -> Fault:
    if node.kind not in cited.kinds:
        return Fault(f", which is {_article(node.kind)}.", f"Write the reference of {_kinds(cited)}.")
    return Fault(", which is in another plan.", f"Name {_kinds(cited)} of this plan.")


def _source(cited: Citation) -> Fault | None:
    """Say that a source is cited where none can be; ids of sources are a space of their own."""
    sources = cited.plan.sources if cited.plan is not None else ()
    if all(source.id.casefold() != cited.written.casefold() for source in sources):
        return None
    hint = f"A source is named in `source` of a finding; write here the reference of {_kinds(cited)}."
    return Fault(", which is a source.", hint)


def _is_answered_elsewhere(cited: Citation) -> bool:
    """Whether an answered problem is about the plan, a source or a communication, which nothing else can name."""
    if cited.field != "item" or cited.plan is None:
        return False
    return cited.written.casefold().removeprefix(f"{cited.plan.id.casefold()}/") in _own_ids(cited.plan)


def _own_ids(plan: Plan) -> set[str]:
    told = {communication.id.casefold() for communication in plan.communications if communication.id is not None}
    return told | {source.id.casefold() for source in plan.sources} | {plan.id.casefold()}


def _circle(trace: Trace, circle: tuple[Edge, ...], verb: str, consequence: str) -> Problem:
    one_plan = len({trace.node(edge.subject).plan.id for edge in circle if trace.node(edge.subject).plan}) == 1  # type: ignore[union-attr]  # filtered

    def name(ref: str) -> str:
        return trace.node(ref).short if one_plan else ref

    def where(edge: Edge) -> str:
        return f"line {edge.origin.line}" if edge.origin.path == circle[0].origin.path else str(edge.origin)

    steps = [f"{name(edge.subject)} {verb} {name(edge.object)} ({where(edge)})" for edge in circle]
    itself = f"{name(circle[0].subject)} {verb} itself."
    message = itself if len(circle) == 1 else f"{', '.join(steps)}: {consequence}."
    return Problem(Code.CIRCLE, message, circle[0].origin, "Take one of these links out.", circle[0].subject)


def _kinds(cited: Citation) -> str:
    if cited.kinds == ANYTHING:
        return "something in the plan, such as A1"
    names = [_article(kind) for kind in cited.kinds]
    example = _EXAMPLES.get(cited.kinds[0])
    return f"{either(names)}, such as {example}" if example else either(names)


_EXAMPLES = {Kind.ACTION: "A1", Kind.FINDING: "F1", Kind.MEASURE: "M1", Kind.MILESTONE: "MS1"}


def _article(kind: Kind) -> str:
    return f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}"


def _near(written: str, known: dict[str, str]) -> str:
    meant = nearest(written, known.values())
    return did_you_mean(meant) if meant else ""
