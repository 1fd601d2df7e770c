"""A ready project in an empty folder."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from action_plans.exchange.editor_schema import schema_text
from action_plans.model.errors import ActionPlansError
from action_plans.project.template_folders import builtin_templates


@dataclass(eq=False)
class NotEmptyError(ActionPlansError):
    """The folder already holds something."""

    folder: Path
    is_wrong_use: ClassVar[bool] = True

    def __str__(self) -> str:
        return f"{self.folder} is not an empty folder. Name a new one."


def start_project(folder: Path) -> tuple[str, ...]:
    """Write a project into an empty or new folder, and return the paths of its files, in order.

    Raises:
        NotEmptyError: there is something in it, apart from an empty Git repository.
        OSError: it cannot be written.
    """
    if folder.exists() and (not folder.is_dir() or any(entry.name != ".git" for entry in folder.iterdir())):
        raise NotEmptyError(folder)
    shutil.copytree(builtin_templates() / "starter", folder, dirs_exist_ok=True)
    for kind in ("plan", "service"):  # what the editor's settings name
        (folder / ".vscode" / f"{kind}.schema.json").write_text(schema_text(kind), encoding="utf-8", newline="\n")
    files = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return tuple(sorted(path.as_posix() for path in files if path.parts[0] != ".git"))
