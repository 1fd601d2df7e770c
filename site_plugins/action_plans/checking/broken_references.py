"""References that lead nowhere, to the wrong kind of thing, to the thing itself, or round in a circle."""

from collections.abc import Iterator

from action_plans.checking.meant_reference import Suggestions, kinds_in_words, with_article
from action_plans.checking.unread import Unread
from action_plans.english.near import did_you_mean, nearest_equally
from action_plans.english.several import as_list, several
from action_plans.model.fault import Fault
from action_plans.model.left_out import UNREAD
from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import Kind, Ref, is_words
from action_plans.tracing.graph import Edge
from action_plans.tracing.references import Citation, Node
from action_plans.tracing.trace import Trace


def unknown_references(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP104: every reference that leads to nothing, or to what may not stand there."""
    if not trace.portfolio.plans:
        return  # that there is no plan is said once, and not for each thing that names one
    suggestions = Suggestions(trace)
    for cited in trace.broken:
        if cited.written == UNREAD:
            continue
        node = trace.references.find(cited.written, cited.plan)
        if node is None and (
            unread.may_hold(cited.written, cited.plan, cited.origin.path, cited.kinds) or _is_answered_elsewhere(cited)
        ):
            continue
        if node is not None and node.plan is not cited.plan and _is_namesake(node.plan, cited.plan):
            continue  # that two plans have one id is said where the second has it
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
        if not unread.lacks_aims(plan):
            yield from _unknown_aims(
                plan, {code.casefold(): code for code in (*shared, *plan.organisational_objectives)}
            )


def _unknown_aims(plan: Plan, aims: dict[str, str]) -> Iterator[Problem]:
    for objective in plan.objectives:
        for index, aim in enumerate(objective.aligns_with):
            if is_words(aim) or aim.casefold() in aims:
                continue
            message = f"objective {objective.id} aligns with {aim}, which is no organisational objective."
            together = several(aim, lambda part: part.casefold() in aims)
            hint = f"Write several as a list: {as_list('aligns_with', together)}." if together else _near(aim, aims)
            origin = objective.at("aligns_with", index)
            hint = hint or "Add it to `organisational_objectives`."
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


def _said(trace: Trace, cited: Citation) -> str:
    node = trace.references.find(cited.subject, None)  # of two things with one id only one is a node
    if node is None or node.kind is Kind.PLAN:
        return _SAYS_OF_PLAN.get(cited.field, f"`{cited.field}` names")
    what = "note" if cited.subject.startswith("evidence/") else node.kind.value
    return f"{what} {node.short} {_SAYS.get(cited.field, 'cites')}"


def _is_namesake(one: Plan | None, other: Plan | None) -> bool:
    return one is not None and other is not None and one.id.casefold() == other.id.casefold()


def _wrong(cited: Citation, node: Node) -> Fault:
    if node.kind not in cited.kinds:
        return Fault(f", which is {with_article(node.kind)}.", f"Write the reference of {kinds_in_words(cited)}.")
    return Fault(", which is in another plan.", f"Name {kinds_in_words(cited)} of this plan.")


def _source(cited: Citation) -> Fault | None:
    """Say that a source is cited where none can be; ids of sources are a space of their own."""
    sources = cited.plan.sources if cited.plan is not None else ()
    if all(source.id.casefold() != cited.written.casefold() for source in sources):
        return None
    hint = f"A source is named in `source` of a finding; write here the reference of {kinds_in_words(cited)}."
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


def _near(written: str, known: dict[str, str]) -> str:
    meant = nearest_equally(written, known.values())
    return did_you_mean(*meant) if meant else ""
