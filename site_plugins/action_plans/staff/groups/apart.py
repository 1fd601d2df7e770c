"""The whole of a project, in groups of plans that have nothing to do with each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from action_plans.family.approvals import Approval
from action_plans.family.telling.entries import SERVICES
from action_plans.frameworks.framework import Framework
from action_plans.history.provenance import Provenance
from action_plans.keeping.fingerprint import fingerprint
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.problem import Problem
from action_plans.model.reference import Ref
from action_plans.notes.note_contents import Notes
from action_plans.staff.context import PageContext
from action_plans.staff.groups.group import Group, text_of
from action_plans.tracing.conclusions import conclusions_on
from action_plans.tracing.plan_groups import plan_groups
from action_plans.tracing.trace import Trace

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Around:
    """What the pages of groups are made from besides what the whole site is.

    Attributes:
        frameworks: those that the project adds, by id.
        past: a sum of what git was asked, and of what stays taken out.
        content_of: returns what a file holds by its path, for the blocks to paste; None where none are offered.
    """

    frameworks: Mapping[str, Framework] = field(default_factory=dict)
    past: str = ""
    content_of: Callable[[str], bytes | None] | None = None

    def text_of(self, path: str) -> str | None:
        """Return the text of a file by its path, as reading decoded it; nothing where it cannot be had."""
        return text_of(self.content_of(path), path) if self.content_of is not None else None


def groups_of(
    whole: PageContext,
    notes: Notes,
    approvals: Iterable[Approval],
    around: Around,
    wanted: tuple[Portfolio, ...] | None = None,
) -> Iterator[Group]:
    """Yield every group of plans with what its pages are made from, in the order of the plans. Linear in everything.

    `wanted` are the groups that are asked for, where not all are: then all else need only be known of them.
    """
    trace, portfolios = whole.trace, plan_groups(whole.trace) if wanted is None else wanted
    places = _Places(trace, portfolios)
    problems = places.sorted((places.of_problem(each), each) for each in whole.problems)
    told = places.sorted((places.of_name(each.ref), each) for each in approvals)
    known = places.provenances(whole.provenance)
    paths = fingerprint(tuple(notes.contents))
    for number, portfolio in enumerate(portfolios):
        contents = {note.path: notes.contents[note.path] for note in portfolio.notes}
        plans = portfolio.plans
        yield Group(
            portfolio=portfolio,
            today=trace.today,
            frameworks=around.frameworks,
            extent=trace.extent,
            concluded=conclusions_on(trace, plans),
            site_name=whole.site_name,
            checks_off=whole.checks_off,
            problems=tuple(problems[number]),
            approvals=tuple(told[number]),
            contents=contents,
            attached=tuple((path, each.attached) for path, each in contents.items() if each.attached),
            linked=paths if any("[" in note.body for note in portfolio.notes) else "",
            provenance=known[number],
            histories={plan.id: whole.histories[plan.id] for plan in plans if plan.id in whole.histories},
            past=_past(whole, plans, around.past),
            files=_files(portfolio, around.content_of) if around.content_of is not None else None,
        )


def _past(whole: PageContext, plans: Iterable[Plan], asked: str) -> str:
    known = [whole.histories[plan.id].told_from for plan in plans if plan.id in whole.histories]
    return fingerprint((asked, known)) if known else ""


def _files(portfolio: Portfolio, content_of: Callable[[str], bytes | None]) -> dict[str, bytes]:
    paths = (each.path for several in (portfolio.plans, portfolio.notes) for each in several)
    return {path: content for path in paths if (content := content_of(path)) is not None}


class _Places:
    """In which group everything is, by its place among them."""

    def __init__(self, trace: Trace, portfolios: tuple[Portfolio, ...]) -> None:
        self._portfolios = portfolios
        self._names: dict[str, int] = {}
        self._paths: dict[str, int] = {}
        for number, portfolio in enumerate(portfolios):
            for note in portfolio.notes:
                self._names[note.ref.casefold()] = self._paths[note.path] = number
            for plan in portfolio.plans:
                self._names[plan.ref.casefold()] = self._paths[plan.path] = number
                self._names[f"{SERVICES}/{trace.service_of[plan.id].id}".casefold()] = number
            for service in portfolio.services:
                self._paths[service.origin.path] = number

    def of_name(self, name: str) -> int | None:
        """Return the group of a plan, of something in one, of a note or a service; None for what is in none."""
        folded = Ref(name.casefold())
        found = self._names.get(folded)
        return found if found is not None else self._names.get(folded.plan)

    def of_problem(self, problem: Problem) -> int | None:
        """Return the group that a problem is about, or in whose files it is."""
        found = self.of_name(problem.item) if problem.item is not None else None
        return found if found is not None else self._paths.get(problem.origin.path)

    def sorted(self, placed: Iterable[tuple[int | None, V]]) -> list[list[V]]:
        """Return what is in each group; what is in none is left out."""
        found: list[list[V]] = [[] for _ in self._portfolios]
        for number, each in placed:
            if number is not None:
                found[number].append(each)
        return found

    def provenances(self, whole: Provenance) -> list[Provenance]:
        """Return what git knows of what is in each group."""
        histories = self._mapped(whole.histories, self.of_name)
        changes = self._mapped(whole.changes, lambda key: self.of_name(key[0]))
        evidence = self._mapped(whole.evidence_changes, self.of_name)
        checks = self._mapped(whole.check_changes, lambda key: self.of_name(key[0]))
        written = self._mapped(whole.written, lambda key: self.of_name(key[0]))
        files = self._mapped(whole.files, self._paths.get)
        return [
            replace(
                whole,
                commit=None,
                commits=frozenset(),
                histories=histories[number],
                changes=changes[number],
                evidence_changes=evidence[number],
                check_changes=checks[number],
                written=written[number],
                files=files[number],
            )
            for number in range(len(self._portfolios))
        ]

    def _mapped(self, whole: Mapping[K, V], place_of: Callable[[K], int | None]) -> list[dict[K, V]]:
        return [dict(several) for several in self.sorted((place_of(key), (key, each)) for key, each in whole.items())]
