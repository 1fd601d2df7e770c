"""What a board has to decide, from what is not going to plan: one line for each kind of decision."""

from collections import defaultdict
from dataclasses import dataclass

from action_plans.model.plan import Plan
from action_plans.model.problem import Code
from action_plans.model.reference import Ref
from action_plans.staff.context import Here, Link
from action_plans.staff.parts.sources import source_link
from action_plans.tracing.sources import source_ref


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that is needed, and what it is about."""

    words: str
    about: tuple[Link, ...]


def decisions(here: Here, plan: Plan) -> tuple[Decision, ...]:
    """Return the decisions that the gaps of a plan ask for, the gravest first; none for a gap that the plan answers."""
    about: dict[Code, list[Link]] = defaultdict(list)
    for ref in _refs(plan):
        for code in _open_gaps(here, ref):
            about[code].append(here.link(ref))
    about[Code.ANSWER_DUE] = [
        source_link(here, source)
        for source in plan.sources
        if Code.ANSWER_DUE in _open_gaps(here, source_ref(plan, source))
    ]
    return tuple(Decision(words, tuple(about[code])) for code, words in _DECISIONS.items() if about[code])


def _open_gaps(here: Here, ref: str) -> tuple[Code, ...]:
    """Return the kinds of gap that a thing has, each once."""
    problems = here.context.problems_of.get(ref, ())
    return tuple(dict.fromkeys(problem.code for problem in problems if problem.is_open))


_DECISIONS = {
    Code.ANSWER_DUE: "Answer what should have been answered by now",
    Code.NOT_KEPT_SAFE: "Say what keeps people safe until the breach is put right",
    Code.UNADDRESSED: "Agree an action, its owner and its date for a finding that has none",
    Code.SLIPPED: "Open again what did not hold, or agree what takes its place",
    Code.OVERDUE: "Agree a new date with its reason, or what is needed to finish what is late",
    Code.BLOCKED: "Free what others wait for, or move the dates that depend on it",
    Code.LATE_FORECAST: "Bring forward what is waited for, or accept that this will be late",
    Code.MILESTONE_MISSED: "Agree when a milestone that has passed will be reached",
    Code.TARGET_MISSED: "Agree what else is done where a figure has missed its target",
    Code.NO_PROOF: "Ask for proof of what was closed without any, or open it again",
    Code.CHECK_DUE: "Ask for the check that was promised and is not recorded",
    Code.ACCEPTED_ENDED: "Look again at what was accepted until a day that has passed",
}


def _refs(plan: Plan) -> tuple[str, ...]:
    """Return the references of what a board may have to decide about."""
    ids = [*(one.id for one in plan.findings), *(one.id for one in plan.actions)]
    ids += [*(one.id for one in plan.milestones), *(one.id for one in plan.measures)]
    return tuple(dict.fromkeys(Ref.to(plan.id, one) for one in ids))
