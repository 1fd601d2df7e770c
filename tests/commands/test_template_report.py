"""A project's own templates: it is told which are copies of older ones, what differs, and which are never used."""

import json
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from action_plans.project import template_versions
from action_plans.project.copied_templates import old_templates
from action_plans.project.template_folders import builtin_templates
from action_plans.project.template_versions import builtin_names, known_sums, stamp, sum_of, version_of, without_stamp
from tests.project import Project
from tests.small_plans import FAMILY, OAK

ROOT = Path(__file__).parents[2]
PLAN_PAGE = "staff/plan.html.j2"


def text_of(name: str) -> str:
    """Return a template of the package."""
    return (builtin_templates() / name).read_text(encoding="utf-8")


def copy(project: Project, name: str, text: str | None = None) -> None:
    """Copy a template of the package into the project, or write another text in its place."""
    project.write({"plans/oak.yaml": OAK})
    place = project.folder / "docs_templates" / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(text_of(name) if text is None else text, encoding="utf-8", newline="\n")


@pytest.mark.parametrize("name", builtin_names())
def test_every_template_says_its_version_and_its_sum_is_known(name: str) -> None:
    """`make templates` was run after the last change: each template begins with this version, and its sum is listed."""
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert version_of(name, text_of(name)) == version, "run: make templates"
    assert known_sums()[version].get(name) == sum_of(name, text_of(name)), "run: make templates"


def test_no_sum_is_kept_of_what_is_no_template() -> None:
    """The list of this version names the templates that there are, and nothing else."""
    assert sorted(list(known_sums().values())[-1]) == list(builtin_names())


def test_the_version_is_on_no_page(project: Project) -> None:
    """No page, stylesheet or script of either edition, and no file of a pack, shows where a template is from."""
    project.write({"plans/oak.yaml": FAMILY})
    assert project.build().exit_code == 0
    built = [path for site in (project.site, project.family_site) for path in site.rglob("*") if path.is_file()]
    assert not [path for path in built if b"mkdocs-action-plans 0" in path.read_bytes()]


def test_without_templates_of_its_own_a_project_is_told_so(project: Project) -> None:
    """One sentence, and all is well."""
    run = project.write({"plans/oak.yaml": OAK}).command("templates")
    assert run.exit_code == 0, run.said
    assert "no templates of its own" in run.output


def test_a_copy_of_today_is_no_gap(project: Project) -> None:
    """With and without a change of the project's own; what differs is shown line by line."""
    copy(project, PLAN_PAGE, text_of(PLAN_PAGE) + "<p>Ours</p>\n")
    copy(project, "pack/pack.css")
    run = project.command("templates")
    assert run.exit_code == 0, run.said
    assert f"docs_templates/{PLAN_PAGE}: copied from version 0.1.0; ours has not changed since." in run.output
    assert "    -<p>Ours</p>" in run.output
    assert "docs_templates/pack/pack.css: copied from version 0.1.0" in run.output
    assert "It is as ours is today" in run.output
    assert "AP324" not in project.check().output


@pytest.fixture
def newer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    """Let the package be of a later version, in which the page of a plan has changed and that of a note has not."""
    version, sums = list(known_sums().items())[-1]
    before = {**sums, PLAN_PAGE: sum_of(PLAN_PAGE, "An older page.\n")}
    data = tmp_path / "sums.json"
    data.write_text(json.dumps({version: before, "0.10.0": dict(sums), "0.9.0": dict(sums)}), encoding="utf-8")
    monkeypatch.setattr(template_versions, "_DATA", data)
    known_sums.cache_clear()
    yield
    known_sums.cache_clear()


@pytest.mark.usefixtures("newer")
def test_a_copy_of_an_older_template_is_a_gap(project: Project) -> None:
    """Where ours changed since the version that a copy names, that is a gap with its file; where it did not, none."""
    copy(project, PLAN_PAGE, stamp(PLAN_PAGE, "0.1.0") + "An older page, changed.\n")
    copy(project, "staff/note.html.j2", text_of("staff/note.html.j2"))
    gaps = [str(problem) for problem in old_templates_of(project)]
    assert len(gaps) == 1
    assert gaps[0].startswith(f"docs_templates/{PLAN_PAGE}:1:1: gap AP324 this copy is of version 0.1.0")


