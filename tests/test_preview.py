"""`mkdocs serve`: an editor changes a file and sees the page change."""

import os
import re
import socket
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import cast
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest
from mkdocs.livereload import LiveReloadServer

from action_plans.mkdocs_plugin.first_look import FirstLook
from action_plans.mkdocs_plugin.preview import Preview
from action_plans.project.template_folders import builtin_templates
from tests import warm_start
from tests.project import MKDOCS_YML, Project
from tests.small_plans import FAMILY, NOTE, OAK
from tests.staff.several_homes import homes_in

PATIENCE = 60.0
"""Seconds that a page may take to change, on a busy machine."""


@contextmanager
def preview(project: Project) -> Iterator[str]:
    """Run `mkdocs serve` on a free port, and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    said = said_by(project)
    said.unlink(missing_ok=True)
    server = warm_start.start(command, project.folder, environment, said, said)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def said_by(project: Project) -> Path:
    """Return the file of what the preview of a project said."""
    return project.folder.with_name("said.txt")


def answer_at(address: str) -> tuple[int, str]:
    """Return the status and the text at an address, whatever it is."""
    try:
        with urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 -- our own server
            return answer.status, str(answer.read(), "utf-8")
    except HTTPError as error:
        return error.code, str(error.read(), "utf-8")


def wait_for(address: str, is_there: Callable[[str], bool]) -> str:
    """Return the page at `address` once it is as wanted; fail with the page as it is where that never happens."""
    page = "no answer"
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(HTTPError, URLError, ConnectionError), urlopen(address, timeout=PATIENCE) as answer:  # noqa: S310 -- our own server
            page = str(answer.read(), "utf-8")
            if is_there(page):
                return page
        time.sleep(0.2)
    raise AssertionError(page)


def test_a_change_is_seen_at_once(project: Project) -> None:
    """A changed plan, a changed note and a changed template of the project each change the open preview."""
    own = "{% extends 'main.html' %}{% block content %}<h1>Nothing here yet</h1>{% endblock %}"
    project.write({"plans/oak.yaml": OAK, "evidence/e1.md": NOTE})
    with preview(project) as address:
        finding = f"{address}/plans/oak/findings/f1/"
        wait_for(finding, lambda page: "Medicines were not always managed safely" in page)

        project.write({"plans/oak.yaml": OAK.replace("Medicines were not", "Fire doors did not")})
        wait_for(finding, lambda page: "Fire doors did not always managed safely" in page)

        project.write({"evidence/e1.md": NOTE.replace("six people", "nine people")})
        wait_for(f"{address}/evidence/e1/", lambda page: "nine people" in page)

        project.write({"docs_templates/staff/theme/404.html": own})
        wait_for(f"{address}/404.html", lambda page: "Nothing here yet" in page)


def test_errors_do_not_stop_a_preview(project: Project) -> None:
    """With an error from the first start on, the preview shows the problem; once it is mended, the plan."""
    project.write({"plans/oak.yaml": OAK.replace("owner: CL", "owner: CX")})
    with preview(project) as address:
        wait_for(f"{address}/problems/", lambda page: "AP110" in page)

        project.write({"plans/oak.yaml": OAK})
        wait_for(f"{address}/problems/", lambda page: "AP110" not in page)


def test_nothing_that_can_be_read_still_shows_why(project: Project) -> None:
    """Where no plan can be read at all, the preview opens, and its problems say where."""
    project.write({"plans/oak.yaml": 'title: "no end\n'})
    with preview(project) as address:
        page = wait_for(f"{address}/problems/", lambda page: "AP101" in page)

    assert "plans/oak.yaml" in page


def test_the_family_edition_is_previewed_and_never_built(project: Project) -> None:
    """A preview shows the family edition too, without its policy, says where, and links it; a build does not."""
    settings = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    family: {require_approval: false}")
    project.write({"plans/oak.yaml": FAMILY, "mkdocs.yml": settings})
    with preview(project) as address:
        page = wait_for(f"{address}/family-preview/", lambda page: "Giving medicines safely" in page)
        linked = [wait_for(f"{address}/{path}", is_well) for path in ("", "plans/oak/findings/f1/")]
    said = said_by(project).read_text(encoding="utf-8")
    built = project.build()

    assert re.search(rf"What staff and inspectors see: +{address}/\n", said)
    assert re.search(rf"What families see: +{address}/family-preview/\n", said)
    assert '<a href="family-preview/">What families see</a>' in linked[0]
    assert '<a href="../../../../family-preview/">What families see</a>' in linked[1]
    assert "Content-Security-Policy" not in page
    assert built.exit_code == 0, built.said
    assert not (project.site / "family-preview").exists()
    assert not [page for page in project.site.rglob("*.html") if "family-preview" in page.read_text(encoding="utf-8")]
    assert "Content-Security-Policy" in project.read("site-family/index.html")


BAR = 'aria-label="What is wrong at the moment"'
IS_LAST_GOOD = "This is the last good version"
TWO = OAK.replace("id: OAK", "id: ELM").replace("title: Improvement plan 2026", "title: The other plan")


def is_well(page: str) -> bool:
    """Tell whether a page is there and nothing is wrong."""
    return BAR not in page and "<main" in page


def test_a_file_in_error_stays_as_it_was_under_a_bar(project: Project) -> None:
    """A plan that can no longer be read stays in its last good version, all else goes on, and the bar says where."""
    project.write({"plans/oak.yaml": OAK, "plans/elm.yaml": TWO, "evidence/e1.md": NOTE})
    with preview(project) as address:
        wait_for(f"{address}/plans/oak/", lambda page: is_well(page) and "Medicines were not" in page)

        project.write({"plans/oak.yaml": 'title: "no end\n'})
        page = wait_for(f"{address}/plans/oak/", lambda page: BAR in page)
        assert "Medicines were not always managed safely" in page
        assert "plans/oak.yaml:1:8: error AP101" in page
        assert 'href="/problems/"' in page
        assert "AP101" in answer_at(f"{address}/problems/")[1]
        assert BAR in answer_at(f"{address}/")[1]

        project.write({"plans/elm.yaml": TWO.replace("The other plan", "Another name")})
        page = wait_for(f"{address}/plans/elm/", lambda page: "Another name" in page)
        assert BAR in page

        project.write({"plans/oak.yaml": OAK.replace("Medicines were not", "Fire doors did not")})
        wait_for(f"{address}/plans/oak/", lambda page: is_well(page) and "Fire doors did not" in page)
        assert is_well(answer_at(f"{address}/problems/")[1])


def test_an_error_at_the_start_opens_the_problems(project: Project) -> None:
    """Where the only plan cannot be read at the start, its pages and the first page lead to the problems."""
    project.write({"plans/oak.yaml": 'title: "no end\n'})
    with preview(project) as address:
        for path in ("/", "/plans/", "/plans/oak/", "/plans/oak/findings/f1/"):
            page = wait_for(f"{address}{path}", lambda page: "AP101" in page)
            assert "<h1>Problems" in page
            assert "There is no plan yet" not in page

        project.write({"plans/oak.yaml": OAK})
        wait_for(f"{address}/", lambda page: is_well(page) and "What needs attention today" in page)
        wait_for(f"{address}/plans/oak/", is_well)


@pytest.mark.parametrize(
    "path", ["staff/plan.html.j2", "staff/theme/action-plans.html", "components/heading/template.html.j2"]
)
def test_a_broken_template_leaves_the_last_good_version(project: Project, path: str) -> None:
    """A template that breaks while somebody looks changes no page: the bar says where, until it is mended."""
    project.write({"plans/oak.yaml": OAK, f"docs_templates/{path}": source_of(path)})
    with preview(project) as address:
        plan = f"{address}/plans/oak/"
        wait_for(plan, lambda page: is_well(page) and "Medicines were not" in page)

        project.write({f"docs_templates/{path}": "<p>\n{% if %}\n"})
        page = wait_for(plan, lambda page: BAR in page)
        assert IS_LAST_GOOD in page
        assert "Medicines were not" in page
        assert f"docs_templates/{path}:2:1: error AP130" in page
        assert f"docs_templates/{path}:2:1: error AP130" in answer_at(f"{address}/problems/")[1]

        project.write({f"docs_templates/{path}": source_of(path)})
        wait_for(plan, is_well)


@pytest.mark.parametrize("path", ["staff/plan.html.j2", "staff/theme/action-plans.html", "staff/theme/main.html"])
@pytest.mark.parametrize("text", ["<p>\n{% if %}\n", "<p>\n{{ nothing.here.at_all }}\n"], ids=["Jinja", "a name"])
def test_a_broken_template_at_the_start_is_done_without(project: Project, path: str, text: str) -> None:
    """A preview that begins with a broken template shows the package's in its place, and says so."""
    project.write({"plans/oak.yaml": OAK, f"docs_templates/{path}": text})
    with preview(project) as address:
        page = wait_for(f"{address}/plans/oak/", lambda page: BAR in page)
        assert "Medicines were not" in page
        assert f"docs_templates/{path}:2:1: error AP130" in page

        (project.folder / "docs_templates" / path).unlink()
        wait_for(f"{address}/plans/oak/", is_well)


