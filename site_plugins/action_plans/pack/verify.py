"""Whether an inspection pack is as it was packed: which files were changed, added or removed since."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from action_plans.pack.manifest import DESCRIPTION, SUMS, BadManifestError, is_description, read_sums
from action_plans.pack.opened_pack import CannotReadError, OpenedPack, TooMuchError, opened

_MOST_SUMS = 50_000_000


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found.

    `files` is how many files the list of sums has. `changed`, `added` and `removed` are paths, `changed` with a reason
    where one is known. `faults` are sentences about anything else that is wrong. `number` is the SHA-256 of the list of
    sums; it is only known where there is one. `compared` is whether it is the number that was expected; None where none
    was given.
    """

    files: int = 0
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    number: str | None = None
    compared: bool | None = None

    @property
    def is_intact(self) -> bool:
        """Whether everything is as it was packed."""
        wrong = self.changed or self.added or self.removed or self.faults
        return not wrong and self.number is not None and self.compared is not False

    def as_text(self) -> str:
        """Return what to tell a person: a line for each file, then what follows from them."""
        lines = [*self.faults]
        for word, paths in (("changed", self.changed), ("added", self.added), ("removed", self.removed)):
            lines += [f"{word}: {path}" for path in paths]
        if lines and self.number is not None:
            lines.append("This pack is not as it was packed.")
        elif self.number is not None:
            lines.append(f"All {self.files:,} files are as the pack's own list of sums says, and there is no other.")
        if self.number is not None:
            lines += [f"The number of this pack is {self.number}", self._about_number()]
        return "".join(f"{line}\n" for line in lines)

    def _about_number(self) -> str:
        if self.compared is None:
            return "Compare it with the number that was shown when it was packed: with another one, it is another pack."
        if self.compared:
            return "That is the number you were given."
        return "That is not the number you were given: the list of sums was changed, or this is another pack."


def verify(pack: Path, number: str | None = None) -> Verified:
    """Look at a pack, a zip or the folder that it was unpacked to; `number` is what its maker was shown, if known.

    Raises nothing: what cannot be read is a fault. Cost: linear in what it holds; no file is held in memory whole.
    """
    try:
        with opened(pack) as held:
            return _compare(held, number)
    except CannotReadError as error:
        return Verified(faults=(str(error),))


def _compare(held: OpenedPack, number: str | None) -> Verified:
    there = frozenset(held.paths())
    if SUMS not in there:
        return Verified(faults=(*held.faults, _foreign(there)))
    text = _whole(held, SUMS)
    own = hashlib.sha256(text).hexdigest()
    compared = None if number is None else "".join(number.split()).casefold() == own
    try:
        listed = read_sums(text)
    except BadManifestError as error:
        return Verified(faults=(*held.faults, str(error)), number=own, compared=compared)
    changed = [path for path in sorted(listed) if path in there and not _is_same(held, path, listed[path])]
    faults = list(held.faults)
    if DESCRIPTION in there.difference(changed) and not is_description(_whole(held, DESCRIPTION)):
        faults.append(f"{DESCRIPTION} does not describe an inspection pack.")
    return Verified(
        files=len(listed),
        changed=tuple(changed),
        added=tuple(sorted(there - {SUMS, *listed})),
        removed=tuple(sorted(listed.keys() - there)),
        faults=tuple(faults),
        number=own,
        compared=compared,
    )


def _foreign(there: frozenset[str]) -> str:
    inside = sorted(path for path in there if path.endswith(f"/{SUMS}"))
    if inside:
        return f"There is a pack in the folder {inside[0].removesuffix(SUMS)} of this: unpack it, and name that folder."
    return f"This is no inspection pack, or its list of sums was removed: it holds no {SUMS}."


def _whole(held: OpenedPack, path: str) -> bytes:
    """Return a whole file.

    Raises:
        CannotReadError: it is damaged, or longer than such a file can be.
    """
    found = bytearray()
    for piece in held.pieces(path):
        found += piece
        if len(found) > _MOST_SUMS:
            raise TooMuchError(f"{path} is longer than that of any inspection pack.")
    return bytes(found)


def _is_same(held: OpenedPack, path: str, expected: str) -> bool:
    checksum = hashlib.sha256()
    try:
        for piece in held.pieces(path):
            checksum.update(piece)
    except TooMuchError:
        raise
    except CannotReadError:
        return False
    return checksum.hexdigest() == expected
