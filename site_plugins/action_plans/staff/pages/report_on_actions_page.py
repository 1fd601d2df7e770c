"""CQC's form, the report on actions, filled from the plan: a printed page for each regulation that was not met.

What is missing is said to whoever fills it, on the screen alone: neither on paper, nor in the Word file, nor in a pack.
"""

from action_plans.english.wording import counted, day, sentence
from action_plans.exchange.report_form import REPORT_NAME, report_form
from action_plans.exchange.report_record import Form
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.downloads import report_download
from action_plans.staff.plan_menu import REPORT_PAGE
from action_plans.tracing.addresses import plan_address, sent_address
from action_plans.tracing.days import has_come
from action_plans.tracing.reported import is_left_out, is_nameless


def report_on_actions_page(context: PageContext, plan: Plan) -> Page:
    """Return the form of a plan. Cost: linear in the links of its findings and actions."""
    here = context.at(plan_address(plan, REPORT_PAGE), plan)
    form = report_form(context.trace, plan)
    html = _html(here, plan, form, at_desk=True)
    title = f"{plan.id} {REPORT_NAME}"
    # Without the names of regulations: who searches for one is led to the page by regulation.
    entry = SearchEntry("", title, "CQC's form: what we will do to meet what was breached")
    return Page(
        here.address,
        title,
        html,
        anchors_in(html),
        (entry,),
        plan.path,
        under=context.plan_word,
        reference=plan.id,
        handed_on=_html(here, plan, form, at_desk=False),
    )


def _html(here: Here, plan: Plan, form: Form, *, at_desk: bool) -> str:
    return here.render(
        "staff/report_on_actions.html.j2",
        head=here.head(REPORT_NAME, "For CQC", ref=plan.id, crumb=REPORT_NAME, lede=_lede(form)),
        form=form,
        at_desk=at_desk,
        sent="",
        sent_copies=_sent_copies(here, plan),
        download=report_download(here, plan) if form.pages else None,
        missing_words=_missing_words(form),
        left_out=_left_out(here, plan),
        without_law=_without_law(here, plan),
    )


def _sent_copies(here: Here, plan: Plan) -> tuple[tuple[Link, str], ...]:
    """Return the links to the form as it was sent, with the day, in answer to each source that was answered."""
    today = here.context.trace.today
    return tuple(
        (Link("", one.title, here.to(sent_address(plan, one))), day(one.answered))
        for one in plan.sources
        if one.answered is not None and has_come(one.answered, today)
    )


def _lede(form: Form) -> str:
    if not form.pages:
        return "The plan names no breach with its regulation, so there is nothing to report on this form."
    several = f"each of {counted(len(form.pages), 'regulation')}" if len(form.pages) > 1 else "the regulation"
    return f"CQC's form from what the plan says: a printed page for {several} not met."


def _missing_words(form: Form) -> str:
    if not form.pages:
        return ""
    if not form.missing:
        return "Nothing is missing."
    return sentence(f"{counted(len(form.missing), 'answer')} missing, in {counted(form.left, 'place')} of the plan")


def _left_out(here: Here, plan: Plan) -> tuple[Link, ...]:
    """Return the findings that name a regulation and are no breach that CQC found."""
    findings = here.context.trace.findings_of(plan)
    return tuple(here.link(one.ref) for one in findings if is_left_out(one))


def _without_law(here: Here, plan: Plan) -> tuple[Link, ...]:
    return tuple(here.link(one.ref) for one in here.context.trace.findings_of(plan) if is_nameless(one))
