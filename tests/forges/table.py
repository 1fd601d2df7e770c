"""Every kind of run on both forges, in a table: what was published, and what a person saw. `make forges`.

Each run begins with a first version online in both editions. It ends with 1 where a row is not as it must be. A word
after the command picks the kinds of run that hold it.
"""

import shutil
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.built_sites import REPOSITORY
from tests.forges.bench import RUNNERS, Bench, Row
from tests.forges.kinds import KINDS
from tests.forges.place import staff_place
from tests.forges.story import begin_story

_TWO = "two runs at once"


def main(only: str = "") -> int:
    """Run all that hold a word in their name, print the table, and return 1 where something is not as it must be."""
    folder = REPOSITORY / ".cache" / "forges"
    shutil.rmtree(folder, ignore_errors=True)
    with ProcessPoolExecutor(len(RUNNERS)) as forges:
        running = [forges.submit(_rows, forge, folder / forge, only) for forge in RUNNERS]
        found = [row for each in running for row in each.result()]
    names = [*(kind.name for kind in KINDS), _TWO]
    lines = ["| run | forge | ended | families' pages | staff edition | what a person saw |", "| --- " * 6 + "|"]
    for row in sorted(found, key=lambda row: names.index(row.kind)):
        ended = "green" if row.ended_well else "red"
        lines.append(f"| {row.kind} | {row.forge} | {ended} | {row.families} | {row.staff} | {row.line} |")
        lines += [f"|   NOT AS IT MUST BE | {each} |" for each in row.wrong]
    wrong = sum(bool(row.wrong) for row in found)
    lines += ["", f"{wrong} of {len(found)} runs were not as they must be."]
    sys.stdout.write("\n".join(lines) + "\n")
    return 1 if wrong else 0


def _rows(forge: str, folder: Path, only: str) -> list[Row]:
    """Return what comes of each kind of run on a forge, in a folder of its own."""
    story = begin_story(folder / "story")
    with staff_place(folder / "server") as (server, settings):
        bench = Bench(forge, story, folder, server, settings)
        found = [bench.row(kind) for kind in KINDS if forge in kind.forges and only in kind.name]
        return [*found, bench.two_at_once()] if only in _TWO else found


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:2]))
