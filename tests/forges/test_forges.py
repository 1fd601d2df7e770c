"""What the workflows of `init` publish on GitHub and on GitLab, and what they take down, run by run."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.forges.github import run_github
from tests.forges.gitlab import run_gitlab
from tests.forges.place import Outcome, Place, staff_place
from tests.forges.story import OTHER_TOPIC, TOPIC, begin_story

MARK = ".staff-edition-of"


@dataclass(frozen=True)
class Seen:
    """What was to be seen after a run: its outcome, families' first page, and the files of both places."""

    outcome: Outcome
    families: str
    online: frozenset[str]
    staff: frozenset[str]


_ONCE = pytest.mark.xdist_group  # one process runs a forge's story for all that is claimed of it
_FORGES = [
    pytest.param(run, id=name, marks=_ONCE(name)) for name, run in (("github", run_github), ("gitlab", run_gitlab))
]


@pytest.fixture(scope="module", params=_FORGES)
def story(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    """Publish a good version, then one with an error, then one that takes a topic back beside it."""
    run: Callable[..., Outcome] = request.param
    folder = tmp_path_factory.mktemp("forge")
    told = begin_story(folder / "story")
    place = Place(folder / "forge", told.origin, folder / "online")
    seen: dict[str, Seen] = {}
    with staff_place(folder / "server") as (server, settings):
        before = ""
        for name, version in (("good", told.good), ("error", told.with_an_error), ("withdrawal", told.taken_back)):
            commit = version()
            outcome = run(place, commit, settings, before=before)
            seen[name] = Seen(outcome, place.told_online(), _files(place.online), _files(server.folder("staff")))
            before = commit
    return seen


def test_a_good_version_is_published_in_both_editions(story: dict[str, Seen]) -> None:
    """Families' pages hold the family edition and nothing of the staff edition, which lies whole in its own place."""
    good = story["good"]
    assert good.outcome.ended_well
    assert TOPIC in good.families
    assert OTHER_TOPIC in good.families
    assert {"trail.json", "plans/oak/findings/f1/index.html", MARK} <= good.staff
    assert not {name for name in good.online if name.startswith(("trail", "plans/", "problems/", "evidence/"))}
    assert good.outcome.lines("Online now: both editions of this version")


def test_an_error_publishes_nothing_and_says_so_in_a_line(story: dict[str, Seen]) -> None:
    """The run is red, names the place of the mistake, and leaves both sites as they were."""
    good, error = story["good"], story["error"]
    assert not error.outcome.ended_well
    assert error.outcome.lines(r"plans/birch\.yaml.*2")
    assert error.outcome.lines("The plans were not published: .* What is online stays as it is")
    assert error.outcome.lines("Nothing is withdrawn by this version")
    assert (error.families, error.online, error.staff) == (good.families, good.online, good.staff)


def test_what_is_taken_back_is_taken_down_though_the_build_stops(story: dict[str, Seen]) -> None:
    """Families read one topic less and nothing else changes; the staff edition stays, and the run stays red."""
    good, withdrawal = story["good"], story["withdrawal"]
    assert not withdrawal.outcome.ended_well
    assert TOPIC not in withdrawal.families
    assert OTHER_TOPIC in withdrawal.families
    assert {name for name in good.online - withdrawal.online if "giving-medicines" in name}
    assert withdrawal.online < good.online
    assert withdrawal.staff == good.staff
    assert withdrawal.outcome.lines("families' pages less what is withdrawn")


def _files(folder: Path) -> frozenset[str]:
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
