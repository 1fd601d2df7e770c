"""Long work that several processes share: each takes the next job when it has done its last."""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

_FEWEST = 6
"""Of how many jobs on a second process saves more than it costs."""

_MOST_PROCESSES = 4
"""How many there are at most: each needs memory of its own for what it works on."""

_LENGTH = 4
_AT_ONCE = 4096 // _LENGTH
"""How many jobs wait in one pipe: the least that any pipe holds."""


def side_by_side(jobs: Sequence[int], here: Callable[[int], None], beside: Callable[[int], None]) -> float:
    """Do jobs, each once: `here` does one in this process, `beside` in another, which must leave its result in a file.

    What another process could not do is left undone, and nothing is said of it: look for each result, and make what is
    missing. All is done here where the system cannot divide a process (it takes Linux for that), where this one has
    threads, or where there is no second processor.

    Returns:
        The seconds of the processor that the other processes took.

    Raises:
        Exception: whatever `here` raises; the other processes have ended then too.
    """
    parts = (jobs[start : start + _AT_ONCE] for start in range(0, len(jobs), _AT_ONCE))
    return sum(_shared(part, _processes(len(part)) - 1, here, beside) for part in parts)


def _processes(jobs: int) -> int:
    if sys.platform != "linux" or jobs < _FEWEST or threading.active_count() > 1:
        return 1
    return min(_MOST_PROCESSES, len(os.sched_getaffinity(0)))


def _shared(jobs: Sequence[int], others: int, here: Callable[[int], None], beside: Callable[[int], None]) -> float:
    with _queue(jobs) as waiting, _left_alone():
        children = [child for _ in range(others) if (child := _divided(waiting, beside)) is not None]
        try:
            for job in _taken(waiting):
                here(job)
        except BaseException:
            for child in children:
                os.kill(child, signal.SIGKILL)
            raise
        finally:
            took = sum(map(_ended, children))
    return took


@contextmanager
def _queue(jobs: Sequence[int]) -> Iterator[int]:
    """Give a pipe that holds every job: whoever reads from it has taken one."""
    reading, writing = os.pipe()
    try:
        with os.fdopen(writing, "wb") as queue:
            queue.write(b"".join(job.to_bytes(_LENGTH, "little") for job in jobs))
        yield reading
    finally:
        os.close(reading)


@contextmanager
def _left_alone() -> Iterator[None]:
    """Have nobody look for unused things among what is there: it is in memory once for as long as nobody touches it."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _taken(waiting: int) -> Iterator[int]:
    while len(job := os.read(waiting, _LENGTH)) == _LENGTH:
        yield int.from_bytes(job, "little")


def _divided(waiting: int, beside: Callable[[int], None]) -> int | None:
    """Start a process that does jobs, and return its number; None where the system has no room for it."""
    parent = os.getpid()
    try:
        child = os.fork()
    except OSError:
        return None
    if child:
        return child
    try:
        for job in _taken(waiting):
            if os.getppid() != parent:
                break
            beside(job)
    finally:
        os._exit(0)  # nothing of the first process may run on in this one: its files and its output are not ours


def _ended(child: int) -> float:
    with suppress(ChildProcessError):
        _, _, used = os.wait4(child, 0)
        return used.ru_utime + used.ru_stime
    return 0.0
