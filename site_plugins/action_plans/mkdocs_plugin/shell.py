"""The theme's frame around a page, rendered once for each kind and depth, and filled in for every other page.

Rendering Material's template for every one of thousands of pages costs more than everything else together, and
all but a few words of the result are the same.
"""

import re
from dataclasses import dataclass
from html import escape
from typing import Any, cast

from mkdocs.utils.templates import TemplateContext

from action_plans.keeping.fingerprint import fingerprint
from action_plans.mkdocs_plugin.html_page import FILLED, FRAME, MADE_BY_HAND, NOT_FOUND, FinishedPage
from action_plans.mkdocs_plugin.same_pages import SamePages
from action_plans.project.content_policy import policy_for, with_policy
from action_plans.staff.page import Page
from action_plans.tracing.addresses import relative


@dataclass(frozen=True, slots=True)
class Frame:
    """What the frame says on every page.

    Addresses are relative to the site's root and name files: `home` is that of our overview, `words` are the main
    navigation, each with its address. `version` is the plan's, where there is one plan. `whole_site` is whether the
    site has our home page, so that the frame is that of every page in it. `family_preview` is where a preview shows the
    family edition; empty in a build.
    """

    name: str
    as_at: str
    home: str
    words: tuple[tuple[str, str], ...]
    stylesheet: str
    version: str
    whole_site: bool
    family_preview: str = ""


def _script(page: Page) -> str:
    """Return the tag that loads a page's own script, from the site's own files."""
    return f'<script src="{escape(relative(page.address, page.script))}" defer></script>\n' if page.script else ""


def _filling(page: FinishedPage, made: Page) -> dict[str, str]:
    """Return what stands between the pieces of a page's frame; of its content what comes after its HTML."""
    return {
        "title": escape(made.title),
        "content": _script(made),
        "canonical": escape(page.canonical_url or ""),
        "edit": escape(page.edit_url or ""),
        "reference": escape(made.reference or ""),
    }


def _kind(page: FinishedPage, made: Page, filling: dict[str, str]) -> tuple[object, ...]:
    """Return what pages have in common that stand in one frame."""
    given = tuple(bool(filling[name]) for name in ("canonical", "edit", "reference"))
    return (page.url.count("/"), made.nav or made.under, bool(made.nav), *given)


def _filled(pieces: list[str], filling: dict[str, str], html: str) -> str:
    """Return a frame around HTML: of its pieces every second one is the name of what stands there."""
    said = {**filling, "content": html + filling["content"]}
    return "".join(said[piece] if place % 2 else piece for place, piece in enumerate(pieces))


_MARKS = {name: f"\x02{name}\x03" for name in ("title", "content", "canonical", "edit", "reference")}
_BETWEEN = re.compile(rf"\x02({'|'.join(_MARKS)})\x03")


class Shell:
    """The frame of one build."""

    def __init__(
        self,
        environment: Any,  # noqa: ANN401 -- Jinja's, which only templates import
        frame: Frame,
        policy: str | None = None,
        *,
        has_policy: bool = True,
        same: SamePages | None = None,
    ) -> None:
        """Frame pages with the templates of the site's theme.

        Args:
            environment: Jinja's, as MkDocs hands it over.
            frame: what the frame says.
            policy: the content security policy that the project has put in place of ours.
            has_policy: whether pages carry one; those of a preview do not, since it would keep them from reloading.
            same: takes over the pages that are as the last build left them; they are empty here.
        """
        self._same = same
        self._environment = environment
        self._frame = frame
        self._policy, self._has_policy = policy, has_policy
        self._rendered: dict[tuple[object, ...], tuple[str, list[str]]] = {}

    def fill(self, context: TemplateContext, page: FinishedPage | None = None, *, takes_over: bool = True) -> None:
        """Put into the context of a template what the frame says; for a page of ours, the whole page too.

        `takes_over` is whether a page that is as the last build left it may be taken over: then it is empty here.
        """
        variables = cast("dict[str, Any]", context)
        variables["shell"] = self._values(None)
        if page is not None:
            variables[FILLED] = self._page(page, variables, takes_over=takes_over)

    def again(self, page: FinishedPage, made: Page, html: str) -> str | None:
        """Return the whole HTML of a page that was framed before and has other words now, `made` with `html`.

        None where its frame would be one that no page had.
        """
        filling = _filling(page, made)
        kind = _kind(page, made, filling)
        return _filled(self._rendered[kind][1], filling, html) if kind in self._rendered else None

    def try_out(self, page: FinishedPage, context: TemplateContext) -> None:
        """Render each template of the frame once, for nobody, so that what is wrong in it is raised here."""
        self.fill(context, page, takes_over=False)
        for name in (MADE_BY_HAND, NOT_FOUND):
            self._environment.get_template(name).render(context)
        self._rendered.clear()

    def protect(self, page: str) -> str:
        """Return a page that its author wrote by hand, in our frame, with the policy: what stands in it may run."""
        if not (self._has_policy and self._frame.whole_site):
            return page
        return with_policy(page, self._policy or policy_for(page, styled=True))

    def _page(self, page: FinishedPage, context: dict[str, Any], *, takes_over: bool) -> str:
        """Return the whole HTML of a page. `context` is what MkDocs gives the theme for it."""
        filling = _filling(page, page.finished)
        key = _kind(page, page.finished, filling)
        if key not in self._rendered:
            frame = self._render(page, context, {**filling, "content": "it"})
            # The pieces between the marks, and, in every second place, the names of the marks.
            self._rendered[key] = fingerprint(frame), _BETWEEN.split(frame)
        total, pieces = self._rendered[key]
        made_from = fingerprint((total, page.total, *filling.values()))
        if takes_over and self._same is not None and self._same.takes(page.file.dest_uri, made_from):
            return ""
        return _filled(pieces, filling, page.html())

    def _render(self, page: FinishedPage, context: dict[str, Any], filling: dict[str, str]) -> str:
        """Render the frame around marks that no text can hold."""
        marks = {name: _MARKS[name] if filling[name] else "" for name in _MARKS}
        kept = page.title, page.content, page.meta, page.canonical_url, page.edit_url
        page.title, page.content = marks["title"], marks["content"]
        page.meta = {**page.meta, "title": marks["title"], "description": ""}
        page.canonical_url, page.edit_url = marks["canonical"] or None, marks["edit"] or None
        try:
            rendered: str = self._environment.get_template(FRAME).render(
                {**context, "shell": self._values(page, reference=marks["reference"])}
            )
        finally:
            page.title, page.content, page.meta, page.canonical_url, page.edit_url = kept
        # Worked out before the page's own words are in it, so that nothing in them can allow itself.
        return with_policy(rendered, self._policy or policy_for(rendered)) if self._has_policy else rendered

    def _values(self, page: FinishedPage | None, *, reference: str = "") -> dict[str, Any]:
        """Return what the frame's template may print as `shell`."""
        made = page.finished if page is not None else None
        current = (made.nav or made.under) if made is not None else None
        return {
            "name": self._frame.name,
            "as_at": self._frame.as_at,
            "home": self._frame.home,
            "stylesheet": self._frame.stylesheet,
            "version": self._frame.version,
            "whole_site": self._frame.whole_site,
            "family_preview": self._frame.family_preview,
            "reference": reference,
            "words": [
                {"address": address, "word": word, "current": word == current, "page": bool(made and made.nav == word)}
                for address, word in self._frame.words
            ],
        }
