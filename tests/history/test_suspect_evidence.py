"""What changed in meaning since the evidence for it was checked is said, and nothing else is."""

import pytest

from tests.history.looking_back import NOTE, OAK, PLAN, commit, suspects
from tests.project import MKDOCS_YML, Project
from tests.staff.edition import words

CHANGED = "changed since it was checked"


def _page(project: Project, address: str) -> str:
    return words(project.read(f"site/{address}/index.html"))


def test_a_build_names_what_changed_after_the_check(project: Project) -> None:
    """Another `done_when` after the check of 22 April is named on the finding, the action and the list of problems."""
    commit(project, "2026-04-01", plan=PLAN, note=NOTE)
    commit(project, "2026-05-02", plan=PLAN.replace("Every count agrees", "Nine counts of ten agree"))
    assert project.build().exit_code == 0
    said = "A1 has changed since it was checked on 22 April 2026, in “done when”."
    assert said.removeprefix("A1 ") in _page(project, "plans/oak/findings/f1")
    assert "Changed since it was checked done when" in _page(project, "plans/oak/findings/f1")
    assert said in _page(project, "plans/oak/actions/a1")
    assert "Holds Changed since it was checked done when" in _page(project, "plans/oak/actions/a1")
    assert CHANGED not in _page(project, "plans/oak/actions/a2").lower()
    assert CHANGED not in _page(project, "evidence/oak/e1").lower()
    assert "Changed since it was checked: done when" in _page(project, "plans/oak/matrix")
    assert said in project.read("site/trail.json")
    assert "AP323" in project.read("site/problems/index.html")
    assert "22 April 2026" in _page(project, "problems")


def test_a_note_says_what_it_supports_that_changed(project: Project) -> None:
    """The note was checked on 22 April, and the title of what it supports changed in May."""
    commit(project, "2026-04-01", plan=PLAN, note=NOTE)
    commit(project, "2026-05-02", plan=PLAN.replace("Teach counting", "Teach everyone to count"))
    assert project.build().exit_code == 0
    assert "Changed since it was checked: title" in _page(project, "evidence/oak/e1")
    assert "Meets Changed since it was checked" in _page(project, "plans/oak/actions/a2")
    assert "Changed since it was checked" in _page(project, "evidence")


def test_writing_the_same_another_way_is_no_change_in_meaning(project: Project) -> None:
    """Line breaks, quotation marks, another order and `OAK/F1` for `F1` after the check: nothing is said."""
    commit(project, "2026-04-01", plan=PLAN)
    again = PLAN.replace("done_when: Every count agrees", "done_when: >\n      Every\n      count agrees")
    again = again.replace("for: F1\n    owner: RM", "owner: RM\n    for: [oak/f1]").replace(
        "kind: must}", 'kind: "must"}'
    )
    commit(project, "2026-05-02", plan=f"# reformatted\n{again}")
    assert suspects(project) == []
    assert project.build().exit_code == 0
    assert CHANGED not in _page(project, "plans/oak/findings/f1").lower()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("    due: 2026-06-30\n    done_when", "    due: 2026-07-31\n    done_when"),
        ("owner: RM\n    due: 2026-06-30\n    done_when", "owner: QL\n    due: 2026-06-30\n    done_when"),
        ("    done_when: Every", "    closed_on: 2026-05-01\n    closed_by: RM\n    done_when: Every"),
        (
            "    done_when: Every",
            "    started: 2026-04-01\n    lessons: Count early\n    note: Look again\n    done_when: Every",
        ),
        ("    checks:", "    updates: [{date: 2026-05-01, text: More}]\n    evidence: [{title: Sheet}]\n    checks:"),
        ("    checks:", "    family: {text: We count.}\n    checks:"),
    ],
)
def test_how_it_goes_is_no_change_in_meaning(project: Project, before: str, after: str) -> None:
    """Dates, people, news, closing, evidence, remarks and words for families may change after a check."""
    assert before in PLAN
    commit(project, "2026-04-01", plan=PLAN)
    commit(project, "2026-05-02", plan=PLAN.replace(before, after, 1))
    assert suspects(project) == []


