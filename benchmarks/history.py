"""How long reading a long history takes: 300 plans of 10 findings in 2,000 commits, without and with its cache.

    python benchmarks/history.py [--rounds 3] [--plans 300] [--commits 2000]

Each commit changes the title of an action of one plan; there are no evidence notes. What is measured is a process that
reads the plans and asks git about them, as a build does, less one that only reads them; and beside it one that asks git
alone, less one that only loads the program. The bars: 3 s without the cache, 0.5 s with it, and the cache is one file.
Exit status 1 where a build misses a bar.
"""

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from measuring import measure
from portfolio import PER_PLAN, generate

_COLD, _KEPT = 3.0, 0.5
_CACHE = ".cache/action-plans"
_READ = """
import sys
from pathlib import Path
from action_plans.past import asking
from action_plans.project.few_collections import collect_seldom
from action_plans.project.options import Options
from action_plans.project.settings import read_settings
from action_plans.history.provenance import read_past
from action_plans.reading.plan_files import read_plan_text
from action_plans.reading.portfolio_reader import read_portfolio
collect_seldom()
first = min(Path("plans").glob("*.yaml"))
read_plan_text(first.read_bytes(), first.as_posix())
if "read" in sys.argv:
    reading = read_portfolio(Path.cwd(), "plans", "evidence")
settings = read_settings(Path.cwd(), Options(), "Large portfolio", {"SOURCE_DATE_EPOCH": "1798675200"})
if "history" in sys.argv:
    past = read_past(settings.root, asking(settings))
    assert past.followed is not None, "git told nothing"
"""
_RUNS = {
    "load": (),
    "alone without": ("history",),
    "alone with": ("history",),
    "read": ("read",),
    "build without": ("read", "history"),
    "build with": ("read", "history"),
}
"""What is measured, in turn, and what each is asked to do."""


def _leave(_: Path) -> None:
    """Do nothing to what is kept."""


def main() -> int:
    """Make the repository, measure in turn, and say whether every bar is met."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--plans", type=int, default=300)
    parser.add_argument("--commits", type=int, default=2000)
    options = parser.parse_args()
    took: dict[str, list[float]] = {name: [] for name in _RUNS}
    with tempfile.TemporaryDirectory(prefix="action-plans-history-") as folder:
        home = Path(folder)
        generate(home, options.plans * PER_PLAN)
        shutil.rmtree(home / "evidence")
        _commit(home, options.commits)
        measure((sys.executable, "-c", _READ), home, _leave)  # which also compiles what is compiled once
        for _ in range(options.rounds):
            for name, arguments in _RUNS.items():
                if name.endswith("without"):
                    shutil.rmtree(home / _CACHE, ignore_errors=True)
                took[name].append(measure((sys.executable, "-c", _READ, *arguments), home, _leave).processor)
        held = [file.stat().st_size for file in (home / "plans").iterdir()]
        files = [file for file in (home / _CACHE).rglob("*") if file.is_file() and not file.name.startswith(".")]
        size = sum(file.stat().st_size for file in files)
    median = {name: statistics.median(several) for name, several in took.items()}
    without, with_it = (median[name] - median["read"] for name in ("build without", "build with"))
    alone, alone_with = (median[name] - median["load"] for name in ("alone without", "alone with"))
    print(
        f"{options.commits} commits of {options.plans} plans of {PER_PLAN} findings and "
        f"{sum(held) / len(held) / 1000:.0f} kB, in seconds of the processor; loading {median['load']:.2f}, "
        f"reading the plans {median['read']:.2f}"
    )
    print(f"in a build, without the cache  {without:6.2f}  at most {_COLD:g}")
    print(f"in a build, with the cache     {with_it:6.2f}  at most {_KEPT:g}")
    print(f"alone, without the cache       {alone:6.2f}")
    print(f"alone, with the cache          {alone_with:6.2f}")
    print(f"files of the cache             {len(files):6}  at most 1, of {size / 1_000_000:.1f} MB")
    return 0 if without <= _COLD and with_it <= _KEPT and len(files) == 1 else 1


def _commit(folder: Path, commits: int) -> None:
    """Make a git repository whose commits each change one plan of `folder`."""
    subprocess.run(("git", "init", "--quiet", "--initial-branch", "main"), cwd=folder, check=True)
    stream = b"".join(_stream(folder, commits))
    subprocess.run(("git", "fast-import", "--quiet"), cwd=folder, input=stream, check=True)
    subprocess.run(("git", "reset", "--quiet", "--hard"), cwd=folder, check=True)


def _stream(folder: Path, commits: int) -> Iterator[bytes]:
    """Yield what `git fast-import` reads: a commit of everything, then those that change a plan each."""
    files = sorted(file for file in folder.rglob("*") if file.is_file() and ".git" not in file.parts)
    yield _head(0)
    for file in files:
        yield _file(file.relative_to(folder).as_posix(), file.read_bytes())
    texts = {file.relative_to(folder).as_posix(): file.read_bytes() for file in files if file.parent.name == "plans"}
    paths = list(texts)
    for number in range(1, commits):
        path = paths[number % len(paths)]
        words = f"  - id: A{1 + number % (PER_PLAN * 3)}\n    title: ".encode()
        texts[path] = texts[path].replace(words, words + f"Again in week {number}, ".encode(), 1)
        yield _head(number)
        yield _file(path, texts[path])


def _head(number: int) -> bytes:
    when = f"Registered Manager <rm@example.org> {1_767_600_000 + number * 14_400} +0000"
    words = f"Change {number}"
    return f"commit refs/heads/main\nauthor {when}\ncommitter {when}\ndata {len(words)}\n{words}\n".encode()


def _file(path: str, content: bytes) -> bytes:
    return f"M 100644 inline {path}\ndata {len(content)}\n".encode() + content + b"\n"


if __name__ == "__main__":
    sys.exit(main())
