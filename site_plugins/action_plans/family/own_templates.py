"""Looks through a project's own templates and stylesheet: what is no template, what leads elsewhere, what is said."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

Fault = tuple[str, str, int]
"""What is wrong, what to write instead, and in which line."""


def faults_in_template(source: str) -> Iterator[Fault]:
    """Yield what is wrong with a template: how it is written, and what in it leads or reaches elsewhere."""
    try:
        ImmutableSandboxedEnvironment(autoescape=True).parse(source)
    except TemplateSyntaxError as error:
        yield (
            f"is no template: {error.message}",
            "Look at this line, and at the one that opens the block.",
            error.lineno,
        )
    for _, attributes, line in _tags(source):
        for name, value in attributes:
            if name.startswith("on"):
                yield f"runs a script in `{name}`", "Take it out: pages for families run nothing.", line
            elif name in _LEADING and leads_out(value):
                yield "leads out of the site", "Take the link out; addresses belong in `outside_help`.", line
            elif name == "style" and leads_out_of_style(value):
                yield "loads something from elsewhere", "Take it out.", line
    for tag, attributes, line in _tags(source):
        if tag in _REFUSED:
            yield f"holds <{tag}>", "Take it out: pages for families run, load and send nothing.", line
        kinds = {value.casefold() for name, value in attributes if name == "http-equiv"}
        if tag == "meta" and kinds - {"content-security-policy"}:
            yield "sends the reader elsewhere", "Take the <meta> out.", line


def faults_in_style(source: str) -> Iterator[Fault]:
    """Yield what a stylesheet loads from elsewhere."""
    for found in _LOADS.finditer(source):
        if leads_out_of_style(found[0]):
            yield (
                "loads something from elsewhere",
                "Put the file into this folder, or take it out.",
                _line(source, found.start()),
            )


def printed_in_template(source: str) -> Iterator[tuple[str, int]]:
    """Yield every text that a template prints as it stands, in order, each with its line."""
    reader = _Reader()
    reader.feed(_MARKUP.sub(_blank, source))
    reader.close()
    yield from ((text, line) for text, line in reader.texts if text.strip())


def hidden_in_template(source: str) -> Iterator[tuple[str, int]]:
    """Yield what else stands in a template: values of attributes, comments, texts in quotation marks of Jinja."""
    reader = _Reader()
    reader.feed(_COMMENT.sub(_blank, source))
    reader.close()
    yield from ((_MARKUP.sub(" ", text), line) for text, line in reader.hidden)
    for found in _STRING.finditer(source):
        yield found[1] or found[2] or "", _line(source, found.start())
    for found in _COMMENT.finditer(source):
        yield found[0].strip("{#}"), _line(source, found.start())


def leads_out(address: str) -> bool:
    """Whether an address that is written out leads to another place than this site."""
    written = _MARKUP.sub("", address).strip()
    return re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//|\\", written) is not None and not written.startswith("data:,")


def leads_out_of_style(written: str) -> bool:
    """Whether a part of a stylesheet loads something from another place."""
    return (
        re.search(r"(?:url\(|@import)\s*[\"'(]*\s*(?:url\()?[\"']?\s*(?:[a-z][a-z0-9+.-]*:|//)", written, re.IGNORECASE)
        is not None
    )


_REFUSED = frozenset({"script", "iframe", "object", "embed", "form", "base", "frame", "frameset", "applet", "portal"})
_LEADING = frozenset(
    {
        "href",
        "xlink:href",
        "src",
        "srcset",
        "action",
        "poster",
        "data",
        "cite",
        "background",
        "ping",
        "formaction",
        "manifest",
    }
)
_LOADS = re.compile(r"(?:url\([^)]*\)?|@import[^;]*)", re.IGNORECASE)
_MARKUP = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
_STRING = re.compile(r"(?<=[\s(\[,=~{])(?:\"([^\"\n]*)\"|'([^'\n]*)')")


def _line(source: str, place: int) -> int:
    return source.count("\n", 0, place) + 1


def _blank(found: re.Match[str]) -> str:
    return "".join("\n" if letter == "\n" else " " for letter in found[0])


def _tags(source: str) -> Iterator[tuple[str, list[tuple[str, str]], int]]:
    reader = _Reader()
    reader.feed(source)
    reader.close()
    yield from reader.tags


class _Reader(HTMLParser):
    """Collects tags and texts of a template, Jinja's own marks left in."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str]], int]] = []
        self.texts: list[tuple[str, int]] = []
        self.hidden: list[tuple[str, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        given = [(name, value or "") for name, value in attrs]
        self.tags.append((tag, given, line))
        self.hidden += [(value, line) for _, value in given if value]

    def handle_data(self, data: str) -> None:
        first = self.getpos()[0]
        self.texts += [(line, first + number) for number, line in enumerate(data.split("\n"))]

    def handle_comment(self, data: str) -> None:
        self.hidden.append((data, self.getpos()[0]))

    def handle_decl(self, decl: str) -> None:
        del decl
