"""The project's `mkdocs.yml`, as far as this package needs it, read without MkDocs."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from action_plans.project.config_file import ConfigFileError, read_config
from action_plans.project.options import Options, read_options
from action_plans.project.own_pages import OwnPages
from action_plans.project.project_file_error import ProjectFileError
from action_plans.project.settings import NAME
from action_plans.reading.folders import EVIDENCE

PLUGIN = "action-plans"


PROJECT_FILES = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""What the settings of a site are called, by MkDocs and by ProperDocs, which goes on from it."""


@dataclass(eq=False)
class NoProjectFileError(ProjectFileError):
    """There is no `mkdocs.yml` in the folder `start` or above it."""

    start: Path

    def __str__(self) -> str:
        return (
            f"There is no mkdocs.yml in {self.start} or above it. Go to the folder of your plans, name the file with "
            f"--config-file, or begin a project with: {PLUGIN} init FOLDER"
        )


@dataclass(eq=False)
class WrongOptionsError(ProjectFileError):
    """Options are wrong: in the file `name`, each with its name and what is wrong with it."""

    name: str
    faults: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return "\n".join(f"{self.name}: plugins: {PLUGIN}: {words}" for _, words in self.faults)


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """What the project's file says: its folder and name, the site's name and folders, the plugin's options."""

    root: Path
    name: str
    site_name: str
    site_dir: Path
    own_pages: OwnPages
    options: Options
    has_plugin: bool = True
    """Whether the plugin is among those that it names; else `mkdocs build` makes a site without the plans."""

    @property
    def sites(self) -> tuple[Path, ...]:
        """The folders that both editions are published to, the staff edition first."""
        return self.site_dir, self.root / self.options.family.site_dir


def find_project_file(start: Path) -> Path:
    """Return the nearest `mkdocs.yml` in `start` or above it, or what other builders call it.

    Raises:
        NoProjectFileError: there is none.
    """
    for folder in (start, *start.parents):
        for name in PROJECT_FILES:
            if (folder / name).is_file():
                return folder / name
    raise NoProjectFileError(start)


def read_project_file(path: Path, environment: Mapping[str, str] = os.environ) -> ProjectFile:
    """Read the plugin's options from `mkdocs.yml`; `environment` is where `!ENV` looks.

    Raises:
        ProjectFileError: it cannot be read, is not YAML, or an option is wrong; all wrong options are named.
    """
    data = read_config(path, environment)
    said = _plugin_options(data.get("plugins"))
    options, faults = read_options(said or {})
    misplaced = tuple(_misplaced(data)) if said is not None else ()
    root = path.resolve().parent
    around = tuple(_around(root, options))
    if faults or misplaced or around:
        raise WrongOptionsError(path.name, (*misplaced, *faults, *around))
    return ProjectFile(
        root,
        path.name,
        str(data.get("site_name") or NAME),
        root / _folder(path, data, "site_dir", "site"),
        _own_pages(root / _folder(path, data, "docs_dir", "docs"), data),
        options,
        has_plugin=said is not None,
    )


def _own_pages(docs_dir: Path, data: Mapping[str, Any]) -> OwnPages:
    """Return where pages lie, but what `exclude_docs` leaves out, and drafts, which only a preview shows."""
    written = [data.get(name) for name in ("exclude_docs", "draft_docs")]
    excluded = tuple(line for each in written if isinstance(each, str) for line in each.splitlines())
    return OwnPages(docs_dir, excluded, data.get("use_directory_urls") is not False)


def _folder(path: Path, data: Mapping[str, Any], name: str, default: str) -> str:
    written = data.get(name)
    if written is None:
        return default
    if not isinstance(written, str) or not written or "\0" in written:
        raise ConfigFileError(path, f"names no folder in {name}", f"Write one, such as `{name}: {default}`.")
    return written


def _entries(plugins: object) -> list[Any]:
    return plugins if isinstance(plugins, list) else [plugins] if isinstance(plugins, dict) else []


def _plugin_options(plugins: object) -> Mapping[str, Any] | None:
    """Find the plugin in a list or a mapping of plugins; None where it is in neither.

    `enabled` is MkDocs' own option of every plugin.
    """
    for entry in _entries(plugins):
        if entry == PLUGIN:
            return {}
        if isinstance(entry, dict) and PLUGIN in entry:
            options = entry[PLUGIN]
            return {k: v for k, v in options.items() if k != "enabled"} if isinstance(options, dict) else {}
    return None


def _around(root: Path, options: Options) -> Iterator[tuple[str, str]]:
    """Yield the folders that hold the project itself, each with what is wrong with it: all there is would be read."""
    for name, usual in (("plans_dir", "plans"), ("evidence_dir", EVIDENCE)):
        written = getattr(options, name)
        if root.is_relative_to(os.path.realpath(root / written)):
            words = f"{name}: the folder {written} holds the project itself, and all that lies in it would be read."
            yield name, f"{words} Name a folder of its own, such as {name}: {usual}."


def _misplaced(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield options of ours that stand too far left, each with what is wrong with it: none of them would be read."""
    ours = Options.model_fields.keys()
    plugins = data.get("plugins")
    for entry in _entries(plugins):
        if not isinstance(entry, dict):
            continue
        is_ours = PLUGIN in entry
        options = entry.get(PLUGIN)
        if is_ours and options is not None and not isinstance(options, dict):
            yield PLUGIN, "its options are written below it, each on a line of its own, such as `as_of: 2026-03-01`."
        beside = entry if is_ours and isinstance(plugins, list) else ours & entry.keys()
        for name in beside:
            if name != PLUGIN:
                yield name, f"{name} stands beside {PLUGIN} and is not read. Indent it two further, below {PLUGIN}."
    for name in data:
        if name in ours:
            yield name, f"{name} stands at the left edge and is not read. Write it below {PLUGIN}, indented."
