"""The words in a box: which lines, where each stands, and how large the box must be to hold them."""

from dataclasses import dataclass
from functools import lru_cache

from action_plans.diagrams.boxes import Box
from action_plans.diagrams.layout.values import Shape
from action_plans.diagrams.state_marks import MARK_SIZE
from action_plans.diagrams.text_fit import text_width, wrap

CRITICAL = "Critical path"
"""What a box on the critical path says."""

_LINE = 1.35  # line height in em
_RISE = 0.86  # from the upper end of a line to its baseline, in em
_AFTER_REF = 8.0
_AFTER_MARK = 5.0
_DIAMOND = 46.0  # width and height of a milestone's diamond
_AFTER_DIAMOND = 6.0


@dataclass(frozen=True, slots=True)
class Style:
    """How large boxes and their text are, in pixels."""

    box: float
    pad: float
    size: float
    owner_size: float


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text; x and y of its start on the baseline, counted from the box's left upper corner."""

    text: str
    x: float
    y: float
    class_: str
    size: float


@dataclass(frozen=True, slots=True)
class BoxText:
    """The lines of a box, where its mark stands, and the box's shape; a milestone has a diamond beside its text."""

    lines: tuple[Line, ...]
    mark: tuple[float, float]
    shape: Shape
    diamond: tuple[float, float, float] | None = None
    """Centre x and y, and half the width."""


def box_text(box: Box, style: Style) -> BoxText:
    """Set the words of a box: reference, mark and state, title, owner, and whether it is on the critical path.

    The state stands beside the reference where both fit, else below. The box grows downwards with its words.
    """
    words = _Words(box.ref, box.state_word, box.title, box.owner, CRITICAL if box.critical else "")
    return _set(words, style, is_milestone=box.kind == "milestone")


@dataclass(frozen=True, slots=True)
class _Words:
    """All that is written in a box."""

    ref: str
    state: str
    title: str
    owner: str
    critical: str


@lru_cache(maxsize=1024)  # a step is drawn with each of its neighbours, and with its finding
def _set(words: _Words, style: Style, *, is_milestone: bool) -> BoxText:
    left = style.pad + (_DIAMOND + _AFTER_DIAMOND - style.pad / 2 if is_milestone else 0.0)
    room = style.box - left - style.pad
    page = _Lines(left, style.pad)
    size, small = style.size, style.owner_size
    ref_width = text_width(words.ref, size, bold=True)
    beside = ref_width + _AFTER_REF
    state_left = MARK_SIZE + _AFTER_MARK
    if beside + state_left + text_width(words.state, size, bold=True) <= room:
        page.add(wrap(words.ref, room, size, bold=True), "id", size)
        page.stay()
    else:
        page.add(wrap(words.ref, room, size, bold=True), "id", size)
        beside = 0.0
    mark = (left + beside, page.y + size * _RISE - MARK_SIZE + 0.5)
    page.add(wrap(words.state, room - beside - state_left, size, bold=True), "state", size, beside + state_left)
    page.add(wrap(words.title, room, size), "title", size)
    page.add(wrap(words.owner, room, small), "soft", small)
    if words.critical:
        page.add(wrap(words.critical, room, small, bold=True), "critical", small)
    height = page.y + style.pad
    if not is_milestone:
        half = style.box / 2
        return BoxText(page.lines, mark, Shape(half, style.box - half, height))
    return _beside_diamond(page.lines, mark, height, style)


def _beside_diamond(lines: tuple[Line, ...], mark: tuple[float, float], height: float, style: Style) -> BoxText:
    """Put a diamond to the left of the lines, with arrows that arrive at its upper and leave at its lower end."""
    axis = style.pad / 2 + _DIAMOND / 2
    tall = max(height, _DIAMOND)
    down = (tall - height) / 2
    edge = (tall - _DIAMOND) / 2
    return BoxText(
        tuple(Line(line.text, line.x, line.y + down, line.class_, line.size) for line in lines),
        (mark[0], mark[1] + down),
        Shape(axis, style.box - axis, tall, arrive=edge, leave=edge),
        (axis, tall / 2, _DIAMOND / 2),
    )


class _Lines:
    """Lines set one below the other."""

    def __init__(self, left: float, top: float) -> None:
        self.y = top
        self.lines: tuple[Line, ...] = ()
        self._left = left

    def add(self, texts: tuple[str, ...], class_: str, size: float, indent: float = 0.0) -> None:
        for text in texts:
            self.lines += (Line(text, self._left + indent, self.y + size * _RISE, class_, size),)
            self.y += size * _LINE

    def stay(self) -> None:
        """Let the next line stand beside the last one."""
        self.y -= self.lines[-1].size * _LINE
