"""The theme's own words, one data file a language: everything the family edition says that no author wrote."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from action_plans.family.words.words_file import read_words_file
from action_plans.model.errors import ActionPlansError
from action_plans.model.family import ENGLISH


class MissingWordsError(ActionPlansError):
    """The theme has no words of that name. `name` is the name that was asked for."""

    def __init__(self, name: str) -> None:
        """Say which words are missing."""
        super().__init__(f"the family theme has no words called {name!r}; add them to words/en.json")
        self.name = name


@dataclass(frozen=True, slots=True)
class PersonalWords:
    """What stands before a name, and what people call a room and a bed: no page says them, guards look for them."""

    before_names: tuple[str, ...]
    rooms: tuple[str, ...]
    beds: tuple[str, ...]


PERSONAL_WORDS = "personal_words"
"""The entry of a words file that guards read."""


@dataclass(frozen=True)
class ThemeWords:
    """The words of one language.

    Attributes:
        language: the code by which authors write it, such as `en`.
        words: sentences and lists by name; `{month}` and the like are filled in.
    """

    language: str
    words: Mapping[str, Any]

    def say(self, name: str, /, **slots: str | int) -> str:
        """Return a sentence with its slots filled.

        Raises:
            MissingWordsError: there is no such sentence.
        """
        try:
            found = self.words[name]
        except KeyError:
            raise MissingWordsError(name) from None
        return str(found).format_map(slots)

    def things(self, name: str, count: int, /, **slots: str | int) -> str:
        """Return a sentence that counts things: `NAME.one` for one, `NAME` for any other number."""
        single = f"{name}.one"
        return self.say(single if count == 1 and single in self.words else name, count=count, **slots)

    def choose(self, table: str, key: str) -> str:
        """Return one entry of a table, or its `default`."""
        entries = self.words[table]
        return str(entries.get(key, entries.get("default", "")))

    def month(self, year: int, month: int) -> str:
        """Return `March 2026`."""
        return f"{self.words['months'][month - 1]} {year}"

    def day(self, year: int, month: int, day: int) -> str:
        """Return `1 March 2026`."""
        return f"{day} {self.month(year, month)}"

    def sentences(self) -> Iterator[str]:
        """Yield every sentence and word there is, slots unfilled."""
        yield from _leaves({name: said for name, said in self.words.items() if name != PERSONAL_WORDS})

    @property
    def personal_words(self) -> PersonalWords:
        """What stands before a name, a room or a bed in this language."""
        listed = self.words[PERSONAL_WORDS]
        return PersonalWords(*(tuple(listed[name]) for name in ("before_names", "rooms", "beds")))


def read_theme_words(folders: Sequence[Path]) -> dict[str, ThemeWords]:
    """Return the words of every language that has a file `words/LANGUAGE.json`, English first.

    Folders are in the order searched: what a project's own file says goes before what the package's says, entry by
    entry. A language of a project's own is complete only where it says all that English says; other ones are left
    out.
    """
    merged: dict[str, dict[str, Any]] = {}
    for folder in reversed(folders):
        for file in sorted((folder / "words").glob("*.json")):
            merged.setdefault(file.stem, {}).update(read_words_file(file))
    needed = set(merged.get(ENGLISH, {}))
    complete = [language for language in merged if needed <= set(merged[language])]
    ordered = sorted(complete, key=lambda language: (language != ENGLISH, language))
    return {language: ThemeWords(language, merged[language]) for language in ordered}


SLOT = re.compile(r"\{(\w+)\}")
"""A slot of a sentence."""


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _leaves(each)
    elif isinstance(value, Sequence):
        for each in value:
            yield from _leaves(each)
