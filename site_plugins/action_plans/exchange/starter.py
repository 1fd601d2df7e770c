"""A ready project in an empty folder."""

import shutil
from pathlib import Path

from action_plans.template_folders import builtin_templates


class NotEmptyError(Exception):
    """The folder already holds something."""


def start_project(folder: Path) -> tuple[str, ...]:
    """Write a project into an empty or new folder, and return the paths of its files, in order.

    Raises:
        NotEmptyError: there is something in it, apart from an empty Git repository.
        OSError: it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(entry.name != ".git" for entry in folder.iterdir())):
        raise NotEmptyError
    source = builtin_templates() / "starter"
    shutil.copytree(source, folder, dirs_exist_ok=True)
    return tuple(sorted(path.relative_to(source).as_posix() for path in source.rglob("*") if path.is_file()))
