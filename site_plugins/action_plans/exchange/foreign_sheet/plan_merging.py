"""What of a plan changes by a sheet: what the sheet says anew, and never what people wrote into the plan meanwhile."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from action_plans.exchange.foreign_sheet.found_items import Fields, Remark, Topic, one_line
from action_plans.exchange.foreign_sheet.plan_items import ACTIONS, FINDINGS, PlanItem, in_list, sum_of
from action_plans.exchange.foreign_sheet.sheet_map import Taken
from action_plans.exchange.plan_changes import AddItem, Change, SetField, said
from action_plans.exchange.plan_layout import Steps
from action_plans.exchange.yaml_words import Value

HEAD = "."
"""Under which the sums of the plan's own fields are kept."""

_EXTRA = "extra/"
_IS_GONE = "gone"
"""Under which it is kept that a thing stood in the sheet no longer: a plan that has it is not what the sheet says."""


@dataclass(frozen=True, slots=True)
class Merging:
    """What changes in a plan, what is said of it, and what the sheet said, for next time."""

    changes: tuple[Change, ...]
    remarks: tuple[Remark, ...]
    taken: Taken


def merging(
    data: Mapping[str, Any], head: Fields, roles: Mapping[str, str], items: Sequence[PlanItem], before: Taken
) -> Merging:
    """Return what a sheet changes in a plan.

    A cell that says what it said last time changes nothing. One that says something else is written where the plan
    still says what it said then, and shown beside what the plan says by now where somebody changed that too.

    Args:
        data: what the plan says now.
        head: the plan's own fields that the sheet says.
        roles: the roles that the sheet names, by their codes.
        items: its findings and actions.
        before: what the sheet said last time.
    """
    changes: list[Change] = list(_new_roles(data, roles))
    remarks: list[Remark] = []
    taken = {HEAD: sums(head), **{item.id: sums(item.fields) for item in items}}
    changes += _Thing((), data, head, before.get(HEAD, {}), "the plan").changes(remarks)
    for item in items:
        if item.index is None:
            changes.append(AddItem((), item.list, item.fields))
            continue
        held = in_list(data, item.list)[item.index]
        fields = {name: value for name, value in item.fields.items() if name != "id"}
        told = before.get(item.id, {})
        thing = _Thing((item.list, item.index), held, fields, told, item.id, item.place, item.guessed)
        changes += thing.changes(remarks)
    for one in _gone(data, items, before):
        remarks.append(Remark(Topic.GONE, "", f"{one['id']}: {one_line(str(one.get('title', '')))}"))
        taken[str(one["id"])] = {**before[str(one["id"])], _IS_GONE: "yes"}  # its row may come back
    return Merging(tuple(changes), tuple(remarks), taken)


def sums(fields: Fields) -> dict[str, str]:
    """Return a short sum of each field, and of each entry of `extra`."""
    return {name: sum_of(value) for name, value in _flat(fields).items() if name != "id"}


def _flat(fields: Mapping[str, Any]) -> dict[str, Any]:
    extra = fields.get("extra")
    told = {name: value for name, value in fields.items() if name != "extra"}
    return {**told, **({f"{_EXTRA}{name}": one for name, one in said(extra).items()} if extra else {})}


@dataclass(frozen=True, slots=True)
class _Thing:
    """What holds some fields: the steps to it, what it says now, what the sheet says, then and now, and where."""

    steps: Steps
    held: Mapping[str, Any]
    fields: Fields
    before: Mapping[str, str]
    name: str
    place: str = ""
    guessed: frozenset[str] = frozenset()

    def changes(self, remarks: list[Remark]) -> Iterator[Change]:
        """Yield what changes; what both changed is told."""
        new, now = _flat(self.fields), _flat(self.held)
        more: dict[str, Value] = {}
        for name in [*new, *(one for one in self.before if one not in new)]:
            wanted, plan = new.get(name), now.get(name)
            is_same = said(wanted) == said(plan) if wanted and plan else not wanted and not plan
            if is_same or _sum(wanted) == self.before.get(name) or (name in self.guessed and plan):
                continue
            if _sum(plan) != self.before.get(name):
                shown = f"{self.name} {name}: the sheet says {_shown(wanted)}, the plan {_shown(plan)}."
                remarks.append(Remark(Topic.TWICE, self.place, shown))
            elif not name.startswith(_EXTRA):
                yield SetField(self.steps, name, wanted)
            elif self.held.get("extra"):
                yield SetField((*self.steps, "extra"), name.removeprefix(_EXTRA), wanted)
            elif wanted:
                more[name.removeprefix(_EXTRA)] = wanted
        if more:
            yield SetField(self.steps, "extra", more)


def _sum(value: object) -> str | None:
    return sum_of(value) if value else None


def _new_roles(data: Mapping[str, Any], roles: Mapping[str, str]) -> Iterator[Change]:
    held = data.get("roles")
    known = {str(code).casefold() for code in held} if isinstance(held, Mapping) else set()
    new: dict[str, Value] = {code: title for code, title in roles.items() if code.casefold() not in known}
    if isinstance(held, Mapping) and known:
        yield from (SetField(("roles",), code, title) for code, title in new.items())
    elif new:
        yield SetField((), "roles", new)


def _gone(data: Mapping[str, Any], items: Sequence[PlanItem], before: Taken) -> Iterator[Mapping[str, Any]]:
    """Yield what came of the sheet and stands in it no longer."""
    here = {item.id for item in items}
    for name in (FINDINGS, ACTIONS):
        for one in in_list(data, name):
            if str(one.get("id")) in before and str(one.get("id")) not in here:
                yield one


def _shown(value: object) -> str:
    return f"“{one_line(str(said(value)))}”" if value else "nothing"
