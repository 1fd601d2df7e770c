"""Our pages in the search index, by entries of our own: the search plugin would parse every page again."""

from collections.abc import Iterable
from html import escape

from mkdocs.config.defaults import MkDocsConfig

from action_plans.mkdocs_plugin.html_page import FinishedPage
from action_plans.staff.page import SearchEntry
from action_plans.staff.search_words import UNSAID, other_words
from action_plans.tracing.addresses import EVIDENCE

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
    for page in pages:
        entries.extend(_entries(page))


def _entries(page: FinishedPage) -> list[dict[str, str | list[str]]]:
    """Return what the search keeps of a page: where, a title, words; escaped, since it prints them as they are."""
    return [
        {
            "location": f"{page.url}#{entry.anchor}" if entry.anchor else page.url,
            "title": escape(entry.title, quote=False),
            "text": escape(entry.text, quote=False),
            **_hidden(page, entry),
        }
        for entry in page.finished.search
    ]


def _hidden(page: FinishedPage, entry: SearchEntry) -> dict[str, list[str]]:
    """Return the words by which an entry is found as well, which our stylesheet shows nobody.

    Actions and notes, most of all pages, have none: the finding that they are for has, and a reader loads the index.
    """
    is_one_of_many = page.finished.address.startswith(EVIDENCE) or "/actions/" in page.finished.address
    words = " ".join(filter(None, (entry.asked, "" if is_one_of_many else other_words(entry.title))))
    return {"tags": [words]} if words else {}
