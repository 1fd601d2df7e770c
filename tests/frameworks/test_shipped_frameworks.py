"""The frameworks that come with the package hold what CQC published, and say where it was read."""

import pytest

from action_plans.frameworks.framework import Statement
from action_plans.frameworks.shipped import UnknownFrameworkError, framework_ids, load_framework

FIVE = ["safe", "effective", "caring", "responsive", "well-led"]


def test_the_single_assessment_framework_has_34_statements_under_five_questions() -> None:
    """There are 8, 6, 5, 7 and 8 quality statements under Safe, Effective, Caring, Responsive and Well-led."""
    framework = load_framework("saf-2023")
    assert [question.slug for question in framework.key_questions] == FIVE
    assert [len(framework.statements_under(slug)) for slug in FIVE] == [8, 6, 5, 7, 8]
    assert len(framework.statements) == 34
    assert not framework.draft


def test_the_draft_for_adult_social_care_has_24_key_lines_and_is_marked_draft() -> None:
    """There are 7, 4, 3, 4 and 6 key lines of enquiry, and the framework says that it is a draft."""
    framework = load_framework("asc-draft-2026")
    assert [len(framework.statements_under(slug)) for slug in FIVE] == [7, 4, 3, 4, 6]
    assert len(framework.statements) == 24
    assert framework.draft


@pytest.mark.parametrize("identifier", ["saf-2023", "asc-draft-2026"])
def test_each_says_its_source_its_day_and_what_is_unverified(identifier: str) -> None:
    """A reader learns where the names are from, when they were read, and what nobody could check."""
    framework = load_framework(identifier)
    assert framework.id == identifier
    assert "Care Quality Commission" in framework.source
    assert framework.read_on == "2026-11-23"
    assert framework.unverified.endswith(".")


def test_the_ids_are_listed_in_order() -> None:
    """Both shipped frameworks are named, in alphabetical order."""
    assert framework_ids() == ("asc-draft-2026", "saf-2023")


@pytest.mark.parametrize(
    "written",
    [
        "Environmental sustainability \N{EN DASH} sustainable development",
        "environmental sustainability - sustainable development",
        "Environmental sustainability: sustainable development",
        "environmental-sustainability-sustainable-development",
        "saf-2023/environmental-sustainability-sustainable-development",
        "SAF-2023/Environmental sustainability \N{EM DASH} sustainable development",
    ],
)
def test_a_statement_is_found_however_it_is_written(written: str) -> None:
    """Case, dashes and punctuation make no difference, and the framework's id may stand before."""
    assert load_framework("saf-2023").find_statement(written) == Statement(
        "saf-2023",
        "environmental-sustainability-sustainable-development",
        "Environmental sustainability \N{EN DASH} sustainable development",
        "well-led",
    )


@pytest.mark.parametrize(
    ("written", "slug"),
    [
        ("Kindness, compassion & dignity", "kindness-compassion-and-dignity"),
        ("kindness-compassion-dignity", "kindness-compassion-and-dignity"),
        (
            "Responding to people\N{RIGHT SINGLE QUOTATION MARK}s immediate needs",
            "responding-to-peoples-immediate-needs",
        ),
        ("  PERSON CENTRED CARE ", "person-centred-care"),
    ],
)
def test_ampersands_apostrophes_and_cqc_addresses_are_read(written: str, slug: str) -> None:
    """A statement is found with "&", with a curly apostrophe, and by the name in the address of CQC's page."""
    found = load_framework("saf-2023").find_statement(written)
    assert found
    assert found.slug == slug


@pytest.mark.parametrize("written", ["", "Medicines", "asc-draft-2026/safeguarding", "Safety culture", "saf-2023/"])
def test_what_is_not_in_the_framework_is_not_found(written: str) -> None:
    """Part of a title, another framework's statement and nothing at all are no statement."""
    assert load_framework("saf-2023").find_statement(written) is None


@pytest.mark.parametrize(
    ("written", "first"),
    [
        ("medicines", "Medicines optimisation"),
        ("Medicine optimization", "Medicines optimisation"),
        ("Safegarding", "Safeguarding"),
        ("infection control", "Infection prevention and control"),
    ],
)
def test_a_slip_brings_the_title_that_was_meant_first(written: str, first: str) -> None:
    """For a part of a title or a slip of the pen, the likeliest title leads the suggestions."""
    assert load_framework("saf-2023").closest(written)[0] == first


def test_nonsense_brings_no_suggestion() -> None:
    """Where nothing is near, nothing is suggested."""
    assert load_framework("saf-2023").closest("zzzz") == []


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("saf-2032", "Did you mean saf-2023?"),
        ("kloe", "Write one of asc-draft-2026, saf-2023, or add plans/frameworks/kloe.yaml."),
    ],
)
def test_an_unknown_framework_is_answered_with_what_to_write(written: str, hint: str) -> None:
    """A slip is answered with the id that is near; anything else with the list and the file to add."""
    with pytest.raises(UnknownFrameworkError, match=written) as caught:
        load_framework(written)
    assert caught.value.hint == hint
