"""Which version a template is of: what its first line says, and the sum that each file of each version has.

Every template of the package begins with a comment that no page shows, `{#- mkdocs-action-plans 0.1.0 -#}`, and a file
of words has the key `_from`. Whoever copies one to change it keeps that line, and can be told when ours changes.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from action_plans.project.template_folders import builtin_templates

PARTS = ("components", "family", "help", "pack", "staff")
"""The folders of templates that a project may replace, file by file."""

NAME = "mkdocs-action-plans"
_VERSION = rf"{NAME} (\d+(?:\.\d+)*\w*)"
_COMMENT = re.compile(rf"(?:\{{#-? {_VERSION} -?#\}}|/\* {_VERSION} \*/)\n?")
_KEY = re.compile(rf'(?<=\{{)\s*"_from"\s*:\s*"{_VERSION}"\s*,?')
_EXAMPLES = "examples.yaml"  # of a component; they feed tests and are never copied


def stamp(name: str, version: str) -> str:
    """Return the first line of a template by its name; of a file of words, what follows its first bracket."""
    if name.endswith(".json"):
        return f'\n  "_from": "{NAME} {version}",'
    return f"/* {NAME} {version} */\n" if name.endswith((".css", ".js")) else f"{{#- {NAME} {version} -#}}\n"


def version_of(name: str, text: str) -> str | None:
    """Return the version that a template says it was copied from, if it says one."""
    found = _stamp_in(name, text)
    return next(filter(None, found.groups()), None) if found is not None else None


def without_stamp(name: str, text: str) -> str:
    """Return a template without what says its version."""
    found = _stamp_in(name, text)
    return text if found is None else text[: found.start()] + text[found.end() :]


def sum_of(name: str, text: str) -> str:
    """Return the SHA-256 of a template without its version, however its lines end."""
    return hashlib.sha256(without_stamp(name, text.replace("\r\n", "\n")).encode()).hexdigest()


@cache  # shipped data does not change while the program runs
def known_sums() -> Mapping[str, Mapping[str, str]]:
    """Return the sum of each template by its name, for each version of the package, oldest first."""
    written: dict[str, dict[str, str]] = json.loads(_DATA.read_text(encoding="utf-8"))
    return {version: written[version] for version in sorted(written, key=_order)}


def this_version() -> str:
    """Return the version of the templates that come with this package."""
    return list(known_sums())[-1]


def builtin_names(home: Path | None = None) -> tuple[str, ...]:
    """Return the name of each template of the package, in order: its path below the folder of all."""
    return tuple(sorted(_names(home or builtin_templates())))


def _names(home: Path) -> Iterator[str]:
    for part in PARTS:
        for file in (home / part).rglob("*"):
            if file.is_file() and file.name != _EXAMPLES:
                yield file.relative_to(home).as_posix()


def _stamp_in(name: str, text: str) -> re.Match[str] | None:
    return _KEY.search(text) if name.endswith(".json") else _COMMENT.match(text.removeprefix("\ufeff"))


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version))


_DATA = files("action_plans.project") / "data" / "template_sums.json"
