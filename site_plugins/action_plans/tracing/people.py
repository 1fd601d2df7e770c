"""Who is who: services of plans, and the roles that a code stands for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from action_plans.model.people import Role
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.service import Service


@dataclass(frozen=True, slots=True)
class People:
    """The roles known in one plan: its own before the service's, and those before the provider's."""

    roles: Mapping[str, Role]
    outside: frozenset[str]
    """Folded names of bodies outside the service that its sources name; CQC always."""

    def title(self, code: str | None) -> str:
        """Return what a code stands for, or the words themselves where an outside body is written."""
        if code is None:
            return ""
        role = self.roles.get(code)
        return role.title if role is not None else code

    @property
    def codes_by_words(self) -> dict[str, str]:
        """The code of each role by whatever else it may be called, folded: who holds it, or its title."""
        names = {role.name.casefold(): code for code, role in self.roles.items() if role.name is not None}
        return {**names, **{role.title.casefold(): code for code, role in self.roles.items()}}

    def knows(self, written: str, *, outside: bool) -> bool:
        """Whether `written` is a role's code, or an outside body where one may stand: two words or a known name."""
        if written in self.roles:
            return True
        return outside and (" " in written.strip() or written.casefold() in self.outside)


def services(portfolio: Portfolio) -> tuple[dict[str, Service], dict[str, Service]]:
    """Return every service by its folded id, and the service of each plan by the plan's id.

    A plan names a service of a file by id or name, or writes one in place; a plain name makes one.
    """
    known = {service.id.casefold(): service for service in portfolio.services}
    of_plan: dict[str, Service] = {}
    for plan in portfolio.plans:
        written = plan.service
        service = written if isinstance(written, Service) else None
        if service is None:
            name = str(written)
            made = Service.model_validate({"name": name})
            service = known.get(name.casefold()) or known.get(made.id.casefold()) or made
        of_plan[plan.id] = known.setdefault(service.id.casefold(), service)
    return known, of_plan


def people_of(plan: Plan, service: Service, portfolio: Portfolio) -> People:
    """Return the roles known in a plan."""
    provider = portfolio.provider.roles if portfolio.provider is not None else {}
    bodies = {"cqc", *(source.from_.casefold() for source in plan.sources)}
    return People({**provider, **service.roles, **plan.roles}, frozenset(bodies))


def people_of_note(plans: Iterable[People]) -> People:
    """Return the roles known in a note that supports things of these plans: the first before the second."""
    roles: dict[str, Role] = {}
    outside: set[str] = {"cqc"}
    for known in plans:
        roles = {**known.roles, **roles}
        outside |= known.outside
    return People(roles, frozenset(outside))
