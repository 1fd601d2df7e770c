"""How strong evidence is: of one kind, old, checked long ago, or checked without saying what was looked at."""

from collections.abc import Iterator

from action_plans.checking.evidence_gaps import called, live_evidence
from action_plans.english.wording import lower_first
from action_plans.model.problem import Code, Problem
from action_plans.model.when import day_in_words
from action_plans.tracing.days import has_come
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction


def check_to_write(trace: Trace, action: TracedAction) -> str:
    """Return a check as it is written, dated today and by its checker: what is to be seen is left to be filled in."""
    checker = action.record.checker
    by = checker if checker in trace.people[action.plan.id].roles else ".."
    return f"`checks: {{date: {trace.today}, by: {by}, sample: .., result: .., found: ..}}`"


def one_category(trace: Trace) -> Iterator[Problem]:
    """AP331: closed actions of which all evidence that counts is of one category."""
    for ref, action in trace.actions.items():
        if action.is_finished and len(action.strength.categories) == 1:
            category = lower_first(action.strength.categories[0].label)
            message = f"{action.record.id} is closed with evidence of one category only: {category}."
            hint = "Show it from another side too: what people say, what was seen, what came of it."
            yield Problem(Code.ONE_CATEGORY, message, action.closed_origin, hint, ref)


def old_evidence(trace: Trace) -> Iterator[Problem]:
    """AP341: live actions whose newest evidence or check is more than 12 months old."""
    for ref, action in trace.actions.items():
        newest = action.strength.newest
        if newest is not None and not action.is_stopped and action.strength.is_old(trace.today):
            message = f"The newest evidence for {action.record.id} is of {newest}: more than 12 months old."
            hint = "Look again and write down what you see, as evidence or in `checks`."
            yield Problem(Code.OLD_EVIDENCE, message, action.record.at("id"), hint, ref)


def without_sample(trace: Trace) -> Iterator[Problem]:
    """AP342: checks of live things, and verdicts on evidence for them, that do not say what was looked at."""
    for ref, action in trace.actions.items():
        for check in () if action.is_stopped else action.record.checks:
            if check.sample is None and has_come(check.date, trace.today):
                message = f"The check of {action.record.id} {check.date.on_or_in} does not say what was looked at."
                hint = "Write it in `sample`, such as 10 of 39 care plans."
                yield Problem(Code.NO_SAMPLE, message, check.at("date"), hint, ref)
    for ref, evidence, _ in live_evidence(trace):
        if evidence.verdict is not None and evidence.checked_sample is None:
            message = f"The verdict on {called(ref, evidence)} does not say what the checker looked at."
            hint = "Write it in `checked_sample`, such as 5 of the 10 care plans."
            yield Problem(Code.NO_SAMPLE, message, evidence.at("verdict"), hint, ref)


def look_again(trace: Trace) -> Iterator[Problem]:
    """AP343: embedded actions that nobody independent has looked at for more than 12 months."""
    for ref, action in trace.actions.items():
        if action.is_look_due and action.last_looked is not None:
            message = f"{action.record.id} is embedded, but was last looked at on {day_in_words(action.last_looked)}."
            hint = f"See whether it still holds, and write what you see: {check_to_write(trace, action)}."
            yield Problem(Code.LOOK_AGAIN, message, action.closed_origin, hint, ref)
