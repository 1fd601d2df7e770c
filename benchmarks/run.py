"""How long large portfolios take, beside bare MkDocs with Material building the same content, in turn, as ratios.

    make bench            or    python benchmarks/run.py [--rounds 3] [--findings 30 300] [--json FILE]

A time alone says little of another machine, so every bar is a ratio between runs made side by side. Exit status 1 where
a bar is missed. benchmarks/README.md says what was measured, and when.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measuring import Run, Task, as_new, in_turn, measure, table
from portfolio import ITEMS, generate

_BUILD = (sys.executable, "-m", "mkdocs", "build")
_CHECK = (sys.executable, "-c", "from action_plans.start import main; main()", "check", "--format", "json")
_HELP = (sys.executable, "-c", "from action_plans.start import main; main()", "--help")
_SAME = str(Path(__file__).with_name("same_content.py"))
_LOAD = """
import sys, yaml
from pathlib import Path
for path in sorted(Path(".").glob("plans/*.yaml")):
    yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)
for path in sorted(Path(".").glob("evidence/*/*.md")):
    yaml.load(path.read_text(encoding="utf-8").split("---")[1], Loader=yaml.CSafeLoader)
"""
_CHANGES = (
    ("a note", "evidence/home-001/note-0001.md", "What was seen of", "What was seen again of"),
    ("an action", "plans/home-002.yaml", "Show it to each shift", "Show it to every shift"),
    ("a title", "plans/home-003.yaml", "title: Improvement plan 3", "title: The improvement plan 3"),
)
"""What is changed before a second build, each in a plan of its own."""
_OF_CHANGE = 0.15
"""How much of what bare MkDocs takes for all may a build take after one of these changes."""
_OF_SAME = {30: 0.75, 300: 0.40, 3000: 0.40}
"""How much of what bare MkDocs takes for the same content a build may take, by the number of findings."""
_SECOND = 300
"""From how many findings on a second build is held to its bar: before, starting the program is most of it."""
_MEMORY = {300: 250.0, 3000: 900.0}
"""How much memory a build may hold at most, in MB, by the number of findings."""


@dataclass(frozen=True)
class Bar:
    """A figure, and what it may be at most."""

    name: str
    figure: float
    most: float

    @property
    def is_met(self) -> bool:
        """Whether it holds."""
        return self.figure <= self.most


def main() -> int:
    """Generate, measure in turn, print, and say whether every bar is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--findings", type=int, nargs="+", default=(30, 300))
    parser.add_argument("--json", type=Path, help="a file to write all figures to")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="action-plans-bench-") as folder:
        home = Path(folder)
        counts = {findings: _write(home, findings) for findings in options.findings}
        runs = in_turn(_commands(home, options.findings), options.rounds)
        phases = _phases(home / f"ours {max(options.findings)}")
    bars = _bars(runs, sorted(options.findings))
    _print(runs, counts, phases, bars)
    if options.json:
        told = {
            "pages": counts,
            "runs": {name: run.as_json() for name, run in runs.items()},
            "phases": phases,
            "bars": {bar.name: {"figure": round(bar.figure, 2), "most": bar.most} for bar in bars},
        }
        options.json.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")
    return 0 if all(bar.is_met for bar in bars) else 1


def _write(home: Path, findings: int) -> int:
    """Write a project and the same content for bare MkDocs; return how many pages that is."""
    ours = home / f"ours {findings}"
    generate(ours, findings)
    measure((*_BUILD, "--quiet"), ours)  # which also compiles what is compiled once
    bare = home / f"bare {findings}"  # written by another process: the memory of this one is the least that others show
    subprocess.run((sys.executable, _SAME, str(ours), str(bare)), check=True, stdout=subprocess.DEVNULL)
    return sum(1 for _ in bare.rglob("*.md"))


def _commands(home: Path, sizes: Sequence[int]) -> dict[str, Task]:
    """Return every command that is measured, with where it runs; those that are compared stand side by side."""
    found: dict[str, Task] = {}
    for findings in sizes:
        ours = home / f"ours {findings}"
        found[f"ours {findings}"] = Task((*_BUILD, "--quiet"), ours)
        for what, path, before, after in _CHANGES:
            change = _Change(path, before, after)
            found[f"ours {findings}, {what} changed"] = Task((*_BUILD, "--quiet"), ours, change.make)
        found[f"bare {findings}"] = Task((*_BUILD, "--quiet"), home / f"bare {findings}")
    generate(home / "one", 1)
    large = home / f"ours {max(sizes)}"
    load = (sys.executable, "-c", _LOAD)
    return found | {
        "help": Task(_HELP, large),
        "check of one plan": Task(_CHECK, home / "one"),
        f"check of {max(sizes)}": Task(_CHECK, large),
        "load of one plan": Task(load, home / "one"),
        f"load of {max(sizes)}": Task(load, large),
    }


@dataclass(frozen=True)
class _Change:
    """What somebody changes in a file of a project that was built: words, there and back."""

    path: str
    before: str
    after: str

    def make(self, folder: Path) -> None:
        """Change it, and leave what the last build left."""
        file = folder / self.path
        text = file.read_text(encoding="utf-8")
        old, new = (self.before, self.after) if self.before in text else (self.after, self.before)
        if old not in text:
            raise ValueError(f"{self.path} does not say {old}")
        file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def _phases(folder: Path) -> dict[str, float]:
    """Build once more from nothing, and return what `timings` says of each phase, in seconds of the processor."""
    as_new(folder)
    done = subprocess.run(_BUILD, cwd=folder, capture_output=True, text=True, check=True)
    return {name: float(took) for name, took in re.findall(r"timings: (.+): ([\d.]+) s", done.stderr)}


def _bars(runs: Mapping[str, Run], sizes: Sequence[int]) -> list[Bar]:
    found = []
    for findings in sizes:
        ours, bare = runs[f"ours {findings}"], runs[f"bare {findings}"]
        most = _OF_SAME.get(findings, 1.0)
        found.append(Bar(f"{findings} findings beside the same content", ours.processor / bare.processor, most))
        changed = max(runs[f"ours {findings}, {what} changed"].processor for what, *_ in _CHANGES)
        if findings >= _SECOND:
            found.append(Bar(f"{findings} findings, one changed", changed / bare.processor, _OF_CHANGE))
        if findings in _MEMORY:
            found.append(Bar(f"memory at {findings} findings, in MB", ours.memory, _MEMORY[findings]))
    for few, many in pairwise(sizes):
        growth = runs[f"ours {many}"].processor / runs[f"ours {few}"].processor
        found.append(Bar(f"{many} findings beside {few}", growth, many / few))
    largest = sizes[-1]
    checking = runs[f"check of {largest}"].processor - runs["check of one plan"].processor
    loading = runs[f"load of {largest}"].processor - runs["load of one plan"].processor
    found.append(Bar("check beside yaml.load, start apart", checking / loading, 3.0))
    found.append(Bar("check of one plan, seconds of wall", runs["check of one plan"].wall, 0.4))
    return found


def _print(
    runs: Mapping[str, Run], counts: Mapping[int, int], phases: Mapping[str, float], bars: Sequence[Bar]
) -> None:
    for findings, pages in counts.items():
        print(f"{findings} findings: {findings * ITEMS} items, {pages} pages in both editions")
    print(f"\n{table(runs)}\n")
    for name, took in phases.items():
        print(f"{name:32}{took:8.2f} s")
    print()
    for bar in bars:
        print(f"{bar.name:44}{bar.figure:8.2f}  at most {bar.most:g}  {'met' if bar.is_met else 'MISSED'}")


if __name__ == "__main__":
    sys.exit(main())
