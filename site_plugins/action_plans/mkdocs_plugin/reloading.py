"""Browsers that look at a preview: told to load a page again before a build ends, and answered while it runs.

MkDocs lets them wait until a build ends, since it builds in the folder that it serves. Ours are built beside it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event
from time import monotonic

from mkdocs.exceptions import MkDocsException
from mkdocs.livereload import LiveReloadServer

_AT_MOST = 10.0
"""How many seconds a request waits for a site to be put in its place; that takes a moment."""


class OvertakenError(MkDocsException):
    """What is being built is no longer what is written. Of MkDocs' own kind, since those it hands on as they are."""


class Reloading:
    """What a server's browsers are shown, while it builds."""

    def __init__(self, server: LiveReloadServer) -> None:
        """Tell the browsers of this server."""
        self._server = server
        self._settled = Event()
        self._settled.set()

    def show_now(self) -> None:
        """Have every browser load its page again, and answer requests from here on, whatever is being built."""
        self._tell(is_visible=True)

    def show_at_end(self) -> None:
        """Have every browser load its page once more when MkDocs says that the build has ended."""
        self._tell(is_visible=False)

    def takes_over(self) -> bool:
        """Return whether a file changed since the build began, and see to it that MkDocs builds no more for that."""
        with self._server._rebuild_cond:  # noqa: SLF001 -- as below
            changed, self._server._want_rebuild = self._server._want_rebuild, False  # noqa: SLF001 -- as below
        return changed

    def hands_back(self) -> None:
        """Leave a change to MkDocs that was taken over: it builds once more when this build has ended."""
        with self._server._rebuild_cond:  # noqa: SLF001 -- as below
            self._server._want_rebuild = True  # noqa: SLF001 -- as below

    @contextmanager
    def putting_in_place(self) -> Iterator[None]:
        """Let requests wait while a site is put in its place."""
        self._settled.clear()
        try:
            yield
        finally:
            self._settled.set()

    def wait(self) -> None:
        """Wait until no site is being put in its place."""
        self._settled.wait(_AT_MOST)

    def _tell(self, *, is_visible: bool) -> None:
        """Give what is shown a new number, by which MkDocs' own script in each page knows that there is something new.

        A browser is told once the number of what is visible is greater than that of its page; requests wait for as long
        as it differs from the number of what is being built.
        """
        server = self._server
        with server._epoch_cond:  # noqa: SLF001 -- MkDocs has no other way, and this line of it gets no new versions
            number = max(round(monotonic() * 1000), server._wanted_epoch + 1)  # noqa: SLF001 -- likewise
            server._wanted_epoch = number  # noqa: SLF001 -- likewise
            if is_visible:
                server._visible_epoch = number  # noqa: SLF001 -- likewise
                server._epoch_cond.notify_all()  # noqa: SLF001 -- likewise
