"""The project's own templates beside ours: what each was copied from, whether ours changed, which match nothing."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from action_plans.english.near import nearest
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.project.config_file import read_settled_file
from action_plans.project.own_templates import own_folder
from action_plans.project.template_folders import builtin_templates
from action_plans.project.template_versions import (
    PARTS,
    builtin_names,
    known_sums,
    sum_of,
    this_version,
    version_of,
    without_stamp,
)
from action_plans.reading.folders import shown_path


@dataclass(frozen=True, slots=True)
class CopiedTemplate:
    """A template of the project's own.

    Attributes:
        name: its path below the folder of templates.
        file: where it is.
        version: the version of ours that it was copied from, where it says so or is one without a change.
        stands_for_ours: whether ours has a template of that name, which it replaces.
        is_older: whether ours has changed since that version.
        is_used: whether it replaces ours, or another of the project's own names it.
        meant: the name of ours that was probably meant, where it is not used.
        difference: what stands in it and not in ours of today, and the other way round, as a unified difference.
    """

    name: str
    file: Path
    version: str | None
    stands_for_ours: bool
    is_older: bool
    is_used: bool
    meant: str | None
    difference: tuple[str, ...]


def copied_templates(folders: Sequence[Path]) -> tuple[CopiedTemplate, ...]:
    """Return the project's own templates in the first of `folders`, in the order of their names.

    What cannot be read as text is left out: a template of that kind is an error of its own. Cost: linear in them.
    """
    own = own_folder(folders)
    if own is None:
        return ()
    texts = {name: text for name, file in _files(own) if (text := _text(file)) is not None}
    ours = frozenset(builtin_names())
    return tuple(_copied(name, own, texts, ours) for name in sorted(texts))


def old_templates(root: Path, folders: Sequence[Path]) -> Iterator[Problem]:
    """AP324: copies of templates of ours that have changed since: what is new in ours does not reach a page."""
    for one in copied_templates(folders):
        if one.is_older:
            message = f"this copy is of version {one.version}, and ours has changed since."
            hint = "Look at `action-plans templates`, take over what is new, and name this version in its first line."
            yield Problem(Code.OLD_TEMPLATE, message, Origin(shown_path(root, one.file)), hint)


def _files(own: Path) -> Iterator[tuple[str, Path]]:
    for part in PARTS:
        for folder, folders, names in os.walk(own / part):
            folders.sort()
            for name in sorted(names):
                file = Path(folder) / name
                if not name.startswith("."):
                    yield file.relative_to(own).as_posix(), file


def _text(file: Path) -> str | None:
    try:
        return read_settled_file(file).decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _copied(name: str, own: Path, texts: dict[str, str], ours: frozenset[str]) -> CopiedTemplate:
    text, stands_for_ours = texts[name], name in ours
    version = version_of(name, text)
    if version is None and stands_for_ours:
        own_sum = sum_of(name, text)
        version = next((each for each, sums in known_sums().items() if sums.get(name) == own_sum), None)
    then = known_sums().get(version or "", {}).get(name)
    is_used = stands_for_ours or _is_known(name) or _is_named(name, texts)
    return CopiedTemplate(
        name=name,
        file=own / name,
        version=version,
        stands_for_ours=stands_for_ours,
        is_older=stands_for_ours and then is not None and then != known_sums()[this_version()].get(name),
        is_used=is_used,
        meant=None if is_used else nearest(name, sorted(ours)),
        difference=_difference(name, text) if stands_for_ours else (),
    )


def _is_known(name: str) -> bool:
    """Whether a file means something though none of ours has its name.

    That is in the family edition: words of another language, plain words, and the approval of the theme.
    """
    folder, _, rest = name.partition("/")
    is_language = rest.startswith("words/") and rest.endswith(".json")
    return folder == "family" and (is_language or rest in ("approved-theme.yaml", "plain-words.json"))


def _is_named(name: str, texts: dict[str, str]) -> bool:
    """Whether another template of the project's own names it, by its path from any folder above it."""
    _, _, rest = name.partition("/")
    return any(name in text or rest in text for other, text in texts.items() if other != name)


def _difference(name: str, text: str) -> tuple[str, ...]:
    ours = (builtin_templates() / name).read_text(encoding="utf-8")
    old, new = (without_stamp(name, each.replace("\r\n", "\n")).splitlines() for each in (text, ours))
    return tuple(unified_diff(old, new, "yours", "ours of today", lineterm="", n=1))
