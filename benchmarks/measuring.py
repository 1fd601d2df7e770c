"""Running a command to its end, and what it took."""

import os
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

_BUILT = ("site", "site-family", "_build", "output", "published")
"""Folders that a command writes into: gone before each run, so that nobody pays for deleting them."""


@dataclass(frozen=True)
class Run:
    """One process: seconds of processor time, seconds that passed, and the most memory it held, in MB."""

    processor: float
    wall: float
    memory: float

    def as_json(self) -> dict[str, float]:
        """Return it for a JSON file."""
        return {name: round(value, 2) for name, value in asdict(self).items()}


@dataclass(frozen=True)
class Task:
    """A command, where it runs, and what is done there before each run; by default what an earlier one left goes."""

    command: Sequence[str]
    folder: Path
    before: Callable[[Path], object] | None = None


def as_new(folder: Path) -> None:
    """Delete what was built in a folder, and what was kept for the next time."""
    for name in (*_BUILT, ".cache"):
        shutil.rmtree(folder / name, ignore_errors=True)


def measure(command: Sequence[str], folder: Path, before: Callable[[Path], object] | None = None) -> Run:
    """Run a command to its end in `folder`, after `before` was called with that: by default `as_new`.

    Raises:
        CalledProcessError: it failed.
    """
    (before or as_new)(folder)
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**kept, "NO_MKDOCS_2_WARNING": "1"},
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def in_turn(commands: Mapping[str, Task], rounds: int) -> dict[str, Run]:
    """Run every command once in each round, one after the other, and return the median of each figure."""
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds):
        for name, task in commands.items():
            runs[name].append(measure(task.command, task.folder, task.before))
            print(f"round {number + 1}: {name}: {runs[name][-1].processor:.2f} s", file=sys.stderr)
    return {name: _median(several) for name, several in runs.items()}


def _median(runs: Sequence[Run]) -> Run:
    return Run(
        statistics.median(run.processor for run in runs),
        statistics.median(run.wall for run in runs),
        max(run.memory for run in runs),
    )


def table(runs: Mapping[str, Run]) -> str:
    """Return the figures as a table in Markdown."""
    rows = [
        f"| {name} | {run.processor:.2f} s | {run.wall:.2f} s | {run.memory:.0f} MB |" for name, run in runs.items()
    ]
    return "\n".join(["| | processor | wall | memory |", "| --- | --- | --- | --- |", *rows])
