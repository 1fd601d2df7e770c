"""The eyes that look at the sites see what is wrong."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Browser

from tests.browser.look import Look, tab
from tests.browser.swift_axe import SWIFT_AXE

GOOD = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Good</title><link rel="icon" href="data:,"><main><h1>Good</h1><p>All is well.</p></main></html>"""
FAULTS = {
    "image-alt": '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">',
    "color-contrast ": '<p style="color: #aaa; background: #fff">Pale</p>',
    "scrolls sideways": '<p style="width: 2000px">Wide</p>',
    "headings of the first level": "<h1>Another</h1>",
    "asks another host: https://elsewhere.example.org/a.png": '<img alt="" src="https://elsewhere.example.org/a.png">',
    "stores something": "<script>localStorage.setItem('a', 'b')</script>",
    "sets the cookie seen": "<script>document.cookie = 'seen=1'</script>",
    "script error": "<script>nonsense()</script>",
}
COLOURED = """<style>
    body { background: linear-gradient(#fff, #fff) #eee; color: color-mix(in oklab, #123 80%, white); }
    section { background: rgb(20 80 120 / 70%); color: hsl(190 60% 80%); }
    section section { background: oklch(40% 0.1 250); opacity: 0.9; mix-blend-mode: multiply; }
    .shade { text-shadow: 0 0 3px color(display-p3 0.4 0.3 0.2); }
    .pale { color: lab(70% 10 -20 / 60%); }
    .dusk { background: linear-gradient(rgb(200 0 0 / 50%), #00a); color: #777; }
    .plain { background: #fff; color: color-mix(in srgb, #000 45%, white); }
    @media (prefers-color-scheme: dark) { body { background: #111; color: #888; } .pale { color: #444; } }
</style>
<section><p>One</p><p class="pale">Two</p><section><p class="shade">Three</p><a href="#">Four</a></section></section>
<p class="pale">Five</p><p class="shade">Six</p><button>Seven</button><label>Eight</label><input><img src="data:,">
<table><tr><td class="pale">Nine</td><td>Ten</td></tr></table><p class="dusk">Eleven</p><p class="plain">Twelve</p>"""


def test_a_good_page_has_no_faults(browser: Browser, serve: Callable[[Path], str], tmp_path: Path) -> None:
    """A small good page passes the strictest rules, with scripts and without, over the web and from disk."""
    page = tmp_path / "index.html"
    page.write_text(GOOD, encoding="utf-8")

    for look in (Look("light", 1280), Look("dark", 320), Look("light", 320, scripts=False)):
        with tab(browser, look) as looking:
            assert looking.faults(serve(tmp_path), aaa=True) == []
            assert looking.faults(page.as_uri(), aaa=True) == []


def test_without_scripts_the_page_is_seen_as_it_is_then(
    browser: Browser, serve: Callable[[Path], str], tmp_path: Path
) -> None:
    """With scripts blocked, what a script would have mended stays wrong, and what only a script does is not blamed."""
    mended = "<p id=pale style='color: #aaa'>Pale</p><script>document.getElementById('pale').remove()</script>"
    stored = "<script>localStorage.setItem('a', 'b')</script>"
    (tmp_path / "index.html").write_text(GOOD.replace("</main>", f"{mended}{stored}</main>"), encoding="utf-8")

    with tab(browser, Look("light", 390, scripts=False)) as looking:
        found = looking.faults(serve(tmp_path))

    assert [fault.split(" ")[0] for fault in found] == ["color-contrast"]


@pytest.mark.parametrize(("expected", "html"), FAULTS.items(), ids=FAULTS)
def test_each_kind_of_fault_is_seen(
    browser: Browser, serve: Callable[[Path], str], tmp_path: Path, expected: str, html: str
) -> None:
    """A page with one fault is reported for it."""
    (tmp_path / "index.html").write_text(GOOD.replace("</main>", f"{html}</main>"), encoding="utf-8")

    with tab(browser, Look("light", 390)) as looking:
        found = looking.faults(serve(tmp_path))

    assert any(expected.strip() in fault for fault in found), found


@pytest.mark.parametrize("look", [Look("light", 1280), Look("dark", 320)], ids=str)
def test_nothing_is_lost_for_speed(browser: Browser, serve: Callable[[Path], str], tmp_path: Path, look: Look) -> None:
    """Of a page with colours of every kind our axe says, to the last digit, what the published one does."""
    (tmp_path / "index.html").write_text(GOOD.replace("</main>", f"{COLOURED}</main>"), encoding="utf-8")
    said: list[dict[str, Any]] = []
    with tab(browser, look) as looking:
        looking.page.goto(serve(tmp_path))
        for script in (AXE_SCRIPT, SWIFT_AXE):
            looking.page.evaluate("delete window.axe")
            looking.page.evaluate(script)
            said.append(looking.page.evaluate("() => axe.run()") | {"timestamp": ""})

    assert said[0] == said[1]
    assert {"color-contrast", "image-alt", "label"} <= {each["id"] for each in said[0]["violations"]}
    assert "color-contrast" in {each["id"] for each in said[0]["incomplete"]}
