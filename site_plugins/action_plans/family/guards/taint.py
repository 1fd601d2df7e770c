"""Guard 2: no byte of the finished output holds anything internal.

Texts, attributes, comments, file names and files of any other kind are looked at; the theme's own stylesheet is not.
What is exactly an author's or the theme's sentence is known. All else is looked at twice: each piece alone, and what
stands between known pieces put together, so that tags cut nothing internal into harmless parts.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache, cached_property

from action_plans.family.guards.excused import Excused
from action_plans.family.guards.internal_words import TELLING
from action_plans.family.guards.marks import FoundMark, MarkFinder
from action_plans.family.guards.pieces import Kind, Piece, pieces
from action_plans.family.guards.privacy.private_words import PrivateWords
from action_plans.family.words.folding import Run, fold, runs, sentences

SHORT_TITLE = 2
"""How many words a title has at least that is looked for whole."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Something in a finished file that may not be there: what it is, and the words where they may be repeated."""

    file: str
    what: str
    words: str = ""


@dataclass
class Look:
    """What was seen in finished files: leaks that are plain to see, and runs of words that may be internal.

    Attributes:
        leaks: what is wrong whatever stands in the plan.
        runs: runs of words that nobody wrote for families, each with the files that hold it.
    """

    leaks: list[Leak] = field(default_factory=list)
    runs: dict[Run, dict[str, None]] = field(default_factory=dict)


@dataclass(frozen=True)
class Taint:
    """What is needed to look at finished files.

    Attributes:
        allowed: what may be published.
        marks: returns what finds ids, codes, names and files; asked for only where there is something to look at.
        patterns: finds what looks personal.
        addresses: the files that the edition has and where its links may lead.
    """

    allowed: Excused
    marks: Callable[[], MarkFinder]
    patterns: PrivateWords
    addresses: AbstractSet[str]

    def look(self, files: Mapping[str, bytes]) -> Look:
        """Return what finished files hold that nobody wrote for families. Cost: linear in the files."""
        seen = Look()
        for name in sorted(files):
            for leak in dict.fromkeys(self._leaks_in(name, tuple(pieces(name, files[name])), seen)):
                seen.leaks.append(leak)
        return seen

    def _leaks_in(self, file: str, found: tuple[Piece, ...], seen: Look) -> Iterator[Leak]:
        unknown = []
        for piece in found:
            is_known = self._is_known(piece, file)
            unknown.append(None if is_known else piece)
            if not is_known and piece.kind is Kind.ADDRESS and _LEADS_OUT.match(piece.text):
                yield Leak(file, "an address that nobody wrote for families")
            elif not is_known and piece.kind is Kind.ADDRESS:
                yield Leak(file, "a link that leads nowhere in this site")
        visible = [piece for piece in unknown if piece is None or piece.kind in _SEEN]
        hidden = [piece for piece in unknown if piece is not None and piece.kind in (Kind.ADDRESS, Kind.HIDDEN)]
        for text in (*_joined(visible), *_joined(hidden), *(piece.text for piece in hidden)):
            for run in self._suspect(text):
                seen.runs.setdefault(run, {})[file] = None
        for each in filter(None, unknown):
            yield from self._marked(file, each.text, in_address=each.kind not in _SEEN)
            yield from self._private(file, each.text)
        for text in _joined(visible):
            yield from self._marked(file, text)
            yield from self._private(file, text)

    def _is_known(self, piece: Piece, file: str) -> bool:
        """Whether a piece is an author's or the theme's sentence, or the address of a page of the edition."""
        if self._knows(piece.text):
            return True
        if piece.kind in _SEEN:
            return False
        if piece.kind is not Kind.ADDRESS:
            return piece.text in self._folded_addresses
        path, mark, _ = piece.text.partition("#")
        there = posixpath.normpath(posixpath.join(posixpath.dirname(file), path)) if path else file
        return fold(there) in self._folded_addresses and (not mark or _ANCHOR.search(piece.text) is not None)

    @cached_property
    def _knows(self) -> Callable[[str], bool]:
        """What tells whether a text is known: most pieces stand on many pages."""
        return cache(self.allowed.knows)

    @cached_property
    def _folded_addresses(self) -> frozenset[str]:
        """The files as pieces name them: folded, as all that is looked at, so that `łódź-house/` is known."""
        return frozenset(map(fold, self.addresses))

    def _suspect(self, text: str) -> Iterator[Run]:
        yield from (run for run in runs(text, TELLING) if not self.allowed.holds(run))
        for sentence in sentences(text):
            for length in range(SHORT_TITLE, TELLING):
                for start in range(len(sentence) - length + 1):
                    yield sentence[start : start + length]

    def _marked(self, file: str, text: str, *, in_address: bool = False) -> Iterator[Leak]:
        found: Iterable[FoundMark] = self.marks().find(text, in_address=in_address)
        yield from (Leak(file, mark.what, mark.mark) for mark in found)

    def _private(self, file: str, text: str) -> Iterator[Leak]:
        yield from (Leak(file, f"what looks like {private.what}") for private in self.patterns.find(text))


_LEADS_OUT = re.compile(r"\s*(?:[A-Za-z][A-Za-z0-9+.-]*:|//)")
_ANCHOR = re.compile(r"#(?:main$|mark-)")
_SEEN = (Kind.VISIBLE, Kind.SPOKEN)


def _joined(several: Iterable[Piece | None]) -> Iterator[str]:
    """Yield what stands between known pieces as one text: words that only a tag inside a line cuts are whole again."""
    parts: list[str] = []
    for piece in several:
        if piece is None:
            if parts:
                yield "".join(parts)
            parts = []
        else:
            parts.append(f" {piece.text}" if piece.is_parted else piece.text)
    if parts:
        yield "".join(parts)
