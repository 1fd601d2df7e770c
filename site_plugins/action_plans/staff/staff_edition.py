"""The staff edition: every page, each made by one function, and the files that go with them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from action_plans.exchange.calendar import CalendarEntry
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
from action_plans.staff.groups.apart import Around, groups_of
from action_plans.staff.groups.group import Group, Told
from action_plans.staff.groups.group_pages import told_of
from action_plans.staff.groups.kept_groups import KeptGroups
from action_plans.staff.long_pages.in_parts import in_parts
from action_plans.staff.page import Asset, Edition, HeldPage, Page, Pages
from action_plans.staff.pages.by_key_question_page import by_key_question_page
from action_plans.staff.pages.by_regulation_page import by_regulation_page
from action_plans.staff.pages.evidence_overview import evidence_page
from action_plans.staff.pages.guidance_page import guidance_page
from action_plans.staff.pages.home_page import home_page
from action_plans.staff.pages.note_page import note_files
from action_plans.staff.pages.people_pages import people_page
from action_plans.staff.pages.person_pages import code_calendars, code_pages
from action_plans.staff.pages.plans_page import plans_page
from action_plans.staff.pages.problems_overview import problems_overview
from action_plans.staff.pages.provider_board_page import provider_board_page
from action_plans.staff.pages.service_pages import services_page
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
    around: Around | None = None,
    kept: KeptGroups | None = None,
) -> Edition:
    """Make the staff edition.

    `notes` is what the files of the evidence notes hold. `templates_folders` hold `components/`, `staff/` and `help/`;
    what the first has replaces what the next has, file by file. `provenance` is what git knows, if it was asked.
    `approvals` are the words for families as a role reads them before approving. `checks_off` are the checks that the
    project has turned off. `packs` are the inspection packs that were given to somebody. `histories` are the earlier
    versions of each plan, by its id. `around` is what else the pages of plans are made from; by default no project adds
    to it, and no blocks to paste are offered. `kept` holds what was told of plans before; by default all is made anew.
    """
    templates = staff_templates(templates_folders)
    around = around or Around()
    mending = Mending(trace, problems, around.text_of) if around.content_of is not None else None
    whole = PageContext(
        trace, problems, templates, site_name, provenance or Provenance(), checks_off, packs, histories or {}, mending
    )
    aside = Aside()
    with TIMINGS.phase("staff pages"):
        groups = groups_of(whole, notes, approvals, around)
        if kept is not None:
            told = kept.told_of(groups, templates, aside)
        else:
            told = tuple(told_of(group, templates, aside) for group in groups)
    style = _own(STYLESHEET, _stylesheet(templates_folders))
    filters = _filters(templates_folders)
    files = [file for each in told for file in each.files]
    files += (file for note in notes_with_pages(trace) for file in note_files(note, notes.contents[note.path]))
    with TIMINGS.phase("pages over all plans"):
        files += (file.set_aside(aside) for file in code_calendars(whole, _due(told)))
        made = (_with_script(page, filters.path) for page in _pages(whole, told))
        pages = in_parts(made, templates, aside=aside)
    return Edition(pages, (style, filters, *files), style.path, _version(whole))


def pages_of(group: Group, templates_folders: Sequence[Path]) -> Pages:
    """Make the pages of one group of plans alone, as they stand in the whole edition.

    Where a page of another group, or over all, stands in parts, a link to a thing on it leads to its first part.
    """
    templates, aside, script = staff_templates(templates_folders), Aside(), _filters(templates_folders).path
    told = told_of(group, templates, aside)
    made = (_with_script(page, script) for several in told.pages.values() for page in several)
    return in_parts(made, templates, aside=aside)


def _filters(templates_folders: Sequence[Path]) -> Asset:
    return _own(FILTERS, template_text(templates_folders, "staff/assets/filters.js").encode())


def _with_script(page: Page | HeldPage, path: str) -> Page | HeldPage:
    """Return a page that names its script by the path that it has now."""
    head = page.head if isinstance(page, HeldPage) else page
    if head.script != FILTERS:
        return page
    named = replace(head, script=path)
    return replace(page, head=named) if isinstance(page, HeldPage) else named


def _due(told: Iterable[Told]) -> dict[str, list[CalendarEntry]]:
    """Return what stands in the calendars of all roles, by the parts of their addresses."""
    found: dict[str, list[CalendarEntry]] = defaultdict(list)
    for each in told:
        for part, entries in each.due.items():
            found[part].extend(entries)
    return found


def _own(path: str, content: bytes) -> Asset:
    return Asset(named_by_content(path, content), content)


def _version(context: PageContext) -> str:
    plan = context.only_plan
    return f"Plan {plan.id}, version {plan.version}" if plan is not None and plan.version else ""


def _pages(whole: PageContext, told: Sequence[Told]) -> Iterator[Page | HeldPage]:
    """Yield every page; those with a word in the main navigation in the order of the words."""

    def of_groups(section: str) -> Iterator[HeldPage]:
        return (page for each in told for page in each.pages[section])

    yield home_page(whole)
    if whole.has_services:
        yield services_page(whole)
    yield from of_groups("services")
    yield plans_page(whole)
    yield from of_groups("plans")
    if len(whole.plans) > 1:
        yield provider_board_page(whole)
    yield people_page(whole)
    yield from code_pages(whole)
    yield from of_groups("people")
    yield by_key_question_page(whole)
    yield from of_groups("key questions")
    yield by_regulation_page(whole)
    yield from of_groups("regulations")
    yield evidence_page(whole)
    yield from of_groups("evidence")
    yield from of_groups("notes")
    yield problems_overview(whole)
    yield from of_groups("problems")
    yield from of_groups("help")
    yield guidance_page(whole)


def _stylesheet(folders: Sequence[Path]) -> bytes:
    """Return the parts of the stylesheet as one."""
    return "\n".join(template_text(folders, f"staff/assets/{name}") for name in _PARTS).encode()
