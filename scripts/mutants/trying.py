"""Mutants are tried: each in a fork of a process that has imported all that stays the same.

The module is changed while it is imported, and no file is. Commands that tests start run it changed as well: the
process that starts them (tests/warm_start.py) is forked from the same one. Those that order their hashing by a variable
start anew and know no change. A test may take so many seconds of the processor and no more, however busy the machine:
one that does not end has noticed the mutant.
"""

import importlib
import io
import os
import pkgutil
import resource
import shutil
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from multiprocessing import get_context
from pathlib import Path
from types import CodeType, SimpleNamespace
from unittest.mock import patch

import pytest

from scripts.mutants.making import ROOT, SOURCE, Mutant

HOME = ROOT / ".cache" / "mutants"

_FAMILY = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("tests/family/test_*.py"))
_GUARDS = [path for path in _FAMILY if "/test_guard_" in path]
_NEAR = [
    f"tests/family/test_family_{name}.py"
    for name in ("gate", "sentences", "states", "facts", "news", "rating", "leaks", "answers", "approval")
]
_BROWSERLESS = [  # the one left out needs node
    path for path in _FAMILY if path not in (*_GUARDS, *_NEAR) and not path.endswith("_html.py")
]
_PROJECTS = "tests/proof/test_any_project.py::test"
TESTS = {
    "tracing": (
        [
            "tests/tracing",
            "tests/staff/test_state_words.py",
            f"{_PROJECTS}_the_trace_of_random_plans_is_that_of_the_second_implementation",
        ],
        ["tests/checking", "tests/agreement"],
        ["tests/staff"],
        ["tests/exchange/test_trail.py", "tests/exchange/test_calendar.py", "tests/exchange/test_report_docx.py"],
        ["tests/family/test_family_states.py", "tests/family/test_family_facts.py", "tests/test_examples.py"],
    ),
    "family": (
        _GUARDS,
        _NEAR,
        _BROWSERLESS,
        ["tests/agreement/test_editions_agree.py", "tests/staff/test_family_page.py"],
        [f"{_PROJECTS}_a_valid_project_is_told_without_errors_leaks_or_faults"],
    ),
}
"""For each large part the tests that concern it, in the order in which they are tried."""

_WARM = (
    "docx hypothesis icalendar jinja2 jsonschema lxml.etree markdown material.plugins.search.plugin "
    "mkdocs.commands.build networkx nh3 openpyxl PIL.Image PIL.ImageOps pydantic segno xlsxwriter yaml zoneinfo"
)
_BELOW = ("model", "english", "frameworks", "reading")
"""Our own parts that import nothing of what is changed."""
_MOST = 45
"""Seconds of the processor that one test, or one command that a test starts, may take: several times what any takes."""
_MOST_OF_ALL = 1800
"""Seconds after which tests that wait for something without end have noticed the mutant."""
_OPTIONS = ("-x", "-q", "-s", "--assert=plain", "-p", "no:cacheprovider", "-p", "no:xdist")


@dataclass(frozen=True)
class Tried:
    """What a mutant came to; where none was made, the tests of a large part."""

    mutant: Mutant | None
    part: str
    is_noticed: bool


def warm_up() -> None:
    """Import all that is the same for every mutant."""
    os.chdir(ROOT)
    sys.path[:0] = [str(ROOT), str(SOURCE)]
    HOME.mkdir(parents=True, exist_ok=True)
    for name in _WARM.split():
        importlib.import_module(name)
    for part in _BELOW:
        package = importlib.import_module(f"action_plans.{part}")
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            importlib.import_module(module.name)


def try_each(sample: Sequence[Mutant | str], jobs: int, groups: int | None = None) -> Iterator[Tried]:
    """Yield what each comes to, so many at once, in the order in which they end; a part's name stands for no change.

    `groups` is how many groups of tests are tried, the nearest first; without it, all.
    """
    waiting, running = list(reversed(sample)), dict[int, tuple[Mutant | str, float]]()
    while waiting or running:
        while waiting and len(running) < jobs:
            one = waiting.pop()
            running[_forked(one, groups)] = one, time.monotonic()
        for process, (one, since) in list(running.items()):
            if time.monotonic() - since > _MOST_OF_ALL:
                _kill(process)
            ended, status = os.waitpid(process, os.WNOHANG)
            if ended:
                del running[process]
                _kill(process)
                shutil.rmtree(HOME / str(process), ignore_errors=True)
                mutant = None if isinstance(one, str) else one
                yield Tried(mutant, _part(one), os.waitstatus_to_exitcode(status) != 0)
        time.sleep(0.05)