@pytest.mark.parametrize(
    ("before", "after", "named"),
    [
        ("title: Count medicines", "title: Count controlled medicines", "“title”"),
        ("    done_when", "    description: Twice a day\n    done_when", "“more about it”"),
        ("    done_when", "    sustained_by: A weekly count\n    done_when", "“kept so by”"),
        ("    done_when: Every count agrees\n", "", "“done when”"),
        ("    for: F1\n", "", "“for”"),
    ],
)
def test_each_field_of_meaning_is_named(project: Project, before: str, after: str, named: str) -> None:
    """What was changed, added or taken out after the check is named as pages call it."""
    commit(project, "2026-04-01", plan=PLAN)
    commit(project, "2026-05-02", plan=PLAN.replace(before, after, 1))
    assert suspects(project) == [f"A1 has changed since it was checked on 22 April 2026, in {named}."]


def test_a_finding_is_compared_with_when_its_actions_were_checked(project: Project) -> None:
    """Other words of the report after both actions were checked: one problem on the finding, with both checks."""
    commit(project, "2026-04-01", plan=PLAN, note=NOTE.replace("checked_on: 2026-04-22", "checked_on: 2026-04-25"))
    commit(project, "2026-05-02", plan=PLAN.replace("Counts were not kept.", "Counts were seldom kept."))
    checks = "with A1 on 22 April 2026 and with A2 on 25 April 2026"
    assert suspects(project) == [f"F1 has changed since it was checked {checks}, in “the report's words”."]
    assert project.build().exit_code == 0
    assert "of the finding, the report's words" in _page(project, "plans/oak/findings/f1")


def test_evidence_for_the_finding_itself_is_compared(project: Project) -> None:
    """A note on the finding was checked, then the finding got another regulation."""
    note = NOTE.replace("OAK/A2", "OAK/F1")
    unchecked = PLAN.replace("    checks:\n      - {date: 2026-04-22, by: QL, result: holds}\n", "")
    commit(project, "2026-04-01", plan=unchecked, note=note)
    commit(project, "2026-05-02", plan=unchecked.replace("kind: must}", "kind: must, regulations: Regulation 12}"))
    assert suspects(project) == ["F1 has changed since it was checked on 22 April 2026, in “regulations”."]


def test_a_check_is_of_what_the_version_says_that_first_holds_it(project: Project) -> None:
    """A check of 22 April written down on 2 May, with other words: those were checked. What changes later was not."""
    unchecked = PLAN.replace("    checks:\n      - {date: 2026-04-22, by: QL, result: holds}\n", "")
    commit(project, "2026-04-01", plan=unchecked)
    commit(project, "2026-05-02", plan=PLAN.replace("Every count", "Each count"))
    assert suspects(project) == []
    commit(project, "2026-05-03", plan=PLAN.replace("Every count", "No count"))
    assert suspects(project) == ["A1 has changed since it was checked on 22 April 2026, in “done when”."]


def test_a_clock_that_is_years_early_hides_nothing(project: Project) -> None:
    """The change after the check bears a day ten years before it, and is named all the same."""
    commit(project, "2026-04-23", plan=PLAN)
    commit(project, "2016-04-24", plan=PLAN.replace("Every count", "Each count"))
    assert suspects(project) == ["A1 has changed since it was checked on 22 April 2026, in “done when”."]


def test_a_check_that_came_with_a_merge_is_compared_with_its_own_branch(project: Project) -> None:
    """Checked on a branch, then changed there, and merged afterwards: the merge does not hide what was changed."""
    unchecked = PLAN.replace("    checks:\n      - {date: 2026-04-22, by: QL, result: holds}\n", "")
    commit(project, "2026-04-01", plan=unchecked)
    project.git("checkout", "--quiet", "-b", "branch")
    commit(project, "2026-04-23", plan=PLAN)
    commit(project, "2026-04-24", plan=PLAN.replace("Every count", "Each count"))
    project.git("checkout", "--quiet", "main")
    commit(project, "2026-04-25", note=NOTE)
    project.git("merge", "--quiet", "--no-ff", "--message", "merged", "branch", date="2026-04-26T12:00:00Z")
    assert suspects(project) == ["A1 has changed since it was checked on 22 April 2026, in “done when”."]


