"""The index of evidence: newest first, what lapses, what is to come, where the originals are."""

import re

from tests.project import Project
from tests.staff.edition import PLAN, made_of
from tests.staff.reading_html import faults

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


def test_what_lapses_before_the_assessment_is_listed_by_date(project: Project) -> None:
    """What must be looked at again stands by date, what is out of date already first; what lasts is not there."""
    made = made_of(project.write({"plans/oak.yaml": PLAN + LINES}))
    rows = rows_of(made.pages["evidence/"].html, "lapsing")[1:]
    assert [row.replace("\N{NO-BREAK SPACE}", " ").split(" A1")[0] for row in rows] == [
        "1 May 2026 out of date already Old sheets",
        "31 August 2026 New sheets",
    ]
    assert "The next assessment is expected by 1 September 2026." in made.said("evidence/")


def test_each_piece_can_be_found_by_what_is_said_of_it(project: Project) -> None:
    """Rows and choices carry the same values; what all rows answer alike is no choice."""
    line = "      - {title: Watched, date: 2026-05-03, category: observation, type: audit, by: DM, checked_by: QL}\n"
    html = made_of(project.write({"plans/oak.yaml": PLAN + LINES + line})).pages["evidence/"].html
    choices = {
        name: re.findall(r'value="([^"]+)"', options)
        for name, options in re.findall(r'<select id="narrow-[^"]*" name="([^"]*)">(.*?)</select>', html)
    }
    assert choices == {
        "category": ["observation", "-"],
        "type": ["audit", "-"],
        "verdict": ["meets", "-"],
        "state": ["unchecked", "lapses", "stale"],
        "age": ["month", "quarter", "year"],
        "made": ["deputy-manager", "-"],
        "checked": ["quality-lead", "-"],
    }
    (watched,) = [row for row in re.findall(r"<tr[^>]*data-[^>]*>", html) if 'data-category="observation"' in row]
    assert 'data-finding="oak/f1"' in watched
    assert 'data-made="deputy-manager"' in watched
    assert 'data-checked="quality-lead"' in watched


def test_several_plans_can_be_told_apart(project: Project) -> None:
    """With two plans there is a choice of plan, and findings stand in the order of their numbers."""
    plan = PLAN.replace("id: F1,", "id: F10,").replace("for: F1", "for: [F10, F2]")
    plan = plan.replace("findings:\n", "findings:\n  - {id: F2, title: Doors did not close}\n") + LINES
    ash = PLAN.replace("id: OAK", "id: ASH").replace("Improvement plan", "Night plan") + LINES
    html = made_of(project.write({"plans/oak.yaml": plan, "plans/ash.yaml": ash})).pages["evidence/"].html
    choices = dict(re.findall(r'<select id="narrow-[^"]*" name="([^"]*)">(.*?)</select>', html))
    assert re.findall(r"<option[^>]*>(.*?)</option>", choices["plan"]) == [
        "Any", "ASH Night plan", "OAK Improvement plan",
    ]  # fmt: skip
    assert re.findall(r'value="([^"]+)"', choices["finding"]) == ["ash/f1", "oak/f2", "oak/f10"]


def test_what_is_on_request_is_not_found_by_what_nobody_may_know(project: Project) -> None:
    """Category, type and author of what is kept on request stand nowhere in the list, not even as a choice."""
    lines = """\
    evidence:
      - {title: Minutes, date: 2026-04-01, category: feedback-from-partners, type: minutes, by: DM, verdict: meets,
         confidentiality: on-request, review_due: 2026-05-20}
      - {title: Sheets, date: 2026-04-02, category: processes, type: audit, by: QL}
      - {title: More sheets, date: 2026-04-03, category: outcomes, type: data, by: RM}
"""
    html = made_of(project.write({"plans/oak.yaml": PLAN + lines})).pages["evidence/"].html
    assert not re.search('feedback-from-partners|minutes"|deputy-manager|20.May', html)
    assert 'data-state="unchecked request"' in html


def test_a_note_that_was_written_up_late_says_so(project: Project) -> None:
    """How long after its date a note was first recorded is told by git, on its page and in the list; not in a week."""
    note = "---\nid: {}\ntitle: Sheets\ndate: {}\nsupports: OAK/A1\n---\nText.\n"
    project.write(
        {
            "plans/oak.yaml": PLAN,
            "evidence/late.md": note.format("E1", "2026-04-12"),
            "evidence/soon.md": note.format("E2", "2026-04-24"),
        }
    ).commit(date="2026-05-01T12:00:00Z")
    assert project.build().exit_code == 0
    assert project.read("site/evidence/index.html").count("written up") == 1
    assert "Written up 19 days after." in project.read("site/evidence/late/index.html")
    assert "Written up" not in project.read("site/evidence/soon/index.html")


