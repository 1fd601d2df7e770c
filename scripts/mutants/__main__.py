"""Change one thing in the trace, or in what guards and tells families, and see that a test notices.

Run by `make mutants`. What no test notices is printed whole, then how many were noticed in each room; it ends with 0
where enough were, 1 where not, and 2 where tests fail though nothing is changed. What the tests said is kept in
`.cache/mutants/last.log`.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence

from scripts.mutants.making import ROOMS, SEED, Mutant, sampled
from scripts.mutants.trying import HOME, TESTS, try_each, warm_up

_SAMPLE = 240
_ENOUGH = 85
"""So many of a hundred must be noticed."""


def main() -> int:
    """Try the sample, and say what came of it."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--sample", type=int, default=_SAMPLE)
    asked.add_argument("--only", default="", help="part of a path")
    asked.add_argument("--jobs", type=int, default=2)
    asked.add_argument("--groups", type=int, help="how many groups of tests, the nearest first: a quick look")
    chosen = asked.parse_args()
    sample, number = sampled(chosen.sample, chosen.only)
    if not sample:
        print(f"No module under {', '.join(ROOMS)} has {chosen.only} in its path.")
        return 2
    print(f"{len(sample)} of {number} mutants, chosen with the seed {SEED}", flush=True)
    warm_up()
    (HOME / "last.log").unlink(missing_ok=True)
    parts = [part for part in TESTS if any(one.room.startswith(part) for one in sample)]
    if failing := [one.part for one in try_each(parts, chosen.jobs, chosen.groups) if one.is_noticed]:
        print(f"Tests of {' and '.join(failing)} fail where nothing is changed: see {HOME / 'last.log'}")
        return 2
    return _say(sample, _survivors(sample, chosen.jobs, chosen.groups))


def _survivors(sample: Sequence[Mutant], jobs: int, groups: int | None) -> list[Mutant]:
    """Try each, print it as it ends, and return those that no test noticed."""
    left = []
    for one in try_each(sample, jobs, groups):
        if one.mutant is not None:
            print(f"{'noticed ' if one.is_noticed else 'SURVIVED'} {one.mutant}", flush=True)
            if not one.is_noticed:
                print(one.mutant.change, flush=True)
                left.append(one.mutant)
    return left


def _say(sample: Sequence[Mutant], survivors: Sequence[Mutant]) -> int:
    for room in ROOMS:
        there, left = (sum(one.room == room for one in some) for some in (sample, survivors))
        if there:
            print(f"{room}: {there - left} of {there} noticed")
    spent = os.times()
    processor = spent.children_user + spent.children_system
    print(f"{time.monotonic() - _STARTED:.0f} s, of the processor {processor:.0f} s")
    noticed = 100 * (len(sample) - len(survivors)) / len(sample)
    print(f"{noticed:.1f} in 100 noticed; {_ENOUGH} must be")
    return 0 if noticed >= _ENOUGH else 1


_STARTED = time.monotonic()
if __name__ == "__main__":
    sys.exit(main())
