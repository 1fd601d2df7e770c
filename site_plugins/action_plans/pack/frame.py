"""The frame around every page of a pack: plain HTML, one stylesheet, no script."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from action_plans.english.wording import day, long_day
from action_plans.pack.links import PackLinks
from action_plans.pack.manifest import About
from action_plans.project.content_policy import STILL
from action_plans.project.templates import Templates
from action_plans.staff.page import Page

START = "index.html"
"""The opening page, at the top of a pack."""

CHECK = "check-this-pack/"
"""The address of the page that says how to find out whether anything was altered."""

STYLE = "assets/pack.css"
"""What stands in for the theme of the web site, before the stylesheet of the staff edition."""


@dataclass(frozen=True, slots=True)
class NavigationWord:
    """A word of the main navigation, with the file that it opens."""

    word: str
    file: str


class Shell:
    """Puts finished pages into their frame."""

    def __init__(
        self, templates: Templates, about: About, links: PackLinks, words: Sequence[NavigationWord], stylesheet: str
    ) -> None:
        """Frame the pages of one pack; `words` are its main navigation, `stylesheet` that of the staff edition."""
        self._templates = templates
        self._about = about
        self._links = links
        self._words = tuple(words)
        self._stylesheets = (STYLE, stylesheet)

    def page(self, page: Page, file: str | None = None) -> bytes:
        """Return the whole HTML of a page as it stands in `file`, by default that of its address."""
        file = file or self._links.file_of(page.address)
        about, current = self._about, page.nav or page.under
        html = self._templates.render(
            "pack/page.html.j2",
            title=page.title,
            is_start=file == START,
            pack_name=about.name,
            reference=page.reference or "",
            as_at=day(about.as_of),
            as_at_long=long_day(about.as_of),
            version=about.made_from.in_words,
            up="../" * file.count("/"),
            start=START,
            check=self._links.file_of(CHECK),
            policy=STILL,
            stylesheets=self._stylesheets,
            words=[(word, word.file == file, word.word == current) for word in self._words],
            content=Markup(self._links.rewritten(page.html, page.address, file)),  # noqa: S704 -- finished HTML
        )
        return html.encode()
