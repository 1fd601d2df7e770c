"""Which topics that families can read are withdrawn now: told so in words, whatever else stops a build."""

from collections.abc import Mapping

from action_plans.commands.online_topics import OnlineTopics
from action_plans.model.family import FindingFamily, PlanFamily
from action_plans.model.plan import Plan
from action_plans.pipeline import Examined
from action_plans.project.settings import Settings
from action_plans.reading.portfolio_reader import Reading, read_portfolio

COMMAND = "action-plans withdraw"


def withdrawn(settings: Settings, online: OnlineTopics, examined: Examined | None = None) -> Mapping[str, str]:
    """Return the topics that are online and no longer to be told, by reference, each with its title.

    What cannot be read now, or only in part, is not withdrawn by that: a slip in writing changes nothing online. What
    any version took back since the one that is online stays taken back, whatever went wrong with the next.
    """
    if not settings.options.family.enabled:
        return online.told
    if not online.has_git:
        now = set(examined.family.told.values()) if examined is not None else set()
        return {} if examined is None else {ref: title for ref, title in online.told.items() if title not in now}
    if not online.told:
        return {}
    reading = read_portfolio(settings.root, settings.options.plans_dir, settings.options.evidence_dir)
    written = [_Written(reading), *map(_Written, online.readings_since())]
    return {ref: title for ref, title in online.told.items() if any(each.takes_back(ref) for each in written)}


def in_words(topics: Mapping[str, str]) -> str:
    """Return what is withdrawn and how to take it down; empty where nothing is."""
    if not topics:
        return ""
    listed = ", ".join(f"{title} ({ref})" if ref != title else title for ref, title in topics.items())
    return (
        f"Withdrawn now, and still online: {listed}. Take it down with `{COMMAND}`, and publish the families' folder."
    )


class _Written:
    """What is written now, as far as it can be read."""

    def __init__(self, reading: Reading) -> None:
        self._plans = {plan.id.casefold(): plan for plan in reading.portfolio.plans}
        self._unread = {left.id for left in reading.left_out if left.is_whole and left.id is not None}
        self._has_unknown = any(left.is_whole and left.id is None for left in reading.left_out)
        self._partly = {left.path for left in reading.left_out}
        self._wrong = {problem.origin.path for problem in reading.problems}

    def takes_back(self, ref: str) -> bool:
        """Whether a plan or topic that was told is no longer to be: said so, or gone from a file that can be read."""
        plan_id, _, item = ref.casefold().partition("/")
        plan = self._plans.get(plan_id)
        if plan is None:
            return plan_id not in self._unread and not self._has_unknown
        if not item:
            return self._is_off(plan, plan.family)
        finding = next((each for each in plan.findings if each.id.casefold() == item), None)
        if finding is None:
            return plan.path not in self._partly
        return self._is_off(plan, plan.family) or self._is_off(plan, finding.family)

    def _is_off(self, plan: Plan, family: PlanFamily | FindingFamily | None) -> bool:
        is_sure = plan.path not in self._partly and plan.path not in self._wrong
        if family is None:
            return is_sure
        return not family.publish and (is_sure or "publish" in family.model_fields_set)