def source_of(path: str) -> str:
    """Return a template of the package, for a project to have a copy of."""
    return (builtin_templates() / path).read_text(encoding="utf-8")


BREAKS = {
    "mkdocs.yml is no YAML": ("mkdocs.yml", "site_name: [\n", ""),
    "an option that there is not": ("mkdocs.yml", MKDOCS_YML.replace("as_of", "as_off"), "Did you mean as_of?"),
    "a page by hand in another encoding": ("docs_templates/pages/about.md", b"# F\xfcr alle\n", "about.md"),
    "two pages at one address": ("docs_templates/pages/plans/index.md", "# Ours\n", "AP118"),
}


@pytest.mark.parametrize(("path", "text", "said"), BREAKS.values(), ids=BREAKS.keys())
def test_nothing_makes_a_preview_hang(project: Project, path: str, text: str | bytes, said: str) -> None:
    """Whatever else stops a build, every page still answers, under a bar that says why, and comes back when mended."""
    project.write({"plans/oak.yaml": OAK, "docs_templates/pages/about.md": "# About\n"})
    place = project.folder / path
    before = place.read_bytes() if place.is_file() else None
    with preview(project) as address:
        wait_for(f"{address}/plans/oak/", is_well)

        place.parent.mkdir(exist_ok=True)
        place.write_bytes(text if isinstance(text, bytes) else text.encode())
        page = wait_for(f"{address}/plans/oak/", lambda page: BAR in page)
        assert IS_LAST_GOOD in page
        assert "Medicines were not" in page
        assert said in page
        assert said in answer_at(f"{address}/problems/")[1]

        if before is None:
            place.unlink()
        else:
            place.write_bytes(before)
        wait_for(f"{address}/plans/oak/", is_well)


