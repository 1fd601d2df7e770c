"""No page of ours asks another host for anything, and its policy would not let it: with every option that tempts."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from tests.built_sites import dead_links
from tests.project import HOME, MKDOCS_YML, Project
from tests.small_plans import FAMILY, NOTE

pytestmark = pytest.mark.xdist_group("other-hosts")  # one process builds each of its sites for all of them

Serve = Callable[[Path], str]

TEMPTING = (
    MKDOCS_YML.replace(
        "  font: false\n",
        """\
  features: [navigation.instant, search.suggest, search.highlight, content.code.copy, navigation.top, toc.follow]
  icon: {admonition: {note: material/pencil}, annotation: material/plus}
  palette:
    - {scheme: default, toggle: {icon: material/brightness-7, name: Dark}}
    - {scheme: slate, toggle: {icon: material/brightness-4, name: Light}}
repo_url: https://github.com/example/example
repo_name: example
edit_uri: edit/main/docs/
site_url: https://example.org/improvement/
extra:
  analytics: {provider: google, property: G-0}
  social: [{icon: material/web, link: "https://example.org"}]
""",
    )
    .replace("docs_templates/pages", "docs")
    .replace("    as_of: 2026-05-12\n", "    as_of: 2026-05-12\n    family: {require_approval: false}\n")
)
OFFLINE = TEMPTING.replace("  search:\n", "  search:\n  offline:\n")
BY_HAND = "# By hand\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n\n!!! note\n    Written by hand.\n"

PAGES = (
    "index.html", "404.html", "plans/index.html", "plans/oak/index.html", "plans/oak/findings/f1/index.html",
    "plans/oak/actions/a1/index.html", "plans/oak/matrix/index.html", "plans/oak/flow/index.html",
    "plans/oak/sources/index.html", "plans/oak/report-on-actions/index.html", "plans/oak/board/index.html",
    "plans/oak/family/index.html", "by-key-question/index.html", "by-regulation/index.html", "evidence/index.html",
    "evidence/e1/index.html", "problems/index.html", "help/index.html", "help/glossary/index.html",
)  # fmt: skip
"""A page of every kind."""

_LISTEN = """() => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', event => window.refused.push(event.effectiveDirective));
}"""
_TEMPT = """async awaited => {
    const add = (tag, given) => document.body.append(Object.assign(document.createElement(tag), given));
    add('script', {textContent: 'window.ran = true'});
    add('script', {src: 'https://other.example/a.js'});
    add('img', {src: 'https://other.example/a.png'});
    add('iframe', {src: 'https://other.example/'});
    const styled = document.createElement('p');
    styled.setAttribute('style', 'color: red');
    document.body.append(styled);
    await fetch('https://other.example/').catch(() => null);
    document.body.insertAdjacentHTML('beforeend', '<b onclick="window.ran = true">x</b>');
    document.body.lastElementChild.click();
    // A refusal is told by another process, whenever that one gets to it.
    const last = performance.now() + 20000;
    do { await new Promise(done => setTimeout(done, 200)); }
    while (!awaited.every(part => window.refused.includes(part)) && performance.now() < last);
    return {ran: window.ran || false, refused: [...new Set(window.refused)].sort()};
}"""

_REFUSED = ["connect-src", "frame-src", "img-src", "script-src-attr", "script-src-elem", "style-src-attr"]


@pytest.fixture(scope="module", params=["a whole site", "within a site", "offline"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project with every option of the theme that asks another host, built strictly."""
    folder = tmp_path_factory.mktemp("tempting") / "project"
    folder.mkdir()
    is_whole = request.param != "within a site"
    project = Project(folder).write(
        {
            "mkdocs.yml": OFFLINE if request.param == "offline" else TEMPTING,
            "docs/index.md": HOME if is_whole else "# Welcome\n",
            "docs/by-hand.md": BY_HAND,
            "plans/oak.yaml": FAMILY,
            "evidence/e1.md": NOTE,
        }
    )
    made = project.build()
    assert made.exit_code == 0, made.said
    return project


