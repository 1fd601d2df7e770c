"""The text of a plan that a sheet became: its first line says so; a field a line, an empty line between things."""

import re
from collections.abc import Iterator, Mapping, Sequence

from action_plans.exchange.foreign_sheet.found_items import Fields
from action_plans.exchange.foreign_sheet.plan_items import ACTIONS, FINDINGS, PlanItem
from action_plans.exchange.yaml_words import fields_in_block
from action_plans.model.printable import printable

_FIRST = re.compile(r"\ufeff?# Made from (.+) by action-plans import\b")


def made_from(text: str) -> str | None:
    """Return the name of the file that a plan was made from, as its first line says; None where it does not."""
    found = _FIRST.match(text)
    return found[1] if found else None


def plan_text(file: str, head: Fields, roles: Mapping[str, str], items: Sequence[PlanItem]) -> str:
    """Return the whole text of a new plan; `file` is the name of the sheet's file."""
    return "\n".join(_lines(file, head, roles, items)) + "\n"


def _lines(file: str, head: Fields, roles: Mapping[str, str], items: Sequence[PlanItem]) -> Iterator[str]:
    yield f"# Made from {printable(file)} by action-plans import. Import it again to take over what changed in it:"
    yield "# what you write here stays. Keep this first line, by which the file is known."
    yield from fields_in_block(head, "")
    if roles:
        yield ""
        yield from fields_in_block({"roles": roles}, "") if len(roles) == 1 else _roles(roles)
    for name in (FINDINGS, ACTIONS):
        of_kind = [item for item in items if item.list == name]
        if of_kind:
            yield ""
            yield f"{name}:"
        for number, item in enumerate(of_kind):
            if number:
                yield ""
            first, *others = fields_in_block(item.fields, "    ")
            yield f"  - {first}"
            yield from others


def _roles(roles: Mapping[str, str]) -> Iterator[str]:
    first, *others = fields_in_block(roles, "  ")
    yield from ("roles:", f"  {first}", *others)
