"""Days that are not written in full: what was taken is told, and the words are kept."""

from pathlib import Path

from tests.exchange.sheet_making import table, write_book
from tests.exchange.taking_in import a_project, taken_in


def test_a_year_that_nobody_wrote_is_told(tmp_path: Path) -> None:
    """The report says which day was taken, apart from those that can be read month first; the words stay."""
    rows = [
        f"Issue {n} | Mend {n} | Chef | {due}"
        for n, due in enumerate(("8/5", "1 May", "Q2 2026", "3/4/26", "5/6/2026"))
    ]
    text = "\n".join(["Issue | Action | Lead | Due", *rows])
    came = taken_in(a_project(tmp_path), write_book(tmp_path / "plan.xlsx", {"Plan": table(text)}))
    assert [(one["due"], one.get("extra")) for one in came.several("actions")] == [
        ("2027-05-08", {"Due": "8/5"}),
        ("2027-05-01", {"Due": "1 May"}),
        ("2026-06-30", {"Due": "Q2 2026"}),
        ("2026-04-03", None),
        ("2026-06-05", None),
    ]
    assert (
        "Due: the day is not written in full, and was taken: “8/5” as 2027-05-08 (Plan!D2), "
        "“1 May” as 2027-05-01 (Plan!D3), “Q2 2026” as 2026-06-30 (Plan!D4).\n" in came.report
    )
    told = (
        "Due: read day-first: “8/5” (Plan!D2), “3/4/26” (Plan!D5), “5/6/2026” (Plan!D6). Else: --dates month-first.\n"
    )
    assert told in came.report
