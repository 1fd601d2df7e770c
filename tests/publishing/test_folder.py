"""A site that was made in memory lies in its folder as it was made, and nowhere else."""

from pathlib import Path

import pytest

from action_plans.publishing.folder import write_files
from action_plans.publishing.publishing_error import PublishingError


def test_files_are_written_with_the_folders_between(tmp_path: Path) -> None:
    """Each file stands at its path, byte for byte."""
    write_files(tmp_path / "site", {"index.html": b"home", "a/b/index.html": "é\r\n".encode()})

    assert (tmp_path / "site" / "index.html").read_bytes() == b"home"
    assert (tmp_path / "site" / "a" / "b" / "index.html").read_bytes() == b"\xc3\xa9\r\n"


@pytest.mark.parametrize(
    "path", ["../escaped.html", "/escaped.html", "a/../../escaped.html", "..\\escaped.html", "c:x", ""]
)
def test_no_path_leads_outside_the_site(tmp_path: Path, path: str) -> None:
    """A path that leaves the folder is refused before anything is written."""
    with pytest.raises(PublishingError, match="not a path inside a site"):
        write_files(tmp_path / "site", {"index.html": b"", path: b""})

    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_a_files_place_is_said_in_words(tmp_path: Path) -> None:
    """What cannot be written is an error for a person, not a traceback."""
    (tmp_path / "index.html").mkdir()

    with pytest.raises(PublishingError, match="cannot be written"):
        write_files(tmp_path, {"index.html": b""})
