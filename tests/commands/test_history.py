"""`action-plans history` tells what changed in a plan, field by field, and what was taken out stays out."""

import json
from pathlib import Path
from typing import Any

import pytest

from action_plans.commands.history_report import HistoryReport
from tests.history.looking_back import NOTE, OAK, PLAN, commit
from tests.project import MKDOCS_YML, Project


def _told(project: Project, *arguments: str) -> dict[str, Any]:
    ran = project.command("history", "--format", "json", *arguments)
    assert ran.exit_code == 0, ran.said
    told: dict[str, Any] = json.loads(ran.output)
    return told


def _changes(project: Project, *arguments: str) -> list[tuple[Any, ...]]:
    told = _told(project, *arguments)
    return [
        (one["date"][:10], one["ref"], one["kind"], one["field"], one["before"], one["after"])
        for one in told["changes"]
    ]


def _options(project: Project, *lines: str) -> None:
    """Write options below those of the plugin."""
    text = "\n".join(f"    {line}" for line in lines)
    project.write({"mkdocs.yml": MKDOCS_YML.replace("as_of: 2026-05-12", f"as_of: 2026-05-12\n{text}")})


def test_changes_are_told_field_by_field(project: Project) -> None:
    """The plan came, then a date moved and an action went, then one came: dates in ISO form, lists as lists."""
    commit(project, "2026-03-01", plan=PLAN)
    first, _, rest = PLAN.partition("  - id: A2")
    commit(project, "2026-03-09", plan=first.replace("for: F1", "for: [F1, oak/f1]").replace("2026-06-30", "July 2026"))
    commit(project, "2026-03-10", plan=f"# words\n{first}  - id: A2{rest}".replace("2026-06-30", "July 2026", 1))
    told = _told(project)
    assert (told["schema"], told["plan"]) == ("action-plans/history/1", "OAK")
    assert [one["date"] for one in told["versions"]] == [f"2026-03-{day}T12:00:00Z" for day in ("01", "09", "10")]
    assert told["versions"][0]["commit"] == project.git("rev-list", "--max-parents=0", "HEAD").output.strip()
    assert told["versions"][0]["subject"] == "Changed"
    assert _changes(project) == [
        ("2026-03-01", "OAK", "added", None, None, None),
        ("2026-03-09", "OAK/A1", "changed", "due", "2026-06-30", "2026-07"),
        ("2026-03-09", "OAK/A1", "changed", "for", ["F1"], ["F1", "oak/f1"]),
        ("2026-03-09", "OAK/A2", "removed", None, None, None),
        ("2026-03-10", "OAK/A1", "changed", "for", ["F1", "oak/f1"], ["F1"]),
        ("2026-03-10", "OAK/A2", "added", None, None, None),
    ]


def test_a_plan_that_was_moved_and_not_committed_keeps_its_versions(project: Project) -> None:
    """After `git mv`, before the commit: the versions of the old path are its own, and that is said."""
    commit(project, "2026-03-01", plan=PLAN)
    project.git("mv", "plans/oak.yaml", "plans/oakfield.yaml")
    ran = project.command("history")
    assert (ran.exit_code, "Plan OAK: one version" in ran.output) == (0, True), ran.said
    assert "The file was moved since the newest version, which has it as plans/oak.yaml." in ran.output
    assert "OAK was added." in ran.output


