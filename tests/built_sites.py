"""The repository's own two editions, built once for all tests that look at them."""

import fcntl
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from tests.project import Project

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


def pages_of(site: Path) -> list[Path]:
    """Return every page of a built site, in the order of their paths."""
    return sorted(site.rglob("*.html"))
