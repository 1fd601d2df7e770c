"""A copy of the family edition in a language that is written from right to left is as good as the English one."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.look import Look, report, tab
from tests.built_sites import pages_on_disk
from tests.family.other_languages import in_two_languages


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small project in two languages, written to a folder."""
    for name, content in in_two_languages(tmp_path / "templates").files.items():
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_bytes(content)
    return tmp_path / "site"


@pytest.mark.parametrize("look", [Look("light", 1280), Look("dark", 320)], ids=str)
def test_a_right_to_left_page_has_no_fault(browser: Browser, site: Path, look: Look) -> None:
    """No page breaks WCAG 2.2 AA, AAA as far as axe can tell, or good practice, or scrolls sideways."""
    with tab(browser, look) as looking:
        found = ((page, looking.faults(page.as_uri(), aaa=True)) for page in pages_on_disk(site))
        assert report(found) == ""


def test_a_right_to_left_page_is_laid_out_from_the_right(browser: Browser, site: Path) -> None:
    """Text begins at the right, states are marked there, and telephone numbers keep their order."""
    page = browser.new_page()
    page.goto((site / "oakfield-house/ar/topics/giving-medicines-safely.html").as_uri())
    seen = page.evaluate(
        """() => ({
            align: getComputedStyle(document.querySelector('h1')).direction,
            mark: parseFloat(getComputedStyle(document.querySelector('.steps > div')).borderRightWidth),
            other: parseFloat(getComputedStyle(document.querySelector('.steps > div')).borderLeftWidth),
            phone: getComputedStyle(document.querySelector('a[href^="tel"]')).direction,
            icon: document.querySelector('.state svg').getBoundingClientRect().left
                > document.querySelector('.state').getBoundingClientRect().left + 40,
        })"""
    )
    assert seen["align"] == "rtl"
    assert seen["mark"] > seen["other"]
    assert seen["phone"] == "ltr"
    assert seen["icon"]
