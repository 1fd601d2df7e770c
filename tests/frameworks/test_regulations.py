"""Regulations are read as reports and letters write them, and what cannot be read is answered with what to write."""

import pytest

from action_plans.frameworks.not_understood import NotUnderstood
from action_plans.frameworks.regulation import Instrument, Regulation, about_regulations, regulations
from action_plans.frameworks.regulation_reading import (
    RegulationReading,
    read_regulation,
)


def read(text: str) -> RegulationReading:
    """Read what must be understood."""
    reading = read_regulation(text)
    assert isinstance(reading, RegulationReading), reading
    return reading


def refused(text: str) -> NotUnderstood:
    """Read what must not be understood."""
    problem = read_regulation(text)
    assert isinstance(problem, NotUnderstood), problem
    return problem


def test_both_instruments_are_complete_in_the_order_of_their_numbers() -> None:
    """4 to 20A of the 2014 Regulations, with 9A after 9, and 11 to 20 of the 2009 Registration Regulations."""
    numbers = [*"456789", "9A", *map(str, range(10, 21)), "20A"]
    assert [one.number for one in regulations(Instrument.RA2014)] == numbers
    assert [one.number for one in regulations(Instrument.REG2009)] == [str(number) for number in range(11, 21)]
    assert list(regulations()) == sorted(regulations(), key=lambda one: one.order)


@pytest.mark.parametrize("instrument", Instrument)
def test_each_instrument_says_its_source_and_what_is_unverified(instrument: Instrument) -> None:
    """A reader learns where the names are from, when they were read, and that aliases are common use."""
    about = about_regulations(instrument)
    assert about.title.endswith(("2014", "2009"))
    assert about.source
    assert about.read_on == "2026-11-23"
    assert "aliases" in about.unverified


@pytest.mark.parametrize("regulation", regulations(), ids=lambda one: one.ref)
def test_every_label_and_reference_reads_back_as_its_regulation(regulation: Regulation) -> None:
    """What pages and the trace print can be pasted into a plan: `Regulation 18: Staffing`, `RA2014-18`."""
    assert read(regulation.label).regulation == regulation
    assert read(regulation.ref).regulation == regulation


@pytest.mark.parametrize(
    "written",
    [
        "Reg 12",
        "reg.12",
        "R12",
        "12",
        "Regulation 12.",
        "safe care and treatment",
        "Safe care & treatment",
        "Regulation 12: Safe care and treatment",
        "Regulation 12 \N{EN DASH} Safe care and treatment",
        "Safe care and treatment (Regulation 12)",
        "Regulation 12 HSCA (RA) Regulations 2014 Safe care and treatment",
        "Regulation 12 HSCA RA Regulations 2014 Safe care and treatment",
        "Regulation 12 of the Health and Social Care Act 2008 (Regulated Activities) Regulations 2014",
        "Regulation 12 Health & Social Care Act 2008 (Regulated Activities) Regulations 2014 (Part 3)",
        "Breach of Regulation 12",
    ],
)
def test_regulation_12_is_read_however_a_report_says_it(written: str) -> None:
    """By number, by name, and by the whole line, with and without the instrument."""
    reading = read(written)
    assert reading.regulation.ref == "RA2014-12"
    assert reading.label == "Regulation 12: Safe care and treatment"
    assert reading.paragraphs == ()


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("person-centred care", "9"),
        ("consent to care and treatment", "11"),
        ("dignity and respect", "10"),
        ("safe care and treatment", "12"),
        ("safeguarding from abuse", "13"),
        ("good governance", "17"),
        ("staffing", "18"),
        ("fit and proper persons", "19"),
        ("Fit and proper persons: directors", "5"),
        ("20A", "20A"),
        ("20a", "20A"),
        ("Regulation 20A: Requirement as to display of performance assessments", "20A"),
    ],
)
def test_the_words_of_published_reports_are_understood(written: str, number: str) -> None:
    """Reports of 2024 and 2025 name breaches in words; each is the regulation that CQC means by them."""
    assert read(written).regulation.ref == f"RA2014-{number}"


