"""How a plan stands as a whole: answers owed, news, things to tell."""

from collections.abc import Iterator

from action_plans.english.wording import late_by, listed
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import Ref
from action_plans.model.source import Source
from action_plans.model.when import day_in_words
from action_plans.tracing.days import has_come, has_passed
from action_plans.tracing.news import newest_news
from action_plans.tracing.sources import is_answered, source_ref
from action_plans.tracing.trace import Trace


def answers_due(trace: Trace) -> Iterator[Problem]:
    """AP316: sources that asked for an answer by a day that has passed, and have none."""
    for plan in trace.portfolio.plans:
        for source in plan.sources:
            due = source.response_due
            if due is not None and not is_answered(source, trace.today) and has_passed(due, trace.today):
                message = f"The answer to {_who_asked(source)} is {late_by(due.last, trace.today)} (due {due})."
                hint = "Send it, and write the day in `answered`."
                yield Problem(Code.ANSWER_DUE, message, source.at("response_due"), hint, source_ref(plan, source))


def notices_not_met(trace: Trace) -> Iterator[Problem]:
    """AP325: sources that asked to comply by a day that has passed, with findings not put right and proven."""
    for plan in trace.portfolio.plans:
        for traced, left in trace.unmet_notices(plan):
            source = traced.record
            if source.comply_by is None or not has_passed(source.comply_by, trace.today):
                continue
            names = listed(trace.node(ref).short for ref in left)
            said = f"{names} {'is' if len(left) == 1 else 'are'} not put right and proven"
            late = late_by(source.comply_by.last, trace.today)
            message = f"What {_who_asked(source)} asked is {late} (to be met by {source.comply_by}): {said}."
            hint = (
                "Tell them how it stands and when it will be met. Write a later day that they agree to in `comply_by`."
            )
            yield Problem(Code.NOTICE_UNMET, message, source.at("comply_by"), hint, traced.ref)


def _who_asked(source: Source) -> str:
    return f"{source.from_} ({source.id})" if source.from_ else source.id


def stale_plans(trace: Trace) -> Iterator[Problem]:
    """AP317: plans in which nothing has been new for longer than they say."""
    for plan in trace.portfolio.plans:
        if plan.review_every is None:
            continue
        newest = newest_news(plan, trace.today)
        if newest is None or plan.review_every.after(newest) < trace.today:
            since = f"since {day_in_words(newest)}" if newest is not None else "so far"
            every = plan.review_every.interval
            message = f"Nothing has been new in {plan.id} {since}; it is to have news every {every}."
            hint = "Write an update on an action, a reading or a check."
            yield Problem(Code.PLAN_STALE, message, plan.at("review_every"), hint, plan.id)


def communications_late(trace: Trace) -> Iterator[Problem]:
    """AP321: communications past their date and not done."""
    for plan in trace.portfolio.plans:
        people = trace.people[plan.id]
        for communication in plan.communications:
            due = communication.due
            if due is not None and not has_come(communication.done_on, trace.today) and has_passed(due, trace.today):
                name = f" ({communication.id})" if communication.id else ""
                owner = f" Owner: {people.title(communication.owner)}." if communication.owner else ""
                late = f"{late_by(due.last, trace.today)} (due {due})"
                message = f"A communication{name} is {late}: {communication.audience}.{owner}"
                hint = "Write `done_on`, or a new date in `due`."
                item = Ref.to(plan.id, communication.id) if communication.id else plan.id
                yield Problem(Code.TASK_LATE, message, communication.at("due"), hint, item)
