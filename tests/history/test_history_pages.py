"""The history of a plan on its pages: what changed in words, earlier versions to read, what was sent to CQC."""

import re

import pytest

from tests.history.looking_back import NOTE, PLAN, commit, looked_back
from tests.project import Project
from tests.staff.edition import words

SOURCES = """\
sources:
  - {id: CQC26, kind: assessment, title: CQC report, assessed: 2026-03-10, published: 2026-04-20}
"""
BREACH = """\
  - id: F2
    title: Medicines were not counted at night
    kind: breach
    source: NOTICE
    regulations: Regulation 12(2)(g)
    keeping_safe: A nurse counts
"""

NOTICE = """\
sources:
  - {id: NOTICE, kind: requirement-notice, title: Notice, received: 2026-04-01, answered: 2026-04-15}
"""


def pages(project: Project) -> dict[str, str]:
    """Build the project and return the words of its pages by address."""
    built = project.build()
    assert built.exit_code == 0, built.output + built.errors
    return {
        file.parent.relative_to(project.site).as_posix(): _article(file.read_text(encoding="utf-8"))
        for file in project.site.rglob("index.html")
    }


def test_what_changed_is_told_in_words_the_newest_first(project: Project) -> None:
    """A new date with its reason, another owner, an action that went and one that came."""
    commit(project, "2026-04-01", plan=PLAN)
    moved = PLAN.replace(
        "    done_when: Every count agrees\n",
        "    done_when: Every count agrees\n"
        "    revised: {date: 2026-05-02, due: 2026-07-31, reason: Recruitment took longer}\n",
    ).replace("title: Teach counting", "title: Teach everyone to count")
    commit(project, "2026-05-02", plan=moved)
    commit(project, "2026-05-04", plan=moved.replace("  - id: A2", "  - id: A3"))
    said = pages(project)["plans/oak/history"]
    told = said.partition("What changed")[2]
    assert _in_order(
        told,
        "4 May 2026", "A3", "was written down first", "A2", "was taken out of the plan",
        "2 May 2026", "Date moved on 2 May 2026: due 31 July 2026, was 30 June 2026: Recruitment took longer",
        "Title is now Teach everyone to count. Before: Teach counting",
        "1 April 2026", "was written down first",
    )  # fmt: skip


@pytest.mark.parametrize("is_at_once", [True, False])
def test_an_action_that_was_moved_came_from_its_old_plan(project: Project, *, is_at_once: bool) -> None:
    """Taken out and put in by one commit or by two; a new one beside it is new."""
    head, _, moving = PLAN.partition("  - id: A2\n")
    moving = f"  - id: A2\n{moving}"
    elm = head.replace("id: OAK", "id: ELM")
    fresh = "  - {id: A4, title: Look each week, for: F1, owner: RM, due: 2026-06-30}\n"
    project.write({"plans/elm.yaml": elm})
    commit(project, "2026-04-01", plan=PLAN)
    if not is_at_once:
        commit(project, "2026-05-02", plan=head)
    project.write({"plans/elm.yaml": elm + moving + fresh})
    commit(project, "2026-05-04", plan=head)
    said = pages(project)["plans/elm/history"].partition("What changed")[2]
    assert _in_order(said, "A2", "came from OAK/A2", "A4", "was written down first", "1 April 2026")
    assert said.count("came from") == 1
    told = project.command("history", "--plan", "ELM")
    assert "ELM/A2 came from OAK/A2." in told.output
    assert "ELM/A4 was added." in told.output


def test_it_opens_at_the_last_visit_and_counts_each_choice(project: Project) -> None:
    """CQC came on 10 March; two versions are newer, and one of them is of the last 30 days."""
    commit(project, "2026-03-01", plan=PLAN + SOURCES)
    commit(project, "2026-04-01", plan=PLAN.replace("Count medicines", "Count all") + SOURCES)
    commit(project, "2026-05-02", plan=PLAN.replace("Count medicines", "Count twice") + SOURCES)
    pages(project)
    html = project.read("site/plans/oak/history/index.html")
    choices = re.findall(r'id="shown-(\w+)"( checked)?> ([^<]+)<', html)
    assert [(mark, bool(checked), words.replace("\N{NO-BREAK SPACE}", " ")) for mark, checked, words in choices] == [
        ("visit", True, "since CQC last came on 10 March 2026 (2)"),
        ("month", False, "the last 30 days (1)"),
        ("all", False, "everything (3)"),
    ]