@pytest.mark.parametrize(
    ("written", "paragraphs", "further", "label"),
    [
        ("12(2)(g)", ("2", "g"), (), "Regulation 12(2)(g): Safe care and treatment"),
        ("Regulation 12(2)(G)", ("2", "g"), (), "Regulation 12(2)(g): Safe care and treatment"),
        (
            "Regulation 12 (2) (g) and (h)",
            ("2", "g"),
            (("2", "h"),),
            "Regulation 12(2)(g) and (h): Safe care and treatment",
        ),
        (
            "Regulation 17 (1)(2)(a)(b)",
            ("1",),
            (("2", "a"), ("2", "b")),
            "Regulation 17(1), (2)(a) and (b): Good governance",
        ),
        (
            "Regulation 12(2)(a) to (c)",
            ("2", "a"),
            (("2", "b"), ("2", "c")),
            "Regulation 12(2)(a), (b) and (c): Safe care and treatment",
        ),
        (
            "Regulation 12(2)(b)(i)-(iii)",
            ("2", "b", "i"),
            (("2", "b", "ii"), ("2", "b", "iii")),
            "Regulation 12(2)(b)(i), (ii) and (iii): Safe care and treatment",
        ),
        (
            "Regulation 12(2)(h) and (i)",
            ("2", "h"),
            (("2", "i"),),
            "Regulation 12(2)(h) and (i): Safe care and treatment",
        ),
        (
            "Regulation 15 HSCA (RA) Regulations 2014, Premises and equipment, Regulation 15(2)",
            ("2",),
            (),
            "Regulation 15(2): Premises and equipment",
        ),
    ],
)
def test_paragraphs_are_kept_part_by_part(
    written: str, paragraphs: tuple[str, ...], further: tuple[tuple[str, ...], ...], label: str
) -> None:
    """One paragraph or several, as CQC abbreviates them, are taken apart; the label says them as a report does."""
    reading = read(written)
    assert (reading.paragraphs, reading.further, reading.label) == (paragraphs, further, label)
    assert (read(label).paragraphs, read(label).further) == (paragraphs, further)


@pytest.mark.parametrize(
    "written",
    [
        "Registration Regulation 18",
        "Regulation 18 Registration Regulations 2009",
        "Regulation 18 of the Care Quality Commission (Registration) Regulations 2009: Notification of other incidents",
        "Regulation 18 of the 2009 Regulations",
        "Notification of other incidents",
    ],
)
def test_the_registration_regulations_are_meant_where_they_are_named(written: str) -> None:
    """By the word Registration, by the year, or by a name that only they have; the label says so before the number."""
    assert read(written).label == "Registration Regulation 18: Notification of other incidents"


def test_a_number_in_both_instruments_is_of_2014_unless_said() -> None:
    """Regulation 18 alone is Staffing."""
    assert read("Regulation 18").regulation.ref == "RA2014-18"


@pytest.mark.parametrize(
    ("written", "part_of_message", "part_of_hint"),
    [
        ("", "No regulation", "`Regulation 12(2)(g)`"),
        (" … ", "No regulation", "`Regulation 12(2)(g)`"),
        ("Regulation", "not a regulation", "`Regulation 12(2)(g)`"),
        ("Regulation 21", "no Regulation 21", "from 4 to 20A"),
        ("Registration Regulation 5", "(Registration) Regulations 2009", "from 11 to 20"),
        ("good governence", "“good governence”", "`Regulation 17: Good governance`"),
        ("Regulation 12: Good governance", "Regulation 17", "`Regulation 12: Safe care"),
        (
            "Regulation 18: Notification of other incidents",
            "Regulation 18 is Staffing",
            "`Registration Regulation 18: Notification of other incidents`",
        ),
        (
            "Regulation 12(2)(g): the proper and safe management of medicines",
            "are not its name",
            "`Regulation 12(2)(g): Safe care and treatment`",
        ),
        ("General", "more than one", "`Registration Regulation 11: General`"),
        ("Regulation 12 of the 2014 and 2009 Regulations", "both", "line of its own"),
        (
            "Regulations 9, 11(1) and 12",
            "several",
            "`- Regulation 9`, `- Regulation 11(1)`, `- Regulation 12`",
        ),
        (
            "Regulation 12 and Registration Regulation 18",
            "several",
            "`- Regulation 12`, `- Registration Regulation 18`",
        ),
        ("staffing; good governance", "several", "`- staffing`, `- good governance`"),
        ("Regulation 12(2", "paragraph", "`Regulation 12(2)`"),
        ("Regulation 12.2", "paragraph", "`Regulation 12(2)`"),
        ("12(2)g", "paragraph", "`Regulation 12(2)(g)`"),
        ("Section 29A", "section of an Act", "`other_law`"),
        ("Regulatory Reform (Fire Safety) Order 2005", "2005", "`other_law`"),
        (
            "Regulation 10 HSCA 2008 (Regulated Activities) Regulations 2010",
            "2010",
            "`other",
        ),
    ],
)
def test_what_names_no_single_regulation_is_answered_with_what_to_write(
    written: str, part_of_message: str, part_of_hint: str
) -> None:
    """Each kind of slip has its own message and a hint that can be pasted."""
    problem = refused(written)
    assert part_of_message in problem.message
    assert part_of_hint in problem.hint


