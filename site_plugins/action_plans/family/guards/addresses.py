"""What an address says to whoever reads it: the name of its host, what stands before an @, the parts of its path."""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

from action_plans.family.guards.internal_words import CONTACT, NAME, is_title_of_person
from action_plans.family.guards.marks import MarkFinder
from action_plans.family.guards.privacy.name_lists import known_words
from action_plans.family.guards.privacy.names import is_ordinary
from action_plans.family.guards.privacy.private_words import REFUSED
from action_plans.family.telling.shapes import AddressParts, dialled, parts_of_address
from action_plans.family.words.folding import fold


@dataclass(frozen=True)
class AddressGuard:
    """Finds what no answer can free in an address or a telephone number.

    Attributes:
        marks: finds ids, codes and names, less those of the service.
        refused: names that the project never wants published.
        people: the full names of people in the plans, each with how the person is reached, or nothing.
        known: the words of the names that families know, in small letters: of services, helpers, and of a contact who
            agreed to be named. They tell on nobody, but for a refused name.
        called: the names of services and providers. A host has their words, whoever in a role has the same surname.
    """

    marks: MarkFinder
    refused: tuple[str, ...] = ()
    people: tuple[tuple[str, str], ...] = ()
    known: frozenset[str] = frozenset()
    called: tuple[str, ...] = ()

    def in_address(self, address: str) -> Iterator[str]:
        """Yield what an e-mail address or a link holds that may not be printed, each kind once."""
        if fold(address).casefold().strip() in self._emails:
            yield CONTACT
        parts = parts_of_address(address)
        if any(_is_named(name, parts, anywhere=True) for name in self.refused):
            yield REFUSED
        if any(_is_named(name, parts, self.known, self._called_beside(name)) for name, _ in self._others):
            yield NAME
        yield from dict.fromkeys(self._marks_in(parts))

    def in_phone(self, phone: str) -> Iterator[str]:
        """Yield that a telephone number is somebody's own."""
        if dialled(phone).replace("+44", "0") in self._phones:
            yield CONTACT

    def _marks_in(self, parts: AddressParts) -> Iterator[str]:
        """Yield ids and codes of a host and a mailbox; whoever reads the path as words has found those in it.

        A code has its capitals as written: `dm@` is a mailbox like any other, and `gov.uk/asc` a page.
        """
        for label in (*parts.host, *parts.local):
            said = re.sub(r"[^\w']+|_", " ", fold(label))
            yield from (found.what for found in self.marks.find(said) if found.what != NAME)

    def _called_beside(self, name: str) -> frozenset[str]:
        """Return the words of the names of services and providers that say more than somebody's name alone."""
        person = set(_words(name))
        return frozenset(word for words in self._words_called if not words <= person for word in words)

    @cached_property
    def _words_called(self) -> tuple[frozenset[str], ...]:
        return tuple(frozenset(_tokens((name,))) for name in self.called)

    @cached_property
    def _others(self) -> tuple[tuple[str, str], ...]:
        """Everybody who did not agree to be named."""
        return tuple((name, contact) for name, contact in self.people if not set(_words(name)) <= self.known)

    @cached_property
    def _emails(self) -> frozenset[str]:
        return frozenset(each.casefold() for _, contact in self._others for each in _EMAIL.findall(fold(contact)))

    @cached_property
    def _phones(self) -> frozenset[str]:
        found = (dialled(each) for _, contact in self._others for each in _PHONE.findall(fold(contact)))
        return frozenset(each.replace("+44", "0") for each in found)


def words_of_names(names: Iterable[str]) -> frozenset[str]:
    """Return the words of names, as `AddressGuard.known` has them."""
    return frozenset(word for name in names for word in (*_words(name), *_tokens((name,))))


def _is_named(
    name: str,
    parts: AddressParts,
    known: AbstractSet[str] = frozenset(),
    called: AbstractSet[str] = frozenset(),
    *,
    anywhere: bool = False,
) -> bool:
    """Whether an address names somebody: whole, each part of a name, or as mailboxes are called, `jsmith`.

    A part that is an ordinary word, such as Rose, counts before an @ alone: there it is whose mailbox it is. So does a
    name with an initial, and where a path says whose page it is: Sarah Cope has nothing to do with `scope.org.uk`. A
    name that is refused is looked for `anywhere`.
    """
    words = _words(name)
    if not words:
        return False
    own, host, path = _tokens(parts.local), _tokens(parts.host), _tokens(parts.path)
    whole = {"".join(words), "".join(reversed(words))}
    if whole & (own | path | host - called):
        return True
    if len(words) > 1 and (set(words) <= own or set(words) <= host | path):
        return True
    if len(words) > 1 and len(words[-1]) >= _SHORTEST_PART:
        short = {words[0][0] + words[-1], words[-1] + words[0][0]}
        if short & (own | (host | path if anywhere else _tokens(_whose(parts.path)))):
            return True
    each = {part for word in name.split() for part in (_letters(word), *_tokens((word,)))}
    each = {part for part in each - known if len(part) >= _SHORTEST_PART and not is_title_of_person(part)}
    each -= known_words()
    return bool(each & own) or any(not _is_word(part) for part in each & (path | host - called))


def _whose(path: Iterable[str]) -> Iterator[str]:
    """Yield the parts of a path that say whose page it is: `~jsmith`, and what stands behind `people`."""
    before = ""
    for part in path:
        if part.startswith(("~", "@")) or before in _BEFORE_PEOPLE:
            yield part
        before = fold(part).casefold()


def _is_word(small: str) -> bool:
    return is_ordinary(small) or small in known_words()


def _words(name: str) -> list[str]:
    """Return the words of a name in small letters, without what stands before it, such as Mrs."""
    words = (_letters(word) for word in name.split() if not is_title_of_person(word))
    return [word for word in words if word]


def _letters(word: str) -> str:
    return "".join(_LETTERS.findall(fold(word).casefold()))


def _tokens(labels: Iterable[str]) -> set[str]:
    return {token for label in labels for token in _LETTERS.findall(fold(label).casefold())}


_LETTERS = re.compile(r"[^\W\d_]+")
_SHORTEST_PART = 3
_BEFORE_PEOPLE = frozenset(
    ["author", "authors", "in", "member", "members", "my", "our-team", "people", "person", "profile", "profiles"]
) | frozenset(["staff", "team", "u", "user", "users"])
"""Folders of a site in which each page or room is somebody's."""
_EMAIL = re.compile(r"[^\s<>,;:()]+@[^\s<>,;:()]+")
_PHONE = re.compile(r"\+?[0-9(][0-9 ()-]{4,}[0-9]")
