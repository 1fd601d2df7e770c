"""How long large portfolios take, beside bare MkDocs on as many hand-written pages, in turn, as ratios.

    make bench            or    python benchmarks/run.py [--rounds 3] [--findings 30 300]

A time alone says little of another machine, so every bar is a ratio between runs made side by side:

- building 300 findings (3,000 items) takes at most 0.6 of what bare MkDocs with Material takes for as many pages;
- ten times the items take at most eleven times the time;
- `action-plans check` takes at most 3 times what `yaml.load` with libyaml takes for the same files, start-up apart;
- memory stays under 400 MB.

Exit status 1 where a bar is missed.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from portfolio import ITEMS, generate, generate_bare

_MKDOCS = (sys.executable, "-m", "mkdocs", "build", "--quiet")
_CHECK = (sys.executable, "-c", "from action_plans.cli import main; main()", "check", "--format", "json")
_LOAD = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(".").glob("plans/*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
for path in sorted(Path(".").glob("evidence/*/*.md")):
    yaml.load(path.read_text(encoding="utf-8").split("---")[1], Loader=yaml.CSafeLoader)
"""
_LOAD_RUN = (sys.executable, "-c", _LOAD)


@dataclass(frozen=True)
class Run:
    """One process: seconds of processor time, seconds that passed, and the most memory it held, in MB."""

    processor: float
    wall: float
    memory: float


def measure(command: tuple[str, ...], folder: Path) -> Run:
    """Run a command to its end in `folder`. Raises CalledProcessError where it fails to run at all."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Run(used.ru_utime + used.ru_stime, time.perf_counter() - start, used.ru_maxrss / 1024)


def best(runs: list[Run]) -> Run:
    """Return the least of each figure: what the work costs without the rest of the machine."""
    return Run(min(run.processor for run in runs), min(run.wall for run in runs), max(run.memory for run in runs))


def main() -> int:
    """Generate, measure in turn, print, and say whether every bar is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--findings", type=int, nargs=2, default=(30, 300), metavar=("FEW", "MANY"))
    options = parser.parse_args()
    few, many = options.findings
    home = Path(tempfile.mkdtemp(prefix="action-plans-bench-"))
    try:
        return _report(_measure_all(home, few, many, options.rounds), few, many)
    finally:
        shutil.rmtree(home)


def _measure_all(home: Path, few: int, many: int, rounds: int) -> dict[str, Run]:
    for name, findings in (("few", few), ("many", many)):
        generate(home / name, findings)
    generate(home / "one plan", many, per_plan=many)
    empty = home / "empty"
    generate(empty, 1)
    commands = {
        "build few": (_MKDOCS, home / "few"),
        "build many": (_MKDOCS, home / "many"),
        "build one plan": (_MKDOCS, home / "one plan"),
        "check start": (_CHECK, empty),
        "check many": (_CHECK, home / "many"),
        "load start": (_LOAD_RUN, empty),
        "load many": (_LOAD_RUN, home / "many"),
    }
    measure(*commands["build few"])  # once, so that no one pays for compiling Python's files
    measure(*commands["build many"])
    pages = sum(1 for _ in (home / "many" / "site").rglob("*.html"))
    generate_bare(home / "bare", pages)
    commands["build bare"] = (_MKDOCS, home / "bare")
    runs: dict[str, list[Run]] = {name: [] for name in commands}
    for number in range(rounds):
        for name, command in commands.items():
            runs[name].append(measure(*command))
            print(f"round {number + 1}: {name}: {runs[name][-1].processor:.2f} s", file=sys.stderr)
    print(f"{pages} pages of {many} findings ({many * ITEMS} items)")
    return {name: best(several) for name, several in runs.items()}


def _report(best_of: dict[str, Run], few: int, many: int) -> int:
    print(f"{'':16}{'processor':>12}{'wall':>12}{'memory':>12}")
    for name, run in best_of.items():
        print(f"{name:16}{run.processor:10.2f} s{run.wall:10.2f} s{run.memory:9.0f} MB")
    checking = best_of["check many"].processor - best_of["check start"].processor
    loading = best_of["load many"].processor - best_of["load start"].processor
    bars = (
        ("build beside bare MkDocs", best_of["build many"].processor / best_of["build bare"].processor, 0.6),
        (
            f"{many // few} times the items",
            best_of["build many"].processor / best_of["build few"].processor,
            1.1 * many / few,
        ),
        ("check beside yaml.load", checking / loading, 3.0),
        ("memory, in MB", best_of["build many"].memory, 400.0),
    )
    for name, figure, bar in bars:
        print(f"{name:28}{figure:8.2f}  at most {bar:g}  {'met' if figure <= bar else 'MISSED'}")
    print(f"{'one plan beside ten':28}{best_of['build one plan'].processor / best_of['build many'].processor:8.2f}")
    return 0 if all(figure <= bar for _, figure, bar in bars) else 1


if __name__ == "__main__":
    sys.exit(main())
