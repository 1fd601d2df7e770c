"""Where people are named in a sheet: asked about wherever they stand, and never the code of a role. All invented."""

from pathlib import Path

import pytest

from action_plans.exchange.foreign_sheet.cell_owners import ReadOwner, read_owners
from action_plans.exchange.foreign_sheet.persons import is_only_a_name, may_name_a_person, names_in
from tests.exchange.taking_in import rows_taken_in, taken_in


@pytest.mark.parametrize("column", ["Comments", "Evidence", "Outcome", "Reviewer"])
@pytest.mark.parametrize("name", ["Sue Brown", "P. King", "K Mills", "Grace", "Mr Ahmed", "Anita Desai"])
def test_a_cell_that_is_but_a_name_stays_out_and_is_asked_about(column: str, name: str, tmp_path: Path) -> None:
    """Whatever column it stands in."""
    came = rows_taken_in(
        tmp_path, f"Issue | Action | Lead | By when | {column}\nDoors | Fix | Manager | 2026-06-30 | {name}"
    )
    assert name not in came.text
    assert any(one.place == "Plan!E2" and name in one.words for one in came.asked())


@pytest.mark.parametrize(
    ("column", "text"),
    [("Comments", "Willow"), ("Sluice", "Oak and Ash"), ("Unit", "Rowan"), ("Where", "Holly"), ("Which home", "Ivy")],
)
def test_what_units_are_called_by_is_nobody(column: str, text: str, tmp_path: Path) -> None:
    """A tree is one wherever it stands, and whatever stands in a column of units."""
    header = "Area | Issue | Action | Lead | By when"
    came = rows_taken_in(tmp_path, f"{header} | {column}\nHall | Doors | Fix | Manager | 2026-06-30 | {text}")
    (action,) = came.several("actions")
    assert text in (action.get("extra", {}).get(column), action.get("note", "").removeprefix(f"{column}: "))


@pytest.mark.parametrize(
    ("cell", "is_person"),
    [
        ("Team Leaders - Ash and Elm units", False),
        ("Team leaders (Rose / Willow wings)", False),
        ("Housekeepers on ground and first floor", False),
        ("Team leader - Joanna on Rose and Elm units", True),
        ("Joanna - Rose and Elm units", True),
    ],
)
def test_who_is_for_some_units_is_one_role(cell: str, is_person: bool) -> None:
    """The units are no owners; a person beside them is told."""
    owners = read_owners(cell, {})
    assert any(owner.is_person for owner in owners) is is_person
    assert is_person or owners == (ReadOwner(cell, cell, is_person=False),)


@pytest.mark.parametrize("text", ["Open", "Oak House", "April", "Staff meeting minutes", "Fire Risk Assessment", "RM"])
def test_what_is_no_name_is_kept(text: str) -> None:
    """A house, a month, a document, a role."""
    assert (is_only_a_name(text), may_name_a_person(text)) == (False, False)


@pytest.mark.parametrize("text", ["April audit", "Audit in June", "Sepsis lead appointed May", "Head of Nursing, ED"])
def test_months_and_initials_of_a_ward_are_nobody(text: str, tmp_path: Path) -> None:
    """Their cells are kept in the plan."""
    came = rows_taken_in(
        tmp_path, f"Issue | Action | Lead | By when | Next steps\nDoors | Fix | Manager | 2026-06-30 | {text}"
    )
    assert came.several("actions")[0]["extra"] == {"Next steps": text}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Sue Brown to send the audit", ("Sue Brown",)),
        ("Discussed with P. King on Monday", ("P. King",)),
        ("Training took place 20 May, K Mills\nCouncil told", ("K Mills",)),
        ("Told Anita, who wrote it down", ("Anita",)),
        ("Visit of Oak House on 3 May", ()),
        ("Lasting power of attorney is in the file", ()),
    ],
)
def test_names_inside_a_text_are_found(text: str, names: tuple[str, ...]) -> None:
    """By a first name or initial before another, or a word that is nothing else."""
    assert names_in(text) == names


def test_whoever_owns_something_is_asked_about_elsewhere(tmp_path: Path) -> None:
    """A surname from the cell of an owner is one in a comment too."""
    came = rows_taken_in(
        tmp_path,
        "Issue | Action | Lead | By when | Comments\n"
        "Doors | Fix | Sue Brown | 2026-06-30 | Then Brown will tell all of the staff about it",
    )
    assert [one.place for one in came.asked() if "“Brown”" in one.words] == ["Plan!E2"]


