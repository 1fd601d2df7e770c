"""Who a cell says is to do something. All names are invented."""

import re

import pytest
from pydantic import TypeAdapter

from action_plans.exchange.foreign_sheet.cell_owners import ReadOwner, read_legend, read_owners, role_codes
from action_plans.model.record import Id

LEGEND = {
    "RM": "Registered manager",
    "DM": "Deputy manager",
    "SL": "Shift leaders",
    "JW": "Joanna Wzorowa, Clinical lead",
    "KT": "Katarzyna Testowa",
}


@pytest.mark.parametrize(
    ("lines", "legend"),
    [
        (["RM = Registered manager"], {"RM": "Registered manager"}),
        (["RM - Registered Manager; DM: Deputy"], {"RM": "Registered Manager", "DM": "Deputy"}),
        (["Key: RM Registered manager"], {"RM": "Registered manager"}),
        (
            ["Key for persons responsible: RM Registered Manager; HSO Health and Safety Officer"],
            {"RM": "Registered Manager", "HSO": "Health and Safety Officer"},
        ),
        (["RM = Registered manager, DM = Deputy manager"], {"RM": "Registered manager", "DM": "Deputy manager"}),
        (["RM = Registered manager  DM = Deputy manager"], {"RM": "Registered manager", "DM": "Deputy manager"}),
        (["Owners: RM-Registered manager, CL-Clinical lead"], {"RM": "Registered manager", "CL": "Clinical lead"}),
        (
            ["RM \u2013 Registered manager / NIC \u2013 Nurse in charge"],
            {"RM": "Registered manager", "NIC": "Nurse in charge"},
        ),
        (["Registered manager (RM), Deputy manager (DM)"], {"RM": "Registered manager", "DM": "Deputy manager"}),
        (["Registered manager = RM"], {"RM": "Registered manager"}),
        (["KW: Key worker | SL: Shift leader"], {"KW": "Key worker", "SL": "Shift leader"}),
        (["RM: Registered manager\nMT: Maintenance team"], {"RM": "Registered manager", "MT": "Maintenance team"}),
        (
            ["NI Nominated Individual", "RM\tRegistered manager"],
            {"NI": "Nominated Individual", "RM": "Registered manager"},
        ),
        (["JW = Joanna Wzorowa"], {"JW": "Joanna Wzorowa"}),
        (["RM = Registered manager", "RM = Somebody else"], {"RM": "Registered manager"}),
        (["R = Red, off track; A = Amber, on track; G = Green, complete; B = Blue"], {}),
        (["C = Complete; IP = In progress; NS = Not started"], {}),
        (["Oakfield House", "CQC Action plan", "Date: 12 May 2026", "DATE: 12/05/2026", "", "Page 1 of 2"], {}),
    ],
)
def test_a_legend_is_read(lines: list[str], legend: dict[str, str]) -> None:
    """Initials and what they stand for come from lines in the usual forms; keys of colours and statuses do not."""
    assert read_legend(lines) == legend


@pytest.mark.parametrize(
    ("cell", "titles"),
    [
        ("RM", ["Registered manager"]),
        ("rm", ["Registered manager"]),
        ("Registered Manager", ["Registered manager"]),
        ("RM/DM", ["Registered manager", "Deputy manager"]),
        ("RM, DM", ["Registered manager", "Deputy manager"]),
        ("RM & DM", ["Registered manager", "Deputy manager"]),
        ("RM and DM", ["Registered manager", "Deputy manager"]),
        ("RM\nDM", ["Registered manager", "Deputy manager"]),
        ("RM; RM", ["Registered manager"]),
        ("RM's", ["Registered manager"]),
        ("Lead: RM", ["Registered manager"]),
        ("Registered Manager (RM)", ["Registered manager"]),
        ("RM (Registered Manager)", ["Registered manager"]),
        ("Nominated Individual (NI)", ["Nominated Individual"]),
        ("Ward Manager", ["Ward Manager"]),
        ("New manager", ["New manager"]),
        ("Key workers and RM", ["Key workers", "Registered manager"]),
        ("RM with support from DM", ["Registered manager", "Deputy manager"]),
        ("Registered manager and deputy", ["Registered manager", "deputy"]),
        ("Clinical lead, all nurses", ["Clinical lead", "all nurses"]),
        ("Housekeeping and maintenance", ["Housekeeping", "maintenance"]),
        ("Nurse/Carer", ["Nurse", "Carer"]),
        ("Health and Safety Officer", ["Health and Safety Officer"]),
        ("Quality & Compliance Consultant", ["Quality & Compliance Consultant"]),
        ("All staff", ["All staff"]),
        ("Nurse in charge", ["Nurse in charge"]),
        ("Head of Care", ["Head of Care"]),
        ("Maintenance", ["Maintenance"]),
        ("Activities co-ordinator", ["Activities co-ordinator"]),
        ("Bereavement lead", ["Bereavement lead"]),
        ("Night team leaders", ["Night team leaders"]),
        ("GP surgery", ["GP surgery"]),
        ("Local authority", ["Local authority"]),
        ("HR", ["HR"]),
        ("Fire Safety Ltd", ["Fire Safety Ltd"]),
        ("Infection control champion", ["Infection control champion"]),
    ],
)
def test_roles_are_read(cell: str, titles: list[str]) -> None:
    """Initials by the legend and job titles give roles in the sheet's words, several to a cell, and no person."""
    owners = read_owners(cell, LEGEND)
    assert [owner.title for owner in owners] == titles
    assert not any(owner.is_person for owner in owners)


