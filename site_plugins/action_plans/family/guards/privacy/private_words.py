"""Guard 3: what tells on somebody, in words for families.

Tools cannot tell a name from any other word for certain; that is what a project's own list of names, and the person who
approves, are for. What reads for meaning can be answered in the plan, see `answers`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from action_plans.family.guards.privacy.ages import AGES
from action_plans.family.guards.privacy.blamed import BLAMED
from action_plans.family.guards.privacy.counted_alone import COUNTED_ALONE
from action_plans.family.guards.privacy.counts import COUNTS
from action_plans.family.guards.privacy.described import DESCRIBED
from action_plans.family.guards.privacy.events import EVENTS
from action_plans.family.guards.privacy.names import is_ordinary, is_used_as_name, names_in
from action_plans.family.guards.privacy.numbers import NUMBERS
from action_plans.family.guards.privacy.person_words import PERSON_WORDS
from action_plans.family.guards.privacy.persons import PERSONS
from action_plans.family.guards.privacy.relatives import RELATIVES
from action_plans.family.guards.privacy.rooms import ROOMS
from action_plans.family.guards.privacy.rule import Private, found_by
from action_plans.family.guards.privacy.staff_matters import STAFF_MATTERS
from action_plans.family.words.folding import any_phrase, fold
from action_plans.family.words.theme_words import PersonalWords

RULES = (
    *(*NUMBERS, *ROOMS, *COUNTS, *AGES, *PERSONS, *DESCRIBED, *EVENTS, *RELATIVES, *STAFF_MATTERS, *BLAMED),
    *COUNTED_ALONE,
    *PERSON_WORDS,
)
REFUSED = "a name from your list of names to refuse"
"""What such a name is called in a message."""
_PART = re.compile(r"[^\W_]+")
_SHORTEST_PART = 2


@dataclass(frozen=True)
class PrivateWords:
    """Finds what tells on somebody, less what may be published.

    Attributes:
        allowed: telephone numbers, addresses and names of the contact, of outside help and of the theme.
        refused: names that the project never wants published.
        other_words: for languages other than English, by their code: what stands before a name, a room or a bed.
    """

    allowed: frozenset[str] = frozenset()
    refused: tuple[str, ...] = ()
    other_words: Mapping[str, PersonalWords] = field(default_factory=dict)

    def find(self, text: str, *, is_english: bool = True) -> Iterator[Private]:
        """Yield every place of a folded text that tells on somebody, each place once.

        In another language only numbers, names from the list and that language's own words tell.
        """
        spared = [found.span() for found in self._allowed.finditer(text)] if self._allowed else []
        refused = tuple(self.refused_in(text))
        told = [(private.start, private.end) for private in refused]
        rules = RULES if is_english else NUMBERS
        names = names_in(text, is_english=is_english)
        for private in (*found_by(rules, text), *names, *self._in_other_languages(text)):
            first = text.index(private.words.lstrip("( "), private.start)
            inside = any(start <= first and private.end <= end for start, end in (*spared, *told))
            if not inside:
                told.append((private.start, private.end))
                yield private
        yield from refused

    def find_in_address(self, text: str) -> Iterator[Private]:
        """Yield what tells on somebody in the words of an address; numbers may lead to pages there."""
        certain = tuple(rule for rule in NUMBERS if rule.is_certain)
        yield from found_by((*certain, *ROOMS), text)
        yield from names_in(text)
        yield from self.refused_in(text)

    def _in_other_languages(self, text: str) -> Iterator[Private]:
        for pattern in self._others:
            for found in pattern.finditer(text):
                if found["after"][0].islower():  # a script without capitals has no small letters either
                    continue
                what, instead = "a person's name, or a room or bed", "Say it without the name or number."
                yield Private(what, instead, found.start(), found.end(), found[0])

    def refused_in(self, text: str) -> Iterator[Private]:
        """Yield names of the project's list: whole ones in any letters, and each part; ordinary words only as names."""
        for pattern, is_word in self._refused:
            for found in pattern.finditer(text):
                if not is_word or (found[0][0].isupper() and is_used_as_name(text, found.start(), found[0])):
                    instead = "Leave it out, or say what the person does."
                    yield Private(REFUSED, instead, found.start(), found.end(), "", is_certain=True)

    @cached_property
    def _allowed(self) -> re.Pattern[str] | None:
        spaced = (re.sub(r"[ ()-]+", " ", fold(fact)) for fact in self.allowed)
        return any_phrase(spaced, blanks=r"[ ()-]*")

    @cached_property
    def _refused(self) -> tuple[tuple[re.Pattern[str], bool], ...]:
        found = []
        for name in dict.fromkeys(fold(name).strip() for name in self.refused):
            parts = [part for part in _PART.findall(name) if len(part) > _SHORTEST_PART and part != name]
            found += [(pattern, False) for pattern in [any_phrase([name])] if pattern]
            found += [(pattern, is_ordinary(part)) for part in parts if (pattern := any_phrase([part]))]
        return tuple(found)

    @cached_property
    def _others(self) -> tuple[re.Pattern[str], ...]:
        found = []
        for words in self.other_words.values():
            found += [
                f"{before.pattern}\\.? (?P<after>[^\\W\\d_]\\w*)"
                for before in [any_phrase(words.before_names)]
                if before
            ]
            found += [
                f"{place.pattern} (?P<after>\\d\\w*)" for place in [any_phrase(words.rooms + words.beds)] if place
            ]
        return tuple(re.compile(each, re.IGNORECASE) for each in found)
