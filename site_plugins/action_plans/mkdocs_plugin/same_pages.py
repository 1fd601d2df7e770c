"""Pages that are as the last build left them: taken over from its site, neither framed nor written again."""

import json
import logging
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from action_plans.keeping.kept_files import KeptFiles

_TOUCHED_BY = ("page_context", "post_page", "post_build")
"""The events in which a plugin may change what a page becomes, apart from its frame."""

_HARMLESS = ("action_plans.mkdocs_plugin.", "material.plugins.search.", "mkdocs.contrib.search")
"""Plugins that change none of our pages then."""

_NAME = "pages.json"
_LOG = logging.getLogger("mkdocs.commands.build")


class SamePages:
    """What each page of the last build was made from, and the file that it became.

    A file is taken over as another name of the same file (a hard link), so that it keeps its time; where that cannot
    be, or another plugin has a say in pages, every page is written anew.

    Attributes:
        is_alone: whether no other plugin has a say in what our pages become.
    """

    def __init__(self, root: Path, config: MkDocsConfig, folder: Path, staged: Path) -> None:
        """Look at what the last build left in `folder`; the site that is built now is in `staged`."""
        self._files = KeptFiles(root, "built", most=0)
        self._folder, self._staged = folder, staged
        self.is_alone = all(_is_harmless(config, event) for event in _TOUCHED_BY)
        self._before = self._read() if self.is_alone else {}
        self._now: dict[str, str] = {}
        self._taken: set[str] = set()
        _LOG.addFilter(self._says)

    def takes(self, path: str, total: str) -> bool:
        """Return whether the page at a path of the site was taken over; `total` is a sum of what it is made from."""
        self._now[path] = total
        made, *written = self._before.get(path, ("",))
        old, new = f"{self._folder}/{path}", f"{self._staged}/{path}"
        if made != total or _state(old) != written:
            return False
        with suppress(OSError):
            os.makedirs(os.path.dirname(new), exist_ok=True)  # noqa: PTH103, PTH120 -- paths are slow, pages many
            os.link(old, new)
            self._taken.add(f"{path.removesuffix('.html')}.md")
            return True
        return False

    def keep(self) -> None:
        """Remember what each page was made from, once the site is in its place."""
        if self.is_alone:
            states = ((path, total, _state(f"{self._folder}/{path}")) for path, total in self._now.items())
            kept = {path: [total, *state] for path, total, state in states if state}
            self._files.put(_NAME, json.dumps(kept, separators=(",", ":")).encode())
        self.end()

    def end(self) -> None:
        """Let the log say all again."""
        _LOG.removeFilter(self._says)

    def _says(self, record: logging.LogRecord) -> bool:
        """Whether a line of the log is to be said: not that a page is empty which was taken over."""
        said = record.getMessage()
        return not (said.startswith("Page skipped: ") and said.split("'")[1] in self._taken)

    def _read(self) -> dict[str, list[object]]:
        """Return what was kept: by its path what each page was made from, and its size and time."""
        try:
            kept = json.loads(self._files.get(_NAME) or b"{}")
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}


def _state(file: str) -> list[object]:
    """Return the size of a file and when it was written; nothing where there is no file of that name."""
    with suppress(OSError):
        about = os.lstat(file)
        if stat.S_ISREG(about.st_mode):
            return [about.st_size, about.st_mtime_ns]
    return []


def _is_harmless(config: MkDocsConfig, event: str) -> bool:
    methods: Iterable[object] = config.plugins.events[event]
    return all(type(getattr(each, "__self__", None)).__module__.startswith(_HARMLESS) for each in methods)
