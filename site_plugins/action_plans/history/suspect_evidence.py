"""Evidence that was checked before what it is for changed in meaning."""

from collections.abc import Iterator

from action_plans.english.wording import listed, sentence
from action_plans.history.checked_days import checked_day, newest_check
from action_plans.history.provenance import Provenance
from action_plans.model.evidence import EvidenceNote
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import Ref
from action_plans.model.when import day_in_words
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction, TracedFinding


def changed_since_check(trace: Trace, provenance: Provenance) -> Iterator[Problem]:
    """AP323: what changed after it was checked: actions and findings in meaning, the evidence, and checks themselves.

    A finding is also compared with how it was when each of its actions was last checked, since that was for it.
    """
    for finding in trace.findings.values():
        yield from _changed_finding(finding, trace, provenance)
    for action in trace.actions.values():
        day = newest_check(action, trace.today)
        fields = provenance.changed_since(action.ref, day)
        if day is not None and fields and action.record.stopped is None:
            yield _problem(action, f"on {day_in_words(day)}", fields)
        yield from _changed_checks(action, provenance)
    for ref in trace.evidence_refs():
        fields = provenance.evidence_changed(ref)
        if fields:
            yield _changed_evidence(ref, trace, fields)


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


def _changed_checks(action: TracedAction, provenance: Provenance) -> Iterator[Problem]:
    """Yield a problem for each check whose own words are not those first written down: no later check answers it."""
    for place, check in enumerate(action.record.checks if action.record.stopped is None else ()):
        fields = provenance.check_changed(action.ref, place)
        if fields:
            named = listed(f"“{field}”" for field in fields)
            which = f"The check of {action.record.id} {check.date.on_or_in}"
            message = f"{which} has changed since it was written down, in {named}."
            yield Problem(Code.CHANGED_SINCE_CHECK, message, check.origin, _HINT_FOR_A_CHECK, action.ref)


def _changed_evidence(ref: str, trace: Trace, fields: tuple[str, ...]) -> Problem:
    """Return the problem of evidence that is not what was checked; a line's stands at what it is for."""
    evidence, day = trace.proof(ref).record, checked_day(trace.proof(ref).record, trace.today)
    called = evidence.id if isinstance(evidence, EvidenceNote) else f"the evidence “{evidence.title}”"
    checked = f" on {day_in_words(day)}" if day is not None else ""
    named = listed(f"“{field}”" for field in fields)
    message = f"{called} has changed since it was checked{checked}, in {named}."
    item = ref if isinstance(evidence, EvidenceNote) else ref.rpartition("/evidence-")[0]
    return Problem(Code.CHANGED_SINCE_CHECK, sentence(message), evidence.origin, _HINT_FOR_EVIDENCE, Ref(item))


def _problem(item: TracedAction | TracedFinding, checked: str, fields: tuple[str, ...]) -> Problem:
    """Return the problem with what changed by name; never what was said before: it may have been taken out for good."""
    named = listed(f"“{field}”" for field in fields)
    message = f"{item.record.id} has changed since it was checked {checked}, in {named}."
    return Problem(Code.CHANGED_SINCE_CHECK, message, item.record.origin, _HINT, item.ref)


_HINT = "Check it again. If it means the same as before, say so under `accepted`."
_HINT_FOR_EVIDENCE = (
    "Have it checked again and write the new day under `checked_on`. If only words were put right, say so under "
    "`accepted`."
)
_HINT_FOR_A_CHECK = (
    "Put back what was found, and add another check for what is so now. If only words were put right, say so under "
    "`accepted`."
)
