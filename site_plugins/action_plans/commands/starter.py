"""A ready project in an empty folder: all of it, or nothing."""

import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import ClassVar

from action_plans.commands.installed_from import WHEELS, InstalledFrom
from action_plans.commands.project_settings import project_settings
from action_plans.commands.starter_answers import Answers
from action_plans.exchange.editor_schema import schema_text
from action_plans.exchange.yaml_words import text_inline
from action_plans.history.new_repository import begin_repository
from action_plans.model.errors import ActionPlansError
from action_plans.model.printable import printable
from action_plans.model.problem import Problem, Severity
from action_plans.pipeline import examine
from action_plans.project.starter_templates import starter_files
from action_plans.project.template_folders import builtin_templates

_LEFT_BY_SYSTEMS = frozenset({".git", ".DS_Store", "Thumbs.db", "desktop.ini", "lost+found"})
"""What may lie in a folder that counts as empty."""

_FIRST_PLAN = "plans/first-plan.yaml"
_MOST_NAMED = 3


@dataclass(eq=False)
class CannotStartError(ActionPlansError):
    """A project cannot be made in `folder`, for what lies there; `why` in a sentence."""

    folder: Path
    why: str
    is_wrong_use: ClassVar[bool] = True

    def __str__(self) -> str:
        return printable(f"{self.folder} {self.why}")


@dataclass(eq=False)
class NotStartedError(ActionPlansError):
    """The project could not be written: the disk is full, the folder is read-only. Nothing of it is left."""

    folder: Path
    error: OSError

    def __str__(self) -> str:
        reason = self.error.strerror or self.error
        return printable(f"No project was made in {self.folder}, and nothing was left there: {reason}.")


@dataclass(eq=False)
class DoesNotBuildError(ActionPlansError):
    """With these answers the plan would hold a `problem` that stops a build."""

    problem: Problem
    is_wrong_use: ClassVar[bool] = True

    def __str__(self) -> str:
        return printable(f"No project was made, since it would not build with these answers: {self.problem.message}")


@dataclass(frozen=True, slots=True)
class Started:
    """A project that was made: where, its files in order, and what to do next, a line each."""

    folder: Path
    files: tuple[str, ...]
    next_steps: tuple[str, ...]

    @property
    def in_words(self) -> str:
        """What to tell whoever made it."""
        return "\n".join((*(f"  {file}" for file in self.files), *self.next_steps))


def refuse_taken(folder: Path) -> None:
    """Refuse a folder that holds something, apart from an empty git repository, and what is no folder.

    Raises:
        CannotStartError: it is so.
        NotStartedError: it cannot be looked into.
    """
    try:
        if not os.path.lexists(folder):
            return
        if not folder.is_dir():
            raise CannotStartError(folder, "is not a folder. Name a new one.")
        held = sorted(entry.name for entry in folder.iterdir() if entry.name not in _LEFT_BY_SYSTEMS)
    except OSError as error:
        raise NotStartedError(folder, error) from error
    if held:
        named = ", ".join(held[:_MOST_NAMED]) + (" and more" if len(held) > _MOST_NAMED else "")
        raise CannotStartError(folder, f"is not an empty folder: it holds {named}. Name a new one.")


def start_project(folder: Path, answers: Answers, today: date, source: InstalledFrom, *, with_git: bool) -> Started:
    """Write a project into an empty or new folder.

    Args:
        folder: where.
        answers: what the first plan is about.
        today: the day of what happened so far, in the first plan.
        source: where this program was installed from.
        with_git: whether to begin a repository, where the folder lies in none.

    Raises:
        CannotStartError: there is something in it.
        DoesNotBuildError: an answer is such that the plan would not be published.
        NotStartedError: it cannot be written; nothing is left of it.
    """
    refuse_taken(folder)
    files = project_files(answers, today, source)
    try:
        if source.file is not None:
            files[f"{WHEELS}/{source.file.name}"] = source.file.read_bytes()
        with _staged(folder) as (staged, around):
            for name, content in files.items():
                place = staged / name
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(content)
            _refuse_what_does_not_build(staged)
            no_git = begin_repository(staged, around) if with_git else ""
    except OSError as error:
        raise NotStartedError(folder, error) from error
    return Started(folder, tuple(sorted(files)), tuple(_next_steps(folder, source, no_git)))


