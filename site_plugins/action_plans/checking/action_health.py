"""Plan health of actions: news that says nothing, and how an action came to be called done."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from action_plans.checking.evidence_gaps import called, live_evidence
from action_plans.checking.strength_gaps import check_to_write
from action_plans.checking.unread import Unread
from action_plans.english.saying_nothing import says_nothing
from action_plans.english.wording import how_long, times
from action_plans.model.action import Action
from action_plans.model.evidence import Evidence, EvidenceType
from action_plans.model.problem import Code, Problem
from action_plans.model.when import When, whens_in
from action_plans.tracing.days import has_come
from action_plans.tracing.promises import Promise
from action_plans.tracing.results import Proof
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction


def saying_nothing(trace: Trace) -> Iterator[Problem]:
    """AP220: open actions whose newest news, or whose end, is a word such as “ongoing”."""
    for ref, action in trace.actions.items():
        record = action.record
        if not action.is_open:
            continue
        if record.done_when is not None and (says_nothing(record.done_when) or _is_nothing(_NO_END, record.done_when)):
            message = f"{record.id} says “{record.done_when}” where it should say what will be true when it is done."
            hint = "Write what somebody could see or count: `done_when: Every count of four weeks is right`."
            yield Problem(Code.NO_NEWS, message, record.at("done_when"), hint, ref)
        news = max(reversed(record.updates), key=lambda update: update.date.last, default=None)
        if news is not None and (says_nothing(news.text) or _is_nothing(_NO_NEWS, news.text)):
            message = f"The newest word on {record.id}, of {news.date}, is “{news.text}”: it tells nobody anything."
            hint = "Write what was done and what comes next: `text: Two of four rounds watched, the rest on Thursday`."
            yield Problem(Code.NO_NEWS, message, news.at("text"), hint, ref)


def policy_alone(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP332: closed actions for which all that counts is policies; what is kept on request may be anything."""
    for ref, action in trace.actions.items():
        if not action.is_finished or not action.counting or unread.has_notes:
            continue
        if any(result.check is not None for result in action.results):
            continue
        if all(_is_policy(proof) for proof in action.counting):
            message = f"{action.record.id} is closed with a policy for its only proof: not that it is followed."
            hint = "Add what shows practice: `evidence: {title: .., date: .., type: observation, by: .., sample: ..}`."
            yield Problem(Code.POLICY_ALONE, message, action.closed_origin, hint, ref)


