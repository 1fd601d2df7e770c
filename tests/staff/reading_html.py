"""Reads the HTML of a page as a person or a browser would: its words, links and tables, and what is wrong with it."""

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import urlsplit

_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}
_HOSTILE = {"script", "iframe", "object", "form", "style", "base"}


class Reading(HTMLParser):
    """The elements of a piece of HTML, in order."""

    def __init__(self, html: str) -> None:
        """Read at once."""
        super().__init__(convert_charrefs=True)
        self.faults: list[str] = []
        self.words: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.faults += [f"<{tag}> is not closed" for tag in self._open]
        self.faults += [f"id {name} stands twice" for name in dict.fromkeys(self.ids) if self.ids.count(name) > 1]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, and what should not be in one."""
        if tag in _HOSTILE:
            self.faults.append(f"<{tag}>")
        for name, value in attrs:
            self._attribute(tag, name, value or "")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element of a drawing that closes itself."""
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        """Note whether it closes what is open."""
        if not self._open or self._open[-1] != tag:
            self.faults.append(f"</{tag}> closes nothing, or not what is open: {self._open[-3:]}")
        else:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        """Keep the words."""
        if data.strip():
            self.words.append(" ".join(data.split()))

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if name.startswith("on") or name == "style":
            self.faults.append(f"{name} on <{tag}>")
        if name in ("href", "src") and urlsplit(value).scheme not in ("", "http", "https", "mailto", "tel"):
            self.faults.append(f"{name}={value}")
        if name == "href":
            self.links.append(value)
        if name == "id":
            self.ids.append(value)


def faults(html: str) -> list[str]:
    """Return what no page may have: elements left open, scripts, handlers, styles, an id twice."""
    return Reading(html).faults


def words(html: str) -> str:
    """Return all words of a page on one line, with plain spaces."""
    return " ".join(" ".join(Reading(html).words).split())


def section(html: str, anchor: str) -> str:
    """Return the words between the heading with an id and the next heading of the second level."""
    after = html.partition(f'id="{anchor}">')[2].partition("<h2")[0]
    return " ".join(" ".join(Reading(f"<h2>{after}").words).split())


def in_order(text: str, *parts: str) -> Iterator[str]:
    """Yield the parts that do not stand in the text after the one before."""
    at = 0
    for part in parts:
        found = text.find(part, at)
        if found < 0:
            yield part
        else:
            at = found + len(part)
