"""A plan in one look: where it stands, its findings, its milestones. On its own page, and on the home page."""

from collections import defaultdict
from dataclasses import dataclass

from action_plans.english.wording import closed_words, day, long_day, number
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, Link
from action_plans.staff.parts.finding_words import kind_words, newest_proof, regulation_words, states_in_words
from action_plans.staff.tags import Tag, problem_tag, state_tag
from action_plans.tracing.trace import Counts, TracedAction, TracedFinding


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as a plan shows it."""

    link: Link
    what: str
    tag: Tag
    done: str
    keeping_safe: str | None
    proof: Link | None
    proof_day: str


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone as a plan shows it: `waits_for` are the actions for it that are not finished."""

    link: Link
    anchor: str
    due: str
    done: str
    tag: Tag | None
    words: str
    waits_for: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """A plan in one look; `facts` are labels with a few words each."""

    facts: tuple[tuple[str, str], ...]
    findings: tuple[FindingRow, ...]
    milestones: tuple[MilestoneRow, ...]


def overview(here: Here, plan: Plan) -> Overview:
    """Return a plan in one look. Cost: linear in its findings and actions."""
    trace = here.context.trace
    return Overview(
        facts=_facts(here, plan, trace.counts((plan,))),
        findings=tuple(_finding(here, finding) for finding in trace.findings_of(plan)),
        milestones=_milestones(here, plan),
    )


def _facts(here: Here, plan: Plan, counts: Counts) -> tuple[tuple[str, str], ...]:
    trace = here.context.trace
    findings = states_in_words([finding.verdict for finding in trace.findings_of(plan)])
    still = states_in_words([action.condition for action in trace.actions_of(plan) if action.is_open])
    stopped = f", {number(counts.stopped)} stopped" if counts.stopped else ""
    facts = [("Findings", f"{counts.findings}: {findings}" if findings else "None yet")]
    facts.append(("Actions", f"{counts.actions}: {number(counts.open)} open, {number(counts.closed)} closed{stopped}"))
    if still:
        facts.append(("Of the open", still.capitalize()))
    if counts.closed:
        facts.append(("Of the closed", _proven(counts)))
    if plan.next_review is not None:
        facts.append(("Next review", long_day(plan.next_review)))
    if plan.next_assessment is not None:
        facts.append(("Next assessment expected", day(plan.next_assessment)))
    return tuple(facts)


def _proven(counts: Counts) -> str:
    parts = [f"{counts.verified} of {counts.closed} verified by someone independent"]
    for count, words in ((counts.slipped, "slipped"), (counts.unproven, "no proof"), (counts.unchecked, "not checked")):
        if count:
            parts.append(f"{number(count)} {words}")
    return ", ".join(parts)


def _finding(here: Here, finding: TracedFinding) -> FindingRow:
    actions = [here.context.trace.actions[ref] for ref in finding.actions]
    proof = newest_proof(here, finding)
    closed = sum(action.is_finished for action in actions)
    return FindingRow(
        link=here.link(finding.ref),
        what=" · ".join(part for part in (kind_words(finding.record), regulation_words(finding)) if part),
        tag=state_tag(finding.verdict),
        done=closed_words(closed, len(actions)),
        keeping_safe=finding.record.keeping_safe,
        proof=proof[0] if proof else None,
        proof_day=proof[1] if proof else "",
    )


def _milestones(here: Here, plan: Plan) -> tuple[MilestoneRow, ...]:
    needed: dict[str, list[TracedAction]] = defaultdict(list)
    for action in here.context.trace.actions_of(plan):
        if action.milestone is not None and action.record.stopped is None:
            needed[action.milestone].append(action)
    rows = []
    for stone in sorted(plan.milestones, key=lambda stone: stone.due.last):
        ref = f"{plan.id}/{stone.id}"
        actions = needed.get(ref, [])
        finished = sum(action.is_finished for action in actions)
        problems = [one for one in here.context.problems_of.get(ref, ()) if not one.accepted]
        rows.append(
            MilestoneRow(
                link=here.link(ref),
                anchor=stone.id.lower(),
                due=day(stone.due),
                done=f"{finished} of {len(actions)}" if actions else "",
                tag=problem_tag(problems[0].code) if problems else None,
                words=f"Reached {day(stone.reached_on)}" if stone.reached_on else "Not reached yet",
                waits_for=() if stone.reached_on else here.links(one.ref for one in actions if one.is_open),
            )
        )
    return tuple(rows)
