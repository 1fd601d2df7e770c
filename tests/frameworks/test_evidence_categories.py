"""The six evidence categories are CQC's, and what a plan may write is what the data names."""

from action_plans.frameworks.evidence_categories import evidence_categories
from action_plans.model.evidence import EvidenceCategory


def test_a_plan_may_write_each_category_that_the_data_names() -> None:
    """The words of the model and of the data are the same, in CQC's order."""
    assert list(evidence_categories().titles) == [category.value for category in EvidenceCategory]


def test_the_first_category_has_its_full_name() -> None:
    """The name that CQC shortens nowhere is whole in the data."""
    assert evidence_categories().titles["peoples-experience"] == "People's experience of health and care services"


def test_the_data_says_its_source_and_what_is_unverified() -> None:
    """A reader learns where the names are from and what nobody could check."""
    assert "CQC" in evidence_categories().unverified
    assert evidence_categories().source.endswith(".")
