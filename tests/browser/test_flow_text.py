"""The process flow in a real browser: what was computed holds there, whatever font the reader has."""

import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from action_plans.diagrams.boxes import Flow
from action_plans.diagrams.flow import flow_picture
from action_plans.diagrams.text_fit import text_width
from tests.diagrams.flows import STATES, make_box, make_flow

STYLES = (Path(__file__).parents[2] / "docs_templates" / "staff" / "assets" / "flow.css").read_text(encoding="utf-8")
COLOURS = (
    ":root { --ink: #17212b; --soft: #4a5763; --bg: #fff; --tint: #f2f5f7; --line: #cdd5dc; --strong: #6d7984;"
    " --red: #fbe6e3; --red-ink: #8c1a0b; --red-line: #c8402d; --grey-line: #85919b; --focus-stroke: #a35400; }"
)
NASTY = (
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWMMMMMMMMMMMMMMMMMMMMM",
    "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    "@@@@@@@ %%%%%%% ——————— œœœœœœœ £££££££ ………………",
    "https://example.org/a/very/long/address?with=everything&and=more#0123456789",
    "مراجعة الأدوية كل أسبوع مع الصيدلي وتسجيل كل جرعة",  # Arabic, from right to left
    "בדיקת תרופות בכל שבוע עם הרוקח, (12) פעמים",
    "Щедрый жёлтый ЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖЖ Ελληνικά ΩΩΩΩΩΩΩΩΩ",
    "Ünïcödé ẪẪẪẪẪẪẪẪẪẪẪẪẪẪẪẪ e\u0301e\u0301e\u0301e\u0301",
    "<b>&amp;</b> \"quoted\" 'single' <script>",
    "i",
)
_SCRIPTS = ((0x21, 0x24F), (0x370, 0x52F), (0x5D0, 0x5EA), (0x621, 0x64A), (0x1E00, 0x1EFF), (0x2010, 0x2193))
LETTERS = [
    letter
    for first, last in _SCRIPTS
    for letter in map(chr, range(first, last + 1))
    if unicodedata.category(letter)[0] in "LNPS"
]


def nasty_flow() -> Flow:
    """Put every nasty text in every place of a box: title, owner, state and reference."""
    boxes = [make_box(f"A{n}", title=text, owner=text, state_word=text[:24]) for n, text in enumerate(NASTY)]
    boxes += [make_box(f"M{n}", title=text, kind="milestone") for n, text in enumerate(NASTY)]
    boxes += [make_box(f"A-reference-of-40-letters-which-is-most-{n}", critical=True) for n in range(3)]
    boxes += [make_box(f"S{n}", state=state, state_word=word) for n, (state, word) in enumerate(STATES.items())]
    return make_flow("A0 M0", "A0 A1", "M0 S0", boxes=tuple(boxes))