def test_both_addresses_are_said_and_staff_pages_lead_to_the_families(project: Project) -> None:
    """The preview prints where each edition is; every page of the staff edition links to the family edition."""
    settings = MKDOCS_YML + "site_url: https://example.org/elm/\n"
    settings = settings.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    under: improvement")
    project.write({"plans/oak.yaml": FAMILY, "mkdocs.yml": settings, "docs_templates/pages/index.md": "# Welcome\n"})
    with preview(project) as address:
        page = wait_for(f"{address}/elm/improvement/plans/oak/", is_well)
        said = said_by(project).read_text(encoding="utf-8")
        assert re.search(rf"What staff and inspectors see: +{address}/elm/improvement/\n", said)
        assert re.search(rf"What families see: +{address}/elm/family-preview/\n", said)
        assert '<a href="../../../family-preview/">What families see</a>' in page
        assert answer_at(f"{address}/elm/family-preview/")[0] == 200

        project.write({"plans/oak.yaml": "title: x\n"})
        page = wait_for(f"{address}/elm/improvement/plans/oak/", lambda page: BAR in page)
        assert 'href="/elm/improvement/problems/"' in page
        assert BAR in answer_at(f"{address}/elm/")[1], "the page by hand has it too"

    built = Project(project.folder).write({"plans/oak.yaml": FAMILY}).build()
    assert built.exit_code == 0, built.said
    assert "What families see" not in project.read("site/improvement/plans/oak/index.html")


