"""What families are owed and do not get: a rating that nobody wrote down, a reason, a day that was kept, a topic.

Nothing here tells on anybody. Each is a gap for staff; only a topic whose plan says nothing to families is held back by
it, since nothing could lead to it.
"""

from collections.abc import Collection, Iterator
from datetime import date

from action_plans.english.wording import day
from action_plans.family.telling.author_texts import Entry, EntryKind
from action_plans.family.telling.told_states import FamilyState, family_state
from action_plans.model.family import ENGLISH
from action_plans.model.problem import Code, Problem
from action_plans.tracing.days import has_passed
from action_plans.tracing.ratings import ratings_of
from action_plans.tracing.sources import source_ref
from action_plans.tracing.trace import Trace


def unrated_reports(trace: Trace, services: Collection[str]) -> Iterator[Problem]:
    """Yield the newest report of each of these services, by id, where it is out and nobody wrote down what it rates."""
    for service in trace.services.values():
        plans = trace.plans_of(service) if service.id in services else ()
        report = ratings_of(plans, trace.today, published=True).unrated
        for plan in plans:
            if any(source is report for source in plan.sources) and report is not None:
                message = f"CQC's report {report.id} is out, and families are told no rating: none is written down."
                hint = "Write it: `ratings: {overall: good}`; where CQC gave none, `ratings: {overall: not-rated}`."
                yield Problem(Code.NO_RATING, message, report.at("published"), hint, source_ref(plan, report))


def silent_plan(entry: Entry) -> Iterator[Problem]:
    """Yield that a topic is asked for and its plan is not: families see nothing of the plan, so they never see this."""
    family = entry.plan.family
    if not entry.is_topic or not entry.publish or (family is not None and family.publish):
        return
    message = f"{entry.name} never appears: plan {entry.plan.id} itself does not say `publish: true` to families."
    own = "`publish: true` below the plan's own `family:`"
    wanted = own if family is not None else "`family: {publish: true}`, beside its `id`"
    hint = f"Write {wanted}; or take `publish: true` out of the topic."
    yield Problem(Code.PLAN_SILENT, message, entry.origin, hint, entry.item)


def broken_promises(entry: Entry, today: date) -> Iterator[Problem]:
    """Yield what an entry that is asked for owes: another day for its next change, a reason for what went otherwise."""
    family = entry.plan.family
    if family is None or not family.publish or not entry.publish:
        return
    when = family.next_update
    if entry.kind is EntryKind.PLAN and when is not None and has_passed(when, today):
        message = f"Families were told that their pages change by {day(when)}. That has passed, and they are told so."
        hint = "Bring the pages up to date, and write the next day in `next_update`; or take it out."
        yield Problem(Code.UPDATE_PASSED, message, family.at("next_update"), hint, entry.item)
    for action in entry.actions:
        told = action.record.family
        what = _ASKS_WHY.get(family_state(action, today))
        if told is not None and what is not None and not (told.reason or {}).get(ENGLISH, "").strip():
            message = f"{action.record.id} {what}, and families are told that we have not said why yet."
            hint = (
                "Say why in one sentence: `reason`, beside its words for families. The topic waits for approval then."
            )
            yield Problem(Code.NO_REASON, message, told.at("text"), hint, action.ref)


_ASKS_WHY = {
    FamilyState.LATE: "is late",
    FamilyState.CHANGED: "was stopped",
    FamilyState.NOT_WORKED: "has not worked yet",
}
"""The states in which families are given a reason, or told that there is none."""