def test_the_case_of_seven_breaches_is_read_as_published() -> None:
    """The report of 2025 on a home of 75 names seven breaches in words; they are seven regulations."""
    words = [
        "person-centred care",
        "consent to care and treatment",
        "dignity and respect",
        "safe care and treatment",
        "safeguarding from abuse",
        "good governance",
        "staffing",
    ]
    assert [read(one).regulation.number for one in words] == ["9", "11", "10", "12", "13", "17", "18"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Reg 12 2 g", "Regulation 12(2)(g)"),
        ("Reg 12 2(g)", "Regulation 12(2)(g)"),
        ("Reg 12, para 2g", "Regulation 12(2)(g)"),
        ("Regulation 12.(2).(g)", "Regulation 12(2)(g)"),
        ("Reg 17.2.b", "Regulation 17(2)(b)"),
        ("12-2-g", "Regulation 12(2)(g)"),
        ("12/2/g", "Regulation 12(2)(g)"),
        ("Regulation 12 2 b i", "Regulation 12(2)(b)(i)"),
        ("Regulation 15 (1) a", "Regulation 15(1)(a)"),
        ("Regulation 17 Good governance (2)(a)(b)", "Regulation 17(2)(a)(b)"),
        ("Registration Regulation 18 2 a", "Registration Regulation 18(2)(a)"),
    ],
)
def test_a_paragraph_without_brackets_is_written_with_them(written: str, meant: str) -> None:
    """The hint is the paragraph that was meant, and it can be read."""
    assert refused(written).hint == f"Write `{meant}`."
    assert read(meant).label.startswith(meant.split("(", maxsplit=1)[0])


@pytest.mark.parametrize("written", ["12 13", "Regulation 12, 17", "9 & 12", "Regulations 9 10 11"])
def test_numbers_of_regulations_are_no_paragraphs(written: str) -> None:
    """Each is named on a line of its own."""
    problem = refused(written)
    assert problem.message.endswith("names several regulations.")
    assert all(read(line) for line in problem.hint.removeprefix("Write one a line: ").strip("`.").split("`, `- "))


def test_no_line_is_proposed_that_cannot_be_read() -> None:
    """There is no Regulation 2."""
    assert "`- Regulation 2`" not in refused("Reg 12 and 2").hint


@pytest.mark.parametrize(
    ("written", "message", "hint"),
    [
        ("None", "names no regulation.", "Leave it out where there is none."),
        ("N/A", "names no regulation.", "Leave it out where there is none."),
        ("COSHH", "names another law: COSHH.", "Any other law belongs in `other_law`."),
        ("RIDDOR 2013", "names another law: RIDDOR.", "Any other law belongs in `other_law`."),
        ("GDPR", "names another law: GDPR.", "Any other law belongs in `other_law`."),
        ("Health and Safety at Work Act", "another law", "Any other law belongs in `other_law`."),
        ("Health and Safety at Work etc Act 1974", "another law", "Any other law belongs in `other_law`."),
        ("Care Act 2014", "names another law: care act.", "Any other law belongs in `other_law`."),
        ("Outcome 9", "names an outcome, not a regulation.", "Write the regulation that the report names"),
        ("KLOE S4", "names a kloe, not a regulation.", "Write the regulation that the report names"),
        ("Article 8", "names an article, not a regulation.", "Write the regulation that the report names"),
    ],
)
def test_what_is_no_regulation_is_not_made_one(written: str, message: str, hint: str) -> None:
    """Nothing, another law and the outcomes of old are never answered with a regulation to paste."""
    problem = refused(written)
    assert message in problem.message
    assert problem.hint.startswith(hint)
    assert "Regulation 1" not in problem.hint