def test_a_version_from_after_the_day_of_the_site_says_nothing(project: Project) -> None:
    """A site made as at 12 May does not call a note late that git first recorded in June."""
    note = "---\nid: E1\ntitle: Sheets\ndate: 2026-04-12\nsupports: OAK/A1\n---\nText.\n"
    project.write({"plans/oak.yaml": PLAN, "evidence/e1.md": note}).commit(date="2026-06-01T12:00:00Z")
    assert project.build().exit_code == 0
    assert "Written up" not in project.read("site/evidence/e1/index.html")


def test_originals_are_listed_by_place(project: Project) -> None:
    """Whoever fetches originals reads each place once, with all that lies there."""
    html = made_of(project.write({"plans/oak.yaml": PLAN + LINES})).pages["evidence/"].html
    assert rows_of(html, "originals")[1:] == ["Attic Lasting sheets", "Office New sheets Old sheets"]


def test_without_evidence_the_page_says_so(project: Project) -> None:
    """The page exists with nothing to show, and says it in a sentence."""
    assert "There is no evidence yet." in made_of(project.write({"plans/oak.yaml": PLAN})).said("evidence/")


AGES = """\
    evidence:
      - {title: Of today, date: 2026-05-12}
      - {title: Of the month, date: 2026-04-12}
      - {title: Over a month, date: 2026-04-11}
      - {title: Of the quarter, date: 2026-02-12}
      - {title: Over a quarter, date: 2026-02-11}
      - {title: Of the year, date: 2025-05-12}
      - {title: Over a year, date: 2025-05-11}
      - {title: Planned, date: 2026-06-01}
"""


def test_each_age_ends_on_the_day_on_which_it_is_full(project: Project) -> None:
    """One month, three and twelve, by the calendar; a day ahead is no age; over a year is a choice without a script."""
    html = made_of(project.write({"plans/oak.yaml": PLAN + AGES})).pages["evidence/"].html
    rows = re.findall(r'<tr role="row" id="[^"]*"[^>]*?(?: class="([^"]*)")?[^>]* data-age="(\w+)"', html)
    assert [age for _, age in rows] == ["ahead", "month", "month", "quarter", "quarter", "year", "year", "old"]
    assert ["is-old" in marks for marks, _ in rows] == [False] * 7 + [True]
    assert "what is over 12 months old (1)" in re.sub(r"<[^>]*>", "", html)
    options = dict(re.findall(r'<select id="narrow-[^"]*" name="([^"]*)">(.*?)</select>', html))["age"]
    assert re.findall(r'value="([^"]+)"', options) == ["ahead", "month", "quarter", "year", "old"]


def test_evidence_can_be_found_by_its_service(project: Project) -> None:
    """With two services there is a choice of service, and without a script a list of each; a note may be of both."""
    ash = PLAN.replace("id: OAK", "id: ASH").replace("service: Oakfield House", "service: Ash Lodge") + LINES
    note = "---\nid: E1\ntitle: Both\ndate: 2026-05-04\nsupports: [OAK/A1, ASH/A1]\n---\nText.\n"
    project.write({"plans/oak.yaml": PLAN + LINES, "plans/ash.yaml": ash, "evidence/e1.md": note})
    made = made_of(project)
    html = made.pages["evidence/"].html
    choices = dict(re.findall(r'<select id="narrow-[^"]*" name="([^"]*)">(.*?)</select>', html))
    assert re.findall(r'value="([^"]+)">([^<]+)', choices["service"]) == [
        ("ash-lodge", "Ash Lodge"), ("oakfield-house", "Oakfield House"),
    ]  # fmt: skip
    assert html.count('data-service="oakfield-house ash-lodge"') == 1
    listed = rows_of(html, "by-service")[1:]
    assert [re.findall(r"Ash Lodge$|^Ash Lodge|^Oakfield House", row)[0] for row in listed] == [
        "Ash Lodge", "Oakfield House",
    ]  # fmt: skip
    assert ["Both" in row and "New sheets" in row for row in listed] == [True, True]
    assert not [fault for fault in faults(html) if "stands twice" in fault]


def test_one_service_is_no_choice(project: Project) -> None:
    """With one service there is neither the choice nor the list."""
    html = made_of(project.write({"plans/oak.yaml": PLAN + LINES})).pages["evidence/"].html
    assert 'name="service"' not in html
    assert 'id="by-service"' not in html
