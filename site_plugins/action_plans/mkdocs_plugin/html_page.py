"""Finished pages in MkDocs' terms: HTML that is never parsed again, and search entries of our own."""

from collections.abc import Callable
from functools import cached_property, partial
from html import escape
from typing import cast

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from action_plans.mkdocs_plugin.edit_addresses import EditAddresses
from action_plans.publishing.aside import Held
from action_plans.staff.page import Page, Pages, anchors_in

FRAME = "action-plans.html"
"""The template of our pages: the theme's frame around finished HTML."""

MADE_BY_HAND, NOT_FOUND = "main.html", "404.html"
"""The templates of pages that are not ours, in the same frame where the whole site is."""

FILLED = "action_plans_page"
"""The variable that holds the whole page once the frame is filled; `action-plans-page.html` prints it."""


class FinishedPage(MkDocsPage):
    """A page whose HTML is finished: MkDocs checks links into it, and writes it.

    Attributes:
        finished: all that is known of the page but its HTML.
        html: returns that, which waits elsewhere until it is written.
        total: a sum of it.
    """

    def __init__(self, head: Page, html: Callable[[], str], total: str, file: File, config: MkDocsConfig) -> None:
        """Keep what was made; the title is escaped, since a theme prints it as it is."""
        self.finished, self.html, self.total = head, html, total
        super().__init__(escape(head.title, quote=False), file, config)

    def read_source(self, config: MkDocsConfig) -> None:
        """Read nothing: there is no Markdown. The description is for other plugins, which ask a page for one."""
        self.markdown = ""
        self.meta = {
            "title": self.title,
            "description": self.title,
            "template": "action-plans-page.html",
            "search": {"exclude": True},
        }

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hand over nothing: the HTML is finished."""
        self.content = ""  # the frame takes what `html` returns; the theme's search would look through all of it
        self.toc = get_toc([])
        self._title_from_render = self.title
        self.links_to_anchors = {}

    @cached_property
    def present_anchor_ids(self) -> set[str]:  # type: ignore[override]  # an attribute of MkDocs' own
        """The anchors that hand-written pages may link to: asked for only where one does."""
        return set(anchors_in(self.html()))


class HeldFile(File):
    """A file whose bytes wait elsewhere until it is written, unless a plugin gives it others."""

    _held: Held
    _given: str | bytes | None

    @classmethod
    def of(cls, held: Held, path: str, config: MkDocsConfig) -> "HeldFile":
        """Return the file at `path` of the site that holds what was put aside."""
        file = cast("HeldFile", cls.generated(config, path, content=b"", inclusion=InclusionLevel.INCLUDED))
        file._held, file._given = held, None  # noqa: SLF001 -- of its own kind
        return file

    @property
    def _content(self) -> str | bytes:
        return self._held.read() if self._given is None else self._given

    @_content.setter
    def _content(self, content: str | bytes | None) -> None:
        self._given = content


def add_page(pages: Pages, number: int, prefix: str, edit: EditAddresses, config: MkDocsConfig) -> FinishedPage:
    """Return the page with a number as one of the site, under `prefix`, with the address at which it can be changed."""
    page = pages.heads[number]
    file = File.generated(config, f"{prefix}{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = edit.for_mkdocs(page.source)  # before the page is made: its address is taken then
    made = FinishedPage(page, partial(pages.html, number), pages.total(number), file, config)
    made.edit_url = edit.of(page.source, page.line) or made.edit_url
    return made
