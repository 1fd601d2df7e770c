"""Approving words for families: what waits, how it changed since it was last approved, and writing it down."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from action_plans.commands.approval_report import approval_text
from action_plans.commands.chosen_plan import chosen_plan
from action_plans.commands.errors_first import refuse_errors
from action_plans.exchange.approval_writing import write_approvals
from action_plans.family.approvals import Approval, approvals
from action_plans.history.earlier_plans import earlier_versions
from action_plans.model.errors import ActionPlansError
from action_plans.pipeline import examine, family_templates
from action_plans.project.settings import Settings


@dataclass(eq=False)
class UnknownApproverError(ActionPlansError):
    """Nothing was approved: nobody in the plan has the role `by`; `known` are the codes there are."""

    by: str
    plan: str
    known: tuple[str, ...]
    is_wrong_use: ClassVar[bool] = True

    def __str__(self) -> str:
        return f"{self.by} is no role of plan {self.plan}. There are: {', '.join(self.known)}."


class Approving:
    """The words of one plan, or of all, that wait for approval."""

    def __init__(self, settings: Settings, plan: str | None) -> None:
        """Read the project; `plan` is the id of a plan.

        Raises:
            WhichPlanError: there is no such plan.
            ErrorsFirstError: what is written has errors.
        """
        self._settings = settings
        self._examined = examine(settings)
        refuse_errors(self._examined)
        portfolio = self._examined.trace.portfolio
        self._plans = portfolio.plans if plan is None else (chosen_plan(portfolio, plan),)

    def text(self, by: str | None) -> str:
        """Return what to read before approving; `by` is the role in the block to paste."""
        return approval_text(self._found(by)) or "Nothing is written for families yet.\n"

    def write(self, by: str) -> Iterator[tuple[str, int]]:
        """Write the approval of everything that is to be published and waits; yield each file and how many entries.

        Raises:
            UnknownApproverError: nobody has this role.
            ApprovalNotWrittenError: a plan's layout cannot be edited.
        """
        for plan in self._plans:
            known = self._examined.trace.people[plan.id].roles
            if by not in known:
                raise UnknownApproverError(by, plan.id, tuple(sorted(known)))
            waiting = {
                entry.ref: entry.fingerprint
                for entry in self._found(by)
                if entry.ref.partition("/")[0] == plan.id and entry.publish and not entry.approved
            }
            if waiting:
                write_approvals(self._settings.root / plan.path, waiting, by, self._settings.today.isoformat())
                yield plan.path, len(waiting)

    def _found(self, by: str | None) -> tuple[Approval, ...]:
        of_plans = {plan.id for plan in self._plans}
        trace, settings = self._examined.trace, self._settings
        found = approvals(
            trace,
            family_templates(settings),
            settings.options.family,
            by=by,
            earlier=earlier_versions(trace, settings.root),
            refused=settings.names_to_refuse,
        )
        return tuple(entry for entry in found if entry.ref.partition("/")[0] in of_plans)
