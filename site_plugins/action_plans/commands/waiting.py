"""A line that says what is being done, while somebody at a terminal waits for it."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from threading import Event, Thread
from typing import TextIO


@contextmanager
def waiting(doing: str, stream: TextIO, environment: Mapping[str, str], after: float = 2) -> Iterator[None]:
    """Say what takes longer than `after` seconds, and for how long it has; the line goes when the work is done.

    Only on a terminal that can take a line back: nothing of it is in a file, a pipe or a log.
    """
    if not stream.isatty() or environment.get("TERM") == "dumb":
        yield
        return
    done = Event()
    teller = Thread(target=_tell, args=(doing, stream, done, after), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(doing: str, stream: TextIO, done: Event, after: float) -> None:
    seconds = round(after)
    if done.wait(after):
        return
    while True:
        line = f"{doing}: {seconds} seconds"
        stream.write(f"\r{line}")
        stream.flush()
        if done.wait(1):
            break
        seconds += 1
    stream.write(f"\r{' ' * len(line)}\r")
    stream.flush()
