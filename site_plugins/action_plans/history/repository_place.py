"""Where a project lies in its repository, and which branch people work on."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from action_plans.history.git import ask_git

_REMOTE = "refs/remotes/origin/"


@dataclass(frozen=True, slots=True)
class RepositoryPlace:
    """A project's folder in its repository, `""` or ending in a slash, and the main branch, where it can be told."""

    folder: str
    branch: str | None


def repository_place(root: Path, environment: Mapping[str, str]) -> RepositoryPlace | None:
    """Return where a project lies; None where it lies in no repository.

    The branch is the one that `origin/HEAD` names, else the one that the forge running this build names in its
    variables: GitLab's default branch, or the branch that GitHub runs for or is asked to take a change into.
    """
    within = ask_git(root, ["rev-parse", "--show-prefix"])
    if not within.worked:
        return None
    folder = within.output.decode("utf-8", "surrogateescape").rstrip("\n")
    head = ask_git(root, ["symbolic-ref", "--quiet", f"{_REMOTE}HEAD"])
    named = head.output.decode("utf-8", "surrogateescape").strip() if head.worked else ""
    return RepositoryPlace(folder, named.removeprefix(_REMOTE) or _forges_branch(environment))


def _forges_branch(environment: Mapping[str, str]) -> str | None:
    on_branch = environment.get("GITHUB_REF_TYPE") == "branch"
    return (
        environment.get("CI_DEFAULT_BRANCH")
        or environment.get("GITHUB_BASE_REF")
        or (environment.get("GITHUB_REF_NAME") if on_branch else None)
        or None
    )
