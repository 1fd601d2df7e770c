"""Which column of somebody's sheet holds what."""

from datetime import date
from pathlib import Path

import pytest

from action_plans.exchange.foreign_sheet.column_meanings import Meaning, meaning_of
from tests.exchange.sheet_making import write_book
from tests.exchange.taking_in import TakenIn, a_project, taken_in

DAY = date(2026, 6, 5)


def test_the_most_telling_name_wins_and_not_the_leftmost(tmp_path: Path) -> None:
    """Source gives way to Issue and Date to Target date; what they say is kept."""
    came = _of(
        tmp_path,
        {"Source": "Council", "Date": date(2026, 3, 1), "Issue": "Stairs", "Action": "Fit a rail", "Target date": DAY},
    )
    assert [one["title"] for one in came.several("findings")] == ["Stairs"]
    assert [(one["due"], one["extra"]) for one in came.several("actions")] == [
        ("2026-06-05", {"Source": "Council", "Date": "2026-03-01"})
    ]


def test_a_name_that_gives_way_counts_where_it_is_alone(tmp_path: Path) -> None:
    """Without Issue a Source or Recommendation is what was found; without another a Date is that of the action."""
    came = _of(tmp_path, {"Recommendation": "Fit a rail", "Management response": "Agreed, by us", "Date": DAY})
    assert [one["title"] for one in came.several("findings")] == ["Fit a rail"]
    assert [(one["title"], one["due"]) for one in came.several("actions")] == [("Agreed, by us", "2026-06-05")]


def test_names_that_begin_with_action_are_told_apart(tmp_path: Path) -> None:
    """Action by, Action due and Action status say who, when and how it stands."""
    came = _of(
        tmp_path,
        {"Issue": "Stairs", "Action": "Fit a rail", "Action by": "Chef", "Action due": DAY, "Action status": "Open"},
    )
    (action,) = came.several("actions")
    assert (came.data["roles"][action["owner"]], action["due"], action["status"]) == ("Chef", "2026-06-05", "open")
    assert "extra" not in action


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("Management response", Meaning.ACTION),
        ("Response to recommendation", Meaning.ACTION),
        ("Officer", Meaning.OWNER),
        ("Implementation date", Meaning.DUE),
        ("Date implemented", Meaning.CLOSED_ON),
        ("Action date", Meaning.DUE),
        ("Recommendation", Meaning.FINDING),
    ],
)
def test_names_of_councils_and_auditors_are_known(name: str, meaning: Meaning) -> None:
    """Plans that answer an audit or a council's visit call their columns so."""
    assert meaning_of(name) is meaning


@pytest.mark.parametrize(
    "row",
    [
        {"Issue": "No lock", "Actions completed": "Fit a lock", "Lead": "Chef", "Due": "2026-05-01"},
        {"Issue": "No lock", "Management response": "We accept", "Action": "Fit a lock", "Due": "2026-05-01"},
        {"Issue": "No lock", "Action": "Fit a lock", "Action date": "2026-03-01", "Target date": "2026-05-01"},
    ],
    ids=["done", "response", "two dates"],
)
def test_a_name_that_could_be_another_gives_way(row: dict[str, object], tmp_path: Path) -> None:
    """What is done is an action unless a day stands there; an action goes before a response, a target before a date."""
    (action,) = _of(tmp_path, row).several("actions")
    assert (action["title"], action["due"]) == ("Fit a lock", "2026-05-01")


DEADLINES = (
    *("Date to be completed by", "To be completed by", "Date action to be completed by", "Expected completion date"),
    *("Agreed completion date", "Proposed completion date", "Estimated completion date", "Target completion date"),
    *("Planned completion", "Anticipated completion date", "Forecast completion", "Aim to complete by"),
    *(
        "Date for completion",
        "To be done by",
        "Completion due",
        "Completion date (target)",
        "Expected date of completion",
    ),
    *("Date action will be completed", "Planned closure date", "Target for completion", "Delivery date"),
    *("Completion target", "Must be completed by", "Complete by", "When will it be completed by?", "Completion date"),
)


