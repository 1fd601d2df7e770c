"""The past of a project: what git is asked about it, and what stays taken out of what it says."""

from collections.abc import Mapping
from functools import cache
from zoneinfo import ZoneInfo

from action_plans.checking.patterns import STAFF_PATTERNS, find_private
from action_plans.family.guards.privacy.private_words import PrivateWords
from action_plans.family.words.folding import fold
from action_plans.history.plan_history import PlanHistory
from action_plans.history.provenance import Asking, Past
from action_plans.history.taken_out import TakenOut
from action_plans.model.portfolio import Portfolio
from action_plans.project.settings import Settings


def asking(settings: Settings, *, is_check: bool = False) -> Asking:
    """Return how git is asked about a project, by its options."""
    options = settings.options
    return Asking(
        folders=(options.plans_dir, options.evidence_dir),
        zone=ZoneInfo(options.timezone),
        authors=options.show_authors,
        since=options.history_start,
        looks_at_files=not is_check,
        keeps=not is_check,
    )


def taken_out(settings: Settings) -> TakenOut:
    """Return what stays taken out of earlier versions: by today's rules, by refused names, by the project's choice."""
    words = PrivateWords(refused=settings.names_to_refuse)

    @cache
    def is_private(text: str) -> bool:
        private = next(find_private(text, STAFF_PATTERNS), None)
        return private is not None or next(words.refused_in(fold(text)), None) is not None

    return TakenOut.of(is_private, settings.options.history_hide)


def histories(portfolio: Portfolio, past: Past | None, settings: Settings) -> Mapping[str, PlanHistory]:
    """Return the earlier versions of each plan, by its id, without what was taken out; none where git cannot tell."""
    if past is None or past.followed is None:
        return {}
    gone = taken_out(settings)
    return {plan.id: PlanHistory(plan, past, gone) for plan in portfolio.plans}
