"""Fewer rounds of Python's garbage collection while a project is worked on, and none as the program ends."""

import atexit
import gc

_MOST = (1_000_000, 20, 50)


def collect_seldom() -> None:
    """Have Python look for rings of unused things less often than by default; see `collect_made` for the rest.

    Reading a project makes millions of small records, nearly all of which live to the end of the build: looking at them
    again and again took a tenth of its time, and once more at the end, when they go with the process anyway, a
    thirtieth.
    """
    gc.set_threshold(*_MOST)
    atexit.unregister(gc.freeze)
    atexit.register(gc.freeze)


def collect_made() -> None:
    """Look for rings among what was made last, at the end of a piece of work, when nearly all of it is gone already.

    Looked for while the work goes on, whatever it has in hand is gone through too: a twenty-fifth of a build's time.
    """
    gc.collect(0)
