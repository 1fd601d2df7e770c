"""A plan in one look: where it stands, its findings, its milestones. On its own page, and on the home page."""

from dataclasses import dataclass

from action_plans.english.wording import day
from action_plans.model.finding import FindingKind
from action_plans.model.measure import Milestone
from action_plans.model.plan import Plan
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.expected import expected_words, review_words
from action_plans.staff.parts.finding_gaps import MissingInBrief, missing_in_brief
from action_plans.staff.parts.measure_series import short_day
from action_plans.staff.parts.state_words import (
    closed_of,
    closed_of_in_brief,
    kind_words,
    open_and_closed,
    proven_words,
    standing_words,
)
from action_plans.staff.tags import Tag, problem_tag, state_tag
from action_plans.tracing.counts import Counts
from action_plans.tracing.traced import TracedFinding


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as a plan shows it.

    `keeping_safe` is what keeps people safe meanwhile, of a breach that is not put right and proven yet;
    `is_breach_open` is whether that is to be said.
    """

    link: Link
    what: str
    tag: Tag
    done: str
    missing: MissingInBrief
    keeping_safe: str | None
    is_breach_open: bool


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone as a plan shows it: `waits_for` are the actions for it that are not finished."""

    link: Link
    anchor: str
    due: str
    done: str
    tag: Tag
    waits_for: tuple[Link, ...]
    record: Milestone


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
    findings = standing_words(trace.findings_of(plan))
    still = standing_words(action for action in trace.actions_of(plan) if action.is_open)
    facts = [("Findings", f"{counts.findings}: {findings}" if findings else "None yet")]
    facts.append(("Actions", f"{counts.actions}: {open_and_closed(counts)}"))
    if still:
        facts.append(("Of the open", still.capitalize()))
    if counts.closed:
        facts.append(("Of the closed", proven_words(counts)))
    if plan.next_review is not None:
        facts.append(("Next review", review_words(plan.next_review, trace.today)))
    if plan.next_assessment is not None:
        facts.append(("Next assessment", expected_words(plan.next_assessment, trace.today)))
    return tuple(facts)


def _finding(here: Here, finding: TracedFinding) -> FindingRow:
    actions = [here.context.trace.actions[ref] for ref in finding.actions]
    is_proven = finding.is_put_right
    is_breach_open = finding.record.kind is FindingKind.BREACH and not is_proven
    return FindingRow(
        link=here.link(finding.ref),
        what=" · ".join(part for part in (kind_words(finding.record), finding.regulations_in_words) if part),
        tag=state_tag(finding),
        done=closed_of_in_brief(actions),
        missing=missing_in_brief(here, finding),
        keeping_safe=finding.record.keeping_safe if is_breach_open else None,
        is_breach_open=is_breach_open,
    )


def _milestones(here: Here, plan: Plan) -> tuple[MilestoneRow, ...]:
    rows = []
    for traced in sorted(here.context.trace.milestones_of(plan), key=lambda one: one.record.due.last):
        ref, stone = traced.ref, traced.record
        problems = [one for one in here.context.problems_of.get(ref, ()) if one.is_open]
        rows.append(
            MilestoneRow(
                link=here.link(ref),
                anchor=stone.id.lower(),
                due=short_day(stone.due, here.context.trace.today.year),
                done=closed_of(traced.needs),
                tag=problem_tag(problems[0].code) if problems else _reached(stone),
                waits_for=() if stone.reached_on else here.links(traced.waits_for),
                record=stone,
            )
        )
    return tuple(rows)


def _reached(stone: Milestone) -> Tag:
    if stone.reached_on is None:
        return Tag("not-started", "Not reached yet")
    return Tag("verified", f"Reached {day(stone.reached_on)}")
