"""The line that tells somebody at a terminal that work goes on."""

import io
from collections.abc import Mapping
from threading import Event

import pytest

from action_plans.commands.waiting import waiting


class Stream(io.StringIO):
    """A terminal, or none, that says when something was written to it."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self.is_terminal = is_terminal
        self.written = Event()

    def isatty(self) -> bool:
        """Whether somebody sits there."""
        return self.is_terminal

    def flush(self) -> None:
        """Say that it was written."""
        self.written.set()


@pytest.mark.parametrize("fails", [False, True])
def test_a_terminal_is_told_and_is_left_as_it_was(fails: bool) -> None:
    """The line says what is done, and is gone when that is done, or has failed."""
    stream = Stream(is_terminal=True)

    def work() -> None:
        with waiting("Reading", stream, {}, after=0):
            assert stream.written.wait(30)
            if fails:
                raise KeyError

    if fails:
        with pytest.raises(KeyError):
            work()
    else:
        work()
    told, blank, last = stream.getvalue().split("\r")[1:]
    assert told == "Reading: 0 seconds"
    assert blank == " " * len(told)
    assert last == ""


@pytest.mark.parametrize(("is_terminal", "environment"), [(False, {}), (True, {"TERM": "dumb"})])
def test_nothing_else_is_told(is_terminal: bool, environment: Mapping[str, str]) -> None:
    """A file, a pipe, a log, or a terminal that cannot take a line back hears nothing, however long it takes."""
    stream = Stream(is_terminal=is_terminal)
    with waiting("Reading", stream, environment, after=0):
        assert not stream.written.wait(0.05)
    assert stream.getvalue() == ""


def test_what_is_quick_is_not_told() -> None:
    """Work that is done before its time says nothing."""
    stream = Stream(is_terminal=True)
    with waiting("Reading", stream, {}, after=60):
        pass
    assert stream.getvalue() == ""
