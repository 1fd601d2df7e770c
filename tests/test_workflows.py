"""The publishing workflows that people copy keep what the documentation promises; `tests/forges/` runs them."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.built_sites import REPOSITORY

STARTER = REPOSITORY / "docs_templates" / "starter"
GITHUB = Path(".github", "workflows", "publish.yml")
GITLAB = Path(".gitlab-ci.yml")
WORKFLOWS = sorted(path for home in (REPOSITORY, STARTER) for path in (home / GITHUB).parent.glob("*.yml"))
EACH = pytest.mark.parametrize(
    "workflow", WORKFLOWS, ids=[path.relative_to(REPOSITORY).as_posix() for path in WORKFLOWS]
)

DEFAULT_BRANCH = "(github.event_name == 'schedule' || github.ref_name == github.event.repository.default_branch)"
ON_GITLAB = "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"
INSTALLS = (
    "python -m pip install --require-hashes --requirement requirements.lock "
    "&& python -m pip install --no-deps --no-build-isolation --requirement requirements.txt"
)
PUBLISHING = ["try-staff", "withdraw", "publish-families", "publish-staff"]
ON_GITLAB_PUBLISHING = ["try-staff", "pages", "withdraw", "withdraw-untried", "publish-staff"]


def test_github_publishes_on_every_commit_and_every_night() -> None:
    """What is late changes with the day, so a build a day is needed even where nobody writes."""
    triggers = _read(STARTER / GITHUB)["on"]

    assert triggers["push"] == {"branches": ["main"]}
    assert len(triggers["schedule"]) == 1


def test_both_editions_come_from_one_build_with_the_whole_history() -> None:
    """The build that publishes and the one that withdraws know every version; nothing else makes a site."""
    jobs, gitlab = _read(STARTER / GITHUB)["jobs"], _read(STARTER / GITLAB)

    for name in ("build", "withdraw"):
        assert jobs[name]["steps"][0]["with"] == {"fetch-depth": "0", "persist-credentials": "false"}
    assert _commands(jobs["build"])[1:] == ["bash publishing/build", "bash publishing/visibility"]
    assert gitlab["variables"]["GIT_DEPTH"] == "0"
    assert gitlab["build"]["script"] == gitlab["staff-edition"]["script"] == ["bash publishing/build"]


def test_pages_get_the_family_edition_and_nothing_else() -> None:
    """What everybody can read is made from site-family, on GitHub and on GitLab."""
    jobs, gitlab = _read(STARTER / GITHUB)["jobs"], _read(STARTER / GITLAB)
    uploads = [
        step for job in jobs.values() for step in job["steps"] if "upload-pages-artifact@" in step.get("uses", "")
    ]

    assert [step["with"]["path"] for step in uploads] == ["site-family", "site-family"]
    assert [name for name, job in jobs.items() if "pages" in job.get("permissions", {})] == ["publish-families"]
    assert gitlab["build"]["artifacts"]["paths"] == ["site-family"]
    assert gitlab["pages"]["script"][:2] == ["rm -rf public", "mv site-family public"]
    assert gitlab["withdraw"]["script"][1:] == ["rm -rf public", "mv site-family public"]


def test_the_staff_edition_is_kept_seven_days_and_families_do_not_wait_for_it() -> None:
    """Only for those who may read the project; where it cannot be kept, families' pages go out all the same."""
    steps, gitlab = _read(STARTER / GITHUB)["jobs"]["build"]["steps"], _read(STARTER / GITLAB)
    kept = next(step for step in steps if "upload-artifact@" in step.get("uses", ""))

    assert kept["with"] == {
        "name": "staff-edition",
        "path": "site",
        "if-no-files-found": "error",
        "retention-days": "7",
    }
    assert kept["if"] == "steps.visibility.outputs.staff-edition == 'kept'"
    assert kept["continue-on-error"] == "true"
    assert gitlab["staff-edition"]["artifacts"] == {"access": "developer", "expire_in": "7 days", "paths": ["site"]}
    assert gitlab["staff-edition"]["allow_failure"] == "true"


def test_nothing_is_published_but_from_the_main_branch() -> None:
    """A run that somebody starts by hand on another branch, or for a proposal, publishes nothing and gets no key."""
    jobs, gitlab = _read(STARTER / GITHUB)["jobs"], _read(STARTER / GITLAB)

    assert sorted(jobs) == sorted(["build", *PUBLISHING])
    assert all(DEFAULT_BRANCH in jobs[name]["if"] for name in PUBLISHING)
    for name in ON_GITLAB_PUBLISHING:
        job = gitlab[name]
        rules = job.get("rules") or gitlab[job["extends"]]["rules"]
        assert [rule["if"].startswith(ON_GITLAB) for rule in rules] == [True]


def test_families_wait_until_the_place_of_the_staff_edition_was_tried() -> None:
    """Both editions come online from one run; the staff edition's copy is made once families' pages are there."""
    jobs, gitlab = _read(STARTER / GITHUB)["jobs"], _read(STARTER / GITLAB)

    assert jobs["publish-families"]["needs"] == ["build", "try-staff", "withdraw"]
    assert (
        "needs.try-staff.result == 'success' || needs.try-staff.result == 'skipped'" in jobs["publish-families"]["if"]
    )
    assert jobs["publish-staff"]["needs"] == ["build", "try-staff", "publish-families"]
    for name in jobs["publish-staff"]["needs"]:
        assert f"needs.{name}.result == 'success'" in jobs["publish-staff"]["if"]
    stages = gitlab["stages"]
    assert stages[-4:] == ["build", "try", "families", "staff"]
    assert [gitlab[name]["stage"] for name in ("try-staff", "pages", "publish-staff")] == stages[-3:]
    assert "needs" not in gitlab["pages"]  # it waits for every job of the stages before


