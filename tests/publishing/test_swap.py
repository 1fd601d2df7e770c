"""Both sites are replaced together, and whole, wherever the command that does it is killed."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from action_plans.publishing.destination import Destination
from action_plans.publishing.journal import Swap, read_journal, write_journal
from action_plans.publishing.publication import Publication, settle
from action_plans.publishing.publishing_error import PublishingError
from action_plans.publishing.swap import finish_or_undo

PROGRAM = Path(__file__).with_name("publish_once.py")
KILLED = 137


def test_a_kill_at_any_step_leaves_both_sites_whole_and_of_one_run(tmp_path: Path) -> None:
    """Killed before any change to the disk, both sites are the old ones or both the new after the next command."""
    _publish(tmp_path / "old", "old")
    after = set()
    for step in range(1, _steps_of_publishing(tmp_path / "old") + 1):
        folder = tmp_path / f"step-{step}"
        shutil.copytree(tmp_path / "old", folder)
        assert _publish(folder, "new", step).returncode == KILLED, f"step {step}"

        settle(folder / "site")

        editions = {_edition_at(folder / "site"), _edition_at(folder / "public" / "site-family")}
        assert editions in ({"old"}, {"new"}), f"step {step}: {editions}"
        after |= editions
    assert after == {"old", "new"}
    assert step > 20


def test_a_kill_at_any_step_of_the_first_publishing_leaves_whole_sites_or_none(tmp_path: Path) -> None:
    """Where there was no site before, there are two whole ones or none after the next command."""
    (tmp_path / "empty").mkdir()
    after = set()
    for step in range(1, _steps_of_publishing(tmp_path / "empty") + 1):
        folder = tmp_path / f"step-{step}"
        folder.mkdir()
        assert _publish(folder, "first", step).returncode == KILLED, f"step {step}"

        settle(folder / "site")

        there = {site for site in ("site", "public/site-family") if (folder / site).exists()}
        assert there in (set(), {"site", "public/site-family"}), f"step {step}: {there}"
        assert all(_edition_at(folder / site) == "first" for site in there)
        after.add(len(there))
    assert after == {0, 2}


def test_a_kill_while_settling_is_settled_too(tmp_path: Path) -> None:
    """A build that is killed while it finishes the swap of a killed one leaves both sites whole as well."""
    half_done = tmp_path / "half-done"
    staff, _ = _begun(half_done)
    staff.folder.rename(staff.replaced)
    (half_done / "public").symlink_to(".", target_is_directory=True)
    after = set()
    for step in range(1, _steps_of_publishing(half_done) + 1):
        folder = tmp_path / f"step-{step}"
        shutil.copytree(half_done, folder, symlinks=True)
        assert _publish(folder, "newest", step).returncode == KILLED, f"step {step}"

        settle(folder / "site")

        editions = {_edition_at(folder / "site"), _edition_at(folder / "site-family")}
        assert editions in ({"new"}, {"newest"}), f"step {step}: {editions}"
        after |= editions
    assert after == {"new", "newest"}


def test_the_next_build_settles_and_clears_what_a_killed_one_left(tmp_path: Path) -> None:
    """A build after a killed one needs no help, and leaves nothing hidden behind."""
    _publish(tmp_path / "old", "old")
    for step in range(1, _steps_of_publishing(tmp_path / "old") + 1, 3):
        folder = tmp_path / f"step-{step}"
        shutil.copytree(tmp_path / "old", folder)
        _publish(folder, "killed", step)

        assert _publish(folder, "new").returncode == 0

        assert _edition_at(folder / "site") == _edition_at(folder / "public" / "site-family") == "new"
        assert list(folder.rglob(".*")) == []


def test_a_new_site_that_was_lost_undoes_both(tmp_path: Path) -> None:
    """Where one staged site is gone, both old sites come back: never one old and one new."""
    staff, family = _begun(tmp_path)
    staff.folder.rename(staff.replaced)
    staff.staged.rename(staff.folder)
    shutil.rmtree(family.staged)

    finish_or_undo(staff.journal)

    assert _edition_at(staff.folder) == _edition_at(family.folder) == "old"
    assert not staff.journal.exists()


def test_a_refused_rename_puts_everything_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the second site cannot be replaced, the first gets its old site back, and the error says so in words."""
    folders = [tmp_path / "site", tmp_path / "site-family"]
    _publish_at(folders, "old")
    rename = Path.rename

    def refuse(path: Path, target: Path) -> Path:
        if path.name == ".site-family.new":
            raise PermissionError(13, "the file is open in another program")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(PublishingError, match="The old ones are still in place"):
        _publish_at(folders, "new")

    assert [_edition_at(folder) for folder in folders] == ["old", "old"]
    assert not (tmp_path / ".site.swap.json").exists()


def test_a_moved_project_keeps_its_journal(tmp_path: Path) -> None:
    """A project folder that is moved after a kill is settled where it now lies."""
    (tmp_path / "here").mkdir()
    _begun(tmp_path / "here")
    (tmp_path / "here").rename(tmp_path / "there")

    settle(tmp_path / "there" / "site")

    assert _edition_at(tmp_path / "there" / "site") == "new"
    assert _edition_at(tmp_path / "there" / "site-family") == "new"


def test_a_journal_that_is_not_ours_stops_with_words(tmp_path: Path) -> None:
    """A file in the journal's place that cannot be read is named, with what to do about it."""
    journal = tmp_path / ".site.swap.json"
    for text in ("", "[]", "{}", '{"schema": "other"}', '{"schema": "action-plans/swap/1", "swaps": [1]}'):
        journal.write_text(text, encoding="utf-8")

        with pytest.raises(PublishingError, match="cannot be read"):
            read_journal(journal)


def _publish(folder: Path, edition: str, last_step: int = 0) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(PROGRAM), str(folder), edition, str(last_step)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def _steps_of_publishing(folder: Path) -> int:
    """How many changes to the disk it takes to publish over what lies in `folder`, found out on a copy."""
    copy = folder.with_name(f"copy-of-{folder.name}")
    shutil.copytree(folder, copy, symlinks=True)
    return int(_publish(copy, "any").stdout)


def _publish_at(folders: list[Path], edition: str) -> None:
    publication = Publication(folders)
    try:
        for staged in publication.staged:
            (staged / "index.html").write_text(edition, encoding="utf-8")
            (staged / "about").mkdir()
            (staged / "about" / "index.html").write_text(edition, encoding="utf-8")
        publication.publish()
    finally:
        publication.abandon()


def _begun(folder: Path) -> tuple[Destination, Destination]:
    """Two old sites, two new ones beside them, and the journal that says they are being replaced."""
    _publish_at([folder / "site", folder / "site-family"], "old")
    _publish_at([folder / ".site.new", folder / ".site-family.new"], "new")
    staff, family = Destination(folder / "site"), Destination(folder / "site-family")
    write_journal(staff.journal, [Swap(staff, had_site=True), Swap(family, had_site=True)])
    return staff, family


def _edition_at(site: Path) -> str:
    """The edition of a whole site: both its pages, saying the same."""
    pages = {page.relative_to(site).as_posix(): page.read_text(encoding="utf-8") for page in site.rglob("*.html")}
    assert sorted(pages) == ["about/index.html", "index.html"], f"{site} is not whole: {sorted(pages)}"
    assert len(set(pages.values())) == 1
    return pages["index.html"]