@pytest.mark.parametrize("name", DEADLINES)
def test_by_when_an_action_is_to_be_completed_closes_nothing(name: str, tmp_path: Path) -> None:
    """A deadline that has passed is a deadline, whatever the column is called."""
    (action,) = _of(tmp_path, {"Issue": "Stairs", "Action": "Fit a rail", "Lead": "Chef", name: DAY}).several("actions")
    assert (action["due"], "status" in action, "closed_on" in action) == ("2026-06-05", False, False)


@pytest.mark.parametrize(
    "name",
    [
        *("Date completed", "Actual completion", "Completed on", "Date action completed", "Date action was completed"),
        *("Date complete", "Actual completion date", "Completed by", "Completion date", "Date of completion"),
    ],
)
def test_when_an_action_was_completed_closes_it(name: str, tmp_path: Path) -> None:
    """Beside a deadline a day of completion is when it was done."""
    row = {"Issue": "Stairs", "Action": "Fit a rail", "Lead": "Chef", "Deadline": date(2026, 5, 1), name: DAY}
    (action,) = _of(tmp_path, row).several("actions")
    assert (action["due"], action["status"], action["closed_on"]) == ("2026-05-01", "closed", "2026-06-05")


@pytest.mark.parametrize("name", ["To be completed by", "To be done by", "Action by"])
def test_what_stands_below_tells_who_from_by_when(name: str, tmp_path: Path) -> None:
    """A role is who does it, a day by when; beside another owner the role helps."""
    row = {"Issue": "Stairs", "Action": "Fit a rail"}
    (action,) = _of(tmp_path / "who", {**row, name: "Chef", "Deadline": DAY}).several("actions")
    assert (action["owner"], action["due"]) == ("CHEF", "2026-06-05")
    told = {**row, name: "Chef", "Lead": "Deputy manager", "Deadline": DAY}
    (action,) = _of(tmp_path / "help", told).several("actions")
    assert (action["owner"], action["helpers"]) == ("DM", "CHEF")
    (action,) = _of(tmp_path / "when", {**row, "Lead": "Chef", name: DAY}).several("actions")
    assert (action["owner"], action["due"], "status" in action) == ("CHEF", "2026-06-05", False)


@pytest.mark.parametrize(
    ("name", "meaning"),
    [
        ("Action required to achieve compliance", Meaning.ACTION),
        ("What is expected to be done", None),
        ("Completion criteria", Meaning.DONE_WHEN),
        ("To be completed by whom", Meaning.OWNER),
        ("Revised completion date", Meaning.REVISED),
        ("Evidence of completion", Meaning.EVIDENCE),
        ("To be signed off by", Meaning.EXTRA),
    ],
)
def test_names_with_words_of_a_deadline_that_are_none(name: str, meaning: Meaning | None) -> None:
    """What is required, who is to complete it and how it is known are no deadlines."""
    assert meaning_of(name) is meaning


WHAT = {"Issue": "Stairs", "Action": "Fit a rail", "Lead": "Chef", "Due": date(2026, 5, 1)}


@pytest.mark.parametrize("name", ["Revised target", "Extended to", "Extension date", "Moved to", "Revised completion"])
def test_a_date_that_was_moved_is_a_revision(name: str, tmp_path: Path) -> None:
    """With the reason, where a column says it."""
    (action,) = _of(tmp_path, {**WHAT, name: DAY, "Reason for extension": "Supplier late"}).several("actions")
    assert (action["due"], "extra" in action) == ("2026-05-01", False)
    assert action["revised"] == {"date": "2026-11-27", "due": "2026-06-05", "reason": "Supplier late"}


def test_each_extension_is_a_revision_and_a_reason_without_one_is_kept(tmp_path: Path) -> None:
    """Two extensions are two entries; why something slipped stays in extra where no date was moved."""
    (action,) = _of(tmp_path / "two", {**WHAT, "Extended to": DAY, "Second extension": date(2026, 7, 1)}).several(
        "actions"
    )
    assert [one["due"] for one in action["revised"]] == ["2026-06-05", "2026-07-01"]
    (action,) = _of(tmp_path / "none", {**WHAT, "Reason for slippage": "Supplier late"}).several("actions")
    assert (action["extra"], "revised" in action) == ({"Reason for slippage": "Supplier late"}, False)


