"""The titles of findings and actions: they stand for a thing of the plan, so a project's own pages may not say them."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from action_plans.family.guards.privacy.name_lists import common_words
from action_plans.family.words.folding import Run, words
from action_plans.frameworks.shipped import framework_ids, load_framework


@dataclass(frozen=True)
class InternalTitles:
    """What looks for titles in a text of a project's own theme.

    Attributes:
        titles: the words of each title that families are not told themselves.
        known: words that the theme says itself.
    """

    titles: frozenset[Run]
    known: frozenset[str]

    def are_in(self, text: str) -> bool:
        """Whether a folded text says one: of three words or more anywhere, of two where it says nothing else.

        One word is any word, and so are two everyday ones, such as “Care plans”: nobody can tell where they are from.
        """
        said = words(text)
        if len(said) == _PAIR:
            return said in self.titles and not all(map(self._is_everyday, said))
        long = (title for title in self.titles if len(title) > _PAIR)
        return any(said[start : start + len(title)] == title for title in long for start in _starts(said, title))

    def _is_everyday(self, word: str) -> bool:
        forms = {word, word.removesuffix("s")}
        return not forms.isdisjoint(self.known | common_words() | _of_frameworks())


def internal_titles(titles: Iterable[str], told: Iterable[str], said: Iterable[str]) -> InternalTitles:
    """Return what looks for titles, less those that families are `told` themselves; `said` are the theme's words."""
    known = frozenset(word for sentence in said for word in words(sentence))
    return InternalTitles(frozenset(map(words, titles)) - frozenset(map(words, told)), known)


def _starts(said: Run, title: Run) -> Iterable[int]:
    return (start for start, word in enumerate(said) if word == title[0])


@cache
def _of_frameworks() -> frozenset[str]:
    """Return the words by which CQC calls its quality statements: findings are often called so."""
    statements = (each for name in framework_ids() for each in load_framework(name).statements)
    return frozenset(word for statement in statements for word in words(statement.title))


_PAIR = 2
