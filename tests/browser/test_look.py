"""The eyes that look at the sites see what is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.look import Look, tab

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
