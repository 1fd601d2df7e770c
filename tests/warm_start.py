"""Commands started from a process that has imported all they need: a build then costs what it does.

A command of ours takes most of a second to import what it stands on, and the tests start hundreds. So one process
beside each test process imports it once, and each command is a fork of that: a process of its own, with its own folder,
environment, output and exit code, in which runs what a person starts. tests/test_packaging.py starts them cold, as
installed; so does every test that sets one of Python's own variables, other than the order in which it hashes: for each
such order there is one process more, that was started with it.
"""

import atexit
import gc
import importlib
import json
import os
import pkgutil
import runpy
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

_IMPORTED = ("mkdocs.__main__", "mkdocs.commands.build", "material.plugins.search.plugin", "PIL.Image", "PIL.ImageOps")
_REPOSITORY = Path(__file__).parents[1]
_COLD = "PYTHON"
"""How the names of variables begin that Python reads as it starts."""
_SEED = "PYTHONHASHSEED"


def can_start(command: list[str], environment: Mapping[str, str]) -> bool:
    """Whether a command is one of ours, or a program of the tests, and nothing but itself decides how Python starts."""
    program = Path(sys.executable).with_name("action-plans")
    ours = Path(command[0]) == program or (command[0] == sys.executable and command[1].endswith(("-m", ".py")))
    return ours and hasattr(os, "fork") and not any(name.startswith(_COLD) and name != _SEED for name in environment)


@dataclass(frozen=True)
class Started:
    """A command that runs."""

    process: int
    seed: str

    def wait(self) -> int:
        """Wait for its end, and return its exit code; negative where a signal ended it."""
        return _ask(self.seed, {"wait": self.process})

    def terminate(self) -> None:
        """End it."""
        os.kill(self.process, signal.SIGTERM)


def start(command: list[str], folder: Path, environment: Mapping[str, str], out: Path, errors: Path) -> Started:
    """Start a command in `folder` with nothing but `environment`; what it says is added to two files, or to one."""
    said = {"out": str(out), "errors": str(errors)}
    asked = {"command": command, "folder": str(folder), "environment": dict(environment), **said}
    seed = environment.get(_SEED, "")
    return Started(_ask(seed, asked), seed)


def run(command: list[str], folder: Path, environment: Mapping[str, str]) -> tuple[int, str, str]:
    """Run a command in `folder` with nothing but `environment`; return its exit code, what it said, and its errors."""
    with TemporaryDirectory() as said:
        out, errors = Path(said, "out"), Path(said, "errors")
        code = start(command, folder, environment, out, errors).wait()
        return code, out.read_text(encoding="utf-8"), errors.read_text(encoding="utf-8")


def _ask(seed: str, asked: Mapping[str, object]) -> int:
    server = _server(os.getpid(), seed)
    assert server.stdin
    assert server.stdout
    server.stdin.write(json.dumps(asked) + "\n")
    server.stdin.flush()
    answer = server.stdout.readline()
    assert answer, "The process that starts commands has ended."
    return int(answer)


@cache
def _server(_asked_by: int, seed: str) -> "subprocess.Popen[str]":
    """Start the process that forks, hashing as `seed` says or in any order; it ends with the one that asked."""
    server = subprocess.Popen(
        [sys.executable, "-P", __file__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"} | ({_SEED: seed} if seed else {}),
        encoding="utf-8",
    )
    atexit.register(server.communicate)  # which closes what it reads from, and so ends it
    return server


def _serve() -> None:
    """Import everything; then for each line fork and say as which process, or wait for one and say how it ended."""
    for name in _IMPORTED:
        importlib.import_module(name)
    del sys.modules["mkdocs.__main__"]  # it is run anew each time
    package = importlib.import_module("action_plans")
    for module in pkgutil.walk_packages(package.__path__, "action_plans."):
        importlib.import_module(module.name)
    _make_one()
    gc.freeze()
    for line in sys.stdin:
        asked = json.loads(line)
        if "wait" in asked:
            answer = os.waitstatus_to_exitcode(os.waitpid(asked["wait"], 0)[1])
        else:
            answer = os.fork()
            if not answer:
                _become(**asked)
                return
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()


def _make_one() -> None:
    """Make one staff edition here, so that no fork has to compile the same templates."""
    sys.path.insert(0, str(_REPOSITORY))
    importlib.import_module("tests.staff.edition").made_in(_REPOSITORY / "tests" / "examples" / "every-field")
    sys.path.remove(str(_REPOSITORY))


def _become(command: list[str], folder: str, environment: dict[str, str], out: str, errors: str) -> None:
    """Be the command, to its end."""
    for number, opened in enumerate((os.open(os.devnull, os.O_RDONLY), _new(out), _new(errors))):
        os.dup2(opened, number)
        os.close(opened)
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    os.chdir(folder)
    program, *arguments = command[1:] if command[0] == sys.executable else command
    if program == "-m":
        sys.argv = arguments
        sys.path.insert(0, folder)
        runpy.run_module(arguments[0], run_name="__main__", alter_sys=True)
    else:
        sys.argv = [program, *arguments]
        sys.path.insert(0, str(Path(program).parent))
        runpy.run_path(program, run_name="__main__")


def _new(path: str) -> int:
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)


if __name__ == "__main__":
    _serve()
