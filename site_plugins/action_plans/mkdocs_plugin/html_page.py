"""Finished pages in MkDocs' terms: HTML that is never parsed again, and search entries of our own."""

from html import escape

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import get_toc

from action_plans.mkdocs_plugin.edit_addresses import EditAddresses
from action_plans.staff.page import Page

FRAME = "action-plans.html"
"""The template of our pages: the theme's frame around finished HTML."""

MADE_BY_HAND, NOT_FOUND = "main.html", "404.html"
"""The templates of pages that are not ours, in the same frame where the whole site is."""

FILLED = "action_plans_page"
"""The variable that holds the whole page once the frame is filled; `action-plans-page.html` prints it."""


class FinishedPage(MkDocsPage):
    """A page whose HTML is finished: MkDocs checks links into it, and writes it."""

    def __init__(self, page: Page, file: File, config: MkDocsConfig) -> None:
        """Keep what was made; the title is escaped, since a theme prints it as it is."""
        self.finished = page
        super().__init__(escape(page.title, quote=False), file, config)

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
        """Hand over the anchors that other pages may link to; the HTML is finished."""
        self.content = ""  # the frame takes `finished.html`; the theme's search would look through all of it
        self.toc = get_toc([])
        self._title_from_render = self.title
        self.present_anchor_ids = set(self.finished.anchors)
        self.links_to_anchors = {}


def add_page(page: Page, prefix: str, edit: EditAddresses, files: Files, config: MkDocsConfig) -> FinishedPage:
    """Add a finished page to the site, under `prefix`, with the address at which its file can be changed."""
    file = File.generated(config, f"{prefix}{page.address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = edit.for_mkdocs(page.source)  # before the page is made: its address is taken then
    files.append(file)
    made = FinishedPage(page, file, config)
    made.edit_url = edit.of(page.source, page.line) or made.edit_url
    return made
