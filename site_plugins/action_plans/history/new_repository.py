"""Beginning a git repository around a new project, where there is none yet."""

import shutil
from pathlib import Path

from action_plans.history.git import NO_REPOSITORY, NOT_INSTALLED, ask_git

BRANCH = "main"
"""What the publishing workflows wait for."""


def begin_repository(folder: Path, around: Path) -> str:
    """Make `folder` a repository without a commit or a remote; return why it was not, in words, or nothing.

    `around` is a folder that exists, in which `folder` will lie: where that lies in a repository, that one is used.
    """
    looked = ask_git(around, ["rev-parse", "--git-dir"])
    if looked.reason == NOT_INSTALLED:
        return "Git is not installed here, so no version is kept yet: install it, then run: git init"
    if looked.reason != NO_REPOSITORY:
        return "The folder lies in a git repository already, which keeps its versions."
    begun = ask_git(folder, ["init", "--quiet"])
    if begun.worked:  # as git of any age can say it
        begun = ask_git(folder, ["symbolic-ref", "HEAD", f"refs/heads/{BRANCH}"])
    if begun.worked:
        return ""
    shutil.rmtree(folder / ".git", ignore_errors=True)
    return "Git could not begin a repository here, so no version is kept yet. Run: git init"
