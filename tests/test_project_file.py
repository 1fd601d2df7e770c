"""`mkdocs.yml` read without MkDocs: the same settings as a build has, and every mistake in it answered."""

import os
import re
from pathlib import Path

import pytest

from action_plans.project.config_file import ConfigFileError, read_config
from action_plans.project.project_file import WrongOptionsError, read_project_file
from action_plans.project.project_file_error import ProjectFileError
from tests.project import MKDOCS_YML, Project
from tests.small_plans import FAMILY, OAK

PLUGIN = "plugins:\n  action-plans:\n    "


def config(folder: Path, text: str) -> Path:
    """Write `mkdocs.yml`."""
    file = folder / "mkdocs.yml"
    file.write_text(text, encoding="utf-8")
    return file


def test_env_is_read_as_mkdocs_reads_it(tmp_path: Path) -> None:
    """One name, several names, a default, a value that is no text, and nothing at all; other tags are passed over."""
    file = config(
        tmp_path,
        "site_name: !ENV [NOWHERE, NAME, Default]\n"
        "one: !ENV NAME\nnone: !ENV NOWHERE\ndefault: !ENV [NOWHERE, 7]\nonly: !ENV [NAME]\noff_: !ENV OFF\n"
        "emoji: !!python/name:material.extensions.emoji.twemoji\nfolder: !relative $docs_dir\n",
    )
    assert read_config(file, {"NAME": "Oak House", "OFF": "false"}) == {
        "site_name": "Oak House",
        "one": "Oak House",
        "none": None,
        "default": 7,
        "only": "Oak House",
        "off_": False,
        "emoji": None,
        "folder": None,
    }


def test_what_is_inherited_is_read_with_its_variables(tmp_path: Path) -> None:
    """A file that inherits has what both say; a mapping is merged, and the nearer file goes before."""
    (tmp_path / "base.yml").write_text(
        PLUGIN + "plans_dir: !ENV [WHERE, plans]\n    evidence_dir: proof\n", encoding="utf-8"
    )
    file = config(tmp_path, "INHERIT: base.yml\n" + PLUGIN + "evidence_dir: evidence\n")
    options = read_project_file(file, {"WHERE": "improvement"}).options
    assert (options.plans_dir, options.evidence_dir) == ("improvement", "evidence")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: " + "[" * 3000 + "]" * 3000, "mkdocs.yml:1: there are more than 100 levels within each other"),
        ("a:\n" + "".join(" " * n + "- \n" for n in range(1, 900)), "mkdocs.yml:101: there are more than 100 levels"),
        ("- a\n", "holds no settings"),
        ("site_name: [\n", "is not valid YAML"),
        (
            "site_name: Oakfield House: improvement plan\n",
            'text that is not in quotes. Put the text in quotes: site_name: "Oakfield House: improvement plan".',
        ),
        (
            "site_name: Oakfield House: plan\n",
            "mkdocs.yml:1:26: this is not valid YAML: a colon and a space stand inside a",
        ),
        ("theme:\n\tname: material\n", "mkdocs.yml:2:1: this is not valid YAML: a tab stands here, where YAML takes"),
        (
            "site_name: 'St Mary's'\n",
            "mkdocs.yml:1:21: this is not valid YAML: the text in quotes ends before this, at '",
        ),
        (
            "plugins:\n  - search\n  action-plans:\n",
            "mkdocs.yml:3:3: this is not valid YAML: this line begins in column 3",
        ),
        ("site_name: [\n", "mkdocs.yml:1:12: this is not valid YAML: the [ that opens here is not closed"),
        ("site_name: a\0b\n", "mkdocs.yml:1:13: this is not valid YAML: the file holds NUL bytes"),
        ("INHERIT: [a, b]\n", "names no file after INHERIT"),
        ("INHERIT: mkdocs.yml\n", "inherits from itself"),
        ("INHERIT: /dev/zero\n", "is no ordinary file"),
        ('INHERIT: "a\\0b"\n', "is no name of a file"),
        ('site_dir: "a\\0b"\n', "names no folder in site_dir"),
        ("docs_dir: {a: b}\n", "names no folder in docs_dir"),
    ],
)
def test_a_file_that_cannot_be_used_is_answered(tmp_path: Path, text: str, words: str) -> None:
    """Depth, nonsense, circles and devices end in a sentence, not in a traceback or a wait."""
    file = config(tmp_path, text)
    with pytest.raises(ConfigFileError, match=re.escape(words)) as found:
        read_project_file(file)
    assert "<unicode string>" not in str(found.value), "no word of the parser"


@pytest.mark.parametrize("folder", ["/", "..", ".", "../..", "plans/.."])
@pytest.mark.parametrize("name", ["plans_dir", "evidence_dir"])
def test_a_folder_that_holds_the_project_is_refused(tmp_path: Path, name: str, folder: str) -> None:
    """All that lies in it would be read: the whole disk, for one. What lies beside the project may be."""
    file = config(tmp_path, f"{PLUGIN}{name}: {folder}\n")
    words = f"action-plans: {name}: the folder {folder} holds the project itself, and all that lies in it would be read"
    with pytest.raises(WrongOptionsError, match=re.escape(words)):
        read_project_file(file)
    read_project_file(config(tmp_path, f"{PLUGIN}{name}: ../{tmp_path.name}-plans\n"))


