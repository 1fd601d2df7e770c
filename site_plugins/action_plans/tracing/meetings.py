"""When each group last considered a plan, or several."""

from collections.abc import Iterable
from dataclasses import dataclass

from action_plans.model.plan import Plan
from action_plans.model.plan_parts import Approval
from action_plans.model.when import When
from action_plans.tracing.days import has_come
from action_plans.tracing.trace import Trace


@dataclass(frozen=True, slots=True)
class Meeting:
    """The last time that a group considered one plan or several: its newest decision, and on which plan."""

    group: str
    plan: Plan
    approval: Approval

    @property
    def date(self) -> When:
        """When it met."""
        return self.approval.date


def meetings(trace: Trace, plans: Iterable[Plan]) -> tuple[Meeting, ...]:
    """Return the newest decision of each group: boards first, then the newest; none of one role or a body outside.

    Groups are the same whose names differ only in case, in one plan or in several.
    """
    found: dict[str, Meeting] = {}
    for plan in plans:
        people = trace.people[plan.id]
        for one in plan.approvals:
            folded = " ".join(one.group.casefold().split())
            if not has_come(one.date, trace.today) or people.is_role(one.group) or folded in people.outside:
                continue
            known = found.get(folded)
            if known is None or known.date.last < one.date.last:
                found[folded] = Meeting(one.group, plan, one)
    ordered = sorted(found.items(), key=lambda pair: ("board" not in pair[0], -pair[1].date.last.toordinal()))
    return tuple(meeting for _, meeting in ordered)