def test_a_new_check_answers_it(project: Project) -> None:
    """Only what changed since the newest check is a gap; the older check keeps its mark on the page."""
    changed = PLAN.replace("Every count", "Each count")
    commit(project, "2026-04-01", plan=PLAN)
    commit(project, "2026-05-02", plan=changed)
    check = "      - {date: 2026-05-04, by: QL, result: holds}\n"
    commit(project, "2026-05-04", plan=changed.replace("  - id: A2", f"{check}  - id: A2"))
    assert suspects(project) == []
    assert project.build().exit_code == 0
    page = _page(project, "plans/oak/actions/a1")
    assert page.lower().count(CHANGED) == 1


def test_what_was_changed_back_did_not_change(project: Project) -> None:
    """Today's words are those that were checked."""
    commit(project, "2026-04-01", plan=PLAN)
    commit(project, "2026-05-02", plan=PLAN.replace("Every count", "Each count"))
    commit(project, "2026-05-03", plan=PLAN)
    assert suspects(project) == []


def test_a_change_that_is_not_committed_is_named_too(project: Project) -> None:
    """Today's words are those that lie there."""
    commit(project, "2026-04-01", plan=PLAN)
    project.write({OAK: PLAN.replace("Every count", "Each count")})
    assert suspects(project) == ["A1 has changed since it was checked on 22 April 2026, in “done when”."]


def test_a_plan_that_came_to_git_after_its_checks_is_compared_with_how_it_came(project: Project) -> None:
    """The version that first held the check is the base, since checks are written down after they are made."""
    commit(project, "2026-05-01", plan=PLAN)
    assert suspects(project) == []
    commit(project, "2026-05-02", plan=PLAN.replace("Every count", "Each count"))
    assert suspects(project) == ["A1 has changed since it was checked on 22 April 2026, in “done when”."]


CHECK = "      - {date: 2026-04-22, by: QL, result: holds}\n"
SLIPPED = "      - {date: 2026-04-22, by: QL, result: slipped, sample: 3 of 39, found: Gaps in charts}\n"


def _rewritten(fields: str) -> list[str]:
    return [f"The check of A1 on 22 April 2026 has changed since it was written down, in {fields}."]


@pytest.mark.parametrize(
    ("versions", "fields"),
    [
        ((SLIPPED, SLIPPED.replace("slipped", "holds")), "“result”"),
        ((SLIPPED, SLIPPED.replace("3 of 39", "30 of 39")), "“sample”"),
        ((SLIPPED, SLIPPED.replace(", sample: 3 of 39, found: Gaps in charts", "")), "“sample” and “found”"),
        ((SLIPPED, SLIPPED.replace("QL", "Westshire Council")), "“who checked”"),
        ((SLIPPED, "", SLIPPED.replace("slipped", "holds")), "“result”"),
        ((SLIPPED, CHECK, SLIPPED.replace("slipped", "partly")), "“result”"),
        ((SLIPPED, SLIPPED.replace("3 of", "4 of"), SLIPPED), ""),
        ((SLIPPED, SLIPPED.replace("by: QL, result: slipped", "result: Slipped,  by: QL")), ""),
        ((SLIPPED, SLIPPED + CHECK), ""),
        ((CHECK, CHECK + CHECK.replace("holds}", "holds, sample: 4 charts}")), ""),
        ((SLIPPED, SLIPPED + CHECK.replace("QL", "Westshire Council"), CHECK.replace("QL", "Westshire Council")), ""),
        ((SLIPPED, SLIPPED + CHECK.replace("04-22", "05-22")), ""),
    ],
)
def test_a_check_that_was_written_anew_is_told(project: Project, versions: tuple[str, ...], fields: str) -> None:
    """What a check said first is compared with what it says; another check beside it changes nothing."""
    for number, checks in enumerate(versions, 23):
        commit(
            project, f"2026-04-{number}", plan=PLAN.replace(CHECK, checks).replace("checks:\n  -", "checks: []\n  -")
        )
    assert suspects(project) == (_rewritten(fields) if fields else [])


