"""Paths in a pack: every computer can write them, none is too long, and no two things lie at one place."""

import hashlib
from itertools import product

import pytest

from action_plans.pack.paths import LONGEST, Places, SharedPathError, is_pack_path, pack_path


def sum_of(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "path", ["index.html", "plans/oak/actions/a1/index.html", "READ-ME-FIRST.txt", f"{'a' * 90}/{'b' * 89}"]
)
def test_most_paths_stay(path: str) -> None:
    """A path of at most 180 characters that every computer can write is the same in the pack."""
    assert pack_path(path) == path


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("evidence/con/index.html", f"evidence/con-{sum_of('con')[:8]}/index.html"),
        ("evidence/COM1/index.html", f"evidence/COM1-{sum_of('COM1')[:8]}/index.html"),
        ("evidence/a/aux.pdf", f"evidence/a/aux-{sum_of('aux.pdf')[:8]}.pdf"),
        ("evidence/a/nul.tar.gz", f"evidence/a/nul-tar-{sum_of('nul.tar.gz')[:8]}.gz"),
        ("evidence/a./index.html", f"evidence/a-{sum_of('a.')[:8]}/index.html"),
        ("evidence/a /index.html", f"evidence/a-{sum_of('a ')[:8]}/index.html"),
        ("evidence/café/index.html", f"evidence/cafe-{sum_of('café')[:8]}/index.html"),
        ("evidence/日本/index.html", f"evidence/file-{sum_of('日本')[:8]}/index.html"),
        ("evidence/../index.html", f"evidence/file-{sum_of('..')[:8]}/index.html"),
        ("evidence/a:b?/index.html", f"evidence/a-b-{sum_of('a:b?')[:8]}/index.html"),
    ],
)
def test_a_name_that_not_every_computer_writes_becomes_another(path: str, there: str) -> None:
    """Names of devices, dots and spaces at the end, and other signs give way to plain letters and a part of a sum."""
    assert pack_path(path) == there


def test_a_long_path_keeps_its_first_folder_and_its_name() -> None:
    """The folders between become one, named after their sum; a long name of a file keeps its beginning and ending."""
    folders = "/".join("b" * 60 for _ in range(4))
    name = f"{'c' * 200}.pdf"

    assert pack_path(f"evidence/{folders}/index.html") == f"evidence/long-{sum_of(folders)[:16]}/index.html"
    assert pack_path(f"evidence/{folders}/{name}") == (
        f"evidence/long-{sum_of(folders)[:16]}/{'c' * 40}-{sum_of(name)[:8]}.pdf"
    )


def test_whatever_a_thing_is_called_its_path_can_be_written() -> None:
    """Of names of letters, signs, dots and lengths that bite, each becomes a path of a pack, and no two the same."""
    parts = (("", ".", "con", "é", "-", "a"), ("x", "ü", ".", " b"), (0, 1, 50, 250))
    endings = ("", ".", " ", ".pdf", ".a-very-long-ending", "\udc80")
    names = [start + middle * times + end for start, middle, times in product(*parts) for end in endings]
    paths = {f"evidence/{one}/{other}" for one in names for other in names[::7]}
    found = {path: pack_path(path) for path in paths}

    assert [path for path, there in found.items() if not is_pack_path(there) or len(there) > LONGEST] == []
    assert len({there.casefold() for there in found.values()}) == len(paths)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("evidence/a/index.html", "evidence/a/index.html"),
        ("evidence/a/index.html", "evidence/A/index.html"),
        ("evidence//index.html", "evidence/index.html"),
        ("evidence/a", "evidence/a/index.html"),
        ("evidence/a/index.html", "evidence/a"),
        ("evidence/A/index.html", "evidence/a"),
    ],
)
def test_two_things_never_lie_at_one_place(first: str, second: str) -> None:
    """The same path, in any capitals, and a file where a folder must be, are refused, with both in the words."""
    places = Places()
    places.take(first, "the first")

    with pytest.raises(SharedPathError, match="and the second"):
        places.take(second, "the second")
