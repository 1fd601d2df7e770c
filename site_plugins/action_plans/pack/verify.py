"""Whether an inspection pack is as it was packed: which files were changed, added or removed since."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from action_plans.exchange.zip_writer import told_day
from action_plans.pack.held_files import CannotReadError, HeldFiles, TooMuchError
from action_plans.pack.manifest import DESCRIPTION, SUMS, BadManifestError, read_description, read_sums
from action_plans.pack.opened_pack import opened
from action_plans.pack.opened_zip import WrittenZip

_MOST_LINES = 200
_MOST_SUMS = 32_000_000  # that of the most files of the longest paths is shorter


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found.

    `files` is how many files the list of sums has. `changed`, `added` and `removed` are paths. `faults` are sentences
    about anything else that is wrong, and `container` says where a zip differs from one as packing writes it. `number`
    is the SHA-256 of the list of sums; it is only known where there is one. `compared` is whether it is the number that
    was expected; None where none was given.
    """

    files: int = 0
    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    container: str = ""
    number: str | None = None
    compared: bool | None = None

    @property
    def is_intact(self) -> bool:
        """Whether everything is as it was packed."""
        return self._are_files_intact and not self.container and self.number is not None and self.compared is not False

    @property
    def _are_files_intact(self) -> bool:
        return not (self.changed or self.added or self.removed or self.faults)

    def as_text(self) -> str:
        """Return what to tell a person: a line for each file, then what follows from them."""
        lines = [line for line in (self.container, *_bounded(self.faults)) if line]
        for word, paths in (("changed", self.changed), ("added", self.added), ("removed", self.removed)):
            lines += _bounded([f"{word}: {path}" for path in paths])
        if self.number is not None:
            lines += [self._follows(), f"The number of this pack is {self.number}", self._about_number()]
        return "".join(f"{line}\n" for line in lines)

    def _follows(self) -> str:
        if not self._are_files_intact:
            return "This pack is not as it was packed."
        files = f"All {self.files:,} files are as the pack's own list of sums says"
        if not self.container:
            return f"{files}, and there is no other."
        return (
            f"{files}, but this zip is not as it was packed. If it was only zipped again on its way, take everything "
            "out into an empty folder and verify that folder."
        )

    def _about_number(self) -> str:
        if self.compared is None:
            return "Compare it with the number that was shown when it was packed: with another one, it is another pack."
        if self.compared:
            return "That is the number you were given."
        return "That is not the number you were given: the list of sums was changed, or this is another pack."


def _bounded(lines: Sequence[str]) -> list[str]:
    """Return lines for a person, no more of a kind than can be read."""
    left = len(lines) - _MOST_LINES
    return [*lines[:_MOST_LINES], *([f"and {left:,} more like that"] if left > 0 else [])]


def verify(pack: Path, number: str | None = None) -> Verified:
    """Look at a pack, a zip or the folder that it was taken out to; `number` is what its maker was shown, if known.

    A zip is compared to its last byte: with the number, no other zip is intact. Without it, somebody who made all sums
    anew could pass off another pack. Of a folder the files are compared, not their times and rights.

    Raises nothing: what cannot be read is a fault. Cost: linear in what it holds, which is bounded; no file but the
    lists of sums is held in memory whole.
    """
    try:
        with opened(pack) as held:
            return _compare(held, number)
    except CannotReadError as error:
        return Verified(faults=(str(error),))


def _compare(held: HeldFiles, number: str | None) -> Verified:
    there = frozenset(held.paths())
    if SUMS not in there:
        told = tuple(fault for fault in held.faults if fault.startswith(SUMS))
        return Verified(faults=(*told, _foreign(there)), container=held.container)
    text = _whole(held, SUMS)
    own = hashlib.sha256(text).hexdigest()
    compared = None if number is None else "".join(number.split()).casefold() == own
    try:
        listed = read_sums(text)
    except BadManifestError as error:
        return Verified(faults=(*held.faults, str(error)), container=held.container, number=own, compared=compared)
    changed = frozenset(path for path in sorted(listed) if path in there and not _is_same(held, path, listed[path]))
    return Verified(
        files=len(listed),
        changed=tuple(sorted(changed)),
        added=tuple(sorted(there - {SUMS, *listed})),
        removed=tuple(sorted(listed.keys() - there)),
        faults=(*held.faults, *_faults_of_description(held, listed, there - changed)),
        container=held.container,
        number=own,
        compared=compared,
    )


def _faults_of_description(held: HeldFiles, listed: Mapping[str, str], sound: frozenset[str]) -> Iterator[str]:
    """Yield what is wrong with the description, where it is there as it is listed: it says the same as the others."""
    if DESCRIPTION not in listed:
        yield f"{SUMS} does not list {DESCRIPTION}."
    if DESCRIPTION not in listed or DESCRIPTION not in sound:
        return
    described = read_description(_whole(held, DESCRIPTION))
    if described is None:
        yield f"{DESCRIPTION} does not describe an inspection pack."
        return
    if {path: each.sha256 for path, each in described.files.items()} | {DESCRIPTION: listed[DESCRIPTION]} != listed:
        yield f"{DESCRIPTION} and {SUMS} do not list the same files and sums."
    if isinstance(held, WrittenZip) and held.held.day != told_day(described.as_of):
        yield f"The files in the zip do not bear the day that {DESCRIPTION} says."


def _foreign(there: frozenset[str]) -> str:
    inside = sorted(path for path in there if path.endswith(f"/{SUMS}"))
    if inside:
        return f"There is a pack in the folder {inside[0].removesuffix(SUMS)} of this: unpack it, and name that folder."
    return f"This is no inspection pack, or its list of sums was removed: it holds no {SUMS}."


def _whole(held: HeldFiles, path: str) -> bytes:
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


def _is_same(held: HeldFiles, path: str, expected: str) -> bool:
    checksum = hashlib.sha256()
    try:
        for piece in held.pieces(path):
            checksum.update(piece)
    except TooMuchError:
        raise
    except CannotReadError:
        return False
    return checksum.hexdigest() == expected
