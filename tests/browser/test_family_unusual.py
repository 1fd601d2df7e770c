"""Unusual family editions, of many topics or none, of several services or home care, are as good as the usual one."""

import re
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.look import Look, report, tab
from tests.built_sites import BothSites, pages_on_disk
from tests.family.unusual_sites import SITES, written

pytestmark = pytest.mark.xdist_group("family-unusual")  # one process writes the sites for all of them

LOOKS = [Look("dark", 320, scripts=False), Look("light", 1280)]
"""Each site in one of them: the usual one, on the same templates, is looked at in all."""
PHONE = {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Every unusual site, written to a folder of its own."""
    return {name: written(build(), tmp_path_factory.mktemp("site")) for name, build in SITES.items()}


@pytest.mark.parametrize(("name", "look"), list(zip(SITES, cycle(LOOKS), strict=False)), ids=str)
def test_no_page_has_a_fault(browser: Browser, sites: dict[str, Path], name: str, look: Look) -> None:
    """No page breaks WCAG 2.2 AA, AAA as far as axe can tell, or good practice, or scrolls sideways."""
    with tab(browser, look) as looking:
        found = ((page, looking.faults(page.as_uri(), aaa=True)) for page in pages_on_disk(sites[name]))
        assert report(found) == ""


def test_every_page_to_put_up_or_hand_out_fits(browser: Browser, sites: dict[str, Path], both_sites: BothSites) -> None:
    """A letter has one side of A4; home and a topic have two, with fourteen topics too."""
    wrong = []
    page = browser.new_page()
    for folder in (both_sites.family, *sites.values()):
        for file in pages_on_disk(folder):
            most = 1 if file.name == "letter.html" else 2
            page.goto(file.as_uri())
            if file.parent.name == "topics" or file.name in ("letter.html", "index.html"):
                sides = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
                wrong += [f"{file}: {sides}"] * (sides > most)
    assert wrong == []


def test_the_letter_has_its_code(browser: Browser, both_sites: BothSites) -> None:
    """On paper the letter leads to the site by its address and by a code for telephones."""
    page = browser.new_page()
    page.goto(next(file for file in pages_on_disk(both_sites.family) if file.name == "letter.html").as_uri())
    page.emulate_media(media="print")
    assert page.locator(".address svg").is_visible()
    assert "https://example.org/oakfield/" in page.locator(".address").inner_text()


def test_two_thirds_of_a_topic_page_are_the_topic(browser: Browser, both_sites: BothSites) -> None:
    """On a telephone, what stands around a topic is at most a third of its page."""
    shares = {}
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]  # a size
    for file in pages_on_disk(both_sites.family):
        if file.parent.name == "topics":
            page.goto(file.as_uri())
            shares[file.name] = page.evaluate(
                """() => {
                    const top = document.querySelector('h1').getBoundingClientRect().top;
                    const end = document.querySelector('.own').getBoundingClientRect().bottom;
                    return (end - top) / document.documentElement.scrollHeight;
                }"""
            )
    assert shares
    assert {name: share for name, share in shares.items() if share < 2 / 3} == {}


def test_the_topics_begin_on_the_first_two_screens(browser: Browser, both_sites: BothSites) -> None:
    """On a telephone, whoever opens the home page reaches the first topic after one turn of the page."""
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]  # a size
    page.goto((both_sites.family / "index.html").as_uri())
    assert _top(page, ".topics h3 a") < 2 * PHONE["height"]


def _top(page: Page, selector: str) -> float:
    top: float = page.evaluate("one => document.querySelector(one).getBoundingClientRect().top", selector)
    return top
