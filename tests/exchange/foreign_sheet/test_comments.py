"""Comments on cells: a note of what the cell tells of, or told; who wrote one is left out. All invented."""

from pathlib import Path

from tests.exchange.sheet_making import Cell, write_book
from tests.exchange.taking_in import a_project, taken_in

THREAD = (
    "[Threaded comment]\n\nYour version of Excel allows you to read this threaded comment; however, any edits to it "
    "will get removed.\n\nComment:\n    Ask the pharmacist\nReply:\n    Asked on 3 May"
)


def test_comments_are_kept_with_what_they_stand_at_or_told(tmp_path: Path) -> None:
    """With the finding or the action of their row; those at other cells, and a name alone, are told."""
    rows: list[list[object]] = [
        [Cell("Issue", comment="Choose from the list"), "Action", "Lead", "By when", "Status"],
        [
            Cell("Doors", comment="Seen on both floors"),
            Cell("Fix", comment="Anita Desai:\nWaiting for a quote", author="Anita Desai"),
            Cell("Chef", comment="Sue Brown"),
            "30/06/2026",
            Cell(comment=THREAD, author="tc={1}"),
        ],
        ["Bins", "Mop\nScrub", "Chef", Cell("30/06/2026", comment="Or sooner\n\t-Anita Desai"), None],
        ["Cups", None, None, None, Cell(None, comment="Nobody yet")],
    ]
    came = taken_in(a_project(tmp_path), write_book(tmp_path / "plan.xlsx", {"Plan": rows}))
    assert [one.get("note") for one in came.several("findings")] == [
        "Comment on Issue: Seen on both floors",
        None,
        None,
    ]
    assert [one.get("note") for one in came.several("actions")][:2] == [
        "Comment on Action: Waiting for a quote\n\nComment on Status: Ask the pharmacist\nReply:\nAsked on 3 May",
        "Comment on By when: Or sooner",
    ]
    assert [name for name in ("Anita", "Sue Brown", "threaded") if name in came.text] == []
    for place, words in {"A1": "Choose from the list", "C2": "Sue Brown", "E4": "Nobody yet"}.items():
        assert f"Plan!{place}: a comment, “{words}”" in came.report