def test_versions_that_people_ask_for_have_a_page(project: Project) -> None:
    """The first, that of a published report and the last of a month; the newest is the plan itself."""
    commit(project, "2026-03-01", plan=PLAN + SOURCES)
    for number, day in enumerate(("2026-03-05", "2026-03-28", "2026-04-19", "2026-04-22", "2026-05-02")):
        commit(project, day, plan=PLAN.replace("Count medicines", f"Count {number}") + SOURCES)
    made = pages(project)
    said = made["plans/oak/history"].partition("Earlier versions to read")[2]
    assert _in_order(
        said,
        "22 April 2026", "The last of April 2026.",
        "19 April 2026", "When CQC report was published, 20 April 2026.",
        "28 March 2026", "The last of March 2026.",
        "1 March 2026", "The first version.",
    )  # fmt: skip
    assert "5 March 2026" not in said.partition("At most")[0]
    assert len([name for name in made if re.fullmatch(r"plans/oak/history/[0-9a-f]{7}", name)]) == 4


def test_an_earlier_version_is_marked_and_leads_back_alone(project: Project) -> None:
    """Title, every heading and every sheet say that it is earlier; no link leads into the plan of today but back."""
    commit(project, "2026-03-01", plan=PLAN)
    commit(project, "2026-05-02", plan=PLAN.replace("Count medicines", "Count twice"))
    (name,) = [name for name in pages(project) if re.fullmatch(r"plans/oak/history/[0-9a-f]{7}", name)]
    html = project.read(f"site/{name}/index.html")
    body = html.partition('class="earlier"')[2].partition("</article>")[0]
    assert "Count medicines" in body
    assert "Count twice" not in html
    assert "(earlier version)" in html.partition("<title>")[2].partition("</title>")[0]
    assert all("as on" in words(one) for one in re.findall(r"<h[23][^>]*>.*?</h[23]>", body))
    assert "OAK as on 1 March 2026, not today" in words(html)
    after_mark = body.partition("earlier-mark")[2]
    assert re.findall(r'<a [^>]*href="([^"]+)"', after_mark)[1:] == []


def test_a_hidden_version_has_no_page_and_tells_nothing(project: Project) -> None:
    """What `history_hide` names is a row with its day and no words, and no page."""
    commit(project, "2026-03-01", plan=PLAN)
    commit(project, "2026-04-02", plan=PLAN.replace("Count medicines", "Count Zebra"))
    hidden = project.git("rev-parse", "HEAD").output.strip()
    commit(project, "2026-05-02", plan=PLAN)
    options = f"as_of: 2026-05-12\n    history_hide: ['{hidden[:7]}']"
    project.write({"mkdocs.yml": project.read("mkdocs.yml").replace("as_of: 2026-05-12", options)})
    made = pages(project)
    assert f"plans/oak/history/{hidden[:7]}" not in made
    assert not [name for name, said in made.items() if "zebra" in said.casefold()]


def test_the_report_as_it_was_sent_is_that_of_the_day_of_the_answer(project: Project) -> None:
    """Answered on 15 April: the form says what the plan said that evening, not what it says today."""
    plan = PLAN.replace("actions:\n", f"{BREACH}actions:\n").replace("for: F1", "for: F2") + NOTICE
    commit(project, "2026-04-14", plan=plan)
    commit(project, "2026-04-16", plan=plan.replace("Count medicines", "Count twice"))
    made = pages(project)
    sent = made["plans/oak/report-on-actions/notice"]
    assert "Report on actions as it was sent on 15 April 2026" in sent
    assert "A1 Count medicines" in sent
    assert "Count twice" not in sent
    assert "A1 Count twice" in made["plans/oak/report-on-actions"]
    assert "15 April 2026: Notice" in made["plans/oak/report-on-actions"]


