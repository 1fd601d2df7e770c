"""Pages too long for a telephone, each as several at addresses beside its own; every link leads to where a thing is."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from urllib.parse import unquote

from action_plans.keeping.fingerprint import fingerprint
from action_plans.project.templates import Templates
from action_plans.publishing.aside import Aside
from action_plans.staff.long_pages.blocks import blocks_of
from action_plans.staff.long_pages.cutting import CONTINUED, HEAD_ENDS, Part, cut, label_of
from action_plans.staff.long_pages.narrowed import narrowed
from action_plans.staff.page import HeldPage, Page, Pages, anchors_in, held
from action_plans.tracing.addresses import first_address, part_address, relative

MOST = 235_000
"""How many bytes of its own a page holds; of more, it stands in parts. Around it are some 10 kB that all pages have."""

_TEMPLATE = "staff/parts/in_parts.html.j2"
_SPAN = len('<span id=""></span>')
_SHARE_OF_ANCHORS = 3
"""How much of a page the anchors of what stands on others may take: one in so many of its bytes."""
_HEAD = 6_000
"""What stands on every part again, about."""
_FILE = "index.html"
_LONGER = 24
"""How much longer a link within a page becomes, about, when it leads to another part."""
_LINK = re.compile(r'href="([^"#:]+)#([^"]+)"')
_OWN_LINK = re.compile(r'href="#([^"]+)"')

Places = Mapping[str, Mapping[str, str]]
"""By the address of each page that stands in parts: the address of the part on which each of its anchors is now."""


@dataclass(frozen=True, slots=True)
class PartEntry:
    """A part in the list of all: the link to it (empty for the part itself), where it begins and what it holds.

    `anchors` are those of things that stand on it, in the list on the first part: an old link to one of them still
    finds it from there.
    """

    number: int
    href: str
    heading: str
    first: str
    last: str
    anchors: tuple[str, ...] = ()


def in_parts(
    pages: Iterable[Page | HeldPage], templates: Templates, most: int = MOST, aside: Aside | None = None
) -> Pages:
    """Return the pages with each that holds more than `most` bytes in parts, and links that lead to the right one.

    A row, an item or a picture is never cut, so a part that holds one longer than that is longer. The first part keeps
    the page's address. HTML whose tags do not close each other, as a project's own template may make it, stays as it
    is. `aside` is where the texts wait to be written. Cost: linear in what is cut; where anything is, in all pages.
    """
    places: dict[str, dict[str, str]] = {}
    found = Pages(_cut_up(pages, templates, most, places, aside or Aside()))
    return found.finished_by(lambda page: _led(page, places), fingerprint(places)) if places else found


def _cut_up(
    pages: Iterable[Page | HeldPage], templates: Templates, most: int, places: dict[str, dict[str, str]], aside: Aside
) -> Iterator[HeldPage]:
    """Yield pages and parts of pages, and note in `places` where things stand on those in parts."""
    for each in pages:
        if isinstance(each, HeldPage) and each.html.length <= most:
            yield each
            continue
        page = each.whole() if isinstance(each, HeldPage) else each
        parts, where = _parts(page, templates, most) if _is_long(page.html, most) else ((page,), {})
        if len(parts) > 1:
            places[page.address] = where
        yield from (held(part, aside) for part in parts)


def _is_long(html: str, most: int) -> bool:
    return len(html) * 4 > most and len(html.encode()) > most


def _parts(page: Page, templates: Templates, most: int) -> tuple[tuple[Page, ...], dict[str, str]]:
    """Return a page in parts, and the address of the part on which each anchor of it stands."""
    kept = sum(len(anchor) + _SPAN for anchor in anchors_in(page.html))
    kept = kept if kept * _SHARE_OF_ANCHORS <= most else 0
    cuts = _cut(page.html, most, kept)
    if len(cuts) < 2:  # noqa: PLR2004 -- one part is the page itself
        return (page,), {}
    total = len(cuts)
    addresses = [part_address(page.address, number) for number in range(1, total + 1)]
    texts = ["".join(part.pieces) for part in cuts]
    anchors = [anchors_in(text) for text in texts]
    where = {anchor: addresses[at] for at in reversed(range(total)) for anchor in sorted(anchors[at])}
    entries = [
        PartEntry(at + 1, addresses[at], *label_of(part), _anchors(where, addresses[at]) if kept and at else ())
        for at, part in enumerate(cuts)
    ]
    handed = _handed(page, most, kept, total)
    made = []
    for at, text in enumerate(texts):
        address = addresses[at]
        own = [_seen_from(entry, page.address, address) for entry in entries]
        filled, given = (
            _filled(one, own, at + 1, templates) if one else one for one in (text, handed[at] if handed else None)
        )
        assert filled is not None  # noqa: S101 -- a part holds something
        made.append(
            replace(
                page,
                address=address,
                title=f"{page.title} (part {at + 1} of {total})" if at else page.title,
                html=filled,
                anchors=anchors_in(filled),
                search=tuple(entry for entry in page.search if where.get(entry.anchor, page.address) == address),
                nav=None if at else page.nav,
                under=page.nav or page.under,
                handed_on=given,
            )
        )
    return tuple(made), where


def _cut(html: str, most: int, kept: int) -> list[Part]:
    """Return the parts of HTML, about alike in size; the first has room for `kept` characters more."""
    blocks = blocks_of(html)
    if blocks is None:
        return []
    signs = most * len(html) // (len(html.encode()) + _LONGER * html.count('href="#'))
    total = len(html) + kept
    alike = total // -(-total // signs) + _HEAD
    return cut(html, blocks, min(signs, alike), kept)


def _handed(page: Page, most: int, kept: int, total: int) -> list[str] | None:
    """Return the parts of the copy that goes into a pack: as many as the page has, an empty one where there are fewer.

    It says less than the page, so that it is no longer.
    """
    if page.handed_on is None:
        return None
    cuts = _cut(page.handed_on, most, kept)
    while len(cuts) > total:
        most += most // total
        cuts = _cut(page.handed_on, most, kept)
    texts = ["".join(part.pieces) for part in cuts] or [page.handed_on]
    return texts + [""] * (total - len(texts))


def _anchors(where: Mapping[str, str], address: str) -> tuple[str, ...]:
    return tuple(anchor for anchor, place in where.items() if place == address)


def _seen_from(entry: PartEntry, first: str, address: str) -> PartEntry:
    """Return an entry with the place in its address as the link from a part, and anchors on the first part alone."""
    is_own = entry.href == address
    return replace(
        entry, href="" if is_own else _beside(address, entry.href), anchors=entry.anchors if address == first else ()
    )


def _beside(here: str, there: str) -> str:
    """Return the link from a part to another: they lie in one folder, unless one of them is the first page."""
    if not (here and there):
        return relative(here, there)
    return "../" + relative("", f"{there.rstrip('/').rpartition('/')[2]}/")


def _filled(html: str, parts: list[PartEntry], number: int, templates: Templates) -> str:
    """Return a part with its place among the others in words, and its list narrowed to what it holds."""
    is_narrowed = '<form class="filters"' in html
    said = {what: _said(templates, what, parts, number, narrows=is_narrowed) for what in ("where", "title", "on")}
    title, mark, rest = html.partition(f"{CONTINUED}</h1>")
    html = f"{title}{said['title']}</h1>{rest}" if mark else html
    html = html.replace(CONTINUED, said["on"])
    html = html.replace(HEAD_ENDS, said["where"], 1) if HEAD_ENDS in html else said["where"] + html
    return narrowed(html) if is_narrowed else html


def _said(templates: Templates, what: str, parts: list[PartEntry], number: int, *, narrows: bool) -> str:
    return templates.render(_TEMPLATE, what=what, parts=parts, number=number, narrows=narrows).strip("\n")


def _led(page: Page, places: Places) -> Page:
    """Return a page whose links lead to the parts on which things stand now. Cost: linear in its HTML."""
    base = first_address(page.address)
    own = places.get(base)

    def led(html: str) -> str:
        if own is not None:
            html = _OWN_LINK.sub(lambda link: _own_link(link, page.address, own), html)
        return _LINK.sub(away, html)

    def away(link: re.Match[str]) -> str:
        folder = link[1].removesuffix(_FILE) or "./"
        there = posixpath.normpath(posixpath.join("/", page.address, folder)).lstrip("/") + "/"
        moved = places.get(unquote(there), {}).get(link[2])
        return f'href="{relative(page.address, moved)}#{link[2]}"' if moved and moved != there else link[0]

    html, handed_on = led(page.html), page.handed_on
    handed_on = led(handed_on) if handed_on else handed_on
    return page if html == page.html and handed_on == page.handed_on else replace(page, html=html, handed_on=handed_on)


def _own_link(link: re.Match[str], here: str, own: Mapping[str, str]) -> str:
    there = own.get(link[1], here)
    return link[0] if there == here else f'href="{_beside(here, there)}#{link[1]}"'
