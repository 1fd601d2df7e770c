"""What a board has to decide, from what is not going to plan: each kind with why now, and what is proposed."""

from collections import defaultdict
from dataclasses import dataclass

from action_plans.english.wording import counted, sentence
from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import Ref
from action_plans.staff.context import Here, Link
from action_plans.staff.parts.gaps import words_of
from action_plans.staff.parts.sources import source_link
from action_plans.tracing.sources import source_ref

_MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a decision is needed now: what it is about, and what is said of it."""

    about: Link
    words: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that is needed: its title, why now, how many reasons more there are, and what is proposed."""

    title: str
    reasons: tuple[Reason, ...]
    more: str
    proposed: str


def decisions(here: Here, plan: Plan) -> tuple[Decision, ...]:
    """Return the decisions that the gaps of a plan ask for, the gravest first; none for a gap that the plan answers."""
    about: dict[Code, list[Reason]] = defaultdict(list)
    for ref in _refs(plan):
        for problem in _open_gaps(here, ref):
            about[problem.code].append(Reason(here.link(ref), words_of(here, problem)))
    at_plan = here.context.at(here.address, plan)  # a page of several plans tells of sources, too
    for source in plan.sources:
        for problem in _open_gaps(here, source_ref(plan, source)):
            if problem.code is Code.ANSWER_DUE:
                about[problem.code].append(Reason(source_link(at_plan, source), sentence(problem.message)))
    return tuple(_decision(*said, about[code]) for code, said in _DECISIONS.items() if about[code])


def _decision(title: str, proposed: str, reasons: list[Reason]) -> Decision:
    left = len(reasons) - _MOST_REASONS
    more = sentence(f"and {counted(left, 'more', 'more')}") if left > 0 else ""
    return Decision(title, tuple(reasons[:_MOST_REASONS]), more, proposed)


def _open_gaps(here: Here, ref: str) -> tuple[Problem, ...]:
    """Return the gaps that a thing has, of each kind the first."""
    found: dict[Code, Problem] = {}
    for problem in here.context.problems_of.get(ref, ()):
        if problem.is_open:
            found.setdefault(problem.code, problem)
    return tuple(found.values())


_DECISIONS = {
    Code.ANSWER_DUE: (
        "Answer what should have been answered by now",
        "Whoever leads the plan answers this week, and says to the board what was sent.",
    ),
    Code.NOT_KEPT_SAFE: (
        "Say what keeps people safe until the breach is put right",
        "Write down today what is done meanwhile, and who makes sure of it.",
    ),
    Code.UNADDRESSED: (
        "Agree an action for a finding that has none",
        "Name its owner and its date at this meeting; the action is written the same week.",
    ),
    Code.SLIPPED: (
        "Open again what did not hold, or agree what takes its place",
        "Open it again with a new date, and have somebody else check it once more.",
    ),
    Code.OVERDUE: (
        "Agree a new date for what is late, or give what is missing to finish it",
        "A new date with its reason, agreed at this meeting, and what its owner needs to keep it.",
    ),
    Code.BLOCKED: (
        "Free what others wait for, or move the dates that depend on it",
        "Settle first what is waited for; what waits gets a date that follows from it.",
    ),
    Code.LATE_FORECAST: (
        "Bring forward what is waited for, or accept that this will be late",
        "Agree the later date now, with its reason, unless what is waited for can come first.",
    ),
    Code.MILESTONE_MISSED: (
        "Agree when a milestone that has passed will be reached",
        "Set its new day by the last of what it waits for.",
    ),
    Code.TARGET_MISSED: (
        "Agree what else is done where a figure has missed its target",
        "One thing more, with its owner, and the day on which the figure is looked at again.",
    ),
    Code.NO_PROOF: (
        "Ask for proof of what was closed without any, or open it again",
        "Its owner brings the proof to the next meeting; without it, it is opened again.",
    ),
    Code.CHECK_DUE: (
        "Ask for the check that was promised and is not recorded",
        "Name who checks, not its owner, and by when.",
    ),
    Code.ACCEPTED_ENDED: (
        "Look again at what was accepted until a day that has passed",
        "Accept it again until a new day, or have it put right.",
    ),
}


def _refs(plan: Plan) -> tuple[str, ...]:
    """Return the references of what a board may have to decide about."""
    ids = [*(one.id for one in plan.findings), *(one.id for one in plan.actions)]
    ids += [*(one.id for one in plan.milestones), *(one.id for one in plan.measures)]
    return tuple(dict.fromkeys(Ref.to(plan.id, one) for one in ids))
