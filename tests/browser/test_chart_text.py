"""Charts in a real browser: their words have room in any font, on paper and in the reader's own colours."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from action_plans.diagrams.charts.run_chart import run_chart_picture
from tests.built_sites import BothSites
from tests.diagrams.charts_of import HARD, random_series

_ASSETS = Path(__file__).parents[2] / "docs_templates" / "staff" / "assets"
STYLES = "".join((_ASSETS / name).read_text(encoding="utf-8") for name in ("staff.css", "flow.css", "measures.css"))
CASES = {**HARD, **{f"chance-{seed}": random_series(seed) for seed in range(30)}}
_FAULTS = """() => {
  const drawings = [...document.querySelectorAll('svg.run-chart')].filter(svg => svg.getClientRects().length);
  const found = [];
  for (const svg of drawings) {
    const [left, top, width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
    const words = [...svg.querySelectorAll('text')].map(text => [text.textContent.trim(), text.getBBox()])
      .map(([said, b]) => [said, {l: b.x, r: b.x + b.width, t: b.y + b.height * .16, b: b.y + b.height * .9}]);
    for (const [said, a] of words)
      if (a.l < left - 1 || a.r > left + width + 1 || a.t < top - 1 || a.b > top + height + 1)
        found.push(['out', said]);
    words.forEach(([said, a], n) => words.slice(n + 1).forEach(([other, b]) => {
      if (a.l < b.r && b.l < a.r && a.t < b.b && b.t < a.b) found.push([said, other]);
    }));
  }
  return [drawings.length, found];
}"""


def show(browser: Browser, *, width: int = 1280, font: str = "sans-serif") -> Page:
    """Show every chart on a page of its own, in a font."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    pictures = "".join(
        run_chart_picture(series, name=f"run-{place}", title=name, description="A chart.")
        for place, (name, series) in enumerate(CASES.items())
    )
    page.set_content(
        f'<!doctype html><html lang="en"><head><title>Charts</title><style>{STYLES} :root {{ --font: {font} }}</style>'
        f'</head><body class="md-typeset">{pictures}</body></html>'
    )
    return page


@pytest.mark.parametrize("font", ["sans-serif", "serif"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_words_overlap_in_a_browser(browser: Browser, width: int, font: str) -> None:
    """As the browser measures them, no words of a chart meet or leave the picture; one drawing of two is shown."""
    page = show(browser, width=width, font=font)
    count, found = page.evaluate(_FAULTS)
    page.close()
    assert count > len(CASES) // 2
    assert found == []


def test_the_charts_of_the_example_are_sound(browser: Browser, both_sites: BothSites) -> None:
    """On the built page, at a desk and on a phone, one drawing for each measure is shown, and no words meet."""
    for width in (1280, 390):
        page = browser.new_page(viewport={"width": width, "height": 900})
        page.goto((both_sites.staff / "plans" / "oak" / "measures" / "index.html").as_uri())
        count, found = page.evaluate(_FAULTS)
        page.close()
        assert (count, found) == (7, [])


def test_on_paper_and_in_forced_colours_lines_differ_from_their_ground(browser: Browser) -> None:
    """The line of readings is black on paper and the reader's own colour where colours are forced."""
    page = show(browser)
    stroke = "() => getComputedStyle(document.querySelector('.dia-wide .series')).stroke"
    page.emulate_media(media="print")
    assert page.evaluate(stroke) == "rgb(0, 0, 0)"
    page.emulate_media(media="screen", forced_colors="active")
    ground = page.evaluate("() => getComputedStyle(document.body).backgroundColor")
    assert page.evaluate(stroke) != ground
    page.close()