@pytest.mark.parametrize(
    ("whether", "standing"), [("Y", ("closed", "2026-06-05")), ("Yes", ("closed", "2026-06-05")), ("N", (None, None))]
)
def test_a_date_behind_complete_yes_or_no_is_when(whether: str, standing: tuple[str, str], tmp_path: Path) -> None:
    """Where it says no, a date closes nothing, and is asked about."""
    came = _of(tmp_path, {**WHAT, "Complete Y/N": whether, "Date": DAY})
    (action,) = came.several("actions")
    assert (action.get("status"), action.get("closed_on")) == standing
    assert action.get("extra") == (None if standing[0] else {"Date": "2026-06-05"})


def test_who_closed_an_action_signed_it_off(tmp_path: Path) -> None:
    """A role in a column of signing off signs on the day of closing."""
    (action,) = _of(tmp_path, {**WHAT, "Closed by": "Quality Lead", "Closed date": DAY}).several("actions")
    assert (action["status"], action["signoffs"]) == ("closed", {"date": "2026-06-05", "by": "QL"})


@pytest.mark.parametrize(
    ("names", "helpers"),
    [
        (("Executive lead", "Operational lead"), "MAN"),
        (("Accountable", "Responsible"), "MAN"),
        (("Lead", "Who reported it"), None),
        (("Lead", "Responsible for checking"), None),
    ],
)
def test_who_else_answers_helps(names: tuple[str, str], helpers: str | None, tmp_path: Path) -> None:
    """The first answers for the action; who reports or checks is no helper."""
    row = {"Issue": "Stairs", "Action": "Fit a rail", names[0]: "Chef", names[1]: "Manager", "Due": DAY}
    (action,) = _of(tmp_path, row).several("actions")
    assert (action["owner"], action.get("helpers")) == ("CHEF", helpers)


def test_how_sure_a_board_is_tells_not_how_an_action_goes(tmp_path: Path) -> None:
    """Beside another rating it is kept, alone it is how the action goes; evidence of a concern is the concern."""
    (action,) = _of(tmp_path / "two", {**WHAT, "Assurance RAG": "Partial", "RAG": "Green"}).several("actions")
    assert (action["progress"], "evidence" in action) == ("on-track", False)
    assert action["extra"] == {"Assurance RAG": "Partial", "RAG": "Green"}
    (action,) = _of(tmp_path / "one", {**WHAT, "Assurance RAG": "Amber"}).several("actions")
    assert action["progress"] == "at-risk"
    row = {"KQ": "S, W", "Evidence of concern": "Falls", "Action": "Log", "Lead": "Chef", "Due": DAY}
    (finding,) = _of(tmp_path / "concern", row).several("findings")
    assert (finding["title"], finding["key_questions"]) == ("Falls", ["safe", "well-led"])


@pytest.mark.parametrize(
    ("name", "meaning"),
    [("KQ", Meaning.KEY_QUESTIONS), ("Actual", Meaning.CLOSED_ON), ("Delivery date", Meaning.DUE)],
)
def test_short_names_are_known(name: str, meaning: Meaning) -> None:
    """As trusts and inspectors shorten them."""
    assert meaning_of(name) is meaning


@pytest.mark.parametrize("name", ["Consent to care and treatment", "Person-centred care", "Safeguarding"])
def test_the_name_of_a_column_tells_a_statement_from_a_regulation(name: str, tmp_path: Path) -> None:
    """Some are called alike: below Quality Statement the statement is meant, and both columns are read."""
    row = {"Key question": "Safe", "Quality Statement": name, **WHAT}
    (finding,) = _of(tmp_path / "statement", row).several("findings")
    assert (finding["key_questions"], finding["statements"], "regulations" in finding) == ("safe", name, False)
    (finding,) = _of(tmp_path / "regulation", {"Regulation": name, **WHAT}).several("findings")
    assert "statements" not in finding
    assert str(finding["regulations"]).startswith("Regulation ")


def _of(folder: Path, row: dict[str, object]) -> TakenIn:
    return taken_in(a_project(folder), write_book(folder / "plan.xlsx", {"Plan": [list(row), list(row.values())]}))
