"""Every page of both editions can be read by everybody, and tells nobody that it was."""

from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.look import Look, report, tab
from tests.built_sites import BothSites, pages_of, pages_on_disk

Serve = Callable[[Path], str]

# Each page of the staff edition is looked at in one of four ways, and the first page of each kind in the opposite too.
STAFF_LOOKS = [Look("light", 1280), Look("dark", 390), Look("dark", 1280), Look("light", 390)]
_OPPOSITE = {0: 1, 1: 0, 2: 3, 3: 2}
FAMILY_LOOKS = [Look("light", 1280), Look("dark", 1280), Look("light", 320), Look("dark", 320)]


@pytest.mark.parametrize("look", STAFF_LOOKS, ids=str)
def test_the_staff_edition_has_no_accessibility_fault(
    browser: Browser, serve: Serve, both_sites: BothSites, look: Look
) -> None:
    """No page breaks WCAG 2.2 AA or good practice, scrolls sideways, asks another host or stores anything."""
    pages = _share(pages_of(both_sites.staff), both_sites.staff, STAFF_LOOKS.index(look))

    assert _faults_on(pages, both_sites.staff, browser, look, origin=serve(both_sites.staff)) == ""
    assert pages


@pytest.mark.parametrize("look", FAMILY_LOOKS, ids=str)
def test_the_family_edition_keeps_the_strictest_rules_too(
    browser: Browser, serve: Serve, both_sites: BothSites, look: Look
) -> None:
    """No page breaks WCAG 2.2 AA, AAA as far as axe can tell, or good practice, on any screen in any light."""
    pages = pages_on_disk(both_sites.family)

    assert _faults_on(pages, both_sites.family, browser, look, origin=serve(both_sites.family), aaa=True) == ""
    assert pages


@pytest.mark.parametrize("look", FAMILY_LOOKS, ids=str)
def test_the_page_for_what_is_missing_is_as_good(
    browser: Browser, serve: Serve, both_sites: BothSites, tmp_path: Path, look: Look
) -> None:
    """Where families find no page, the one that says so keeps the same rules, and has its style at any address."""
    (tmp_path / "oakfield").symlink_to(both_sites.family)  # where the example says that its site lies

    with tab(browser, look) as looking:
        assert looking.faults(f"{serve(tmp_path)}/oakfield/404.html", aaa=True) == []
        assert looking.page.evaluate("document.styleSheets[0].cssRules.length") > 0


def test_the_family_edition_needs_no_scripts(browser: Browser, serve: Serve, both_sites: BothSites) -> None:
    """With scripts blocked every page is as good as with them."""
    pages, look = pages_on_disk(both_sites.family), Look("light", 320, scripts=False)

    assert _faults_on(pages, both_sites.family, browser, look, origin=serve(both_sites.family), aaa=True) == ""


def test_the_family_edition_opens_from_disk(browser: Browser, both_sites: BothSites) -> None:
    """Copied to a stick and opened without a server, every page is as good as on the web."""
    pages, look = pages_on_disk(both_sites.family), Look("dark", 1280)

    assert _faults_on(pages, both_sites.family, browser, look, origin=both_sites.family.as_uri(), aaa=True) == ""


@pytest.mark.parametrize("edition", ["staff", "family"])
def test_no_page_carries_style_attributes(both_sites: BothSites, edition: str) -> None:
    """Without `style=` a content policy can refuse all styles but our own."""
    found = []
    for page in pages_of(both_sites.of(edition)):
        reader = _StyledTags()
        reader.feed(page.read_text(encoding="utf-8"))
        found += [f"{page.relative_to(both_sites.of(edition))}: {tag}" for tag in reader.styled]

    assert found == []


def _share(pages: Sequence[Path], site: Path, look: int) -> list[Path]:
    """Return every fourth page from `look` on, and of those of the opposite look the first of each kind.

    So each page is seen once, and each kind of page light and dark, on a wide screen and on a narrow one. Help is prose
    and tables of one kind, spread over all looks in any case.
    """
    kinds: dict[str, Path] = {}
    for page in pages:
        folders = page.relative_to(site).parts[:-1]
        kinds.setdefault("/".join(folders[:1] + folders[2:3]), page)
    first, several = {page for kind, page in kinds.items() if not kind.startswith("help")}, len(STAFF_LOOKS)
    own = [page for number, page in enumerate(pages) if number % several == look]
    others = [page for number, page in enumerate(pages) if number % several == _OPPOSITE[look] and page in first]
    return [*own, *others]


def _faults_on(
    pages: Sequence[Path], site: Path, browser: Browser, look: Look, *, origin: str, aaa: bool = False
) -> str:
    with tab(browser, look) as looking:
        named = [page.relative_to(site) for page in pages]
        return report((page, looking.faults(f"{origin}/{page.as_posix()}", aaa=aaa)) for page in named)


class _StyledTags(HTMLParser):
    """Collects the tags that carry a `style` attribute."""

    def __init__(self) -> None:
        super().__init__()
        self.styled: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag where it is styled."""
        self.styled += [tag for name, _ in attrs if name == "style"]
