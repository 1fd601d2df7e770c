"""Every file of an inspection pack but its manifest, each made when it is its turn to be written."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from action_plans.exchange.trail_json import trail
from action_plans.model.problem import Problem
from action_plans.pack.frame import CHECK, START, STYLE, NavigationWord, Shell
from action_plans.pack.front_pages import (
    KEPT_HELP,
    check_page,
    reference_page,
    start_page,
    title_page,
)
from action_plans.pack.links import PackLinks, file_of
from action_plans.pack.manifest import DESCRIPTION, SUMS, About
from action_plans.pack.paths import Places
from action_plans.project.templates import Templates, template_text
from action_plans.staff.context import PageContext
from action_plans.staff.page import Asset, Edition, Page
from action_plans.staff.staff_templates import staff_templates
from action_plans.tracing.addresses import HELP, TRAIL
from action_plans.tracing.trace import Trace

READ_ME = "READ-ME-FIRST.txt"
"""What is read by those who look into the folder before they open anything."""

Content = Callable[[], bytes] | Path
"""What a file holds: made when asked for, or a file to copy."""


@dataclass(frozen=True)
class Packed:
    """What a pack is made of: the part of the project that it holds, its problems, and its pages and files."""

    trace: Trace
    problems: tuple[Problem, ...]
    edition: Edition


@dataclass(frozen=True)
class Contents:
    """What each file of a pack holds, by its path; `moved` are the paths that are not those of the site, with those."""

    files: Mapping[str, Content]
    moved: Mapping[str, str]


def contents(packed: Packed, about: About, templates_folders: Sequence[Path]) -> Contents:
    """Return what each file of the pack holds, in no order that counts.

    `templates_folders` hold the templates, the project's own first.

    Raises:
        SharedPathError: two pages or files would lie at one place, so that one would be lost.
    """
    templates = staff_templates(templates_folders)
    context = PageContext(packed.trace, packed.problems, templates, about.project)
    kept = [_as_handed_on(page) for page in packed.edition.pages if not _is_for_writers(page)]
    pages = [*kept, reference_page(context), title_page(context), check_page(context)]
    assets = [asset for asset in packed.edition.assets if not _is_left_out(asset)]
    start = start_page(context, about, [page.address for page in pages])
    places = Places()
    for own in (START, READ_ME, TRAIL, DESCRIPTION, SUMS, STYLE):
        places.take(own, f"{own} of the pack itself")
    in_pack = {page.address: places.take(file_of(page.address), _owner(page)) for page in pages}
    copied = {asset.path: places.take(asset.path, f"the file {asset.path}") for asset in assets}
    links = PackLinks(in_pack, {**copied, TRAIL: TRAIL})
    shell = Shell(templates, about, links, _words(pages, links), copied[packed.edition.stylesheet])
    files: dict[str, Content] = {in_pack[page.address]: _later(shell, page) for page in pages}
    files[START] = lambda: shell.page(start, START)
    files[STYLE] = _as_is(template_text(templates_folders, "pack/pack.css").encode())
    files[READ_ME] = _as_is(_read_me(templates, about, links.file_of(CHECK)))
    files[TRAIL] = lambda: _trail_of_files(packed, links)
    for asset in assets:
        files[copied[asset.path]] = asset.content if isinstance(asset.content, Path) else asset.read
    return Contents(files, places.moved)


def _is_left_out(asset: Asset) -> bool:
    """Whether a file of the site has no place in a pack: the trace is made anew, and a pack runs no script."""
    return asset.path == TRAIL or asset.path.endswith(".js")


def _owner(page: Page) -> str:
    """Return a page as people know it: by the file that it is made from, where there is one."""
    return f"the page of {page.source} ({page.address})" if page.source else f"the page {page.address}"


def _read_me(templates: Templates, about: About, check: str) -> bytes:
    """Return the text with line ends that every editor of Windows shows."""
    text = templates.render("pack/read_me.txt.j2", pack_name=about.name, start=START, check=check)
    return f"{text}\n".replace("\n", "\r\n").encode()


def _as_handed_on(page: Page) -> Page:
    return page if page.handed_on is None else replace(page, html=page.handed_on)


def _is_for_writers(page: Page) -> bool:
    """Whether a page is for whoever writes the plan: help with that, or a part of a page that hands nothing on."""
    return page.handed_on == "" or (page.address.startswith(HELP) and page.address not in KEPT_HELP)


def _words(pages: Sequence[Page], links: PackLinks) -> tuple[NavigationWord, ...]:
    named = tuple(NavigationWord(page.nav, links.file_of(page.address)) for page in pages if page.nav)
    return (NavigationWord("Start", START), *named)


def _later(shell: Shell, page: Page) -> Callable[[], bytes]:
    return lambda: shell.page(page)


def _as_is(content: bytes) -> Callable[[], bytes]:
    return lambda: content


def _trail_of_files(packed: Packed, links: PackLinks) -> bytes:
    """Return the trace as JSON, in which each `url` is that of a file in the pack."""
    held = json.loads(trail(packed.trace, packed.problems))
    for thing in (*held["plans"], *held["nodes"]):
        thing["url"] = links.url(thing["url"])
    return (json.dumps(held, ensure_ascii=False, indent=1) + "\n").encode()
