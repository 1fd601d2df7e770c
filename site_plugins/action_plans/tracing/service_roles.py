"""The roles of a service: who is one person in all of its plans, and where that person's page is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from action_plans.model.people import Role
from action_plans.model.plan import Plan
from action_plans.model.record import is_reserved, slug
from action_plans.model.service import Service
from action_plans.tracing.people import People


@dataclass(frozen=True, slots=True)
class ServiceRole:
    """One role at a service.

    Attributes:
        service: the service.
        code: its code, as the first plan that knows it writes it.
        part: the code as a part of addresses: `rm`.
        written: the role as each plan knows it, by the plan's id, with the code it has there.
    """

    service: Service
    code: str
    part: str
    written: Mapping[str, tuple[str, Role]]

    @property
    def title(self) -> str:
        """What it is called: as the first plan says it."""
        return next(iter(self.written.values()))[1].title

    @property
    def titles(self) -> tuple[str, ...]:
        """Everything that plans call it, each once."""
        found: dict[str, str] = {}
        for _, role in self.written.values():
            found.setdefault(role.title.casefold(), role.title)
        return tuple(found.values())

    @property
    def names(self) -> tuple[str, ...]:
        """Who holds it, where plans say so."""
        return tuple(dict.fromkeys(role.name for _, role in self.written.values() if role.name is not None))

    @property
    def contacts(self) -> tuple[str, ...]:
        """How to reach whoever holds it, where plans say so."""
        return tuple(dict.fromkeys(role.contact for _, role in self.written.values() if role.contact is not None))


@dataclass(frozen=True)
class ServiceRoles:
    """A service with its plans and the roles known in them, in the order in which they are written."""

    service: Service
    plans: tuple[Plan, ...]
    roles: tuple[ServiceRole, ...]
    people: Mapping[str, People]
    by_code: Mapping[tuple[str, str], ServiceRole]

    def role(self, plan: Plan, written: str | None) -> ServiceRole | None:
        """Return the role that a plan means by a code, a title or a name; nothing for nobody and for bodies outside."""
        code = self.people[plan.id].role(written)
        return self.by_code.get((plan.id, code)) if code is not None else None


def roles_of(service: Service, plans: Iterable[Plan], people: Mapping[str, People]) -> ServiceRoles:
    """Return the roles of a service.

    A code is one role in all plans of a service, whatever they call it. So is a title, where a plan has another code
    for it and does not know the first one: `QL` in one plan and `QUAL` in the other, a quality lead both.
    Cost: linear in the roles of all plans.
    """
    plans = tuple(plans)
    by_code: dict[str, dict[str, tuple[str, Role]]] = {}
    by_title: dict[str, str] = {}
    first_codes: dict[str, str] = {}
    for plan in plans:
        known = people[plan.id]
        own = {code.casefold() for code in known.roles}
        for code, role in known.roles.items():
            key, title = code.casefold(), role.title.casefold()
            other = by_title.get(title)
            if key not in by_code and other is not None and other not in own and known.code(role.title) == code:
                key = other
            by_code.setdefault(key, {}).setdefault(plan.id, (code, role))
            first_codes.setdefault(key, code)
            if known.code(role.title) == code:
                by_title.setdefault(title, key)
    roles = tuple(_with_parts(service, first_codes, by_code))
    found = {(plan, code): role for role in roles for plan, (code, _) in role.written.items()}
    return ServiceRoles(service, plans, roles, people, found)


def _with_parts(
    service: Service, codes: Mapping[str, str], written: Mapping[str, Mapping[str, tuple[str, Role]]]
) -> Iterator[ServiceRole]:
    """Yield the roles, each with a part of addresses of its own, whatever signs their codes hold."""
    taken: set[str] = set()
    for key, code in codes.items():
        first = slug(code) or "role"
        part, number = f"{first}-" if is_reserved(first) else first, 1
        while part in taken:
            number += 1
            part = f"{first}-{number}"
        taken.add(part)
        yield ServiceRole(service, code, part, written[key])
