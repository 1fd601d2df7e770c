"""Looks through a project's own templates: what is no template, what leads elsewhere, what is said."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from html.parser import HTMLParser

from jinja2 import TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from action_plans.family.guards.pieces import INLINE
from action_plans.family.own_styles import Fault, leads_out_of_style
from action_plans.family.words.folding import fold


def faults_in_template(source: str, ours: str = "") -> Iterator[Fault]:
    """Yield what is wrong with a template: how it is written, and what in it leads or reaches elsewhere.

    What stands in `ours`, the package's own template of that name, may stand in a copy.
    """
    known = {attribute for _, attributes, _ in _tags(ours) for attribute in attributes}
    try:
        ImmutableSandboxedEnvironment(autoescape=True).parse(source)
    except TemplateSyntaxError as error:
        yield (
            f"is no template: {error.message}",
            "Look at this line, and at the one that opens the block.",
            error.lineno,
        )
    for _, attributes, line in _tags(source):
        for name, value in (attribute for attribute in attributes if attribute not in known):
            if name.startswith("on"):
                yield f"runs a script in `{name}`", "Take it out: pages for families run nothing.", line
            elif name in _LEADING and leads_out(value):
                yield "leads out of the site", "Take the link out; addresses belong in `outside_help`.", line
            elif name == "style" and leads_out_of_style(value):
                yield "loads something from elsewhere", "Take it out.", line
    yield from _faults_in_tags(source)


def printed_in_template(source: str) -> Iterator[tuple[str, int]]:
    """Yield every text that a template prints as it stands, in order, each with its line."""
    reader = _Reader()
    reader.feed(_MARKUP.sub(_blank, source))
    reader.close()
    yield from ((text, line) for text, line in reader.texts if text.strip())


def together_in_template(source: str, known: AbstractSet[str] = frozenset()) -> Iterator[str]:
    """Yield what a template prints as it stands, in one: what only a tag inside a line or Jinja cuts is whole.

    What is known, folded and trimmed, is left out, and parts what stands before and after it.
    """
    reader = _Reader()
    reader.feed(_MARKUP.sub(lambda found: " " if found[0].startswith("{{") else "", source))
    reader.close()
    parts: list[str] = []
    for text, is_parted in reader.pieces:
        if fold(text).strip() in known and text.strip():
            yield "".join(parts)
            parts = []
        else:
            parts.append(f" {text}" if is_parted else text)
    yield "".join(parts)


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


def _faults_in_tags(source: str) -> Iterator[Fault]:
    for tag, attributes, line in _tags(source):
        if tag == "bdo" or any(name == "dir" and not _runs_on(value) for name, value in attributes):
            yield "turns the order of letters", "Take <bdo> and `dir` out: each language has its own direction.", line
        if tag in _REFUSED:
            yield f"holds <{tag}>", "Take it out: pages for families run, load and send nothing.", line
        kinds = {value.casefold() for name, value in attributes if name == "http-equiv"}
        if tag == "meta" and kinds - {"content-security-policy"}:
            yield "sends the reader elsewhere", "Take the <meta> out.", line


def _runs_on(direction: str) -> bool:
    """Whether words of this direction stand as they are read: from left to right, or as the language has it."""
    return _MARKUP.search(direction) is not None or direction.strip().casefold() == "ltr"


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
        self.pieces: list[tuple[str, bool]] = []
        self._is_parted = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        given = [(name, value or "") for name, value in attrs]
        self.tags.append((tag, given, line))
        self._is_parted = self._is_parted or tag not in INLINE
        self.hidden += [(value, line) for _, value in given if value]

    def handle_endtag(self, tag: str) -> None:
        self._is_parted = self._is_parted or tag not in INLINE

    def handle_data(self, data: str) -> None:
        self.pieces.append((data, self._is_parted))
        self._is_parted = False
        first = self.getpos()[0]
        self.texts += [(line, first + number) for number, line in enumerate(data.split("\n"))]

    def handle_comment(self, data: str) -> None:
        self.hidden.append((data, self.getpos()[0]))

    def handle_decl(self, decl: str) -> None:
        del decl
