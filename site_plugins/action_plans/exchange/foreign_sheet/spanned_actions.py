"""Actions that stand once, in a cell merged over several rows: they are for the findings of all of these."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.exchange.foreign_sheet.columns import Column
from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import FoundAction, Topic, quoted
from action_plans.exchange.foreign_sheet.tables import Row, Table


@dataclass(slots=True)
class SpannedActions:
    """The actions of a table, as they are found, from the top."""

    table: Table
    context: Context
    found: list[FoundAction] = field(default_factory=list)
    _rows: dict[tuple[int, int], list[tuple[Row, range]]] = field(default_factory=dict)

    def add(self, row: Row, column: Column, actions: Iterable[FoundAction]) -> None:
        """Add the actions that a row has in a column."""
        start = len(self.found)
        self.found += actions
        first = row.begun.get(column.place, row.number)
        self._rows.setdefault((first, column.place), []).append((row, range(start, len(self.found))))

    def not_joined(self, row: Row, columns: Iterable[Column], finding: int | None) -> Iterator[Column]:
        """Yield the columns of actions in which a row has one of its own: else that above is for its finding, too.

        A row that says of it what no row above does, another day or that it is done, has one of its own; it is told.
        """
        return (column for column in columns if finding is None or not self._joins(row, column, finding))

    def _joins(self, row: Row, column: Column, finding: int) -> bool:
        above = self._rows.get((row.begun.get(column.place, 0), column.place), ())
        for other, numbers in above:
            if all(row.text(one) in ("", other.text(one)) for one in self._telling()):
                for number in numbers:
                    served = dict.fromkeys((*self.found[number].findings, finding))
                    self.found[number] = replace(self.found[number], findings=tuple(served))
                return True
        if above:
            told = "stands once for several rows, and this row says more of it: read as an action of its own."
            self.context.say(Topic.TAKEN, self.table.row_place(row), f"{quoted(row.text(column.place))} {told}")
        return False

    def _telling(self) -> Iterable[int]:
        """Yield the places of columns that tell of the action."""
        columns = (one for one in self.table.columns if one.meaning is not Meaning.ACTION)
        return (one.place for one in columns if not one.meaning.is_of_finding)
