"""A forge with a first version online in both editions, to which each run goes back."""

import re
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from tests.forges.github import run_github
from tests.forges.gitlab import run_gitlab
from tests.forges.kinds import Kind
from tests.forges.place import SECRET, Outcome, Place, Settings
from tests.forges.staff_server import StaffServer
from tests.forges.story import A_DAY, FORGED, NEW_TITLE, NEW_WORDS, OTHER_TOPIC, TODAY, TOPIC, Story

RUNNERS: Mapping[str, Callable[..., Outcome]] = {"GitHub": run_github, "GitLab": run_gitlab}


@dataclass(frozen=True)
class Row:
    """What came of a run, and what of it is not as it must be."""

    kind: str
    forge: str
    ended_well: bool
    families: str
    staff: str
    line: str
    wrong: tuple[str, ...]


class Bench:
    """A forge with the first version online in both editions, to which each run goes back."""

    def __init__(self, forge: str, story: Story, folder: Path, server: StaffServer, settings: Settings) -> None:
        """Publish the first version."""
        self._forge, self._story, self._folder, self._server, self._settings = forge, story, folder, server, settings
        self._place = Place(folder / "forge", story.origin, folder / "online")
        self._first = story.good()
        outcome = self._run(self._place, self._first, settings)
        assert outcome.ended_well, "\n".join(outcome.log)
        self._before = {self._place.online: folder / "online before", server.folder("staff"): folder / "staff before"}
        for now, before in self._before.items():
            shutil.copytree(now, before)

    def row(self, kind: Kind) -> Row:
        """Run a kind, and say what came of it."""
        self._back()
        commit = kind.version(self._story) if kind.version is not None else self._first
        settings = kind.settings(self._settings, self._server)
        others = {path: _bytes(path) for path in (self._server.folder("own"), self._server.folder("other"))}
        outcome = self._run(self._place, commit, settings, kind)
        families, staff = (self._what_became(now) for now in self._before)
        seen = [line.strip() for line in outcome.lines(kind.says)]
        wrong = [
            f"{what} {found!r}, not {must!r}"
            for what, found, must in (
                ("ended well:", outcome.ended_well, kind.ends_well),
                ("families:", families, kind.families),
                ("staff:", staff, kind.staff),
            )
            if found != must
        ]
        wrong += [] if seen else [f"nobody saw {kind.says!r}"]
        wrong += ["the token was printed"] if outcome.lines(SECRET) else []
        wrong += [f"obeyed: {line!r}" for line in outcome.commands if _is_forged(line)]
        wrong += [f"{path} was written to" for path, held in others.items() if _bytes(path) != held]
        if wrong:
            self._keep_log(kind.name, outcome.log, wrong)
        return Row(kind.name, self._forge, outcome.ended_well, families, staff, seen[-1] if seen else "", tuple(wrong))

    def two_at_once(self) -> Row:
        """Start two runs of two versions at once: what is online is the second, whole, in both editions."""
        self._back()
        versions = (self._story.retold(), self._story.renamed())
        places = [replace(self._place, folder=self._folder / name) for name in ("first-run", "second-run")]
        with ThreadPoolExecutor(2) as both:
            runs = []
            for place, commit in zip(places, versions, strict=True):
                runs.append(both.submit(self._run, place, commit, self._settings))
                time.sleep(2)  # that the first comes first
            ends = [run.result() for run in runs]
        families, staff = (self._what_became(now) for now in self._before)
        wrong = [] if all(end.ended_well for end in ends) else ["a run is red"]
        told = b"".join(_bytes(self._place.online).values()).decode("utf-8", "replace")
        trail = (self._server.folder("staff") / "trail.json").read_text("utf-8")
        wrong += (
            [] if families == "new" and NEW_WORDS in told else [f"families: {families}, and not the second version"]
        )
        wrong += [] if staff == "new" and NEW_TITLE in trail else [f"staff: {staff}, and not the second version"]
        line = ends[-1].lines("Online now: both editions")
        if wrong:
            self._keep_log("two runs at once", [*ends[0].log, *ends[1].log], wrong)
        return Row(
            "two runs at once", self._forge, not wrong, families, staff, line[-1].strip() if line else "", tuple(wrong)
        )

    def _run(self, place: Place, commit: str, settings: Settings, kind: Kind | None = None) -> Outcome:
        said: dict[str, object] = {"before": self._first}
        if kind is not None:
            said |= {"branch": kind.branch, "today": TODAY + kind.days_later * A_DAY, "event": kind.event}
        return RUNNERS[self._forge](place, commit, settings, **said)

    def _keep_log(self, name: str, lines: Sequence[str], wrong: list[str]) -> None:
        log = self._folder / f"{name}.log"
        log.write_text("\n".join(lines), encoding="utf-8")
        wrong.append(f"see {log}")

    def _back(self) -> None:
        self._story.back_to(self._first)
        for now, before in self._before.items():
            shutil.rmtree(now)
            shutil.copytree(before, now)

    def _what_became(self, now: Path) -> str:
        before = _bytes(self._before[now])
        held = _bytes(now)
        if held == before:
            return "same"
        home = held.get("index.html", b"").decode("utf-8")
        if now == self._place.online and TOPIC not in home and OTHER_TOPIC in home:
            return "less"
        return "new" if {"index.html"} <= held.keys() else "broken"


def _is_forged(line: str) -> bool:
    """Whether a command that the forge obeyed was given by hostile text, and does not only repeat it."""
    return bool(re.match(rf"\W*(::error title={FORGED}|##\[|section_)", line.strip()))


def _bytes(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
