"""Which files of a project are read: found in order, never outside their folder."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from action_plans.model.origin import Origin
from action_plans.model.printable import is_printable
from action_plans.model.problem import Code, Problem

_BACKUPS = (".bak", ".orig", ".rej", ".swp", ".tmp")
_LEFT_BY_SYSTEMS = frozenset(("desktop.ini", "thumbs.db", "ehthumbs.db", "icon\r"))
_LEFT_BY_OFFICE = ("~$", ".~lock.")
_MAPS = ".map.yaml"
"""How the map of a spreadsheet ends that became a plan: it lies beside the sheet."""

EVIDENCE = "evidence"
"""The folder of notes where a project names none."""
_YAML = (".yaml", ".yml")
_NOTES = (".md", ".markdown")


@dataclass(slots=True)
class Found:
    """The files of a folder by what they hold, each with the path that people know it by, and what is wrong there.

    `others` are those in the folder of evidence that are no notes.
    """

    plans: list[tuple[Path, str]] = field(default_factory=list)
    services: list[tuple[Path, str]] = field(default_factory=list)
    providers: list[tuple[Path, str]] = field(default_factory=list)
    frameworks: list[tuple[Path, str]] = field(default_factory=list)
    notes: list[tuple[Path, str]] = field(default_factory=list)
    others: list[tuple[Path, str]] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def find_plans(root: Path, folder: Path) -> Found:
    """Find plans, services and the provider's file in `folder`; `root` is what paths are shown relative to."""
    found = Found()
    if not _is_folder(folder):
        hint = "Make the folder and put a plan in it, or name the right one in plans_dir."
        message = f"there is no folder {shown_path(root, folder)} with plans."
        found.problems.append(Problem(Code.NOTHING_TO_READ, message, Origin(shown_path(root, folder)), hint))
        return found
    for file, path in _files(root, folder, found.problems):
        _sort_in(file, path, file.relative_to(folder).parts, found)
    if not found.plans and not any(problem.code is Code.UNREADABLE for problem in found.problems):
        hint = "Put a plan in it: a file whose name ends in .yaml."
        message = f"the folder {shown_path(root, folder)} holds no plan."
        found.problems.append(Problem(Code.NOTHING_TO_READ, message, Origin(shown_path(root, folder)), hint))
    return found


def find_notes(root: Path, folder: Path) -> Found:
    """Find the evidence notes in `folder`, and what else lies there.

    A folder that does not exist holds nothing: an error where another one is called so in other letters, or where the
    project names it itself, since all its evidence would be lost without a word.
    """
    found = Found()
    if not os.path.lexists(folder):
        found.problems.extend(_missing(root, folder))
    if not _is_folder(folder) and os.path.lexists(folder):
        hint = "Make a folder of this name, or name the right one in evidence_dir."
        place = Origin(shown_path(root, folder))
        found.problems.append(Problem(Code.UNREADABLE, "this is no folder with evidence.", place, hint))
    if _is_folder(folder):
        for file, path in _files(root, folder, found.problems):
            if _is_readme(file):
                continue
            (found.notes if file.suffix.casefold() in _NOTES else found.others).append((file, path))
    return found


def _missing(root: Path, folder: Path) -> Iterator[Problem]:
    shown = shown_path(root, folder)
    alike = next((name for name in _names_beside(folder) if name.casefold() == folder.name.casefold()), None)
    if alike is not None:
        hint = f"Call the folder {folder.name}, or write its name in evidence_dir as it is: {alike}."
        message = f"there is no folder {shown}, but one called {alike}, which is not read."
        yield Problem(Code.NOTHING_TO_READ, message, Origin(shown), hint)
    elif shown != EVIDENCE:
        hint = "Make the folder, with a README.md in it while there is no note, or name the right one in evidence_dir."
        message = f"there is no folder {shown} with evidence."
        yield Problem(Code.NOTHING_TO_READ, message, Origin(shown), hint)


def _names_beside(folder: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in folder.parent.iterdir())
    except (OSError, ValueError):
        return []


def shown_path(root: Path, file: Path) -> str:
    """Return a path relative to the project, with `/`; for what lies beside the project, with `../`."""
    return Path(os.path.relpath(file, root)).as_posix()


