"""The content of both editions as Markdown: what a team would have to write by hand to have the same pages.

    python benchmarks/same_content.py PROJECT FOLDER

Of every page of a built project the part that is its own becomes one Markdown page: the same headings, words, lists,
tables and links between pages. Drawings are left out, so the bare site has less to do. Bare MkDocs with Material then
builds FOLDER.
"""

import argparse
import posixpath
import re
from collections.abc import Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path

from lxml import html
from markdownify import MarkdownConverter
from portfolio import write

_EDITIONS = {"site": "", "site-family": "family/"}
"""Each edition's folder, and where its pages stand in the bare site."""

_AT_ONCE = 500
"""How many pages one process makes before it is given more: it is told all paths each time."""

_NO_WORDS = ("svg", "script", "style")
_LEADS_OUT = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
_CONFIG = """\
site_name: The same content
theme: {name: material, font: false}
nav: [{Home: index.md}]
plugins: [search]
validation: {nav: {omitted_files: info}, links: {not_found: info, anchors: info, unrecognized_links: info}}
"""


def write_same_content(project: Path, folder: Path) -> tuple[int, int]:
    """Write the bare site, and return how many pages it has and how many bytes of Markdown they are."""
    sizes: list[int] = []
    with ProcessPoolExecutor() as pool:
        for edition, below in _EDITIONS.items():
            root = project / edition
            files = {file.relative_to(root).as_posix(): file for file in sorted(root.rglob("*.html"))}
            names = [name for name in files if name != "404.html"]
            parts = [names[start : start + _AT_ONCE] for start in range(0, len(names), _AT_ONCE)]
            sizes += chain.from_iterable(pool.map(partial(_write_pages, files, folder / "docs" / below), parts))
    write(folder / "mkdocs.yml", _CONFIG)
    return len(sizes), sum(sizes)


def _write_pages(files: Mapping[str, Path], docs: Path, names: Sequence[str]) -> list[int]:
    """Write several pages, and return how many bytes each has."""
    sizes = []
    for name in names:
        text = _as_markdown(files[name], name, files)
        write(docs / _page(name), text)
        sizes.append(len(text.encode()))
    return sizes


def _as_markdown(file: Path, name: str, files: Mapping[str, Path]) -> str:
    """Return what a page says of its own, without the frame around it."""
    page = html.parse(str(file), html.HTMLParser(encoding="utf-8")).getroot()
    main = page.find(".//main")
    own = main if main is not None else page.find("body")
    for element in list(own.iter(*_NO_WORDS)):
        element.drop_tree()
    for link in own.iter("a"):
        link.set("href", _to_page(link.get("href", ""), name, files))
    converter = MarkdownConverter(heading_style="ATX", escape_asterisks=True, escape_underscores=True)
    return str(converter.convert(html.tostring(own, encoding="unicode")))


def _to_page(href: str, name: str, files: Mapping[str, Path]) -> str:
    """Return a link between two pages as MkDocs wants it written: to the other's source. Others stay as they are."""
    path = href.partition("#")[0]
    if not path or _LEADS_OUT.match(href):
        return href
    here = posixpath.dirname(name)
    there = posixpath.normpath(posixpath.join(here, path))
    for target in (there, posixpath.normpath(posixpath.join(there, "index.html"))):
        if target in files:
            return posixpath.relpath(_page(target), here or ".")
    return href


def _page(name: str) -> str:
    return f"{name.removesuffix('.html')}.md"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("project", type=Path, help="a project that has been built")
    parser.add_argument("folder", type=Path, help="where the bare site is written")
    options = parser.parse_args()
    print("{} pages, {} bytes of Markdown".format(*write_same_content(options.project, options.folder)))
