"""The mark and the tone of every state: a shape and a colour class, always shown beside the state's word.

Tags on pages take their tone from here too, by a filter of their templates: `tone-red`.

The outlines are those of the tags in the staff stylesheet, drawn in a square of ten by ten pixels.
"""

_TONES = {
    "red": ("overdue", "slipped", "blocked", "off-track", "unaddressed", "behind", "worse"),
    "amber": (
        "late-forecast",
        "due-soon",
        "at-risk",
        "none",
        "unproven",
        "submitted",
        "unchecked",
        "no-new-reading",
        "new-way",
    ),
    "blue": ("on-track", "in-hand", "on-course"),
    "green": ("verified", "evidenced", "embedded", "target-met", "met-and-held", "better"),
    "grey": ("not-started", "stopped", "no-reading", "no-target", "no-baseline", "no-date", "steady"),
}  # fmt: skip
_TONE_OF = {state: tone for tone, states in _TONES.items() for state in states}

_DISC = '<circle cx="5" cy="5" r="4.6"/>'
_EMPTY_SQUARE = '<path class="open" d="M1 1H9V9H1z"/>'
_HALF_SQUARE = _EMPTY_SQUARE + '<path d="M1 5H9V9H1z"/>'
_TICK = '<path class="stroke" d="M.8 5.4L3.9 8.4L9.2 1.6"/>'

_MARKS = {
    "overdue": '<path d="M5 0L10 9.5H0z"/>',
    "slipped": '<path d="M0 .5H10L5 10z"/>',
    "blocked": '<path d="M2 0L5 3L8 0L10 2L7 5L10 8L8 10L5 7L2 10L0 8L3 5L0 2z"/>',
    "off-track": _DISC + '<path class="on" d="M2.2 5H7.8"/>',
    "unaddressed": '<path class="open" d="M5 .8L9.2 5L5 9.2L.8 5z"/>',
    "late-forecast": '<path class="open" d="M5 1.6L8.9 8.8H1.1z"/>',
    "due-soon": '<path d="M5 0L10 5L5 10L0 5z"/>',
    "at-risk": '<circle class="open" cx="5" cy="5" r="4"/><path d="M1 5H9A4 4 0 0 1 1 5z"/>',
    "none": _EMPTY_SQUARE,
    "unproven": _EMPTY_SQUARE,
    "submitted": _HALF_SQUARE,
    "unchecked": _HALF_SQUARE,
    "on-track": _DISC,
    "in-hand": _DISC,
    "verified": _TICK,
    "evidenced": _TICK,
    "embedded": '<path d="M0 0H10V10H0z"/><path class="on" d="M2 5.2L4.3 7.4L8 2.8"/>',
    "not-started": '<circle class="open" cx="5" cy="5" r="4"/>',
    "stopped": '<path d="M0 3.2H10V6.8H0z"/>',
}

MARK_SIZE = 10.0
"""Width and height of a mark, in pixels."""


def tone(state: str) -> str:
    """Return the colour class of a state: red, amber, blue, green or grey; an unknown state is grey."""
    return _TONE_OF.get(state, "grey")


def mark(state: str) -> str:
    """Return the outlines of a state's mark as SVG; an unknown state has none and is told by its word."""
    return _MARKS.get(state, "")
