"""`mkdocs serve`: an editor changes a file and sees the page change."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

from tests.project import MKDOCS_YML, Project
from tests.small_plans import FAMILY, NOTE, OAK

PATIENCE = 60.0
"""Seconds that a page may take to change, on a busy machine."""


@contextmanager
def preview(project: Project) -> Iterator[str]:
    """Run `mkdocs serve` on a free port, and give its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    server = subprocess.Popen(command, cwd=project.folder, env=environment)
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(PATIENCE)


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
    """The preview shows the family edition under /family-preview/, without its policy; a build has no such folder."""
    settings = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    family: {require_approval: false}")
    project.write({"plans/oak.yaml": FAMILY, "mkdocs.yml": settings})
    with preview(project) as address:
        page = wait_for(f"{address}/family-preview/", lambda page: "Giving medicines safely" in page)
    built = project.build()

    assert "Content-Security-Policy" not in page
    assert built.exit_code == 0, built.said
    assert not (project.site / "family-preview").exists()
    assert "Content-Security-Policy" in project.read("site-family/index.html")