def ours(project: Project) -> Iterator[str]:
    """Yield the pages of ours that there are: within another site its home and its page for what is missing are not."""
    is_whole = "action-plans: home" in project.read("docs/index.md")
    for page in PAGES:
        if is_whole or page not in ("index.html", "404.html"):
            yield page


def is_error(said: ConsoleMessage) -> bool:
    """Tell whether something went wrong, other than a file that is not there."""
    return said.type == "error" and "404" not in said.text


def opened(browser: Browser, requests: list[str], errors: list[str]) -> Page:
    """Open a tab that notes every request, and every error."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.on("request", lambda request: requests.append(request.url))
    page.on("console", lambda said: errors.append(said.text) if is_error(said) else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    return page


def test_no_page_of_ours_asks_another_host(browser: Browser, serve: Serve, built: Project) -> None:
    """Pages of every kind, with the search used: every request goes to the site itself, and nothing is refused."""
    origin, requests, errors = serve(built.site), list[str](), list[str]()
    page = opened(browser, requests, errors)

    for address in ours(built):
        page.goto(f"{origin}/{address}", wait_until="load")
        assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1, address
        assert page.locator('meta[name="robots"][content="noindex"]').count() == 1, address
    page.goto(f"{origin}/{next(iter(ours(built)))}?q=medicines", wait_until="load")
    page.locator(".md-search-result__link").first.wait_for()
    page.locator(".md-search-result__link").first.click()
    page.wait_for_timeout(500)
    page.context.close()

    assert [url for url in requests if not url.startswith((origin, "data:", "blob:"))] == []
    assert errors == []


def test_the_colours_of_a_site_may_be_changed(browser: Browser, serve: Serve, built: Project) -> None:
    """With the site's other palette chosen, pages of ours ask nobody either, and nothing of theirs is refused."""
    origin, requests, errors = serve(built.site), list[str](), list[str]()
    page = opened(browser, requests, errors)
    address = next(iter(ours(built)))
    page.goto(f"{origin}/{address}", wait_until="load")
    toggle = page.locator("label[for=__palette_1]")
    if toggle.count():
        toggle.click()
    chosen = json.dumps(
        {"index": 1, "color": {"media": "", "scheme": "slate", "primary": "indigo", "accent": "indigo"}}
    )
    page.evaluate("chosen => localStorage.setItem('/.__palette', chosen)", chosen)
    page.reload(wait_until="load")
    page.context.close()

    assert [url for url in requests if not url.startswith((origin, "data:"))] == []
    assert errors == []


def test_every_link_of_ours_names_a_file(built: Project) -> None:
    """Whatever `use_directory_urls` says, in a site of its own or within another: no folder, nothing missing."""
    pages = [built.site / page for page in ours(built) if page != "404.html"]  # which only a server shows, at any depth
    assert [link for page in pages for link in dead_links(page, built.site)] == []


def test_what_is_not_ours_is_refused(browser: Browser, serve: Serve, built: Project) -> None:
    """A script, a picture, a frame, a style or a request that came into a page all the same does nothing."""
    requests, errors = list[str](), list[str]()
    page = opened(browser, requests, errors)
    for address in ("plans/oak/index", "evidence/e1/index", "problems/index"):
        there = f"{address}.html" if (built.site / f"{address}.html").is_file() else address.replace("/index", ".html")
        page.goto(f"{serve(built.site)}/{there}", wait_until="load")
        page.evaluate(_LISTEN)
        met = page.evaluate(_TEMPT, _REFUSED)

        assert met["ran"] is False
        assert set(met["refused"]) >= set(_REFUSED)
    page.context.close()


def test_pages_from_disk_have_their_styles_and_scripts(browser: Browser, built: Project) -> None:
    """Opened without a server, the policy still lets a page have what is its own."""
    errors = list[str]()
    page = opened(browser, [], errors)
    there = next(place for place in ("plans/oak/index.html", "plans/oak.html") if (built.site / place).is_file())
    page.goto((built.site / there).as_uri(), wait_until="load")

    assert page.evaluate("getComputedStyle(document.querySelector('.top')).backgroundColor") == "rgb(15, 74, 114)"
    assert [error for error in errors if "Content Security Policy" in error] == []
    page.context.close()
