"""The content security policy of a page that runs scripts: its own site's files, its own inline code, nothing else.

Everything that puts such a page together uses this module. The policy is worked out from the frame of a page, before
anything that people wrote stands in it, so that nothing in a plan or a note can allow itself. `STILL` is for pages
without any script, such as those of a pack; the family edition has one of its own.

Directives: https://www.w3.org/TR/CSP3/.
"""

import re
from base64 import b64encode
from dataclasses import dataclass, field
from hashlib import sha256
from html import escape
from html.parser import HTMLParser

_RUNS = frozenset({"", "text/javascript", "application/javascript", "module"})
"""The types of script that a browser runs; of another type it is data, and needs no leave."""

_OWN = "'self'"
"""The site itself. From disk, browsers take it for files of this computer."""

STILL = "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'"
"""The policy of a page that needs nothing but its stylesheets and its pictures: no script runs, nothing is sent.

From disk, browsers take 'self' for files of this computer. `file:` would also be those of another one, on Windows:
`file://server/share/picture.png` is fetched from there."""

_HEAD = re.compile(r"<head\b[^>]*>(\s*<meta charset=[^>]*>)?", re.IGNORECASE)
_DOCTYPE = re.compile(r"\s*<!doctype[^>]*>", re.IGNORECASE)


def policy_for(frame: str, *, styled: bool = False) -> str:
    """Return the policy of a page whose frame is `frame`: all its HTML but what people wrote.

    `styled` also allows the `style` attributes that stand in it: for pages that their author wrote by hand, where a
    table's columns are aligned by such. Pages made from plans have none.
    """
    code = _InlineCode.of(frame)
    styles = [
        *_sums(code.styles),
        *(["'unsafe-hashes'", *_sums(code.attributes)] if styled and code.attributes else []),
    ]
    directives = {
        "default-src": "'none'",
        "script-src": " ".join([_OWN, *_sums(code.scripts)]),
        "style-src": " ".join([_OWN, *styles]),
        "img-src": f"{_OWN} data:",  # the theme's icons are data in its stylesheet
        "font-src": _OWN,
        "connect-src": _OWN,  # the index of the search
        "worker-src": _OWN,  # the search itself
        "base-uri": "'none'",
        "form-action": "'none'",
    }
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


def with_policy(page: str, policy: str) -> str:
    """Return a page with the policy at the top of its head, where it holds for everything below; after the charset."""
    text = escape(" ".join(policy.split()), quote=False).replace('"', "&quot;")
    meta = f'<meta http-equiv="Content-Security-Policy" content="{text}">'
    place = _HEAD.search(page) or _DOCTYPE.match(page)
    at = place.end() if place is not None else 0
    return f"{page[:at]}\n{meta}{page[at:]}"


def _sums(texts: list[str]) -> list[str]:
    """Return how a policy names pieces of inline code, each once, in the order of their sums."""
    sums = {b64encode(sha256(text.encode()).digest()).decode() for text in texts}
    return [f"'sha256-{one}'" for one in sorted(sums)]


@dataclass
class _InlineCode(HTMLParser):
    """The scripts and styles that stand in a page, as a browser reads them."""

    scripts: list[str] = field(default_factory=list)
    styles: list[str] = field(default_factory=list)
    attributes: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, html: str) -> "_InlineCode":
        """Read a page."""
        code = cls()
        code.feed(html.replace("\r\n", "\n").replace("\r", "\n"))
        code.close()
        return code

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._inside: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin to listen in a script or style that holds code."""
        given = {name: value or "" for name, value in attrs}
        if "style" in given:
            self.attributes.append(given["style"])
        if tag == "script" and "src" not in given and given.get("type", "").strip().lower() in _RUNS:
            self._inside = self.scripts
        elif tag == "style":
            self._inside = self.styles
        if self._inside is not None:
            self._inside.append("")

    def handle_data(self, data: str) -> None:
        """Take what stands in it."""
        if self._inside is not None:
            self._inside[-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Listen no longer."""
        if tag in ("script", "style"):
            self._inside = None
