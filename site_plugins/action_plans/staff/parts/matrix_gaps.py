"""What is missing in a row of the matrix: the problems of its things, each by its name and in few words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from action_plans.english.wording import late_by, listed
from action_plans.model.problem import Code, Problem
from action_plans.staff.context import Here
from action_plans.staff.parts.provenance_words import action_changed_words
from action_plans.staff.tags import gravity, problem_tag
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class MatrixGap:
    """A gap: the name it is counted under, what a cell says, whether the plan accepts it, its place among gaps."""

    name: str
    words: str
    accepted: bool
    gravity: int


def gaps_of(here: Here, refs: Iterable[str]) -> tuple[MatrixGap, ...]:
    """Return the gaps of some things as the matrix tells them, each once: the gravest first, accepted ones last."""
    found = [problem for ref in dict.fromkeys(refs) for problem in here.context.problems_of.get(ref, ())]
    told = [problem for problem in found if problem.code.is_gap_of_work]
    told.sort(key=lambda problem: (not problem.is_open, gravity(problem.code)))
    return tuple(dict.fromkeys(_gap(here, problem) for problem in told))


def _gap(here: Here, problem: Problem) -> MatrixGap:
    action = here.context.trace.actions.get(problem.item or "")
    name = _named(problem, action)
    words = next(_details(here, problem, action), name) if action is not None else name
    if problem.is_open:
        return MatrixGap(name, words, accepted=False, gravity=gravity(problem.code))
    return MatrixGap(f"{name}, accepted", f"{words} (accepted)", accepted=True, gravity=gravity(problem.code))


def _named(problem: Problem, action: TracedAction | None) -> str:
    if problem.code is Code.NO_PROOF and action is not None:
        return "Closed, no evidence that counts" if action.proofs else "Closed, no evidence"
    if problem.code is Code.UNCHECKED and action is not None and action.why_unchecked is not None:
        return action.why_unchecked.few_words
    return _NAMES.get(problem.code) or problem_tag(problem.code).word


_NAMES = {
    Code.SLIPPED: "Closed, but does not hold",
    Code.BLOCKED: "Waits for others",
    Code.LATE_FORECAST: "Due before what it waits for",
    Code.OFF_TRACK: "Off track or at risk",
    Code.STALE: "Evidence past its review date",
    Code.OLD_EVIDENCE: "Evidence older than 12 months",
    Code.TO_COME: "Proof still to come",
    Code.ONE_CATEGORY: "One category only",
    Code.CLOSED_ALONE: "Closed by its owner alone",
    Code.WRITTEN_UP_LATE: "Proof written up late",
    Code.POLICY_ALONE: "Policy for its only proof",
    Code.MOVED_OFTEN: "Put off three times or more",
    Code.TRAINING_ALONE: "Answered by training alone",
    Code.NO_ROOT_CAUSE: "Not said why it happened",
    Code.NO_SAMPLE: "Not said what was looked at",
    Code.DOES_NOT_COUNT: "Evidence that does not count",
    Code.NOT_YET: "Done on a day that has not come",
    Code.NO_END: "Not said when it is done",
    Code.NO_SOURCE: "Source not said",
    Code.NO_CLOSING_DAY: "Day of closing not said",
}


def _details(here: Here, problem: Problem, action: TracedAction) -> Iterator[str]:
    """Yield what a cell says more exactly than the name."""
    match problem.code:
        case Code.OVERDUE:
            yield late_by(action.due.last, here.context.trace.today).capitalize()
        case Code.BLOCKED:
            yield f"Waits for {listed(here.link(ref).ref for ref in action.holding_up)}"
        case Code.LATE_FORECAST if action.latest_wait is not None:
            yield f"{_NAMES[Code.LATE_FORECAST]}: {here.link(action.latest_wait).ref}"
        case Code.OFF_TRACK:
            yield action.condition.label
        case Code.CHANGED_SINCE_CHECK:
            yield f"{_named(problem, action)}: {action_changed_words(here, action)}"
        case Code.ONE_CATEGORY:
            yield f"{_NAMES[Code.ONE_CATEGORY]}: {action.strength.categories[0].label.lower()}"
