"""Pages too long for a telephone stand in parts: nothing is lost or told twice, and every link leads to its thing."""

import posixpath
import re
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from action_plans.project.template_folders import builtin_templates
from action_plans.staff.long_pages.blocks import blocks_of
from action_plans.staff.long_pages.in_parts import in_parts
from action_plans.staff.page import Page, anchors_in
from action_plans.staff.staff_templates import staff_templates
from action_plans.tracing.addresses import first_address
from tests.staff.edition import made_in, words
from tests.staff.reading_html import faults

ROOT = Path(__file__).parents[2]
MOST = 14_000
"""So few bytes that nearly every page of the example is too long."""
MATRIX = "plans/oak/matrix/"
ROW = re.compile(r'<tr role="row"(?! class="group").*?</tr>|<li>(?:(?!<table|<h3|</li>).)*</li>', re.DOTALL)
LIST_OF_PARTS = re.compile(r'<nav class="in-parts".*?</nav>', re.DOTALL)
LINK = re.compile(r'href="([^"#:]*)#([^"?]+)"')

Pages = Mapping[str, Page]


@pytest.fixture(scope="module")
def whole() -> Pages:
    """The repository's own pages, none of which is long."""
    return made_in(ROOT).pages


@pytest.fixture(scope="module")
def parts(whole: Pages) -> Pages:
    """The same with room for very little on each page."""
    made = in_parts(whole.values(), staff_templates([builtin_templates()]), MOST)
    assert len({page.address for page in made}) == len(made)
    return {page.address: page for page in made}


def test_what_fits_on_a_page_stays_on_it(whole: Pages) -> None:
    """No page of the example is in parts, and cutting returns each as it is."""
    assert not [address for address in whole if first_address(address) != address]
    assert list(in_parts(whole.values(), staff_templates([builtin_templates()]))) == list(whole.values())


def test_every_row_stands_on_one_part(whole: Pages, parts: Pages) -> None:
    """Each row and item of a page stands on one of its parts, once, in the order of the page, whatever links say."""
    split = _split(parts)
    assert len(split) > 20
    for address, pages in split.items():
        told = [row for page in pages for row in _rows(page.html)]
        heads = Counter(row for row in _rows(whole[address].html) if row in _repeated(whole[address].html))
        once = [row for row in told if row not in heads]
        assert once == [row for row in _rows(whole[address].html) if row not in heads], address


def test_a_part_is_sound_html_with_a_title_and_says_which_it_is(whole: Pages, parts: Pages) -> None:
    """Each part closes what it opens, has one title, and says which part it is."""
    for address, pages in _split(parts).items():
        for number, page in enumerate(pages, 1):
            assert set(faults(page.html)) <= set(faults(whole[address].html)), page.address
            assert page.html.count("<h1>") == 1
            assert f"This is part {number} of {len(pages)}." in words(page.html), address
            assert "\x02" not in page.html


def test_every_link_to_an_anchor_leads_to_where_it_is(whole: Pages, parts: Pages) -> None:
    """A link within a page, from another page or from an old bookmark finds the thing that it names."""
    broken = [
        (page.address, there, anchor)
        for page in parts.values()
        for there, anchor in LINK.findall(page.html)
        if (place := _resolved(page.address, there)) in parts and anchor not in parts[place].anchors
    ]
    assert broken == []
    for address in _split(parts):
        assert anchors_in(whole[address].html) <= _anchors_of(parts, address), address


def test_old_links_find_the_list_of_parts(whole: Pages, parts: Pages) -> None:
    """Where there is room for them, the first part has every anchor of the page: in the list, beside the right part."""
    assert len(_split(parts)[MATRIX]) > 1
    assert anchors_in(whole[MATRIX].html) <= parts[MATRIX].anchors


def test_the_search_finds_each_thing_on_its_part(parts: Pages) -> None:
    """What the search leads to an anchor of is on the page that it opens."""
    lost = [
        (page.address, entry.anchor)
        for page in parts.values()
        for entry in page.search
        if entry.anchor and entry.anchor not in page.anchors
    ]
    assert lost == []


def test_a_part_offers_to_narrow_by_what_it_holds(parts: Pages) -> None:
    """Each way to narrow a list offers on a part what rows of it have, and nothing else."""
    pages = _split(parts)["plans/oak/actions/"]
    offered = [set(re.findall(r'<option value="([^"]+)"', page.html)) for page in pages]
    held = [set(" ".join(re.findall(r' data-(?!label)[a-z]+="([^"]*)"', page.html)).split()) for page in pages]
    assert any(offered)
    assert all(one <= other for one, other in zip(offered, held, strict=True))


@pytest.mark.parametrize("html", ["<div><p>a</div>", "<table><tr></table>", "</div>", "<ul><li>a</ul>", "<div><b>x"])
def test_html_that_closes_nothing_is_left_whole(html: str) -> None:
    """A page of a project's own template whose tags do not close each other is neither cut nor refused."""
    page = Page("a/", "A", html * 2000)
    assert blocks_of(page.html) is None
    assert list(in_parts([page], staff_templates([builtin_templates()]), 1000)) == [page]


def _split(parts: Pages) -> dict[str, list[Page]]:
    found: dict[str, list[Page]] = {}
    for page in parts.values():
        found.setdefault(first_address(page.address), []).append(page)
    return {address: pages for address, pages in found.items() if len(pages) > 1}


def _rows(html: str) -> list[str]:
    return [words(row) for row in ROW.findall(LIST_OF_PARTS.sub("", html))]


def _repeated(html: str) -> set[str]:
    """Return the rows that stand on every part: those of the breadcrumb, the plan's menu and the heads of tables."""
    title = html.partition("</h1>")[0]
    return {*_rows(title), *(words(head) for head in re.findall(r"<thead.*?</thead>", html, re.DOTALL))}


def _resolved(here: str, there: str) -> str:
    if not there:
        return here
    found = posixpath.normpath(posixpath.join("/", here, there.removesuffix("index.html"))).lstrip("/")
    return f"{found}/" if found else ""


def _anchors_of(parts: Pages, address: str) -> frozenset[str]:
    return frozenset(anchor for page in _split(parts)[address] for anchor in page.anchors)
