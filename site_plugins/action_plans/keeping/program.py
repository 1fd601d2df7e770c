"""A sum of the program itself: what one version of it made, another makes anew."""

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from re import MULTILINE, match, search

_PACKAGE = Path(__file__).parents[1]
_OURS = "mkdocs-action-plans"


def program_sum(rooms: Iterable[str] = ("",)) -> str:
    """Return a sum of Python, of all that this package uses, and of the code in its `rooms`: all of it by default."""
    return _program_sum(tuple(rooms))


@cache
def _program_sum(rooms: tuple[str, ...]) -> str:
    total = blake2b(sys.version.encode(), digest_size=20)
    for said in _versions():
        total.update(said.encode())
    for room in rooms:
        total.update(folder_sum(_PACKAGE / room, "*.py").encode())
    return total.hexdigest()


def folder_sum(folder: Path, pattern: str = "*") -> str:
    """Return a sum of every file below a folder whose name matches, of its path there and of what it holds."""
    total = blake2b(digest_size=20)
    for file in sorted(folder.rglob(pattern)):
        if file.is_file():
            content = file.read_bytes()
            total.update(f"{file.relative_to(folder).as_posix()}\n{len(content)}\n".encode())
            total.update(content)
    return total.hexdigest()


def _versions() -> Iterator[str]:
    """Yield the name and version of everything that this package asks for."""
    from importlib.metadata import PackageNotFoundError, distribution, requires  # noqa: PLC0415 -- it loads all of email

    for asked in requires(_OURS) or ():
        name = match(r"[\w.-]+", asked)
        if name is not None and "extra ==" not in asked:
            try:
                package = distribution(name[0])
                yield f"{name[0]} {_version(package.read_text('METADATA') or '') or package.version}\n"
            except PackageNotFoundError:
                yield f"{name[0]} is not installed\n"


def _version(told: str) -> str:
    """Return the version of a package from the line that says it: to read all that is told of it takes far longer."""
    said = search(r"^Version: (.+)$", told, MULTILINE)
    return said[1] if said is not None else ""