def _kill(process: int) -> None:
    """End a mutant and all that it started."""
    with suppress(ProcessLookupError):
        os.killpg(process, signal.SIGKILL)


def _part(one: Mutant | str) -> str:
    return one if isinstance(one, str) else one.room.partition("/")[0]


def _forked(one: Mutant | str, groups: int | None) -> int:
    # Made here, so that what cannot be made or compiled stops the whole run, and is not taken for noticed.
    changed = None if isinstance(one, str) else compile(one.code, str(one.path), "exec")
    process = os.fork()
    if process == 0:
        code = 1
        try:
            os.setsid()
            code = _run(one, changed, groups)
        finally:
            os._exit(code)
    return process


def _run(one: Mutant | str, changed: CodeType | None, groups: int | None) -> int:
    """Import what is changed and run its tests; 0 where all of them pass."""
    log = os.open(HOME / "last.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.dup2(log, 1)
    os.dup2(log, 2)
    print(one, flush=True)
    if isinstance(one, Mutant) and changed is not None:
        sys.meta_path.insert(0, _Changing(one.module, one.path, changed))
    _start_commands_from_here()
    options = [*_OPTIONS, f"--basetemp={HOME / str(os.getpid())}"]
    return int(any(pytest.main([*options, *tests], plugins=[_Limit()]) != 0 for tests in TESTS[_part(one)][:groups]))


def _start_commands_from_here() -> None:
    """Have tests/warm_start.py fork commands from a fork of this process, where it would start a new one."""
    from tests import warm_start  # noqa: PLC0415 -- what it imports may be changed first

    asked, answered = os.pipe(), os.pipe()
    get_context("fork").Process(target=_serve, args=(asked, answered), daemon=True).start()
    os.close(asked[0])
    os.close(answered[1])
    here = SimpleNamespace(stdin=os.fdopen(asked[1], "w"), stdout=os.fdopen(answered[0]))
    usual, asker = warm_start._server, os.getpid()  # noqa: SLF001 -- there is no other way to give it another server

    def server(asked_by: int, seed: str) -> object:
        return usual(asked_by, seed) if seed or asked_by != asker else here

    patch.object(warm_start, "_server", server).start()


def _serve(asked: tuple[int, int], answered: tuple[int, int]) -> None:
    """Wait until the first command is asked for, and then be the process that starts them."""
    from tests import warm_start  # noqa: PLC0415 -- likewise

    os.close(asked[1])
    os.close(answered[0])
    os.environ["NO_MKDOCS_2_WARNING"] = "1"
    resource.setrlimit(resource.RLIMIT_CPU, (_MOST, _MOST))
    reading = io.BufferedReader(os.fdopen(asked[0], "rb", buffering=0))
    if not reading.peek(1):
        return
    sys.stdin, sys.stdout = io.TextIOWrapper(reading, encoding="utf-8"), os.fdopen(answered[1], "w")
    usual = warm_start._become  # noqa: SLF001 -- what a command says must not go to who asked for it

    def become(command: list[str], folder: str, environment: dict[str, str], out: str, errors: str) -> None:
        sys.stdin, sys.stdout = sys.__stdin__, sys.__stdout__
        usual(command, folder, environment, out, errors)

    with patch.object(warm_start, "_become", become):
        warm_start._serve()  # noqa: SLF001 -- likewise


class _Limit:
    """Ends the process that tests run in where one of them, or what is imported for it, takes too long."""

    def pytest_collectstart(self) -> None:
        """Give each file that is imported its time."""
        signal.setitimer(signal.ITIMER_PROF, _MOST)

    def pytest_runtest_logstart(self) -> None:
        """Give each test its time, with what is made ready for it."""
        signal.setitimer(signal.ITIMER_PROF, _MOST)


class _Changing:
    """Finds one module, and hands over other code than its file holds."""

    def __init__(self, module: str, path: Path, code: CodeType) -> None:
        self._module, self._path, self._code = module, path, code

    def find_spec(self, name: str, *_: object) -> ModuleSpec | None:
        """Return the module's spec with a loader of its own; nothing for all others."""
        if name != self._module:
            return None
        return spec_from_file_location(name, self._path, loader=_Loader(name, str(self._path), self._code))


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002 -- the base class names it
        """Return the changed code; what was compiled before is not asked."""
        return self._code
