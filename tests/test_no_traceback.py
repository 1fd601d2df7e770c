"""Whatever is wrong, a build answers in words and leaves the last good sites as they were."""

import resource
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from action_plans.model.problem import Code
from tests.project import MKDOCS_YML, Project
from tests.small_plans import NOTE, OAK

GOOD = {"plans/oak.yaml": OAK, "evidence/e1.md": NOTE}
LAST_GOOD = {"site/index.html": "the last good staff edition", "site-family/index.html": "the last good family edition"}
OWN = "docs_templates/staff"
EXTENDS = '{% extends "staff/plan.html.j2" %}'

TEMPLATES: Mapping[str, tuple[str, str, str]] = {
    "a mistake": (f"{OWN}/plan.html.j2", "<p>\n{% if %}\n", f"{OWN}/plan.html.j2:2:1"),
    "no end": (f"{OWN}/plan.html.j2", "<p>\n{% for each in here %}\n", f"{OWN}/plan.html.j2:2:1"),
    "an unknown filter": (f"{OWN}/plan.html.j2", "<p>\n\n{{ here | shine }}\n", f"{OWN}/plan.html.j2:3:1"),
    "a missing include": (f"{OWN}/plan.html.j2", '<p>\n{% include "staff/gone.html.j2" %}\n', "no template staff/gone"),
    "one that extends itself": (f"{OWN}/plan.html.j2", f"\n{EXTENDS}\n", "it extends itself"),
    "two that extend each other": (f"{OWN}/plans.html.j2", '{% extends "staff/home.html.j2" %}', "it extends itself"),
    "one that includes itself": (f"{OWN}/plan.html.j2", '<p>\n{% include "staff/plan.html.j2" %}', "plan.html.j2:2:1"),
    "a name that is not given": (f"{OWN}/plan.html.j2", "<p>\n{{ nothing.here }}\n", f"{OWN}/plan.html.j2:2:1"),
    "a wrong sum": (f"{OWN}/plan.html.j2", "<p>\n{{ 1 / 0 }}\n", f"{OWN}/plan.html.j2:2:1"),
    "a component without its macro": ("docs_templates/components/heading/template.html.j2", "x", "heading/template"),
    "the frame": (f"{OWN}/theme/action-plans.html", "<p>\n{% block %}\n", f"{OWN}/theme/action-plans.html:2:1"),
    "the frame extends itself": (f"{OWN}/theme/main.html", '{% extends "main.html" %}', "it extends itself"),
    "the frame includes what is not there": (f"{OWN}/theme/404.html", '\n{% include "gone.html" %}', "gone.html"),
    "the frame asks for what is not there": (f"{OWN}/theme/404.html", "\n{{ a.b.c }}", f"{OWN}/theme/404.html:2:1"),
}


def refused(project: Project, *arguments: str) -> str:
    """Build, see that both last good sites are as they were, and return what was said."""
    project.write(LAST_GOOD)
    built = project.build(*arguments, strict=False)
    assert built.exit_code == 1, built.said
    assert "Traceback" not in built.said
    for path, text in LAST_GOOD.items():
        assert project.read(path) == text
    return " ".join(built.said.split())


@pytest.mark.parametrize(("path", "text", "said"), TEMPLATES.values(), ids=TEMPLATES.keys())
def test_a_mistake_in_a_template_is_named_with_its_line(project: Project, path: str, text: str, said: str) -> None:
    """A template of the project's own that cannot be used is a problem with its file, its line and what to do."""
    project.write({**GOOD, path: text})
    if "home" in text:
        project.write({f"{OWN}/home.html.j2": '{% extends "staff/plans.html.j2" %}'})

    answer = refused(project)

    assert said in answer
    assert f"error {Code.TEMPLATE.value}" in answer
    assert "take your copy away" in answer
    assert f"{project.folder}/docs_templates" not in answer


def test_a_check_names_them_too(project: Project) -> None:
    """What reading a template shows, `check` says with everything else that is wrong, all in one run."""
    project.write({**GOOD, f"{OWN}/plan.html.j2": "{% if %}", f"{OWN}/home.html.j2": "{{ a | shine }}"})
    (project.folder / OWN / "plans.html.j2").write_bytes(b"one\ntw\xf6\n")

    checked = project.check()

    assert checked.exit_code == 1
    for place in ("plan.html.j2:1:1", "home.html.j2:1:1", "plans.html.j2:2:1"):
        assert f"{OWN}/{place}: error {Code.TEMPLATE.value}" in checked.output


