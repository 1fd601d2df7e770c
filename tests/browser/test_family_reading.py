"""The family edition by keyboard, zoomed, with spaced text, in the reader's own colours: nothing is lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.built_sites import BothSites, pages_on_disk

Serve = Callable[[Path], str]

# WCAG 2.2, 1.4.12: what a reader may set without losing anything.
SPACING = """* {
    line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important;
} p { margin-block-end: 2em !important; }"""
# Text that is cut off, or stands over other text.
LOST = """() => {
    const found = [];
    for (const element of document.querySelectorAll('body *:not(svg, svg *, .skip)')) {
        const style = getComputedStyle(element);
        if (style.display === 'none') continue;
        if (/(hidden|clip)/.test(style.overflowX + style.overflowY) && element.scrollHeight > element.clientHeight + 1)
            found.push('cut: ' + element.outerHTML.slice(0, 80));
        if (element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline')
            found.push('too wide: ' + element.outerHTML.slice(0, 80));
    }
    const lines = [...document.querySelectorAll('p, li, dt, dd, h1, h2, h3, h4')]
        .filter(each => !each.querySelector('p, li, ul') && each.offsetParent)
        .map(each => [each, each.getBoundingClientRect()]);
    for (let i = 1; i < lines.length; i++)
        if (lines[i][1].top < lines[i - 1][1].bottom - 1 && lines[i][1].left < lines[i - 1][1].right - 1
            && lines[i - 1][1].left < lines[i][1].right - 1)
            found.push('over another: ' + lines[i][0].outerHTML.slice(0, 80));
    if (document.documentElement.scrollWidth > document.documentElement.clientWidth) found.push('scrolls sideways');
    return found;
}"""
FOCUSED = """() => {
    const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
    const all = [...document.querySelectorAll('a[href]')];
    return {
        place: all.indexOf(element), count: all.length, tag: element.tagName,
        ring: style.outlineStyle === 'solid' ? parseFloat(style.outlineWidth) : 0,
        inside: box.top >= 0 && box.bottom <= innerHeight + 1 && box.left >= 0 && box.right <= innerWidth + 1,
        high: box.height, wide: box.width,
    };
}"""


def pages(site: Path) -> Iterator[str]:
    """Yield the address of each page."""
    for page in pages_on_disk(site):
        yield page.relative_to(site).as_posix()


@contextmanager
def opened(browser: Browser, width: int = 1280, height: int = 900, **kind: Any) -> Iterator[Page]:  # noqa: ANN401 -- what a context takes
    """Open a tab of a size."""
    context = browser.new_context(viewport={"width": width, "height": height}, **kind)
    try:
        yield context.new_page()
    finally:
        context.close()


def test_the_keyboard_goes_through_every_page_in_reading_order(
    browser: Browser, serve: Serve, both_sites: BothSites
) -> None:
    """Each link is reached once, in the order of the page, in sight, with a ring of 4 px around it."""
    origin, wrong = serve(both_sites.family), []
    with opened(browser) as page:
        for name in pages(both_sites.family):
            page.goto(f"{origin}/{name}")
            page.keyboard.press("Tab")
            seen = [page.evaluate(FOCUSED)]
            for _ in range(seen[0]["count"] - 1):
                page.keyboard.press("Tab")
                seen.append(page.evaluate(FOCUSED))
            wrong += [name] * ([each["place"] for each in seen] != list(range(seen[0]["count"])))
            wrong += [f"{name}: {each}" for each in seen if each["ring"] < 4 or not each["inside"]]
            wrong += [f"{name}: small {each}" for each in seen if min(each["high"], each["wide"]) < 24]
    assert wrong == []


def test_the_first_stop_leads_past_the_menu(browser: Browser, serve: Serve, both_sites: BothSites) -> None:
    """The first link of every page comes into sight and leads to its main part."""
    with opened(browser) as page:
        for name in pages(both_sites.family):
            page.goto(f"{serve(both_sites.family)}/{name}")
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.id") == "main", name


@pytest.mark.parametrize(("width", "height"), [(1280, 900), (320, 640)])
def test_nothing_is_lost_with_spaced_text(
    browser: Browser, serve: Serve, both_sites: BothSites, width: int, height: int
) -> None:
    """With lines, words and letters set apart as WCAG allows, no text is cut and none lies over another."""
    with opened(browser, width, height, bypass_csp=True) as page:
        assert _lost(page, serve(both_sites.family), both_sites.family, SPACING) == []


def test_nothing_is_lost_at_four_hundred_per_cent(browser: Browser, serve: Serve, both_sites: BothSites) -> None:
    """On a window of 320 by 256 pixels, which is 1280 by 1024 at 400%, nothing has to be scrolled sideways."""
    with opened(browser, 320, 256) as page:
        assert _lost(page, serve(both_sites.family), both_sites.family) == []


def test_forced_colours_keep_every_state(browser: Browser, serve: Serve, both_sites: BothSites) -> None:
    """In the reader's own colours each icon is drawn in that of the text, boxes keep an edge, and focus its ring."""
    with opened(browser, forced_colors="active") as page:
        topics = [name for name in pages(both_sites.family) if "/topics/" in name]
        for name in topics:
            page.goto(f"{serve(both_sites.family)}/{name}")
            seen = page.evaluate(
                """() => [...document.querySelectorAll('.steps > div')].map(each => {
                    const mark = getComputedStyle(each.querySelector('.state svg'));
                    const words = getComputedStyle(each.querySelector('.state'));
                    return [mark.stroke === words.color, parseFloat(getComputedStyle(each).borderInlineStartWidth) > 0];
                })"""
            )
            assert seen
            assert all(same and edged for same, edged in seen), name
            page.keyboard.press("Tab")
            assert page.evaluate(FOCUSED)["ring"] >= 4


def test_a_page_is_small(browser: Browser, serve: Serve, both_sites: BothSites) -> None:
    """A page asks for at most three files of 25,000 bytes together; the page to print has 8,000 and 2,500 a topic."""
    heavy = []
    topics = len([name for name in pages(both_sites.family) if "/topics/" in name])
    with opened(browser) as page:
        sizes: dict[str, int] = {}
        page.on("response", lambda answer: sizes.update({answer.url: len(answer.body())}))
        for name in pages(both_sites.family):
            sizes.clear()
            page.goto(f"{serve(both_sites.family)}/{name}", wait_until="networkidle")
            is_all = "/print" in name
            weight = (both_sites.family / name).stat().st_size if is_all else sum(sizes.values())
            most = 8_000 + 2_500 * topics if is_all else 25_000
            heavy += [f"{name}: {sizes}"] * (len(sizes) > 3 or weight > most or not sizes)
    assert heavy == []


def _lost(page: Page, origin: str, site: Path, style: str = "") -> list[str]:
    lost = []
    for name in pages(site):
        page.goto(f"{origin}/{name}")
        if style:
            page.add_style_tag(content=style)
        lost += [f"{name}: {each}" for each in page.evaluate(LOST)]
    return lost
