"""CQC is known however people write it, and a rating is CQC's only where CQC rates."""

import pytest

from tests.family.family_projects import HOME_PAGE, REPORT, TOPIC_PAGE, a_home, edition, main_of, page


@pytest.mark.parametrize(
    ("name", "is_cqc"),
    [
        ("CQC", True),
        ("the CQC", True),
        ("Care Quality Commission", True),
        ("The Care Quality Commission", True),
        ("Care Quality Commission (CQC)", True),
        ("CQC (Care Quality Commission)", True),
        ("CQC inspectors", True),
        ("CQC's inspection team", True),
        ("CQC (England)", True),
        ("CQC and the council", False),
        ("CQC, Westshire Council", False),
        ("CQC compliance consultants", False),
        ("CQC-style audit", False),
        ("CQC lead", False),
        ("CQC team", False),
        ("CQC registration officer", False),
        ("Westshire Council with CQC", False),
        ("The council", False),
    ],
)
def test_a_report_is_cqcs_by_any_of_its_names(name: str, is_cqc: bool) -> None:
    """Families are told that CQC found it, and the rating; never of what names another body too."""
    built = edition(a_home(sources=[{**REPORT, "from": name}]))
    assert ("What CQC found" in page(built, TOPIC_PAGE)) == is_cqc
    assert ("requires improvement" in main_of(built, HOME_PAGE)) == is_cqc


@pytest.mark.parametrize(
    ("kind", "is_rated"),
    [("assessment", True), ("inspection", True), ("review", True), ("warning-notice", False), ("conditions", False)],
)
def test_a_rating_is_cqcs_where_cqc_rates(kind: str, is_rated: bool) -> None:
    """A notice or a letter may quote a rating, and gives none."""
    built = edition(a_home(sources=[{**REPORT, "kind": kind}]))
    assert ("requires improvement" in main_of(built, HOME_PAGE)) == is_rated
