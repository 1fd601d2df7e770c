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

A4_WITHIN_MARGINS = round((210 - 30) / 25.4 * 96)
_NAME_BOXES = """() => document.querySelectorAll('.dia-part a.node').forEach(box =>
    box.setAttribute('href', 'https://box.example/' + box.querySelector('.id').textContent.trim()))"""
# The link of a box that is cut is printed on two sheets.
_SMALLEST = """() => Math.min(...[...document.querySelectorAll('.dia-part text')].map(text =>
    parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a))"""
_KEEP_UNTIL = """end => {
    const last = document.querySelector(end);
    while (last.nextElementSibling) last.nextElementSibling.remove();
    last.remove();
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

    assert page.locator("h2").count() == 9
    assert _sheets(page) == 2
    page.evaluate("document.querySelectorAll('#_late, #_late ~ *').forEach(each => each.remove())")
    assert _sheets(page) == 1


def test_each_group_prints_what_changed_since_it_met_itself(paper: Callable[[str], Page]) -> None:
    """The first group's part is shown; with its link another's stands in its place, on the screen and on paper."""
    page = paper("plans/oak/board/")
    parts = page.locator(".since")
    assert [parts.nth(place).is_visible() for place in range(3)] == [True, False, False]

    page.get_by_role("link", name="Quality meeting: since 24 April 2026").click()
    page.emulate_media(media="print")

    assert [parts.nth(place).is_visible() for place in range(3)] == [False, True, False]
    assert _sheets(page) == 2


def test_each_regulation_begins_a_sheet_of_its_own(paper: Callable[[str], Page]) -> None:
    """The form takes as many sheets as its regulations take one by one, four of five just one: no two share a sheet."""
    page = paper("plans/oak/report-on-actions/")
    regulations = page.locator(".form-page").count()
    together = _sheets(page)
    alone = []
    for number in range(regulations):
        page.evaluate(_SHOW_ONLY, number)
        alone.append(_sheets(page))

    assert regulations == 5
    assert together == sum(alone)
    assert sorted(alone) == [1, 1, 1, 1, 2]


def test_the_flow_is_printed_on_whole_sheets(paper: Callable[[str], Page]) -> None:
    """No box of the example's flow is cut, none is missing, no sheet is empty, and the smallest words have 7 points."""
    page = paper("plans/oak/flow/")
    steps = page.locator(".steps > li").count()
    page.evaluate(_NAME_BOXES)
    printed = page.pdf(prefer_css_page_size=True)
    boxes = re.findall(rb"https://box\.example/(\w+)", printed)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": A4_WITHIN_MARGINS, "height": 1000})

    assert steps == len(set(boxes)) == len(boxes)
    assert page.evaluate(_SMALLEST) >= 7 * 96 / 72
    assert _sheets(page) == 5
    assert len(re.findall(rb"/Annots \[", printed)) == 4  # each sheet after the first holds steps, which are links


def test_a_heading_is_printed_with_its_picture(paper: Callable[[str], Page]) -> None:
    """The heading over the flow stands on the sheet of its first part: without the picture it takes no other sheet."""
    page = paper("plans/oak/flow/")
    page.evaluate("document.querySelectorAll('#list, .steps, .dia-sheet + .dia-sheet').forEach(each => each.remove())")
    with_picture = _sheets(page)
    page.evaluate("document.querySelector('#picture').remove()")

    assert with_picture == _sheets(page) == 2


def test_a_plan_is_five_sheets_at_most(paper: Callable[[str], Page]) -> None:
    """The example's plan of 25 actions, with all that its page says, fits five sheets, its verdict and findings one."""
    page = paper("plans/oak/")
    assert _sheets(page) <= 5

    page.evaluate(_KEEP_UNTIL, ".two")
    assert _sheets(page) == 1


def _sheets(page: Page) -> int:
    """Return how many sheets a page takes."""
    return len(re.findall(rb"/Type /Page\b(?!s)", page.pdf(prefer_css_page_size=True)))
