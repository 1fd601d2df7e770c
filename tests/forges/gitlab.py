"""GitLab's pipelines on this machine: `gitlab-ci-local` reads .gitlab-ci.yml as GitLab does.

What is not GitLab's: jobs run on this machine, not in their image; nothing is installed; one resource group waits by a
lock of ours, since the program knows none; what is online is what the job left in public/ whose end was good, put in
place here, as GitLab does it after the job; protected variables and who may download artefacts are not tried.
"""

import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.built_sites import REPOSITORY
from tests.forges.place import Outcome, Place, Settings
from tests.forges.story import TODAY

_PROGRAM = REPOSITORY / ".cache" / "gitlab-ci-local-4.75.1" / "node_modules" / ".bin" / "gitlab-ci-local"
"""From npm, by the Makefile."""

_COLOURS = re.compile(r"\x1b\[[0-9;]*m")
_MARKS = re.compile(r"section_(?:start|end):\d+:[\w.-]+\r\x1b\[0K")
"""What GitLab takes for a mark of its own in a log, where a part begins and ends."""

_PAGES = ("pages", "withdraw", "withdraw-untried")
"""The jobs that GitLab takes pages from."""


def run_gitlab(
    place: Place,
    commit: str,
    settings: Settings,
    *,
    before: str = "",
    event: str = "push",
    branch: str = "main",
    today: int = TODAY,
) -> Outcome:
    """Run the pipeline that a commit holds, as GitLab would: that of a fork in a project of its own."""
    if event == "pull_request":
        settings = Settings(visibility=settings.visibility)
    source = _checked_out(place, commit, branch)
    said = {
        "CI_COMMIT_BEFORE_SHA": before or "0" * 40,
        "CI_COMMIT_BRANCH": branch,
        "CI_DEFAULT_BRANCH": "main",
        "CI_PROJECT_PATH": "care/oakfield",
        "CI_PROJECT_VISIBILITY": settings.visibility,
        "SOURCE_DATE_EPOCH": str(today),
        **place.environment(commit, settings),
        **settings.variables,
        **_as_files(place, settings),
    }
    command = [str(Path(sys.executable).with_name("node")), str(_PROGRAM), "--cwd", source.name]
    command += ["--force-shell-executor", "--shell-isolation", "--concurrency", "2", "--max-job-name-padding", "0"]
    command += ["--ignore-predefined-vars", ",".join(said)]  # or it warns of each that is given
    for name, value in said.items():
        command += ["--variable", f"{name}={value}"]
    with place.turn(_group(source)):
        done = subprocess.run(
            command,
            cwd=source.parent,
            env=place.machine(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    outcome = _read(done.stdout + done.stderr, source / ".gitlab-ci-local" / "output")
    for job in _PAGES:
        if outcome.jobs.get(job) == "success":
            shutil.rmtree(place.online, ignore_errors=True)
            shutil.copytree(source / ".gitlab-ci-local" / "artifacts" / job / "public", place.online)
    return outcome


def _read(output: str, logs: Path) -> Outcome:
    """Read what the program says of each job at its end, and what each job wrote."""
    ends = {"PASS": "success", "FAIL": "failure", "WARN": "failure"}
    plain = _COLOURS.sub("", output)
    jobs = {job: ends[end] for end, job in re.findall(r"^ (PASS|FAIL|WARN) +(\S+)", plain, re.MULTILINE)}
    written = [path.read_bytes().decode("utf-8", "replace") for path in sorted(logs.glob("*.log"))]
    log = [line for text in written for line in _COLOURS.sub("", text).split("\n")]
    return Outcome(jobs, (*plain.splitlines(), *log), tuple(_MARKS.findall("\n".join(written))))


def _group(source: Path) -> str:
    """Return the group that all jobs which publish share; where they share none, nothing waits."""
    text = (source / ".gitlab-ci.yml").read_text("utf-8")
    groups = set(re.findall(r"resource_group: (\S+)", text))
    return groups.pop() if len(groups) == 1 else source.parent.name


def _checked_out(place: Place, commit: str, branch: str) -> Path:
    source = place.folder / "source"
    for old in (source, place.kept):
        shutil.rmtree(old, ignore_errors=True)
    subprocess.run(["git", "clone", "--quiet", "--no-checkout", str(place.origin), str(source)], check=True)
    subprocess.run(["git", "-C", str(source), "checkout", "--quiet", "-B", branch, commit], check=True)
    return source


def _as_files(place: Place, settings: Settings) -> dict[str, str]:
    """Write the secrets that GitLab hands over as files, and return where they are."""
    files = {}
    for name, value in settings.secrets.items():
        path = place.folder / name
        path.write_text(value, encoding="utf-8")
        files[name] = str(path)
    return files
