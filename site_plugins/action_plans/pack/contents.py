"""Every file of an inspection pack but its manifest, each made when it is its turn to be written."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from action_plans.exchange.trail_json import TRAIL, trail
from action_plans.model.problem import Problem
from action_plans.pack.frame import START, STYLESHEETS, NavigationWord, Shell
from action_plans.pack.front_pages import (
    KEPT_HELP,
    check_page,
    reference_page,
    start_page,
    title_page,
)
from action_plans.pack.links import PackLinks, file_of
from action_plans.pack.manifest import About
from action_plans.staff.context import PageContext
from action_plans.staff.page import Edition, Page
from action_plans.staff.pages.evidence_index import FILTERS
from action_plans.staff.staff_templates import staff_templates
from action_plans.tracing.addresses import HELP
from action_plans.tracing.trace import Trace

READ_ME = "READ-ME-FIRST.txt"
"""What is read by those who look into the folder before they open anything."""

_LEFT_OUT = frozenset({TRAIL, FILTERS})  # made anew; and a script, of which a pack runs none

Content = Callable[[], bytes] | Path
"""What a file holds: made when asked for, or a file to copy."""


@dataclass(frozen=True)
class Packed:
    """What a pack is made of: the part of the project that it holds, its problems, and its pages and files."""

    trace: Trace
    problems: tuple[Problem, ...]
    edition: Edition


def contents(packed: Packed, about: About, templates_folders: Sequence[Path]) -> Mapping[str, Content]:
    """Return what each file of the pack holds, by its path, in no order that counts.

    `templates_folders` hold the templates, the project's own first.
    """
    templates = staff_templates(templates_folders)
    context = PageContext(packed.trace, packed.problems, templates, about.project)
    kept = [page for page in packed.edition.pages if not _is_for_writers(page)]
    indexes = [reference_page(context), title_page(context), check_page(context)]
    start = start_page(context, about, [page.address for page in (*kept, *indexes)])
    assets = {asset.path: asset.content for asset in packed.edition.assets if asset.path not in _LEFT_OUT}
    links = PackLinks([page.address for page in (*kept, *indexes)], (*assets, TRAIL))
    shell = Shell(templates, about, links, _words([*kept, *indexes]))
    found: dict[str, Content] = {file_of(page.address): _later(shell, page) for page in (*kept, *indexes)}
    found[START] = lambda: shell.page(start, START)
    found[STYLESHEETS[0]] = _first(templates_folders, "pack/pack.css")
    read_me = templates.render("pack/read_me.txt.j2", pack_name=about.name, start=START)
    found[READ_ME] = _as_is(
        f"{read_me}\n".replace("\n", "\r\n").encode()
    )  # some editors of Windows show no other lines
    found[TRAIL] = lambda: _trail_of_files(packed)
    for path, content in assets.items():
        found[path] = content if isinstance(content, Path) else _as_is(content)
    return found


def _is_for_writers(page: Page) -> bool:
    return page.address.startswith(HELP) and page.address not in KEPT_HELP


def _words(pages: Sequence[Page]) -> tuple[NavigationWord, ...]:
    named = tuple(NavigationWord(page.nav, file_of(page.address)) for page in pages if page.nav)
    return (NavigationWord("Start", START), *named)


def _later(shell: Shell, page: Page) -> Callable[[], bytes]:
    return lambda: shell.page(page)


def _as_is(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def _first(folders: Sequence[Path], name: str) -> Path:
    return next(path for path in (folder / name for folder in folders) if path.is_file())


def _trail_of_files(packed: Packed) -> bytes:
    """Return the trace as JSON, in which each `url` is that of a file in the pack."""
    held = json.loads(trail(packed.trace, packed.problems))
    for thing in (*held["plans"], *held["nodes"]):
        address, mark, anchor = thing["url"].partition("#")
        thing["url"] = f"{file_of(address)}{mark}{anchor}"
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()