@pytest.mark.parametrize(
    ("legend", "owner", "roles"),
    [
        ("JB - Janet Brown, Registered Manager", "JB", {"RM": "Registered Manager"}),
        ("ML = Mary Lowe, Senior Carer; PK = Paul King, Deputy Manager", "ML", {"SC": "Senior Carer"}),
        ("CLD = Clinical lead", "CLD", {"CLD": "Clinical lead"}),
    ],
)
def test_initials_of_a_person_are_no_code(legend: str, owner: str, roles: dict[str, str], tmp_path: Path) -> None:
    """The role gets one of its own; initials of a role stay its code."""
    came = rows_taken_in(tmp_path, f"{legend}\n\nIssue | Action | Lead | By when\nDoors | Fix | {owner} | 2026-06-30")
    assert came.data["roles"] == roles


def test_what_is_said_of_no_finding_is_kept_with_the_action(tmp_path: Path) -> None:
    """Must do without a column of findings; N/A names no finding; a row that goes on may say more of its finding."""
    came = rows_taken_in(tmp_path / "a", "Must / should | Action | Lead | By when\nMust do | Fix | Chef | 2026-06-30")
    assert came.several("actions")[0]["extra"] == {"Must / should": "Must do"}
    rows = ("Doors | Fix | Chef | 2026-06-30 | Kitchen", " | Tell | Chef | 2026-06-30 | Hall")
    none = "N/A | Mop | Chef | 2026-06-30 | Hall"
    came = rows_taken_in(tmp_path / "b", "\n".join(("Issue | Action | Lead | By when | Area", *rows, none)))
    assert [(one["title"], one["area"]) for one in came.several("findings")] == [("Doors", "Kitchen\n\nHall")]
    assert [one.get("extra") for one in came.several("actions")] == [None, None, {"Issue": "N/A", "Area": "Hall"}]


@pytest.mark.parametrize(
    "title",
    [
        *(
            "Branch Manager",
            "Field Care Supervisor",
            "Patient Safety Lead",
            "Head of Patient Experience",
            "Reg. Manager",
        ),
        *("Nursing Associate", "Team Captain", "Care Scheduler", "Scheduler", "Payroll", "Psychologist", "Chaplain"),
        *("Hairdresser", "Caldicott Guardian", "Freedom to Speak Up Guardian", "Housing Association"),
    ],
)
def test_a_job_title_is_taken_whole(title: str) -> None:
    """No word of it is somebody's name."""
    assert read_owners(title, {}) == (ReadOwner(title, title, is_person=False),)


def test_two_jobs_are_two_owners() -> None:
    """Several coordinators and a manager are two roles."""
    told = read_owners("Care Coordinators / Branch Manager", {})
    assert [owner.title for owner in told] == ["Care Coordinators", "Branch Manager"]


def test_initials_that_every_service_knows_are_told(tmp_path: Path) -> None:
    """HCA and DSL are roles; of two letters only those of managers are, since they may be somebody's."""
    came = rows_taken_in(
        tmp_path,
        "Issue | Action | Lead | By when\nDoors | Fix | HCA | 2026-06-30\nBins | Mop | DSL | 2026-06-30\n"
        "Pans | Scrub | HoC | 2026-06-30\nCups | Wash | TL | 2026-06-30",
    )
    assert list(came.data["roles"].values()) == [
        "Healthcare assistant",
        "Designated safeguarding lead",
        "Head of care",
        "Role to be named 1",
    ]
    assert "Plan!C2: “HCA” was taken as Healthcare assistant." in came.report


@pytest.mark.parametrize("legend", ["", "RM = Regional Manager\n\n"])
def test_initials_mean_the_same_role_when_the_sheet_comes_again(legend: str, tmp_path: Path) -> None:
    """No other role gets RM as its code, unless the sheet says that it means that."""
    rows = "Doors | Fix | Regional Manager | 2026-06-30\nBins | Mop | RM / Chef | 2026-06-30"
    came = rows_taken_in(tmp_path, f"{legend}Issue | Action | Lead | By when\n{rows}")
    before = came.text
    owners = [came.data["roles"][one["owner"]] for one in came.several("actions")]
    assert owners == ["Regional Manager", "Regional Manager" if legend else "Registered manager"]
    assert taken_in(tmp_path, came.file).text == before
