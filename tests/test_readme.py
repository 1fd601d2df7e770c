"""What README.md tells people to type and to write works, line by line, as far as it needs no network."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

from action_plans.cli import main
from action_plans.project.options import FamilyOptions, Options
from tests.built_sites import REPOSITORY
from tests.project import MKDOCS_YML, Project

README = (REPOSITORY / "README.md").read_text(encoding="utf-8")
OFFLINE = ("action-plans", "mkdocs build", "cd ")
"""How the commands begin that run here; the others install something, start a server, or are the Makefile's."""


def blocks(kind: str) -> list[str]:
    """The README's blocks of one kind, in order."""
    return re.findall(rf"(?ms)^```{kind}\n(.*?)^```", README)


def commands() -> list[str]:
    """Every command of the `console` blocks, in order, without what is said of it."""
    lines = [line for block in blocks("console") for line in block.splitlines() if line.startswith("$ ")]
    return [re.sub(r"\s+#.*", "", line.removeprefix("$ ")) for line in lines]


def test_the_commands_work_in_order(tmp_path: Path) -> None:
    """From a folder beside it: a project is made, built strictly and checked, as the README has it."""
    folder = tmp_path / "clone"
    folder.mkdir()
    ran = []
    for command in (one for one in commands() if one.startswith(OFFLINE)):
        ran.append(command)
        if command.startswith("cd "):
            folder = (folder / command.removeprefix("cd ")).resolve()
            continue
        project = Project(folder)
        program, *words = command.split()
        done = project.command(*words) if program == "action-plans" else project.build()
        assert done.exit_code == 0, f"{command}\n{done.said}"

    assert ran == ["action-plans init ../our-plan", "cd ../our-plan", "mkdocs build --strict", "action-plans check"]
    assert (tmp_path / "our-plan" / "site-family" / "index.html").is_file()


def test_what_does_not_run_here_is_there() -> None:
    """Every other command is a target of the Makefile, makes an environment, installs this folder, or serves."""
    targets = re.findall(r"(?m)^([a-z]+):(?!=)", (REPOSITORY / "Makefile").read_text(encoding="utf-8"))
    known = {
        *(f"make {target}" for target in targets),
        "python3 -m venv ../plans-env",
        ". ../plans-env/bin/activate",
        "python -m pip install .",
        "mkdocs serve",
    }

    assert [one for one in commands() if not one.startswith(OFFLINE) and one not in known] == []


def test_no_address_is_invented() -> None:
    """No command fetches from an address, and neither package nor README names a repository that is nowhere."""
    project = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert "urls" not in project
    assert re.findall(r"https?://(?!example\.org)\S+", README) == []
    assert "pip install mkdocs-action-plans" not in README


def test_every_command_and_option_that_is_named_exists() -> None:
    """`action-plans WORD --option`, wherever the text names one."""
    named = re.findall(r"`action-plans ([a-z-]+)(?: ([a-z]+))?[^`]*`", README)
    options = {option for one in _all_commands() for option in one}

    assert len(named) > 10
    for word, below in named:
        assert word in main.commands
        group = getattr(main.commands[word], "commands", {})
        assert not group or below in group
    of_others = {"--strict", "--include-deps", "--with-executables-from"}  # of mkdocs, pipx and uv
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)) - of_others <= options


def test_the_table_of_options_is_the_record() -> None:
    """Each option of mkdocs.yml stands there once, with the default that it has."""
    told = dict(re.findall(r"(?m)^\| `([\w.]+)` \|(.*?)\|", README))
    fields = {name: field for name, field in Options.model_fields.items() if name not in ("origins", "family")}
    fields |= {f"family.{name}": field for name, field in FamilyOptions.model_fields.items() if name != "origins"}

    assert set(told) == set(fields)
    for name, words in told.items():
        default = fields[name].get_default(call_default_factory=True)
        shown = str(default).lower() if isinstance(default, bool) else default
        expected = "the day of the build" if name == "as_of" else "" if shown in (None, (), {}) else f"`{shown}`"
        assert words.strip() == expected, name


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that holds the README's plan and note, and its setting for an existing site."""
    plan, settings = blocks("yaml")
    (note,) = blocks("markdown")
    folder = tmp_path_factory.mktemp("example")
    project = Project(folder).write({"plans/oak.yaml": plan, "evidence/medicines.md": note})
    within = yaml.safe_dump(yaml.safe_load(MKDOCS_YML) | yaml.safe_load(settings) | {"docs_dir": "docs"})
    return project.write({"mkdocs.yml": within, "docs/index.md": "# Our own page\n"})


def test_the_samples_build_strictly(example: Project) -> None:
    """The plan, the note and the setting for an existing site, just as they stand there, make both editions."""
    built = example.build(environment={"SOURCE_DATE_EPOCH": "1778544000"})

    assert built.exit_code == 0, built.said
    assert "Our own page" in example.read("site/index.html")
    assert "Watched medicines rounds" in example.read("site/improvement/plans/oak/findings/f1/index.html")
    assert "fewer than 30 lines" in README
    assert len(blocks("yaml")[0].splitlines()) < 30


def _all_commands() -> list[list[str]]:
    """The options of each command and of each below it."""
    groups = ((command, *getattr(command, "commands", {}).values()) for command in main.commands.values())
    return [[name for parameter in one.params for name in parameter.opts] for group in groups for one in group]
