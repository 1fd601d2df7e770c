"""When each item of a plan, and each note, was first recorded and last changed."""

from pathlib import Path

import pytest

from action_plans.model.when import read_when
from action_plans.pipeline import examine, look_back
from action_plans.project.options import Options
from action_plans.project.settings import Settings
from tests.builders import TODAY
from tests.history.looking_back import NOTE, OAK, PLAN, Known, commit, in_days, known, looked_back, provenance_of
from tests.project import Project

REWRITTEN = """\
# The same plan, written another way
format: 1
service: "Oakfield House"
title: Improvement
  plan
id: OAK
roles:
  QL: Quality lead
  RM: {title: Registered manager}
actions:
  - id: A2   # the second one first
    due: 30 June 2026
    owner: RM
    title: >
      Teach
      counting
    for: [F1]
  - {id: A1, owner: RM, title: 'Count medicines', due: "2026-06-30", for: [F1], done_when: Every count agrees,
     checks: [{result: holds, by: QL, date: 22 April 2026}]}
findings:
  - id: F1
    kind: must
    title: Medicines were not counted
    text: |
      Counts were
      not kept.
"""


def test_an_item_changed_in_the_commit_in_which_what_it_says_changed(project: Project) -> None:
    """Of two actions in one file, the one whose date was moved changed on that day, and the other did not."""
    commit(project, "2026-03-01", plan=PLAN)
    commit(project, "2026-03-09", plan=PLAN.replace("title: Teach counting", "title: Teach counting to all"))
    assert known(project, "OAK/A1") == Known("1 March", "1 March")
    assert known(project, "OAK/F1") == Known("1 March", "1 March")
    assert known(project, "OAK/A2") == Known("1 March", "9 March")
    assert known(project, "OAK") == Known("1 March", "9 March")


def test_an_item_is_first_recorded_in_the_commit_that_added_it(project: Project) -> None:
    """An action that came with a later version has that version's day, and the plan its own."""
    commit(project, "2026-03-01", plan=PLAN.partition("  - id: A2")[0])
    commit(project, "2026-03-09", plan=PLAN)
    assert known(project, "OAK/A2") == Known("9 March", "9 March")
    assert known(project, "OAK") == Known("1 March", "9 March")


def test_writing_the_same_another_way_changes_nothing(project: Project) -> None:
    """Other keys first, comments, line breaks, quotation marks and forms of dates: nothing was changed."""
    commit(project, "2026-03-01", plan=PLAN)
    commit(
        project,
        "2026-03-09",
        plan=REWRITTEN.replace("format: 1\n", "").replace("RM: {title: Registered manager}", "RM: Registered manager"),
    )
    for ref in ("OAK", "OAK/F1", "OAK/A1", "OAK/A2"):
        assert known(project, ref) == Known("1 March", "1 March"), ref


def test_a_note_changed_when_its_words_did(project: Project) -> None:
    """Its front matter in another order is no change; another word of its account is."""
    commit(project, "2026-03-01", plan=PLAN, note=NOTE)
    commit(
        project, "2026-03-09", note=NOTE.replace("id: E1\ntitle: Counts of March\n", "title: Counts of March\nid: E1\n")
    )
    assert known(project, "evidence/E1") == Known("1 March", "1 March")
    commit(project, "2026-03-10", note=NOTE.replace("All counts", "Most counts"))
    assert known(project, "evidence/E1") == Known("1 March", "10 March")


def test_what_is_not_committed_is_marked_item_by_item(project: Project) -> None:
    """A changed action and a new one are marked, the others keep their day; the plan and a new note are marked."""
    commit(project, "2026-03-01", plan=PLAN)
    added = "  - {id: A3, title: Count again, for: F1, owner: RM, due: 2026-06-30}\n"
    project.write({OAK: PLAN.replace("Every count agrees", "Most counts agree") + added, "evidence/OAK/e1.md": NOTE})
    assert known(project, "OAK/A1") == Known("1 March", "1 March", uncommitted=True)
    assert known(project, "OAK/A2") == Known("1 March", "1 March")
    assert known(project, "OAK/A3") == Known("", "", uncommitted=True)
    assert known(project, "OAK") == Known("1 March", "1 March", uncommitted=True)
    assert known(project, "evidence/E1") == Known("", "", uncommitted=True)


