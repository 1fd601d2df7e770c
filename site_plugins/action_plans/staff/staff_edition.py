"""The staff edition: every page, each made by one function, and the files that go with them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from action_plans.exchange.mending.blocks import Mending
from action_plans.family.approvals import Approval
from action_plans.history.plan_history import PlanHistory
from action_plans.history.provenance import Provenance
from action_plans.model.packs import GivenPack
from action_plans.model.problem import Code, Problem
from action_plans.notes.note_contents import Notes, notes_with_pages
from action_plans.project.fixed_names import named_by_content
from action_plans.project.templates import template_text
from action_plans.project.timings import TIMINGS
from action_plans.publishing.aside import Aside
from action_plans.staff.context import PageContext
from action_plans.staff.long_pages.in_parts import in_parts
from action_plans.staff.page import Asset, Edition, Page
from action_plans.staff.pages.action_page import action_page
from action_plans.staff.pages.actions_page import actions_page
from action_plans.staff.pages.board_page import board_page
from action_plans.staff.pages.by_key_question_page import by_key_question_pages
from action_plans.staff.pages.by_regulation_page import by_regulation_page, service_regulation_pages
from action_plans.staff.pages.closed_page import closed_page
from action_plans.staff.pages.communications_page import communications_page
from action_plans.staff.pages.evidence_overview import evidence_pages
from action_plans.staff.pages.family_page import family_page
from action_plans.staff.pages.finding_page import finding_page
from action_plans.staff.pages.flow_page import flow_page
from action_plans.staff.pages.guidance_page import guidance_page
from action_plans.staff.pages.help_pages import help_pages
from action_plans.staff.pages.history_page import history_pages
from action_plans.staff.pages.home_page import home_page
from action_plans.staff.pages.learning_page import learning_page
from action_plans.staff.pages.matrix_page import matrix_page
from action_plans.staff.pages.measures_page import measures_pages
from action_plans.staff.pages.note_page import note_files, note_page
from action_plans.staff.pages.objectives_page import objectives_page
from action_plans.staff.pages.people_pages import people_pages
from action_plans.staff.pages.person_pages import person_pages, role_calendars
from action_plans.staff.pages.plan_page import plan_page
from action_plans.staff.pages.plans_page import plans_page
from action_plans.staff.pages.problems_overview import problems_pages
from action_plans.staff.pages.provider_board_page import provider_board_page
from action_plans.staff.pages.report_as_sent_page import reports_as_sent
from action_plans.staff.pages.report_on_actions_page import report_on_actions_page
from action_plans.staff.pages.risks_page import risks_page
from action_plans.staff.pages.service_pages import service_pages
from action_plans.staff.pages.sources_page import sources_page
from action_plans.staff.pages.timeline_page import timeline_page
from action_plans.staff.parts.downloads import download_files
from action_plans.staff.parts.evidence_facts import evidence_by_plan
from action_plans.staff.staff_templates import staff_templates
from action_plans.tracing.addresses import FILTERS, STYLESHEET
from action_plans.tracing.trace import Trace

_PARTS = (
    "staff.css",
    "plan_menu.css",
    "pages.css",
    "papers.css",
    "form.css",
    "flow.css",
    "timeline.css",
    "history.css",
    "board.css",
    "evidence.css",
    "measures.css",
    "people.css",
    "plan.css",
    "learning.css",
    "first_page.css",
    "search.css",
    "long_pages.css",
)


def compose(  # noqa: PLR0913 -- everything that pages are made from
    trace: Trace,
    problems: tuple[Problem, ...],
    notes: Notes,
    templates_folders: Sequence[Path],
    site_name: str,
    provenance: Provenance | None = None,
    approvals: Sequence[Approval] = (),
    *,
    checks_off: tuple[Code, ...] = (),
    packs: tuple[GivenPack, ...] = (),
    histories: Mapping[str, PlanHistory] | None = None,
    mending: Mending | None = None,
) -> Edition:
    """Make the staff edition.

    `notes` is what the files of the evidence notes hold. `templates_folders` hold `components/`, `staff/` and `help/`;
    what the first has replaces what the next has, file by file. `provenance` is what git knows, if it was asked.
    `approvals` are the words for families as a role reads them before approving. `checks_off` are the checks that the
    project has turned off. `packs` are the inspection packs that were given to somebody. `histories` are the earlier
    versions of each plan, by its id. `mending` knows what may be written about each gap; without it nothing is offered,
    as in a pack.
    """
    templates = staff_templates(templates_folders)
    known = provenance or Provenance()
    context = PageContext(trace, problems, templates, site_name, known, checks_off, packs, histories or {}, mending)
    files = [file for note in notes_with_pages(trace) for file in note_files(note, notes.contents[note.path])]
    style = _own(STYLESHEET, _stylesheet(templates_folders))
    filters = _own(FILTERS, template_text(templates_folders, "staff/assets/filters.js").encode())
    aside = Aside()
    with TIMINGS.phase("downloads"):
        files += (file.set_aside(aside) for file in download_files(trace))
        files += (file.set_aside(aside) for file in role_calendars(context))
    with TIMINGS.phase("staff pages"):
        made = (
            replace(page, script=filters.path) if page.script == FILTERS else page
            for page in _pages(context, notes, approvals)
        )
        pages = in_parts(made, templates, aside=aside)
    return Edition(pages, (style, filters, *files), style.path, _version(context))


def _own(path: str, content: bytes) -> Asset:
    return Asset(named_by_content(path, content), content)


def _version(context: PageContext) -> str:
    plan = context.only_plan
    return f"Plan {plan.id}, version {plan.version}" if plan is not None and plan.version else ""


def _pages(context: PageContext, notes: Notes, approvals: Sequence[Approval]) -> Iterator[Page]:
    """Yield every page; those with a word in the main navigation in the order of the words."""
    evidence = evidence_by_plan(context.trace)
    yield home_page(context)
    yield from service_pages(context)
    yield plans_page(context)
    for plan in context.plans:
        yield plan_page(context, plan)
        for finding in context.trace.findings_of(plan):
            yield finding_page(context, finding)
        for action in context.trace.actions_of(plan):
            yield action_page(context, action)
        yield actions_page(context, plan)
        yield matrix_page(context, plan, evidence.get(plan.id, ()))
        yield flow_page(context, plan)
        yield timeline_page(context, plan)
        yield from history_pages(context, plan)
        yield from measures_pages(context, plan)
        yield objectives_page(context, plan)
        yield sources_page(context, plan)
        yield risks_page(context, plan)
        yield communications_page(context, plan)
        yield learning_page(context, plan)
        yield closed_page(context, plan)
        yield report_on_actions_page(context, plan)
        yield from reports_as_sent(context, plan)
        yield board_page(context, plan)
        yield family_page(context, plan, approvals)
    if len(context.plans) > 1:
        yield provider_board_page(context)
    yield from people_pages(context)
    yield from person_pages(context)
    yield from by_key_question_pages(context)
    yield by_regulation_page(context)
    yield from service_regulation_pages(context)
    yield from evidence_pages(context, evidence)
    for note in notes_with_pages(context.trace):
        yield note_page(context, note, notes.contents[note.path])
    yield from problems_pages(context)
    yield from help_pages(context)
    yield guidance_page(context)


def _stylesheet(folders: Sequence[Path]) -> bytes:
    """Return the parts of the stylesheet as one."""
    return "\n".join(template_text(folders, f"staff/assets/{name}") for name in _PARTS).encode()