def test_pages_show_a_check_that_was_written_anew(project: Project) -> None:
    """It stands at the check, on the finding and in the matrix; no later check answers it, and what it was of stays."""
    commit(project, "2026-04-23", plan=PLAN.replace(CHECK, SLIPPED))
    later = CHECK.replace("04-22", "05-04")
    project.write({OAK: PLAN.replace(CHECK, SLIPPED.replace("slipped", "holds") + later)})
    assert project.build().exit_code == 0
    assert "Holds Changed since it was written down result" in _page(project, "plans/oak/actions/a1")
    assert _rewritten("“result”")[0] in _page(project, "plans/oak/actions/a1")
    assert "of the check on 22 April 2026, result" in _page(project, "plans/oak/findings/f1")
    assert "Changed since it was checked: of the check on 22 April 2026, result" in _page(project, "plans/oak/matrix")


def test_a_stopped_action_is_not_accused(project: Project) -> None:
    """It proves nothing any more."""
    stopped = PLAN.replace(
        "    done_when: Every", "    stopped: {date: 2026-05-01, because: Done otherwise}\n    done_when: Each"
    )
    commit(project, "2026-04-01", plan=PLAN)
    commit(project, "2026-05-02", plan=stopped)
    assert suspects(project) == []


def test_the_plan_may_answer_it(project: Project) -> None:
    """With `accepted` it is shown with the reason, and no longer counted."""
    commit(project, "2026-04-01", plan=PLAN)
    answer = "accepted: [{code: AP323, item: A1, because: The same in plainer words, until: 2026-06-01}]\n"
    commit(project, "2026-05-02", plan=PLAN.replace("Every count", "Each count") + answer)
    assert project.build().exit_code == 0
    assert "Accepted: The same in plainer words" in _page(project, "plans/oak/actions/a1")


def test_check_says_it(project: Project) -> None:
    """`check` names the gap and stops nothing; there is no option for it."""
    commit(project, "2026-04-01", plan=PLAN)
    commit(project, "2026-05-02", plan=PLAN.replace("Every count", "Each count"))
    looked = project.check("--strict", "--as-of", "2026-05-12")
    assert project.check("--history").exit_code == 2
    assert looked.exit_code == 0
    assert "AP323 A1 has changed since it was checked on 22 April 2026" in looked.output


def test_a_name_that_was_taken_out_is_never_shown(project: Project) -> None:
    """What holds somebody's name comes back on no page, in no download and not in the search, once it is out."""
    commit(project, "2026-04-01", plan=PLAN.replace("Every count agrees", "Mrs Zanzibar agrees"))
    commit(project, "2026-05-02", plan=PLAN)
    assert project.build().exit_code == 0
    held = [file for file in project.site.rglob("*") if file.is_file() and b"zanzibar" in file.read_bytes().lower()]
    assert held == []


def test_earlier_words_are_shown_in_the_history_alone(project: Project) -> None:
    """What a plan said before stands where its history is told, and nowhere else: no family page, no search."""
    commit(project, "2026-04-01", plan=PLAN.replace("Every count agrees", "Zanzibar agrees"))
    commit(project, "2026-05-02", plan=PLAN)
    assert project.build().exit_code == 0
    held = [
        file.relative_to(site).as_posix()
        for site in (project.site, project.folder / "site-family")
        for file in site.rglob("*")
        if file.is_file() and b"zanzibar" in file.read_bytes().lower()
    ]
    assert held
    assert [name for name in held if not name.startswith("plans/oak/history/")] == []


def test_what_is_private_comes_back_nowhere(project: Project) -> None:
    """A refused name, a telephone number and a hidden field were written once: no file holds them again."""
    told = "Every count agrees; ring 07700 900123, says Zanzibar"
    commit(project, "2026-04-01", plan=PLAN.replace("Every count agrees", told))
    commit(project, "2026-05-02", plan=PLAN.replace("Teach counting", "Teach everyone"))
    options = "as_of: 2026-05-12\n    history_hide: [OAK/A2.title]\n    family: {names_to_refuse: names.txt}"
    project.write({"mkdocs.yml": MKDOCS_YML.replace("as_of: 2026-05-12", options), "names.txt": "Zanzibar\n"})
    assert project.build().exit_code == 0
    held = b"".join(file.read_bytes().lower() for file in project.site.rglob("*") if file.is_file())
    assert b"zanzibar" not in held
    assert b"900123" not in held
    assert b"teach counting" not in held
    assert b"taken out" in held
