"""Ways to narrow a list, whatever it lists: what can be chosen, and by which values each row is found."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from action_plans.model.record import slug

NOT_SAID = "-"
"""The value of what is not said, such as a category that nobody wrote."""

Facet = Mapping[str, str]
"""The values by which one row can be found in one way, each with its words."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A way to narrow the list: its name in addresses, its label, and what can be chosen: values and their words."""

    name: str
    label: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """The ways in which one kind of list is narrowed.

    Attributes:
        labels: the name of each way with its label, in the order in which they stand.
        orders: the order of the values of those that have one of their own; the rest are in the alphabet's.
        marks: those of which a row may have none, so that a single value tells rows apart.
        by_value: those whose values sort as they are to stand, such as months: `2026-05`.
    """

    labels: Mapping[str, str]
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    marks: frozenset[str] = frozenset()
    by_value: frozenset[str] = frozenset()

    def over(self, rows: Iterable[Mapping[str, Facet]]) -> tuple[Filter, ...]:
        """Return the filters by which rows can be told apart; those that all rows answer alike are left out.

        What is not said stands last. Cost: linear in the rows, apart from sorting the options.
        """
        rows = tuple(rows)
        found = (Filter(name, label, self._options(name, rows)) for name, label in self.labels.items())
        return tuple(one for one in found if self._tells_apart(one, rows))

    def _options(self, name: str, rows: tuple[Mapping[str, Facet], ...]) -> tuple[tuple[str, str], ...]:
        words: dict[str, str] = {}
        for row in rows:
            words.update(row.get(name, {}))
        order = self.orders.get(name)
        if order is not None:
            return tuple((value, words[value]) for value in (*order, NOT_SAID) if value in words)
        if name in self.by_value:
            return tuple(sorted(words.items(), key=lambda option: (option[0] == NOT_SAID, option[0])))
        return tuple(sorted(words.items(), key=lambda option: (option[0] == NOT_SAID, in_order(option[1]))))

    def _tells_apart(self, one: Filter, rows: tuple[Mapping[str, Facet], ...]) -> bool:
        if len(one.options) > 1:
            return True
        return one.name in self.marks and bool(one.options) and any(not row.get(one.name) for row in rows)


def one_value(value: str | None, words: str, otherwise: str) -> Facet:
    """Return the facet of a value that may not be said."""
    return {str(value): words} if value is not None else {NOT_SAID: otherwise}


def person(title: str, otherwise: str) -> Facet:
    """Return the facet of somebody by what they are called."""
    return {slug(title) or NOT_SAID: title} if title else {NOT_SAID: otherwise}


def in_order(words: str) -> tuple[tuple[bool, int, str, str], ...]:
    """Return a key by which F2 stands before F10: a number is as large as it is long, however long that is."""
    parts = "".join(sign if sign.isdecimal() else f" {sign} " for sign in words.casefold()).split()
    numbers = ((part, part.lstrip("0") if part.isdecimal() else "") for part in parts)
    return tuple((part.isdecimal(), len(number), number, part) for part, number in numbers)
