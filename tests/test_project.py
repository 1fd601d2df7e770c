"""The tests' own ground is sound: a tree of files is written as it stands in the test."""

import os
import subprocess
import sys

import pytest

from tests.project import Project, files_in, run


def test_an_indented_text_is_read_as_files() -> None:
    """Each path at the margin starts a file; its text loses the common indent and keeps its own."""
    files = files_in("""
        plans/oak.yaml:
            id: OAK
            roles:
              RM: Registered manager

        evidence/e1.md:
            An account.
    """)

    assert files == {
        "plans/oak.yaml": "id: OAK\nroles:\n  RM: Registered manager\n",
        "evidence/e1.md": "An account.\n",
    }


def test_a_project_is_written_to_its_folder(project: Project) -> None:
    """What a test writes lies where a person would put it, beside mkdocs.yml."""
    project.write({"plans/oak.yaml": "id: OAK\n"})

    assert project.read("plans/oak.yaml") == "id: OAK\n"
    assert (project.folder / "mkdocs.yml").exists()


def test_versions_carry_the_date_that_the_test_gives(project: Project) -> None:
    """A commit is dated by the test, never by the clock."""
    project.commit("First", date="2026-04-01T09:00:00Z")

    assert project.git("log", "--format=%at %ct").output.split() == ["1775034000", "1775034000"]


@pytest.mark.parametrize("seed", ["1", "2"])
def test_a_warm_command_hashes_in_the_order_that_is_asked_for(project: Project, seed: str) -> None:
    """A set of words comes out as in a process that was started with that seed, and with another otherwise."""
    project.write({"order.py": "print(list({*'abcdefghijklmnop'}))"})
    command, asked = [sys.executable, "order.py"], {"PYTHONHASHSEED": seed}
    other = {"PYTHONHASHSEED": "3"}

    cold = subprocess.run(
        command, cwd=project.folder, env=os.environ | asked, capture_output=True, text=True, check=True
    )

    assert run(command, project.folder, asked).output == cold.stdout != run(command, project.folder, other).output
