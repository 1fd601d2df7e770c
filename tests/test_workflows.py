"""The publishing workflows that people copy keep what the documentation promises."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.built_sites import REPOSITORY

STARTER = REPOSITORY / "docs_templates" / "starter"
GITHUB = Path(".github", "workflows", "publish.yml")
GITLAB = Path(".gitlab-ci.yml")
HOMES = pytest.mark.parametrize("home", [REPOSITORY, STARTER], ids=["repository", "starter"])


@HOMES
def test_github_publishes_on_every_commit_and_every_night(home: Path) -> None:
    """What is late changes with the day, so a build a day is needed even where nobody writes."""
    triggers = _read(home / GITHUB)["on"]

    assert triggers["push"] == {"branches": ["main"]}
    assert len(triggers["schedule"]) == 1


@HOMES
def test_github_builds_strictly_with_the_whole_history(home: Path) -> None:
    """Both editions come from one strict build, after the problems were shown on their lines."""
    steps = _read(home / GITHUB)["jobs"]["build"]["steps"]
    commands = [step["run"] for step in steps if "run" in step]

    assert steps[0]["with"]["fetch-depth"] == "0"
    assert commands[1:3] == ["action-plans check --format github", "mkdocs build --strict"]


@HOMES
def test_github_pages_gets_the_family_edition_and_nothing_else(home: Path) -> None:
    """What goes to Pages is site-family; the staff edition is kept only where the repository is not public."""
    jobs = _read(home / GITHUB)["jobs"]
    steps = [step for step in jobs["build"]["steps"] if "upload" in step.get("uses", "")]
    uploads = {step["uses"].split("@")[0]: step for step in steps}

    pages = [step for step in steps if "pages" in step["uses"]]
    assert [step["with"]["path"] for step in pages] == ["site-family", "site-family"]
    assert uploads["actions/upload-artifact"]["with"]["path"] == "site"
    assert uploads["actions/upload-artifact"]["if"] == "steps.places.outputs.staff-edition == 'kept'"
    assert [name for name, job in jobs.items() if "pages" in job.get("permissions", {})] == ["publish-families"]


@HOMES
def test_nothing_is_published_unless_the_build_ended_well(home: Path) -> None:
    """Every publishing job waits for the build of its own run, on GitHub and on GitLab."""
    github, gitlab = _read(home / GITHUB)["jobs"], _read(home / GITLAB)

    assert [job["needs"] for name, job in github.items() if name != "build"] == ["build", "build"]
    assert [gitlab[name]["needs"] for name in ("pages", "publish-staff")] == [["build"], ["build"]]
    assert not [job for job in (*github.values(), *gitlab.values()) if isinstance(job, dict) and "allow_failure" in job]


@HOMES
def test_a_withdrawal_is_published_though_the_build_failed(home: Path) -> None:
    """After a failed build the families' folder is published only where something is withdrawn; the run stays red."""
    github, gitlab = _read(home / GITHUB)["jobs"], _read(home / GITLAB)
    steps = {step.get("id"): step for step in github["build"]["steps"]}
    upload = next(step for step in github["build"]["steps"] if "withdrawn" in step.get("if", ""))

    assert steps["withdraw"]["if"] == "failure()"
    assert steps["withdraw"]["run"].splitlines()[:2] == [
        "if action-plans withdraw --check; then",
        "  action-plans withdraw",
    ]
    assert upload["if"] == "failure() && steps.withdraw.outputs.withdrawn == 'yes'"
    assert "needs.build.outputs.withdrawn == 'yes'" in github["publish-families"]["if"]
    assert "result == 'success'" in github["publish-families"]["if"]
    assert gitlab["withdraw"]["rules"][0]["when"] == "on_failure"
    assert gitlab["withdraw"]["script"][1:3] == ["action-plans withdraw --check", "action-plans withdraw"]
    assert "continue-on-error" not in (home / GITHUB).read_text("utf-8")


@HOMES
def test_gitlab_pages_gets_the_family_edition_and_nothing_else(home: Path) -> None:
    """GitLab publishes public/: it is made from site-family, and what holds the staff edition is for developers."""
    jobs = _read(home / GITLAB)

    assert jobs["variables"]["GIT_DEPTH"] == "0"
    assert jobs["pages"]["script"] == ["rm -rf public", "mv site-family public"]
    assert jobs["build"]["artifacts"]["access"] == "developer"


@pytest.mark.parametrize("workflow", [GITHUB, GITLAB], ids=str)
def test_people_get_the_workflow_that_we_use(workflow: Path) -> None:
    """The starter's workflow differs from our own in what is installed, and in our own tests."""
    ours, theirs = ((home / workflow).read_text(encoding="utf-8").splitlines() for home in (REPOSITORY, STARTER))
    only_theirs = [line.strip() for line in theirs if line not in ours]

    assert only_theirs
    assert all("requirements.txt" in line or line.startswith("stages:") for line in only_theirs), only_theirs


def _read(path: Path) -> dict[str, Any]:
    """Read a workflow with every plain value as text: YAML would take the key `on` for a truth value."""
    read: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- text only
    return read
