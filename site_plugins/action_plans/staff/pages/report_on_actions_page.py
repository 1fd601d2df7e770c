"""CQC's form, the report on actions, filled from the plan: a printed page for each regulation that was not met."""

from action_plans.english.wording import counted, sentence
from action_plans.model.finding import FindingKind
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, Link, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.parts.regulator_form import FormPage, form_pages
from action_plans.staff.plan_menu import REPORT_PAGE, REPORT_TITLE, is_reported
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.traced import TracedFinding


def report_on_actions_page(context: PageContext, plan: Plan) -> Page:
    """Return the form of a plan. Cost: linear in the links of its findings and actions."""
    here = context.at(plan_address(plan, REPORT_PAGE), plan)
    pages = form_pages(here, plan)
    html = here.render(
        "staff/report_on_actions.html.j2",
        head=here.head(REPORT_TITLE, "For CQC", ref=plan.id, crumb=REPORT_TITLE, lede=_lede(pages)),
        pages=pages,
        left_out=_left_out(here, plan),
        without_law=_without_law(here, plan),
    )
    title = f"{plan.id} {REPORT_TITLE}"
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
    )


def _lede(pages: tuple[FormPage, ...]) -> str:
    if not pages:
        return "The plan names no breach with its regulation, so there is nothing to report on this form."
    left = sum(one.to_be_written for one in pages)
    said = [f"CQC's form from what the plan says, a printed page for each of {counted(len(pages), 'regulation')}"]
    said.append(
        f"{counted(left, 'answer')} {'is' if left == 1 else 'are'} still to be written"
        if left
        else "Nothing is missing"
    )
    return " ".join(sentence(words) for words in said)


def _left_out(here: Here, plan: Plan) -> tuple[Link, ...]:
    """Return the findings that name a regulation and are no breach that CQC found."""
    findings = here.context.trace.findings_of(plan)
    return tuple(here.link(one.ref) for one in findings if one.cited.regulations and not is_reported(one))


def _without_law(here: Here, plan: Plan) -> tuple[Link, ...]:
    """Return the breaches that name no regulation, so that no page can be made of them."""
    return tuple(here.link(one.ref) for one in here.context.trace.findings_of(plan) if _is_nameless(one))


def _is_nameless(finding: TracedFinding) -> bool:
    return finding.record.kind is FindingKind.BREACH and not finding.cited.regulations
