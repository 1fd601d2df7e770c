"""What stands below a table is none of the plan: who signed it, a key of colours, a line about the plan."""

from pathlib import Path

import pytest

from tests.exchange.taking_in import TakenIn, rows_taken_in

ROWS = "Issue | Action | Lead | By when | RAG\nDoors | Fix | Manager | 2026-06-30 | Green\n"


@pytest.mark.parametrize(
    "foot",
    [
        "\nCompleted by | Sue Brown\nPosition | Home Manager\nDate | 30/06/2026",
        "\nCompleted by: Anita Desai\nSigned: A Desai   Date: 30/6/26",
        "\nPlan completed by Sue Brown, Home Manager",
        "\nSigned: | | Date:\nRegistered Manager | J. Hargreaves",
        "\nSigned: | | Date:\nRegistered Manager | J. Hargreaves | | 2026-06-30",
        "Name | Sue Brown | Signature\nReviewed by QA lead 3 June 2026",
        "\nVersion 3 reviewed 01/02/2026 by Home Manager\n\nThis plan will be reviewed each month",
        "\nNotes:\nAll of it is shared with the staff",
    ],
)
def test_who_signed_is_no_finding_and_no_action(foot: str, tmp_path: Path) -> None:
    """Its cells are told as not taken, its names stand in no plan, and nothing of the rows above changes."""
    came = rows_taken_in(tmp_path, ROWS + foot)
    assert _titles(came) == (["Doors"], ["Fix"])
    assert [name for name in ("Sue", "Desai", "Hargreaves") if name in came.text] == []
    assert came.lost() == []


@pytest.mark.parametrize(
    ("key", "status"),
    [
        ("\nRAG key:\nRed | Overdue\nAmber | In progress\nGreen | Completed", "closed"),
        ("\nGreen | On track\nRed | Overdue", "open"),
        ("Key\nGreen | Complete", "closed"),
    ],
)
def test_a_key_below_the_table_is_used_and_not_taken(key: str, status: str, tmp_path: Path) -> None:
    """Green means what it says; its colours are no findings."""
    came = rows_taken_in(tmp_path, ROWS + key)
    assert _titles(came) == (["Doors"], ["Fix"])
    assert came.several("actions")[0]["status"] == status
    assert came.lost() == []


@pytest.mark.parametrize(
    ("last", "titles"),
    [
        ("\nBins | Empty them", (["Doors", "Bins"], ["Fix", "Empty them"])),
        ("\nBins", (["Doors", "Bins"], ["Fix"])),
        ("Position | Ask people | Manager | 2026-06-30 |", (["Doors", "Position"], ["Fix", "Ask people"])),
        ("\nNotes not kept in the way that the law asks", (["Doors", "Notes not kept in the way that the law asks"],
                                                            ["Fix"])),
        ("Date | Write it | Chef | 2026-06-30\nBins | Empty | Chef | 2026-06-30",
         (["Doors", "Date", "Bins"], ["Fix", "Write it", "Empty"])),
    ],
)  # fmt: skip
def test_rows_of_the_plan_stay_rows(last: str, titles: tuple[list[str], list[str]], tmp_path: Path) -> None:
    """A finding without owner behind a gap is one; a word of signatures with an owner and a day is one too."""
    assert _titles(rows_taken_in(tmp_path, ROWS + last)) == titles


def _titles(came: TakenIn) -> tuple[list[str], list[str]]:
    found, done = ([str(one["title"]) for one in came.several(name)] for name in ("findings", "actions"))
    return found, done
