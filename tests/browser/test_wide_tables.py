"""A table that somebody wrote into a note, on a phone."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.look import Look, tab
from tests.built_sites import BothSites

_REPEAT_COLUMNS = """() => document.querySelectorAll('.account tr').forEach(row =>
    [...row.cells, ...row.cells].forEach(cell => row.append(cell.cloneNode(true))))"""

_HAS_SCROLLED = """place => new Promise(told => {
    let frames = 300;
    const look = () => place.scrollLeft > 0 || !--frames ? told(frames > 0) : requestAnimationFrame(look);
    look();
})"""


def test_a_table_of_many_columns_scrolls_in_its_own_place(
    browser: Browser, serve: Callable[[Path], str], both_sites: BothSites
) -> None:
    """With three times its columns a table is wider than a phone, and the page is not; the keyboard reaches it."""
    with tab(browser, Look("light", 390)) as looking:
        page = looking.page
        page.goto(f"{serve(both_sites.staff)}/evidence/oak/medicines/count-sheets-april/")
        page.evaluate(_REPEAT_COLUMNS)
        place = page.get_by_role("group", name="Table")
        place.focus()
        page.keyboard.press("ArrowRight")
        assert place.evaluate(_HAS_SCROLLED)
        assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
