"""Plans, notes and services that lie in MkDocs' own folder: never published as they are."""

import os
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from action_plans.pack.manifest import DESCRIPTION, SUMS
from action_plans.project.own_pages import is_odd
from action_plans.project.settings import Settings

PACKS = "packs.yaml"
"""The ledger of packs that were handed out, beside `mkdocs.yml`."""

_Identity = tuple[int, int]


class RawFiles:
    """Takes out of MkDocs' files what only we publish, by whatever way it was reached: a link, `..`, another name.

    What lies in the folders of plans, services and notes is published by us or not at all; likewise the project's own
    templates, the ledger of packs, packs, and the names that families must never see; and what is no file at all.
    """

    def __init__(self, settings: Settings, config: MkDocsConfig) -> None:
        """Note where the files lie, and which they are. Cost: linear in the files of these folders."""
        options, root = settings.options, settings.root
        docs = _real(config.docs_dir)
        folders = [_real(root / options.plans_dir), _real(root / options.evidence_dir)]
        templates = _real(root / options.templates_dir)
        if templates != docs and templates.startswith(docs + os.sep):  # by default it is the other way round
            folders.append(templates)
        names = options.family.names_to_refuse
        single = [_real(root / PACKS), *([_real(root / names)] if names is not None else [])]
        self._folders = tuple(folder + os.sep for folder in folders)
        self._known = frozenset(_identities((*_files_in(folders), *single)))

    def take_out(self, files: Files) -> None:
        """Take them out of the files of a site."""
        for file in [file for file in files if self._is_ours(file)]:
            files.remove(file)

    def _is_ours(self, file: File) -> bool:
        path = file.abs_src_path
        if path is None:
            return False
        if f"{_real(path)}{os.sep}".startswith(self._folders):
            return True
        return is_odd(path) or not self._known.isdisjoint(_identities([_real(path)])) or _is_pack(path)


def _real(path: str | Path) -> str:
    return os.path.realpath(path)


def _files_in(folders: Iterable[str]) -> Iterator[str]:
    for folder in folders:
        for home, _, names in os.walk(folder):
            yield from (os.path.join(home, name) for name in names)  # noqa: PTH118 -- a path object for each file costs


def _identities(paths: Iterable[str]) -> Iterator[_Identity]:
    """Yield what tells a file from others by whatever name it goes; nothing for what is not there."""
    for path in paths:
        try:
            found = os.lstat(path)
        except (OSError, ValueError):
            continue
        yield found.st_dev, found.st_ino


def _is_pack(path: str) -> bool:
    """Tell whether a file is an inspection pack: what only those may read to whom it was given."""
    if not path.lower().endswith(".zip"):
        return False
    try:
        with zipfile.ZipFile(path) as found:
            return {SUMS, DESCRIPTION} <= set(found.namelist())
    except (OSError, zipfile.BadZipFile, NotImplementedError):
        return False
