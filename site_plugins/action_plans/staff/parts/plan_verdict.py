"""The verdict of a whole plan: its word, and the sentence that says why."""

from collections.abc import Iterable

from action_plans.english.wording import counted, listed, lower_first, number, sentence
from action_plans.model.plan import Plan
from action_plans.staff.context import Here
from action_plans.staff.parts.state_words import bad_words, missed_words, without_action_words
from action_plans.staff.tags import Tag
from action_plans.tracing.counts import Counts, count
from action_plans.tracing.coverage import coverage
from action_plans.tracing.plan_verdict import PlanVerdict, plan_verdict
from action_plans.tracing.traced import TracedAction


def verdict_of_plan(here: Here, plan: Plan) -> tuple[Tag, str]:
    """Return the tag of a plan and why it is that: how much is put right, then what is not going to plan."""
    trace = here.context.trace
    counts, covered = trace.counts((plan,)), coverage(trace.findings_of(plan))
    missed = sum(stone.is_missed for stone in trace.milestones_of(plan))
    others = trace.elsewhere(plan)
    stands = plan_verdict(counts, covered, missed, count(others, ()))
    if stands is PlanVerdict.EMPTY:
        return _tag(stands), stands.sentence
    said = [_put_right(covered.confirmed, covered.findings), *_trouble(counts, missed), _elsewhere(here, others)]
    return _tag(stands), " ".join(sentence(words) for words in said if words)


def _put_right(confirmed: int, findings: int) -> str:
    if not findings:
        return "no finding is written yet"
    if findings == 1:
        return "the finding is put right and proven" if confirmed else "the finding is not put right and proven yet"
    if not confirmed:
        return f"none of {number(findings)} findings is put right and proven yet"
    if confirmed == findings:
        return f"all {number(findings)} findings are put right and proven"
    verb = "is" if confirmed == 1 else "are"
    return f"{number(confirmed)} of {number(findings)} findings {verb} put right and proven"


def _trouble(counts: Counts, missed: int) -> list[str]:
    """Return what is not going to plan, the gravest first; that nothing is, where that is so."""
    of_actions = [words for words, _ in bad_words(counts)]
    said = [f"of {counted(counts.actions, 'action')} {listed(of_actions)}"] if of_actions else []
    rest = []
    if counts.unaddressed:
        rest.append(without_action_words(counts))
    if missed:
        rest.append(missed_words(missed))
    said += [listed(rest)] if rest else []
    if not said and counts.open:
        said.append(f"all {counted(counts.open, 'open action')} go to plan" if counts.open > 1 else _THE_ONE)
    return said


def _elsewhere(here: Here, others: Iterable[TracedAction]) -> str:
    """Return which of the actions in other plans do not go to plan, and how they stand; nothing where all do."""
    bad = [action for action in others if bad_words(count((action,), ()))]
    named = [f"{here.link(action.ref).ref} ({lower_first(action.label)})" for action in bad[:_NAMED]]
    more = [f"{number(len(bad) - _NAMED)} more"] if len(bad) > _NAMED else []
    return f"it rests on work in other plans that does not go to plan: {listed((*named, *more))}" if bad else ""


_NAMED = 3
"""How many actions of other plans are named."""

_THE_ONE = "the one open action goes to plan"
_KINDS = {
    PlanVerdict.NOT_ON_COURSE: "slipped",
    PlanVerdict.AT_RISK: "at-risk",
    PlanVerdict.ON_COURSE: "on-track",
    PlanVerdict.PROVEN: "evidenced",
    PlanVerdict.EMPTY: "not-started",
}


def _tag(stands: PlanVerdict) -> Tag:
    return Tag(_KINDS[stands], stands.label)
