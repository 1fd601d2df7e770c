"""Whatever an inspector starts from, the proof is three clicks away at most: counted with a mouse in a browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page

from tests.built_sites import BothSites

Serve = Callable[[Path], str]
MOST_CLICKS = 3
NOTE = "a[href*='evidence/']"
"""A link to a note of evidence, wherever it stands on a page."""


class Reader:
    """Somebody with a mouse, who counts."""

    def __init__(self, page: Page, start: str) -> None:
        """Open the staff edition at its first page."""
        self.page = page
        self.clicks = 0
        page.goto(start)

    def follow(self, link: Locator) -> None:
        """Click on a link that can be seen."""
        link.scroll_into_view_if_needed()
        link.click()
        self.page.wait_for_load_state("load")
        self.clicks += 1

    def is_at_proof(self) -> bool:
        """Whether the page that is open is that of an evidence note, with what it supports."""
        return "/evidence/" in self.page.url and self.page.get_by_text("Supports", exact=False).count() > 0


@pytest.fixture
def reader(browser: Browser, serve: Serve, both_sites: BothSites) -> Iterator[Reader]:
    """A reader in front of the repository's own staff edition."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Reader(context.new_page(), f"{serve(both_sites.staff)}/")
    context.close()


@pytest.mark.parametrize("question", ["safe", "effective", "caring", "responsive", "well-led"])
def test_from_a_key_question_to_the_proof(reader: Reader, question: str) -> None:
    """From the first page by way of a key question to a note of evidence."""
    reader.follow(_word(reader, "By key question"))
    reader.follow(_after(reader, question).locator(NOTE).first)

    assert reader.is_at_proof()
    assert reader.clicks <= MOST_CLICKS


@pytest.mark.parametrize("law", ["ra2014-9", "ra2014-11", "ra2014-12", "ra2014-17", "reg2009-18"])
def test_from_a_regulation_to_the_proof(reader: Reader, law: str) -> None:
    """From the first page by way of a regulation, of either instrument, to a note of evidence."""
    reader.follow(_word(reader, "By regulation"))
    reader.follow(reader.page.locator(f"tbody:has(#{law})").locator(NOTE).first)

    assert reader.is_at_proof()
    assert reader.clicks <= MOST_CLICKS


def test_from_a_finding_to_the_proof(reader: Reader) -> None:
    """From the plan by way of each of its findings to a note of evidence; what has none says so."""
    reader.follow(_word(reader, "Plan"))
    plan = reader.page.url
    findings = reader.page.locator("h2#_findings + table th a[href*='/findings/']")
    assert findings.count() == 8
    without = []
    for number in range(findings.count()):
        reader.page.goto(plan)
        reader.clicks = 1  # the word of the navigation
        reader.follow(findings.nth(number))
        if reader.page.locator(f"article {NOTE}").count() == 0:
            without.append(reader.page.locator("h1").inner_text())
            continue
        reader.follow(reader.page.locator(f"article {NOTE}").first)
        assert reader.is_at_proof()
        assert reader.clicks <= MOST_CLICKS
    assert without == ["Staff did not hear what was learned from complaints"]


@pytest.mark.parametrize("said", ["A4", "F1", "Regulation 12", "Medicines optimisation"])
def test_from_a_reference_in_the_search_to_the_proof(reader: Reader, said: str) -> None:
    """What somebody mentions, typed into the search, leads to it, and from there to a note of evidence."""
    reader.page.locator(".md-search-result__meta", has_text="Type to start").wait_for(state="attached")
    reader.page.locator("input.md-search__input").press_sequentially(said)
    found = reader.page.locator(".md-search-result__link")
    found.first.wait_for()
    _follow_result(reader, found.first)
    reader.follow(_near(reader).first)

    assert reader.is_at_proof()
    assert reader.clicks <= MOST_CLICKS


def _word(reader: Reader, word: str) -> Locator:
    """Return a word of the main navigation."""
    return reader.page.locator(".main-nav").get_by_role("link", name=word, exact=True)


def _after(reader: Reader, heading: str) -> Locator:
    """Return the table that follows a heading."""
    return reader.page.locator(f"h2#{heading} + table")


def _follow_result(reader: Reader, result: Locator) -> None:
    before = reader.page.url
    result.click()
    reader.page.wait_for_url(lambda url: url != before)
    reader.clicks += 1


def _near(reader: Reader) -> Locator:
    """Return the notes of evidence next to where the page opened: in the group that its address names, else on it."""
    anchor = reader.page.url.partition("#")[2].partition("?")[0]
    group = reader.page.locator(f"tbody:has([id='{anchor}'])").locator(NOTE)
    return group if anchor and group.count() else reader.page.locator(f"article {NOTE}")
