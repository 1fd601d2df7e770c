"""What may be written where a plan is made in a way that seldom works."""

from collections.abc import Iterator

from action_plans.exchange.mending.choice import LATER, Case, Choice, checked, lead_of, shown_by
from action_plans.model.evidence import EvidenceType
from action_plans.model.objective import Achieved
from action_plans.model.reference import Kind


def training_alone(case: Case) -> Iterator[Choice]:
    """Write an action that changes the work, or looks at it."""
    finding = case.trace.findings.get(case.problem.item or "")
    if finding is not None:
        plan = finding.plan
        action = {
            "id": case.free[plan.id],
            "title": "What changes in the work itself, in one line",
            "for": finding.record.id,
            "owner": lead_of(plan, case.trace.people[plan.id]),
            "due": case.before_assessment(plan, case.today + LATER),
            "done_when": "What will be true in practice, with a figure",
        }
        yield Choice(
            "What changes how the work is done, or looks at it? Write the action.", plan, adds={"actions": action}
        )


def policy_alone(case: Case) -> Iterator[Choice]:
    """Show that it is followed."""
    if case.action is not None:
        line = {**shown_by(case, case.action), "type": EvidenceType.OBSERVATION.value, "sample": "How many were seen"}
        words = "Has somebody seen that it is followed? Say what shows it."
        yield Choice(words, case.action.record, adds={"evidence": line})


def closed_alone(case: Case) -> Iterator[Choice]:
    """Let somebody else look."""
    if case.action is not None:
        yield from checked(case, case.action, "Has somebody else looked, and it holds? Add the check.")


def no_root_cause(case: Case) -> Iterator[Choice]:
    """Say why it happened."""
    finding = case.trace.findings.get(case.problem.item or "")
    if finding is not None:
        words = {"root_cause": "Why it could happen, down to something that you can change"}
        yield Choice("Why did it happen? Write it.", finding.record, words)


def written_up_late(case: Case) -> Iterator[Choice]:
    """Show what there was on the day, look now, or say from what it was written up."""
    if case.action is not None:
        closed = case.action.record.closed_on
        line = {**shown_by(case, case.action), "date": closed.last.isoformat() if closed else case.now}
        yield Choice(
            "Was there proof on the day? Say what, with the date it bears.", case.action.record, adds={"evidence": line}
        )
        for look in checked(case, case.action, "Does it hold now? Add the check."):
            yield Choice(look.sentence, look.record, look.sets, look.adds, answers=False)
        return
    item = case.problem.item
    if item is not None and item in case.trace.supports:
        evidence = case.trace.proof(item).record
        yield Choice("Does the original bear another date? Write that.", evidence, {"date": case.now}, answers=False)
        source = {"note": "From what it was written up, and by whom"}
        yield Choice("Was it written up so late? Say from what.", evidence, source, answers=False)


def moved_often(case: Case) -> Iterator[Choice]:
    """Say what is in the way."""
    if case.action is not None:
        words = {"issues": "What is in the way, and what is done about that"}
        yield Choice("What is in the way? Write it.", case.action.record, words, answers=False)


def unmeasured(case: Case) -> Iterator[Choice]:
    """Name the measure."""
    for plan in case.trace.portfolio.plans:
        for item in plan.items(Kind.OBJECTIVE):
            if item.ref == case.problem.item and plan.measures:
                first = plan.measures[0].id
                yield Choice(f"Name the measure that shows it, in place of {first}.", item.record, {"measures": first})


def review_disputed(case: Case) -> Iterator[Choice]:
    """Look at the objective again."""
    objective = case.trace.objectives.get(case.problem.item or "")
    if objective is not None:
        review = {"date": case.now, "verdict": Achieved.PARTLY.value, "because": "What people see, beside the figures"}
        yield Choice("Looked at again, with the figures? Add the review.", objective.record, adds={"reviews": review})