@pytest.mark.parametrize("words", ["The same words", "Other words"])
def test_a_file_that_was_moved_keeps_its_history(project: Project, words: str) -> None:
    """A plan and a note moved to another folder, changed in the same commit or not, were recorded when they were."""
    commit(project, "2026-03-01", plan=PLAN, note=NOTE)
    for before, after in ((OAK, "plans/2026/oakfield.yaml"), ("evidence/OAK/e1.md", "evidence/OAK/2026/counts.md")):
        (project.folder / after).parent.mkdir(parents=True)
        (project.folder / before).rename(project.folder / after)
    if words == "Other words":
        project.write({"plans/2026/oakfield.yaml": PLAN.replace("Teach counting", words)})
        project.write({"evidence/OAK/2026/counts.md": NOTE.replace("All counts agree", words)})
    project.commit(date="2026-03-09T12:00:00Z")
    changed = "9 March" if words == "Other words" else "1 March"
    assert known(project, "OAK/A1") == Known("1 March", "1 March")
    assert known(project, "OAK/A2") == Known("1 March", changed)
    assert known(project, "evidence/E1") == Known("1 March", changed)


def test_a_note_without_an_id_keeps_its_history_when_its_folder_changes(project: Project) -> None:
    """It is known by the name of its file, which is the same."""
    note = NOTE.replace("id: E1\n", "")
    project.write({OAK: PLAN, "evidence/OAK/counts.md": note}).commit(date="2026-03-01T12:00:00Z")
    (project.folder / "evidence/OAK/counts.md").unlink()
    project.write({"evidence/OAK/spring/counts.md": note.replace("All", "Most")})
    project.commit(date="2026-03-09T12:00:00Z")
    assert known(project, "evidence/counts") == Known("1 March", "9 March")


def test_another_file_deleted_at_the_same_time_is_not_taken_for_it(project: Project) -> None:
    """A new plan in a commit that deletes another plan begins with that commit, and so do its items of other words."""
    commit(project, "2026-03-01", plan=PLAN)
    (project.folder / OAK).unlink()
    project.write({"plans/elm.yaml": PLAN.replace("id: OAK", "id: ELM").replace("Teach", "Learn")})
    project.commit(date="2026-03-09T12:00:00Z")
    assert known(project, "ELM") == Known("9 March", "9 March")
    assert known(project, "ELM/A2") == Known("9 March", "9 March")


def test_what_came_with_a_merge_names_the_commit_that_did_the_work(project: Project) -> None:
    """Work on a branch was done on its own day, by whoever did it, not on the day of the merge."""
    commit(project, "2026-03-01", plan=PLAN)
    project.git("checkout", "--quiet", "-b", "branch")
    commit(project, "2026-03-02", plan=PLAN.replace("Teach counting", "Teach everyone"))
    project.git("checkout", "--quiet", "main")
    commit(project, "2026-03-03", note=NOTE)
    project.git("merge", "--quiet", "--no-ff", "--message", "merged", "branch", date="2026-03-04T12:00:00Z")
    assert known(project, "OAK/A2") == Known("1 March", "2 March")
    assert known(project, "OAK") == Known("1 March", "2 March")
    assert known(project, "OAK/A1") == Known("1 March", "1 March")
    assert known(project, "evidence/E1") == Known("3 March", "3 March")


@pytest.mark.parametrize("broken", ["id: OAK\n  actions: [", PLAN.replace("id: A1\n", "id: A1\n    onwer: RM\n"), ""])
def test_a_version_that_cannot_be_read_changes_nothing(project: Project, broken: str) -> None:
    """Between two good versions lies a broken one: nothing vanished in it, and nothing came back after it."""
    commit(project, "2026-03-01", plan=PLAN)
    commit(project, "2026-03-05", plan=broken)
    commit(project, "2026-03-09", plan=PLAN.replace("Teach counting", "Teach everyone"))
    assert known(project, "OAK/A1") == Known("1 March", "1 March")
    assert known(project, "OAK/F1") == Known("1 March", "1 March")
    assert known(project, "OAK/A2") == Known("1 March", "9 March")


WITHOUT_A2 = PLAN.partition("  - id: A2")[0]
A2_IS_BROKEN = PLAN.replace("    title: Teach", "    titel: Teach")
UNREADABLE = "id: OAK\n  actions: ["


@pytest.mark.parametrize(
    ("before", "broken"),
    [(None, A2_IS_BROKEN), (None, UNREADABLE), (WITHOUT_A2, A2_IS_BROKEN), (WITHOUT_A2, UNREADABLE)],
    ids=["first, in part", "first", "second, in part", "second"],
)
@pytest.mark.parametrize("is_moved", [False, True], ids=["stays", "is moved"])
def test_what_is_read_after_a_broken_version_is_not_new(
    project: Project, before: str | None, broken: str, is_moved: bool
) -> None:
    """It may have stood in what could not be read: no day on which it was first recorded, nothing written down late."""
    if before is not None:
        commit(project, "2026-03-01", plan=before)
    commit(project, "2026-03-05", plan=broken)
    if is_moved:
        (project.folder / OAK).rename(project.folder / "plans/elsewhere.yaml")
    mended = PLAN.replace("  - id: A2\n", "  - id: A2\n    closed_on: 2026-01-02\n")
    project.write({"plans/elsewhere.yaml" if is_moved else OAK: mended})
    commit(project, "2026-03-09")
    kept = provenance_of(project)
    assert in_days(kept.of("OAK/A2")) == Known("", "9 March")
    assert kept.of("OAK/A2").was_unread
    assert kept.written_down("OAK/A2", "closed_on", read_when("2026-01-02")) is None
    said = project.command("history").output
    assert "was added" not in said.partition("9 March 2026")[2]
    assert "is read here first: the version before cannot be read, and may have held it." in said


