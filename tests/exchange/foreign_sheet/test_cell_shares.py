"""How much of an action is done, where a column says so by a figure."""

from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.exchange.sheet_making import table, write_book
from tests.exchange.taking_in import TakenIn, a_project, taken_in

WHOLE, HALF, NONE = ("closed", None), ("open", "on-track"), ("open", "not-started")


@pytest.mark.parametrize("form", ["0%", "0.00%", "General"])
def test_what_a_program_shows_as_a_share_is_one(form: str, tmp_path: Path) -> None:
    """Cells hold 1, 0.5 and 0 and show 100%, 50% and 0%; without the sign the column's name says so."""
    book = Workbook()
    tab = book.active
    assert tab is not None
    tab.append(["Issue", "Action", "Lead", "Due", "% complete"])
    for number, share in enumerate((1, 0.5, 0), 2):
        tab.append([f"Issue {number}", f"Mend {number}", "Chef", "5 June 2026", share])
        tab.cell(number, 5).number_format = form
    book.save(tmp_path / "plan.xlsx")
    came = taken_in(a_project(tmp_path), tmp_path / "plan.xlsx")
    assert _standing(came) == [WHOLE, HALF, NONE]
    assert came.several("actions")[1]["note"] == "% complete: 50%"


@pytest.mark.parametrize("name", ["% complete", "Percentage complete", "Completion %", "Progress (%)"])
@pytest.mark.parametrize(
    ("figures", "standings"),
    [(("100", "50", "0"), [WHOLE, HALF, NONE]), (("1", "0.5", "0.99"), [WHOLE, HALF, HALF])],
)
def test_figures_below_a_name_with_a_sign_are_shares(
    name: str, figures: tuple[str, str, str], standings: list[tuple[str, str | None]], tmp_path: Path
) -> None:
    """Of a hundred, but where none is more than 1."""
    rows = [f"Issue {number} | Mend {number} | Chef | 2026-06-05 | {one}" for number, one in enumerate(figures)]
    text = "\n".join([f"Issue | Action | Lead | Due | {name}", *rows])
    came = taken_in(a_project(tmp_path), write_book(tmp_path / "plan.xlsx", {"Plan": table(text)}))
    assert _standing(came) == standings


def _standing(came: TakenIn) -> list[tuple[str, str | None]]:
    return [(one["status"], one.get("progress")) for one in came.several("actions")]
