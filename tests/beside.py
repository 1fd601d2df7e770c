"""A small site with pages of its own beside the plans, for tests of what other plugins and settings make of it."""

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.project import Project, Run
from tests.small_plans import FAMILY, NOTE

KEPT = "Zanzibar is kept until it is asked for."
"""What a note keeps on request: no page, no index, no feed may hold it."""

_PAGES = {
    "docs/index.md": "---\naction-plans: home\n---\n# The plans are not built\n",
    "docs/about.md": "# About us\n\nSee [the plan](plans/oak/index.md).\n",
}
_PLANS = {
    "plans/oak.yaml": FAMILY,
    "evidence/e1.md": NOTE,
    "evidence/e2.md": NOTE.replace("id: E1", "id: E2\nconfidentiality: on-request") + KEPT + "\n",
}
_LINK = re.compile(r"<[^>]*?\s(?:href|src)=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))", re.DOTALL)
_RAW = ("keeping_safe:", "confidentiality:")


def mkdocs_yml(plugins: str = "", theme: str = "", more: str = "") -> str:
    """Return a `mkdocs.yml`, with more plugins, more of the theme, and more lines at its end."""
    lines = ["site_name: Oakfield", "docs_dir: docs", "theme:", "  name: material", "  font: false"]
    lines += [f"  {line}" for line in theme.splitlines()]
    lines += ["plugins:", "  search:", *(f"  {line}" for line in plugins.splitlines())]
    lines += ["  action-plans:", "    as_of: 2026-05-12", "validation:"]
    lines += ["  links: {not_found: warn, anchors: warn, absolute_links: warn, unrecognized_links: warn}"]
    return "\n".join([*lines, *more.splitlines()]) + "\n"


def lay_out(project: Project, files: dict[str, str], without: tuple[str, ...] = ()) -> None:
    """Write the site, with more files or others of the same name, as the first version of a repository."""
    project.write({**_PAGES, **_PLANS, "mkdocs.yml": mkdocs_yml(), **files})
    for path in without:
        (project.folder / path).unlink()
    project.commit()


def is_whole(project: Project, built: Run, base: str = "/") -> list[str]:
    """Return what is wrong with both sites: a build that failed, a link that leads nowhere, a page missing, a leak.

    `base` is the path of the site's address, by which links from the root are read.
    """
    if built.exit_code != 0 or "Traceback" in built.said:
        return [built.said]
    return [*_wrong_links(project.site, base), *_wrong_links(project.family_site, "/"), *_leaks(project)]


def _wrong_links(site: Path, base: str) -> list[str]:
    wrong = []
    for page in sorted(site.rglob("*.html")):
        for found in _LINK.finditer(page.read_text(encoding="utf-8")):
            link = urlsplit(next(filter(None, found.groups()), "").replace("&amp;", "&"))
            if link.scheme or link.netloc or not link.path:
                continue
            path = unquote(link.path)
            target = site / path.removeprefix(base) if path.startswith("/") else page.parent / path
            if not (target / "index.html" if target.is_dir() else target).is_file():
                wrong.append(f"{page.relative_to(site)} leads to {path}")
    return wrong


def _leaks(project: Project) -> list[str]:
    """Return where what is kept is told, or a plan lies as it was written: help alone shows such lines."""
    found = []
    for file in (file for site in (project.site, project.family_site) for file in site.rglob("*") if file.is_file()):
        is_help = project.site / "help" in file.parents or file.name.startswith("search_index.")
        held = file.read_bytes()
        found += [f"{file} holds {word!r}" for word in (KEPT, *(() if is_help else _RAW)) if word.encode() in held]
    return found
