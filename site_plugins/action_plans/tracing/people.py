"""Who is who: services of plans, and the roles that a code stands for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from action_plans.english.saying_nothing import is_everybody, is_nobody
from action_plans.model.people import Role
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.record import slug
from action_plans.model.service import Service
from action_plans.tracing.same_person import Known, codes_in, folded, namesakes


@dataclass(frozen=True)
class People:
    """The roles known in one plan: its own before the service's, and those before the provider's."""

    roles: Mapping[str, Role]
    outside: frozenset[str]
    """Folded names of bodies outside the service that its sources name; CQC always."""
    own: frozenset[str] = frozenset()
    """Folded names of the service and of its provider."""

    def title(self, code: str | None) -> str:
        """Return what a code stands for, or the words themselves where an outside body is written."""
        if code is None:
            return ""
        role = self.roles.get(code)
        return role.title if role is not None else code

    def code(self, written: str) -> str | None:
        """Return the code of the role that a title or a name stands for; nothing where none does, or several."""
        meant = self._codes.get(folded(written), frozenset())
        found = [code for code in self.roles if code.casefold() in meant]
        return found[0] if len(found) == 1 else None

    def role(self, written: str | None) -> str | None:
        """Return the code of the role that is meant, by its code, title or name; nothing for a body outside."""
        if written is None or written in self.roles:
            return written
        return self.code(written)

    def is_same(self, one: str | None, other: str | None) -> bool:
        """Whether both are named and may mean the same role or body.

        Nobody becomes somebody else by writing a title, a name or an article for a code, one of them beside another, or
        the code of another role that is held by the same person, by name; a title that two roles share means both.
        """
        return one is not None and other is not None and not self._meant(one).isdisjoint(self._meant(other))

    def is_other(self, written: str | None, *others: str | None) -> bool:
        """Whether somebody is named and is none of the others."""
        return self.is_named(written) and not any(self.is_same(written, other) for other in others)

    def is_named(self, written: str | None) -> bool:
        """Whether words name somebody: a role, a person or a body, rather than nobody yet or everybody here."""
        if written is None or is_nobody(written):
            return False
        return self.is_role(written) or not is_everybody(written)

    def is_role(self, written: str) -> bool:
        """Whether a role is meant, whichever way it is written."""
        return folded(written) in self._codes

    def _meant(self, written: str) -> frozenset[str]:
        if written not in self._known:
            words = folded(written)
            meant = self._codes.get(words) or codes_in(written, Known(self.roles, self._codes, self.own))
            self._known[written] = meant | frozenset(namesakes(meant, self.roles)) or frozenset((words,))
        return self._known[written]

    @cached_property
    def _known(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _codes(self) -> Mapping[str, frozenset[str]]:
        """The codes, folded, that each code, title and name may mean."""
        found: dict[str, set[str]] = {}
        for code, role in self.roles.items():
            for words in (role.title, role.name):
                if words is not None:
                    found.setdefault(folded(words), set()).add(code.casefold())
        codes = {code.casefold(): frozenset((code.casefold(),)) for code in self.roles}
        return {**{words: frozenset(several) for words, several in found.items()}, **codes}

    def knows(self, written: str, *, outside: bool) -> bool:
        """Whether `written` is a role's code, or an outside body where one may stand: two words or a known name."""
        if written in self.roles:
            return True
        known = " " in written.strip() or written.casefold() in self.outside
        return outside and known and not is_nobody(written)


def services(portfolio: Portfolio) -> tuple[dict[str, Service], dict[str, Service]]:
    """Return every service by its folded id, and the service of each plan by the plan's id.

    A plan names a service of a file by its id, or by its name where no other has it, or writes one in place; another
    name makes one.
    """
    known = {service.id.casefold(): service for service in portfolio.services}
    called: dict[str, list[Service]] = {}
    for service in portfolio.services:
        called.setdefault(slug(service.name), []).append(service)
    of_plan: dict[str, Service] = {}
    for plan in portfolio.plans:
        written = plan.service
        of_it = written if isinstance(written, Service) else None
        if of_it is None:
            name = str(written)
            made = Service.model_validate({"name": name})
            (only,) = several if len(several := called.get(slug(name), [])) == 1 else (made,)
            of_it = known.get(name.casefold()) or known.get(made.id.casefold()) or only
        of_plan[plan.id] = known.setdefault(of_it.id.casefold(), of_it)
    return known, of_plan


def people_of(plan: Plan, service: Service, portfolio: Portfolio) -> People:
    """Return the roles known in a plan."""
    provider = portfolio.provider.roles if portfolio.provider is not None else {}
    bodies = {"cqc", *(source.from_.casefold() for source in plan.sources if source.says_from)}
    names = (service.name, service.provider, portfolio.provider.name if portfolio.provider is not None else None)
    own = frozenset(folded(name) for name in names if name)
    return People({**provider, **service.roles, **plan.roles}, frozenset(bodies), own)


def people_of_note(plans: Iterable[People]) -> People:
    """Return the roles known in a note that supports things of these plans: the first before the second."""
    several = tuple(plans)
    if len(several) == 1:
        return several[0]
    roles: dict[str, Role] = {}
    outside: set[str] = {"cqc"}
    own: set[str] = set()
    for known in several:
        roles = {**known.roles, **roles}
        outside |= known.outside
        own |= known.own
    return People(roles, frozenset(outside), frozenset(own))
