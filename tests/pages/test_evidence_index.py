"""The index of evidence: newest first, what lapses, what is to come, where the originals are."""

import re

from tests.pages.edition import PLAN, made_of
from tests.project import Project

LINES = """\
    evidence:
      - {title: Old sheets, date: 2026-01-10, kept: Office, review_due: 2026-05-01}
      - {title: New sheets, date: 2026-05-02, kept: Office, review_due: 2026-08-31, checked_by: QL, verdict: meets}
      - {title: Lasting sheets, date: March 2026, kept: Attic, review_due: 2026-09-01}
      - {title: Promised sheets}
"""


def rows_of(html: str, heading: str) -> list[str]:
    """Return the words of each row under a heading."""
    part = html.partition(f'<h2 id="{heading}">')[2].partition("<h2")[0]
    return [
        " ".join(re.sub(r"<[^>]*>", " ", row).split()) for row in re.findall(r"<tr[^>]*>(.*?)</tr>", part, re.DOTALL)
    ]


def test_the_newest_stands_first_and_what_is_to_come_apart(project: Project) -> None:
    """Dated evidence is in one table, the newest first; what has no date stands below, and proves nothing."""
    html = made_of(project.write({"plans/oak.yaml": PLAN + LINES})).pages["evidence/"].html
    titles = [row.split(" sheets")[0] for row in rows_of(html, "all")[1:]]
    assert titles == ["New", "Lasting", "Old"]
    assert [row for row in rows_of(html, "to-come") if "Promised sheets" in row]


def test_what_is_stale_or_lapses_before_the_assessment_is_said(project: Project) -> None:
    """Past its review date: out of date. Before the next assessment: it lapses. On its very day: neither."""
    html = made_of(project.write({"plans/oak.yaml": PLAN + LINES})).pages["evidence/"].html
    rows = {row.split(" sheets")[0]: row for row in rows_of(html, "all")[1:]}
    assert "out of date" in rows["Old"]
    assert "lapses before the next assessment" in rows["New"]
    assert not re.search("out of date|lapses", rows["Lasting"])


def test_originals_are_listed_by_place(project: Project) -> None:
    """Whoever fetches originals reads each place once, with all that lies there."""
    html = made_of(project.write({"plans/oak.yaml": PLAN + LINES})).pages["evidence/"].html
    assert rows_of(html, "originals")[1:] == ["Attic Lasting sheets", "Office New sheets Old sheets"]


def test_without_evidence_the_page_says_so(project: Project) -> None:
    """The page exists with nothing to show, and says it in a sentence."""
    assert "There is no evidence yet." in made_of(project.write({"plans/oak.yaml": PLAN})).said("evidence/")
