"""Our pages in the search index, by entries of our own: the search plugin would parse every page again."""

from collections.abc import Iterable
from html import escape
from typing import NotRequired, TypedDict

from mkdocs.config.defaults import MkDocsConfig

from action_plans.mkdocs_plugin.html_page import FinishedPage
from action_plans.staff.page import SearchEntry
from action_plans.staff.search_words import UNSAID, other_words
from action_plans.tracing.addresses import EVIDENCE


class Entry(TypedDict):
    """What the search keeps of a place: its location, title and text, and words by which it is found as well."""

    location: str
    title: str
    text: str
    tags: NotRequired[list[str]]


_ROOM = 900_000
"""How many bytes our entries may take in the index, which a reader's browser loads whole before it finds anything."""
_AROUND = len('{"location":"","title":"","text":""},')
_AROUND_TAG = len(',"tags":[""]')
_LEAST = 80
"""How many bytes of a text are kept in any case: beyond them an index grows with what it finds."""
_SEARCHES = ("material/search", "search")
_USUAL = r"[\s\-]+"
"""Where the theme parts words, if the project says nothing."""

_PARTED = rf"[\s\-?!,;]+|\b(?:{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in UNSAID)})\b(?!\.)"
"""Where words are parted instead: at the signs of a question too, and at words that say nothing.

The theme looks for words that begin with what is typed, so that a question's "a" and "do" would find half the plan. It
has no other place to leave them out.
"""

_ASKED = 900.0
"""What a word by which people ask weighs: a little less than one in a title, a thousand by the theme's own count."""


def hand_over(pages: Iterable[FinishedPage], config: MkDocsConfig, *, is_whole: bool) -> None:
    """Give the search plugin of the site what our pages hold, before it writes its index.

    Where the whole site is ours and its search is as the theme brings it, in English, it is taught to read questions.
    """
    plugin = next((config.plugins[name] for name in _SEARCHES if name in config.plugins), None)
    index = getattr(plugin, "search_index", None)
    if index is None:
        return
    said = getattr(index, "config", {})
    if is_whole and said.get("separator") == _USUAL and list(said.get("lang") or ()) == ["en"]:
        said["separator"] = _PARTED
        said["fields"] = {**said["fields"], "tags": {"boost": _ASKED}}
    # MkDocs' own search keeps its entries to itself
    entries = index.entries if hasattr(index, "entries") else index._entries  # noqa: SLF001 -- as said
    entries.extend(shortened([entry for page in pages for entry in _entries(page)]))


def shortened(entries: list[Entry], room: int = _ROOM) -> list[Entry]:
    """Return entries whose texts fit into `room` bytes with all that stands around them, as far as that goes.

    The longest are cut first, all at one length, each at the end of a word, so that a short text stays whole; every
    entry keeps its title, and at least the start of its text. Cost: linear, and sorting.
    """
    sizes = [len(entry["text"].encode()) for entry in entries]
    around = sum(map(_size_around, entries))
    if around + sum(sizes) <= room:
        return entries
    most, left = _LEAST, room - around
    for number, size in enumerate(sorted(sizes)):
        share = left // (len(sizes) - number)
        if size > share:
            most = max(share, _LEAST)
            break
        left -= size
    return [Entry(**{**entry, "text": _cut(entry["text"], most)}) for entry in entries]


def _size_around(entry: Entry) -> int:
    """Return how many bytes of the index an entry takes besides its text."""
    hidden = sum(len(words.encode()) + _AROUND_TAG for words in entry.get("tags", ()))
    return _AROUND + len(entry["location"]) + len(entry["title"].encode()) + hidden


def _cut(text: str, most: int) -> str:
    """Return the start of an escaped text, in at most so many bytes, up to the end of a word."""
    written = text.encode()
    if len(written) <= most:
        return text
    return written[: most + 1].decode(errors="ignore").rpartition(" ")[0]


def _entries(page: FinishedPage) -> list[Entry]:
    """Return what the search keeps of a page: where, a title, words; escaped, since it prints them as they are."""
    return [
        Entry(
            location=f"{page.url}#{entry.anchor}" if entry.anchor else page.url,
            title=escape(entry.title, quote=False),
            text=escape(entry.text, quote=False),
            **_hidden(page, entry),
        )
        for entry in page.finished.search
    ]


class _Hidden(TypedDict, total=False):
    tags: list[str]


def _hidden(page: FinishedPage, entry: SearchEntry) -> _Hidden:
    """Return the words by which an entry is found as well, which our stylesheet shows nobody.

    Actions and notes, most of all pages, have none: the finding that they are for has, and a reader loads the index.
    """
    is_one_of_many = page.finished.address.startswith(EVIDENCE) or "/actions/" in page.finished.address
    words = " ".join(filter(None, (entry.asked, "" if is_one_of_many else other_words(entry.title))))
    return {"tags": [words]} if words else {}
