"""GitHub's runs on this machine: `act` reads the workflows as GitHub does, and stand-ins do what its actions do.

What is not GitHub's: the machine is this one, not a fresh one; nothing is installed; jobs of one concurrency group wait
for each other by a lock of ours, since `act` knows none; protected environments and the token's rights are not tried.
"""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.forges.place import SECRET, STAND_INS, Outcome, Place, Settings
from tests.forges.story import TODAY

REPOSITORY = "care/oakfield"


def run_github(
    place: Place,
    commit: str,
    settings: Settings,
    *,
    event: str = "push",
    before: str = "",
    branch: str = "main",
    today: int = TODAY,
) -> Outcome:
    """Run the workflows that a commit holds, for an event, as GitHub would."""
    source = _checked_out(place, commit, branch)
    happened = place.folder / "event.json"
    happened.write_text(json.dumps(_event(event, commit, before, branch)), encoding="utf-8")
    known = place.environment(commit, settings) | {"SOURCE_DATE_EPOCH": str(today), "GITHUB_REPOSITORY": REPOSITORY}
    command = [str(Path(sys.executable).with_name("act")), event, "--json", "--eventpath", str(happened)]
    command += [
        "--platform",
        "ubuntu-latest=-self-hosted",
        "--no-skip-checkout",
        "--pull=false",
        "--no-cache-server",
        "--insecure-secrets",
    ]
    command += ["--defaultbranch", "main", "--action-offline-mode"]
    for action in _actions(source):
        folder = STAND_INS / action.split("@")[0].removeprefix("actions/")
        command += ["--local-repository", f"{action}={folder}"]
    for name, value in known.items():
        command += ["--env", f"{name}={value}"]
    if event == "pull_request":  # GitHub gives a proposal from a fork no secret and no variable
        settings = Settings(visibility=settings.visibility)
    for name, value in settings.variables.items():
        command += ["--var", f"{name}={value}"]
    for name, value in {**settings.secrets, "GITHUB_TOKEN": SECRET}.items():
        command += ["--secret", f"{name}={value}"]
    with place.turn(_group(source)):
        done = subprocess.run(
            command, cwd=source, env=place.machine(), capture_output=True, text=True, encoding="utf-8", check=False
        )
    return _read(done.stdout + done.stderr)


def _checked_out(place: Place, commit: str, branch: str) -> Path:
    source = place.folder / "source"
    subprocess.run(["rm", "-rf", str(source), str(place.kept)], check=True)
    subprocess.run(["git", "clone", "--quiet", "--no-checkout", str(place.origin), str(source)], check=True)
    subprocess.run(["git", "-C", str(source), "checkout", "--quiet", "-B", branch, commit], check=True)
    return source


def _group(source: Path) -> str:
    """Return the group whose runs wait for each other; where the workflow names none, nothing waits."""
    workflow = yaml.safe_load((source / ".github" / "workflows" / "publish.yml").read_text("utf-8"))
    return str(workflow.get("concurrency", {}).get("group", source.parent.name))


def _event(event: str, commit: str, before: str, branch: str) -> dict[str, object]:
    """Return what GitHub says of an event; of a nightly run it is not known to name the repository."""
    repository = {"default_branch": "main", "full_name": REPOSITORY, "private": True}
    if event == "schedule":
        return {"schedule": "17 3 * * *"}
    if event == "pull_request":
        return {
            "pull_request": {"head": {"sha": commit, "ref": branch}, "base": {"ref": "main"}},
            "repository": repository,
        }
    return {"ref": f"refs/heads/{branch}", "before": before, "after": commit, "repository": repository}


def _actions(source: Path) -> Iterator[str]:
    """Yield each action that the workflows use, with the version that they name."""
    used: dict[str, None] = {}
    for path in sorted((source / ".github" / "workflows").glob("*.yml")):
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
            used |= {step["uses"]: None for step in job["steps"] if "uses" in step}
    yield from used


def _read(output: str) -> Outcome:
    """Read what `act` says, a JSON object a line."""
    jobs: dict[str, str] = {}
    log: list[str] = []
    commands: list[str] = []
    for line in output.splitlines():
        try:
            said = json.loads(line)
        except ValueError:
            log.append(line)
            continue
        if "jobResult" in said:
            jobs[said["jobID"]] = said["jobResult"]
        elif said.get("raw_output") or "command" in said:
            text = said.get("raw", said.get("msg", "")).rstrip("\n")
            log.append(text)
            if said.get("command", "ignored") != "ignored":
                commands.append(text)
    return Outcome(jobs, tuple(log), tuple(commands))
