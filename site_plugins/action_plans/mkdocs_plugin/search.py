"""Our pages in the search index, by entries of our own: the search plugin would parse every page again."""

from collections.abc import Iterable
from html import escape

from mkdocs.config.defaults import MkDocsConfig

from action_plans.mkdocs_plugin.html_page import FinishedPage

_SEARCHES = ("material/search", "search")


def hand_over(pages: Iterable[FinishedPage], config: MkDocsConfig) -> None:
    """Give the search plugin of the site what our pages hold, before it writes its index."""
    plugin = next((config.plugins[name] for name in _SEARCHES if name in config.plugins), None)
    index = getattr(plugin, "search_index", None)
    if index is None:
        return
    # MkDocs' own search keeps its entries to itself
    entries = index.entries if hasattr(index, "entries") else index._entries  # noqa: SLF001 -- as said
    for page in pages:
        entries.extend(_entries(page))


def _entries(page: FinishedPage) -> list[dict[str, str]]:
    """Return what the search keeps of a page: where, a title, words; escaped, since it prints them as they are."""
    return [
        {
            "location": f"{page.url}#{entry.anchor}" if entry.anchor else page.url,
            "title": escape(entry.title, quote=False),
            "text": escape(entry.text, quote=False),
        }
        for entry in page.finished.search
    ]
