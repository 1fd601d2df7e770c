"""What an item's values hold that was written down at some time: entries with a day of their own, and checks."""

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from action_plans.history.kept_values import Entries, KeptValues, as_line
from action_plans.history.version_values import Values
from action_plans.model.action_parts import Check
from action_plans.model.evidence import Evidence, EvidenceNote

CLOSED = "closed_on"
CHECKS = "checks"
UPDATES = "updates"
READINGS = "readings"
_DATED = frozenset((CLOSED, CHECKS, UPDATES, READINGS))


def remembered(values: Values, line: str = "") -> KeptValues:
    """Return values with what is asked of them most often; `line` is the same as JSON, where that is at hand."""
    text = partial(str, line) if line else partial(as_line, values)
    return KeptValues(values, text, days_of_entries(values), tuple(checks_of(values)))


def entries_in(values: Values) -> Iterator[tuple[str, str]]:
    """Yield the field and the day of each closing, check, update and reading, as they are written in ISO form."""
    held = values.entries if isinstance(values, KeptValues) else days_of_entries(values)
    for field, days in held.items():
        for day in days:
            yield field, day


def days_of_entries(values: Values) -> Entries:
    """Return the days of the closing, checks, updates and readings in an item's values."""
    found: dict[str, list[str]] = {}
    if _DATED.isdisjoint(values):
        return found
    if CLOSED in values:
        found[CLOSED] = [str(values[CLOSED])]
    for field in (CHECKS, UPDATES, READINGS):
        entries = (entry for entry in values.get(field, ()) if isinstance(entry, dict) and "date" in entry)
        if days := [str(entry["date"]) for entry in entries]:
            found[field] = days
    return found


def checks_in(values: Values) -> Iterable[tuple[str, ...]]:
    """Return what makes each check in an item's or a note's values this check: who, when, what was concluded."""
    return values.checks if isinstance(values, KeptValues) else checks_of(values)


def checks_of(values: Values) -> Iterator[tuple[str, ...]]:
    """Yield what `checks_in` returns, from the values themselves."""
    for entry in values.get(CHECKS, ()):
        yield "check", _said(entry, "date"), _said(entry, "by"), _said(entry, "result")
    for entry in values.get("evidence", ()):
        if isinstance(entry, dict):
            yield from _of_evidence(entry, f"line {_said(entry, 'title')}")
    if "supports" in values:
        yield from _of_evidence(values, "note")


def check_of(looked: Check | Evidence) -> tuple[str, ...]:
    """Return what makes a check of today this check, as `checks_in` does."""
    if isinstance(looked, Check):
        return "check", looked.date.iso, _words(looked.by), looked.result.value
    what = "note" if isinstance(looked, EvidenceNote) else f"line {_words(looked.title)}"
    verdict = looked.verdict.value if looked.verdict is not None else ""
    return what, looked.checked_on.iso if looked.checked_on is not None else "", _words(looked.checked_by), verdict


def line_called(values: Values, title: str) -> Values | None:
    """Return the line of evidence with a title, where an item's values hold one."""
    lines = (entry for entry in values.get("evidence", ()) if isinstance(entry, dict))
    return next((entry for entry in lines if _said(entry, "title") == _words(title)), None)


def _of_evidence(entry: Values, what: str) -> Iterator[tuple[str, ...]]:
    if "checked_on" in entry or "checked_by" in entry or "verdict" in entry:
        yield what, _said(entry, "checked_on"), _said(entry, "checked_by"), _said(entry, "verdict")


def _said(entry: Values, field: str) -> str:
    value: Any = entry.get(field)
    return "" if value is None else str(value)


def _words(written: str | None) -> str:
    return " ".join(written.split()) if written is not None else ""