@pytest.mark.parametrize(("recorded", "is_shown"), [("2026-04-14", True), ("2026-04-16", False)])
def test_the_report_as_it_was_sent_knows_the_notes_of_that_day(project: Project, recorded: str, is_shown: bool) -> None:
    """What a note showed on the day of the answer was said; one that came after it was not there."""
    closed = "    due: 2026-06-30\n    done_when: Every count agrees\n    closed_on: 2026-04-10\n"
    plan = PLAN.replace("    due: 2026-06-30\n    done_when: Every count agrees\n", closed, 1).partition("    checks:")[
        0
    ]
    plan = plan.replace("actions:\n", f"{BREACH}actions:\n").replace("for: F1", "for: F2") + NOTICE
    note = NOTE.replace("OAK/A2", "OAK/A1").replace("2026-04-22", "2026-04-12").replace("2026-03-31", "2026-04-11")
    if is_shown:
        commit(project, recorded, plan=plan, note=note)
    else:
        commit(project, "2026-04-14", plan=plan)
        commit(project, recorded, note=note)
    sent = pages(project)["plans/oak/report-on-actions/notice"]
    assert ("confirmed by someone independent" in sent) is is_shown
    assert ("nothing shows it yet" in sent) is not is_shown


@pytest.mark.parametrize("has_git", [True, False])
def test_what_cannot_be_told_is_said(project: Project, has_git: bool) -> None:
    """Answered before the first version, or without git: the page says that it cannot be told, and shows no form."""
    plan = PLAN.replace("actions:\n", f"{BREACH}actions:\n") + NOTICE
    if has_git:
        commit(project, "2026-05-02", plan=plan)
    else:
        project.write({"plans/oak.yaml": plan})
    sent = pages(project)["plans/oak/report-on-actions/notice"]
    expected = "No version of the plan is recorded from 15 April 2026 or before" if has_git else "git"
    assert expected in sent
    assert "A1" not in sent


def test_approvals_stand_in_line_with_versions(project: Project) -> None:
    """What the board decided stands between the version of its day and the next."""
    approval = "approvals: {date: 2026-04-10, group: Provider's board, decision: Approved with more night checks}\n"
    commit(project, "2026-04-01", plan=PLAN)
    commit(project, "2026-05-02", plan=PLAN + approval)
    told = pages(project)["plans/oak/history"].partition("What changed")[2]
    assert _in_order(
        told, "2 May 2026", "10 April 2026 Provider's board", "Approved with more night checks", "1 April 2026"
    )


def test_a_merge_names_the_commits_it_brought(project: Project) -> None:
    """The row of a merge says which commits of a branch came with it."""
    commit(project, "2026-04-01", plan=PLAN)
    project.git("checkout", "-q", "-b", "work")
    commit(project, "2026-04-20", plan=PLAN.replace("Count medicines", "Count twice"))
    brought = project.git("rev-parse", "--short=7", "HEAD").output.strip()
    project.git("checkout", "-q", "-")
    project.git("merge", "-q", "--no-ff", "-m", "Joined", "work")
    assert f"brought {brought}" in pages(project)["plans/oak/history"]
    assert looked_back(project).past is not None


def _article(html: str) -> str:
    body = html.partition("<article")[2].partition("</article>")[0]
    return words(body).replace("\N{NO-BREAK SPACE}", " ")


def _in_order(text: str, *parts: str) -> bool:
    place = 0
    for part in parts:
        found = text.find(part, place)
        assert found >= 0, f"{part!r} is not in: {text[place : place + 600]}"
        place = found + len(part)
    return True


def test_evidence_that_was_on_request_stays_untold_once_its_line_is_gone(project: Project) -> None:
    """Shown at first, then kept on request, then taken out: no version and no change tells what it held."""
    line = "{title: Interviews, date: 2026-03-01, sample: Zebra, result: Zebra, note: Zebra, extra: {Room: Zebra}}"
    shown = PLAN.replace("    checks:", f"    evidence: [{line}]\n    checks:", 1)
    commit(project, "2026-03-01", plan=shown)
    commit(project, "2026-04-02", plan=shown.replace("{title: Int", "{confidentiality: on-request, title: Int"))
    commit(project, "2026-05-02", plan=PLAN)
    made = pages(project)
    assert not [name for name, said in made.items() if "zebra" in said.casefold()]
    told = project.command("history", "--format", "json").output
    assert "Zebra" not in told
    assert "Interviews" in told


def test_evidence_that_was_never_on_request_is_told_of_earlier_versions(project: Project) -> None:
    """A line that was only taken out is a change like any other."""
    line = "{title: Interviews, date: 2026-03-01, sample: Zebra}"
    commit(project, "2026-03-01", plan=PLAN.replace("    checks:", f"    evidence: [{line}]\n    checks:", 1))
    commit(project, "2026-05-02", plan=PLAN)
    assert "Zebra" in project.command("history", "--format", "json").output
