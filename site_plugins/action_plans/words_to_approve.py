"""The words for families of a project that was examined, each with its approval."""

from functools import partial

from action_plans.family.approvals import Approval, approvals
from action_plans.history.earlier_plans import earlier_versions
from action_plans.model.problem import Severity
from action_plans.pipeline import Examined, family_templates
from action_plans.project.settings import Settings
from action_plans.project.timings import TIMINGS


def approvals_to_read(examined: Examined, settings: Settings) -> tuple[Approval, ...]:
    """Return the words for families as a role reads them; git is asked only where some changed since an approval."""
    if not settings.options.family.enabled or examined.problems_of(Severity.ERROR):
        return ()
    with TIMINGS.phase("words for families as they are approved"):
        return approvals_of(examined, settings)


def approvals_of(examined: Examined, settings: Settings, by: str | None = None) -> tuple[Approval, ...]:
    """Return every entry for families with its approval, by the guards that looked at the edition.

    `by` is the code of the role that approves, for the block to paste.
    """
    return approvals(
        examined.trace,
        family_templates(settings),
        settings.options.family,
        by=by,
        earlier=partial(earlier_versions, examined.trace, settings.root),
        refused=settings.names_to_refuse,
        in_use=examined.family.in_use,
    )
