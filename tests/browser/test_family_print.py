"""The family edition on paper: large enough, nothing cut, and the home page on the two sides of a sheet."""

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.built_sites import BothSites, pages_on_disk

A4_WITHIN_MARGINS = round((210 - 24) / 25.4 * 96)
SMALLEST = 16 * 96 / 72
"""16 pt in CSS pixels."""


@pytest.fixture
def paper(browser: Browser) -> "Page":
    """A tab that shows pages as they are printed."""
    page = browser.new_page(viewport={"width": A4_WITHIN_MARGINS, "height": 1000}, color_scheme="dark")
    page.emulate_media(media="print")
    return page


def test_the_home_page_fills_the_two_sides_of_a_sheet(browser: Browser, both_sites: BothSites) -> None:
    """For the notice board, the home page takes two sides of A4."""
    page = browser.new_page()
    page.goto((both_sites.family / "index.html").as_uri())
    assert sides(page.pdf(prefer_css_page_size=True)) == 2


def test_print_is_large_black_and_whole(paper: Page, both_sites: BothSites) -> None:
    """Every text is black, has at least 16 pt, and no element is wider than the paper."""
    wrong = []
    for file in pages_on_disk(both_sites.family):
        paper.goto(file.as_uri())
        seen = paper.evaluate(
            """smallest => [...document.querySelectorAll('body *')].filter(each => each.offsetParent
                && [...each.childNodes].some(node => node.nodeType === 3 && node.data.trim())).flatMap(each => {
                const style = getComputedStyle(each), found = [];
                if (parseFloat(style.fontSize) < smallest - .01) found.push('small: ' + each.outerHTML.slice(0, 90));
                if (style.color !== 'rgb(0, 0, 0)') found.push('not black: ' + each.outerHTML.slice(0, 90));
                if (each.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
                    found.push('too wide: ' + each.outerHTML.slice(0, 90));
                return found;
            })""",
            SMALLEST,
        )
        wrong += [f"{file.name}: {each}" for each in seen]
    assert wrong == []


def test_larger_print_is_larger(paper: Page, both_sites: BothSites) -> None:
    """The page in larger print has 18 pt."""
    larger = next(file for file in pages_on_disk(both_sites.family) if file.name == "print-larger.html")
    paper.goto(larger.as_uri())
    assert paper.evaluate("parseFloat(getComputedStyle(document.querySelector('main p:not(.lead)')).fontSize)") == 24


def test_addresses_of_links_are_printed(paper: Page, both_sites: BothSites) -> None:
    """On paper, a link to another site is followed by its address."""
    topic = next(file for file in pages_on_disk(both_sites.family) if file.parent.name == "topics")
    paper.goto(topic.as_uri())
    said = paper.evaluate(
        """() => [...document.querySelectorAll('footer a[href^="http"]')].map(
            each => [each.href, getComputedStyle(each, '::after').content])"""
    )
    assert said
    assert all(href in content for href, content in said)


def test_the_code_for_telephones_is_on_paper_only(browser: Browser, both_sites: BothSites) -> None:
    """On paper the address stands beside its code, black on white with an empty edge; on a screen in words alone."""
    page = browser.new_page(color_scheme="dark")
    page.goto((both_sites.family / "index.html").as_uri())
    code = page.locator(".address svg")
    assert not code.is_visible()
    assert "https://example.org/oakfield/" in page.locator(".address").inner_text()
    page.emulate_media(media="print")
    assert code.is_visible()
    shown = code.evaluate(
        """each => [getComputedStyle(each).backgroundColor, getComputedStyle(each.firstElementChild).fill,
            each.getBoundingClientRect().width]"""
    )
    assert shown[:2] == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]
    assert shown[2] >= 24 * 96 / 25.4 - 1
    assert "Scan this" in page.locator(".address").inner_text()


def sides(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    return len(re.findall(rb"/Type\s*/Page\b", pdf))
