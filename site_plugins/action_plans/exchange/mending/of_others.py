"""What may be written where something is missing of a finding, evidence, a figure, a promise or a whole plan."""

from collections.abc import Iterator
from datetime import date

from action_plans.exchange.mending.choice import LATER, SOON, Case, Choice, lead_of
from action_plans.model.evidence import Evidence
from action_plans.model.finding import FindingKind
from action_plans.model.measure import Milestone
from action_plans.model.plan import Plan
from action_plans.model.when import When


def unaddressed(case: Case) -> Iterator[Choice]:
    """Write an action for a finding, or say why there is none."""
    finding = case.trace.findings.get(case.problem.item or "")
    if finding is None:
        return
    plan, later = finding.plan, case.today + LATER
    action = {
        "id": case.free[plan.id],
        "title": "What is done about it, in one line",
        "for": finding.record.id,
        "owner": lead_of(plan, case.trace.people[plan.id]),
        "due": case.before_assessment(plan, later),
        "done_when": "What will be true in practice, with a figure",
    }
    yield Choice("Is something done about it? Write the action.", plan, adds={"actions": action})
    answer = {"code": case.problem.code.value, "item": finding.record.id, "because": "Why there is none yet"}
    yield Choice("Nothing yet, for a reason? Say it.", plan, adds={"accepted": {**answer, "until": later.isoformat()}})


def not_kept_safe(case: Case) -> Iterator[Choice]:
    """Say what keeps people safe."""
    finding = case.trace.findings.get(case.problem.item or "")
    if finding is not None:
        words = {"keeping_safe": "What is done now, until it is put right"}
        yield Choice("What keeps people safe until then? Write it.", finding.record, words)


def no_source(case: Case) -> Iterator[Choice]:
    """Name the report, or say that the service found it itself."""
    finding = case.trace.findings.get(case.problem.item or "")
    if finding is None:
        return
    if finding.plan.sources:
        first = finding.plan.sources[0].id
        yield Choice(f"Name the report, in place of {first}.", finding.record, {"source": first})
    yield Choice("Did you find it yourselves? Say so.", finding.record, {"kind": FindingKind.OWN.value})


def stale(case: Case) -> Iterator[Choice]:
    """Look again, and say when to look next."""
    for evidence in _evidence(case):
        later = {"review_due": (case.today + LATER).isoformat()}
        yield Choice("Looked again, and it still holds? Say when to look next.", evidence, later)


def to_come(case: Case) -> Iterator[Choice]:
    """Say that it has come."""
    for evidence in _evidence(case):
        yield Choice("Is it there? Give its day.", evidence, {"date": case.now})


def no_checked_sample(case: Case) -> Iterator[Choice]:
    """Say what the checker looked at."""
    for evidence in _evidence(case):
        words = {"checked_sample": "How many, such as 5 of the 10 care plans"}
        yield Choice("Say how many the checker looked at.", evidence, words)


def no_baseline(case: Case) -> Iterator[Choice]:
    """Give the figure from before."""
    measure = case.trace.measures.get(case.problem.item or "")
    if measure is not None:
        first = min((reading.date for reading in measure.record.readings), key=_last, default=None)
        before = {"value": "0", "date": first.iso if first is not None else case.now}
        words = "What was the figure before the work? Write it in place of 0, with its day."
        yield Choice(words, measure.record, {"baseline": before})


def target_missed(case: Case) -> Iterator[Choice]:
    """Give a target a later date."""
    measure = case.trace.measures.get(case.problem.item or "")
    for target in measure.record.targets if measure is not None else ():
        if case.is_at(target, "value"):
            yield Choice("More time needed? Give a later day.", target, {"by": (case.today + LATER).isoformat()})


def milestone_missed(case: Case) -> Iterator[Choice]:
    """Say that it was reached, or give it a later day."""
    node = case.trace.references.nodes.get(case.problem.item or "")
    if node is not None and isinstance(node.record, Milestone):
        yield Choice("Is it reached? Write the day.", node.record, {"reached_on": case.now})


def answer_due(case: Case) -> Iterator[Choice]:
    """Say that a source was answered."""
    source = case.trace.sources.get(case.problem.item or "")
    if source is not None:
        yield Choice("Sent? Write the day.", source.record, {"answered": case.now})


def task_late(case: Case) -> Iterator[Choice]:
    """Say that a task or a communication is done, or give it a new date."""
    later = (case.today + SOON).isoformat()
    for task in case.action.record.tasks if case.action is not None else ():
        if case.is_at(task, "by"):
            yield Choice("Is the task done? Write the day.", task, {"done_on": case.now})
            yield Choice("Not done? Give a new date.", task, {"by": later})
    for told in _plan(case).communications if case.action is None else ():
        if case.is_at(told, "due"):
            yield Choice("Are they told? Write the day.", told, {"done_on": case.now})
            yield Choice("Not told yet? Give a new date.", told, {"due": later})


def plan_stale(case: Case) -> Iterator[Choice]:
    """Write news on the action that is due first."""
    plan = _plan(case)
    open_ones = [action for action in case.trace.actions_of(plan) if action.is_open]
    first = min(open_ones, key=lambda action: action.due.last, default=None)
    if first is not None:
        news = {"date": case.now, "by": first.record.owner, "text": "What happened, and what comes next"}
        words = f"Write what is new, here of {first.record.id}."
        yield Choice(words, first.record, adds={"updates": news})


def answer_ended(case: Case) -> Iterator[Choice]:
    """Give an answer a last day, or a new one."""
    for plan in case.trace.portfolio.plans:
        if plan.path != case.problem.origin.path:
            continue
        for accepted in plan.accepted:
            if case.is_at(accepted, "until") or (accepted.until is None and case.is_at(accepted, "code")):
                later = {"until": (case.today + LATER).isoformat()}
                yield Choice("Does the reason still hold? Say until when.", accepted, later)


def _evidence(case: Case) -> Iterator[Evidence]:
    item = case.problem.item
    if item is not None and item in case.trace.supports:
        yield case.trace.proof(item).record


def _plan(case: Case) -> Plan:
    """Return the plan in whose file the problem stands."""
    return next(plan for plan in case.trace.portfolio.plans if plan.path == case.problem.origin.path)


def _last(when: When) -> date:
    return when.last
