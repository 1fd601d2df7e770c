"""Clocks are not believed: which days of commits are doubtful, told from the order of ancestry."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, tzinfo
from itertools import accumulate

from action_plans.history.commits import Commit, Lines

_GIT_BEGAN = int(datetime(2005, 4, 7, tzinfo=UTC).timestamp())
"""No version is older than git's first."""
_NOBODY_PLANS = int(datetime(2200, 1, 1, tzinfo=UTC).timestamp())
_YEAR = 365 * 24 * 3600
_SLACK = 300
"""Seconds by which the clocks of two machines may well differ."""


def day_of(seconds: int, zone: tzinfo) -> date:
    """Return the day of a time where the project is; the first or last day there is for one outside all calendars."""
    try:
        return datetime.fromtimestamp(seconds, UTC).astimezone(zone).date()
    except (ValueError, OverflowError, OSError):
        return date.min if seconds < 0 else date.max


def instant_of(seconds: int) -> str:
    """Return a time in UTC as `2026-03-01T09:00:00Z`; the first or last there is for one outside all calendars."""
    try:
        when = datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        when = datetime.min if seconds < 0 else datetime.max  # noqa: DTZ901 -- UTC is written behind it
    return f"{when:%Y-%m-%dT%H:%M:%S}Z"


def with_doubts(lines: Lines) -> Lines:
    """Return the same commits, those marked whose clock contradicts the order in which they were made.

    On the main line a time years before that of an older commit which a newer one bears out is wrong; of the others the
    most that agree with each other are believed (the longest run of times that never goes back; Schensted 1961, n log
    n). Doubtful is besides what is older than its own parent, and a time from before git or from a far future. What a
    merge brought lies between its parents and the merge.
    """
    early = _years_early([commit.seconds for commit in lines.main])
    rest = [commit for place, commit in enumerate(lines.main) if place not in early]
    believed = _believed([commit.seconds for commit in rest])
    agreeing = {commit.name for place, commit in enumerate(rest) if place in believed}
    on_main = {commit.name for commit in lines.main} - agreeing
    doubted = {name for name, commit in lines.known.items() if name in on_main or _is_wrong(commit, lines)}
    for merge in lines.main:
        if merge.name not in doubted:
            later = merge.seconds + _SLACK
            doubted |= {one.name for one in lines.brought_by(merge.name) if one.seconds > later}
    if not doubted:
        return lines
    known = {name: replace(one, is_doubtful=True) if name in doubted else one for name, one in lines.known.items()}
    main = tuple(known[one.name] for one in lines.main)
    brought = {merge: tuple(known[one.name] for one in several) for merge, several in lines.brought.items()}
    return Lines(known, main, brought)


def _is_wrong(commit: Commit, lines: Lines) -> bool:
    if not _GIT_BEGAN <= commit.seconds < _NOBODY_PLANS:
        return True
    parents = (lines.known[name] for name in commit.parents if name in lines.known)
    return any(commit.seconds + _SLACK < parent.seconds for parent in parents)


def _years_early(times: Sequence[int]) -> frozenset[int]:
    """Return the places of times a year or more before an earlier one, if a later one is not before that one."""
    found: set[int] = set()
    newest_after = list(accumulate(reversed(times), max))[::-1][1:]
    reached: int | None = None
    for place, time in enumerate(times):
        if reached is not None and time + _YEAR < reached:
            found.add(place)
        elif place < len(newest_after) and time <= newest_after[place] and time < _NOBODY_PLANS:
            reached = time if reached is None else max(reached, time)
    return frozenset(found)


def _believed(times: Sequence[int]) -> frozenset[int]:
    """Return the places of a longest run of times that never goes back by more than clocks differ.

    Found from the end, so that of two that contradict each other the older commit is believed.
    """
    tops: list[int] = []
    ends: list[int] = []
    before: dict[int, int | None] = {}
    smooth = _smooth(times)
    for place in range(len(smooth) - 1, -1, -1):
        value = -smooth[place]
        pile = bisect_right(tops, value)
        before[place] = ends[pile - 1] if pile else None
        if pile == len(tops):
            tops.append(value)
            ends.append(place)
        else:
            tops[pile], ends[pile] = value, place
    found: set[int] = set()
    last: int | None = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return frozenset(found)


def _smooth(times: Sequence[int]) -> list[int]:
    """Return times in which one that is a little older than the one before is as old as it."""
    found: list[int] = []
    for time in times:
        found.append(found[-1] if found and found[-1] - _SLACK <= time < found[-1] else time)
    return found
