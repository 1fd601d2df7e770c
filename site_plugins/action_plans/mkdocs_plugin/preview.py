"""`mkdocs serve`: never silent, never hanging. What cannot be built leaves the last good version, under a bar.

MkDocs shows nothing at all while a build fails: its server waits for the next one that works. So builds are guarded,
and the server puts a bar on every page for as long as something is wrong.
"""

import logging
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, TypeAlias, cast

from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

from action_plans.mkdocs_plugin.building import PREVIEW
from action_plans.mkdocs_plugin.first_look import FirstLook
from action_plans.mkdocs_plugin.reloading import OvertakenError, Reloading
from action_plans.mkdocs_plugin.taken_port import refuse_taken_port
from action_plans.model.portfolio import Portfolio
from action_plans.model.problem import Problem, Severity
from action_plans.pipeline import Examined
from action_plans.project.settings import Settings
from action_plans.project.template_folders import builtin_templates
from action_plans.reading.files_read import FilesRead
from action_plans.reading.last_good import paths_of, without
from action_plans.staff.staff_templates import staff_templates
from action_plans.tracing.addresses import HOME, PLANS, PROBLEMS

_LOG = get_plugin_logger("action_plans")
_PLACES = (re.compile(rb"(?=<header\b)", re.IGNORECASE), re.compile(rb"(?<=<body)[^>]*>", re.IGNORECASE))
"""Where the bar may stand, the best first: after the link that skips to the content, before everything else."""

_FEWEST = 5
"""How many problems the bar names before it only counts them."""

_OVERTAKEN = "Something was written meanwhile, and is shown already: the rest is made again with it."

Headers: TypeAlias = list[tuple[str, str]]
App: TypeAlias = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
"""What answers requests, as https://peps.python.org/pep-3333/ has it."""