def test_a_preview_settles_what_a_killed_build_left(project: Project) -> None:
    """A preview, too, first puts right what a build left that was killed between two renames."""
    swaps = '[{"folder": "site", "had_site": true}]'
    project.write({"plans/oak.yaml": OAK, ".site.old/index.html": "old", ".site.new/index.html": "new"})
    project.write({".site.swap.json": f'{{"schema": "action-plans/swap/1", "swaps": {swaps}}}'})
    with preview(project) as address:
        wait_for(f"{address}/plans/oak/", is_well)

    assert project.read("site/index.html") == "new"
    assert not (project.folder / ".site.old").exists()


HOLDING = """\
import time
from pathlib import Path

def on_nav(nav, config, files):
    while (Path(config.config_file_path).parent.parent / "hold").exists():
        time.sleep(0.05)
"""
"""A hook that holds a build for as long as there is a file beside the project."""


def test_what_is_written_is_shown_before_the_whole_is_made(project: Project) -> None:
    """While the whole is still being made, a changed note is shown, and open pages load again; all else follows."""
    homes_in(project.folder)
    hold, note = project.folder.with_name("hold"), "evidence/LONE/e4.md"
    project.write({"mkdocs.yml": f"{MKDOCS_YML}hooks: [holding.py]\n", "holding.py": HOLDING})
    with preview(project) as address:
        page = wait_for(f"{address}/evidence/lone/e4/", lambda page: "What was seen, E4" in page)
        shown = re.search(r"livereload\((\d+), \d+\);", page)
        assert shown is not None

        hold.touch()
        try:
            project.write({note: project.read(note).replace("What was seen, E4", "What we saw")})
            newer = int(answer_at(f"{address}/livereload/{shown[1]}/1")[1])
            page, others = answer_at(f"{address}/evidence/lone/e4/")[1], answer_at(f"{address}/evidence/")[1]
        finally:
            hold.unlink()
        assert newer > int(shown[1])
        assert "What we saw" in page
        assert "What we saw" not in others
        wait_for(f"{address}/evidence/", lambda page: "What we saw" in page)


class Look:
    """A first look that has something to show as often as it is said."""

    def __init__(self, *shows: bool) -> None:
        """Keep what is left to show."""
        self._shows = list(shows)

    def show(self, _: Path) -> bool:
        """Whether there is something."""
        return self._shows.pop(0)


@pytest.mark.parametrize(("shows", "builds"), [((True, True), 2), ((True, False), 1), ((False, True), 2)])
def test_what_is_written_meanwhile_overtakes_the_whole(tmp_path: Path, shows: tuple[bool, ...], builds: int) -> None:
    """A build that is overtaken begins again, and readers are answered; else the change is left to MkDocs."""
    made, answered = Preview(), []

    def build() -> None:
        answered.append(server._visible_epoch == server._wanted_epoch)  # noqa: SLF001 -- by which MkDocs lets readers wait
        server._want_rebuild = len(answered) == 1  # noqa: SLF001 -- a file changes while the first is made
        made.see_to_newer()

    server = LiveReloadServer(build, "127.0.0.1", 0, str(tmp_path))
    server._wanted_epoch += 1  # noqa: SLF001 -- as MkDocs does before it builds
    made.attach(server, has_family=False)
    made.last = cast("FirstLook", Look(*shows))
    server.builder()
    server.server_close()

    assert len(answered) == builds
    assert answered == [shows[0], True][:builds]
    assert server._want_rebuild is (builds == 1)  # noqa: SLF001 -- likewise
    assert server._wanted_epoch > server._visible_epoch  # noqa: SLF001 -- so that MkDocs has pages loaded once more
