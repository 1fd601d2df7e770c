"""Every rule there is, in one list, and what the problems come to."""

from collections.abc import Iterable, Mapping

from action_plans.checking import (
    accepted,
    action_gaps,
    action_health,
    broken_references,
    contradictions,
    date_order,
    days_ahead,
    deadlines,
    evidence_gaps,
    facts_that_fail,
    finding_gaps,
    law,
    measure_gaps,
    personal_data,
    plan_gaps,
    plan_health,
    roles,
    services,
    slips_in_writing,
    strength_gaps,
    unsaid,
    vague_words,
)
from action_plans.checking.unread import Unread
from action_plans.checking.with_rest import told, with_rest
from action_plans.frameworks.framework import Framework
from action_plans.model.left_out import LeftOut
from action_plans.model.problem import Problem, Severity
from action_plans.tracing.trace import Trace


def check(
    trace: Trace,
    own_frameworks: Mapping[str, Framework] | None = None,
    left_out: Iterable[LeftOut] = (),
) -> tuple[Problem, ...]:
    """Return every problem of a trace, in the order of files and lines, those that a plan answers with its reason.

    `own_frameworks` are those that the project adds, by id. `left_out` is what could not be read, file by
    file: nothing is called missing that may stand there.

    Cost: linear in things, links and text, apart from sorting.
    """
    held = tuple(left_out)
    frameworks = own_frameworks or {}
    unread = Unread.of(held, trace.portfolio.plans)
    whole, lost = with_rest(trace, frameworks, held)
    judged = (*_warnings(trace, unread), *_gaps(trace, unread))
    found = (
        *map(told, _broken_links(whole, frameworks, lost)),
        *_errors(trace, unread),
        *_as_written(trace),
        *(problem for problem in judged if not unread.is_damaged(problem.item)),
    )
    return tuple(sorted(accepted.accept(found, trace), key=lambda problem: problem.sort_key))


def count(problems: Iterable[Problem]) -> dict[Severity, int]:
    """Return how many problems of each severity there are; those that a plan answers are left out."""
    counts = dict.fromkeys(Severity, 0)
    for problem in problems:
        if problem.is_open:
            counts[problem.severity] += 1
    return counts


def totals(problems: Iterable[Problem]) -> str:
    """Return the totals in words: `1 error, 2 warnings, 3 gaps; 1 accepted.`."""
    held = tuple(problems)
    words = ", ".join(f"{number} {severity}{'' if number == 1 else 's'}" for severity, number in count(held).items())
    answered = sum(not problem.is_open for problem in held)
    return f"{words}; {answered} accepted." if answered else f"{words}."


def _broken_links(whole: Trace, own_frameworks: Mapping[str, Framework], lost: Unread) -> Iterable[Problem]:
    """Yield what can be told of things too of which another part cannot be read."""
    yield from broken_references.unknown_references(whole, lost)
    yield from broken_references.unknown_sources(whole, lost)
    yield from broken_references.references_to_itself(whole)
    yield from broken_references.circles(whole)
    yield from roles.unknown_roles(whole, lost)
    yield from law.unread_law(whole)
    yield from law.unread_statements(whole, own_frameworks, lost)
    yield from slips_in_writing.unlikely_paragraphs(whole)


def _errors(trace: Trace, unread: Unread) -> Iterable[Problem]:
    yield from contradictions.contradictions(trace)
    yield from services.unknown_services(trace, unread)
    yield from accepted.unknown_codes(trace)


def _as_written(trace: Trace) -> Iterable[Problem]:
    """Yield warnings that a single text gives, whatever cannot be read beside it."""
    yield from personal_data.personal_data(trace)
    yield from slips_in_writing.long_titles(trace)
    yield from facts_that_fail.not_on_the_web(trace)
    yield from facts_that_fail.impossible_counts(trace)


def _warnings(trace: Trace, unread: Unread) -> Iterable[Problem]:
    """No rule here may ask what day it is: a strict build must not fail because time has passed."""
    yield from deadlines.due_after_milestone(trace)
    yield from deadlines.due_after_assessment(trace)
    yield from roles.own_checks(trace)
    yield from vague_words.vague_words(trace)
    yield from date_order.dates_in_disorder(trace)
    yield from slips_in_writing.dates_far_off(trace)
    yield from services.described_twice(trace)
    yield from action_health.saying_nothing(trace)
    yield from plan_health.one_day(trace, unread)
    yield from plan_health.all_high(trace, unread)
    yield from plan_health.swelling(trace)


def _gaps(trace: Trace, unread: Unread) -> Iterable[Problem]:
    yield from finding_gaps.unaddressed(trace, unread)
    yield from action_gaps.unproven(trace, unread)
    yield from action_gaps.overdue(trace)
    yield from action_gaps.off_track(trace)
    yield from action_gaps.slipped(trace)
    yield from action_gaps.blocked(trace)
    yield from action_gaps.late_forecast(trace)
    yield from action_gaps.unchecked(trace, unread)
    yield from evidence_gaps.stale(trace)
    yield from evidence_gaps.still_to_come(trace)
    yield from finding_gaps.not_kept_safe(trace)
    yield from action_gaps.serving_nothing(trace)
    yield from measure_gaps.without_baseline(trace)
    yield from measure_gaps.targets_missed(trace)
    yield from measure_gaps.milestones_missed(trace)
    yield from measure_gaps.reviews_disputed(trace)
    yield from measure_gaps.compared_unlike(trace)
    yield from action_gaps.checks_due(trace)
    yield from plan_gaps.answers_due(trace)
    yield from plan_gaps.notices_not_met(trace)
    yield from plan_gaps.stale_plans(trace)
    yield from evidence_gaps.not_counting(trace)
    yield from accepted.ended(trace)
    yield from evidence_gaps.supporting_nothing(trace)
    yield from action_gaps.tasks_late(trace)
    yield from plan_gaps.communications_late(trace)
    yield from days_ahead.done_in_the_future(trace)
    yield from strength_gaps.one_category(trace)
    yield from strength_gaps.old_evidence(trace)
    yield from strength_gaps.without_sample(trace)
    yield from strength_gaps.look_again(trace)
    yield from unsaid.no_closing_day(trace)
    yield from unsaid.no_end(trace)
    yield from unsaid.no_source(trace, unread)
    yield from unsaid.accepted_for_ever(trace)
    yield from unsaid.thanks_for_nobody(trace)
    yield from plan_health.training_alone(trace, unread)
    yield from action_health.policy_alone(trace, unread)
    yield from action_health.closed_alone(trace, unread)
    yield from plan_health.without_root_cause(trace)
    yield from action_health.written_up_late(trace, unread)
    yield from action_health.moved_often(trace)
    yield from plan_health.unmeasured(trace)
