"""A figure that families can follow: in words, and as dots where it is one of a few."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from action_plans.family.telling.said import said
from action_plans.family.telling.views import Dots, Figure, Value
from action_plans.family.words.folding import fold
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.family import ENGLISH, FamilyMeasure
from action_plans.model.measure import Reading

MOST_DOTS = 12
"""How many dots a reader still takes in at a glance."""

_VALUES = ("before", "now")
_STEP, _RADIUS = 22, 8
"""How far dots stand apart, and how large they are, in units of the drawing."""


def figure(measure: FamilyMeasure | None, words: ThemeWords) -> Figure | None:
    """Return a figure with how it was and how it is, but for what cannot be; None where nothing else is measured."""
    if measure is None:
        return None
    wrong = dict(impossible(measure))
    if wrong and not any(getattr(measure, name) for name in _VALUES if name not in wrong):
        return None
    of = said(measure.of, words)
    values = ((words.say(name), said(getattr(measure, name), words)) for name in _VALUES if name not in wrong)
    told = (
        Value(label, f"{value} {words.say('out_of')} {of}" if of else value, _dots(value, of))
        for label, value in values
        if value
    )
    return Figure(said(measure.text, words), tuple(told))


def impossible(measure: FamilyMeasure) -> Iterator[tuple[str, str]]:
    """Yield each field with a number that cannot be, and the words: less than nothing, or more than there are."""
    for name in _VALUES:
        for language, text in (getattr(measure, name) or {}).items():
            value, whole = number(text), (measure.of or {}).get(language)
            of = number(whole) if whole else None
            if value is not None and value < 0:
                yield name, text
            elif of is not None and (of <= 0 or (value is not None and value > of)):
                yield name, f"{text} of {whole}"


def shows(measure: FamilyMeasure, reading: Reading) -> bool:
    """Whether the figure that families read is what a reading says, be it counted or in hundredths.

    True where the figure is in words: nobody can compare these but a reader.
    """
    now, of = (number(in_any(text)) for text in (measure.now, measure.of))
    if now is None:
        return True
    told = {now} | ({now * 100 / of} if of else set())
    taken = {reading.value} | ({reading.n} if reading.n is not None else set())
    whole = reading.of
    if whole:
        taken |= {each * 100 / whole for each in taken}
    return any(abs(one - other) < _ROUNDED for one in told for other in taken)


def number(text: str) -> Decimal | None:
    """Return the number that a text is, with or without a sign for hundredths; None for words."""
    found = _NUMBER.fullmatch(fold(text).strip())
    return Decimal(re.sub("[ ,]", "", found[1])) if found is not None else None


def in_any(text: dict[str, str] | None) -> str:
    """Return a text in English, else in the first language it has; empty for none."""
    return (text or {}).get(ENGLISH) or next(iter((text or {}).values()), "")


_NUMBER = re.compile(r"(-? ?[0-9][0-9,]{0,14}(?:\.[0-9]{1,6})?) ?%?")
_ROUNDED = Decimal("0.5")


def _dots(value: str, of: str) -> Dots | None:
    if not (value.isdecimal() and of.isdecimal()) or not int(value) <= int(of) <= MOST_DOTS:
        return None
    return Dots(_STEP * int(of), _row(range(int(value))), _row(range(int(value), int(of))))


def _row(places: Iterable[int]) -> str:
    """Return the path of one circle at each place of a row."""
    return "".join(f"M{_STEP * place + _STEP // 2} 2a{_RADIUS} {_RADIUS} 0 1 0 .01 0z" for place in places)
