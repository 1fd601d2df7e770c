"""The example's inspection pack, opened from disk with the network cut."""

import re
import zipfile
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request

from tests.browser.look import Look, report, tab
from tests.built_sites import BothSites, pages_of
from tests.project import Project

pytestmark = pytest.mark.xdist_group("pack")  # one process makes the pack for all of them

LOOKS = [Look("light", 1280), Look("dark", 390), Look("light", 320, scripts=False)]
OWN = [
    "index.html",
    "today/index.html",
    "a-to-z/index.html",
    "by-reference/index.html",
    "check-this-pack/index.html",
]
"""Pages that only the pack has: seen in each look."""

SHARED = [
    "by-key-question/index.html",
    "evidence/index.html",
    "evidence/oak/medicines/weekly-audit-8-may/index.html",
    "evidence/oak/nights/what-night-staff-told-us/index.html",
    "plans/oak/index.html",
    "plans/oak/findings/f1/index.html",
    "plans/oak/actions/a8/index.html",
    "plans/oak/flow/index.html",
    "plans/oak/matrix/index.html",
    "problems/index.html",
    "help/glossary/index.html",
]
"""Kinds of pages of the staff edition, in the frame of the pack: each is seen in one look, in turn."""
# Pictures further down are only read once somebody gets there, so they are asked for.
_SEEN = """async () => {
  for (const image of document.images) { image.loading = 'eager'; await image.decode().catch(() => null); }
  return {
    links: [...document.querySelectorAll('a[href]')].map(link => link.href.baseVal ?? link.getAttribute('href')),
    broken: [...document.images].filter(image => !image.naturalWidth).map(image => image.src),
    pictures: document.images.length,
    band: getComputedStyle(document.querySelector('.top')).backgroundColor,
  };
}"""


@pytest.fixture(scope="session")
def pack_folder(both_sites: BothSites, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack of the repository's own plans, taken out of its zip."""
    folder = tmp_path_factory.mktemp("a stick") / "pack"
    done = Project(both_sites.staff.parent).command("pack", "-o", str(folder.with_suffix(".zip")))
    assert done.exit_code == 0, done.said
    with zipfile.ZipFile(folder.with_suffix(".zip")) as pack:
        pack.extractall(folder)
    return folder


@pytest.fixture
def offline(browser: Browser) -> Iterator[Page]:
    """A tab without any network."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, offline=True)
    yield context.new_page()
    context.close()


def test_every_link_and_picture_works_without_a_network(offline: Page, pack_folder: Path) -> None:
    """Each page opens without an error, asks for files of the pack only, and all that it links to or shows is there."""
    asked: list[Request] = []
    errors: list[str] = []
    offline.on("request", lambda request: asked.append(request))  # noqa: PLW0108 -- it cannot listen by a built-in
    offline.on("console", lambda said: errors.append(f"{offline.url}: {said.text}"))
    offline.on("pageerror", lambda error: errors.append(f"{offline.url}: {error}"))
    links: dict[str, str] = {}
    pictures, bands = 0, set()
    for file in pages_of(pack_folder):
        offline.goto(file.as_uri())
        seen = offline.evaluate(_SEEN)
        links.update({_target(file, link): str(file) for link in seen["links"] if not _is_outside(link)})
        errors += [f"{file}: {picture}" for picture in seen["broken"]]
        pictures += seen["pictures"]
        bands.add(seen["band"])

    absent = [f"{there}, linked on {on}" for there, on in links.items() if not Path(there.partition("#")[0]).is_file()]
    assert absent == []
    assert errors == []
    assert [request.url for request in asked if urlsplit(request.url).scheme not in {"file", "data"}] == []
    assert pictures > 1
    assert bands == {"rgb(15, 74, 114)"}


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """Another host, for which this machine stands: its address, and what it was asked for."""
    heard: list[str] = []

    class Hearing(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Keep each request out of the tests' output."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Hearing) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", heard
        server.shutdown()


@pytest.mark.parametrize("keeps_policy", [True, False])
def test_nothing_that_slips_into_a_page_asks_another_host(
    browser: Browser, pack_folder: Path, listener: tuple[str, list[str]], tmp_path: Path, keeps_policy: bool
) -> None:
    """Pictures, styles, fonts, scripts and frames from elsewhere stay unasked for; without the policy each is heard."""
    host, heard = listener
    html = (pack_folder / "plans/oak/index.html").read_text("utf-8").replace("<main", f"{_slipped_in(host)}<main", 1)
    if not keeps_policy:
        html = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", html)
    (tmp_path / "page.html").write_text(html, "utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto((tmp_path / "page.html").as_uri())
    page.wait_for_load_state("networkidle")
    ran = page.evaluate("window.ran === true")
    context.close()

    assert sorted(set(heard)) == ([] if keeps_policy else sorted(_ASKED))
    assert ran is not keeps_policy


_ASKED = ("/p.png", "/b.png", "/i.png", "/s.css", "/f.woff2", "/s.js", "/fetched", "/frame", "/object", "/film")


def _slipped_in(host: str) -> str:
    """Return all that a page could ask another host for."""
    return (
        f'<img src="{host}/p.png" alt=""><div style="background: url({host}/b.png)">b</div>'
        f'<svg><image href="{host}/i.png" width="9" height="9"/></svg><link rel="stylesheet" href="{host}/s.css">'
        f"<style>@font-face {{ font-family: F; src: url({host}/f.woff2); }} .f {{ font-family: F; }}</style>"
        f'<p class="f">F</p><script src="{host}/s.js"></script>'
        f'<script>window.ran = true; fetch("{host}/fetched")</script>'
        f'<iframe src="{host}/frame"></iframe><object data="{host}/object"></object><video src="{host}/film"></video>'
    )


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_pack_has_no_accessibility_fault_from_disk(browser: Browser, pack_folder: Path, look: Look) -> None:
    """No kind of page breaks WCAG 2.2 AA or good practice, or scrolls sideways, in light, in the dark or small."""
    with tab(browser, look) as looking:
        pages = [*OWN, *SHARED[LOOKS.index(look) :: len(LOOKS)]]
        found = ((Path(page), looking.faults((pack_folder / page).as_uri())) for page in pages)
        assert report(found) == ""


def test_from_a_reference_to_its_proof_in_three_clicks(offline: Page, pack_folder: Path) -> None:
    """From the opening page, the number of an action that somebody mentioned leads to its proof in three clicks."""
    offline.goto((pack_folder / "index.html").as_uri())

    offline.get_by_role("navigation", name="Main").get_by_role("link", name="By reference").click()
    offline.get_by_role("link", name="OAK/A4 ").click()
    offline.get_by_role("article").get_by_role("link", name="Weekly medicines audit of 8 May").first.click()

    assert offline.get_by_role("heading", level=1).inner_text() == "Weekly medicines audit of 8 May"


def _is_outside(link: str) -> bool:
    return urlsplit(link).scheme in {"https", "mailto", "tel"}


def _target(file: Path, link: str) -> str:
    """Return the file that a link leads to, with its anchor."""
    parts = urlsplit(link)
    there = (file.parent / unquote(parts.path)).resolve() if parts.path else file
    return f"{there}#{parts.fragment}" if parts.fragment else str(there)
