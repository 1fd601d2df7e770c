"""The pages of a plan that somebody is writing, made before everything else is: for a preview."""

from action_plans.model.portfolio import Portfolio
from action_plans.model.problem import Severity
from action_plans.model.record import Record
from action_plans.past import histories
from action_plans.pipeline import Examined, examine_read, look_back
from action_plans.project.settings import Settings
from action_plans.reading.files_read import FilesRead
from action_plans.reading.framework_files import read_frameworks
from action_plans.reading.last_good import paths_of
from action_plans.reading.portfolio_reader import Reading, read_portfolio
from action_plans.showing import around
from action_plans.staff.context import PageContext
from action_plans.staff.groups.apart import groups_of
from action_plans.staff.page import Pages
from action_plans.staff.staff_edition import pages_of
from action_plans.staff.staff_templates import staff_templates
from action_plans.tracing.plan_groups import plan_groups
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace
from action_plans.words_to_approve import approvals_to_read

_SHARE = 4
"""Of how many files one may be looked at first: of more, everything is there nearly as soon."""


def first_look(settings: Settings, before: Examined, known: FilesRead) -> Pages | None:
    """Return the pages of the one group of plans in which files changed since `before`.

    They are made from what is written now, and from what git said then. What only the check of everything can tell,
    such as an id that another home has too, is not in them: they are shown until the whole is made.

    Args:
        settings: the project's.
        before: the project as it was when everything was last made.
        known: what was read in its files then.

    Returns:
        None where nothing can be shown so: no plan changed, or more than one group of them; the group is a large part
        of everything; or there is an error in it.
    """
    options = settings.options
    reading = read_portfolio(settings.root, options.plans_dir, options.evidence_dir, known=known)
    now = trace(reading.portfolio, settings.today, read_frameworks(settings.root, options.plans_dir).known)
    part = _changed(now, before.trace.portfolio)
    if part is None:
        return None
    examined = look_back(examine_read(_part_of(reading, part), settings), settings, known=before.past)
    if examined.problems_of(Severity.ERROR):
        return None
    context = PageContext(
        now, examined.problems, staff_templates(settings.templates), settings.site_name, examined.provenance,
        options.checks_off, (), histories(part, before.past, settings), None,
    )  # fmt: skip
    told = approvals_to_read(examined, settings)
    group = next(groups_of(context, examined.notes, told, around(examined, settings), (part,)))
    return pages_of(group, settings.templates)


def _changed(now: Trace, before: Portfolio) -> Portfolio | None:
    """Return the one group of plans that holds all that was read anew; None where there is none, or it is large."""
    there = {id(record) for record in _files(before)}
    changed = [part for part in plan_groups(now) if any(id(record) not in there for record in _files(part))]
    is_only_one = len(changed) == 1 and now.portfolio.provider is before.provider
    if not (is_only_one and changed[0].plans):
        return None
    is_small = len(_files(changed[0])) * _SHARE <= len(_files(now.portfolio))
    return changed[0] if is_small else None


def _part_of(reading: Reading, part: Portfolio) -> Reading:
    """Return what was read of a part."""
    paths = paths_of(part)
    return Reading(
        part,
        tuple(problem for problem in reading.problems if problem.origin.path in paths),
        tuple(left for left in reading.left_out if left.path in paths),
    )


def _files(portfolio: Portfolio) -> tuple[Record, ...]:
    return (*portfolio.plans, *portfolio.services, *portfolio.notes)
