"""The repository's own two editions, built once for all tests that look at them."""

import fcntl
import os
import re
import shutil
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from tests.project import Project

_LINK = re.compile(r"""\s(?:xlink:)?(?:href|src|action|data-href)=["']([^"']*)["']""")
REPOSITORY = Path(__file__).parents[1]
_NOT_COPIED = shutil.ignore_patterns(
    ".venv", ".cache", ".*_cache", "__pycache__", "site", "site-family", ".site*", "dist"
)


@dataclass(frozen=True)
class BothSites:
    """Where the two editions were built.

    Attributes:
        staff: the folder of the staff edition.
        family: the folder of the family edition.
    """

    staff: Path
    family: Path

    def of(self, edition: str) -> Path:
        """Return the folder of the edition called `staff` or `family`."""
        return {"staff": self.staff, "family": self.family}[edition]


def build_both_sites(session_folder: Path) -> BothSites:
    """Build the repository's own plans, history included, in a copy under `session_folder`; once for all processes.

    Under pytest-xdist each process has a session folder of its own, and they share the one above it.
    """
    shared = session_folder.parent if "PYTEST_XDIST_WORKER" in os.environ else session_folder
    project = Project(shared / "repository")
    with (shared / "repository.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not project.site.exists():
            shutil.rmtree(project.folder, ignore_errors=True)
            shutil.copytree(REPOSITORY, project.folder, ignore=_NOT_COPIED, symlinks=True)
            built = project.build()
            assert built.exit_code == 0, f"The repository's own plans do not build:\n{built.said}"
    return BothSites(project.site, project.family_site)


def dead_links(page: Path, site: Path) -> list[str]:
    """Return each link of a page, and what it loads, that does not lead to a file of the site: folders are none."""
    dead = []
    for written in dict.fromkeys(_LINK.findall(page.read_text(encoding="utf-8"))):
        parts = urlsplit(unescape(written))
        if parts.scheme or parts.netloc or not parts.path:
            continue
        there = Path(os.path.normpath(page.parent / unquote(parts.path)))
        if parts.path.startswith("/") or site not in there.parents or not there.is_file():
            dead.append(f"{page.relative_to(site)}: {written}")
    return dead


def pages_of(site: Path) -> list[Path]:
    """Return every page of a built site, in the order of their paths."""
    return sorted(site.rglob("*.html"))


def pages_on_disk(site: Path) -> list[Path]:
    """Return every page but the one for addresses that are missing.

    Only a server shows that, at any depth, so that its links begin where the site lies on its host.
    """
    return [page for page in pages_of(site) if page.name != "404.html"]
