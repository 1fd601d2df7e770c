"""Checks as they were first written down: what was found is a record, and whoever writes it anew changes the record.

A check is known by its day, and on that day by who made it. What another version held beside it is another check.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from action_plans.history.recorded_entries import CHECKS, checks_in
from action_plans.history.stories import CheckKey, Moment, Story
from action_plans.history.version_values import Values

_FIELDS: Mapping[str, str] = {"by": "who checked", "result": "result", "sample": "sample", "found": "found"}
"""The fields of a check, each with what it is called; with another day it is another check."""


def first_held(check: CheckKey, now: Values, story: Story) -> tuple[Moment, CheckKey] | None:
    """Return when a check was first written down, and as which; None where it is in no version.

    It was another one before where a check of the same day by the same person, or by somebody who has none on that day
    now, is no longer there, and was gone when this one came. Cost: linear in checks that the thing ever had.
    """
    own, today = story.checks.get(check), frozenset(checks_in(now))
    beside = frozenset(checks_in(_at(story, own))) if own is not None else frozenset()
    what, day, by, _ = check
    others = {key[2] for key in today if key[:2] == (what, day)}
    found = [(own, check)] if own is not None else []
    found += [
        (moment, key)
        for key, moment in story.checks.items()
        if key[:2] == (what, day) and key not in today | beside and (key[2] == by or key[2] not in others)
    ]
    return min(found, key=lambda one: one[0].step, default=None)


def rewritten(now: Values, story: Story) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the place of each check, from 0, that is not as it was first written down, and its fields that are not."""
    entries: list[Mapping[str, Any]] = list(now.get(CHECKS, ()))
    keys = [key for key in checks_in(now) if key[0] == "check"]
    for place, (entry, key) in enumerate(zip(entries, keys, strict=True)):
        first = first_held(key, now, story)
        before = _before(entry, first, entries, story) if first is not None else None
        if before is not None:
            fields = tuple(called for name, called in _FIELDS.items() if before.get(name) != entry.get(name))
            if fields:
                yield place, fields


def _before(
    entry: Mapping[str, Any], first: tuple[Moment, CheckKey], entries: list[Mapping[str, Any]], story: Story
) -> Mapping[str, Any] | None:
    """Return what a check said first; None where it says the same, or was added beside what still stands there."""
    said = _at(story, first[0])
    held = [one for one, key in zip(said.get(CHECKS, ()), checks_in(said), strict=False) if key == first[1]]
    gone = [one for one in held if one not in entries]
    return gone[0] if gone and entry not in held else None


def _at(story: Story, moment: Moment) -> Values:
    said = story.log.at(moment)
    return said if isinstance(said, Mapping) else {}
