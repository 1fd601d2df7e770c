"""CQC's form as it was sent: from the version of the plan that stood at the end of the day of the answer.

What was taken out since stays out. Where git cannot tell, the page says so and shows nothing.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pydantic import ValidationError

from action_plans.english.wording import day, on_day
from action_plans.exchange.report_form import REPORT_NAME, report_form
from action_plans.exchange.report_record import Form
from action_plans.history.plan_history import StoodPlan
from action_plans.history.version_values import WHOLE
from action_plans.model.evidence import EvidenceNote
from action_plans.model.origin import Origins
from action_plans.model.plan import Plan
from action_plans.model.record import ORIGINS_KEY
from action_plans.model.source import Source
from action_plans.model.when import When
from action_plans.staff.context import PageContext
from action_plans.staff.page import Page, anchors_in
from action_plans.staff.page_head import Crumb
from action_plans.staff.parts.provenance_words import why_no_dates
from action_plans.staff.plan_menu import REPORT_PAGE
from action_plans.tracing.addresses import plan_address, sent_address
from action_plans.tracing.days import has_come
from action_plans.tracing.tracer import trace

_EMPTY = Form((), ())


def reports_as_sent(context: PageContext, plan: Plan) -> Iterator[Page]:
    """Yield a page for each source that was answered. Cost: that of tracing one plan for each."""
    for source in {one.id.casefold(): one for one in plan.sources}.values():
        if source.answered is not None and has_come(source.answered, context.trace.today):
            yield _page(context, plan, source, source.answered)


def _page(context: PageContext, plan: Plan, source: Source, answered: When) -> Page:
    here = context.at(sent_address(plan, source), plan)
    history = context.histories.get(plan.id)
    version = history.version_on(answered.last) if history is not None else None
    stood = history.stood_at(version.name) if history is not None and version is not None else None
    form = _form(context, plan, stood, answered) if stood is not None else None
    if history is None:
        why = why_no_dates(here) or "Earlier versions are not known here: the files are in no git repository."
    elif stood is None:
        why = f"No version of the plan is recorded from {day(answered)} or before, so what was sent cannot be told."
    else:
        why = "" if form is not None else "That version of the plan cannot be read as a plan any more."
    title = f"{REPORT_NAME} as it was sent {on_day(answered)}"
    html = here.render(
        "staff/report_on_actions.html.j2",
        head=here.head(
            title,
            f"Version {stood.commit.name[:7]}" if stood is not None else "",
            ref=plan.id,
            crumb=f"As sent {day(answered)}",
            lede=f"In answer to: {source.title}.{f' {why}' if why else ''}",
            above=(Crumb(REPORT_NAME, here.to(plan_address(plan, REPORT_PAGE))),),
        ),
        form=form or _EMPTY,
        at_desk=False,
        sent=on_day(answered) if form is not None else "",
        sent_copies=(),
        today_page=here.to(plan_address(plan, REPORT_PAGE)),
        download=None,
        missing_words="",
        left_out=(),
        without_law=(),
    )
    reference = f"{plan.id} as sent {on_day(answered)}"
    return Page(
        here.address, f"{plan.id} {title}", html, anchors_in(html), (), plan.path,
        under=context.plan_word, reference=reference,
    )  # fmt: skip


def _form(context: PageContext, plan: Plan, stood: StoodPlan, answered: When) -> Form | None:
    """Return the form of the plan as it stood, as at that day; None where it is no plan by today's model.

    Services and frameworks are today's, and so are the words of evidence notes: of those, the ones that git knows from
    that day or before are cited. Without them, what was proven then would be told as not shown.
    """
    then = _plan_of(plan, stood)
    if then is None:
        return None
    portfolio = replace(context.trace.portfolio, plans=(then,), notes=tuple(_notes_by(context, answered.last)))
    known = {one.id: one for several in context.trace.frameworks.values() for one in several}
    form = report_form(trace(portfolio, answered.last, known), then)
    return replace(form, missing=())


def _notes_by(context: PageContext, day: date) -> Iterator[EvidenceNote]:
    for note in context.trace.portfolio.notes:
        known = context.provenance.of(note.ref)
        if known.is_older or (known.first is not None and known.first.date <= day):
            yield note


def _plan_of(plan: Plan, stood: StoodPlan) -> Plan | None:
    values: dict[str, object] = {**stood.values.get(WHOLE, {}), "id": plan.id}
    for item, name in stood.lists.items():
        held = values.setdefault(name, [])
        assert isinstance(held, list)  # noqa: S101 -- the lists of a plan are lists
        held.append(stood.values[item])
    try:
        return Plan.model_validate({ORIGINS_KEY: Origins(path=plan.path), **values})
    except ValidationError:
        return None
