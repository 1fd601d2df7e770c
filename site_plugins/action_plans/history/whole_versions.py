"""Whole versions of a project, from git: which there are, and their files laid out in a folder of their own."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from action_plans.history.git import ask_git

REGULAR = (b"100644", b"100755")
"""The modes of plain files; links are not followed, and submodules not read."""


def has_git(root: Path) -> bool:
    """Whether a project lies in a repository that has a version."""
    return ask_git(root, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"]).worked


def versions_of(root: Path, paths: Sequence[str], start: str = "HEAD") -> Iterator[str]:
    """Yield the versions of the main line in which any of these paths changed, newest first, the one to start at first.

    Paths are relative to `root`. Without git, and where git does not know the start, there are none.
    """
    head = ask_git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{start}^{{commit}}"])
    if not head.worked:
        return
    newest = head.output.decode("ascii", "replace").strip()
    yield newest
    found = ask_git(root, ["log", "--first-parent", "--format=%H", newest, "--", *paths])
    for line in found.output.decode("ascii", "replace").split():
        if line != newest:
            yield line


def lay_out(root: Path, version: str, paths: Sequence[str], folder: Path) -> bool:
    """Write every plain file of a version below these paths into a folder; whether git could tell all of them.

    Cost: linear in the files. Nothing is written outside the folder.
    """
    listed = ask_git(root, ["ls-tree", "-r", "-z", version, "--", *paths])
    if not listed.worked:
        return False
    blobs: dict[str, bytes] = {}
    for line in filter(None, listed.output.split(b"\0")):
        told, _, path = line.partition(b"\t")
        mode, kind, blob = told.split()[:3]
        name = path.decode("utf-8", "surrogateescape")
        if kind == b"blob" and mode in REGULAR and ".." not in PurePosixPath(name).parts:
            blobs[name] = blob
    held = ask_git(root, ["cat-file", "--batch"], said=b"".join(blob + b"\n" for blob in blobs.values()))
    if not held.worked:
        return False
    for name, content in zip(blobs, _contents(held.output), strict=False):
        place = folder / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return True


def texts_of(root: Path, path: str) -> Iterator[str]:
    """Yield what a file held in each version of the main line in which it changed, newest first."""
    for version in versions_of(root, [path]):
        held = ask_git(root, ["show", f"{version}:./{path}"])
        if held.worked:
            yield held.output.decode("utf-8", "replace")


def _contents(output: bytes) -> Iterator[bytes]:
    """Yield the contents that `cat-file --batch` prints, one after the other."""
    place = 0
    while place < len(output):
        end = output.index(b"\n", place)
        size = int(output[place:end].split()[-1])
        yield output[end + 1 : end + 1 + size]
        place = end + 1 + size + 1
