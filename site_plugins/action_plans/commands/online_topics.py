"""What families are told online, as far as git knows: the newest version that could be published, and what it tells."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from action_plans.history.whole_versions import has_git, lay_out, versions_of
from action_plans.model.problem import Severity
from action_plans.pipeline import Examined, examine
from action_plans.project.settings import Settings
from action_plans.reading.portfolio_reader import Reading, read_portfolio


@dataclass(frozen=True, slots=True)
class PastVersion:
    """A version of the whole project, examined as at today, with the family edition on."""

    commit: str
    examined: Examined

    @property
    def told(self) -> Mapping[str, str]:
        """The topics that it tells, by reference, each with its title."""
        return self.examined.family.told


class OnlineTopics:
    """What families read now, told from git; each version is read once, and no further back than needed."""

    def __init__(self, settings: Settings, newest_online: str | None = None) -> None:
        """Take the settings of today: folders, day and names to refuse are those of now.

        `newest_online` names the newest version that may have been published, where that is not HEAD: what came after
        it was never online, though it could be. One that git does not know counts as not said.
        """
        family = settings.options.family.model_copy(update={"enabled": True})
        self._settings = replace(settings, options=settings.options.model_copy(update={"family": family}))
        self._newest_online = newest_online

    @cached_property
    def has_git(self) -> bool:
        """Whether git can tell earlier versions."""
        return has_git(self._settings.root)

    @cached_property
    def published(self) -> PastVersion | None:
        """The newest version that a strict build would publish, of those that may have been."""

        def fits(examined: Examined) -> bool:
            return not _has(examined, Severity.ERROR) and not _has(examined, Severity.WARNING)

        said = self._newest_online
        return (self._newest(fits, said) if said is not None else None) or self._newest(fits)

    @cached_property
    def sound(self) -> PastVersion | None:
        """The newest version without errors."""
        return self._newest(lambda examined: not _has(examined, Severity.ERROR))

    @cached_property
    def told(self) -> Mapping[str, str]:
        """The topics that are online, by reference, each with its title; without git by title, from the folder."""
        if not self.has_git:
            folder = self._settings.root / self._settings.options.family.site_dir
            return {title: title for title in _titles_in(folder)}
        return self.published.told if self.published is not None else {}

    def readings_since(self) -> Iterator[Reading]:
        """Yield what was written in each version after the one that is online, the newest first, as far as it reads."""
        options = self._settings.options
        online = self.published.commit if self.published is not None else None
        for commit in versions_of(self._settings.root, self._paths):
            if commit == online:
                return
            with _laid_out(self._settings, commit, self._paths) as settings:
                if settings is not None:
                    yield read_portfolio(settings.root, options.plans_dir, options.evidence_dir)

    def _newest(self, fits: Callable[[Examined], bool], start: str = "HEAD") -> PastVersion | None:
        for commit in versions_of(self._settings.root, self._paths, start):
            examined = self._examined(commit)
            if examined is not None and fits(examined):
                return PastVersion(commit, examined)
        return None

    def _examined(self, commit: str) -> Examined | None:
        if commit not in self._known:
            with _laid_out(self._settings, commit, self._paths) as settings:
                self._known[commit] = examine(settings) if settings is not None else None
        return self._known[commit]

    @cached_property
    def _known(self) -> dict[str, Examined | None]:
        return {}

    @cached_property
    def _paths(self) -> tuple[str, ...]:
        options = self._settings.options
        return (options.plans_dir, options.evidence_dir, options.templates_dir)


def _has(examined: Examined, severity: Severity) -> bool:
    return bool(examined.problems_of(severity))


@contextmanager
def _laid_out(settings: Settings, commit: str, paths: tuple[str, ...]) -> Iterator[Settings | None]:
    """Give the settings of an earlier version, whose files lie in a folder for as long as it is looked at."""
    with TemporaryDirectory(prefix="action-plans-") as folder:
        root = Path(folder)
        worked = lay_out(settings.root, commit, paths, root)
        yield replace(settings, root=root, own_pages=None) if worked else None


def _titles_in(folder: Path) -> Iterator[str]:
    """Yield the headings of the topics' pages that lie in a folder."""
    for page in sorted(folder.glob("*/topics/*.html")):
        found = re.search(r"<h1[^>]*>(.*?)</h1>", page.read_text(encoding="utf-8", errors="replace"), re.DOTALL)
        if found is not None:
            yield unescape(re.sub(r"<[^>]+>", "", found[1])).strip()
