"""Approving words for families: what waits, how it changed since it was last approved, and writing it down."""

from collections.abc import Iterator

from action_plans.commands.approval_report import approval_text
from action_plans.exchange.approval_writing import ApprovalNotWrittenError, Sums, write_approvals
from action_plans.family.approvals import Approval, approvals
from action_plans.history.earlier_plans import earlier_versions
from action_plans.model.plan import Plan
from action_plans.model.problem import Severity
from action_plans.pipeline import examine, family_options, family_templates
from action_plans.project.settings import Settings


class CannotApproveError(Exception):
    """Nothing was approved; the text says why and what to do."""


class Approving:
    """The words of one plan, or of all, that wait for approval."""

    def __init__(self, settings: Settings, plan: str | None) -> None:
        """Read the project; `plan` is the id of a plan.

        Raises:
            CannotApproveError: there is no such plan, or what is written cannot be read.
        """
        self._settings = settings
        self._examined = examine(settings)
        errors = self._examined.problems_of(Severity.ERROR)
        if errors:
            raise CannotApproveError("\n".join(["Put this right first:", *map(str, errors)]))
        plans = self._examined.trace.portfolio.plans
        self._plans = {each.id: each for each in plans if plan is None or each.id.casefold() == plan.casefold()}
        if not self._plans:
            known = ", ".join(each.id for each in plans)
            raise CannotApproveError(f"There is no plan {plan}. There are: {known}.")

    def text(self, by: str | None) -> str:
        """Return what to read before approving; `by` is the role in the block to paste."""
        return approval_text(self._found(by)) or "Nothing is written for families yet.\n"

    def write(self, by: str) -> Iterator[tuple[str, int]]:
        """Write the approval of everything that is to be published and waits; yield each file and how many entries.

        Raises:
            CannotApproveError: nobody has this role, or a file's layout cannot be edited.
        """
        waiting: dict[str, dict[str, Sums]] = {}
        for plan in self._plans.values():
            self._knows(by, plan)
        for entry in self._found(by):
            if entry.publish and not entry.approved:
                waiting.setdefault(entry.path, {})[entry.ref] = Sums(entry.fingerprint, entry.seen)
        for path, sums in waiting.items():
            try:
                write_approvals(self._settings.root / path, sums, by, self._settings.today.isoformat())
            except ApprovalNotWrittenError as error:
                raise CannotApproveError(str(error)) from None
            except OSError as error:
                raise CannotApproveError(f"{path} cannot be written: {error.strerror}.") from None
            yield path, len(sums)

    def _knows(self, by: str, plan: Plan) -> None:
        known = self._examined.trace.people[plan.id].roles
        if by not in known:
            raise CannotApproveError(f"{by} is no role of plan {plan.id}. There are: {', '.join(sorted(known))}.")

    def _found(self, by: str | None) -> tuple[Approval, ...]:
        trace, settings = self._examined.trace, self._settings
        found = approvals(
            trace,
            family_templates(settings),
            family_options(settings),
            by=by,
            earlier=earlier_versions(trace, settings.root),
        )
        return tuple(entry for entry in found if self._is_asked_for(entry))

    def _is_asked_for(self, entry: Approval) -> bool:
        """Whether an entry belongs to one of the plans that were named: a service with any plan that is for it."""
        if entry.plan in self._plans:
            return True
        service_of = self._examined.trace.service_of
        return any(entry.ref == f"services/{service_of[plan].id}" for plan in self._plans)
