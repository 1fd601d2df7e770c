"""Known problems that a plan answers: shown with their reason, and left out of totals."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from action_plans.model.plan import Plan
from action_plans.model.plan_parts import Accepted
from action_plans.model.problem import Code, Problem, Severity
from action_plans.model.reference import Ref
from action_plans.model.when import When
from action_plans.tracing.days import has_passed
from action_plans.tracing.sources import SOURCES
from action_plans.tracing.trace import Trace


def accept(problems: Iterable[Problem], trace: Trace) -> tuple[Problem, ...]:
    """Return the problems, those that their plan answers with its reason. Errors cannot be answered.

    Where `until` has passed, a gap counts again. A warning stays answered: that time passes stops no build, and the
    gap AP319 says that the answer is out of date.
    """
    answers = _Answers(trace)
    return tuple(
        replace(problem, accepted=answer.because, until=answer.until)
        if (answer := answers.to(problem)) is not None
        else problem
        for problem in problems
    )


def unknown_codes(trace: Trace) -> Iterator[Problem]:
    """AP107: answers to a code that does not exist or is an error, and those without the words that they free."""
    for plan in trace.portfolio.plans:
        for accepted in plan.accepted:
            code = _code(accepted)
            if code is None:
                message = f"“{accepted.code}” is no code of a problem."
                hint = "Write the code that stands before the problem, such as AP301."
            elif code.severity is Severity.ERROR:
                message = f"{code.value} is an error: it cannot be accepted, it has to be put right."
                hint = "Take this entry out. Only warnings (AP2…) and gaps (AP3…, AP4…) can be answered."
            elif code.is_answered_by_words and accepted.words is None:
                message = f"an answer to {code.value} names no `words`, so it frees nothing."
                hint = 'Write the words that the problem shows, as they stand there: `words: ".."`.'
            elif accepted.words is not None and not code.is_answered_by_words:
                message = (
                    f"an answer to {code.value} has no `words`: only AP402, AP403, AP404 and AP406 are answered so."
                )
                hint = "Take `words` out; `because` says why."
            else:
                continue
            yield Problem(Code.WRONG_VALUE, message, accepted.at("code"), hint, plan.id)


def ended(trace: Trace) -> Iterator[Problem]:
    """AP319: answers whose last day has passed."""
    for plan in trace.portfolio.plans:
        for accepted in plan.accepted:
            code = _code(accepted)
            if code is None or code.severity is Severity.ERROR or not has_passed(accepted.until, trace.today):
                continue
            about = f" for {accepted.item}" if accepted.item else ""
            message = f"{code.value}{about} was accepted until {accepted.until}, which has passed."
            hint = "Put it right, or give a new `until` and say why."
            node = trace.references.find(accepted.item, plan) if accepted.item else None
            yield Problem(Code.ACCEPTED_ENDED, message, accepted.at("until"), hint, node.ref if node else plan.id)


@dataclass(frozen=True, slots=True)
class _Answer:
    plan: Plan
    because: str
    until: When | None


class _Answers:
    """The answers of all plans, found by code and by what they are about."""

    def __init__(self, trace: Trace) -> None:
        self._trace = trace
        self._of_items: dict[tuple[Code, str], _Answer] = {}
        self._of_plans: dict[tuple[Code, str], _Answer] = {}
        self._plans_in: dict[str, list[str]] = {}
        for plan in trace.portfolio.plans:
            self._plans_in.setdefault(plan.path, []).append(plan.id)
            for accepted in plan.accepted:
                self._take(plan, accepted)

    def answered(self, problem: Problem) -> Problem:
        """Return a problem with the answer to it, where there is one."""
        answer = self.to(problem)
        return problem if answer is None else replace(problem, accepted=answer.because, until=answer.until)

    def to(self, problem: Problem) -> _Answer | None:
        """Return the answer to a problem: one about its item, about what holds that, or about its whole plan."""
        if problem.severity is Severity.ERROR or not (self._of_items or self._of_plans):
            return None
        item = problem.item or ""
        for about in (item, item.rsplit("/evidence-", 1)[0], item.replace(SOURCES, "/", 1)):
            if (answer := self._of_items.get((problem.code, about.casefold()))) is not None:
                return answer
        found = (self._of_plans.get((problem.code, plan.casefold())) for plan in self._plans(problem))
        return next((answer for answer in found if answer is not None), None)

    def _take(self, plan: Plan, accepted: Accepted) -> None:
        code = _code(accepted)
        if code is None or (code.severity is Severity.GAP and has_passed(accepted.until, self._trace.today)):
            return
        if code.is_answered_by_words or code.holds_back:  # the family edition itself sees what an answer frees
            return
        answer = _Answer(plan, accepted.because, accepted.until)
        if accepted.item is None or accepted.item.casefold() == plan.id.casefold():
            self._of_plans.setdefault((code, plan.id.casefold()), answer)
            return
        node = self._trace.references.find(accepted.item, plan)
        written = accepted.item if "/" in accepted.item else Ref.to(plan.id, accepted.item)
        self._of_items.setdefault((code, (node.ref if node is not None else written).casefold()), answer)

    def _plans(self, problem: Problem) -> Iterator[str]:
        """Yield the ids of the plans that a problem belongs to: by its item, by what its note supports, by its file."""
        item = problem.item or ""
        for ref in self._trace.supports.get(item, ()):
            yield ref.split("/", 1)[0]
        yield item.split("/", 1)[0]
        yield from self._plans_in.get(problem.origin.path, ())


def _code(accepted: Accepted) -> Code | None:
    return _CODES.get(accepted.code.upper())


_CODES = {code.value: code for code in Code}
