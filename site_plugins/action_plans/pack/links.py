"""Links of the staff edition as they stand in a pack, where a page may lie elsewhere or not be at all."""

import posixpath
import re
from collections.abc import Mapping
from urllib.parse import unquote, urlsplit

from action_plans.tracing.addresses import file_at

HOME_FOLDER = "today/"
"""Where the home page of the staff edition lies in a pack: the top is the pack's own opening page."""

_TAG = re.compile(r'<(a|img|image|use)\b(?:[^<>"]++|"[^"]*+")*+>')
_LINK = re.compile(r'\s((?:xlink:)?href|src)="([^"]*)"')


def file_of(address: str) -> str:
    """Return the file of the page at an address of the staff edition: `plans/oak/` → `plans/oak/index.html`."""
    return file_at(address or HOME_FOLDER)


class PackLinks:
    """The pages and files that are in a pack, and how a page links to them."""

    def __init__(self, pages: Mapping[str, str], files: Mapping[str, str]) -> None:
        """Take where each page lies in the pack, by its address, and each file, by its path on the site."""
        self._pages = dict(pages)
        self._there = {f"/{path}": there for path, there in files.items()}
        for address, there in pages.items():  # a template of the project's own may name the folder
            self._there[f"/{file_at(address)}"] = self._there[posixpath.normpath(f"/{address}")] = there

    def file_of(self, address: str) -> str:
        """Return the file in the pack of the page at an address of the site."""
        return self._pages[address]

    def url(self, url: str) -> str:
        """Return an address of the site, relative to its root, as one in the pack; anchors kept.

        Raises:
            KeyError: it is not in the pack.
        """
        address, mark, anchor = url.partition("#")
        return f"{self._pages[address]}{mark}{anchor}"

    def rewritten(self, html: str, address: str, file: str) -> str:
        """Return the HTML of the page at `address` as it stands in `file` of the pack.

        Links within the staff edition lead to files, anchors kept; those to what is not in the pack lose their address,
        so that their words stay as text. Links to other sites stay; what would be fetched from there by itself does
        not. Cost: linear in the page.
        """
        seen: dict[tuple[bool, str], str | None] = {}
        up = "../" * file.count("/")

        def written(tag: re.Match[str]) -> str:
            is_link = tag[1] == "a"

            def attribute(found: re.Match[str]) -> str:
                key = is_link, found[2]
                if key not in seen:
                    seen[key] = self._resolved(found[2], address, up, is_link=is_link)
                link = seen[key]
                return f' {found[1]}="{link}"' if link is not None else ""

            return _LINK.sub(attribute, tag[0])

        return _TAG.sub(written, html)

    def _resolved(self, href: str, address: str, up: str, *, is_link: bool) -> str | None:
        """Return a link as it stands in the pack; nothing where it leads to what is not there."""
        if href.startswith(_LINKED if is_link else _SHOWN):
            return href
        try:
            parts = urlsplit(href)
        except ValueError:
            return None
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            return None
        there = self._there.get(posixpath.normpath(posixpath.join("/", address, unquote(parts.path))))
        if there is None:
            return None
        return f"{up}{there}#{parts.fragment}" if parts.fragment else up + there


_LINKED = ("#", "https:", "http:", "mailto:", "tel:")
_SHOWN = ("#", "data:")
