"""Which rows are headings of what follows, though they stand where findings do."""

from pathlib import Path

import pytest

from tests.exchange.taking_in import TakenIn, rows_taken_in

HEADER = "Issue | Action | Lead | By when\n"
DOORS, AUDITS = "Doors | Fix | Manager | 2026-06-30\n", "Audits | Plan | Manager | 2026-07-30\n"


def test_a_key_question_in_a_row_of_its_own_is_that_of_the_rows_below(tmp_path: Path) -> None:
    """It is no finding without an action."""
    came = rows_taken_in(tmp_path, f"{HEADER}SAFE\n{DOORS}Is the service well-led?\n{AUDITS}")
    assert [(one["title"], one["key_questions"]) for one in came.several("findings")] == [
        ("Doors", "safe"),
        ("Audits", "well-led"),
    ]


@pytest.mark.parametrize(
    ("heading", "field", "said"),
    [
        ("Regulation 12: Safe care and treatment", "regulations", "Regulation 12: Safe care and treatment"),
        ("ENVIRONMENT", "area", "ENVIRONMENT"),
    ],
)
def test_a_regulation_or_a_theme_is_one_too(heading: str, field: str, said: str, tmp_path: Path) -> None:
    """They stand with what was found below them."""
    came = rows_taken_in(tmp_path, f"{HEADER}{heading}\n{DOORS}")
    assert [(one["title"], one[field]) for one in came.several("findings")] == [("Doors", said)]


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        (f"Stairs\n{DOORS}", ["Stairs", "Doors"]),
        (f"{DOORS}SAFE", ["Doors", "SAFE"]),
        ("Safe\n| Fix | Manager | 2026-06-30", ["Safe"]),
        (f"STAIRS\nLIFT BROKEN | Mend | Manager | 2026-06-30\n{DOORS}", ["STAIRS", "LIFT BROKEN", "Doors"]),
        (f"MCA\n{DOORS}", ["MCA", "Doors"]),
    ],
)
def test_what_was_found_stays_a_finding(rows: str, titles: list[str], tmp_path: Path) -> None:
    """So does a theme in the last row, one whose actions stand below it, and capitals where all are written so."""
    assert [one["title"] for one in rows_taken_in(tmp_path, HEADER + rows).several("findings")] == titles


def test_a_line_right_above_a_second_header_is_of_the_table_below(tmp_path: Path) -> None:
    """It is kept in the note, as a line above the first is, and gives the plan neither title nor service."""
    came: TakenIn = rows_taken_in(tmp_path, f"{HEADER}{DOORS}\nAction plan: Kitchen\n{HEADER}{AUDITS}")
    assert [one["title"] for one in came.several("findings")] == ["Doors", "Audits"]
    assert (came.data["title"], came.data["service"]) == ("plan", "plan")
    assert came.data["note"] == "Action plan: Kitchen"
