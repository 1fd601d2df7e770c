"""What the staff edition is made of: finished pages and files, in no framework's terms."""

import re
from dataclasses import dataclass
from pathlib import Path

_ID = re.compile(r' id="([^"]+)"')


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """Something the search can find: an anchor of the page (empty for its top), a title, and words.

    `asked` are words by which people ask for it, before all else that holds them; nothing shows them.
    """

    anchor: str
    title: str
    text: str
    asked: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page.

    `address` is relative to the site's root and ends with a slash (`plans/oak/findings/f1/`); the home page's is
    empty. `title` is plain text, the reference included. `html` is everything inside `<article>`, its `h1` too.
    `anchors` are the ids that other pages may link to: those of `html` (see `anchors_in`). `source` is the file,
    relative to the project, that a reader would edit to change the page, and `line` where in it (from 1). `nav` is
    its word in the main navigation, where it has one, and `under` the word of the navigation that it belongs to.
    `reference` is printed at the head of each sheet: `OAK/F1`. `script` is the file, relative to the site's root,
    that makes it handier where scripts run; without it everything is there all the same. `handed_on` is the HTML of
    the copy that goes into a pack, where that is not to say all that the page says to whoever writes the plan.
    """

    address: str
    title: str
    html: str
    anchors: frozenset[str] = frozenset()
    search: tuple[SearchEntry, ...] = ()
    source: str | None = None
    nav: str | None = None
    under: str | None = None
    reference: str | None = None
    script: str | None = None
    handed_on: str | None = None
    line: int | None = None


def anchors_in(html: str) -> frozenset[str]:
    """Return every id of a page's HTML."""
    return frozenset(_ID.findall(html))


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is published as it is: its path relative to the site's root, and its bytes or the file to copy."""

    path: str
    content: bytes | Path


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything of the staff edition.

    `stylesheet` is the path of ours among `assets`; `version` that of the plan in words, where there is just one plan.
    """

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
    stylesheet: str
    version: str = ""
