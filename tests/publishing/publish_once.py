"""Publishes two small sites of one page each; the tests start it as a program of its own, to kill it.

Usage: publish_once.py FOLDER EDITION [STEP]

Under FOLDER, `site` and `public/site-family` are replaced; each page says EDITION. With STEP, the program ends without
a word, as a killed one does, just before its STEP-th change to the disk. It prints the number of changes it made.
"""

import os
import sys
from pathlib import Path

from action_plans.publishing.publication import Publication

_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir"}
KILLED = 137


def main(folder: Path, edition: str, last_step: int) -> None:
    """Publish, counting the changes to the disk."""
    steps = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal steps
        writes = event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if event in _CHANGES or writes:
            steps += 1
            if steps == last_step:
                os._exit(KILLED)

    sys.addaudithook(count)
    publication = Publication([folder / "site", folder / "public" / "site-family"])
    for staged in publication.staged:
        (staged / "index.html").write_text(edition, encoding="utf-8")
        (staged / "about").mkdir()
        (staged / "about" / "index.html").write_text(edition, encoding="utf-8")
    publication.publish()
    sys.stdout.write(str(steps))


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]) if len(sys.argv) > 3 else 0)
