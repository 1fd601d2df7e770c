"""What is kept of earlier versions makes a build faster, and nothing else."""

import os
import shutil
import zlib
from pathlib import Path

import pytest

from action_plans.history.version_cache import VersionCache
from action_plans.history.version_values import VersionValues
from action_plans.keeping.kept_files import CACHE_DIR, KeptFiles
from action_plans.pipeline import examine, look_back
from action_plans.project.options import Options
from action_plans.project.settings import Settings
from tests.builders import TODAY
from tests.history.looking_back import NOTE, PLAN, commit, looked_back
from tests.project import Project


def _with_versions(project: Project) -> Project:
    """Make five versions of a plan, one of them broken, and two of a note."""
    for day, word in enumerate(("all", "most", "[", "some", "few"), 1):
        commit(project, f"2026-03-0{day}", plan=PLAN.replace("Teach counting", f"{word} teach"))
    commit(project, "2026-03-07", note=NOTE)
    commit(project, "2026-05-09", note=NOTE.replace("All", "Most"), plan=PLAN.replace("Every", "Each"))
    return project


_ODD = (
    "[]",
    "{}",
    "[" * 9999,
    '{"values":3,"versions":[]}',
    '{"values":[[3,[],null]],"versions":[]}',
    '{"values":[],"versions":3}',
    '{"values":[[{},[],null]],"versions":[["a","",null,true,0,0,[["A1",7]]]]}',
    '{"values":[[{},[],null]],"versions":[["a","b",null,true,0,0,[]]]}',
    '{"values":[[{},[],null]],"versions":[["a","",3,true,0,0,[["A1",0]]],4]}',
)
"""What is JSON, and no versions."""


def _kept(project: Project) -> list[Path]:
    return sorted((project.folder / CACHE_DIR / "versions").iterdir())


def _keep(project: Project, content: bytes) -> None:
    """Keep something in place of the cache, as the program itself would."""
    (file,) = _kept(project)
    KeptFiles(project.folder, "versions").put(file.name, content)


def _packed(index: str, texts: str = "{}") -> bytes:
    """Return the content of a cache that holds these versions, these texts, and no sums."""
    first = zlib.compress(index.encode())
    return b"{}\n%d\n" % len(first) + first + zlib.compress(texts.encode())


def _unpacked(file: Path) -> tuple[str, str]:
    """Return the versions in a cache and their texts, which stand behind its own sum and the sums of files."""
    _, _, length, packed = file.read_bytes().split(b"\n", 3)
    index, texts = packed[: int(length)], packed[int(length) :]
    return zlib.decompress(index).decode(), zlib.decompress(texts).decode()


def test_what_comes_out_is_the_same_with_the_cache_and_without(project: Project) -> None:
    """Cold, warm, damaged, of another program, and deleted: every history and every problem is the same."""
    _with_versions(project)
    cold = looked_back(project)
    assert _kept(project)
    warm = looked_back(project)
    (file,) = _kept(project)
    whole = file.read_bytes()
    places = (0, len(whole) // 2, len(whole) - 1)
    flipped = [whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :] for place in places]
    damaged = []
    for damage in (b"", b"{", whole[:-1], *flipped):
        file.write_bytes(damage)
        damaged.append(looked_back(project))
    for odd in (b"[]", b"{}", b"[" * 9999, b"{}\n{}", b"{}\n9\n{}", b"{}\n", *map(_packed, _ODD)):
        _keep(project, odd)
        damaged.append(looked_back(project))
    file.rename(file.with_name("of-another-program.json"))
    other = looked_back(project)
    shutil.rmtree(project.folder / CACHE_DIR)
    deleted = looked_back(project)
    assert cold.provenance.histories
    assert cold.provenance.changes
    for again in (warm, *damaged, other, deleted):
        assert again.provenance == cold.provenance
        assert again.problems == cold.problems


def test_what_another_program_kept_is_deleted(project: Project) -> None:
    """A newer program reads versions in its own way, and the folder does not grow with each."""
    _with_versions(project)
    project.write({f"{CACHE_DIR}/versions/other.json": "{}"})
    looked_back(project)
    (file,) = _kept(project)
    assert file.name != "other.json"
    assert file.stat().st_size > 100


