"""The pages and files of a group of plans, each made by one function from the group alone."""

from collections.abc import Callable, Iterator

from action_plans.exchange.calendar import CalendarEntry
from action_plans.notes.note_contents import notes_with_pages
from action_plans.project.templates import Templates
from action_plans.project.timings import TIMINGS
from action_plans.publishing.aside import Aside
from action_plans.staff.context import PageContext
from action_plans.staff.groups.group import Group, Told
from action_plans.staff.page import Page, held
from action_plans.staff.pages.action_page import action_page
from action_plans.staff.pages.actions_page import actions_page
from action_plans.staff.pages.board_page import board_page
from action_plans.staff.pages.by_key_question_page import service_key_question_pages
from action_plans.staff.pages.by_regulation_page import service_regulation_pages
from action_plans.staff.pages.closed_page import closed_page
from action_plans.staff.pages.communications_page import communications_page
from action_plans.staff.pages.evidence_overview import plan_evidence_pages
from action_plans.staff.pages.family_page import family_page
from action_plans.staff.pages.finding_page import finding_page
from action_plans.staff.pages.flow_page import flow_page
from action_plans.staff.pages.help_pages import help_pages
from action_plans.staff.pages.history_page import history_pages
from action_plans.staff.pages.learning_page import learning_page
from action_plans.staff.pages.matrix_page import matrix_page
from action_plans.staff.pages.measures_page import measures_pages
from action_plans.staff.pages.note_page import note_page
from action_plans.staff.pages.objectives_page import objectives_page
from action_plans.staff.pages.people_pages import service_people_pages
from action_plans.staff.pages.person_pages import person_pages, role_calendars
from action_plans.staff.pages.plan_page import plan_page
from action_plans.staff.pages.problems_overview import plan_problems_pages
from action_plans.staff.pages.report_as_sent_page import reports_as_sent
from action_plans.staff.pages.report_on_actions_page import report_on_actions_page
from action_plans.staff.pages.risks_page import risks_page
from action_plans.staff.pages.service_pages import service_pages
from action_plans.staff.pages.sources_page import sources_page
from action_plans.staff.pages.timeline_page import timeline_page
from action_plans.staff.parts.downloads import download_files
from action_plans.staff.parts.evidence_facts import evidence_by_plan


def told_of(group: Group, templates: Templates, aside: Aside) -> Told:
    """Make everything that is told of a group of plans, and put it aside."""
    context = group.context(templates)
    pages = {name: tuple(held(page, aside) for page in made(context, group)) for name, made in SECTIONS.items()}
    due: dict[str, tuple[CalendarEntry, ...]] = {}
    with TIMINGS.phase("downloads"):
        files = list(download_files(context.trace))
        for part, entries, calendar in role_calendars(context):
            due[part] = (*due.get(part, ()), *entries)
            files.append(calendar)
        return Told(pages, tuple(file.set_aside(aside) for file in files), due)


def _of_plans(context: PageContext, group: Group) -> Iterator[Page]:
    evidence = evidence_by_plan(context.trace)
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
        yield family_page(context, plan, group.approvals)


def _of_notes(context: PageContext, group: Group) -> Iterator[Page]:
    for note in notes_with_pages(context.trace):
        yield note_page(context, note, group.contents[note.path])


def _of_people(context: PageContext, _: Group) -> Iterator[Page]:
    yield from service_people_pages(context)
    yield from person_pages(context)


def _of_help(context: PageContext, group: Group) -> Iterator[Page]:
    """Yield the pages of help, which tell of no plan, in the group that has none."""
    if not group.portfolio.plans:
        yield from help_pages(context)


SECTIONS: dict[str, Callable[[PageContext, Group], Iterator[Page]]] = {
    "services": lambda context, _: service_pages(context),
    "plans": _of_plans,
    "people": _of_people,
    "key questions": lambda context, _: service_key_question_pages(context),
    "regulations": lambda context, _: service_regulation_pages(context),
    "evidence": lambda context, _: plan_evidence_pages(context),
    "notes": _of_notes,
    "problems": lambda context, _: plan_problems_pages(context),
    "help": _of_help,
}
"""The pages of a group, by where they stand among those of the whole site."""
