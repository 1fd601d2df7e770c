"""The project's `mkdocs.yml`, as far as the plugin's options go, read without MkDocs."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ValidationError

from action_plans.english.near import did_you_mean, nearest
from action_plans.project.settings import FamilyOptions, Options

PLUGIN = "action-plans"
_DEEPEST = 100


class ProjectFileError(Exception):
    """There is no `mkdocs.yml`, or it cannot be used; the text says what to do."""


@dataclass(frozen=True, slots=True)
class ProjectFile:
    """What the project's file says: its folder and name, the site's name and folder, the plugin's options."""

    root: Path
    name: str
    site_name: str
    site_dir: Path
    options: Options

    @property
    def sites(self) -> tuple[Path, ...]:
        """The folders that both editions are published to, the staff edition first."""
        return self.site_dir, self.root / self.options.family.site_dir


def find_project_file(start: Path) -> Path:
    """Return the nearest `mkdocs.yml` in `start` or above it.

    Raises:
        ProjectFileError: there is none.
    """
    for folder in (start, *start.parents):
        for name in ("mkdocs.yml", "mkdocs.yaml"):
            if (folder / name).is_file():
                return folder / name
    raise ProjectFileError(
        f"There is no mkdocs.yml in {start} or above it. Go to the folder of your plans, name the file with "
        "--config-file, or begin a project with: action-plans init FOLDER"
    )


def read_project_file(path: Path) -> ProjectFile:
    """Read the plugin's options from `mkdocs.yml`.

    Raises:
        ProjectFileError: it cannot be read, is not YAML, or an option is wrong; all wrong options are named.
    """
    data = _load(path)
    written = _plugin_options(data.get("plugins"))
    options, faults = read_options(written)
    if faults:
        raise ProjectFileError("\n".join(f"{path.name}: plugins: {PLUGIN}: {words}" for _, words in faults))
    root = path.resolve().parent
    return ProjectFile(
        root,
        path.name,
        str(data.get("site_name") or "Improvement plan"),
        root / str(data.get("site_dir") or "site"),
        options,
    )


def read_names(root: Path, options: Options) -> tuple[str, ...]:
    """Return the names that must never appear in the family edition: one a line of the file that the options name.

    Raises:
        ProjectFileError: the file cannot be read; nothing may be published without it.
    """
    if options.family.names_to_refuse is None:
        return ()
    path = root / options.family.names_to_refuse
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ProjectFileError(
            f"{path}, the file of names that families must never see, cannot be read: {error}. Without it nothing is "
            "published: put it there as UTF-8 text, or take family.names_to_refuse out."
        ) from None
    return tuple(name for line in lines if (name := line.strip()))


def read_options(written: Mapping[str, Any]) -> tuple[Options, tuple[tuple[str, str], ...]]:
    """Return the options, and for each that is wrong its name and what is wrong with it."""
    given = {name: value for name, value in written.items() if value is not None}  # `under:` alone says nothing
    try:
        return Options.model_validate(given), ()
    except ValidationError as error:
        faults = tuple(_fault(each["loc"], each["type"], each["msg"]) for each in error.errors())
        return Options(), faults


def _fault(where: tuple[int | str, ...], kind: str, words: str) -> tuple[str, str]:
    name = ".".join(str(part) for part in where)
    if kind == "extra_forbidden":
        record: type[BaseModel] = FamilyOptions if where[0] == "family" else Options
        known = [field for field in record.model_fields if field != "origins"]
        near = nearest(str(where[-1]), known)
        hint = did_you_mean(near) if near else f"There are: {', '.join(known)}."
        return name, f"there is no option {name}. {hint}"
    return name, f"{name}: {_IN_WORDS.get(kind, words.removeprefix('Value error, '))}"


_IN_WORDS = {
    "bool_parsing": "write true or false.",
    "bool_type": "write true or false.",
    "greater_than_equal": "the number is too small.",
    "int_parsing": "write a whole number.",
    "int_type": "write a whole number.",
    "less_than_equal": "the number is too large.",
    "model_type": "write its options below it, each on a line of its own.",
    "too_short": "it is empty; leave it out, or write a value.",
    "string_pattern_mismatch": "write the name of a folder of the site, such as improvement.",
    "string_too_short": "it is empty; leave it out, or write a value.",
    "string_type": "write one text.",
}
"""What the validator means, by its kinds of fault, in words; a fault of another kind is said as it says it."""


def _plugin_options(plugins: object) -> Mapping[str, Any]:
    """Find the plugin in a list or a mapping of plugins."""
    entries = plugins if isinstance(plugins, list) else [plugins] if isinstance(plugins, dict) else []
    for entry in entries:
        if isinstance(entry, dict) and PLUGIN in entry:
            options = entry[PLUGIN]
            return options if isinstance(options, dict) else {}
    return {}


def _load(path: Path) -> dict[str, Any]:
    """Read a file and those it inherits from, as MkDocs does; a mapping is merged, anything else replaced."""
    data: dict[str, Any] = {}
    seen: list[Path] = []
    wanted: Path | None = path.resolve()
    while wanted is not None:
        if wanted in seen:
            raise ProjectFileError(f"{wanted.name} inherits from itself: take INHERIT out of it.")
        seen.append(wanted)
        found = _parse(wanted)
        parent = found.pop("INHERIT", None)
        data = _merge(found, data)
        wanted = (wanted.parent / str(parent)).resolve() if parent else None
    return data


def _parse(path: Path) -> dict[str, Any]:
    try:
        found = yaml.load(path.read_bytes(), Loader=_ProjectLoader)  # noqa: S506 -- a safe loader that passes over tags
    except OSError as error:
        raise ProjectFileError(f"{path} cannot be read: {error.strerror}.") from None
    except RecursionError:
        line = _line_of_depth(path.read_bytes())
        hint = "Look for a run of brackets or indented lines there, and write it flatter."
        raise ProjectFileError(f"{path.name}:{line}: its settings lie too deep in each other. {hint}") from None
    except yaml.MarkedYAMLError as error:
        raise ProjectFileError(f"{path.name}{_mark(error)}: this is not valid YAML: {error.problem}.") from None
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ProjectFileError(f"{path.name} is not valid YAML: {error}") from None
    if not isinstance(found, dict):
        raise ProjectFileError(f"{path} holds no settings: write `site_name: …` and `plugins: [search, {PLUGIN}]`.")
    return found


def _mark(error: yaml.MarkedYAMLError) -> str:
    mark = error.problem_mark or error.context_mark
    return f":{mark.line + 1}:{mark.column + 1}" if mark is not None else ""


def _line_of_depth(data: bytes) -> int:
    """Return the line where the settings first lie deeper in each other than anybody would write."""
    depth = 0
    for event in yaml.parse(data, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST and event.start_mark is not None:
            return event.start_mark.line + 1
    return 1


def _merge(under: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(under)
    for key, value in over.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict)
        merged[key] = _merge(merged[key], value) if both else value
    return merged


class _ProjectLoader(yaml.SafeLoader):
    """Reads tags such as `!ENV` and `!!python/name:…`, which only MkDocs understands, as nothing."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:  # noqa: ANN401 -- as YAML has it
        """Say where a value stands that looks like a number or a day and is none: 30 February, 5,000 digits."""
        try:
            return super().construct_object(node, deep)
        except ValueError:
            words = "this looks like a number or a date, and cannot be one; put it in quotation marks, or write another"
            raise yaml.constructor.ConstructorError(None, None, words, node.start_mark) from None


_ProjectLoader.add_multi_constructor("!", lambda *_: None)
_ProjectLoader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)
