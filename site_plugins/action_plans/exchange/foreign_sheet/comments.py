"""Comments on cells: kept as notes of the finding or action whose cell it is, and told where there is none."""

from collections.abc import Iterable, Iterator

from action_plans.exchange.foreign_sheet.context import Context
from action_plans.exchange.foreign_sheet.found_items import Topic, clean, quoted
from action_plans.exchange.foreign_sheet.persons import is_only_a_name
from action_plans.exchange.foreign_sheet.tables import Row, Table
from action_plans.exchange.spreadsheet_rows import Sheet


def comments_on(table: Table, row: Row, context: Context, *, of_finding: bool = False) -> Iterator[str]:
    """Yield the comments on cells of a row as a note holds them, each once; none that is but a name.

    `of_finding` is whether those on cells that tell of its finding are meant, and no others.
    """
    for column in table.columns if table.sheet.comments else ():
        words = table.sheet.comments.get((row.number, column.place))
        key = (table.sheet.name, row.number, column.place)
        is_meant = column.meaning.is_of_finding or not of_finding
        if words is not None and is_meant and key not in context.comments and not is_only_a_name(words):
            context.comments.add(key)
            yield f"Comment on {column.label}: {clean(words)}"


def say_comments_left(sheets: Iterable[Sheet], context: Context) -> None:
    """Tell which comments came into no note."""
    for sheet in sheets:
        for (row, column), words in sheet.comments.items():
            if (sheet.name, row, column) not in context.comments:
                context.say(Topic.LEFT, sheet.place(row, column), f"a comment, {quoted(words)}")
