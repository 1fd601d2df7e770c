"""The closed lists hold the words of the contract, with titles for pages."""

import pytest

from action_plans.frameworks.vocabulary import Vocabulary, evidence_categories, evidence_types, regulated_activities


def test_there_are_six_evidence_categories_as_plans_write_them() -> None:
    """The short words of the contract, in CQC's order."""
    assert [term.slug for term in evidence_categories().terms] == [
        "peoples-experience",
        "feedback-from-staff-and-leaders",
        "feedback-from-partners",
        "observation",
        "processes",
        "outcomes",
    ]


def test_there_are_eleven_types_of_evidence_as_plans_write_them() -> None:
    """The short words of the contract, in its order."""
    slugs = "audit training-record observation survey feedback minutes policy photo data report other"
    assert [term.slug for term in evidence_types().terms] == slugs.split()


def test_a_regulated_activity_is_found_however_it_is_written() -> None:
    """By title or slug, and a part of the title brings it as a suggestion."""
    activities = regulated_activities()
    title = "Accommodation for persons who require nursing or personal care"
    found = activities.find(title.upper())
    assert found
    assert found.title == title
    assert activities.find("personal-care") == activities.find("Personal care")
    assert activities.find("gardening") is None
    assert title in activities.closest("nursing or personal care")


@pytest.mark.parametrize("vocabulary", [evidence_categories(), evidence_types(), regulated_activities()])
def test_each_list_says_its_source_and_what_is_unverified(vocabulary: Vocabulary) -> None:
    """A reader learns where the words are from and what nobody could check."""
    assert vocabulary.source.endswith(".")
    assert vocabulary.unverified.endswith(".")
    assert len({term.slug for term in vocabulary.terms}) == len(vocabulary.terms)
