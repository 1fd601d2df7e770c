"""A browser, a server on this machine only, and the sites to look at."""

import functools
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.fonts import fontconfig

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = [
    "--no-sandbox",  # the tests may run as root, in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no page reaches another host
]


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """The Chromium that the tests drive: $CHROMIUM, else the first on the PATH."""
    for name in (os.environ.get("CHROMIUM", ""), *_NAMES):
        found = shutil.which(name) if name else None
        if found:
            return found
    pytest.fail(
        "There is no Chromium. Set CHROMIUM to its path, or start the tests with `make test`, which installs it."
    )


@pytest.fixture(scope="session")
def browser(chromium_path: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """One browser for all tests of this process, with the DejaVu fonts alone; each test opens tabs of its own."""
    environment = os.environ | fontconfig(tmp_path_factory.mktemp("fonts"))
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=chromium_path, args=_FLAGS, env=dict(environment))
        yield started
        started.close()


@pytest.fixture(scope="session")
def serve() -> Iterator[Callable[[Path], str]]:
    """Serve a folder on the loopback address, and return its address without a slash at the end."""
    with ExitStack() as servers:
        yield functools.cache(lambda folder: _served(folder, servers))


class _QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Keep each request out of the tests' output."""


def _served(folder: Path, servers: ExitStack) -> str:
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_QuietHandler, directory=str(folder)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    servers.callback(server.server_close)
    servers.callback(server.shutdown)
    return f"http://127.0.0.1:{server.server_port}"
