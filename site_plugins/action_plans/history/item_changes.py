"""When each item of a file was first recorded and last changed: in the commits in which what it says is not the same.

Reformatting, comments and another order of keys change nothing. A version that cannot be read is passed over: what it
changed counts from the next one that can.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from action_plans.history.file_chains import Link, ReadVersion
from action_plans.history.history import Change, Version
from action_plans.history.version_values import WHOLE, Values, VersionValues


@dataclass(frozen=True, slots=True)
class ItemHistory:
    """When an item was first recorded and last changed; nothing where that is not known.

    `uncommitted` says that it says something today that is in no version.
    """

    first: Change | None = None
    last: Change | None = None
    uncommitted: bool = False


UNKNOWN = ItemHistory()


@dataclass(frozen=True, slots=True)
class FileChanges:
    """The histories of a file's items by id in lower case, and of the file as a whole.

    `said` is what items said on the days that were asked about; an item that was not there then has no entry.
    """

    whole: ItemHistory = UNKNOWN
    items: Mapping[str, ItemHistory] = field(default_factory=dict)
    said: Mapping[tuple[str, date], Values] = field(default_factory=dict)


def file_changes(
    chain: Sequence[Link],
    read: ReadVersion,
    today: VersionValues | None,
    asked: Mapping[date, Sequence[str]],
    *,
    uncommitted: bool,
) -> FileChanges:
    """Compare each version of a file with the one before it, and the newest with today's.

    Args:
        chain: its versions, newest first.
        read: what gives each.
        today: what the file says now; None where that could not be read.
        asked: the items about which to say what they said at the end of a day, by that day.
        uncommitted: whether the file is changed or new and not committed.

    Cost: linear in versions and their items; one version is held at a time, besides the newest of each item.
    """
    followed = _Followed()
    days_at = _days_at(chain, asked)
    said: dict[tuple[str, date], Values] = {}
    for place in range(len(chain) - 1, -1, -1):
        link = chain[place]
        if place == 0 and today is not None and not uncommitted:
            followed.take(link.version, today)  # the newest version is what lies there, so it need not be read again
        else:
            followed.take(link.version, read(link.version.blob, link.path) if link.version.blob else None)
        for day in days_at.get(place, ()):
            said |= {(item, day): followed.values[item] for item in asked[day] if item in followed.values}
    return followed.result(today if uncommitted else None, said, uncommitted=uncommitted)


class _Followed:
    """What is known after some versions."""

    def __init__(self) -> None:
        self.values: dict[str, Values] = {}
        self._first: dict[str, Version] = {}
        self._last: dict[str, Version] = {}
        self._whole: list[Version] = []

    def take(self, version: Version, said: VersionValues | None) -> None:
        """Go on to the next version; None where the file was deleted."""
        items: Mapping[str, Values] = said.items if said is not None else {}
        changed = [item for item, values in items.items() if self.values.get(item) != values]
        gone = [item for item in self.values if item not in items] if said is None or said.is_complete else []
        for item in changed:
            self.values[item] = items[item]
            self._first.setdefault(item, version)
            self._last[item] = version
        for item in gone:
            del self.values[item]
        if changed or gone:
            self._whole = [*self._whole[:1], version]

    def result(
        self, today: VersionValues | None, said: Mapping[tuple[str, date], Values], *, uncommitted: bool
    ) -> FileChanges:
        """Return what came out; `today` is what the file says now, where it is not the newest version."""
        now: Mapping[str, Values] = today.items if today is not None else {}
        known = dict.fromkeys((*self._first, *now))
        items = {
            item: ItemHistory(
                _change(self._first.get(item)),
                _change(self._last.get(item)),
                uncommitted=item in now and self.values.get(item) != now[item],
            )
            for item in known
        }
        whole = ItemHistory(
            _change(self._whole[0] if self._whole else None),
            _change(self._whole[-1] if self._whole else None),
            uncommitted,
        )
        items.pop(WHOLE, None)
        return FileChanges(whole, items, said)


def _change(version: Version | None) -> Change | None:
    return (
        Change(version.commit, version.commit[:7], version.date, author=version.author) if version is not None else None
    )


def _days_at(chain: Sequence[Link], asked: Mapping[date, Sequence[str]]) -> Mapping[int, list[date]]:
    """Return for each place in the chain the days at whose end it was the newest version."""
    found: dict[int, list[date]] = {}
    place = 0
    for day in sorted(asked, reverse=True):
        while place < len(chain) and chain[place].version.date > day:
            place += 1
        if place < len(chain):
            found.setdefault(place, []).append(day)
    return found