class Preview:
    """What a preview knows from one build to the next: the last good version, and what is wrong now."""

    def __init__(self) -> None:
        """Begin with nothing built."""
        self.good: Portfolio | None = None
        self.is_shown = False
        """Whether a whole version has been built, that can stay."""
        self._problems: tuple[Problem, ...] = ()
        self._kept: frozenset[str] = frozenset()
        self._failures: tuple[str, ...] = ()
        self._has_plans = True
        self._root, self._prefix = "/", ""
        self.known = FilesRead()
        """What was read in the project's files."""
        self.last: FirstLook | None = None
        """The last whole build, where pages can be shown on top of it."""
        self._reloading: Reloading | None = None
        self._site = Path()
        self._looks_out = False

    def note(self, examined: Examined, settings: Settings) -> None:
        """Remember what of a project could be read, and what is wrong in it."""
        self._problems = examined.problems_of(Severity.ERROR)
        broken = frozenset(problem.origin.path for problem in self._problems)
        known = paths_of(self.good) if self.good is not None else frozenset()
        self.good = without(examined.trace.portfolio, broken - known)
        self._kept = broken & known
        self._has_plans = bool(examined.trace.portfolio.plans)
        self._prefix = settings.prefix

    def fail(self, words: str) -> None:
        """Remember something that is wrong besides, though a version was built."""
        self._failures = (*self._failures, words)

    def attach(self, server: LiveReloadServer, *, has_family: bool) -> None:
        """Guard the builds of a server from here on, watch its answers, and say where both editions are.

        Raises:
            PluginError: another program answers at the server's address.
        """
        refuse_taken_port(server)
        self.is_shown = True
        self._root = server.mount_path
        self._reloading = Reloading(server)
        self._site = Path(server.root)
        build = server.builder
        server.builder = lambda: self._build(build)
        server.set_app(self._answering(cast("App", server.get_app())))
        _LOG.info("What staff and inspectors see: %s%s", server.url, self._prefix)
        if has_family:
            _LOG.info("What families see:             %s%s", server.url, PREVIEW)

    def putting_in_place(self) -> AbstractContextManager[None]:
        """Let readers wait for the moment in which a new version is put in the place of the last."""
        return self._reloading.putting_in_place() if self._reloading is not None else nullcontext()

    def see_to_newer(self) -> None:
        """Look, while a version is being made, whether something was written meanwhile that can be shown at once.

        Once in a build: where a build itself writes what is watched, it would never end.

        Raises:
            OvertakenError: it is shown; a version without it would take it away again.
        """
        if self._reloading is None or not self._looks_out or not self._reloading.takes_over():
            return
        self._looks_out = False
        if self._is_shown_first():
            raise OvertakenError(_OVERTAKEN)
        self._reloading.hands_back()

    def _build(self, build: Callable[[], None]) -> None:
        """Show at once what can be, then build the whole: again from the start where that is overtaken."""
        is_shown, is_whole = self._is_shown_first(), False
        while not is_whole:
            if is_shown and self._reloading is not None:
                self._reloading.show_now()
            self._looks_out = True
            try:
                self._build_whole(build)
                is_whole = True
            except OvertakenError:
                is_shown = True
        if is_shown and self._reloading is not None:
            self._reloading.show_at_end()

    def _is_shown_first(self) -> bool:
        """Put into the site what can be shown before the whole is made, and say whether there was anything."""
        if self.last is None or self._problems or self._failures:
            return False
        try:
            return self.last.show(self._site)
        except Exception as error:  # noqa: BLE001 -- whatever it is, the whole build meets it too, and says so
            _LOG.debug("Nothing was shown before the whole: %s", error)
            return False

    def _build_whole(self, build: Callable[[], None]) -> None:
        """Build; where that fails, leave the last version in place, and let the page of problems say why."""
        self._problems, self._failures = (), ()
        with _errors_said() as said:
            try:
                build()
            except OvertakenError:
                raise
            except (Exception, SystemExit) as error:  # noqa: BLE001 -- whatever it is, the preview goes on
                # What was said before is the cause; the last words of MkDocs only say that it gave up.
                self._failures = (*self._failures, *(said or [f"{type(error).__name__}: {error}"]))
                _LOG.error("The preview shows the last good version until this is mended: %s", self._failures[-1])
                self._say_on_problems_page()

    def _say_on_problems_page(self) -> None:
        page = self._site / self._prefix / PROBLEMS / "index.html"
        try:
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(self._rendered("staff/preview.html.j2"), encoding="utf-8")
        except OSError as error:
            _LOG.error("The page of problems cannot be written: %s", error)

    def _answering(self, answer: App) -> App:
        """Return what answers as `answer` does, and puts the bar on pages while something is wrong."""

        def answer_with_bar(asked: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
            began: list[Any] = []
            body = answer(asked, lambda *given: began.extend(given))
            if str(began[0]).startswith("404") and self._reloading is not None:
                self._reloading.wait()  # it may have been missed while a site was put in its place
                began.clear()
                body = answer(asked, lambda *given: began.extend(given))
            status, headers = cast("tuple[str, Headers]", tuple(began[:2]))
            if not (self._problems or self._failures) or not _is_page(headers):
                start(status, headers)
                return body
            path = str(asked.get("PATH_INFO", ""))
            if self._is_missing(path, status):
                start("302 Found", [("Location", self._problems_page), ("Content-Length", "0")])
                return []
            html = _with_bar(_whole(body), self._rendered("staff/preview_bar.html.j2").encode())
            others = [(name, value) for name, value in headers if name.lower() != "content-length"]
            start(status, [*others, ("Content-Length", str(len(html)))])
            return [html]

        return answer_with_bar

    def _is_missing(self, path: str, status: str) -> bool:
        """Tell whether a page would be there, or would say something, if everything could be read."""
        home = self._root + self._prefix
        tops = (home + HOME, home + PLANS)
        return (status.startswith("404") and path.endswith("/")) or (not self._has_plans and path in tops)

    @property
    def _problems_page(self) -> str:
        return f"{self._root}{self._prefix}{PROBLEMS}"

    def _rendered(self, template: str) -> str:
        """Render with the package's own templates: those of the project may be what is wrong."""
        lines = [str(problem) for problem in self._problems]
        return staff_templates([builtin_templates()]).render(
            template,
            failures=self._failures,
            problems=lines[:_FEWEST] if template.endswith("_bar.html.j2") else lines,
            count=len(lines),
            kept=sorted(self._kept),
            problems_page=self._problems_page,
        )


def _whole(body: Iterable[bytes]) -> bytes:
    try:
        return b"".join(body)
    finally:
        if hasattr(body, "close"):
            body.close()


def _is_page(headers: Headers) -> bool:
    return any(name.lower() == "content-type" and value.startswith("text/html") for name, value in headers)


def _with_bar(page: bytes, bar: bytes) -> bytes:
    found = next((place for place in (pattern.search(page) for pattern in _PLACES) if place is not None), None)
    at = found.end() if found is not None else 0
    return page[:at] + bar + page[at:]


@contextmanager
def _errors_said() -> Iterator[list[str]]:
    """Collect what is said as an error while a build runs."""
    said: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: said.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("mkdocs")
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
