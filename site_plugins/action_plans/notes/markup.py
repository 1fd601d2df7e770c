"""From people's Markdown to safe HTML. What people write is data: raw HTML shows as written."""

import re
from functools import cache, lru_cache

import nh3
from markdown import Markdown
from markupsafe import Markup

_PLAIN = re.compile(r"[^*_`\[\]<>&|\\~#\n\"'-]+(?:(?:[\"'&]|-(?=\w))[^*_`\[\]<>&|\\~#\n\"'-]*)*")
_NUMBERED = re.compile(r"\s*\d+[.)]\s")
_TAGS = {
    "a", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol", "p",
    "pre", "strong", "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "img": {"src", "alt"}, "h2": {"id"}, "h3": {"id"}, "h4": {"id"}, "ol": {"start"}}
_HEADING = re.compile(r"<(/?)h[2-6]>")
_SCHEMES = {"https", "http", "mailto", "tel"}


def text_html(text: str) -> Markup:
    """Return paragraphs for one text of a plan."""
    if _PLAIN.fullmatch(text) and not _NUMBERED.match(text):  # most texts: no sign of Markdown, nothing to parse
        return Markup("<p>") + text + Markup("</p>")
    return Markup(clean(_convert(text)))  # noqa: S704 -- sanitised


def line_html(text: str) -> Markup:
    """Return one text without its paragraph, for the middle of a sentence, a cell or a list."""
    html = text_html(text)
    inner = html[3:-4]
    return inner if html.startswith("<p>") and html.endswith("</p>") and "<p>" not in inner else html


def note_html(text: str) -> str:
    """Return the account of a note, headings one level down, not yet sanitised: links are resolved first."""
    return _convert(text)


def printed_note(text: str) -> Markup:
    """Return the account of a note for a sheet of paper: words and tables, without links, pictures and ids.

    Its headings become bold lines, since it stands within another page's headings.
    """
    html = nh3.clean(
        _convert(text), tags=_TAGS - {"a", "img"}, attributes={"ol": {"start"}}, clean_content_tags={"script", "style"}
    )
    return Markup(_HEADING.sub(r"<\1p><\1strong>", html).replace("</p></strong>", "</strong></p>"))  # noqa: S704 -- sanitised


def clean(html: str) -> str:
    """Return HTML with nothing in it but what text needs: no script, style, form, frame or foreign image."""
    return nh3.clean(
        html,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        url_schemes=_SCHEMES,
        link_rel=None,
        clean_content_tags={"script", "style"},
    )


def plain_text(html: str) -> str:
    """Return the words of a piece of HTML on one line, for the search."""
    return " ".join(Markup(html).striptags().split())  # noqa: S704 -- its tags are taken out


@lru_cache(maxsize=4096)  # a note's account is shown on its own page, and printed with what it supports
def _convert(text: str) -> str:
    converter = _markdown()
    converter.reset()
    return str(converter.convert(text))


@cache  # a converter is costly to make and is reset before each use
def _markdown() -> Markdown:
    converter = Markdown(extensions=["tables", "sane_lists", "toc"], extension_configs={"toc": {"baselevel": 2}})
    converter.preprocessors.deregister("html_block")
    converter.inlinePatterns.deregister("html")
    return converter
