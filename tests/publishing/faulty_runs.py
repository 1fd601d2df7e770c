"""Publishes two small sites again and again while the machine fails; a test starts it as a program of its own.

Usage: faulty_runs.py FOLDER HOW

HOW is one of:
  killed     a hundred runs over the same two sites, each killed before another change to the disk; every second one is
             a build that ends in an error, and so is every second one that comes after a killed one
  full       a run for each change to the disk: from there on nothing can be written, though deleted and renamed
  read-only  a run for each change to the disk: from there on nothing can be changed at all

It prints one JSON object a line for each run: what the run did, and which edition both sites hold once the next command
has begun.
"""

import errno
import json
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

from action_plans.publishing.publication import Publication, settle
from action_plans.publishing.publishing_error import PublishingError

KILLED = 137
_WRITES = {"os.mkdir"}
_CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir"}


def main(folder: Path, how: str) -> None:
    """Run as often as it takes, and print what happened."""
    for told in _hundred_kills(folder) if how == "killed" else _a_run_for_each_step(folder, how):
        print(json.dumps(told))  # noqa: T201 -- a program of its own


def _hundred_kills(folder: Path) -> Iterator[dict[str, Any]]:
    _in_child(folder, "first", 0, "killed")
    steps = {is_bad: _in_child(folder, "second", 0, "killed", is_bad=is_bad) for is_bad in (True, False)}
    before = "second"
    for number in range(100):
        is_bad = bool(number % 2)
        step = number // 2 % steps[is_bad] + 1
        ended = _in_child(folder, f"edition {number}", step, "killed", is_bad=is_bad)
        if number // 2 % 2:
            _in_child(folder, "in error", 0, "killed", is_bad=True)
        else:
            settle(_sites(folder))
        after = _editions(folder)
        yield {"step": step, "ended": ended, "before": before, "new": f"edition {number}", "after": after}
        before = after[0]


def _a_run_for_each_step(folder: Path, how: str) -> Iterator[dict[str, Any]]:
    original = folder / "original"
    _in_child(original, "old", 0, "killed")
    shutil.copytree(original, folder / "copy")
    steps = _in_child(folder / "copy", "any", 0, "killed")
    for step in range(1, steps + 1):
        copy = folder / f"step-{step}"
        shutil.copytree(original, copy)
        ended = _in_child(copy, "new", step, how)
        said = copy / "said"
        told = {"step": step, "ended": ended, "said": said.read_text(encoding="utf-8") if said.exists() else ""}
        settle(_sites(copy))
        yield {**told, "after": _editions(copy)}


def _in_child(folder: Path, edition: str, step: int, how: str, *, is_bad: bool = False) -> int:
    """Publish in a process of its own; return how many changes it made, or a number over 100 for how else it ended."""
    child = os.fork()
    if child == 0:
        os._exit(_publish(folder, edition, step, how, is_bad=is_bad))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _publish(folder: Path, edition: str, step: int, how: str, *, is_bad: bool) -> int:
    changes = 0

    def count(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal changes
        is_file = event == "open" and isinstance(arguments[0], str) and isinstance(arguments[2], int)
        is_open = is_file and bool(cast("int", arguments[2]) & (os.O_WRONLY | os.O_RDWR))
        if event not in _CHANGES and not is_open:
            return
        changes += 1
        if not step or changes < step:
            return
        if how == "killed":
            os._exit(KILLED)
        if how == "read-only":
            raise OSError(errno.EROFS, os.strerror(errno.EROFS))
        if is_open or event in _WRITES:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    said = os.open(folder / "said", os.O_WRONLY | os.O_CREAT) if step and how != "killed" else -1
    sys.addaudithook(count)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        publication = Publication(_sites(folder))
        try:
            for staged in publication.staged:
                (staged / "index.html").write_text(edition, encoding="utf-8")
                (staged / "about").mkdir()
                (staged / "about" / "index.html").write_text(edition, encoding="utf-8")
            if not is_bad:
                publication.publish()
        finally:
            publication.abandon()
    except (PublishingError, OSError) as error:  # an OSError is what MkDocs' own writing raises
        os.write(said, f"{type(error).__name__}: {error}".encode())
        return 101
    return changes


def _sites(folder: Path) -> list[Path]:
    return [folder / "site", folder / "site-family"]


def _editions(folder: Path) -> list[str]:
    """Return what the four pages of both sites say; something is wrong where that is not the same four times."""
    pages = [site / page for site in _sites(folder) for page in ("index.html", "about/index.html")]
    return [page.read_text(encoding="utf-8") if page.is_file() else "missing" for page in pages]


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
