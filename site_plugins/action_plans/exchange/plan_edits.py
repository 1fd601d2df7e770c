"""Edits of a text, gathered and then made at once, so that every place is counted in the text as it was."""

from dataclasses import dataclass, field

from action_plans.exchange.plan_layout import Layout, LayoutError, Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """A part of the text and what stands in its place; of two that are put in at one place the deeper comes first."""

    start: int
    takes_out: bool
    rank: int
    number: int
    end: int = field(compare=False)
    text: str = field(compare=False)


class Edits:
    """The edits of one text."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._edits: list[Edit] = []

    def put(self, span: Span, text: str, depth: int) -> None:
        """Put `text` in the place of a span, with the line ends of the whole; `depth` is that of what holds it."""
        written = text.replace("\n", self._layout.line_end)
        self._edits.append(Edit(span.start, span.end > span.start, -depth, len(self._edits), span.end, written))

    def insert(self, place: int, text: str, depth: int) -> None:
        """Put `text` in at a place."""
        self.put(Span(place, place), text, depth)

    @property
    def in_order(self) -> list[Edit]:
        """The edits in the order of their places."""
        return sorted(self._edits)

    def made(self) -> str:
        """Return the text after all edits.

        Raises:
            LayoutError: two of them concern the same characters.
        """
        parts: list[str] = []
        at, text = 0, self._layout.text
        for edit in self.in_order:
            if edit.start < at:
                raise LayoutError("two changes would stand in each other's way.")
            parts += [text[at : edit.start], edit.text]
            at = edit.end
        return "".join([*parts, text[at:]])
