"""Tables of the staff edition have a column for each thing only where some row fills it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from markupsafe import Markup

from action_plans.staff.filled_columns import filled_columns
from tests.builders import a_check, a_closed_action, traced_actions
from tests.staff.edition import made_in, words
from tests.staff.page_making import action
from tests.staff.reading_html import faults

REPOSITORY = Path(__file__).parents[2]
_TABLE = re.compile(r"<table\b.*?</table>", re.DOTALL)
_ROW = re.compile(r"<tr\b[^>]*>(.*?)</tr>", re.DOTALL)
_CELL = re.compile(r"<t[hd]\b[^>]*>(.*?)</t[hd]>", re.DOTALL)


def test_a_column_is_there_where_one_row_fills_it() -> None:
    """Of two checks one says what was found: the column stays, and the other's cell is empty."""
    checks = [a_check("2026-04-10", found="Names were checked"), a_check("2026-04-20")]
    html = action(traced_actions(a_closed_action(checks=checks)))

    assert _columns(html, "Who") == ["Who", "Date", "Looked at", "Result", "Found"]
    assert '<td role="cell" data-label="Found"><div class="cell"></div></td>' in html


def test_a_column_that_no_row_fills_is_left_out() -> None:
    """Where no check says what was found, there is no column for it, neither head nor cell."""
    html = action(traced_actions(a_closed_action(checks=[a_check("2026-04-10"), a_check("2026-04-20")])))

    assert _columns(html, "Who") == ["Who", "Date", "Looked at", "Result"]
    assert 'data-label="Found"' not in html
    assert faults(html) == []


@pytest.mark.parametrize("project", [".", "tests/examples/every-field", "tests/examples/sheffield-2017"])
def test_no_page_of_the_staff_edition_has_an_empty_column(project: str) -> None:
    """On every page of the examples each column of each table says something in some row."""
    made = made_in(REPOSITORY / project)
    tables = [(address, table) for address, page in made.pages.items() for table in _TABLE.findall(page.html)]

    assert tables
    assert [(address, name) for address, table in tables for name in _empty(table)] == []


def test_a_row_that_heads_a_group_still_reaches_across() -> None:
    """With a column left out the heading of a group stands across one column fewer, and fills none itself."""
    group = '<tr class="group"><th colspan="3">F1</th></tr>'
    row = "<tr><th>A1</th><td></td><td>8 May</td></tr>"
    filled = filled_columns(group + row, ["Action", "Checked", "Due"])

    assert filled.columns == ("Action", "Due")
    assert filled.body == Markup('<tr class="group"><th colspan="2">F1</th></tr><tr><th>A1</th><td>8 May</td></tr>')


@pytest.mark.parametrize(
    "body",
    [
        "",
        '<tr><th colspan="3">F1</th></tr>',
        "<tr><th>A1</th><td></td></tr>",
        "<tr><th>A1</th><td></td><td><table><tr><td></td></tr></table></td></tr>",
    ],
)
def test_what_is_not_understood_is_left_alone(body: str) -> None:
    """A table without rows, with groups alone, with other cells or a table within keeps all that it was given."""
    assert filled_columns(body, ["Action", "Checked", "Due"]).body == body
    assert filled_columns(body, ["Action", "Checked", "Due"]).columns == ("Action", "Checked", "Due")


def test_a_picture_fills_a_cell() -> None:
    """A cell that holds only a drawing is not empty, though it has no words."""
    row = '<tr><th>M1</th><td><div class="cell"><svg></svg></div></td></tr>'

    assert filled_columns(row, ["Measure", "Shape"]).columns == ("Measure", "Shape")


def _columns(html: str, first: str) -> list[str]:
    """Return the names of the columns of the table whose first column has this name."""
    heads = (re.findall(r"<th\b[^>]*>(.*?)</th>", head) for head in re.findall(r"<thead.*?</thead>", html, re.DOTALL))
    return next((names for names in heads if names[0] == first), [])


def _empty(table: str) -> Iterator[str]:
    """Yield the names of the columns of a table that no row fills."""
    head, *rows = map(_CELL.findall, _ROW.findall(table))
    for place, name in enumerate(head):
        cells = [row[place] for row in rows if len(row) == len(head)]
        if cells and not any(words(cell) or re.search(r"<(svg|img)\b", cell) for cell in cells):
            yield words(name)
