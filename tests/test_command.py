"""The command `action-plans`, from a person's side: what it prints, and how it ends."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.project import Project, run
from tests.small_plans import FAMILY, NOTE, OAK

TWO_MISTAKES = OAK.replace("owner: CL", "owner: CX").replace("for: F1", "for: F9")


def test_check_says_all_is_well(project: Project) -> None:
    """A plan without errors ends with 0."""
    checked = project.write({"plans/oak.yaml": OAK}).check()

    assert checked.exit_code == 0, checked.said


def test_check_says_every_problem_with_its_place(project: Project) -> None:
    """Two mistakes are said in one run, each with file, line, column and what to write instead."""
    checked = project.write({"plans/oak.yaml": TWO_MISTAKES}).check()

    assert checked.exit_code == 1
    assert "plans/oak.yaml:19:10: error AP104" in checked.output
    assert "plans/oak.yaml:20:12: error AP110" in checked.output
    assert "Traceback" not in checked.said


def test_check_as_json_is_what_tools_were_promised(project: Project) -> None:
    """JSON stands on standard output, also where there are errors, with the fields that site.md names."""
    checked = project.write({"plans/oak.yaml": TWO_MISTAKES}).check("--format", "json")

    said = json.loads(checked.output)
    assert checked.exit_code == 1
    assert said["counts"]["error"] == 2
    error = next(each for each in said["problems"] if each["code"] == "AP104")
    assert {"severity": "error", "path": "plans/oak.yaml", "line": 19, "column": 10}.items() <= error.items()
    assert error["message"]


def test_check_marks_lines_for_github(project: Project) -> None:
    """With --format github each error is a mark on its line."""
    checked = project.write({"plans/oak.yaml": TWO_MISTAKES}).check("--format", "github")

    assert "::error file=plans/oak.yaml,line=19,col=10" in checked.output


def test_what_github_does_not_show_goes_into_the_summary_of_the_job(project: Project) -> None:
    """Where GitHub names a file for it, the command adds how many problems there are."""
    summary = project.folder / "summary.md"
    summary.write_text("Before\n", encoding="utf-8")
    checked = project.write({"plans/oak.yaml": TWO_MISTAKES}).check(
        "--format", "github", environment={"GITHUB_STEP_SUMMARY": str(summary)}
    )
    assert checked.exit_code == 1
    assert project.read("summary.md").startswith("Before\n## Improvement action plans\n\n2 errors")


@pytest.mark.parametrize(("plugins", "place"), [("plugins:\n  - search\n", "2:1"), ("", "1:1")])
def test_a_project_that_nothing_builds_is_an_error(project: Project, plugins: str, place: str) -> None:
    """AP131: where the plugin's line is gone, plans without a mistake are no success."""
    checked = project.write({"plans/oak.yaml": OAK, "mkdocs.yml": f"site_name: Test\n{plugins}"}).check()
    assert checked.exit_code == 1
    assert f"mkdocs.yml:{place}: error AP131 `plugins` does not name action-plans" in checked.output


def test_a_terminal_is_shown_the_line_with_its_mark(project: Project) -> None:
    """On a terminal the line is quoted, the place marked, and both are coloured."""
    project.write({"plans/oak.yaml": TWO_MISTAKES})
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": ""}
    command = [str(Path(sys.executable).with_name("action-plans")), "check"]
    done = subprocess.run(command, cwd=project.folder, env=environment, stdout=theirs, stderr=theirs, check=False)
    said = os.read(ours, 100_000).decode()
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 1
    assert "\x1b[31m" in said
    lines = click.unstyle(said).splitlines()
    begin = lines.index("plans/oak.yaml:19:10: error AP104")
    assert lines[begin + 2 : begin + 4] == ["  19 |     for: F9", "     |          ^^"]


def test_strict_makes_warnings_count(project: Project) -> None:
    """A warning ends with 0, and with 1 under --strict."""
    project.write({"plans/oak.yaml": OAK.replace("    due:", "    checker: CL\n    due:")})

    assert project.check().exit_code == 0
    assert project.check("--strict").exit_code == 1


def test_as_of_chooses_the_day(project: Project) -> None:
    """An action due in June is late on the first of July, by --as-of."""
    project.write({"plans/oak.yaml": OAK})

    assert "AP303" not in project.check("--as-of", "2026-06-01").output
    assert "AP303" in project.check("--as-of", "1 July 2026").output


def test_the_project_is_found_from_below(project: Project) -> None:
    """Called in the folder of the plans, the command finds mkdocs.yml above it."""
    project.write({"plans/oak.yaml": OAK})

    assert Project(project.folder / "plans").check().exit_code == 0


def test_wrong_use_ends_with_two(project: Project) -> None:
    """No mkdocs.yml, an unknown format and a day that is none each end with 2 and words."""
    project.write({"plans/oak.yaml": OAK})
    (project.folder / "elsewhere").mkdir()

    for arguments in (("--format", "xml"), ("--as-of", "soon"), ("--config-file", "none.yml")):
        checked = project.check(*arguments)
        assert checked.exit_code == 2, arguments
        assert "Traceback" not in checked.said