def test_a_pipe_among_pages_and_a_folder_around_the_project_keep_no_build_waiting(project: Project) -> None:
    """The pipe is told and left out of the site; a build with such a folder ends at once, as the check does."""
    project.write({"plans/oak.yaml": OAK, "docs_templates/pages/index.md": "# Welcome\n"})
    for name in ("pipe.md", "pipe.zip"):
        os.mkfifo(project.folder / "docs_templates/pages" / name)
    told = "docs_templates/pages/pipe.md:1:1: warning AP207 this is no ordinary file, so it is not read. Take it out"
    assert told in project.check().said
    built = project.build(strict=False)
    assert (built.exit_code, "this is no ordinary file" in built.said) == (0, True), built.said
    assert not (project.site / "pipe").exists()
    project.write({"mkdocs.yml": MKDOCS_YML.replace("as_of: 2026-05-12", "plans_dir: /")})
    for run in (project.check(), project.build()):
        assert (run.exit_code != 0, "Traceback" in run.said) == (True, False)
        assert "plans_dir: the folder / holds the project itself" in run.said


def test_the_file_of_refused_names_is_found_through_a_variable(project: Project, tmp_path: Path) -> None:
    """`names_to_refuse: !ENV NAMES` keeps a name from families in the command as in a build."""
    names = tmp_path / "names.txt"
    names.write_text("Brenda\n", encoding="utf-8")
    told = FAMILY.replace("Some people did not", "Our Brenda did not")
    options = "as_of: 2026-05-12\n    family: {names_to_refuse: !ENV NAMES, require_approval: false}"
    project.write({"plans/oak.yaml": told, "mkdocs.yml": MKDOCS_YML.replace("as_of: 2026-05-12", options)})
    with_names = {"NAMES": str(names)}

    assert "AP403" in project.check(environment=with_names).output
    report = project.command("family-check", environment=with_names)
    assert report.exit_code == 1, report.said
    assert "name" in report.output
    built = project.build(environment=with_names)
    assert "Brenda" not in "".join(page.read_text() for page in project.family_site.rglob("*.html"))
    assert built.exit_code == 0, built.said


@pytest.mark.parametrize("kind", ["pipe", "circle", "folder", "nothing"])
def test_names_that_cannot_be_read_stop_everything_at_once(project: Project, kind: str) -> None:
    """A pipe is not waited for, a circle of links is not followed; without the names nothing is published."""
    place = project.folder / "names.txt"
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "circle":
        place.symlink_to(place)
    elif kind == "folder":
        place.mkdir()
    options = "as_of: 2026-05-12\n    family: {names_to_refuse: names.txt}"
    project.write({"plans/oak.yaml": OAK, "mkdocs.yml": MKDOCS_YML.replace("as_of: 2026-05-12", options)})
    for run in (project.check(), project.build()):
        assert run.exit_code != 0
        assert "names that families must never see, cannot be read" in run.said
        assert "Traceback" not in run.said
    assert not project.site.exists()


def test_a_plugin_that_is_said_to_be_on_is_no_wrong_option(project: Project) -> None:
    """`enabled` is MkDocs' own option of every plugin, so the command knows it too."""
    project.write(
        {"plans/oak.yaml": OAK, "mkdocs.yml": MKDOCS_YML.replace("    as_of", "    enabled: true\n    as_of")}
    )
    assert project.check().exit_code == 0
    assert project.build().exit_code == 0


@pytest.mark.parametrize(
    ("plugins", "is_named"),
    [
        ("plugins: {search: , action-plans: }", True),
        ("plugins: [search, action-plans]", True),
        ("plugins: [search, {action-plans: {as_of: 2026-05-12}}]", True),
        ("plugins: [search]", False),
        ("plugins: {search: }", False),
        ("plugins: search", False),
        ("plugins: [search, actionplans]", False),
        ("nav: []", False),
    ],
)
def test_a_file_that_does_not_name_the_plugin_is_known(tmp_path: Path, plugins: str, is_named: bool) -> None:
    """In a list, a mapping or with options it is named; otherwise nobody would build the plans."""
    file = tmp_path / "mkdocs.yml"
    file.write_text(f"site_name: Oak\n{plugins}\n", encoding="utf-8")
    assert read_project_file(file, {}).has_plugin is is_named


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "plugins:\n  - search\n  - action-plans:\n    family:\n      names_to_refuse: names.txt\n",
            "family stands beside action-plans and is not read. Indent it two further, below action-plans.",
        ),
        (
            "plugins:\n  action-plans:\n  family: {enabled: false}\n",
            "family stands beside action-plans and is not read. Indent it two further, below action-plans.",
        ),
        (
            "plugins:\n  - action-plans\n  - as_of: 2026-03-01\n",
            "as_of stands beside action-plans and is not read. Indent it two further, below action-plans.",
        ),
        (
            "plugins: [action-plans]\nevidence_dir: proof\n",
            "evidence_dir stands at the left edge and is not read. Write it below action-plans, indented.",
        ),
        (
            "plugins:\n  - action-plans: strict\n",
            "its options are written below it, each on a line of its own, such as `as_of: 2026-03-01`.",
        ),
    ],
)
def test_options_that_stand_too_far_left_are_not_passed_over(tmp_path: Path, text: str, said: str) -> None:
    """A list of names to refuse that is not read would let everything through, without a word."""
    with pytest.raises(ProjectFileError) as error:
        read_project_file(config(tmp_path, text))
    assert str(error.value) == f"mkdocs.yml: plugins: action-plans: {said}"


def test_other_plugins_may_stand_beside_it(tmp_path: Path) -> None:
    """Their options are theirs, whatever they are called."""
    file = config(tmp_path, "plugins:\n  search: {}\n  action-plans: {as_of: 2026-03-01}\n  macros: {family: x}\n")
    assert read_project_file(file).options.as_of is not None
