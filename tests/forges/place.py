"""Where the runs of a forge happen: what is online afterwards, what was kept, and what a person saw."""

import fcntl
import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.forges.staff_server import StaffServer

STAND_INS = Path(__file__).parent / "stand_ins"
SECRET = "a-token-to-look-for"  # noqa: S105 -- no secret: the tests look whether it is printed


@dataclass(frozen=True)
class Outcome:
    """How a run ended, job by job (`success`, `failure`), and all that its log shows, a line each.

    `commands` are those lines that the forge obeyed, as it shows them.
    """

    jobs: Mapping[str, str]
    log: tuple[str, ...]
    commands: tuple[str, ...] = ()

    @property
    def ended_well(self) -> bool:
        """Whether the forge shows the run in green."""
        return bool(self.jobs) and "failure" not in self.jobs.values()

    def lines(self, pattern: str) -> list[str]:
        """Return the lines that hold a pattern."""
        return [line for line in self.log if re.search(pattern, line)]


@dataclass(frozen=True)
class Settings:
    """What is set at the forge: variables, secrets, who can read the repository, and what it refuses to do."""

    variables: Mapping[str, str] = field(default_factory=dict)
    secrets: Mapping[str, str] = field(default_factory=dict)
    visibility: str = "private"
    refuses: str = ""


@dataclass(frozen=True)
class Place:
    """Where a forge works: a folder of its own, the repository, and the folder that everybody can read."""

    folder: Path
    origin: Path
    online: Path

    @property
    def kept(self) -> Path:
        """The artefacts of the newest run."""
        return self.folder / "kept"

    def environment(self, commit: str, settings: Settings) -> dict[str, str]:
        """Return what the stand-ins have to know."""
        return {
            "FORGE_ORIGIN": str(self.origin),
            "FORGE_COMMIT": commit,
            "FORGE_KEPT": str(self.kept),
            "FORGE_PAGES": str(self.online),
            "FORGE_PYTHON": str(self.programs),
            "FORGE_ENVIRONMENT": str(Path(sys.executable).parent),
            "FORGE_VISIBILITY": settings.visibility,
            "FORGE_REFUSES": settings.refuses,
        }

    @property
    def programs(self) -> Path:
        """A folder with the programs that a machine of the forge has once all is installed."""
        folder = self.folder / "programs"
        if not folder.exists():
            folder.mkdir(parents=True)
            for name in ("gh", "apt-get", "python", "bash"):
                (folder / name).symlink_to(STAND_INS / "bin" / name)
            for name in ("action-plans", "mkdocs"):
                (folder / name).symlink_to(Path(sys.executable).with_name(name))
        return folder

    @contextmanager
    def turn(self, group: str) -> Iterator[None]:
        """Wait until no other run of a group is under way, as forges do: those programs know no groups."""
        with (self.online.parent / f"{group}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def told_online(self) -> str:
        """Return families' first page as everybody reads it; empty where there is none."""
        page = self.online / "index.html"
        return page.read_text("utf-8") if page.exists() else ""

    def machine(self) -> dict[str, str]:
        """Return the environment of the machine that a run gets: nothing of ours but where programs are."""
        home = self.folder / "home"
        home.mkdir(parents=True, exist_ok=True)
        return {
            "PATH": f"{self.programs}:{os.environ['PATH']}",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "FORGE_BASH": shutil.which("bash") or "bash",
        }


@contextmanager
def staff_place(folder: Path) -> Iterator[tuple[StaffServer, Settings]]:
    """Give a server for the staff edition that runs, and the settings with which a forge reaches it."""
    with StaffServer(folder) as server:
        yield (
            server,
            Settings(
                {"STAFF_EDITION_TARGET": server.target("staff"), "STAFF_EDITION_PORT": str(server.port)},
                {"STAFF_EDITION_KEY": server.key, "STAFF_EDITION_HOST_KEY": server.host_key},
            ),
        )