@pytest.mark.usefixtures("newer")
def test_a_copy_that_lost_its_first_line_is_known_by_its_sum(project: Project) -> None:
    """An unchanged copy of an older template is found to be one, whatever its line ends and without its version."""
    copy(project, PLAN_PAGE, "An older page.\r\n")
    assert len(old_templates_of(project)) == 1


def test_a_name_that_matches_nothing_is_said(project: Project) -> None:
    """A slip in a name is named with what was meant; a part that another template names is the project's own."""
    copy(project, "staff/plann.html.j2", "never seen")
    copy(project, PLAN_PAGE, text_of(PLAN_PAGE) + '{% include "staff/parts/ours.html.j2" %}\n')
    copy(project, "staff/parts/ours.html.j2", "<p>Ours</p>")
    copy(project, "family/words/pl.json", "{}")
    copy(project, "family/approved-theme.yaml", "by: RM\n")
    said = project.command("templates").output
    assert "docs_templates/staff/plann.html.j2: none of ours is called so" in said
    assert "Did you mean staff/plan.html.j2?" in said
    assert "docs_templates/staff/parts/ours.html.j2: your own, beside ours." in said
    assert "docs_templates/family/words/pl.json: your own, beside ours." in said
    assert "docs_templates/family/approved-theme.yaml: your own, beside ours." in said


def test_a_mistake_in_a_template_ends_with_one(project: Project) -> None:
    """It is said with file and line, as by `check`, and an escape in a template moves no cursor."""
    copy(project, PLAN_PAGE, text_of(PLAN_PAGE) + "\x1b[2J\n{% if %}\n")
    line = text_of(PLAN_PAGE).count("\n") + 2
    for run in (project.command("templates"), project.check()):
        assert run.exit_code == 1
        assert f"docs_templates/{PLAN_PAGE}:{line}:1: error AP130" in run.output
        assert "\x1b" not in run.output


@pytest.mark.parametrize("kind", ["pipe", "device", "circle"])
def test_what_is_no_file_is_not_waited_for(project: Project, kind: str) -> None:
    """A pipe, a device and a circle of links in place of a template are an error with the name of the file."""
    copy(project, PLAN_PAGE)
    place = project.folder / "docs_templates" / PLAN_PAGE
    place.unlink()
    if kind == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to("/dev/zero" if kind == "device" else place)
    checked = project.check()
    assert checked.exit_code == 1
    assert f"docs_templates/{PLAN_PAGE}:1:1: error AP130" in checked.output


def test_a_mistake_in_a_page_of_help_is_said_too(project: Project) -> None:
    """Help is made from templates as well: a mistake there has its file and line, and is no fault of ours."""
    copy(project, "help/writing.md", "# Ours\n\n{{ nothing_of_this_name }}\n")
    built = project.build()
    assert built.exit_code == 1
    assert "docs_templates/help/writing.md:3" in built.said
    copy(project, "help/writing.md", "# Ours\n\n{% if %}\n")
    assert "docs_templates/help/writing.md:3:1: error AP130" in project.check().output


def test_the_stamp_is_written_and_read_in_each_kind_of_file() -> None:
    """Templates, stylesheets and scripts in a comment, words under a key; without it a file is as it was before."""
    for name, text in {"a.html.j2": "<p>\n", "a.css": "p {}\n", "a.js": "x\n"}.items():
        written = stamp(name, "1.2.3") + text
        assert version_of(name, written) == "1.2.3"
        assert without_stamp(name, written) == text
    words = "{" + stamp("en.json", "1.2.3") + '\n  "a": "b"\n}\n'
    assert version_of("en.json", words) == "1.2.3"
    assert json.loads(without_stamp("en.json", words)) == {"a": "b"}


def old_templates_of(project: Project) -> list[object]:
    """Return the gaps that copies of older templates make in a project."""
    return list(old_templates(project.folder, (project.folder / "docs_templates", builtin_templates())))
