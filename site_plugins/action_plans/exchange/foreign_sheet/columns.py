"""What the columns of a table mean together: a name says little alone, and sometimes only what stands below tells."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from action_plans.exchange.foreign_sheet.cell_dates import DateOrder, read_date
from action_plans.exchange.foreign_sheet.cell_owners import read_owners
from action_plans.exchange.foreign_sheet.column_meanings import Meaning, folded_name, is_telling, meaning_of
from action_plans.exchange.foreign_sheet.headers import folded
from action_plans.exchange.foreign_sheet.listed_words import listed_words
from action_plans.exchange.foreign_sheet.merged_cells import Filled
from action_plans.exchange.foreign_sheet.names_of_actions import places_of_actions
from action_plans.exchange.spreadsheet_rows import CellValue


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its place from 0, its name as the sheet has it, unique in the table, and its meaning."""

    place: int
    label: str
    meaning: Meaning


def columns_of(
    names: Mapping[int, str], rows: Sequence[Filled], wanted: Mapping[str, Meaning] | None
) -> tuple[Column, ...]:
    """Return the columns of a table, from the one most to the left to that most to the right, without a hole.

    Args:
        names: their names, by their places.
        rows: the rows below.
        wanted: what a map says of them. Without it they are recognised, and so is one that the map does not name.
    """
    found: list[Column] = []
    labels: set[str] = set()
    told = {folded(name): meaning for name, meaning in (wanted or {}).items()}
    taken: set[tuple[Meaning, int]] = set()
    actions = places_of_actions(names)
    telling = {meaning_of(name) for name in names.values() if is_telling(name)} - {None}
    for place, name in sorted(names.items()):
        label = _unique(name, labels)
        labels.add(label.casefold())
        is_told = folded(label) in told
        meaning = told.get(folded(label)) or meaning_of(name)
        gives_way = meaning in telling and not is_telling(name)
        number = sum(one <= place for one in actions)
        if meaning is Meaning.ACTION:
            is_held = place not in actions
        else:  # each of several actions may have its own
            before = range(number if number > 1 and meaning and not meaning.is_of_finding else 0, number + 1)
            is_held = gives_way or any((meaning, one) in taken for one in before)
        if wanted is not None:
            is_held = meaning in told.values()
        if meaning is None or (not is_told and not meaning.can_repeat and is_held):
            is_leading = meaning is Meaning.OWNER and _LEADS.search(folded_name(name)) is not None
            meaning = Meaning.HELPERS if is_leading else Meaning.EXTRA
        taken.add((meaning, number))
        found.append(Column(place, label, meaning))
    return tuple(found if wanted is not None else _settled(found, rows))


def _settled(columns: list[Column], rows: Sequence[Filled]) -> list[Column]:
    """Return the columns with the meanings that they have together: what one name means depends on the others."""
    columns = _days_of_closing(_who_or_when(columns, rows))
    meanings = {column.meaning for column in columns}
    swaps: dict[Meaning, Meaning] = {}
    if Meaning.DUE not in meanings and Meaning.CLOSED_ON in meanings:
        closing = next(column for column in columns if column.meaning is Meaning.CLOSED_ON)
        if _COMPLETION.search(folded_name(closing.label)):
            swaps[Meaning.CLOSED_ON] = Meaning.DUE
    if Meaning.DUE not in meanings and not swaps:
        dated = next((one for one in columns if one.meaning is Meaning.EXTRA and _DATE.search(one.label)), None)
        columns = [replace(one, meaning=Meaning.DUE) if one is dated else one for one in columns]
    if Meaning.STATUS not in meanings:
        rated = next((one for one in columns if one.meaning is Meaning.EXTRA and _RAG.search(one.label)), None)
        columns = [replace(one, meaning=Meaning.STATUS) if one is rated else one for one in columns]
    if Meaning.DUE not in meanings and Meaning.REVISED in meanings:
        swaps[Meaning.REVISED] = Meaning.DUE
    if Meaning.ACTION not in meanings and meanings & {Meaning.OWNER, Meaning.DUE, Meaning.REVISED}:
        action = _of_actions(columns, rows)
        columns = [replace(one, meaning=Meaning.ACTION) if one is action else one for one in columns]
        if action is None:
            swaps[Meaning.FINDING] = Meaning.ACTION
    if Meaning.FINDING not in meanings and Meaning.ACTION in meanings and Meaning.TEXT in meanings:
        swaps[Meaning.TEXT] = Meaning.FINDING
    return [Column(one.place, one.label, swaps.get(one.meaning, one.meaning)) for one in columns]


