"""What may be published: authors' words for families, the theme's own, and sentences that are computed from both."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from action_plans.family.guards.internal_words import TELLING
from action_plans.family.words.folding import Run, fold, runs, sentences
from action_plans.family.words.theme_words import SLOT, ThemeWords


@dataclass(frozen=True, slots=True)
class Excused:
    """What may be published.

    Attributes:
        runs: runs of four words, as they stand.
        shapes: runs of four words in which a number or a month may be any.
        sentences: whole sentences, as they stand.
        sentence_shapes: whole sentences in which a number or a month may be any.
        values: whole texts and values of attributes, such as web addresses.
        months: the names of the months, folded.
    """

    runs: frozenset[Run]
    shapes: frozenset[Run]
    sentences: frozenset[Run]
    sentence_shapes: frozenset[Run]
    values: frozenset[str]
    months: frozenset[str]

    def holds(self, run: Run) -> bool:
        """Whether a run of four words may be published."""
        return run in self.runs or _shape(run, self.months) in self.shapes

    def knows(self, text: str) -> bool:
        """Whether a text is, sentence by sentence, what an author or the theme wrote."""
        if text.strip() in self.values or _without_scheme(text) in self.values:
            return True
        return all(
            said in self.sentences or _shape(said, self.months) in self.sentence_shapes for said in sentences(text)
        )


def excused(
    texts: Iterable[str], theme: Iterable[ThemeWords], literals: Iterable[str], slots: Mapping[str, Sequence[str]]
) -> Excused:
    """Collect what may be published.

    Args:
        texts: what authors wrote that is published, and what sources may give: ratings, dates, regulator, link.
        theme: the theme's words.
        literals: words that stand in the templates themselves.
        slots: what authors' words may stand in which slot of the theme's sentences.
    """
    published, theme = tuple(texts), tuple(theme)
    months = frozenset(fold(month).casefold() for words in theme for month in words.words["months"])
    said = (filled for words in theme for text in _sentences_of(words) for filled in _filled(text, words, slots))
    own = (*literals, *said)
    return Excused(
        runs=frozenset(run for text in published for run in runs(text, TELLING)),
        shapes=frozenset(_shape(run, months) for text in own for run in runs(text, TELLING)),
        sentences=frozenset(sentence for text in published for sentence in sentences(text)),
        sentence_shapes=frozenset(_shape(said, months) for text in own for said in sentences(text) if _has_words(said)),
        values=frozenset(fold(text).strip() for text in (*published, *own)),
        months=months,
    )


def _shape(run: Run, months: AbstractSet[str]) -> Run:
    """Return words in which any number and any month are one."""
    return tuple("#" if word.isdigit() else "@" if word in months else word for word in run)


def _has_words(run: Run) -> bool:
    """Whether there is more than numbers: the theme's telephone numbers excuse no other."""
    return not all(word.isdigit() for word in run)


def _sentences_of(words: ThemeWords) -> Iterator[str]:
    yield from words.sentences()
    yield from ("{day}", "{month}")


def _without_scheme(address: str) -> str:
    return address.strip().removeprefix("mailto:").removeprefix("tel:")


def _filled(text: str, words: ThemeWords, slots: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield a sentence of the theme with its slots filled: authors' words for theirs, `1` for numbers and dates."""
    any_day = date.min
    sample = {
        "month": words.month(any_day.year, any_day.month),
        "day": words.day(any_day.year, any_day.month, any_day.day),
    }
    named = [name for name in SLOT.findall(text) if name in slots]
    dated = SLOT.sub(lambda found: found.group() if found[1] in slots else sample.get(found[1], "1"), text)
    if not named:
        yield dated
        return
    for value in slots[named[0]]:
        yield from _filled(dated.replace(f"{{{named[0]}}}", value), words, slots)
