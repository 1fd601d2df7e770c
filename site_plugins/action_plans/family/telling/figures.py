"""A figure that families can follow: in words, and as dots where it is one of a few."""

from collections.abc import Iterable

from action_plans.family.telling.said import said
from action_plans.family.telling.views import Dots, Figure, Value
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.family import FamilyMeasure

MOST_DOTS = 12
"""How many dots a reader still takes in at a glance."""

_STEP, _RADIUS = 22, 8
"""How far dots stand apart, and how large they are, in units of the drawing."""


def figure(measure: FamilyMeasure | None, words: ThemeWords) -> Figure | None:
    """Return a figure with how it was and how it is; None where nothing is measured."""
    if measure is None:
        return None
    of = said(measure.of, words)
    values = ((words.say(name), said(getattr(measure, name), words)) for name in ("before", "now"))
    told = (
        Value(label, f"{value} {words.say('out_of')} {of}" if of else value, _dots(value, of))
        for label, value in values
        if value
    )
    return Figure(said(measure.text, words), tuple(told))


def _dots(value: str, of: str) -> Dots | None:
    if not (value.isdecimal() and of.isdecimal()) or not int(value) <= int(of) <= MOST_DOTS:
        return None
    return Dots(_STEP * int(of), _row(range(int(value))), _row(range(int(value), int(of))))


def _row(places: Iterable[int]) -> str:
    """Return the path of one circle at each place of a row."""
    return "".join(f"M{_STEP * place + _STEP // 2} 2a{_RADIUS} {_RADIUS} 0 1 0 .01 0z" for place in places)
