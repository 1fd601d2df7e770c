"""Where items and files were moved from: what went away in one place and appeared in another."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from action_plans.history.commits import FileChange
from action_plans.history.version_values import KIND, WHOLE, Values
from action_plans.history.versions import is_note
from action_plans.model.record import slug

Key = tuple[str, str]
"""A path in the repository and an item's id in lower case; `WHOLE` for what a file says beside its items."""

Sign = tuple[str, ...]
"""Something by which an item is known again."""


@dataclass(slots=True)
class Gone:
    """Items that went away and were not found again, by what they are known by; the newest counts."""

    by_sign: dict[Sign, Key] = field(default_factory=dict)

    def add(self, key: Key, values: Values) -> None:
        """Remember an item that went away."""
        for sign in _signs(key, values):
            self.by_sign[sign] = key


@dataclass(frozen=True, slots=True)
class Whence:
    """Where what appeared was before: items by their new place, files by their new path."""

    items: Mapping[Key, Key]
    files: Mapping[str, str]
    same: frozenset[Key]

    def is_same(self, key: Key) -> bool:
        """Whether an item was moved and says what it said."""
        return key in self.same


def moved(come: Mapping[Key, Values], gone: Mapping[Key, Values], lost: Gone, changes: Sequence[FileChange]) -> Whence:
    """Return where what appeared in a commit was before; what went and was not found again is added to `lost`.

    A file that was deleted is known again by what it held, by what it calls itself, or by its name. An item is known
    again by all that it says, by its id and title, or by all but its id; in a file that was moved by its id alone. What
    went away in an earlier commit is known again too. Cost: linear in what came and went.
    """
    files = _moved_files(come, gone, changes)
    now = Gone()
    for key, values in gone.items():
        now.add(key, values)
    found: dict[Key, Key] = {}
    taken: set[Key] = set()
    for key, values in come.items():
        path, item = key
        before = (files[path], item) if path in files and (files[path], item) in gone else None
        before = before or (_known_again(key, values, now, lost, taken) if item != WHOLE else None)
        if before is not None and before not in taken:
            found[key] = before
            taken.add(before)
    for key, values in gone.items():
        if key not in taken and key[1] != WHOLE:
            lost.add(key, values)
    same = frozenset(key for key, before in found.items() if gone.get(before) == come[key])
    return Whence(found, files, same)


def _known_again(key: Key, values: Values, now: Gone, lost: Gone, taken: set[Key]) -> Key | None:
    places = [among for among in (now, lost) if among.by_sign]  # of what came first, nothing can be known again
    signs = tuple(_signs(key, values)) if places else ()
    for among in places:
        for sign in signs:
            before = among.by_sign.get(sign)
            if before is not None and before not in taken and before[0] != key[0]:
                if among is lost:
                    del lost.by_sign[sign]
                return before
    return None


def _signs(key: Key, values: Values) -> Iterator[Sign]:
    """Yield what an item is known by, the surest first."""
    kind = str(values.get(KIND, ""))
    own = _text({name: said for name, said in values.items() if name != "id"})
    title = str(values.get("title", values.get("statement", "")))
    yield kind, "all", key[1], own
    yield kind, "title", key[1], title.casefold()
    yield kind, "but id", own


def _moved_files(
    come: Mapping[Key, Values], gone: Mapping[Key, Values], changes: Sequence[FileChange]
) -> Mapping[str, str]:
    """Return where each new file was before; an empty answer where none went away, or none came."""
    away = {one.path: one.before for one in changes if one.after is None and one.before is not None}
    fresh = {one.path: one.after for one in changes if one.before is None and one.after is not None}
    if not away or not fresh:
        return {}
    known: dict[Sign, str] = {}
    for path, blob in away.items():
        for sign in _signs_of_file(path, str(blob), gone.get((path, WHOLE))):
            known.setdefault(sign, path)
    found: dict[str, str] = {}
    for number in range(_SIGNS_OF_A_FILE):
        for path, blob in fresh.items():
            signs = _signs_of_file(path, str(blob), come.get((path, WHOLE)))
            before = known.get(signs[number])
            if path not in found and before is not None and before not in found.values():
                found[path] = before
    return found


_SIGNS_OF_A_FILE = 2


def _signs_of_file(path: str, blob: str, values: Values | None) -> tuple[Sign, ...]:
    """Return what a file is known by: what it holds; what it calls itself, or else its name."""
    ending = PurePosixPath(path).suffix.casefold()
    if values is None:
        name = PurePosixPath(path).name.casefold()
    else:
        name = str(values.get("id", "" if not is_note(path) else slug(PurePosixPath(path).stem))).casefold()
    return (ending, "holds", blob), (ending, "called", name)


def _text(values: Values) -> str:
    return json.dumps(values, sort_keys=True)