@pytest.mark.parametrize(
    ("cell", "title"),
    [
        ("Joanna Wzorowa", None),
        ("joanna wzorowa", None),
        ("JOANNA WZOROWA", None),
        ("Joanna", None),
        ("Mrs Testowa", None),
        ("Mr. T", None),
        ("J. Testowa", None),
        ("J Testowa", None),
        ("Qwertin Zxcvb", None),
        ("Dawn", None),
        ("Grace", None),
        ("KT", None),
        ("Olusegun", None),
        ("O'Testan", None),
        ("JW", "Clinical lead"),
        ("Joanna Wzorowa (Deputy manager)", "Deputy manager"),
        ("Deputy manager \u2013 Joanna Wzorowa", "Deputy manager"),
        ("Deputy manager: Qwertin", "Deputy manager"),
        ("Joanna, deputy", None),
        ("Clinical Lead Joanna", "Clinical Lead"),
        ("Sister Testowa", "Sister"),
        ("Dr Testowa, GP", None),
        ("Dr Testowa GP", "GP"),
        ("Grace Court manager", "Court manager"),
        ("RM (Joanna)", "Registered manager"),
        ("Joanna - RM", "Registered manager"),
    ],
)
def test_a_persons_name_is_seen(cell: str, title: str | None) -> None:
    """Names, with a title or without, alone or beside a role, are marked; the role is taken without them."""
    first = read_owners(cell, LEGEND)[0]
    assert first.is_person
    assert first.title == title


@pytest.mark.parametrize("cell", ["TBC", "N/A", "XY", "?", "tba", "Vacant", "See above"])
def test_what_names_nobody_is_left_open(cell: str) -> None:
    """Initials that nobody explains, and words for nobody yet, are neither a role nor a person."""
    assert read_owners(cell, LEGEND) in (
        (),
        (ReadOwner(cell, None, is_person=False),),
    )


@pytest.mark.parametrize(
    "cell", ["Joanna Wzorowa, RM", "RM / Joanna", "Deputy manager (Joanna)", "Sister Testowa", "JW"]
)
def test_no_title_holds_a_persons_name(cell: str) -> None:
    """Whatever stands in a title can be put into a plan: the name is in no title."""
    titles = " ".join(owner.title or "" for owner in read_owners(cell, LEGEND)).casefold()
    assert not any(name in titles for name in ("joanna", "wzorowa", "testowa"))


def test_titles_get_codes() -> None:
    """The legend's initials come first; other titles get theirs, made unique without regard to case."""
    titles = [
        "Registered manager",
        "Registered Manager",
        "Restaurant manager",
        "Head of care",
        "Maintenance",
        "HR",
        "All staff",
    ]
    assert role_codes(titles, LEGEND) == {
        "Registered manager": "RM",
        "Registered Manager": "RM",
        "Restaurant manager": "RM2",
        "Head of care": "HC",
        "Maintenance": "MAI",
        "HR": "HR",
        "All staff": "AS",
    }


def test_every_code_is_one_that_a_plan_takes() -> None:
    """Titles in any letters, without letters, very long and with the names of devices give codes valid as ids."""
    titles = [
        "Con",
        "\u00c1rea lead",
        "\u6f22\u5b57",
        "24/7",
        "a " * 60,
        "Prn",
        "&",
        *(f"Manager {n}" for n in range(30)),
    ]
    codes = role_codes(titles, {"X&Y": "24/7"})
    assert list(codes) == titles
    assert len({code.casefold() for code in codes.values()}) == len(titles)
    for code in codes.values():
        assert TypeAdapter(Id).validate_python(code) == code


WORDS = ("RM", "Joanna Wzorowa", "Head of care", "Health and Safety Officer", "XY", "all staff on nights")


@pytest.mark.parametrize("between", [", ", " / ", "\n", "; ", " & ", " and "])
def test_no_word_of_a_cell_is_lost(between: str) -> None:
    """The texts of the owners hold every word of the cell but those that join them."""
    found = " ".join(owner.text for owner in read_owners(between.join(WORDS), LEGEND))
    wanted = [word for word in re.findall(r"\w+", " ".join(WORDS)) if word != "and"]
    assert [word for word in re.findall(r"\w+", found) if word != "and"] == wanted