def closed_alone(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP333: actions closed by their owner, of which nobody else looked, signed off or is still to look as promised."""
    for ref, action in trace.actions.items():
        record, people = action.record, trace.people[action.plan.id]
        if not action.is_finished or not people.is_same(record.closed_by, record.owner) or unread.has_notes:
            continue
        signed = any(people.is_other(one.by, record.owner) for one in record.signoffs)
        if signed or action.promise is Promise.WAITING or any(result.independent for result in action.results):
            continue
        message = f"{record.id} was closed by its owner, {people.title(record.owner)}, and nobody else has looked."
        hint = f"Let somebody else look, and write what they see: {check_to_write(trace, action)}."
        yield Problem(Code.CLOSED_ALONE, message, record.at("closed_by"), hint, ref)


def written_up_late(trace: Trace, unread: Unread) -> Iterator[Problem]:
    """AP335: closed actions of which the first proof is from long after, and evidence long after what it speaks of.

    All by the dates that the plan itself gives. A check is no writing up: it says how things are on its own day.
    """
    for ref, action in trace.actions.items():
        closed, first = action.record.closed_on, _first_proof(action, trace.today)
        if not action.is_finished or closed is None or first is None or first.record.date is None or unread.has_notes:
            continue
        if first.record.date.first - closed.last > _LONG:
            late = how_long(closed.last, first.record.date.first)
            message = (
                f"{action.record.id} was closed {closed.on_or_in}, and its first proof, "
                f"{called(first.ref, first.record)}, is of {first.record.date}: {late} after."
            )
            hint = "Add what there was on the day, with the `date` that it bears, or look now and write it in `checks`."
            yield Problem(Code.WRITTEN_UP_LATE, message, action.closed_origin, hint, ref)
    for ref, evidence, _ in live_evidence(trace):
        period = _period(evidence)
        if evidence.date is not None and period is not None and evidence.date.first - period.last > _LONG:
            late = how_long(period.last, evidence.date.first)
            message = f"{called(ref, evidence)} speaks of {evidence.period} and is of {evidence.date}: {late} after."
            hint = "Give the `date` that the original bears; if it was written up so late, say in `note` from what."
            yield Problem(Code.WRITTEN_UP_LATE, message, evidence.at("date"), hint, ref)


def moved_often(trace: Trace) -> Iterator[Problem]:
    """AP338: open actions whose date was put off three times or more."""
    for ref, action in trace.actions.items():
        record, moved = action.record, _put_off(action.record)
        if action.is_open and moved >= _OFTEN:
            message = f"{record.id} was put off {times(moved)}: from {record.due} to {action.due}."
            hint = "Say in `issues` what is in the way; then make the step smaller, or stop it for another."
            yield Problem(Code.MOVED_OFTEN, message, action.record.due_origin, hint, ref)


_LONG = timedelta(days=61)
"""Two months: by then two of the monthly meetings that look at a plan have gone by without it."""

_OFTEN = 3
"""Repeatedly extended dates are among what inspectors name where plans fail. Once and twice have reasons outside."""

_SHORT = 60
"""Characters up to which a text can say nothing; longer ones are not looked at."""

_NO_NEWS = re.compile(
    r"\W*(?:(?:this|it|work|action|remains|is|still) )*(?:on-?\s?going|continu(?:es|ing|ous|ed)|in progress|in hand"
    r"|under\s?way|being (?:done|actioned|progressed|monitored)|progressing|work in progress|wip|monitoring)"
    r"(?:(?: as| -| to be) \w+)?\W*",
    re.IGNORECASE,
)
"""What is true of any action on any day. That nothing is new is news."""

_NO_END = re.compile(
    r"\W*(?:continuous(?:ly)?|rolling|always|done|complete[d]?|when (?:it is )?(?:done|complete[d]?|finished)|all done"
    r"|monthly|weekly|daily|as required|action (?:complete[d]?|closed))\W*",
    re.IGNORECASE,
)
"""What says of an end only that there is one."""

_POLICY = re.compile(r"\b(?:polic(?:y|ies)|procedures?|protocols?)\b", re.IGNORECASE)

_GOES_ON = re.compile(r"\b(?:since|onwards?|to date|present|today|now|on-?going)\b", re.IGNORECASE)
_FROM = re.compile(r"\W*from\b", re.IGNORECASE)


def _is_nothing(form: re.Pattern[str], text: str | None) -> bool:
    return text is not None and len(text) <= _SHORT and form.fullmatch(text) is not None


def _is_policy(proof: Proof) -> bool:
    """Whether evidence is a policy: by its type, or where it has none by its title."""
    evidence = proof.record
    if evidence.on_request:
        return False
    if evidence.type is not None:
        return evidence.type is EvidenceType.POLICY
    return _POLICY.search(evidence.title) is not None


def _first_proof(action: TracedAction, today: date) -> Proof | None:
    """Return the first evidence there is for an action; nothing where a check came before it, or on its day."""
    dated = [proof for proof in action.proofs if has_come(proof.record.date, today)]
    first = min(dated, key=_dated, default=None)
    if first is None or any(check.date.last <= _dated(first) for check in action.record.checks):
        return None
    return first


def _dated(proof: Proof) -> date:
    assert proof.record.date is not None  # noqa: S101 -- only dated evidence is asked
    return proof.record.date.last


def _period(evidence: Evidence) -> When | None:
    """Return the last day or month of the period that evidence speaks of.

    Nothing where it names none, is still going on, or is kept on request, of which the period may not be told.
    """
    written = evidence.period or ""
    named = whens_in(written)
    goes_on = _GOES_ON.search(written) is not None or (len(named) == 1 and _FROM.match(written) is not None)
    return None if goes_on or evidence.on_request else max(named, key=lambda when: when.last, default=None)


def _put_off(action: Action) -> int:
    """Return how often the date was made a later one; bringing it forward is none."""
    moves = sorted(action.revised, key=lambda moved: moved.date.last)
    days = [action.due, *(moved.due for moved in moves)]
    return sum(later.last > earlier.last for earlier, later in pairwise(days))
