"""What happened since CQC last came, in one line, with the events behind it: on findings, actions and regulations."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from action_plans.english.wording import counted, day, listed, number, sentence, times
from action_plans.model.plan import Plan
from action_plans.staff.context import Here
from action_plans.staff.parts.action_events import action_events
from action_plans.staff.parts.events import Event, LogDay, log, proof_events
from action_plans.tracing.since import Happened, Since, happened
from action_plans.tracing.traced import TracedAction, TracedFinding


@dataclass(frozen=True, slots=True)
class SinceView:
    """What happened since a day: one sentence, and under the title the events behind it, the newest first."""

    words: str
    title: str
    days: tuple[LogDay, ...]


def since_for_finding(here: Here, finding: TracedFinding) -> SinceView:
    """Return what happened to a finding, with what happened to its actions and to its own evidence."""
    trace = here.context.trace
    since, actions = trace.since[finding.plan.id], _serving(here, finding)
    told = _of_several(happened(actions, since, trace.today, finding.proofs))
    every = [event for action in actions for event in action_events(trace, action)]
    every += [one for proof in finding.proofs for one in proof_events(trace, finding.plan, proof, finding.ref)]
    shown = dict.fromkeys(
        (event.when, event.ref, event.words, event.detail) for event in every if since.holds(event.when, trace.today)
    )
    title = f"What happened {since_words(since)}"
    return SinceView(_sentence(since, told), title, log(here, (Event(*parts) for parts in shown), own=finding.ref))


def since_for_findings(here: Here, findings: Iterable[TracedFinding]) -> str:
    """Return what happened to several findings, such as those under a regulation, in a sentence.

    CQC does not come to every service on one day: of several services there is a sentence each.
    """
    trace = here.context.trace
    apart: dict[tuple[str, Since], list[TracedFinding]] = {}
    for finding in findings:
        apart.setdefault((here.service(finding.ref), trace.since[finding.plan.id]), []).append(finding)
    said = []
    for (service, since), several in apart.items():
        actions = {action.ref: action for finding in several for action in _serving(here, finding)}
        proofs = [proof for finding in several for proof in finding.proofs]
        said.append(_sentence(since, _of_several(happened(actions.values(), since, trace.today, proofs)), service))
    return " ".join(said)


def since_for_action(here: Here, action: TracedAction) -> str:
    """Return what happened to an action in a sentence; the events stand in its history."""
    trace = here.context.trace
    since = trace.since[action.plan.id]
    return _sentence(since, listed(_of_one(happened((action,), since, trace.today))))


def since_for_plan(here: Here, plan: Plan) -> str:
    """Return what happened to the actions of a plan in a sentence."""
    trace = here.context.trace
    since = trace.since[plan.id]
    told = _of_several(happened(trace.actions_of(plan), since, trace.today))
    return _sentence(since, told or "nothing is written on its actions")  # a reading or a message may be


def since_words(since: Since) -> str:
    """Return since when changes are told: `since CQC last came on 14 February 2026`; else what it counts from."""
    if since.day is None:
        return "so far"
    return f"since {'CQC last came' if since.is_visit else 'the plan was written'} on {day(since.day)}"


def _sentence(since: Since, told: str, service: str = "") -> str:
    where = f"{service}, " if service else ""
    return sentence(f"{where}{since_words(since)}: {told or 'nothing is written'}")


def _serving(here: Here, finding: TracedFinding) -> list[TracedAction]:
    actions = here.context.trace.actions
    return [actions[ref] for ref in (*finding.actions, *finding.stopped)]


def _of_several(much: Happened) -> str:
    """Return how much happened to several actions; the first that is counted says that they are actions."""
    of_actions = [
        (count, words)
        for count, words in (
            (much.closed, "closed"), (much.slipped, "slipped"), (much.reopened, "opened again"),
            (much.stopped, "stopped"), (much.begun, "begun"),
        )
        if count
    ]  # fmt: skip
    first = [f"{counted(count, 'action')} {words}" for count, words in of_actions[:1]]
    rest = [f"{number(count)} {words}" for count, words in of_actions[1:]]
    moved = [counted(much.moved, "date moved", "dates moved")] if much.moved else []
    return listed((*first, *rest, *moved, *_records(much)))


def _of_one(much: Happened) -> Iterator[str]:
    said = (
        (much.begun, "begun"), (much.moved, f"date moved {times(much.moved)}"), (much.closed, "closed"),
        (much.slipped, "found not to hold"), (much.reopened, "opened again"), (much.stopped, "stopped"),
    )  # fmt: skip
    yield from (words for count, words in said if count)
    yield from _records(much)


def _records(much: Happened) -> Iterator[str]:
    found = (
        (sum(much.checks.values()), "check", "checks"),
        (much.evidence, "piece of evidence", "pieces of evidence"),
        (much.updates, "update", "updates"),
    )
    return (counted(count, one, several) for count, one, several in found if count)