def project_files(answers: Answers, today: date, source: InstalledFrom) -> dict[str, bytes]:
    """Return the path and content of each file of a new project, but for the program itself."""
    files = starter_files(builtin_templates() / "starter", _values(answers, today), text_inline)
    for kind in ("plan", "service"):  # what the editor's settings name
        files[f".vscode/{kind}.schema.json"] = schema_text(kind).encode()
    files["requirements.txt"] = (
        f"# The program that builds the sites. What it needs besides is in requirements.lock.\n{source.requirement}\n"
    ).encode()
    return files


def _refuse_what_does_not_build(staged: Path) -> None:
    examined = examine(project_settings(staged / "mkdocs.yml"))
    for problem in (*examined.problems_of(Severity.ERROR), *examined.problems_of(Severity.WARNING)):
        raise DoesNotBuildError(problem)


def _values(answers: Answers, today: date) -> Mapping[str, object]:
    """Return what the starter's templates may print."""
    codes = list(answers.roles)
    lead, owner = codes[0], codes[min(1, len(codes) - 1)]
    due = today + timedelta(weeks=13)
    return {
        "name": answers.name,
        "site_name": f"{answers.name}: improvement plan",
        "service_id": answers.service_id,
        "kind": answers.kind.value,
        "roles": list(answers.roles.items()),
        "lead": lead,
        "owner": owner,
        "checker": lead if lead != owner else "",
        "report_date": answers.report_date.iso,
        "today": today.isoformat(),
        "due": due.isoformat(),
        "check_due": (due + timedelta(weeks=5)).isoformat(),
        "later": (due + timedelta(weeks=2)).isoformat(),
    }


def _next_steps(folder: Path, source: InstalledFrom, no_git: str) -> Iterator[str]:
    there = printable(str(folder))
    yield f"A project is ready in {there}. The first plan is {_FIRST_PLAN}; HOW-TO.md says how to work with it."
    if no_git:
        yield no_git
    if folder.resolve() != Path.cwd():
        yield f'Go there:   cd "{there}"' if " " in there else f"Go there:   cd {there}"
    yield "Build it:   mkdocs build --strict"
    yield "Look at it: mkdocs serve"
    if source.to_do:
        yield printable(source.to_do)


@contextmanager
def _staged(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Give a hidden folder to write into, and one that exists around it; then put what is in it in place, or undo it.

    A new folder is written beside its place and renamed. One that is there, in which somebody may stand, stays the same
    folder: what was written inside is renamed one by one.
    """
    is_new = not folder.exists()
    made = _parents_made(folder) if is_new else []
    home = folder.parent if is_new else folder
    staged = home / f".action-plans-init.{os.getpid()}.part"
    moved: list[Path] = []
    try:
        staged.mkdir()
        yield staged, home
        if is_new:
            staged.rename(folder)
        else:
            for entry in sorted(staged.iterdir()):
                entry.rename(folder / entry.name)
                moved.append(folder / entry.name)
            staged.rmdir()
    except BaseException:
        for path in (staged, *moved):
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)
        for parent in made:
            with suppress(OSError):
                parent.rmdir()
        raise


def _parents_made(folder: Path) -> list[Path]:
    """Make the folders above a new one, and return them, the innermost first."""
    missing: list[Path] = []
    above = folder.parent
    while not above.exists():
        missing.append(above)
        above = above.parent
    folder.parent.mkdir(parents=True, exist_ok=True)
    return missing
