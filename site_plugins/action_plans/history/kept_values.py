"""What an item or a file said at some time, with what is asked of it most often; the rest is read when it is asked."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

Entries = Mapping[str, list[str]]
"""The days of entries, in ISO form, by the fields that they stand in."""

Checks = tuple[tuple[str, ...], ...]
"""What makes each of several checks that check."""


class KeptValues(Mapping[str, Any]):
    """Values by the names of fields.

    Attributes:
        entries: the days of the closing, checks, updates and readings that they hold.
        checks: what makes each check that they hold this check.
        sign: a number that is the same for the same values; None where nobody needed it.
        text: gives the values as JSON.
    """

    __slots__ = ("_said", "checks", "entries", "sign", "text")

    def __init__(
        self,
        said: Mapping[str, Any] | None,
        text: Callable[[], str],
        entries: Entries,
        checks: Checks,
        sign: int | None = None,
    ) -> None:
        """Take what is known; where `said` is None, the values are read from their text when they are asked for."""
        self._said, self.text = said, text
        self.entries, self.checks, self.sign = entries, checks, sign

    @property
    def said(self) -> Mapping[str, Any]:
        """The values themselves."""
        if self._said is None:
            self._said = dict(json.loads(self.text()))
        return self._said

    def __getitem__(self, name: str) -> Any:  # noqa: ANN401 -- any value of a file
        """Return the value of a field; a KeyError where there is none."""
        return self.said[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names of fields, as they were written."""
        return iter(self.said)

    def __len__(self) -> int:
        """Return how many fields are given."""
        return len(self.said)

    def __eq__(self, other: object) -> bool:
        """Whether the same is said."""
        if not isinstance(other, KeptValues):
            return self.said == other
        if self.sign is not None and other.sign is not None and self.sign != other.sign:
            return False
        if self is other or ((self._said is None or other._said is None) and self.text() == other.text()):
            return True
        return self.said == other.said

    __hash__ = None  # type: ignore[assignment]  # as that of every mapping


def as_line(values: Mapping[str, Any]) -> str:
    """Return values as a line of JSON."""
    return json.dumps(values, separators=(",", ":"))
