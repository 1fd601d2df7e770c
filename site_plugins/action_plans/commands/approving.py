"""Approving words for families: what waits, how it changed since it was last approved, and writing it down."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from action_plans.commands.approval_report import approval_text, approved_words
from action_plans.commands.chosen_plan import chosen_plan
from action_plans.commands.errors_first import refuse_errors
from action_plans.exchange.approval_writing import Sums, write_approvals
from action_plans.family.approvals import Approval
from action_plans.model.errors import ActionPlansError
from action_plans.model.plan import Plan
from action_plans.pipeline import examine
from action_plans.project.settings import Settings
from action_plans.words_to_approve import approvals_of


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
        asked = portfolio.plans if plan is None else (chosen_plan(portfolio, plan),)
        self._plans = {each.id: each for each in asked}

    def text(self, by: str | None) -> str:
        """Return what to read before approving; `by` is the role in the block to paste."""
        return approval_text(self._found(by)) or "Nothing is written for families yet.\n"

    def write(self, by: str) -> Iterator[tuple[str, int]]:
        """Write the approval of everything that is to be published and waits; yield each file and how many entries.

        Raises:
            UnknownApproverError: nobody has this role.
            ApprovalNotWrittenError: a file's layout cannot be edited.
        """
        waiting: dict[str, dict[str, Sums]] = {}
        for plan in self._plans.values():
            self._knows(by, plan)
        for entry in self._found(by):
            if entry.publish and not entry.approved:
                waiting.setdefault(entry.path, {})[entry.ref] = Sums(entry.fingerprint, entry.seen)
        for path, sums in waiting.items():
            write_approvals(self._settings.root / path, sums, by, self._settings.today.isoformat())
            yield path, len(sums)

    def still_held(self, by: str) -> Iterator[str]:
        """Yield, once it is written, what an approval does not publish: a guard holds it back as well."""
        for entry in self._found(by):
            if entry.publish and entry.problems:
                yield f"{entry.ref}: {approved_words(entry)}. {entry.problems[0]}"

    def _knows(self, by: str, plan: Plan) -> None:
        known = self._examined.trace.people[plan.id].roles
        if by not in known:
            raise UnknownApproverError(by, plan.id, tuple(sorted(known)))

    def _found(self, by: str | None) -> tuple[Approval, ...]:
        found = approvals_of(self._examined, self._settings, by)
        return tuple(entry for entry in found if self._is_asked_for(entry))

    def _is_asked_for(self, entry: Approval) -> bool:
        """Whether an entry belongs to one of the plans that were named: a service with any plan that is for it."""
        if entry.plan in self._plans:
            return True
        service_of = self._examined.trace.service_of
        return any(entry.ref == f"services/{service_of[plan].id}" for plan in self._plans)
