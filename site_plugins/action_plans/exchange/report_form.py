"""CQC's form, the report on actions: what it asks of each regulation that is not met, and what the plan says."""

from collections.abc import Iterator

from action_plans.english.wording import day, listed
from action_plans.exchange.report_answers import questions
from action_plans.exchange.report_missing import missing
from action_plans.exchange.report_record import Form, FormPage
from action_plans.model.plan import Plan
from action_plans.tracing.reported import Breach, breaches
from action_plans.tracing.sources import is_answered
from action_plans.tracing.trace import Trace

REPORT_NAME = "Report on actions"
"""What the form is called: on its page, and as the title of its file."""


def report_form(trace: Trace, plan: Plan) -> Form:
    """Return the form of a plan. Cost: linear in the links of its findings and actions."""
    found = breaches(trace, plan)
    return Form(tuple(_page(trace, plan, breach) for breach in found), missing(trace, plan, found))


def _page(trace: Trace, plan: Plan, breach: Breach) -> FormPage:
    return FormPage(
        anchor=breach.regulation.ref.lower(),
        title=breach.regulation.label,
        head=tuple(_head(trace, plan, breach)),
        questions=tuple(questions(trace, plan, breach)),
        completed=tuple(_completed(trace, plan, breach)),
    )


def _head(trace: Trace, plan: Plan, breach: Breach) -> Iterator[tuple[str, str]]:
    """Yield what the form asks first: whose it is, for which regulated activities, under which regulation."""
    service, notice = trace.service_of[plan.id], breach.notice
    provider = trace.portfolio.provider
    yield "Account number", (notice.account if notice else None) or ""
    yield "CQC's reference", (notice.reference if notice else None) or ""
    yield "Provider", (provider.name if provider else service.provider) or ""
    yield "Provider's CQC number", service.cqc_provider or ""
    yield "Location", service.name
    yield "Location's CQC number", service.cqc_location or ""
    named = dict.fromkeys(one for finding in breach.findings for one in finding.record.regulated_activities)
    yield "Regulated activities", "; ".join(named or service.regulated_activities)
    read = (one for each in breach.findings for one in each.cited.regulations if one.regulation == breach.regulation)
    yield "Regulation", listed(dict.fromkeys(one.label.partition(":")[0] for one in read))


def _completed(trace: Trace, plan: Plan, breach: Breach) -> Iterator[tuple[str, str]]:
    notice = breach.notice
    answered = notice.answered if notice is not None and is_answered(notice, trace.today) else None
    yield "Completed by (position)", trace.people[plan.id].title(plan.author or plan.lead)
    yield "Date", day(answered) if answered is not None else ""
