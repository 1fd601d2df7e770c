"""Names of people that came into a plan inside longer texts: each is asked about, at the cell that brought it."""

from collections.abc import Iterator, Mapping, Sequence

from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import FoundAction, FoundFinding, Topic
from action_plans.exchange.foreign_sheet.persons import names_in
from action_plans.exchange.foreign_sheet.row_actions import OWNER_TITLES
from action_plans.exchange.foreign_sheet.table_reading import WHO
from action_plans.exchange.foreign_sheet.tables import Table
from action_plans.exchange.yaml_words import Value


def say_names(
    context: Context, tables: Sequence[Table], findings: Sequence[FoundFinding], actions: Sequence[FoundAction]
) -> None:
    """Ask about each name in the fields of findings and actions."""
    for items, is_finding in ((findings, True), (actions, False)):
        for item in items:
            for name in names_in(" ".join(_texts_in(item.fields))):
                told = (
                    f"“{name}” looks like a person's name, and stands in the plan's text now. Write the role instead."
                )
                places = list(_cells_with(name, tables, item.place, is_finding=is_finding))
                for place in places or [item.place]:
                    context.say(Topic.ASKED, place, told)


def _cells_with(name: str, tables: Sequence[Table], place: str, *, is_finding: bool) -> Iterator[str]:
    """Yield the places of the cells that say a name: of a finding in any row, of an action in its own."""
    for table in tables:
        for row in table.rows:
            for column in table.columns:
                told = table.place(row, column)
                is_meant = column.meaning.is_of_finding is is_finding and column.meaning not in WHO
                if not is_meant or column.place not in row.own or not (is_finding or _row_of(told) == _row_of(place)):
                    continue
                if name in names_in(row.text(column.place)):
                    yield told


def _row_of(place: str) -> tuple[str, str]:
    sheet, _, cell = place.rpartition("!")
    return sheet, cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def _texts_in(value: Value) -> Iterator[str]:
    """Yield every text in the fields of a finding or an action."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, one in value.items():
            yield from _texts_in(one) if name != OWNER_TITLES else ()
    else:
        for one in value:
            yield from _texts_in(one)
