"""What every page is made from: the trace, its problems and the templates, with look-ups that are made once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from markupsafe import Markup

from action_plans.english.wording import day, listed, long_day
from action_plans.exchange.mending.blocks import Mending
from action_plans.history.plan_history import PlanHistory
from action_plans.history.provenance import Provenance
from action_plans.model.evidence import EvidenceNote
from action_plans.model.packs import GivenPack
from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import Kind, Ref
from action_plans.notes.markup import printed_note
from action_plans.project.templates import Templates
from action_plans.staff.page_head import Crumb, Head, Link
from action_plans.staff.plan_menu import MenuEntry, plan_menu
from action_plans.staff.tags import MESSAGE_LATE, TELLS_STATE, Tag, problem_tag, state_tag
from action_plans.tracing.addresses import HOME, PLANS, addresses, people_address, plan_address, relative
from action_plans.tracing.references import Node
from action_plans.tracing.standings import Standing, standings
from action_plans.tracing.trace import Trace
from action_plans.tracing.workload import ServiceWork, work_of


@dataclass(frozen=True)
class PageContext:
    """Built once for all pages; every look-up is constant in time."""

    trace: Trace
    problems: tuple[Problem, ...]
    templates: Templates
    site_name: str
    provenance: Provenance = field(default_factory=Provenance)
    checks_off: tuple[Code, ...] = ()
    packs: tuple[GivenPack, ...] = ()
    histories: Mapping[str, PlanHistory] = field(default_factory=dict)
    """The earlier versions of each plan, by its id; empty where git cannot tell."""
    mending: Mending | None = None

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How each service stands, the worst first."""
        return standings(self.trace)

    @cached_property
    def addresses(self) -> Mapping[str, str]:
        """Where each thing is shown, by its reference."""
        return addresses(self.trace.references.nodes)

    @cached_property
    def problems_of(self) -> Mapping[str, tuple[Problem, ...]]:
        """The problems that concern one thing, by its reference."""
        found: dict[str, list[Problem]] = defaultdict(list)
        for problem in self.problems:
            if problem.item is not None:
                found[problem.item].append(problem)
        return {ref: tuple(several) for ref, several in found.items()}

    @property
    def plans(self) -> tuple[Plan, ...]:
        """Every plan, in the order read."""
        return self.trace.portfolio.plans

    @cached_property
    def plan_at(self) -> Mapping[str, str]:
        """The id of the plan that each file holds, by its path."""
        return {plan.path: plan.id for plan in reversed(self.plans)}

    def plan_of(self, problem: Problem) -> str:
        """Return the id of the plan that a problem belongs to; empty where it is of a note, or of none."""
        node = self.trace.references.nodes.get(problem.item or "")
        if node is not None:
            return node.plan.id if node.plan is not None else ""
        plan = self.plan_at.get(problem.origin.path, Ref(problem.item or "").plan)
        return plan if plan in self.trace.service_of else ""

    @cached_property
    def only_plan(self) -> Plan | None:
        """The plan, where there is just one."""
        return self.plans[0] if self.trace.extent.plans == 1 else None

    @cached_property
    def has_services(self) -> bool:
        """Whether there are plans for several services."""
        return self.trace.extent.services > 1

    @cached_property
    def work(self) -> Mapping[str, ServiceWork]:
        """What is to be done at each service, and by whom, by its folded id."""
        return {one.roles.service.id.casefold(): one for one in work_of(self.trace)}

    @property
    def plan_word(self) -> str:
        """The word of the main navigation under which plans stand."""
        return "Plan" if self.only_plan is not None else "Plans"

    @property
    def as_at(self) -> str:
        """Today, as `12 May 2026`."""
        return day(self.trace.today)

    @property
    def as_at_long(self) -> str:
        """Today, as `Tuesday 12 May 2026`."""
        return long_day(self.trace.today)

    def menu(self, plan: Plan) -> tuple[MenuEntry, ...]:
        """Return the pages of a plan that hold something."""
        if plan.id not in self._menus:
            self._menus[plan.id] = plan_menu(self.trace, plan)
        return self._menus[plan.id]

    def at(self, address: str, plan: Plan | None = None) -> "Here":
        """Return the context as seen from the page at `address`, which is about `plan` if it is about one."""
        return Here(self, address, plan)

    def printed_note(self, note: EvidenceNote) -> Markup:
        """Return a note's account for paper: no links, pictures or headings of its own. Nothing if on request."""
        if note.on_request:
            return Markup()
        if note.id not in self._printed:
            self._printed[note.id] = printed_note(note.body)
        return self._printed[note.id]

    @cached_property
    def drawings(self) -> dict[str, Markup]:
        """Drawings that several pages show, each made once, by a name of its own."""
        return {}

    @cached_property
    def _printed(self) -> dict[str, Markup]:
        return {}

    @cached_property
    def _menus(self) -> dict[str, tuple[MenuEntry, ...]]:
        return {}


