"""The papers as they come out of a printer."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.built_sites import BothSites

Serve = Callable[[Path], str]
_SHOW_ONLY = """number => {
    const pages = [...document.querySelectorAll('.form-page')];
    pages.forEach((page, place) => { page.hidden = place !== number; });
    const parts = [...document.querySelector('.form').children];
    for (const part of parts.filter(part => !pages.includes(part)))
        part.hidden = number !== (parts.indexOf(part) < parts.indexOf(pages[0]) ? 0 : pages.length - 1);
}"""


@pytest.fixture
def paper(browser: Browser, serve: Serve, both_sites: BothSites) -> Iterator[Callable[[str], Page]]:
    """Open a page of the repository's own staff edition, by its address."""
    context = browser.new_context()

    def opened(address: str) -> Page:
        page = context.new_page()
        page.goto(f"{serve(both_sites.staff)}/{address}")
        return page

    yield opened
    context.close()


def test_the_board_summary_is_one_sheet_on_both_sides(paper: Callable[[str], Page]) -> None:
    """With all its parts it fits two sides of A4; what to decide, the figures and what turned fit the first."""
    page = paper("plans/oak/board/")

    assert page.locator("h2").count() == 8
    assert _sheets(page) == 2
    page.evaluate("document.querySelectorAll('#_late, #_late ~ *').forEach(each => each.remove())")
    assert _sheets(page) == 1


def test_each_regulation_begins_a_sheet_of_its_own(paper: Callable[[str], Page]) -> None:
    """The form takes as many sheets as its regulations take one by one, none more than two: no two share a sheet."""
    page = paper("plans/oak/report-on-actions/")
    regulations = page.locator(".form-page").count()
    together = _sheets(page)
    alone = []
    for number in range(regulations):
        page.evaluate(_SHOW_ONLY, number)
        alone.append(_sheets(page))

    assert regulations == 5
    assert together == sum(alone)
    assert max(alone) == 2


def _sheets(page: Page) -> int:
    """Return how many sheets a page takes."""
    return len(re.findall(rb"/Type /Page\b(?!s)", page.pdf(prefer_css_page_size=True)))
