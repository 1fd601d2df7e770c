"""What each role of a service has: its duties, where it helps, who reports to it, what it watches and has closed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from action_plans.model.action_parts import Task
from action_plans.model.measure import Risk, RiskStatus
from action_plans.model.reference import Ref
from action_plans.tracing.duties import Duty, DutyKind, in_order
from action_plans.tracing.service_roles import ServiceRole, ServiceRoles
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class Load:
    """How much is to be done: `month` in what is left of this calendar month, `later` after it."""

    late: int
    month: int
    later: int
    undated: int

    @property
    def total(self) -> int:
        """All of it."""
        return self.late + self.month + self.later + self.undated


@dataclass(frozen=True)
class Workload:
    """What one role has to do.

    Attributes:
        role: the role.
        duties: what is not done, late first, then by date, what has no date last; milestones of plans it leads too.
        helps: open actions of others that it helps with, by date.
        hears: tasks of others, not done, that are reported to it.
        risks: the open risks that it watches, by reference.
        closed: what it closed, in the order written.
    """

    role: ServiceRole
    today: date
    duties: tuple[Duty, ...] = ()
    helps: tuple[TracedAction, ...] = ()
    hears: tuple[Duty, ...] = ()
    risks: tuple[tuple[Ref, Risk], ...] = ()
    closed: tuple[TracedAction, ...] = ()

    @property
    def work(self) -> tuple[Duty, ...]:
        """What is work of its own: without milestones."""
        return tuple(duty for duty in self.duties if duty.is_work)

    @property
    def load(self) -> Load:
        """How much that is."""
        return load_of(self.work, self.today)

    def of_kind(self, *kinds: DutyKind) -> int:
        """Return how many of its duties are of some kinds."""
        return sum(duty.kind in kinds for duty in self.duties)

    @property
    def is_idle(self) -> bool:
        """Whether nothing is theirs to do, to help with, to hear or to watch."""
        return not (self.work or self.helps or self.hears or self.risks)


@dataclass(frozen=True)
class ServiceWork:
    """What is to be done at a service: by role, in the order written; by bodies outside; by nobody who is named."""

    roles: ServiceRoles
    workloads: tuple[Workload, ...]
    outside: Mapping[str, tuple[Duty, ...]]
    nobody: tuple[Duty, ...]


def load_of(duties: tuple[Duty, ...], today: date) -> Load:
    """Return how much some duties are."""
    states = [when_of(duty, today) for duty in duties]
    return Load(*(states.count(state) for state in ("late", "month", "later", "undated")))


def when_of(duty: Duty, today: date) -> str:
    """Return when a duty is due: `late`, `month` (in what is left of this one), `later` or `undated`."""
    if duty.is_late:
        return "late"
    if duty.when is None:
        return "undated"
    return "month" if (duty.when.last.year, duty.when.last.month) == (today.year, today.month) else "later"


def work_of(trace: Trace) -> Iterator[ServiceWork]:
    """Yield what is to be done at each service that has a plan. Cost: linear in everything, and sorting."""
    for roles in trace.service_roles.values():
        yield _Sorting(trace, roles).sorted()


@dataclass
class _Sorting:
    """Everything of a service, given to those whose it is."""

    trace: Trace
    roles: ServiceRoles
    duties: dict[str, list[Duty]] = field(default_factory=lambda: defaultdict(list))
    hears: dict[str, list[Duty]] = field(default_factory=lambda: defaultdict(list))
    helps: dict[str, list[TracedAction]] = field(default_factory=lambda: defaultdict(list))
    closed: dict[str, list[TracedAction]] = field(default_factory=lambda: defaultdict(list))
    risks: dict[str, list[tuple[Ref, Risk]]] = field(default_factory=lambda: defaultdict(list))
    outside: dict[str, list[Duty]] = field(default_factory=lambda: defaultdict(list))
    nobody: list[Duty] = field(default_factory=list)

    def sorted(self) -> ServiceWork:
        """Return who has what."""
        seen: set[str] = set()
        for plan in self.roles.plans:
            for duty in self.trace.duties[plan.id]:
                if duty.name not in seen:  # a note that two plans cite is looked at once
                    seen.add(duty.name)
                    self._give(duty)
            for action in self.trace.actions_of(plan):
                self._hand_out(action)
            for risk in plan.risks:
                role = self.roles.role(plan, risk.owner)
                if role is not None and risk.status is RiskStatus.OPEN:
                    self.risks[role.part].append((Ref.to(plan.id, risk.id), risk))
        outside = {body: in_order(duties) for body, duties in self.outside.items()}
        return ServiceWork(self.roles, tuple(map(self._workload, self.roles.roles)), outside, in_order(self.nobody))

    def _give(self, duty: Duty) -> None:
        role = self.roles.role(duty.plan, duty.who)
        if role is not None:
            self.duties[role.part].append(duty)
        elif duty.who is not None:
            self.outside[duty.who].append(duty)
        elif duty.is_work:
            self.nobody.append(duty)
        if isinstance(duty.record, Task):
            told = self.roles.role(duty.plan, duty.record.report_to)
            if told is not None and told is not role:
                self.hears[told.part].append(duty)

    def _hand_out(self, action: TracedAction) -> None:
        owner = self.roles.role(action.plan, action.record.owner)
        if action.is_finished and owner is not None:
            self.closed[owner.part].append(action)
        if action.is_open:
            helpers = (self.roles.role(action.plan, helper) for helper in action.record.helpers)
            for helper in {one.part: one for one in helpers if one is not None and one is not owner}.values():
                self.helps[helper.part].append(action)

    def _workload(self, role: ServiceRole) -> Workload:
        part = role.part
        return Workload(
            role,
            self.trace.today,
            in_order(self.duties[part]),
            tuple(sorted(self.helps[part], key=lambda action: action.due.last)),
            in_order(self.hears[part]),
            tuple(self.risks[part]),
            tuple(self.closed[part]),
        )
