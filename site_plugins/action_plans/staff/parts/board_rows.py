"""What a board reads below the decisions: where a plan stands, what is late, its greatest risks, what comes next."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import counted, day, late_by, lower_first, on_day, sentence
from action_plans.model.plan import Plan
from action_plans.model.reference import Ref
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.coverage import coverage_words
from action_plans.staff.parts.expected import expected_words, review_words
from action_plans.staff.parts.risk_words import band_words, condition_words
from action_plans.staff.parts.state_words import open_and_closed, proven_words, standing_words
from action_plans.staff.tags import REVIEWED, Tag
from action_plans.tracing.coverage import coverage
from action_plans.tracing.days import has_come, has_passed
from action_plans.tracing.risks import gravity
from action_plans.tracing.states import Assurance, Condition
from action_plans.tracing.traced import TracedAction

_MOST_RISKS, _MOST_LATE = 5, 6


@dataclass(frozen=True, slots=True)
class ExpectedResult:
    """What an objective is to bring, by when, and the newest review of it."""

    link: Link
    words: str
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk that stands: how high it is today, and what it is to become, with what that still waits for."""

    link: Link
    now: str
    after: str
    owner: str


@dataclass(frozen=True, slots=True)
class LateRow:
    """An action that is late or does not hold, and what is said of it."""

    link: Link
    tag: Tag
    owner: str
    words: str


def expected_results(here: Here, plan: Plan) -> Iterator[ExpectedResult]:
    """Yield what each objective is to bring."""
    for one in plan.objectives:
        words = ", ".join(
            part for part in (one.expected_result or one.statement, f"by {day(one.due)}" if one.due else "") if part
        )
        newest = max(one.reviews, key=lambda review: review.date.last, default=None)
        link = here.link(Ref.to(plan.id, one.id))
        yield ExpectedResult(Link(link.ref, "", link.href), words, REVIEWED[newest.verdict] if newest else None)


def standing_facts(here: Here, plan: Plan) -> tuple[tuple[str, str, tuple[Link, ...]], ...]:
    """Return where a plan stands: a label, words, and what they are about."""
    trace = here.context.trace
    findings, actions = trace.findings_of(plan), trace.actions_of(plan)
    counts = trace.counts((plan,))
    facts: list[tuple[str, str, tuple[Link, ...]]] = []
    facts.append(("Findings", sentence(coverage_words(coverage(findings))), ()))
    if findings:
        facts.append(("Verdicts", sentence(standing_words(findings)), ()))
    facts.append(("Actions", sentence(f"{counted(counts.actions, 'action')}: {open_and_closed(counts)}"), ()))
    if counts.closed:
        words = sentence(f"of {counted(counts.closed, 'closed action')}, {proven_words(counts)}")
        facts.append(("Assurance", words, ()))
        weak = [one for one in actions if one.state in (Assurance.NONE, Assurance.SUBMITTED)]
        if weak:
            facts.append(("Closed, not proven", "", here.links(one.ref for one in weak)))
    given = [one for one in plan.approvals if has_come(one.date, trace.today)]
    newest = max(given, key=lambda one: one.date.last, default=None)
    if newest is not None:
        version = f", version {newest.version}" if newest.version else ""
        said = f"{day(newest.date)}, {here.who(newest.group)}{version}: {lower_first(newest.decision)}"
        facts.append(("Newest decision", sentence(said), ()))
    return tuple(facts)


def greatest_risks(here: Here, plan: Plan) -> tuple[RiskRow, ...]:
    """Return the gravest risks that stand, by how high each is today."""
    standing = sorted((risk for risk in here.context.trace.risks_of(plan) if risk.is_open), key=gravity, reverse=True)
    return tuple(
        RiskRow(
            link=here.link(risk.ref),
            now=band_words(risk.now) if risk.now is not None else "",
            after=condition_words(here, risk, briefly=True),
            owner=here.who(risk.record.owner),
        )
        for risk in standing[:_MOST_RISKS]
    )


def late_rows(here: Here, plan: Plan) -> tuple[tuple[LateRow, ...], str]:
    """Return the actions that slipped, then those that are late, the longest first; and how many more there are."""
    trace = here.context.trace
    found = [one for one in trace.actions_of(plan) if one.condition in (Condition.SLIPPED, Condition.OVERDUE)]
    found.sort(key=lambda one: (one.condition is not Condition.SLIPPED, one.due.last))
    rows = tuple(
        LateRow(here.link(one.ref), here.tag(one.ref), here.who(one.record.owner), _late_words(one, trace.today))
        for one in found[:_MOST_LATE]
    )
    left = len(found) - _MOST_LATE
    return rows, sentence(f"and {counted(left, 'more', 'more')}") if left > 0 else ""


def coming_words(plan: Plan, today: date) -> str:
    """Return when a plan is looked at next, when CQC is expected, and which milestone is the next, or was missed."""
    said = [
        f"next review of the plan: {review_words(plan.next_review, today)}"
        if plan.next_review
        else "no next review is planned"
    ]
    if plan.next_assessment is not None:
        said.append(f"the next assessment {expected_words(plan.next_assessment, today)}")
    milestones = sorted(
        (one for one in plan.milestones if not has_come(one.reached_on, today)), key=lambda one: one.due.last
    )
    missed = [f"{one.id} {one.title}, due {day(one.due)}" for one in milestones if has_passed(one.due, today)]
    if missed:
        said.append(f"{'milestone' if len(missed) == 1 else 'milestones'} missed: {'; '.join(missed)}")
    nearest = next((one for one in milestones if not has_passed(one.due, today)), None)
    if nearest is not None:
        said.append(f"next milestone: {nearest.id} {nearest.title}, {day(nearest.due)}")
    return " ".join(sentence(words) for words in said)


def _late_words(action: TracedAction, today: date) -> str:
    if action.condition is Condition.SLIPPED:
        newest = action.results[0]
        return f"found {on_day(newest.when)} not to hold"
    moved = f", first {day(action.record.due)}" if action.record.revised else ""
    return f"due {day(action.due)}{moved}: {late_by(action.due.last, today)}"