@dataclass(frozen=True, slots=True)
class Here:
    """The context as seen from one page: links relative to it, references and roles as its plan knows them."""

    context: PageContext
    address: str
    plan: Plan | None

    def to(self, address: str) -> str:
        """Return the link to an address of the site."""
        return relative(self.address, address)

    def link(self, ref: str) -> Link:
        """Return the link to a thing by its reference: `A1` within the page's plan, else `OAK/A1`.

        Lines of evidence are cited by their title alone.
        """
        node = self.context.trace.node(ref)
        return Link(self._cited(node), node.title, relative(self.address, self.context.addresses[node.ref]))

    def links(self, refs: Iterable[str]) -> tuple[Link, ...]:
        """Return the links to several things, in their order."""
        return tuple(self.link(ref) for ref in refs)

    def who(self, code: str | None) -> str:
        """Return what a role is called, or the words for a body outside; nothing for nobody."""
        if code is None:
            return ""
        return self.context.trace.people[self.plan.id].title(code) if self.plan is not None else code

    def role(self, plan: Plan, written: str | None) -> Link | None:
        """Return the link to all that a role of a plan has to do; nothing for nobody and for bodies outside.

        Its title is what the plan calls the role.
        """
        trace = self.context.trace
        service = trace.service_of[plan.id]
        found = trace.service_roles[service.id.casefold()].role(plan, written)
        if found is None:
            return None
        address = people_address(service if self.context.has_services else None, found.part)
        return Link("", found.written[plan.id][1].title, self.to(address))

    def service(self, ref: str) -> str:
        """Return the service that a thing belongs to, on a page that tells of several; nothing elsewhere.

        A note belongs to the services of all that it supports.
        """
        trace = self.context.trace
        if self.plan is not None or not self.context.has_services or ref not in trace.references.nodes:
            return ""
        nodes = [trace.node(other) for other in trace.supports.get(ref, (ref,))]
        plans = dict.fromkeys(node.plan.id for node in nodes if node.plan is not None)
        return listed(dict.fromkeys(trace.service_of[plan].name for plan in plans))

    def tag(self, ref: str) -> Tag:
        """Return the tag of an action or a finding."""
        action = self.context.trace.actions.get(ref)
        return state_tag(action if action is not None else self.context.trace.findings[ref])

    def problem_tag(self, problem: Problem) -> Tag:
        """Return the tag of a problem: of one that tells how an action stands, the action's own."""
        action = self.context.trace.actions.get(problem.item or "")
        if problem.code is Code.TASK_LATE and action is None:
            return MESSAGE_LATE
        return state_tag(action) if action is not None and problem.code in TELLS_STATE else problem_tag(problem.code)

    def head(
        self, title: str, what: str = "", *, ref: str = "", lede: str = "", crumb: str = "", above: Iterable[Crumb] = ()
    ) -> Head:
        """Return the head of this page.

        `above` are the steps of the breadcrumb between its plan, or the top, and the page, and `crumb` is its own
        word there: by default its title.
        """
        return Head(self._crumbs(crumb or title, tuple(above)), ref, what, self.context.as_at, title, lede, self._menu)

    def render(self, template: str, **values: Any) -> str:  # noqa: ANN401 -- whatever the template names
        """Return a page's HTML."""
        return self.context.templates.render(template, here=self, **values)

    @property
    def _menu(self) -> tuple[Crumb, ...]:
        """The plan itself and its pages, on a page of a plan that has any."""
        if self.plan is None:
            return ()
        own = plan_address(self.plan)
        pages = [("Overview", own)]
        pages += [(entry.title, plan_address(self.plan, entry.page)) for entry in self.context.menu(self.plan)]
        return tuple(Crumb(word, "" if there == self.address else self.to(there)) for word, there in pages)

    def _cited(self, node: Node) -> str:
        if node.kind is Kind.EVIDENCE:
            return node.short if isinstance(node.record, EvidenceNote) else ""
        return node.short if node.plan is self.plan else node.ref

    def _crumbs(self, last: str, above: tuple[Crumb, ...]) -> tuple[Crumb, ...]:
        if self.address == HOME:
            return ()
        steps = [Crumb("Today", self.to(HOME))]
        if self.plan is not None and self.context.only_plan is None:
            steps.append(Crumb("Plans", self.to(PLANS)))
        if self.plan is not None and self.address != plan_address(self.plan):
            steps.append(Crumb(f"Plan {self.plan.id}", self.to(plan_address(self.plan))))
        return (*steps, *above, Crumb(last))