def test_a_pack_names_them_too(project: Project) -> None:
    """A mistake that only using a template shows stops a pack in words, and no pack is written."""
    project.write({**GOOD, f"{OWN}/plan.html.j2": "<p>\n{{ nothing.here }}\n"})

    packed = project.command("pack", "-o", "pack.zip")

    assert packed.exit_code == 1
    assert f"{OWN}/plan.html.j2:2:1: error {Code.TEMPLATE.value}" in packed.said
    assert not (project.folder / "pack.zip").exists()


@pytest.mark.parametrize("path", ["index.md", "about.md"])
def test_a_page_that_is_not_utf8_is_named(project: Project, path: str) -> None:
    """A page by hand in another encoding stops the build in words that name it."""
    project.write(GOOD)
    (project.folder / "docs_templates" / "pages" / path).write_bytes("# Für alle\n".encode("latin-1"))

    answer = refused(project)

    assert path in answer
    assert "UTF-8" in answer


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("as_of: '2026-02-30'", "there is no such day in the calendar"),
        ("as_of: 0001-01-01", "write a day from 1970 to 2199"),
        ("as_of: 9999-12-31", "write a day from 1970 to 2199"),
        ('plans_dir: "pl\\0ans"', "a character that no name of a file has"),
        ('family: {site_dir: "a\\0b"}', "a character that no name of a file has"),
    ],
)
def test_an_option_that_cannot_be_is_answered(project: Project, option: str, said: str) -> None:
    """A day that cannot be, or is too far away to count from, and a path that no machine bears are named."""
    settings = MKDOCS_YML.replace("as_of: 2026-05-12", option)
    project.write({**GOOD, "mkdocs.yml": settings})

    assert said in refused(project)
    checked = project.check()
    assert said in checked.said
    assert checked.exit_code == 2


@pytest.mark.parametrize("day", ["0001-01-01", "2026-02-30", "9999-12"])
def test_a_day_on_the_command_line_that_cannot_be_is_answered(project: Project, day: str) -> None:
    """What is asked of `--as-of` is the same as of the option."""
    checked = project.write(GOOD).check("--as-of", day)

    assert checked.exit_code == 2
    assert "--as-of" in checked.said
    assert "Traceback" not in checked.said


@pytest.mark.parametrize("day", ["1970-01-01", "2199-12-31"])
def test_the_first_and_the_last_day_that_can_be_are_built(project: Project, day: str) -> None:
    """On either end of the days that may count as today, everything can be counted."""
    project.write({**GOOD, "mkdocs.yml": MKDOCS_YML.replace("2026-05-12", day)})

    built = project.build(strict=False)

    assert built.exit_code == 0, built.said


def test_a_full_disk_is_said_in_words(project: Project) -> None:
    """Where a page cannot be written, one sentence says so, and both last good sites are as they were."""
    project.write({**GOOD, **LAST_GOOD})
    command = [sys.executable, "-m", "mkdocs", "build"]

    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))  # the theme's scripts are larger

    built = subprocess.run(
        ["sh", "-c", "trap '' XFSZ; exec \"$@\"", "sh", *command],
        cwd=project.folder,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=little_room,
    )

    assert built.returncode == 1
    assert "Traceback" not in built.stderr
    assert "See that the disk has room" in built.stdout + built.stderr
    for path, text in LAST_GOOD.items():
        assert project.read(path) == text
    assert [path.name for path in project.folder.iterdir() if path.name.startswith(".site")] == []


@pytest.mark.parametrize("hook", ["on_config", "on_files", "on_page_context", "on_post_build"])
def test_a_fault_of_ours_is_answered_with_what_to_send(project: Project, hook: str, tmp_path: Path) -> None:
    """An error that nobody foresaw, in any hook, says that it is ours and what to send, and shows nothing of a plan."""
    broken = {
        "on_config": "action_plans.checking.checker._warnings",
        "on_files": "action_plans.staff.groups.group_pages.board_page",
        "on_page_context": "action_plans.mkdocs_plugin.shell.Shell._page",
        "on_post_build": "action_plans.mkdocs_plugin.search._entries",
    }[hook]
    program = tmp_path / "broken.py"
    program.write_text(BROKEN.format(name=broken), encoding="utf-8")
    project.write({**GOOD, **LAST_GOOD})

    built = subprocess.run(
        [sys.executable, str(program)], cwd=project.folder, capture_output=True, text=True, check=False
    )

    said = " ".join((built.stdout + built.stderr).split())
    assert built.returncode == 1
    assert "a fault of the program, not of what you wrote" in said
    assert "KeyError at" in said
    assert "Mrs Example" not in said
    assert "Traceback" not in said
    assert project.read("site/index.html") == LAST_GOOD["site/index.html"]


BROKEN = """\
from unittest.mock import patch
import action_plans.mkdocs_plugin.plugin
from mkdocs.__main__ import cli


with patch("{name}", lambda *given, **named: {{}}["Mrs Example"]):
    cli(["build"])
"""