def _days_of_closing(columns: list[Column]) -> list[Column]:
    """Return the columns with a date behind `Complete Y/N`, where another says by when, as the day of closing."""
    found = list(columns)
    is_due = any(column.meaning is Meaning.DUE for column in columns)
    for number, (before, column) in enumerate(pairwise(columns), 1):
        says_whether = before.meaning is Meaning.CLOSED_ON and _WHETHER.fullmatch(folded_name(before.label))
        if is_due and says_whether and column.meaning is Meaning.EXTRA and folded_name(column.label) in _DATES:
            found[number] = replace(column, meaning=Meaning.CLOSED_ON)
    return found


def _of_actions(columns: Sequence[Column], rows: Sequence[Filled]) -> Column | None:
    """Return the column that says what is to be done, beside one for what was found, where none is called so.

    It holds recommendations, or requirements behind what was found; or most of its cells are orders, `Review the rota`,
    and most of what was found are none.
    """
    found = next((number for number, one in enumerate(columns) if one.meaning is Meaning.FINDING), None)
    if found is None:
        return None
    others = [one for one in columns if one.meaning is Meaning.EXTRA and meaning_of(one.label) is not Meaning.EXTRA]
    behind = [one for one in others if one.place > columns[found].place]
    for form, which in ((_RECOMMENDED, others), (_REQUIRED, behind)):
        if (named := next((one for one in which if form.search(folded_name(one.label))), None)) is not None:
            return named
    if _orders(columns[found], rows) * 2 > 1:
        return None
    return next((one for one in behind if _orders(one, rows) * 2 > 1), None)


def _orders(column: Column, rows: Sequence[Filled]) -> float:
    """Return which share of the cells of a column begins as an order does."""
    texts = [cell.split() for row in rows if isinstance(cell := row.cells.get(column.place), str)]
    said = [words[0].casefold().strip(".,:") in _ORDERS and len(words) > 1 for words in texts if words]
    return sum(said) / len(said) if said else 0


def _who_or_when(columns: list[Column], rows: Sequence[Filled]) -> list[Column]:
    """Tell by what stands in it whether a column such as `To be completed by` says who or by when.

    `Completed by` with days is when it was done, but where no other column says by when an action is due.
    """
    found = list(columns)
    for number, column in enumerate(columns):
        match = _BY.fullmatch(folded_name(column.label))
        if match is None:
            continue
        others = {one.meaning for one in found if one is not column}
        days, people = _days_and_people(cell for row in rows if (cell := row.cells.get(column.place)) is not None)
        meaning = column.meaning
        if days > people:
            meaning = (
                Meaning.DUE if Meaning.DUE not in others else Meaning.SIGNED_OFF if match["was"] else Meaning.EXTRA
            )
        elif people and not match["was"]:
            free = (one for one in (Meaning.OWNER, Meaning.HELPERS) if one not in others)
            meaning = next(free, Meaning.EXTRA)
        found[number] = replace(column, meaning=meaning)
    return found


def _days_and_people(cells: Iterator[CellValue]) -> tuple[int, int]:
    """Return how many cells say a day, or when, and how many say who."""
    days = people = 0
    for cell in cells:
        if read_date(cell, DateOrder.DAY_FIRST) is not None:
            days += 1
        elif isinstance(cell, str) and any(one.title or one.is_person for one in read_owners(cell, {})):
            people += 1
    return days, people


def _unique(name: str, taken: set[str]) -> str:
    number, label = 1, name
    while label.casefold() in taken:
        number += 1
        label = f"{name} ({number})"
    return label


_RAG = re.compile(r"(?i)\bb?rag\b")
_LEADS = re.compile(
    r"^(?!.*\b(?:monitor|review|check|sign|audit|verif|approv|report|rais|identif|committee|group|meeting))"
    r".*\b(?:leads?|owners?|responsib\w+|accountab\w+)\b"
)
"""Names of columns whose roles have a part in an action, where another says already who answers for it."""
_WHETHER = re.compile(r"(?:complete|completed|closed|done|completion|achieved|implemented)\b.*")
_DATES = ("date", "when", "on", "date 2", "date 3")
_RECOMMENDED, _REQUIRED = re.compile(r"\brecommendations?\b"), re.compile(r"\brequirements?\b")
_ORDERS = listed_words("orders")
_DATE = re.compile(r"(?i)\b(?:review|target|key) dates?\b")
"""Names of columns that hold the day an action is due where no other does."""
_COMPLETION = re.compile(r"^(?!.*\bactual).*(?:\bcompletion\b|\bcomplete$)(?<!^complete)")
"""Those that say by when an action is to be completed where no other does, else when it was."""
_BY = re.compile(
    r"(?P<was>completed) by|(?:.*\b(?:to|will|should|must|shall) be (?:fully )?)?(?:completed?|done|finished|achieved"
    r"|implemented|actioned|delivered|actions?) by|by"
)
"""Those that say who does it, or by when."""
