"""Names of people that came into a plan inside longer texts: each is asked about, at the cell that brought it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from action_plans.exchange.foreign_sheet.cell_owners import read_owners
from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import FoundAction, FoundFinding, Topic
from action_plans.exchange.foreign_sheet.job_words import is_name
from action_plans.exchange.foreign_sheet.persons import names_in
from action_plans.exchange.foreign_sheet.row_actions import OWNER_TITLES
from action_plans.exchange.foreign_sheet.table_reading import WHO
from action_plans.exchange.foreign_sheet.tables import Table
from action_plans.exchange.yaml_words import Value


def say_names(
    context: Context, tables: Sequence[Table], findings: Sequence[FoundFinding], actions: Sequence[FoundAction]
) -> None:
    """Ask about each name in the fields of findings and actions."""
    known = _known_names(tables, context)
    of_findings, of_rows = _cells_with_names(tables, known)
    for items, is_finding in ((findings, True), (actions, False)):
        for item in items:
            for name in names_in(" | ".join(_texts_in(item.fields)), known):
                told = (
                    f"“{name}” looks like a person's name, and stands in the plan's text now. Write the role instead."
                )
                places = of_findings[name] if is_finding else of_rows[_row_of(item.place), name]
                for place in places or [item.place]:
                    context.say(Topic.ASKED, place, told)


def _known_names(tables: Sequence[Table], context: Context) -> frozenset[str]:
    """Return the names of people in cells of owners, in small letters: elsewhere, too, they are theirs."""
    cells = {
        row.text(one.place) for table in tables for one in table.columns if one.meaning in WHO for row in table.rows
    }
    owners = [owner for cell in sorted(cells) for owner in read_owners(cell, context.roles.legend) if owner.is_person]
    words = (word.strip(" .,;:()'\"") for owner in owners for word in owner.text.split())
    return frozenset(
        word.casefold() for word in words if len(word) >= _LONG_ENOUGH and word.istitle() and is_name(word)
    )


_LONG_ENOUGH = 3


def _cells_with_names(
    tables: Sequence[Table], known: frozenset[str]
) -> tuple[dict[str, list[str]], dict[tuple[tuple[str, str], str], list[str]]]:
    """Return the places of cells by the names that they say: of findings anywhere, of actions by their row, too."""
    of_findings: dict[str, list[str]] = defaultdict(list)
    of_rows: dict[tuple[tuple[str, str], str], list[str]] = defaultdict(list)
    for table in tables:
        columns = [column for column in table.columns if column.meaning not in WHO]
        for row in table.rows:
            for column in columns:
                if column.place not in row.own:
                    continue
                told = table.place(row, column)
                for name in dict.fromkeys(names_in(row.text(column.place), known)):
                    (of_findings[name] if column.meaning.is_of_finding else of_rows[_row_of(told), name]).append(told)
    return of_findings, of_rows


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
