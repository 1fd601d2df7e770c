"""`mkdocs.yml` as data, read without MkDocs: what it inherits, and `!ENV` as MkDocs understands it."""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from action_plans.model.printable import printable
from action_plans.model.problem import Problem
from action_plans.project.project_file_error import ProjectFileError
from action_plans.reading.yaml.file_text import decode

LARGEST = 10_000_000
"""The largest file that is read, in bytes."""

DEEPEST = 100
"""How many lists and mappings may lie within each other; those of an elaborate theme take ten."""

_Node = yaml.Node


@dataclass(eq=False)
class ConfigFileError(ProjectFileError):
    """A project's file cannot be used: `path` says which, `said` and `hint` why and what to do.

    `line` and `column` say where in it.
    """

    path: Path
    said: str
    hint: str = ""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        where = [str(number) for number in (self.line, self.column) if number is not None]
        place = ":".join([str(self.path), *where, ""]) if where else f"{self.path}"
        return printable(f"{place} {self.said}. {self.hint}".strip())


def read_config(path: Path, environment: Mapping[str, str] = os.environ) -> dict[str, Any]:
    """Return what a file says with what it inherits: a mapping is merged, anything else replaced, as MkDocs does.

    `environment` is where `!ENV` looks.

    Raises:
        ConfigFileError: a file cannot be read, is not YAML, holds no settings, or inherits from itself.
    """
    data: dict[str, Any] = {}
    seen: list[Path] = []
    wanted: Path | None = path
    while wanted is not None:
        here = _resolved(wanted)
        if here in seen:
            raise ConfigFileError(wanted, "inherits from itself", "Take INHERIT out of it.")
        seen.append(here)
        found = _parse(here, environment)
        parent = found.pop("INHERIT", None)
        if parent is not None and not isinstance(parent, str):
            raise ConfigFileError(wanted, "names no file after INHERIT", "Write the path of one file there.")
        data = _merge(found, data)
        wanted = here.parent / parent if parent else None
    return data


def read_settled_file(path: Path) -> bytes:
    """Return what an ordinary file of a sensible size holds; never waits for a pipe or a device.

    Raises:
        OSError: it is none, is too large, or cannot be read; `strerror` says which.
    """
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise OSError(0, "it is no ordinary file")
    if status.st_size > LARGEST:
        raise OSError(0, f"it is larger than {LARGEST // 1_000_000} MB")
    return path.read_bytes()


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # before Python 3.13 a circle of links is a RuntimeError
        raise ConfigFileError(path, "cannot be followed: its links go in a circle") from None
    except ValueError:
        raise ConfigFileError(Path(str(path).replace("\0", "\\0")), "is no name of a file") from None


def _parse(path: Path, environment: Mapping[str, str]) -> dict[str, Any]:
    text = b""
    try:
        text = read_settled_file(path)
        found = _load(text, environment)
    except OSError as error:
        raise ConfigFileError(path, f"cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise ConfigFileError(path, "is not saved as UTF-8", "Save it as UTF-8.") from None
    except yaml.YAMLError as error:
        raise _not_yaml(error, text, path) from None
    except _CannotBeError as error:
        raise ConfigFileError(path, error.said, error.hint, error.line) from None
    if not isinstance(found, dict):
        hint = "Write `site_name: …` and `plugins: [search, action-plans]`."
        raise ConfigFileError(path, "holds no settings", hint)
    return found


def _not_yaml(error: yaml.YAMLError, written: bytes, path: Path) -> ConfigFileError:
    """Say what is wrong with a file that is no YAML, in the words and at the place that a plan would be told."""
    from action_plans.reading.yaml.syntax_errors import explain_syntax  # noqa: PLC0415 -- a sound file needs none of it

    text = decode(written, str(path))
    problem = text if isinstance(text, Problem) else explain_syntax(error, text, str(path))
    said = f"this is not valid YAML: {problem.message.removesuffix('.')}"
    return ConfigFileError(path, said, problem.hint or "", problem.origin.line, problem.origin.column)


@dataclass(eq=False)
class _CannotBeError(Exception):
    """Something that no file of settings can hold, and that a build does not survive; `line` counts from 1."""

    line: int
    said: str
    hint: str


def _load(text: bytes, environment: Mapping[str, str]) -> object:
    _refuse_depth(text)
    loader = _Loader(text.decode("utf-8-sig"))
    loader.environment = environment
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def _refuse_depth(text: bytes) -> None:
    """Stop before a parser that calls itself for each level is asked to."""
    depth = 0
    for event in yaml.parse(text.decode("utf-8-sig"), Loader=yaml.SafeLoader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                hint = "Take out brackets or steps inwards."
                raise _CannotBeError(_line(event), f"there are more than {DEEPEST} levels within each other", hint)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _line(place: yaml.Event | yaml.Node) -> int:
    return place.start_mark.line + 1 if place.start_mark is not None else 1


def _merge(under: dict[str, Any], over: dict[str, Any], depth: int = 0) -> dict[str, Any]:
    """Merge mappings; one that holds itself, which only an alias can make, ends where nesting does."""
    merged = dict(under)
    for key, value in over.items():
        both = isinstance(value, dict) and isinstance(merged.get(key), dict) and depth < DEEPEST
        merged[key] = _merge(merged[key], value, depth + 1) if both else value
    return merged


class _Loader(yaml.SafeLoader):
    """Reads `!ENV`; other tags, such as `!!python/name:…`, mean something to MkDocs alone and are read as nothing."""

    environment: Mapping[str, str]

    def whole_number(self, node: yaml.ScalarNode) -> int:
        """Return a number; refuse one of thousands of digits, which Python does not read."""
        try:
            return int(self.construct_yaml_int(node))
        except ValueError:
            hint = "Put quotation marks around it if a text is meant."
            raise _CannotBeError(_line(node), "this number is too long", hint) from None

    def moment(self, node: yaml.ScalarNode) -> object:
        """Return a date; refuse one that no calendar has."""
        try:
            return self.construct_yaml_timestamp(node)
        except (ValueError, OverflowError):
            hint = "Correct it, or put quotation marks around it if a text is meant."
            raise _CannotBeError(_line(node), "there is no such day in the calendar", hint) from None

    def from_environment(self, node: _Node) -> object:
        """Return the first variable that is set: `!ENV NAME`, or `!ENV [FIRST, SECOND, default]`.

        A variable's text is read as YAML reads a value: `false` is false. The last of several is the default where
        none is set.
        """
        names, default = [node], None
        if isinstance(node, yaml.SequenceNode):
            names = list(node.value)
            if len(names) > 1:
                default = self.construct_object(names.pop())
        for name in names:
            written = self.environment.get(str(name.value)) if isinstance(name, yaml.ScalarNode) else None
            if written is not None:
                tag = self.resolve(yaml.ScalarNode, written, (True, False))  # type: ignore[no-untyped-call]  # PyYAML leaves it so
                return self.construct_object(yaml.ScalarNode(tag, written))
        return default


_Loader.add_constructor("tag:yaml.org,2002:int", _Loader.whole_number)
_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.moment)
_Loader.add_constructor("!ENV", _Loader.from_environment)
_Loader.add_multi_constructor("!", lambda *_: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: None)
