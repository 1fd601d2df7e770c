"""What is missing for a finding: all of it for its own page, and in a few words where many findings are listed."""

from collections import defaultdict
from dataclasses import dataclass

from action_plans.english.wording import number
from action_plans.model.problem import Code, Problem
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.gaps import Gap, gaps, severities_in_words
from action_plans.staff.tags import gravity
from action_plans.tracing.traced import TracedFinding

_MOST = 3


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing in a few words, and the actions of which it is said."""

    about: tuple[Link, ...]
    words: str


@dataclass(frozen=True, slots=True)
class MissingInBrief:
    """The gravest of what is missing for a finding, and how many gaps there are besides; else what is accepted."""

    gravest: tuple[Missing, ...]
    more: str


def finding_gaps(here: Here, finding: TracedFinding) -> tuple[Gap, ...]:
    """Return everything that is missing for a finding, the gravest first."""
    return gaps(here, _concerned(here, finding), finding.ref)


def missing_in_brief(here: Here, finding: TracedFinding) -> MissingInBrief:
    """Return what is missing for a finding in a few words. Cost: linear in its actions and evidence."""
    problems_of = here.context.problems_of
    every = [one for ref in _concerned(here, finding) for one in problems_of.get(ref, ())]
    found = [one for one in every if one.is_open]
    if every and not found:
        return MissingInBrief((), f"{severities_in_words(one.severity for one in every)}, accepted")
    by_code: dict[Code, dict[str, None]] = defaultdict(dict)
    for problem in found:
        if problem.code in _SAID and (problem.code in _OF_FINDINGS or problem.item in here.context.trace.actions):
            by_code[problem.code][problem.item or ""] = None
    told = sorted(by_code, key=gravity)[:_MOST]
    left = [problem.severity for problem in found if not _is_told(problem, by_code, told)]
    gravest = tuple(_missing(here, code, tuple(by_code[code])) for code in told)
    if not (left and gravest):
        return MissingInBrief(gravest, severities_in_words(left))
    if len(set(left)) > 1:
        return MissingInBrief(gravest, f"and {number(len(left))} more: {severities_in_words(left)}")
    return MissingInBrief(gravest, f"and {severities_in_words(left, 'more ')}")


def _is_told(problem: Problem, by_code: dict[Code, dict[str, None]], told: list[Code]) -> bool:
    return problem.code in told and (problem.item or "") in by_code[problem.code]


def _concerned(here: Here, finding: TracedFinding) -> tuple[str, ...]:
    """Return the references of a finding and all that is done and shown for it, each once."""
    actions = [here.context.trace.actions[ref] for ref in finding.actions]
    measures = (*finding.measures, *(ref for action in actions for ref in action.measures))
    proofs = (*(proof for action in actions for proof in action.proofs), *finding.proofs)
    return tuple(dict.fromkeys((finding.ref, *finding.actions, *measures, *(proof.ref for proof in proofs))))


def _missing(here: Here, code: Code, refs: tuple[str, ...]) -> Missing:
    one, several = _SAID[code]
    if code in _OF_FINDINGS:
        return Missing((), one)
    return Missing(here.links(refs), one if len(refs) == 1 else several)


_OF_FINDINGS = (Code.UNADDRESSED, Code.NOT_KEPT_SAFE)
_SAID = {
    Code.NOT_KEPT_SAFE: ("what keeps people safe is not said", ""),
    Code.UNADDRESSED: ("no action is written", ""),
    Code.SLIPPED: ("does not hold", "do not hold"),
    Code.OVERDUE: ("is late", "are late"),
    Code.BLOCKED: ("is blocked", "are blocked"),
    Code.LATE_FORECAST: ("is likely late", "are likely late"),
    Code.OFF_TRACK: ("is not on track", "are not on track"),
    Code.NO_PROOF: ("has no proof", "have no proof"),
    Code.UNCHECKED: ("is not confirmed yet", "are not confirmed yet"),
    Code.CHECK_DUE: ("waits for a check", "wait for a check"),
}
"""The gaps that are told by name, for one action and for several."""
