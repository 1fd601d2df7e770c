"""Evidence that was checked before what it is for changed in meaning."""

from collections.abc import Iterator

from action_plans.english.wording import listed
from action_plans.history.checked_days import newest_check
from action_plans.history.provenance import Provenance
from action_plans.model.problem import Code, Problem
from action_plans.model.when import day_in_words
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction, TracedFinding


def changed_since_check(trace: Trace, provenance: Provenance) -> Iterator[Problem]:
    """AP323: actions and findings that changed in meaning after the newest check of the evidence for them.

    A finding is also compared with how it was when each of its actions was last checked, since that was for it.
    """
    for finding in trace.findings.values():
        yield from _changed_finding(finding, trace, provenance)
    for action in trace.actions.values():
        day = newest_check(action, trace.today)
        fields = provenance.changed_since(action.ref, day)
        if day is not None and fields and action.record.stopped is None:
            yield _problem(action, f"on {day_in_words(day)}", fields)


def _changed_finding(finding: TracedFinding, trace: Trace, provenance: Provenance) -> Iterator[Problem]:
    """Yield at most one problem, with every check that was of other words."""
    looked: tuple[TracedAction | TracedFinding, ...] = (finding, *(trace.actions[ref] for ref in finding.actions))
    checks: list[str] = []
    changed: dict[str, None] = {}
    for checked in looked:
        day = newest_check(checked, trace.today)
        fields = provenance.changed_since(finding.ref, day)
        if day is not None and fields:
            called = "" if checked is finding else f"with {checked.record.id} "
            checks.append(f"{called}on {day_in_words(day)}")
            changed |= dict.fromkeys(fields)
    if checks:
        yield _problem(finding, listed(checks), tuple(changed))


def _problem(item: TracedAction | TracedFinding, checked: str, fields: tuple[str, ...]) -> Problem:
    """Return the problem with what changed by name; never what was said before: it may have been taken out for good."""
    named = listed(f"“{field}”" for field in fields)
    message = f"{item.record.id} has changed since it was checked {checked}, in {named}."
    return Problem(Code.CHANGED_SINCE_CHECK, message, item.record.origin, _HINT, item.ref)


_HINT = "Check it again. If it means the same as before, say so under `accepted`."
