"""Asking git: one program, argument lists, no shell, nobody's settings, never a question back."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

PATIENCE = 120.0
"""Seconds after which git is given up: a history of 5,000 commits takes less than one."""

NOT_INSTALLED = "Git is not installed where this site is built."
NO_REPOSITORY = "These files are not in a git repository, so no date of change is known."


@dataclass(frozen=True, slots=True)
class Answer:
    """What git said.

    Attributes:
        worked: whether git ended well.
        output: what it printed.
        words: its own words about what went wrong; they may name folders of this machine.
        reason: what went wrong in words for a person; empty where it worked.
    """

    worked: bool
    output: bytes = b""
    words: str = ""
    reason: str = ""


def ask_git(root: Path, arguments: Sequence[str], *, said: bytes = b"", patience: float = PATIENCE) -> Answer:
    """Run git in the folder `root` and return what it says; what goes wrong is an answer too, never an exception.

    Args:
        root: the folder to ask about.
        arguments: the command and its arguments, without `git`.
        said: what git reads on its standard input.
        patience: seconds to wait.
    """
    program = shutil.which("git")
    if program is None:
        return Answer(worked=False, reason=NOT_INSTALLED)
    try:
        ended = subprocess.run(
            [program, *_NOBODYS_SETTINGS, *arguments],
            cwd=root,
            env=_environment(os.environ),
            input=said,
            capture_output=True,
            timeout=patience,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Answer(worked=False, reason=f"Git did not answer within {patience:g} seconds.")
    except OSError as error:
        return Answer(worked=False, words=str(error), reason="Git could not be started.")
    words = ended.stderr.decode(errors="replace").strip()
    if ended.returncode != 0:
        return Answer(worked=False, output=ended.stdout, words=words, reason=_reason(words))
    return Answer(worked=True, output=ended.stdout, words=words)


@contextmanager
def stream_git(root: Path, arguments: Sequence[str], *, said: bytes = b"") -> Iterator[IO[bytes]]:
    """Give what git prints as an open file, so that a large answer is never in memory.

    Where git did not end well, it is what was printed before that. Arguments are those of `ask_git`.
    """
    program = shutil.which("git")
    with tempfile.TemporaryFile() as printed:
        with suppress(OSError, subprocess.TimeoutExpired):
            if program is not None:
                subprocess.run(
                    [program, *_NOBODYS_SETTINGS, *arguments],
                    cwd=root,
                    env=_environment(os.environ),
                    input=said,
                    stdout=printed,
                    stderr=subprocess.DEVNULL,
                    timeout=PATIENCE,
                    check=False,
                )
        printed.seek(0)
        yield printed


_NOBODYS_SETTINGS = (
    "--no-pager",
    "--literal-pathspecs",
    *("-c", "core.fsmonitor=false"),  # a repository's own settings could name a program to run
    *("-c", "log.showSignature=false"),
    *("-c", "log.showRoot=true"),
    *("-c", "log.follow=false"),
    *("-c", "log.diffMerges=separate"),
    *("-c", "color.ui=false"),
    *("-c", "i18n.logOutputEncoding=UTF-8"),
)
"""Settings that change what git prints, set to what the reading expects."""

_KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH")
"""What stays of git's variables: where its settings and programs are, and how far up it looks for a repository."""


def _environment(outer: Mapping[str, str]) -> dict[str, str]:
    """Return the environment without what points git at another repository, as hooks do, or makes it ask."""
    kept = {name: value for name, value in outer.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return kept | {
        "GIT_OPTIONAL_LOCKS": "0",  # reading must not disturb a commit that is under way
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_NO_REPLACE_OBJECTS": "1",  # what was recorded, not what this copy puts in its place
        "GIT_NO_LAZY_FETCH": "1",  # a partial clone would ask its host for what it lacks
        "LC_ALL": "C",  # the words below are English
        "LANGUAGE": "",
    }


def _reason(words: str) -> str:
    """Say why git refused, in words for a person."""
    if "not a git repository" in words:
        return NO_REPOSITORY
    if "dubious ownership" in words or "unsafe repository" in words:
        return (
            "Git does not trust this folder, because another user owns it. Whoever runs the build can allow it: "
            "git config --global --add safe.directory, followed by the folder."
        )
    return "Git could not read the history of these files."
