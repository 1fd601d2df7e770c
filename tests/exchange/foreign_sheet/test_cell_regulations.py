"""What a cell cites."""

import re

import pytest

from action_plans.exchange.foreign_sheet.cell_regulations import ReadCitations, read_regulations
from action_plans.frameworks.not_understood import NotUnderstood
from action_plans.frameworks.regulation import regulations
from action_plans.frameworks.regulation_reading import read_regulation
from action_plans.frameworks.shipped import load_framework


@pytest.mark.parametrize(
    ("cell", "numbers", "questions", "statements"),
    [
        ("Reg 12 / Safe", ["12"], ["safe"], []),
        ("Regulation 12(2)(g) Safe care and treatment; Well-led", ["12(2)(g)"], ["well-led"], []),
        ("R17", ["17"], [], []),
        ("Reg.12", ["12"], [], []),
        ("12", ["12"], [], []),
        ("12, 17", ["12", "17"], [], []),
        ("12(2)(a)(b)", ["12(2)(a) and (b)"], [], []),
        ("Safe, Effective", [], ["safe", "effective"], []),
        ("Safe Effective Caring", [], ["safe", "effective", "caring"], []),
        ("SAFE and WELL LED?", [], ["safe", "well-led"], []),
        ("Is the service well-led?", [], ["well-led"], []),
        ("Key question: Responsive", [], ["responsive"], []),
        ("HSCA 2008 (RA) Regs 2014: Regulation 9", ["9"], [], []),
        (
            "Regulation 15 HSCA (RA) Regulations 2014, Premises and equipment, Regulation 15(2)\nSAFE and WELL LED?",
            ["15(2)"],
            ["safe", "well-led"],
            [],
        ),
        ("Regulations 12, 13 and 17", ["12", "13", "17"], [], []),
        ("Regs 12 & 17 - Safe", ["12", "17"], ["safe"], []),
        ("Breach of Regulation 17", ["17"], [], []),
        ("Reg 12 - Safe care and treatment \u2013 Safe", ["12"], ["safe"], []),
        ("Regulation 12 (Safe care and treatment) Safe", ["12"], ["safe"], []),
        ("Well Led - Reg 17 Good Governance", ["17"], ["well-led"], []),
        ("Regulation 9: Person-centred care, Regulation 10: Dignity and respect", ["9", "10"], [], []),
        ("Safe care and treatment; Good governance; Staffing", ["12", "17", "18"], [], []),
        ("Fit and proper persons employed", ["19"], [], []),
        ("Regulation 9A", ["9A"], [], []),
        ("Kindness, compassion and dignity", [], [], ["Kindness, compassion and dignity"]),
        ("Safe - Medicines optimisation", [], ["safe"], ["Medicines optimisation"]),
        ("Safe / Safeguarding", [], ["safe"], ["Safeguarding"]),
        ("Quality statement: Safe environments", [], [], ["Safe environments"]),
        ("Reg 9/10/11", ["9", "10", "11"], [], []),
        ("Safeguarding", ["13"], [], []),
        ("Reg 12, Reg 12", ["12"], [], []),
        ("", [], [], []),
        ("N/A", [], [], []),
    ],
)
def test_citations_are_read(cell: str, numbers: list[str], questions: list[str], statements: list[str]) -> None:
    """Regulations by number or name, key questions and statements are found side by side, and nothing is left."""
    read = read_regulations(cell)
    assert [label.partition(":")[0] for label in read.regulations] == [f"Regulation {number}" for number in numbers]
    assert (list(read.key_questions), list(read.statements), read.left) == (questions, statements, "")


def test_a_registration_regulation_is_of_its_own_law() -> None:
    """What names the Registration Regulations of 2009 is read as one of theirs."""
    read = read_regulations("Regulation 18 of the Registration Regulations 2009")
    assert read.regulations == ("Registration Regulation 18: Notification of other incidents",)


@pytest.mark.parametrize(
    ("cell", "numbers", "left"),
    [
        ("Regulation 99", [], "Regulation 99"),
        ("Fire Safety Order 2005", [], "Fire Safety Order 2005"),
        ("S29 warning notice", [], "S29 warning notice"),
        ("KLOE S1 / Safe", [], "KLOE S1"),
        ("Regulation 12 medicines management", ["12"], "medicines management"),
        ("Regulation 12 Good governance", ["12"], "Good governance"),
        ("Reg 17; see the report, page 4", ["17"], "see the report, page 4"),
        ("12 staff were not trained", [], "12 staff were not trained"),
        ("Medication", [], "Medication"),
    ],
)
def test_what_is_not_understood_is_left(cell: str, numbers: list[str], left: str) -> None:
    """Other law, other words and a name that is not the number's own are left as written."""
    read = read_regulations(cell)
    assert [label.partition(":")[0] for label in read.regulations] == [f"Regulation {number}" for number in numbers]
    assert read.left == left


def test_every_regulation_is_found_by_label_and_name() -> None:
    """Each regulation that can be cited is found by its label, and the label is one that a plan takes."""
    for one in regulations():
        read = read_regulations(f"Safe; {one.label}")
        assert (read.regulations, read.key_questions, read.left) == ((one.label,), ("safe",), "")
        assert not isinstance(read_regulation(read.regulations[0]), NotUnderstood)


def test_every_statement_is_found_beside_its_key_question() -> None:
    """Each statement of the framework is found by its title behind the key question that it stands under."""
    framework = load_framework("saf-2023")
    for one in framework.statements:
        read = read_regulations(f"{one.key_question} - {one.title}")
        assert read == ReadCitations((), (one.key_question,), (one.title,)), one.title


@pytest.mark.parametrize("between", ["; ", "\n", " / ", ", ", " | "])
def test_no_word_of_a_cell_is_lost(between: str) -> None:
    """What is neither a citation nor says nothing stands in what is left, in order."""
    odd = ("as told by the council", "HSE letter", "page 7", "kitchen door")
    read = read_regulations(between.join((odd[0], "Reg 12", odd[1], "Safe", odd[2], odd[3])))
    assert re.findall(r"\w+", read.left) == re.findall(r"\w+", " ".join(odd))
    assert (len(read.regulations), read.key_questions) == (1, ("safe",))


def test_a_long_text_is_left_whole() -> None:
    """A report that stands in the column for regulations is no citation: it is left, and takes no time."""
    text = "The rounds were looked at each morning by whoever was there " * 60
    assert read_regulations(text) == ReadCitations(left=text.strip())
