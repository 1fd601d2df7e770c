"""A projection that hands over too much is stopped by the guards behind it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from action_plans.family import family_edition as building
from action_plans.family.telling import projection
from action_plans.family.telling.qr_code import qr_code
from action_plans.family.telling.site_views import Group, Letter, News, NewThing
from action_plans.family.telling.views import Link, Rating, Step, Topic
from action_plans.model.problem import Code
from tests.family.family_projects import codes, edition
from tests.family.leaking_projects import FOUND, a_full_home

Change = Callable[[Topic], Topic]

TOPICS: dict[str, Change] = {
    "a title of the finding": lambda topic: replace(topic, title="Medicines were not counted"),
    "words of the report": lambda topic: replace(topic, found=FOUND),
    "a count with a reference": lambda topic: replace(topic, progress="1 of 3 things done (A1)."),
    "an action's title": lambda topic: with_step(topic, text="Watch each nurse on a whole medicines round"),
    "an action's short title": lambda topic: with_step(topic, text="Sack the agency"),
    "an owner": lambda topic: with_step(topic, status="Late: DM"),
    "an owner's name": lambda topic: with_step(topic, when=("Janet Okafor will do it.",)),
    "an update as a reason": lambda topic: with_step(topic, when=("The agency sent nobody who had been trained.",)),
    "an address made from a reference": lambda topic: replace(topic, href="topics/f1.html"),
    "a topic that is not published": lambda topic: replace(topic, found="Bells rang for far too long at night."),
}
LEAKING_NEWS = NewThing("Two nurses skipped the second signature.")
STAFF = "https://staff.example.org/plans/oak/"
SITES: dict[str, dict[str, Any]] = {
    "a name for the service": {"name": "Improvement plan OAK"},
    "who made the site": {"about": "Janet Okafor wrote this site."},
    "what was checked": {"progress_steps": ("Two nurses skipped the second signature.",)},
    "a link to the source": {"rating": Rating(("CQC checks us.",), (Link("https://git.example.org/oak", "Source"),))},
    "what is new": {
        "letter": Letter("Our letter", "News", (News("Late", (NewThing("The agency sent nobody trained."),)),), "")
    },
    "where the staff edition is": {"address": STAFF, "code": qr_code(STAFF)},
}


def with_step(topic: Topic, **changed: Any) -> Topic:  # noqa: ANN401 -- any field of a step
    """Return a topic whose first step says something else."""
    first: Step = replace(topic.steps[0], **changed)
    return replace(topic, steps=(first, *topic.steps[1:]))


@pytest.mark.parametrize("change", TOPICS.values(), ids=list(TOPICS))
def test_a_topic_that_says_too_much_is_caught(change: Change, monkeypatch: pytest.MonkeyPatch) -> None:
    """Something internal in a topic's view stops everything."""
    project = projection.project

    def leaking(*given: Any) -> object:  # noqa: ANN401 -- handed on as they came
        site = project(*given)
        groups = tuple(Group(group.heading, tuple(map(change, group.topics))) for group in site.groups)
        return replace(site, groups=groups)

    monkeypatch.setattr(building, "project", leaking)
    built = edition(a_full_home())
    assert set(codes(built)) == {Code.LEAK}
    assert not built.files


@pytest.mark.parametrize("changed", SITES.values(), ids=list(SITES))
def test_a_site_that_says_too_much_is_caught(changed: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Something internal in what all pages say stops everything."""
    project = projection.project
    monkeypatch.setattr(building, "project", lambda *given: replace(project(*given), **changed))
    built = edition(a_full_home())
    assert set(codes(built)) == {Code.LEAK}
    assert not built.files
