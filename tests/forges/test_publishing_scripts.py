"""What the scripts of the publishing runs refuse, and what they say: each alone, with programs that do one thing."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.built_sites import REPOSITORY
from tests.forges.place import Settings, staff_place
from tests.forges.staff_server import StaffServer

SCRIPTS = REPOSITORY / "docs_templates" / "starter" / "publishing"
MARK = ".staff-edition-of"
BOTH = "mkdir -p site site-family; echo '{}' > site/trail.json; echo home > site-family/index.html"
WELL = "true"


@dataclass(frozen=True)
class Machine:
    """A checkout with the scripts, and a folder whose programs come first."""

    folder: Path

    def program(self, name: str, does: str) -> None:
        """Write a program."""
        path = self.folder / "bin" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"#!/bin/sh\n{does}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, *command: str, **said: str) -> tuple[int, str]:
        """Run a script on a machine of a forge; return its end and all that it says."""
        path = f"{self.folder / 'bin'}:{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", f"publishing/{command[0]}", *command[1:]],
            cwd=self.folder,
            env={"PATH": path, "HOME": str(self.folder), "LANG": "C.UTF-8", "CI_PROJECT_PATH": "care/oakfield", **said},
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr


ON_GITHUB = {"GITHUB_ACTIONS": "true", "GITHUB_REPOSITORY": "care/oakfield"}


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """Check out a project of one version, whose build is good."""
    folder = tmp_path / "checkout"
    shutil.copytree(SCRIPTS, folder / "publishing")
    made = Machine(folder)
    made.program("action-plans", WELL)
    made.program("mkdocs", BOTH)
    for command in (("init", "--quiet"), ("add", "publishing"), ("commit", "--quiet", "--message=One")):
        _git(folder, *command)
    return made


def test_a_build_that_leaves_both_editions_is_good(machine: Machine) -> None:
    """It says so in its last line, and that nothing is published yet."""
    ended, said = machine.run("build")
    assert ended == 0, said
    assert said.splitlines()[-1] == "Both editions of this version are made. Nothing is published yet."


@pytest.mark.parametrize(
    ("made", "says"),
    [
        ("mkdir -p site; echo home > site/index.html", "ended without site/trail.json"),
        ("mkdir -p site; echo '{}' > site/trail.json", "ended without site-family/index.html"),
        (f"{BOTH}; echo '{{}}' > site-family/trail.json", "site-family/trail.json belongs to the staff edition"),
        (f"{BOTH}; mkdir site-family/problems", "site-family/problems belongs to the staff edition"),
        (f"{BOTH}; exit 1", "the build stopped"),
    ],
)
def test_a_build_that_leaves_anything_else_is_not_published(machine: Machine, made: str, says: str) -> None:
    """A builder that knows no plugins, a site sent elsewhere, an edition in the other's place, a strict build's end."""
    machine.program("mkdocs", made)
    ended, said = machine.run("build", **ON_GITHUB)
    assert ended == 1
    assert re.search(
        f"^::error title=Not published::.*{re.escape(says)}.*What is online stays as it is", said, re.MULTILINE
    )


def test_what_lay_there_before_does_not_pass_for_a_build(machine: Machine) -> None:
    """Sites that somebody put into the repository are not published for a builder that made none."""
    for name, page in (("site", "trail.json"), ("site-family", "index.html")):
        (machine.folder / name).mkdir()
        (machine.folder / name / page).write_text("old", encoding="utf-8")
    machine.program("mkdocs", WELL)
    ended, said = machine.run("build")
    assert ended == 1
    assert "ended without site/trail.json" in said


@pytest.mark.parametrize("forge", [{}, ON_GITHUB], ids=["GitLab", "GitHub"])
def test_no_text_of_a_build_reaches_the_forge_as_a_command(machine: Machine, forge: Mapping[str, str]) -> None:
    """Between two lines with a word that no build knows GitHub obeys nothing; what GitLab reads as marks is dropped."""
    hostile = r"printf '::error::forged\n::guessed::\n\033[0Ksection_start:1:forged\r\033[0K\nwithout an end'"
    machine.program("mkdocs", f"{BOTH}; {hostile}")
    words = set()
    for _ in range(2):
        ended, said = machine.run("build", **forge)
        assert ended == 0
        assert "\x1b" not in said
        assert "\r" not in said
        if forge:
            fence = r"^::stop-commands::([0-9a-f]{32})\n.*::error::forged\n.*without an end\n::\1::$"
            found = re.search(fence, said, re.MULTILINE | re.DOTALL)
            assert found
            words.add(found[1])
    assert len(words) == (2 if forge else 0)


def test_a_shallow_clone_is_said_in_a_line(machine: Machine, tmp_path: Path) -> None:
    """The sites would tell no history, and no withdrawal could be told."""
    _git(machine.folder, "commit", "--quiet", "--allow-empty", "--message=Two")
    shallow = tmp_path / "shallow"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", f"file://{machine.folder}", str(shallow)], check=True)
    shutil.copytree(machine.folder / "bin", shallow / "bin")
    _, said = Machine(shallow).run("build")
    assert [line for line in said.splitlines() if line.startswith("WARNING: No history: only the newest versions")]


def test_a_folder_of_another_account_is_said_in_a_line(machine: Machine) -> None:
    """With the command that mends it."""
    machine.program("git", "echo \"fatal: detected dubious ownership in repository at '/srv'\" >&2; exit 128")
    _, said = machine.run("build")
    line = next(line for line in said.splitlines() if "No history" in line)
    assert f'git config --global --add safe.directory "{machine.folder}"' in line


@pytest.mark.parametrize("visibility", ["public", ""])
def test_the_staff_edition_is_kept_only_where_it_is_known_who_reads_it(machine: Machine, visibility: str) -> None:
    """A public repository, and one of which GitHub does not say it, keep none."""
    machine.program("gh", f"echo {visibility}; exit {0 if visibility else 1}")
    output = machine.folder / "output"
    assert machine.run("visibility", GITHUB_OUTPUT=str(output), **ON_GITHUB)[0] == 0
    assert output.read_text("utf-8") == "staff-edition=withheld\n"


@pytest.mark.parametrize(
    ("before", "asked"),
    [("0" * 40, "--check"), ("", "--check"), ("--help", "--check"), ("ab12", "--check --online ab12")],
)
def test_what_is_withdrawn_is_told_against_what_was_online(machine: Machine, before: str, asked: str) -> None:
    """Where the forge knows it: of a new branch and of a nightly run it knows no version before."""
    machine.program("action-plans", 'shift; echo "asked: $*"; mkdir -p site-family; echo home > site-family/index.html')
    output = machine.folder / "output"
    ended, said = machine.run("withdraw", ONLINE=before, GITHUB_OUTPUT=str(output), **ON_GITHUB)
    assert ended == 0
    assert f"asked: {asked}" in said.splitlines()
    assert output.read_text("utf-8") == "withdrawn=yes\n"


@pytest.mark.parametrize(
    ("does", "ends", "says"),
    [
        ("exit 1", {"GitHub": 0, "GitLab": 1}, "Nothing is withdrawn by this version"),
        ("exit 3", {"GitHub": 1, "GitLab": 1}, "could not be told whether anything is withdrawn"),
        ("true", {"GitHub": 1, "GitLab": 1}, "was not written to site-family"),
    ],
)
def test_nothing_is_taken_down_that_is_not_withdrawn(
    machine: Machine, does: str, ends: Mapping[str, int], says: str
) -> None:
    """Where nothing is, or it cannot be told, or nothing was written, the forge is given no pages, and it says so."""
    machine.program("action-plans", does)
    (machine.folder / "site-family").mkdir()
    (machine.folder / "site-family" / "index.html").write_text("of the build that was not published", encoding="utf-8")
    output = machine.folder / "output"
    for forge, known in (("GitHub", ON_GITHUB), ("GitLab", {})):
        ended, said = machine.run("withdraw", GITHUB_OUTPUT=str(output), **known)
        assert (ended, says in said) == (ends[forge], True), said
        assert not output.exists()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[StaffServer, Settings]]:
    """Start a server for the staff edition."""
    with staff_place(tmp_path_factory.mktemp("server") / "here") as running:
        yield running


@pytest.fixture
def copying(
    machine: Machine, server: tuple[StaffServer, Settings], tmp_path: Path
) -> tuple[Machine, Path, dict[str, str]]:
    """Give a machine with a built site, the folder on the server that is named, and what a job is given."""
    place = server[0].folder(tmp_path.name)
    (machine.folder / "site").mkdir()
    (machine.folder / "site" / "trail.json").write_text("{}", encoding="utf-8")
    settings = server[1]
    named = dict(settings.variables) | {"STAFF_EDITION_TARGET": server[0].target(tmp_path.name)}
    return machine, place, named | dict(settings.secrets)


def test_an_empty_folder_is_marked_and_then_holds_the_edition_alone(
    copying: tuple[Machine, Path, dict[str, str]],
) -> None:
    """A trial marks it; a copy deletes what is no longer of the edition, and never the mark."""
    machine, place, said = copying
    assert machine.run("staff-edition", "try", **said)[0] == 0
    assert _held(place) == {MARK}
    (place / "old.html").write_text("old", encoding="utf-8")
    ended, told = machine.run("staff-edition", "copy", **said)
    assert ended == 0, told
    assert _held(place) == {MARK, "trail.json"}
    assert "Online now: both editions of this version" in told


@pytest.mark.parametrize("step", ["try", "copy"])
@pytest.mark.parametrize(
    ("file", "says"),
    [
        ("photo.jpg", "is not empty and has no file .staff-edition-of.*Name an empty folder"),
        (MARK, "the staff edition of another project.*Name another folder"),
    ],
)
def test_a_folder_of_somebody_elses_is_not_touched(
    copying: tuple[Machine, Path, dict[str, str]], step: str, file: str, says: str
) -> None:
    """Whatever was typed: nothing is written there and nothing deleted, and the line says what to do."""
    machine, place, said = copying
    (place / file).write_text("Somebody's own.\n", encoding="utf-8")
    ended, told = machine.run("staff-edition", step, **said)
    assert ended == 1
    assert re.search(f"^ERROR: The staff edition cannot be copied: .*{says}", told, re.MULTILINE)
    assert (_held(place), (place / file).read_text("utf-8")) == ({file}, "Somebody's own.\n")


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"STAFF_EDITION_KEY": ""}, "STAFF_EDITION_KEY is not set"),
        ({"STAFF_EDITION_HOST_KEY": ""}, "STAFF_EDITION_HOST_KEY is not set"),
        ({"STAFF_EDITION_HOST_KEY": "nobody ssh-ed25519 AAAA"}, "was not reached"),
        ({"STAFF_EDITION_KEY": "no key"}, "was not reached"),
        ({"STAFF_EDITION_PORT": "1"}, "was not reached"),
        ({"STAFF_EDITION_PORT": "22 -o x"}, "must be a number"),
        ({"STAFF_EDITION_TARGET": "somebody@127.0.0.1:"}, "names no folder"),
        ({"STAFF_EDITION_TARGET": "/srv/plans"}, "names no folder"),
        ({"STAFF_EDITION_TARGET": "care.github.io:/x"}, "the forge's pages"),
        ({"STAFF_EDITION_TARGET": "rsync://127.0.0.1/x"}, "reached by SSH"),
    ],
)
def test_what_is_set_wrongly_is_said_before_anything_is_published(
    copying: tuple[Machine, Path, dict[str, str]], wrong: dict[str, str], says: str
) -> None:
    """A missing secret, another server's key or port, an address that is none: one line, and nothing is copied."""
    machine, place, said = copying
    ended, told = machine.run("staff-edition", "try", **(said | wrong), **ON_GITHUB)
    assert ended == 1
    assert re.search(
        f"^::error title=Not published::.*{re.escape(says)}.*Nothing new is published", told, re.MULTILINE
    ), told
    assert "PRIVATE KEY" not in told
    assert not _held(place)


def test_an_edition_that_was_not_kept_deletes_nothing(copying: tuple[Machine, Path, dict[str, str]]) -> None:
    """A run whose artefact is missing does not empty the place."""
    machine, place, said = copying
    for step in ("try", "copy"):
        assert machine.run("staff-edition", step, **said)[0] == 0
    (machine.folder / "site" / "trail.json").unlink()
    for step in ("try", "copy"):
        ended, told = machine.run("staff-edition", step, **said)
        assert ended == 1
        assert "it was not kept with this run" in told
    assert _held(place) == {MARK, "trail.json"}


def test_a_folder_that_is_not_there_is_not_made(copying: tuple[Machine, Path, dict[str, str]]) -> None:
    """A slip in its name does not make a second place."""
    machine, place, said = copying
    ended, told = machine.run(
        "staff-edition", "try", **(said | {"STAFF_EDITION_TARGET": f"{said['STAFF_EDITION_TARGET']}x/"})
    )
    assert ended == 1
    assert "there is no folder" in told
    assert not _held(place)


def _git(folder: Path, *command: str) -> None:
    who = ("-c", "user.name=Quality lead", "-c", "user.email=quality@example.org")
    subprocess.run(["git", *who, *command], cwd=folder, check=True)


def _held(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}
