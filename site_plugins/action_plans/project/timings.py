"""How much of the processor's time each phase of a build takes, for whoever turns the option `timings` on.

No page and no file depends on it: it is said as the build ends, and nowhere else.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time


class Timings:
    """Seconds of the processor by phase, in the order in which they first began. What runs inside counts once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._spent: dict[str, float] = {}
        self._beside: dict[str, float] = {}
        self._inside = [0.0]

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Count what happens within as `name`, less the phases inside it."""
        self._spent.setdefault(name, 0.0)
        self._inside.append(0.0)
        start = process_time()
        try:
            yield
        finally:
            took = process_time() - start
            self._spent[name] += took - self._inside.pop()
            self._inside[-1] += took

    def add_beside(self, name: str, seconds: float) -> None:
        """Count what other processes took for this one, where they took any."""
        if seconds:
            self._beside[name] = self._beside.get(name, 0.0) + seconds

    def lines(self, whole: float, start: float, rest: str) -> tuple[str, ...]:
        """Return a line for each phase: `reading: 0.42 s`.

        `whole` is all the process took so far and `start` what it took before the first phase, both in seconds; `rest`
        is what the time is called that no phase counts.
        """
        others = whole - start - sum(self._spent.values())
        beside = sum(self._beside.values())
        told = {"start": start, **self._spent, **self._beside, rest: others, "whole": whole + beside}
        return tuple(f"{name}: {seconds:.2f} s" for name, seconds in told.items())

    def begin(self) -> None:
        """Forget an earlier build."""
        self._spent.clear()
        self._beside.clear()
        self._inside[:] = [0.0]


TIMINGS = Timings()
"""Those of this process."""
