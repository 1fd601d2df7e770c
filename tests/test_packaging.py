"""What people install is whole: the wheel, not the checkout, builds both sites in an empty environment."""

import hashlib
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from email.parser import Parser
from pathlib import Path

import pytest

from tests.built_sites import REPOSITORY
from tests.project import Run, run

pytestmark = pytest.mark.xdist_group("packaging")  # one process builds the wheel and its environment for all of them

PACKAGE = REPOSITORY / "site_plugins" / "action_plans"
TEMPLATES = REPOSITORY / "docs_templates"


@dataclass(frozen=True)
class Installed:
    """An environment that holds the wheel and what the registry says it needs.

    Attributes:
        programs: the folder of its programs.
        project: a project that `action-plans init` made.
        made: what that command did.
    """

    programs: Path
    project: Path
    made: Run

    def run(self, program: str, *arguments: str) -> Run:
        """Run one of its programs in the project, as someone would who has no checkout."""
        return run([str(self.programs / program), *arguments], self.project, {"PYTHONPATH": ""})


@pytest.fixture(scope="module")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist, and the wheel that was made from the sdist."""
    folder = tmp_path_factory.mktemp("distributions")
    _must([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(REPOSITORY)])
    return folder


@pytest.fixture(scope="module")
def wheel(distributions: Path) -> Path:
    """The wheel."""
    return next(distributions.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """The wheel in an environment that was empty before, with what the lock names and no other, and a project."""
    folder = tmp_path_factory.mktemp("installed")
    _must([sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")])
    python = folder / "venv" / "bin" / "python"
    locked = folder / "locked.txt"  # in one go: most of the time is pip's own
    properdocs = re.search(r"(?ms)^properdocs==.*?[^\\]$", (REPOSITORY / "requirements-test.lock").read_text("utf-8"))
    assert properdocs
    sites = (TEMPLATES / "starter" / "requirements.lock").read_text("utf-8")
    locked.write_text("\n".join([sites, properdocs[0], _with_sum(wheel)]))
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-compile", "--no-deps"]
    _must([*pip, "--require-hashes", "--requirement", str(locked)])
    made = run([str(python.with_name("action-plans")), "init", str(folder / "project")], folder, {"PYTHONPATH": ""})
    return Installed(python.parent, folder / "project", made)


def test_the_wheel_holds_the_package_and_the_templates_and_nothing_else(wheel: Path) -> None:
    """Every file of the package and of docs_templates travels in the wheel, hidden ones too, and no other file does."""
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name}

    package = {f"action_plans/{path}" for path in _files_of(PACKAGE)}
    templates = {f"action_plans/_templates/{path}" for path in _files_of(TEMPLATES)}
    assert held == package | templates
    assert "action_plans/py.typed" in held
    assert "action_plans/_templates/starter/.github/workflows/publish.yml" in held


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    """Name, version, licence, oldest Python, plugin and command are what the documentation says."""
    with zipfile.ZipFile(wheel) as archive:
        held = {name.split("/", 1)[1]: name for name in archive.namelist() if ".dist-info/" in name}
        metadata = Parser().parsestr(archive.read(held["METADATA"]).decode())
        entry_points = archive.read(held["entry_points.txt"]).decode()

    assert metadata["Name"] == "mkdocs-action-plans"
    assert metadata["License-Expression"] == "MIT"
    assert metadata["Requires-Python"] == ">=3.11"
    assert "licenses/LICENSE" in held
    assert "action-plans = action_plans.start:main" in entry_points
    assert "[mkdocs.plugins]\naction-plans = action_plans.mkdocs_plugin.plugin:ActionPlansPlugin" in entry_points


def test_the_sdist_is_enough_to_make_the_wheel_again(distributions: Path) -> None:
    """The source archive holds the package, the templates, the licence and the settings."""
    with tarfile.open(next(distributions.glob("*.tar.gz"))) as archive:
        held = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}

    assert {"pyproject.toml", "LICENSE", "README.md", "site_plugins/action_plans/py.typed"} <= held
    assert {f"docs_templates/{path}" for path in _files_of(TEMPLATES)} <= held


@dataclass(frozen=True)
class Built:
    """What a strict build made: what it said, the names of the staff edition's pages, all files of the families'."""

    said: Run
    pages: list[str]
    family: dict[str, bytes]


@pytest.fixture(scope="module")
def built(installed: Installed) -> Built:
    """What `mkdocs` makes of the project."""
    return _built(installed, "mkdocs")


def test_init_then_a_strict_build_makes_both_sites(installed: Installed, built: Built) -> None:
    """In an empty environment the project that `init` makes builds at once, into two sites."""
    assert installed.made.exit_code == 0, installed.made.said
    assert built.said.exit_code == 0, built.said.said
    assert "plans/plan1/index.html" in built.pages
    assert "index.html" in built.family


def test_a_project_gets_the_program_that_made_it(installed: Installed, wheel: Path) -> None:
    """The wheel lies in the project, and the project's line for pip takes it from there, by its sum, from no index."""
    line = (installed.project / "requirements.txt").read_text(encoding="utf-8").splitlines()[-1]

    assert (installed.project / "wheels" / wheel.name).read_bytes() == wheel.read_bytes()
    assert line == f"./wheels/{_with_sum(wheel).rsplit('/', 1)[1]}"


def test_properdocs_builds_the_same_sites(installed: Installed, built: Built) -> None:
    """The maintained fork of MkDocs makes the same pages, and the family edition byte for byte."""
    again = _built(installed, "properdocs")

    assert again.said.exit_code == 0, again.said.said
    assert (again.pages, again.family) == (built.pages, built.family)


def _built(installed: Installed, program: str) -> Built:
    said = installed.run(program, "build", "--strict", "-f", "mkdocs.yml")
    site, family = installed.project / "site", installed.project / "site-family"
    pages = [path for path in _files_of(site) if path.endswith(".html")]
    return Built(said, pages, {path: (family / path).read_bytes() for path in _files_of(family)})


def _files_of(folder: Path) -> list[str]:
    """All files under `folder`, relative to it, in order, less what Python and the system leave there."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(path.as_posix() for path in found if "__pycache__" not in path.parts and path.name != ".DS_Store")


def _with_sum(wheel: Path) -> str:
    """A line for pip that takes this very file."""
    return f"{wheel} --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}"


def _must(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": ""})
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
