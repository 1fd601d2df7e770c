"""What the staff edition is made of: finished pages and files, in no framework's terms."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import overload

from action_plans.publishing.aside import Aside, Held

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
class HeldPage:
    """A finished page whose long texts are put aside until they are asked for.

    `head` is all that is known of it but its HTML, its copy for a pack and its anchors; `total` is a sum of its HTML.
    """

    head: Page
    html: Held
    total: str
    handed_on: Held | None

    def whole(self) -> Page:
        """Return the page with its texts."""
        html = self.html.read().decode()
        handed_on = None if self.handed_on is None else self.handed_on.read().decode()
        return replace(self.head, html=html, handed_on=handed_on, anchors=anchors_in(html))


def held(page: Page, aside: Aside) -> HeldPage:
    """Return a page with its texts put aside."""
    copy = page.handed_on
    head, html = replace(page, html="", handed_on=None, anchors=frozenset()), page.html.encode()
    total = blake2b(html, digest_size=16).hexdigest()
    return HeldPage(head, aside.put(html), total, None if copy is None else aside.put(copy.encode()))


class Pages(Sequence[Page]):
    """Finished pages in their order, one in memory at a time."""

    def __init__(self, pages: Iterable[HeldPage]) -> None:
        """Take pages whose texts are put aside."""
        self._held = tuple(pages)
        self._finish: Callable[[Page], Page] | None = None
        self._finished_from = ""

    @cached_property
    def heads(self) -> tuple[Page, ...]:
        """All that is known of each page but its HTML, its copy for a pack and its anchors."""
        return tuple(each.head for each in self._held)

    def finished_by(self, finish: Callable[[Page], Page], finished_from: str) -> "Pages":
        """Have each page changed as it is asked for; what is not its HTML or a copy of it stays as it is.

        `finished_from` is a sum of all that it is changed by.
        """
        self._finish, self._finished_from = finish, finished_from
        return self

    def total(self, number: int) -> str:
        """Return a sum of the HTML of the page with a number, from 0."""
        return f"{self._held[number].total} {self._finished_from}"

    def html(self, number: int) -> str:
        """Return the HTML of the page with a number, from 0."""
        held = self._held[number]
        page = replace(held.head, html=held.html.read().decode())
        return (page if self._finish is None else self._finish(page)).html

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._held)

    @overload
    def __getitem__(self, number: int) -> Page: ...

    @overload
    def __getitem__(self, number: slice) -> Sequence[Page]: ...

    def __getitem__(self, number: int | slice) -> Page | Sequence[Page]:
        """Return the whole page with a number, from 0, or several."""
        if isinstance(number, slice):
            return [self[each] for each in range(len(self))[number]]
        page = self._held[number].whole()
        return page if self._finish is None else self._finish(page)

    def __iter__(self) -> Iterator[Page]:
        """Yield every page, one in memory at a time."""
        return (self[number] for number in range(len(self)))


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is published as it is: its path relative to the site's root, and its bytes or the file to copy."""

    path: str
    content: bytes | Held | Path

    def read(self) -> bytes:
        """Return its bytes.

        Raises:
            OSError: the file cannot be read.
        """
        if isinstance(self.content, bytes):
            return self.content
        return self.content.read_bytes() if isinstance(self.content, Path) else self.content.read()

    def set_aside(self, aside: Aside) -> "Asset":
        """Return it with its bytes put aside."""
        return Asset(self.path, aside.put(self.content)) if isinstance(self.content, bytes) else self


@dataclass(frozen=True, slots=True)
class Edition:
    """Everything of the staff edition.

    `stylesheet` is the path of ours among `assets`; `version` that of the plan in words, where there is just one plan.
    """

    pages: Pages
    assets: tuple[Asset, ...]
    stylesheet: str
    version: str = ""
