"""What is printed of an entry: each text alone, and all of one language one after the other, as pages print them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from action_plans.family.telling.author_texts import AuthorText, Entry, Shape
from action_plans.family.words.folding import Folded, folded
from action_plans.model.origin import Origin


@dataclass(frozen=True, slots=True)
class PrintedText:
    """A text as a reader sees it, folded."""

    written: AuthorText
    folded: Folded

    @property
    def text(self) -> str:
        """The folded text."""
        return self.folded.text

    def origin_at(self, start: int) -> Origin:
        """Return where a place of the folded text was written: the very line of a `|` block."""
        return self.written.at(self.written.printed[: self.folded.place(start)].count("\n"))


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """All texts of an entry in one language, joined with one blank, and where each begins."""

    text: str
    starts: tuple[int, ...]
    texts: tuple[PrintedText, ...]

    def seam_in(self, start: int, end: int) -> tuple[PrintedText, int] | None:
        """Return the text before the seam that a place goes over, and where the next one begins; None for no seam."""
        for text, (_, after) in zip(self.texts, pairwise(self.starts), strict=False):
            if start < after - 1 and after < end:
                return text, after
        return None

    def is_beside(self, shape: Shape, start: int) -> bool:
        """Whether the text that begins at a place, or the one before it, has a shape."""
        beside = pairwise(zip(self.texts, self.starts, strict=True))
        return any(shape in (one.written.shape, two.written.shape) for (one, _), (two, at) in beside if at == start)


def printed_texts(entry: Entry) -> tuple[PrintedText, ...]:
    """Return each text of an entry as it is printed."""
    return tuple(PrintedText(text, folded(text.printed)) for text in entry.texts)


def printed_pages(texts: tuple[PrintedText, ...]) -> Iterator[PrintedPage]:
    """Yield the texts of each language joined; what is the same in every language stands in each."""
    languages = dict.fromkeys(text.written.language for text in texts if text.written.language)
    for language in languages or {"": None}:
        spoken = tuple(text for text in texts if text.written.language in (language, ""))
        starts, length = [], 0
        for text in spoken:
            starts.append(length)
            length += len(text.text) + 1
        yield PrintedPage(" ".join(text.text for text in spoken), tuple(starts), spoken)