def test_init_makes_a_project_that_builds(project: Project) -> None:
    """In the folder that `init` made, a strict build passes at once and shows both editions, whatever the name."""
    made = project.command("init", "ours", "--name", """1. R&D "Old" *Mill*'s: x""", "--kind", "home-care")
    ours = Project(project.folder / "ours")

    assert made.exit_code == 0, made.said
    built = ours.build()
    assert built.exit_code == 0, built.said
    assert (ours.site / "plans").is_dir()
    assert (ours.family_site / "index.html").is_file()
    assert "1. R&amp;D &#34;Old&#34; *Mill*&#39;s: x" in ours.read("site/index.html")


def test_init_overwrites_nothing(project: Project) -> None:
    """A folder that holds something is refused and stays as it was."""
    made = project.command("init", ".")

    assert made.exit_code == 2
    assert "not an empty folder" in made.said


def test_schema_knows_every_field_of_a_plan(project: Project) -> None:
    """The schema for editors names the fields of a plan as they are written, and none that is only ours."""
    schema = json.loads(project.command("schema", "plan").output)

    assert {"id", "title", "service", "findings", "actions"} <= set(schema["properties"])
    assert "for" in schema["$defs"]["Action"]["properties"]
    assert "origins" not in json.dumps(schema)


def test_a_folder_that_cannot_be_written_is_no_wrong_use(project: Project) -> None:
    """A write that fails says which file, without telling how the command is called."""
    project.write({"plans/oak.yaml": OAK, "file": "in the way"})
    for failed in (project.command("init", "file/new"), project.command("pack", "-o", "nowhere/pack.zip")):
        assert failed.exit_code != 0, failed.said
        assert "Usage" not in failed.said
        assert "Traceback" not in failed.said


def test_a_fault_of_ours_is_said_as_one(project: Project) -> None:
    """An exception that nobody foresaw ends with 3 and a sentence without words of a plan; --traceback shows more."""
    project.write({"plans/oak.yaml": OAK, "broken.py": BROKEN})
    broken = [sys.executable, "broken.py", "check"]
    failed, shown = run(broken, project.folder), run([*broken, "--traceback"], project.folder)
    assert (failed.exit_code, shown.exit_code) == (3, 3)
    assert "This is a fault of the program, not of what you wrote" in failed.errors
    assert "Traceback" not in failed.said
    assert "secret words" not in failed.said
    assert "Traceback" in shown.errors
    assert "secret words" in shown.errors


BROKEN = """
from action_plans import cli, pipeline

def fail(*_):
    raise ZeroDivisionError("secret words")

pipeline.read_portfolio = fail
cli.main()
"""


def test_the_console_may_speak_any_encoding(project: Project) -> None:
    """A name with Ł or Ż, and half a character in the name of a file, are printed where the console knows neither."""
    project.write({"plans/oak.yaml": OAK.replace("owner: CL", "owner: Łż")})
    checked = project.check(environment={"PYTHONIOENCODING": "cp1252"})
    assert checked.exit_code == 1
    assert "Łż" in checked.output
    built = project.build(environment={"PYTHONIOENCODING": "cp1252"})
    assert "Łż" in built.said
    assert "Logging error" not in built.said


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif"])
def test_the_name_of_a_file_cannot_forge_a_line(project: Project, form: str) -> None:
    """A line break, an escape or half a character in the name of a note moves no cursor and begins no line."""
    project.write({"plans/oak.yaml": OAK, "evidence/a\n::error::forged.md": NOTE, "evidence/\x1b[2Jb.md": NOTE})
    Path(os.fsdecode(bytes(project.folder / "evidence") + b"/\xff.md")).write_text(NOTE)
    checked = project.check("--format", form)
    assert checked.exit_code == 1
    assert not re.search(r"(?m)^::error::forged", checked.output)
    assert "\x1b" not in checked.said
    assert "AP115" in checked.output
    if form == "text":
        built = project.build()
        assert built.exit_code == 1
        assert not re.search(r"(?m)^::error::forged", built.said)
        assert "\x1b" not in built.said
        assert "Traceback" not in built.said


def test_words_that_turn_the_line_are_seen_before_they_are_approved(project: Project) -> None:
    """A character that turns the direction of all that follows is printed by its number, not obeyed."""
    project.write({"plans/oak.yaml": FAMILY.replace("Some people did not", "Some \u202epeople did not")})
    for command in ("approve", "family-check"):
        said = project.command(command).output
        assert "\u202e" not in said
    assert "\\u202epeople" in project.command("approve").output


def test_the_name_of_a_file_of_settings_cannot_forge_a_line(project: Project) -> None:
    """What is inherited from a file with a line break in its name is named on one line."""
    project.write({"mkdocs.yml": 'INHERIT: "a\\n::error::forged.yml"\n'})
    said = project.check().said
    assert not re.search(r"(?m)^::error", said)
    assert said.count("\n") == 1