def test_a_cache_that_came_with_the_project_is_not_believed(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody handed on a cache in which the action always said what it says today: git is asked instead."""
    _with_versions(project)
    expected = looked_back(project)
    (file,) = _kept(project)
    index, texts = _unpacked(file)
    forged = _packed(index, texts.replace("Every", "Each"))
    assert forged != _packed(index, texts)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "of somebody else"))
    _keep(project, forged)
    assert looked_back(project).provenance.changes != expected.provenance.changes  # with the key that made it
    monkeypatch.undo()
    assert looked_back(project).provenance.changes == expected.provenance.changes


def test_a_damaged_file_is_mended(project: Project) -> None:
    """What cannot be read of the cache is read from git again, and kept."""
    _with_versions(project)
    looked_back(project)
    before = [file.read_bytes() for file in _kept(project)]
    for file in _kept(project):
        file.write_bytes(b"{")
    looked_back(project)
    assert [file.read_bytes() for file in _kept(project)] == before


def test_the_cache_does_not_grow_with_what_nobody_uses(tmp_path: Path) -> None:
    """Of versions that are in no history any more, as after it was written anew, a thousand are kept and not more."""

    def says(title: str) -> VersionValues:
        return VersionValues("oak", {"a1": {"id": "A1", "title": title}})

    first = VersionCache(tmp_path)
    for number in range(999):
        first.put_values(f"{number}", says(f"{number}"), "")
    first.save()
    second = VersionCache(tmp_path)
    second.put_values("new", says("new"), "998")
    second.get("new")
    second.save()
    assert VersionCache(tmp_path).get("500") == says("500")
    third = VersionCache(tmp_path)
    for number in range(999, 1100):
        third.put_values(f"{number}", says(f"{number}"), "")
    third.get("new")
    third.save()
    last = VersionCache(tmp_path)
    assert [last.get(name) for name in ("500", "1099")] == [None, None]
    assert last.get("new") == says("new")


def test_git_does_not_see_the_cache(project: Project) -> None:
    """A project that does not name the folder in its own list of what to ignore stays clean."""
    _with_versions(project)
    looked_back(project)
    assert project.git("status", "--porcelain").output == ""


def test_a_folder_that_cannot_be_written_is_no_fault(project: Project) -> None:
    """Where a file stands in the way of the cache, everything is read from git."""
    _with_versions(project)
    expected = looked_back(project)
    shutil.rmtree(project.folder / ".cache")
    project.write({".cache": "in the way"})
    assert looked_back(project).provenance == expected.provenance


def test_a_check_writes_no_cache(project: Project) -> None:
    """`action-plans check` writes nothing, though it reads earlier versions."""
    _with_versions(project)
    assert project.check().exit_code == 0
    assert not (project.folder / ".cache").exists()


def test_git_is_called_as_often_for_forty_versions_as_for_two(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two calls for the days, one for all earlier versions, one for sums; for what is kept none.

    A check asks once where the cache serves.
    """
    real = project.git("--exec-path").output.strip() + "/git"
    calls, program = tmp_path / "calls", tmp_path / "counting" / "git"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho call >> "{calls}"\nexec "{real}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    for number in range(20):
        commit(
            project, f"2026-03-{number + 1:02}", plan=PLAN.replace("Teach", f"{number} teach"), note=NOTE + str(number)
        )
    (project.folder / "evidence/OAK/e1.md").rename(project.folder / "evidence/OAK/e2.md")
    project.commit(date="2026-03-30T12:00:00Z")
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    looked_back(project)
    assert calls.read_text(encoding="utf-8").count("call") == 4
    looked_back(project)
    assert calls.read_text(encoding="utf-8").count("call") == 6
    settings = Settings(project.folder, Options(), TODAY)
    look_back(examine(settings), settings, is_check=True)
    assert calls.read_text(encoding="utf-8").count("call") == 7


@pytest.mark.parametrize("name", [".cache", CACHE_DIR])
def test_a_link_in_its_place_is_not_followed(project: Project, tmp_path: Path, name: str) -> None:
    """A link that came with the project's files is neither read nor written through, and what comes out is the same."""
    _with_versions(project)
    without = looked_back(project)
    shutil.move(project.folder / name, tmp_path / "elsewhere")
    outside = {file: file.read_bytes() for file in (tmp_path / "elsewhere").rglob("*") if file.is_file()}
    for file in outside:
        file.write_bytes(b"forged")
    (project.folder / name).symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    through = looked_back(project)

    assert through.provenance == without.provenance
    assert [file.read_bytes() for file in outside] == [b"forged"] * len(outside)
