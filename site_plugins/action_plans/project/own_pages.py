"""The hand-written pages and other files of a site, by where they stand in it, told without MkDocs."""

import os
import stat
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_NEVER = (".*", "/templates/")
_PAGES = (".md", ".markdown", ".mdown", ".mkdn", ".mkd")


@dataclass(frozen=True, slots=True)
class OwnPages:
    """Where MkDocs looks for pages, which it leaves out, and whether a page is a folder with a file in it.

    `excluded` is what the site adds to MkDocs' own rule: lines of patterns, or what MkDocs has made of them.
    """

    docs_dir: Path
    excluded: "tuple[str, ...] | GitIgnoreSpec" = ()
    as_folders: bool = True

    def files(self, root: Path, ours: Sequence[Path]) -> dict[str, str]:
        """Return the path in the site of each page and file, with that of what it is made from, relative to `root`.

        `ours` are folders that are published by us or not at all. Source: MkDocs 1.6, "Writing your docs". Cost:
        linear in files; none is read but the beginning of the home page.
        """
        home = os.path.realpath(self.docs_dir)
        passed_over = {os.path.realpath(folder) for folder in ours}
        found: dict[str, str] = {}
        is_excluded = _excluded_by(self.excluded) if os.path.isdir(home) else None  # noqa: PTH112 -- a real path is text
        for file in _walk(home, passed_over):
            path = Path(os.path.relpath(file, home)).as_posix()
            if is_excluded is None or not is_excluded(path):
                found[self._place(path)] = Path(os.path.relpath(file, os.path.realpath(root))).as_posix()
        return found

    def _place(self, path: str) -> str:
        """Return where a file stands in the site. Of index.md and README.md in one folder MkDocs takes the first."""
        pure = PurePosixPath(path)
        if pure.suffix.lower() not in _PAGES:
            return path
        if pure.stem in ("index", "README"):
            return (pure.parent / "index.html").as_posix()
        return (pure.with_suffix("") / "index.html" if self.as_folders else pure.with_suffix(".html")).as_posix()


def odd_files(root: Path, files: Iterable[str]) -> Iterator[Problem]:
    """Yield a problem for each of some files that is none to be read: a pipe, from which a build would wait for ever.

    `files` are their paths relative to `root`.
    """
    for path in files:
        if is_odd(os.path.join(root, path)):  # noqa: PTH118 -- a path object for each costs
            message = "this is no ordinary file, so it is not read."
            yield Problem(Code.IGNORED_FILE, message, Origin(path), "Take it out of the folder.")


def is_odd(path: str) -> bool:
    """Whether something lies there that is no file: a pipe or a device, perhaps by way of a link."""
    try:
        return not stat.S_ISREG(os.stat(path).st_mode)  # noqa: PTH116 -- likewise
    except (OSError, ValueError):
        return False


def _excluded_by(patterns: "tuple[str, ...] | GitIgnoreSpec") -> Callable[[str], bool]:
    """Return whether a path below `docs_dir` is left out of a site, by MkDocs' own rule and what a site adds to it."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 -- most projects have no pages of their own

    try:
        more = GitIgnoreSpec.from_lines(patterns) if isinstance(patterns, tuple) else patterns
    except ValueError:  # a pattern that MkDocs refuses too, with its own words
        more = GitIgnoreSpec.from_lines(())
    return (GitIgnoreSpec.from_lines(_NEVER) + more).match_file


def _walk(home: str, passed_over: set[str]) -> Iterator[str]:
    seen: set[str] = set()
    for folder, folders, names in os.walk(home, followlinks=True):
        real = os.path.realpath(folder)
        if real in passed_over or real in seen:
            folders.clear()
            continue
        seen.add(real)
        folders.sort()
        yield from (os.path.join(folder, name) for name in sorted(names))  # noqa: PTH118 -- a path object for each costs
