"""What the scripts of the Makefile say, and how they end."""

import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from tests.built_sites import REPOSITORY

SOUND = {"name": "click", "version": "8.5.1", "vulns": []}
HOLED = {"name": "nh3", "version": "0.3.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["0.3.1", "0.4.0"]}]}
UNKNOWN = {"name": "segno", "skip_reason": "Dependency not found on PyPI"}


def run(script: str, *arguments: str) -> tuple[int, str]:
    """Run one of the scripts and return how it ended and what it printed."""
    command = [sys.executable, str(REPOSITORY / "scripts" / script), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("answered", "ended", "said"),
    [
        ([SOUND], 0, "None of the 1 packages in some.lock has a known hole.\n"),
        ([SOUND, HOLED], 1, "nh3 0.3.0 has a known hole, PYSEC-1. It is mended in 0.3.1 or 0.4.0.\n"),
        (
            [SOUND, UNKNOWN],
            1,
            "in 1 of the 2 packages in some.lock, so nothing is known of segno.",
        ),
        (None, 1, "nothing is known of any in some.lock. pip-audit said: ConnectionError: no route\n"),
    ],
    ids=["sound", "holed", "unknown", "unreached"],
)
def test_only_an_answer_for_every_package_is_a_good_answer(
    tmp_path: Path, answered: list[object] | None, ended: int, said: str
) -> None:
    """A hole, a package that the index does not know, and an index that is not reached: one sentence, and red."""
    program = tmp_path / "pip-audit"
    answer = f"cat <<'END'\n{json.dumps({'dependencies': answered})}\nEND\necho 'No known vulnerabilities found' >&2"
    crash = "echo 'Traceback (most recent call last):' >&2; echo 'ConnectionError: no route' >&2; exit 1"
    program.write_text(f"#!/bin/sh\n{crash if answered is None else answer}\n", encoding="utf-8")
    program.chmod(0o755)

    code, printed = run("ask_for_holes.py", str(program), "some.lock")

    assert code == ended
    assert said in printed
    assert len(printed.splitlines()) == 1


def test_what_is_not_as_the_lock_names_it_is_told(tmp_path: Path) -> None:
    """Another version and a package that is missing have a line each; what another system needs alone has none."""
    lock = tmp_path / "some.lock"
    lock.write_text(
        f"# Versions.\nclick==1.0 \\\n    --hash=sha256:{'a' * 64}\nNot.Here==2.0 \\\n    --hash=sha256:{'b' * 64}\n"
        f"pytest=={version('pytest')} \\\n    --hash=sha256:{'c' * 64}\nwin==3.0 ; sys_platform == 'none' \\\n",
        encoding="utf-8",
    )

    ended, said = run("compare_with_lock.py", str(lock))

    assert ended == 0
    assert said.splitlines() == [
        f"2 of 3 packages are not as in {lock}:",
        f"  click {version('click')}, in the lock 1.0",
        "  not-here is not installed, in the lock 2.0",
    ]
