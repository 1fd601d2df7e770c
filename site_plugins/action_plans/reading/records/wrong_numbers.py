"""What is wrong with a figure: words beside it, a decimal comma, several in one; and what to write instead."""

import re

from action_plans.english.wording import either
from action_plans.model.fault import Fault
from action_plans.model.reflection import field_names
from action_plans.reading.records.wrong_forms import Wrong
from action_plans.reading.yaml.quoting import shown


def wrong_number(wrong: Wrong) -> Fault:
    """Return what follows "value of reading 1", and what to write instead."""
    return Fault(f"is {shown(wrong.value)}, which is not a number.", _hint(wrong))


def _hint(wrong: Wrong) -> str:
    text = _MINUS.sub("-", " ".join(wrong.value.split()))
    is_whole = wrong.kind.startswith("int")
    if (figure := _figure(text.removesuffix("%").rstrip())) is not None:
        if text.endswith("%"):
            return f"Write {figure} and put % in unit."
        return "Write a whole number." if is_whole and "." in figure else f"Write {figure}."
    if (joined := re.sub(r"(?<=\d)[ '\u2019](?=\d{3}(?!\d))", "", text)) != text and _figure(joined) is not None:
        return f"If it is one figure, write {joined}; of several write one."
    return _of_words(text, wrong) or ("Write figures, such as " + (_whole(wrong) if is_whole else "92 or 3.5."))


def _whole(wrong: Wrong) -> str:
    return "92." if wrong.field == "places" else "3."


def _of_words(text: str, wrong: Wrong) -> str | None:
    """Return what to write instead of one or two figures with words around them."""
    figures = _FIGURES.findall(text)
    meant = [_figure(one) for one in figures]
    if len(figures) == 1 and meant[0] is not None and not _SCALED.search(text):
        return f"Write figures alone, such as {meant[0]}, and words in a note."
    if len(figures) == _PAIR and all(meant) and not _TIME.search(text):
        return _of_two([str(one) for one in meant], text, wrong)
    return None


def _of_two(figures: list[str], text: str, wrong: Wrong) -> str:
    counted = {"n", "of"} <= set(field_names(wrong.record)) if wrong.record is not None else False
    if counted and re.search(r"\d ?/ ?\d|\bof\b", text):
        n, of = figures
        return f"Write one figure in {wrong.field}; how many of how many is written beside it: n: {n}, of: {of}."
    return f"One figure is meant: write {either(figures)}."


def _figure(text: str) -> str | None:
    """Return a figure as it is read: a comma before groups of three goes, any other one is a decimal comma."""
    if half := re.fullmatch(r"(-?\d*) ?([\u00bc\u00bd\u00be])", text):
        return f"{half[1] or 0}{_FRACTIONS[half[2]]}"
    text = text.rstrip(".")
    if re.fullmatch(r"-?\d+(?:\.\d+)?", text):
        return text
    if re.fullmatch(r"-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", text):
        return text.replace(",", "")
    if re.fullmatch(r"-?(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+),\d+", text):
        return text.replace(".", "").replace(",", ".")
    return None


_FRACTIONS = {"\u00bc": ".25", "\u00bd": ".5", "\u00be": ".75"}
_MINUS = re.compile(r"^(?:minus |[\u2212\u2013\u2014]) ?(?=\d)")
_FIGURES = re.compile(r"(?:(?<![\w.,-])-)?\d+(?:[.,]\d+)*")
_SCALED = re.compile(r"(?i)\d ?(?:[km]|thousand|million|dozen)\b|[\u00bc\u00bd\u00be]")
"""A figure that stands for many times as much, or has a part that is not in it."""
_TIME = re.compile(r"\d:\d")
_PAIR = 2
