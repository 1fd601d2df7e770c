"""The actions of one cell."""

import re

import pytest

from action_plans.exchange.foreign_sheet.cell_items import several_actions


@pytest.mark.parametrize(
    "cell",
    [
        "1. Train all staff\n2. Audit the rounds\n3. Report to the board",
        "1) Train all staff\n2) Audit the rounds\n3) Report to the board",
        "(1) Train all staff (2) Audit the rounds (3) Report to the board",
        "1. Train all staff 2. Audit the rounds 3. Report to the board",
        "1.Train all staff\n2.Audit the rounds\n3.Report to the board",
        "1 - Train all staff\n2 - Audit the rounds\n3 - Report to the board",
        "a) Train all staff\nb) Audit the rounds\nc) Report to the board",
        "a) Train all staff b) Audit the rounds c) Report to the board",
        "i) Train all staff\nii) Audit the rounds\niii) Report to the board",
        "\u2022 Train all staff\n\u2022 Audit the rounds\n\u2022 Report to the board",
        "\u2022\tTrain all staff\n\u2022\tAudit the rounds\n\u2022\tReport to the board",
        "\u2022Train all staff \u2022Audit the rounds \u2022Report to the board",
        "\uf0b7 Train all staff\n\uf0b7 Audit the rounds\n\uf0b7 Report to the board",
        "- Train all staff\n- Audit the rounds\n- Report to the board",
        "\u2013 Train all staff\n\u2013 Audit the rounds\n\u2013 Report to the board",
        "1 Train all staff\n2 Audit the rounds\n3 Report to the board",
        "1/ Train all staff\n2/ Audit the rounds\n3/ Report to the board",
        "I. Train all staff\nII. Audit the rounds\nIII. Report to the board",
        "o Train all staff\no Audit the rounds\no Report to the board",
        "\u2192 Train all staff\n\u2192 Audit the rounds\n\u2192 Report to the board",
        "Train all staff\n\nAudit the rounds\n\nReport to the board",
        "* Train all staff\n* Audit the rounds\n* Report to the board",
        "Action 1: Train all staff\nAction 2: Audit the rounds\nAction 3: Report to the board",
        "Train all staff\nAudit the rounds\nReport to the board",
        "\n\n1.  Train all\n staff\n\n2. Audit the rounds  \n\n3. Report to\nthe board\n",
    ],
)
def test_a_list_in_a_cell_is_several_actions(cell: str) -> None:
    """Numbers, letters, bullets, dashes and lines that say what to do give one action each, without their marks."""
    assert several_actions(cell) == ("Train all staff", "Audit the rounds", "Report to the board")


@pytest.mark.parametrize(
    ("cell", "actions"),
    [
        ("Train all staff.\nAll rounds are audited monthly.", ("Train all staff.", "All rounds are audited monthly.")),
        ("Review the rota;\nReport to the board", ("Review the rota;", "Report to the board")),
        (
            "The manager will:\n\u2022 Train staff\n\u2022 Audit rounds",
            ("The manager will: Train staff", "Audit rounds"),
        ),
        ("To do: 1. Train staff 2. Audit rounds", ("To do: Train staff", "Audit rounds")),
        (
            "1. Train staff\n a) on nights\n b) on days\n2. Audit rounds",
            ("Train staff a) on nights b) on days", "Audit rounds"),
        ),
        (
            "\u2022 Train staff\n   - nights\n   - days\n\u2022 Audit rounds",
            ("Train staff - nights - days", "Audit rounds"),
        ),
        ("1. Train staff\nEvidence: matrix\n2. Audit rounds", ("Train staff Evidence: matrix", "Audit rounds")),
        ("1. Only this", ("Only this",)),
        ("Now:\n1) Lock the door\nLater:\n2) Replace it", ("Now: Lock the door", "Later: Replace it")),
        ("1) Lock it\nLater:", ("Lock it Later:",)),
        (
            "Beds are checked\n\nRails are checked\n\nEvidence: list",
            ("Beds are checked", "Rails are checked Evidence: list"),
        ),
    ],
)
def test_what_belongs_to_an_action_stays_with_it(cell: str, actions: tuple[str, ...]) -> None:
    """A heading stands in front of the first action, a list inside and what follows stay with their own."""
    assert several_actions(cell) == actions


@pytest.mark.parametrize(
    "cell",
    [
        "Train all staff in\nmoving and handling",
        "Train all staff in\nMoving and Handling",
        "Train all staff, agency staff,\nBank staff and volunteers",
        "Train all staff.\nThis includes the night team.",
        "Registered manager to complete\nMedication audits weekly",
        "Review the rota.\n(Evidence: rota kept in the office)",
        "Meet Regulation 12(2)(g) and (b) in full",
        "Keep the fridge at 2. to 8. degrees",
        "Allow 1.5 hours and 2.5 hours in turn",
        "Order 10 hoists - 2 of them small - by May",
        "Well-led and safe",
        "Train staff; audit rounds; report to the board",
        "A - B",
        "See 1. and 2. above",
        "10 staff to be trained\n12 rooms to be painted",
        "Trained on 1.2.2026. Audited on 2.3.2026",
    ],
)
def test_one_action_stays_one(cell: str) -> None:
    """A sentence over two lines, what goes on with it, paragraphs of law and figures in it make no second action."""
    assert several_actions(cell) == (" ".join(cell.split()),)


@pytest.mark.parametrize("cell", ["", " ", "\n\n", "\u00a0"])
def test_an_empty_cell_holds_no_action(cell: str) -> None:
    """Nothing written is no action."""
    assert several_actions(cell) == ()


PARTS = ("Train all staff", "audit: the (new) rounds", "Report, with 2 figures", "e.g. Notes", "this too", "5 beds")


@pytest.mark.parametrize("mark", ["{}. ", "({}) ", "\u2022 ", "- ", "", "Step {}: "])
@pytest.mark.parametrize("between", ["\n", " ", "\n\n", ".\n"])
def test_no_word_of_a_cell_is_lost(mark: str, between: str) -> None:
    """However a list is written, its words come back in order; only marks are gone."""
    cell = between.join(mark.format(number) + part for number, part in enumerate(PARTS, 1))
    wanted = re.findall(r"[A-Za-z]+", " ".join(PARTS))
    found = [word for action in several_actions(cell) for word in re.findall(r"[A-Za-z]+", action) if word != "Step"]
    assert found == wanted