def test_the_main_line_counts_and_a_range_can_be_asked_for(project: Project) -> None:
    """A merge's changes are the merge's; with --from and --to only what lies after the one, up to the other."""
    commit(project, "2026-03-01", plan=PLAN)
    project.git("tag", "first")
    project.git("checkout", "--quiet", "-b", "branch")
    commit(project, "2026-03-02", plan=PLAN.replace("Teach counting", "Teach everyone"))
    project.git("checkout", "--quiet", "main")
    commit(project, "2026-03-03", note=NOTE)
    project.git("merge", "--quiet", "--no-ff", "--message", "merged", "branch", date="2026-03-04T12:00:00Z")
    commit(project, "2026-03-05", plan=PLAN.replace("Teach counting", "Teach all"))
    moved = ("2026-03-04", "OAK/A2", "changed", "title", "Teach counting", "Teach everyone")
    assert _changes(project)[1:] == [
        moved, ("2026-03-05", "OAK/A2", "changed", "title", "Teach everyone", "Teach all")
    ]  # fmt: skip
    assert _changes(project, "--from", "first", "--to", "HEAD~1") == [moved]
    for odd in ("branch", "nowhere", "--help", "HEAD~99"):
        ran = project.command("history", f"--from={odd}")
        assert ran.exit_code == 1
        assert "is no version of the main line" in ran.errors


def test_what_holds_something_private_today_reads_taken_out(project: Project, tmp_path: Path) -> None:
    """A name with a title, a refused name, a hidden field and a hidden version: in JSON and in words alike."""
    names = tmp_path / "names.txt"
    names.write_text("Zanzibarova\n", encoding="utf-8")
    commit(project, "2026-03-01", plan=PLAN.replace("Teach counting", "Teach Mrs Quibble counting"))
    commit(project, "2026-03-02", plan=PLAN.replace("Every count agrees", "Zanzibarova agrees"))
    commit(project, "2026-03-03", plan=PLAN.replace("Every count agrees", "Hidden by field"))
    commit(project, "2026-03-04", plan=PLAN.replace("Counts were not kept.", "Hidden by version"))
    hidden = project.git("rev-parse", "HEAD").output[:7]
    commit(project, "2026-03-05", plan=PLAN)
    _options(
        project, f"history_hide: ['{hidden}', OAK/A1.done_when]", "family:", f"  names_to_refuse: {names.as_posix()}"
    )
    said = project.command("history", "--format", "json").output + project.command("history").output
    for word in ("Quibble", "Zanzibarova", "Hidden by field", "Hidden by version"):
        assert word not in said, word
    assert ("2026-03-02", "OAK/A2", "changed", "title", "taken out", "Teach counting") in _changes(project)
    assert ("2026-03-04", "OAK/F1", "changed", "text", "taken out", "taken out") in _changes(project)


def test_a_field_hidden_by_name_and_people_of_before_are_not_told(project: Project) -> None:
    """Who held a role before reads taken out; a line of evidence that is on request today does too."""
    line = "    evidence: [{title: Sheet, date: 2026-03-01, result: Seven wept%s}]\n"
    plan = PLAN.replace("RM: Registered manager", "RM: {title: Registered manager, name: Olwen Quibble}")
    held = plan.replace("    title: Teach counting\n", f"    title: Teach counting\n{line % ''}")
    commit(project, "2026-03-01", plan=held)
    commit(project, "2026-03-02", plan=held.replace("Seven", "Eight"))
    later = held.replace(line % "", line % ", confidentiality: on-request").replace("Olwen Quibble", "Anwen Tribble")
    commit(project, "2026-03-03", plan=later)
    said = project.command("history", "--format", "json").output
    for word in ("wept", "Olwen"):
        assert word not in said, word
    assert "Sheet" in said


def test_a_subject_with_something_private_reads_taken_out(project: Project) -> None:
    """What was written about a version may hold a name as well."""
    project.write({OAK: PLAN}).commit("As Mrs Quibble asked", date="2026-03-01T12:00:00Z")
    assert [one["subject"] for one in _told(project)["versions"]] == ["taken out"]


