"""The example's two editions opened with a double click: without a server, and without a network."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.built_sites import BothSites, dead_links, pages_on_disk


@pytest.mark.parametrize("edition", ["staff", "family"])
def test_every_link_names_a_file_that_is_there(both_sites: BothSites, edition: str) -> None:
    """No link of any page leads to a folder, out of the site, or from the top of a server."""
    site = both_sites.of(edition)
    pages = pages_on_disk(site)
    assert [link for page in pages for link in dead_links(page, site)] == []
    assert len(pages) > 5


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """A tab without any network."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    yield context.new_page()
    context.close()


def test_from_the_first_page_to_the_proof_and_home_again(reader: Page, both_sites: BothSites) -> None:
    """With the mouse: plan, finding, evidence, help, and the name of the site back to the first page."""
    reader.goto((both_sites.staff / "index.html").as_uri())
    main = reader.get_by_role("navigation", name="Main")
    main.get_by_role("link", name="Plan", exact=True).click()
    reader.locator("h2#_findings + table th a").first.click()
    assert reader.url.endswith("/plans/oak/findings/f1/index.html")
    reader.locator("article a[href*='evidence/oak/']").first.click()
    assert "/evidence/oak/" in reader.url
    assert reader.get_by_text("Supports", exact=False).count() > 0
    main.get_by_role("link", name="Help").click()
    reader.get_by_role("link", name="Move a date").click()
    assert reader.get_by_role("heading", level=1).inner_text() == "Move a date"
    reader.get_by_role("link", name="AP107").first.click()
    assert reader.url.endswith("/help/problems/index.html#ap107")
    reader.locator(".top-name a").click()
    assert reader.url == (both_sites.staff / "index.html").as_uri()


@pytest.mark.parametrize("width", [390, 1280])
def test_what_help_says_of_the_search_from_disk_is_so(reader: Page, both_sites: BothSites, width: int) -> None:
    """There is none, nor a way to it: help says so."""
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto((both_sites.staff / "help/from-disk/index.html").as_uri())
    assert "pages opened from a folder have no search" in " ".join(reader.locator("article").inner_text().split())
    reader.locator(".md-search[hidden]").wait_for(state="attached")
    assert not reader.locator("input.md-search__input").is_visible()
    assert not reader.locator("a.top-search").is_visible()