def test_a_withdrawal_is_published_though_the_version_is_not() -> None:
    """After a failed build, and where the staff edition's place failed, told against what was online before."""
    jobs, gitlab = _read(STARTER / GITHUB)["jobs"], _read(STARTER / GITLAB)
    withdraw = jobs["withdraw"]

    assert withdraw["needs"] == ["build", "try-staff"]
    assert "!cancelled()" in withdraw["if"]
    assert "needs.build.result != 'success'" in withdraw["if"]
    assert _commands(withdraw)[-1] == "bash publishing/withdraw"
    assert withdraw["steps"][-2]["env"] == {"ONLINE": "${{ github.event.before }}"}
    assert "needs.withdraw.outputs.withdrawn == 'yes'" in jobs["publish-families"]["if"]
    for name, waits_for in (("withdraw", "build"), ("withdraw-untried", "try-staff")):
        assert gitlab[name]["needs"] == [waits_for]
        assert gitlab[name]["rules"][0]["when"] == "on_failure"


def test_two_runs_publish_one_after_the_other() -> None:
    """None is cut off while it publishes."""
    github, gitlab = _read(STARTER / GITHUB), _read(STARTER / GITLAB)

    assert github["concurrency"] == {"group": "publish", "cancel-in-progress": "false"}
    for name in ON_GITLAB_PUBLISHING:
        job = gitlab[name]
        assert (job | gitlab.get(job.get("extends"), {}))["resource_group"] == "publish"


@EACH
def test_every_action_is_pinned_by_its_hash_with_the_version_beside(workflow: Path) -> None:
    """A version can be moved by whoever owns it, a hash by nobody; the same version is the same hash everywhere."""
    used = re.findall(r"uses: (\S+)(.*)", workflow.read_text("utf-8"))
    everywhere = {
        pair for path in WORKFLOWS for pair in re.findall(r"uses: (\S+)@\S+ # (v\S+)", path.read_text("utf-8"))
    }

    assert used
    for action, comment in used:
        assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action), action
        assert re.fullmatch(r" # v\d+\.\d+\.\d+", comment), action
    assert len(everywhere) == len({action for action, _ in everywhere})


@EACH
def test_a_run_may_do_no_more_than_it_needs(workflow: Path) -> None:
    """It reads the repository, keeps no token in it, and nothing that people write is put into a command."""
    text, read = workflow.read_text("utf-8"), _read(workflow)

    assert read["permissions"] == {"contents": "read"}
    assert "pull_request_target" not in text
    for name, job in read["jobs"].items():
        assert name == "publish-families" or "permissions" not in job
        assert "secrets." not in str(job) or name in {"try-staff", "publish-staff"}
        assert not [command for command in _commands(job) if "${{" in command]
        for step in job["steps"]:
            assert "checkout@" not in step.get("uses", "") or step["with"]["persist-credentials"] == "false"


@EACH
def test_a_run_installs_what_a_lock_names_and_nothing_else(workflow: Path) -> None:
    """Everything by its sum, the program with what builds it among that; `make` does likewise where it is called."""
    for job in _read(workflow)["jobs"].values():
        kept = [step["with"]["cache-dependency-path"] for step in job["steps"] if "cache" in step.get("with", {})]
        installed = [command for command in _commands(job) if "install" in command]

        assert [lock for lock in kept if lock not in {"requirements.lock", "requirements-test.lock"}] == []
        assert set(installed) <= {INSTALLS}
        assert len(installed) == kept.count("requirements.lock")
    assert _read(STARTER / GITLAB)[".installed"]["before_script"] == [INSTALLS]


def test_the_newest_versions_turn_nothing_red_that_a_person_proposes() -> None:
    """They are tried apart, by the calendar or by hand; a proposed change and what is published keep to the locks."""
    apart = [path for path in WORKFLOWS if "NEWEST=1" in path.read_text("utf-8")]

    assert [path.name for path in apart] == ["newest.yml"]
    assert sorted(_read(apart[0])["on"]) == ["schedule", "workflow_dispatch"]


def test_people_get_the_workflows_that_we_use() -> None:
    """The same file on GitHub, that very file on GitLab beside our own tests, and the same scripts and lock."""
    ours = _read(REPOSITORY / GITLAB)

    assert (REPOSITORY / GITHUB).read_bytes() == (STARTER / GITHUB).read_bytes()
    assert ours["include"] == [{"local": (STARTER / GITLAB).relative_to(REPOSITORY).as_posix()}]
    assert sorted(ours) == ["include", "stages", "test"]
    assert ours["stages"] == ["test", *_read(STARTER / GITLAB)["stages"]]
    for shared in ("publishing", "requirements.lock"):
        assert (REPOSITORY / shared).resolve() == STARTER / shared


def _commands(job: dict[str, Any]) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


def _read(path: Path) -> dict[str, Any]:
    """Read a workflow with every plain value as text: YAML would take the key `on` for a truth value.

    What GitLab's `<<` takes over from another job stands in that job.
    """
    read: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- text only
    return {name: job.pop("<<", {}) | job if isinstance(job, dict) else job for name, job in read.items()}