def test_what_comes_after_a_mended_version_is_new(project: Project) -> None:
    """Only the version right after the broken one is in doubt; a note that could not be read came with its file."""
    commit(project, "2026-03-05", plan=A2_IS_BROKEN, note=NOTE.replace("date:", "dat:"))
    commit(project, "2026-03-09", plan=PLAN, note=NOTE)
    commit(project, "2026-03-12", plan=f"{PLAN}  - {{id: A3, title: New, owner: RM, due: 2026-06-30}}\n")
    assert known(project, "OAK/A3") == Known("12 March", "12 March")
    assert known(project, "evidence/E1") == Known("5 March", "9 March")
    assert known(project, "OAK/A1") == Known("5 March", "5 March")


def test_an_item_that_was_away_changed_when_it_came_back(project: Project) -> None:
    """An action taken out and put in again as it was: first recorded at the beginning, last changed at its return."""
    commit(project, "2026-03-01", plan=PLAN)
    commit(project, "2026-03-05", plan=PLAN.partition("  - id: A2")[0])
    commit(project, "2026-03-09", plan=PLAN)
    assert known(project, "OAK/A2") == Known("1 March", "9 March")
    assert known(project, "OAK/A1") == Known("1 March", "1 March")


def test_references_are_found_whatever_their_case(project: Project) -> None:
    """An id written in capitals later is the same action, changed in that version."""
    commit(project, "2026-03-01", plan=PLAN.replace("id: A2", "id: a2"))
    commit(project, "2026-03-09", plan=PLAN)
    assert known(project, "OAK/A2") == Known("1 March", "9 March")


def test_a_shallow_copy_gives_no_date_and_says_why(project: Project, tmp_path: Path) -> None:
    """The newest commit of a shallow copy seems to have made everything: no date is given, in words that help."""
    commit(project, "2026-03-01", plan=PLAN)
    commit(project, "2026-03-09", plan=PLAN.replace("Teach counting", "Teach everyone"), note=NOTE)
    copy = Project(tmp_path / "copy")
    project.git("clone", "--quiet", "--depth=1", project.folder.as_uri(), str(copy.folder))
    found = provenance_of(copy)
    assert "only the newest commits" in found.sentence
    assert "fetch-depth: 0" in found.sentence
    assert known(copy, "OAK/A2") == known(copy, "evidence/E1") == Known("", "")
    copy.write({OAK: PLAN})
    assert known(copy, "OAK") == Known("", "", uncommitted=True)


def test_a_project_without_git_says_so(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """No date, no mark, one sentence."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(project.folder.parent))
    project.write({OAK: PLAN})
    assert provenance_of(project).sentence == "This site was built without git: no dates of change are shown."
    assert known(project, "OAK/A1") == Known("", "")


def test_before_the_first_commit_everything_is_uncommitted(project: Project) -> None:
    """A repository without a commit has no dates, and says so."""
    project.git("init", "--quiet")
    project.write({OAK: PLAN, "evidence/OAK/e1.md": NOTE})
    assert provenance_of(project).sentence == "Nothing has been committed to git yet."
    for ref in ("OAK", "OAK/A1", "OAK/F1", "evidence/E1"):
        assert known(project, ref) == Known("", "", uncommitted=True), ref


def test_a_plan_that_has_errors_today_keeps_its_dates(project: Project) -> None:
    """In a preview a broken plan is compared with nothing: its dates are those of its versions."""
    commit(project, "2026-03-01", plan=PLAN)
    commit(project, "2026-03-09", plan=PLAN.replace("owner: RM\n    due", "onwer: RM\n    due", 1))
    found = looked_back(project).provenance.of("OAK/A2")
    assert found.last
    assert found.last.date.day == 1


def test_what_was_there_before_the_first_version_read_was_not_written_down_late(project: Project) -> None:
    """A closing from before `history_from` is not told as written down with the first change after it."""
    closed = PLAN.replace("  - id: A2\n", "  - id: A2\n    closed_on: 2026-01-02\n")
    commit(project, "2026-03-01", plan=closed)
    commit(project, "2026-03-09", plan=closed.replace("Teach counting", "Teach everyone"))
    settings = Settings(project.folder, Options(history_from="2026-03-05"), TODAY)
    kept = look_back(examine(settings), settings).provenance
    assert kept.written_down("OAK/A2", "closed_on", read_when("2026-01-02")) is None