def show(browser: Browser, flow: Flow, *, width: int = 1100, direction: str = "ltr", font: str = "sans-serif") -> Page:
    """Show a flow on a page of its own, in a font and with a direction of the whole page."""
    page = browser.new_page(viewport={"width": width, "height": 800})
    styles = f"{COLOURS} :root {{ --font: {font} }} {STYLES}"
    body = f'<div class="md-typeset">{flow_picture(flow)}</div>'
    page.set_content(
        f'<!doctype html><html lang="en" dir="{direction}"><head><title>Flow</title><style>{styles}</style></head>'
        f"<body>{body}</body></html>"
    )
    return page


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("font", ["sans-serif", "serif"])
@pytest.mark.parametrize("width", [1100, 390])
def test_every_text_stays_in_its_box(browser: Browser, width: int, font: str, direction: str) -> None:
    """As the browser measures it, each line of text lies inside its box, in any font and on pages of any direction."""
    page = show(browser, nasty_flow(), width=width, direction=direction, font=font)
    outside = page.evaluate(
        """() => [...document.querySelectorAll('svg.dia')].filter(svg => svg.getClientRects().length).flatMap(svg =>
          [...svg.querySelectorAll('a')].flatMap(link => {
            const box = link.querySelector('rect').getBBox();
            return [...link.querySelectorAll('text')].filter(text => {
              const t = text.getBBox();
              return !t.width || t.x < box.x || t.y < box.y
                || t.x + t.width > box.x + box.width || t.y + t.height > box.y + box.height;
            }).map(text => text.textContent);
          }))"""
    )
    shown = page.evaluate("[...document.querySelectorAll('svg.dia')].filter(s => s.getClientRects().length).length")
    page.close()
    assert shown == 1
    assert outside == []


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@pytest.mark.parametrize("font", ["sans-serif", "serif"])
def test_no_letter_is_wider_than_it_is_taken_for(browser: Browser, font: str, bold: bool) -> None:
    """Each letter of the scripts of Europe and the Near East, and each common sign, is as wide as computed at most."""
    page = browser.new_page()
    measured: list[float] = page.evaluate(
        """([letters, font]) => {
          const pen = document.createElement('canvas').getContext('2d');
          pen.font = font;
          return letters.map(letter => pen.measureText(letter).width);
        }""",
        [LETTERS, f"{'bold ' if bold else ''}100px {font}"],
    )
    page.close()
    widths = zip(LETTERS, measured, strict=True)
    assert [letter for letter, width in widths if width > text_width(letter, 100, bold=bold) + 0.1] == []


def test_each_box_is_one_link_for_a_screen_reader(browser: Browser) -> None:
    """Of the two drawings only the one shown is read out: a named group, and links named by their words."""
    page = show(browser, make_flow("A1 A2", "A1 A3", title="The whole plan"))
    group = page.get_by_role("group", name="The whole plan")
    names = [link.text_content() for link in group.get_by_role("link").all()]
    exact = page.get_by_role("link", name="A2 On track Audit medicines Clinical lead", exact=True).count()
    links = page.get_by_role("link").count()
    page.close()
    assert len(names) == links == 3
    assert exact == 1


def test_the_tab_key_follows_the_flow(browser: Browser) -> None:
    """The tab key goes from box to box in reading order, and the box it is on has a thick border."""
    page = show(browser, make_flow("A1 A2", "A2 A3", "A1 A4"))
    visited = []
    for _ in range(4):
        page.keyboard.press("Tab")
        visited.append(page.evaluate("document.activeElement.querySelector('.id').textContent.trim()"))
    thick = page.evaluate("getComputedStyle(document.activeElement.querySelector('rect')).strokeWidth")
    page.close()
    assert visited in (["A1", "A2", "A4", "A3"], ["A1", "A4", "A2", "A3"])
    assert thick == "5px"


def test_print_is_black_on_white(browser: Browser) -> None:
    """On paper boxes are white with black borders and black words, and the wide drawing is printed on any device."""
    flow = make_flow(boxes=(make_box("A1", state="overdue", state_word="Late", critical=True),))
    page = show(browser, flow, width=390)
    page.emulate_media(media="print")
    colours = page.evaluate(
        """() => [['.dia-wide rect', 'fill'], ['.dia-wide rect', 'stroke'], ['.dia-wide .state', 'fill']].map(
          ([selector, key]) => getComputedStyle(document.querySelector(selector))[key])"""
    )
    shown = page.evaluate("[...document.querySelectorAll('svg')].map(svg => getComputedStyle(svg).display)")
    page.close()
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)", "rgb(0, 0, 0)"]
    assert shown == ["block", "none"]


def test_forced_colours_keep_borders_and_words(browser: Browser) -> None:
    """With the reader's own colours, border and words differ from the ground of the box."""
    page = show(browser, make_flow(boxes=(make_box("A1", state="overdue", state_word="Late"),)))
    page.emulate_media(forced_colors="active")
    fill, stroke, state = page.evaluate(
        """() => { const style = s => getComputedStyle(document.querySelector('.dia-wide ' + s));
          return [style('rect').fill, style('rect').stroke, style('.state').fill]; }"""
    )
    page.close()
    assert fill not in {stroke, state}
