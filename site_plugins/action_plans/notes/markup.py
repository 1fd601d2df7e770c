"""From people's Markdown to safe HTML. What people write is data: raw HTML shows as written."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from action_plans.notes.hard_texts import Hard, too_hard

if TYPE_CHECKING:
    import nh3

_PLAIN = re.compile(r"[^*_`\[\]<>&|\\~#\n\"'-]+(?:(?:[\"'&]|-(?=\w))[^*_`\[\]<>&|\\~#\n\"'-]*)*")
_NUMBERED = re.compile(r"\s*\d+[.)]\s")
_TAGS = {
    "a", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p",
    "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "ol": {"start"}}
_HEADING = re.compile(r"<(/?)h[2-6]>")
TAG = re.compile(r"<(a|img)\b([^>]*)>")
"""The opening tag of a link or a picture, as the converter writes it."""

SAFE_SCHEMES = frozenset({"https", "http", "mailto", "tel"})
"""What the address of a link may begin with."""

_HEADING_ID = re.compile(r'(?<=<h[2-6]) id="[^"]*"')
_ATTRIBUTE = re.compile(r'([a-z]+)="([^"]*)"')
_BLANK = re.compile(r"\n[ \t]*\n")


def text_html(text: str) -> Markup:
    """Return paragraphs for one text of a plan, of a service, or of a field of a note.

    A picture is its words, since none lies beside a plan; a link that leads nowhere from a page is its words too.
    """
    if _PLAIN.fullmatch(text) and not _NUMBERED.match(text):  # most texts: no sign of Markdown, nothing to parse
        return Markup(f"<p>{escape(text)}</p>")  # noqa: S704 -- escaped
    return Markup(_with_marks(text))  # noqa: S704 -- sanitised


@lru_cache(maxsize=1024)  # what to write about a gap stands on several pages, and for many things
def _with_marks(text: str) -> str:
    html = _HEADING_ID.sub("", converted(text).html)  # a page holds many texts, and ids of its own
    return clean(TAG.sub(_shown_tag, html))


@dataclass(frozen=True, slots=True)
class Tag:
    """The opening tag of a link or a picture: where it leads as it was written, and the words for a picture."""

    is_picture: bool
    written: str
    alternative: str = ""

    @property
    def leads_elsewhere(self) -> bool:
        """Whether it is a link to a whole address of a kind that is safe, which holds on any page."""
        return not self.is_picture and scheme_of(self.written) in SAFE_SCHEMES


def tag_in(found: re.Match[str]) -> Tag:
    """Return what a match of `TAG` says."""
    attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(found[2])}
    if found[1] == "img":
        return Tag(is_picture=True, written=attributes.get("src", ""), alternative=attributes.get("alt", ""))
    return Tag(is_picture=False, written=attributes.get("href", ""))


def scheme_of(address: str) -> str | None:
    """Return what an address begins with, such as `https`; empty where it has none, nothing where it is no address."""
    try:
        return urlsplit(address).scheme
    except ValueError:  # brackets that are no address of a network
        return None


def line_html(text: str) -> Markup:
    """Return one text without its paragraph, for the middle of a sentence, a cell or a list."""
    html = text_html(text)
    inner = html[3:-4]
    return inner if html.startswith("<p>") and html.endswith("</p>") and "<p>" not in inner else html


def note_html(text: str) -> str:
    """Return the account of a note, headings one level down, not yet sanitised: links are resolved first."""
    return converted(text).html


def printed_note(text: str) -> Markup:
    """Return the account of a note for a sheet of paper: words and tables, without links, pictures and ids.

    Its headings become bold lines, since it stands within another page's headings.
    """
    html = _cleaner(for_paper=True).clean(converted(text).html)
    return Markup(_HEADING.sub(r"<\1p><\1strong>", html).replace("</p></strong>", "</strong></p>"))  # noqa: S704 -- sanitised


def clean(html: str) -> str:
    """Return HTML with nothing in it but what text needs: no script, style, form, frame or foreign image."""
    return _cleaner(for_paper=False).clean(html)


@cache  # it is the same for all texts
def _cleaner(*, for_paper: bool) -> "nh3.Cleaner":
    import nh3  # noqa: PLC0415 -- only where a text is shown: a check shows none

    if for_paper:
        tags = _TAGS - {"a", "img"}
        return nh3.Cleaner(tags=tags, attributes={"ol": {"start"}}, clean_content_tags={"script", "style"})
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=set(SAFE_SCHEMES),
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


def plain_text(html: str) -> str:
    """Return the words of a piece of HTML on one line, for the search."""
    return " ".join(Markup(html).striptags().split())  # noqa: S704 -- its tags are taken out


def _shown_tag(found: re.Match[str]) -> str:
    tag = tag_in(found)
    if tag.is_picture:
        return str(escape(tag.alternative))
    return f'<a href="{escape(tag.written)}">' if tag.leads_elsewhere else "<a>"


@dataclass(frozen=True, slots=True)
class Converted:
    """A text as HTML, not yet sanitised; and why it is shown as it is written, where it is too hard to convert."""

    html: str
    hard: Hard | None = None


@lru_cache(maxsize=4096)  # a note's account is shown on its own page, and printed with what it supports
def converted(text: str) -> Converted:
    """Return a text of Markdown as HTML; one that no converter can bear as its words."""
    hard = too_hard(text)
    if hard is None:
        from action_plans.notes.markdown_converter import converter  # noqa: PLC0415 -- as above

        markdown = converter()
        markdown.reset()
        try:
            return Converted(str(markdown.convert(text)))
        except RecursionError:
            converter.cache_clear()  # it stopped halfway, and would carry that into the next text
            hard = Hard(0, "has too much within each other")
    blocks = (escape(block).replace("\n", Markup("<br>\n")) for block in _BLANK.split(text) if block.strip())
    return Converted("\n".join(f"<p>{block}</p>" for block in blocks), hard)
