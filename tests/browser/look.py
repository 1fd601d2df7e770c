"""Looking at pages of a built site in a browser: with which eyes, and what is seen."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.browser.swift_axe import SWIFT_AXE

_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_RUN_AXE = """tags => axe.run(document, {
    runOnly: {type: 'tag', values: tags},
    rules: {'target-size': {enabled: true}},
    resultTypes: ['violations'],
    preload: false,
})"""
# `preload` would ask for each stylesheet a second time, which no rule here needs and a page from disk may not.
# What axe cannot see.
_MEASURE = """() => {
    const root = document.documentElement;
    const wide = [...document.body.querySelectorAll('*')].filter(element => {
        const box = element.getBoundingClientRect();
        if (!box.width || box.right <= root.clientWidth + 1) return false;
        for (let outer = element.parentElement; outer && outer !== document.body; outer = outer.parentElement)
            if (/(auto|scroll|hidden|clip)/.test(getComputedStyle(outer).overflowX)) return false;
        return true;
    }).map(element => element.tagName.toLowerCase() + '.' + (element.getAttribute('class') || ''));
    let stored = 0;
    try { stored = localStorage.length + sessionStorage.length; } catch { /* there is none from disk */ }
    return {
        sideways: root.scrollWidth - root.clientWidth, wide: [...new Set(wide)].slice(0, 4), stored,
        headings: document.querySelectorAll('h1').length, language: root.lang, title: document.title,
    };
}"""


@dataclass(frozen=True)
class Look:
    """How a page is looked at.

    Attributes:
        scheme: the colours that the reader's device asks for.
        width: of the window, in CSS pixels; the height follows.
        scripts: whether the page's own scripts run.
    """

    scheme: Literal["light", "dark"]
    width: int
    scripts: bool = True

    def __str__(self) -> str:
        """Read as `dark 390`; names the test."""
        return f"{self.scheme} {self.width}" + ("" if self.scripts else " without scripts")


class Tab:
    """A browser tab that looks at one page after the other and tells what is wrong with each."""

    def __init__(self, page: Page, *, scripts: bool = True) -> None:
        self.page = page
        self._scripts = scripts
        self._devtools = page.context.new_cdp_session(page)
        self._requests: list[str] = []
        self._errors: list[str] = []
        page.on("request", lambda request: self._requests.append(request.url))
        page.on("pageerror", lambda error: self._errors.append(str(error).split("\n", 1)[0]))
        page.on("console", lambda said: self._errors.append(said.text) if said.type == "error" else None)

    def faults(self, url: str, *, aaa: bool = False) -> list[str]:
        """Open `url` and return all that is wrong with it, for people and for their privacy; nothing if all is well."""
        self._requests.clear()
        self._errors.clear()
        self._let_scripts_run(self._scripts)
        self.page.goto(url, wait_until="load")
        self._let_scripts_run(True)  # axe is a script; those of the page have had their time
        seen: dict[str, Any] = self.page.evaluate(_MEASURE)
        return [
            *axe(self.page, aaa=aaa),
            *_not_as_promised(seen),
            *(f"asks another host: {address}" for address in self._requests if not _is_own(address, url)),
            *(f"script error: {error}" for error in self._errors),
            *(f"sets the cookie {cookie.get('name')}" for cookie in self.page.context.cookies()),
        ]

    def _let_scripts_run(self, run: bool) -> None:
        self._devtools.send("Emulation.setScriptExecutionDisabled", {"value": not run})


@contextmanager
def tab(browser: Browser, look: Look) -> Iterator[Tab]:
    """Open a tab that looks at pages in the given way; each page's own content policy holds."""
    context = browser.new_context(
        viewport={"width": look.width, "height": 900},
        color_scheme=look.scheme,
    )
    context.add_init_script(SWIFT_AXE)  # handed over once, not for each page
    try:
        yield Tab(context.new_page(), scripts=look.scripts)
    finally:
        context.close()


def axe(page: Page, *, aaa: bool = False) -> list[str]:
    """Return what axe-core finds on the page that is open: WCAG 2.2 A and AA and best practice, with `aaa` those too.

    Each line names the rule, what it asks, and the first places where the page does not keep it.
    """
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(SWIFT_AXE)
    found: dict[str, Any] = page.evaluate(_RUN_AXE, [*_AA, "wcag2aaa"] if aaa else _AA)
    return [
        f"{each['id']} ({each['impact']}): {each['help']}: "
        + "; ".join(" ".join(map(str, node["target"])) for node in each["nodes"][:3])
        for each in found["violations"]
    ]


def report(found: Iterable[tuple[Path, list[str]]]) -> str:
    """Return what was found as text, each fault once with the pages that have it; empty where there is none."""
    pages: dict[str, list[str]] = {}
    for page, lines in found:
        for line in lines:
            pages.setdefault(line, []).append(page.as_posix())
    return "\n".join(f"{line}\n    on {len(on)}: {', '.join(on[:4])}" for line, on in sorted(pages.items()))


def _is_own(address: str, page: str) -> bool:
    """Tell whether a request stays with the page's own host, or on the disk, or inside the page itself."""
    asked, own = urlsplit(address), urlsplit(page)
    return asked.scheme in {"data", "blob", "about"} or (asked.scheme, asked.netloc) == (own.scheme, own.netloc)


def _not_as_promised(seen: dict[str, Any]) -> Iterator[str]:
    if seen["sideways"] > 0:
        yield f"scrolls sideways by {seen['sideways']} px: {', '.join(seen['wide']) or 'nothing named'}"
    if seen["stored"]:
        yield "stores something on the reader's device"
    if seen["headings"] != 1:
        yield f"has {seen['headings']} headings of the first level, not one"
    if not seen["language"]:
        yield "does not say its language"
    if not seen["title"].strip():
        yield "has no title"
