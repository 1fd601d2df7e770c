"""The staff edition: every page, each made by one function, and the files that go with them."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from action_plans.model.problem import Problem
from action_plans.pages.action_page import action_page
from action_plans.pages.by_key_question_page import by_key_question_pages
from action_plans.pages.by_regulation_page import by_regulation_page
from action_plans.pages.context import PageContext
from action_plans.pages.evidence_facts import evidence_by_plan
from action_plans.pages.evidence_index import evidence_index
from action_plans.pages.finding_page import finding_page
from action_plans.pages.flow_page import flow_page
from action_plans.pages.help_pages import help_pages
from action_plans.pages.home_page import home_page
from action_plans.pages.matrix_page import matrix_page
from action_plans.pages.note_page import note_files, note_page
from action_plans.pages.notes import Notes, notes_with_pages
from action_plans.pages.page import Asset, Edition, Page
from action_plans.pages.plan_page import plan_page
from action_plans.pages.plans_page import plans_page
from action_plans.pages.problems_page import problems_page
from action_plans.pages.sources_page import sources_page
from action_plans.pages.staff_templates import staff_templates
from action_plans.tracing.trace import Trace

STYLESHEET = "assets/staff.css"
"""Where the one stylesheet is published, relative to the site's root."""

_PARTS = ("staff.css", "pages.css", "papers.css", "flow.css")


def compose(
    trace: Trace, problems: tuple[Problem, ...], notes: Notes, templates_folders: Sequence[Path], site_name: str
) -> Edition:
    """Make the staff edition.

    `notes` is what the files of the evidence notes hold. `templates_folders` hold `components/`, `staff/` and `help/`;
    what the first has replaces what the next has, file by file.
    """
    context = PageContext(trace, problems, staff_templates(templates_folders), site_name)
    files = [file for note in notes_with_pages(trace) for file in note_files(note, notes.contents[note.path])]
    return Edition(tuple(_pages(context, notes)), (Asset(STYLESHEET, _stylesheet(templates_folders)), *files))


def _pages(context: PageContext, notes: Notes) -> Iterator[Page]:
    """Yield every page; those with a word in the main navigation in the order of the words."""
    evidence = evidence_by_plan(context.trace)
    yield home_page(context)
    yield plans_page(context)
    for plan in context.plans:
        yield plan_page(context, plan)
        for finding in context.trace.findings_of(plan):
            yield finding_page(context, finding)
        for action in context.trace.actions_of(plan):
            yield action_page(context, action)
        yield matrix_page(context, plan, evidence.get(plan.id, ()))
        yield flow_page(context, plan)
        yield sources_page(context, plan)
    yield from by_key_question_pages(context)
    yield by_regulation_page(context)
    yield evidence_index(context)
    for note in notes_with_pages(context.trace):
        yield note_page(context, note, notes.contents[note.path])
    yield problems_page(context)
    yield from help_pages(context)


def _stylesheet(folders: Sequence[Path]) -> bytes:
    """Return the parts of the stylesheet as one, each from the first folder that has it."""
    parts = []
    for name in _PARTS:
        found = [folder / "staff" / "assets" / name for folder in folders]
        parts.append(next(path for path in found if path.is_file()).read_bytes())
    return b"\n".join(parts)
