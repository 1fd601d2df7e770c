"""Runs `mkdocs build`, and ends without a word, as a killed program does, in the middle of replacing the sites.

Usage: killed_build.py STEP [OPTIONS OF mkdocs build]

STEP counts the renames and deletions of folders and of the journal beside the sites; 0 lets the build end.
"""

import os
import sys
from pathlib import Path

from mkdocs.__main__ import cli

KILLED = 137
_CHANGES = {"os.rename", "os.remove", "shutil.rmtree"}


def main(last_step: int, options: list[str]) -> None:
    """Build, counting the steps."""
    steps = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal steps
        if event in _CHANGES and Path(str(arguments[0])).name.startswith((".site", "site")):
            steps += 1
            if steps == last_step:
                os._exit(KILLED)

    sys.addaudithook(count)
    cli(["build", "--quiet", *options])


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