def _sort_in(file: Path, path: str, parts: tuple[str, ...], found: Found) -> None:
    is_yaml = file.suffix.casefold() in _YAML
    is_right_in = len(parts) == 2  # noqa: PLR2004 -- a folder and the file
    if is_yaml and parts[0] == "frameworks" and is_right_in:
        found.frameworks.append((file, path))
    elif is_yaml and parts[0] == "services" and is_right_in:
        found.services.append((file, path))
    elif is_yaml and len(parts) == 1 and file.stem == "provider":
        found.providers.append((file, path))
    elif is_yaml and parts[0] not in ("services", "frameworks"):
        found.plans.append((file, path))
    elif not _is_readme(file):
        hint = "Plans end in .yaml; services lie right in services/, frameworks right in frameworks/."
        if file.suffix.casefold() in _NOTES:
            hint = "Evidence notes lie in the evidence folder."
        found.problems.append(Problem(Code.IGNORED_FILE, "this file is not read.", Origin(path), hint))


def _is_readme(file: Path) -> bool:
    return file.stem.casefold() == "readme" and file.suffix.casefold() in _NOTES


def _is_folder(folder: Path) -> bool:
    try:
        return folder.is_dir()
    except (OSError, ValueError):  # a name too long, a folder above that may not be entered, a NUL in the name
        return False


def _files(root: Path, folder: Path, problems: list[Problem]) -> Iterator[tuple[Path, str]]:
    """Yield the files in a folder and in those within it, in the order of their paths."""
    home = Path(os.path.realpath(folder))  # unlike `resolve`, it takes a circle of links as it comes
    found: list[tuple[str, Path]] = []
    waiting = [folder]
    while waiting:
        for entry in _entries(root, waiting.pop(), problems):
            file = Path(entry.path)
            path = shown_path(root, file)
            if not is_printable(entry.name):
                hint = "Give it a name of letters, digits and hyphens."
                message = "this name holds a character that no page can show, so it is not read."
                problems.append(Problem(Code.UNSAFE_PATH, message, Origin(path), hint))
            elif entry.is_symlink() and (problem := _link(file, path, home)):
                problems.append(problem)
            elif entry.is_dir():
                waiting.append(file)
            elif entry.is_file():
                found.append((path, file))
            else:
                hint = "Take it out of the folder."
                problems.append(Problem(Code.IGNORED_FILE, "this is no ordinary file.", Origin(path), hint))
    for path, file in sorted(found):
        yield file, path


def _entries(root: Path, folder: Path, problems: list[Problem]) -> list["os.DirEntry[str]"]:
    try:
        with os.scandir(folder) as entries:
            return sorted((entry for entry in entries if not _is_passed_over(entry.name)), key=lambda e: e.name)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        message = f"the folder cannot be read: {reason}."
        place = Origin(shown_path(root, folder))
        problems.append(Problem(Code.UNREADABLE, message, place, "Check that you may open it."))
        return []


def _link(file: Path, path: str, home: Path) -> Problem | None:
    """Refuse a link that leads out of the folder, in a circle, or to a folder, which is read where it lies."""
    try:
        target = file.resolve()
        exists = target.exists()
    except (OSError, RuntimeError):  # a link that leads back to itself, as different versions of Python say it
        hint = "Take the link out."
        return Problem(Code.UNREADABLE, "this link leads in a circle or cannot be followed.", Origin(path), hint)
    if not target.is_relative_to(home):
        hint = "Put the file itself here. What lies outside the folder is never read or published."
        return Problem(Code.UNSAFE_PATH, "this link leads outside the folder.", Origin(path), hint)
    if not exists:
        return Problem(Code.UNREADABLE, "this link leads to nothing.", Origin(path), "Put the file itself here.")
    if target.is_dir():
        hint = "Take the link out; the folder is read where it lies."
        return Problem(Code.IGNORED_FILE, "this link to a folder is not followed.", Origin(path), hint)
    return None


def _is_passed_over(name: str) -> bool:
    """Whether nobody means it to be read: hidden files, and what systems, Office, editors and import leave behind."""
    folded = name.casefold()
    return (
        name.startswith((".", "#", *_LEFT_BY_OFFICE))
        or name.endswith("~")
        or folded.endswith((*_BACKUPS, _MAPS))
        or folded in _LEFT_BY_SYSTEMS
    )