def test_history_from_cuts(project: Project) -> None:
    """What lies before that day is not told, nor what it said, nor that the plan began with the first that is read."""
    commit(project, "2026-01-01", plan=PLAN.replace("Teach counting", "Before"))
    commit(project, "2026-03-01", plan=PLAN)
    commit(project, "2026-03-09", plan=PLAN.replace("Every count", "Each count"))
    commit(project, "2026-03-10", plan=PLAN.replace("Every count", "Any count"))
    _options(project, "history_from: 2026-03-05")
    assert _changes(project) == [
        ("2026-03-09", "OAK/A1", "changed", "done_when", "not read", "Each count agrees"),
        ("2026-03-10", "OAK/A1", "changed", "done_when", "Each count agrees", "Any count agrees"),
    ]
    assert "Versions from before 5 March 2026 are not read." in project.command("history").output


def test_an_action_moved_to_another_plan_goes_here_and_comes_there(project: Project) -> None:
    """Removed in the one plan, added in the other; which plan is meant has to be said."""
    head, _, tail = PLAN.partition("  - id: A2")
    elm = head.partition("findings:")[0].replace("OAK", "ELM")
    commit(project, "2026-03-01", plan=PLAN)
    project.write({"plans/elm.yaml": f"{elm}actions:\n  - id: A2{tail}"})
    commit(project, "2026-03-09", plan=head)
    assert _changes(project, "--plan", "oak")[1:] == [("2026-03-09", "OAK/A2", "removed", None, None, None)]
    assert _changes(project, "--plan", "ELM") == [("2026-03-09", "ELM", "added", None, None, None)]
    assert project.command("history").exit_code == 2


def test_people_read_words_and_no_json(project: Project) -> None:
    """A moved date says what it was, a list what came; roles by their titles, and no bracket or quote of a program."""
    moved = "    due: 2026-06-30\n    revised: [{date: 2026-03-08, due: 2026-07-31, reason: Recruitment took longer}]\n"
    commit(project, "2026-03-01", plan=PLAN)
    commit(
        project, "2026-03-09", plan=PLAN.replace("    due: 2026-06-30\n", moved, 1).replace("owner: RM", "owner: QL")
    )
    said = project.command("history").output

    assert "OAK/A1: Date moved on 8 March 2026: due 31 July 2026, was 30 June 2026: Recruitment took longer" in said
    assert "OAK/A1: Owner is now Quality lead. Before: Registered manager" in said
    assert not {"{", "[", '"'} & set(said)


@pytest.mark.parametrize("state", ["without git", "no commit", "shallow"])
def test_where_git_cannot_tell_it_is_said_in_a_sentence(project: Project, tmp_path: Path, state: str) -> None:
    """One sentence, and 1."""
    project.write({OAK: PLAN})
    environment = {"GIT_CEILING_DIRECTORIES": str(project.folder.parent)}
    if state == "no commit":
        project.git("init", "--quiet")
    if state == "shallow":
        project.commit()
        project.write({OAK: f"{PLAN}# more\n"}).commit()
        copy = Project(tmp_path / "copy")
        project.git("clone", "--quiet", "--depth=1", project.folder.as_uri(), str(copy.folder))
        project = copy
    ran = project.command("history", environment=environment)
    expected = {
        "without git": "These files are not in a git repository, so no date of change is known.",
        "no commit": "Nothing has been committed to git yet.",
        "shallow": "This copy of the repository holds only the newest commits",
    }
    assert (ran.exit_code, ran.output) == (1, "")
    assert expected[state] in ran.errors


@pytest.mark.parametrize("written", ["12345", "1.5e3", "A7", "OAK/A7", "[{a: b}]", "'; rm'"])
def test_a_name_that_hides_nothing_is_an_error(project: Project, written: str) -> None:
    """What is neither a version nor a field is named, with what to write."""
    project.write({OAK: PLAN})
    _options(project, f"history_hide: {written}")
    ran = project.check()
    assert ran.exit_code != 0
    assert "history_hide" in ran.said
    assert "Traceback" not in ran.said


def test_no_versions_have_no_order() -> None:
    """Of none and of one, nobody is told which comes first."""
    assert HistoryReport("OAK", (), (), ()).as_text() == "Plan OAK: no versions.\n"
