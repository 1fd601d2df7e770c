"""Links written to files: a browser that opens a page from disk finds no `index.html` by itself."""

import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote, urlsplit

HOME_FOLDER = "today/"
"""Where the home page of the staff edition lies in a pack: the top is the pack's own opening page."""

_TAG = re.compile(r'<(?:a|img|image|use)\b(?:[^<>"]++|"[^"]*+")*+>')
_LINK = re.compile(r'\s((?:xlink:)?href|src)="([^"]*)"')


def file_of(address: str) -> str:
    """Return the file of the page at an address of the staff edition: `plans/oak/` → `plans/oak/index.html`."""
    return f"{address or HOME_FOLDER}index.html"


class PackLinks:
    """The pages and files that are in a pack, and how a page links to them."""

    def __init__(self, addresses: Iterable[str], files: Iterable[str]) -> None:
        """Take the addresses of the pages, as the staff edition writes them, and the paths of all other files."""
        self._files = {f"/{address}".rstrip("/") or "/": file_of(address) for address in addresses}
        self._files.update({f"/{path}": path for path in files})

    def rewritten(self, html: str, address: str, file: str) -> str:
        """Return the HTML of the page at `address` as it stands in `file` of the pack.

        Links within the staff edition lead to files, anchors kept; those to what is not in the pack lose their address,
        so that their words stay as text. Links to other sites stay. Cost: linear in the page.
        """
        seen: dict[str, str | None] = {}
        up = "../" * file.count("/")

        def written(found: re.Match[str]) -> str:
            href = found[2]
            if href not in seen:
                seen[href] = self._resolved(href, address, up)
            link = seen[href]
            return f' {found[1]}="{link}"' if link is not None else ""

        return _TAG.sub(lambda tag: _LINK.sub(written, tag[0]), html)

    def _resolved(self, href: str, address: str, up: str) -> str | None:
        """Return a link as it stands in the pack; nothing where it leads to what is not there."""
        if href.startswith(("#", "https:", "http:", "mailto:", "tel:", "data:")):
            return href
        parts = urlsplit(href)
        if parts.scheme or parts.netloc or parts.path.startswith("/"):
            return None
        there = self._files.get(posixpath.normpath(posixpath.join("/", address, unquote(parts.path))))
        if there is None:
            return None
        return f"{up}{there}#{parts.fragment}" if parts.fragment else up + there
