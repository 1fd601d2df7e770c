"""Both sites are replaced together, and whole, wherever the command that does it is killed."""

import json
import os
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest

from action_plans.publishing.destination import Destination
from action_plans.publishing.journal import Swap, read_journal, write_journal
from action_plans.publishing.publication import Publication, settle
from action_plans.publishing.publishing_error import PublishingError
from action_plans.publishing.swap import finish_or_undo
from tests.project import Run, run

PROGRAM = Path(__file__).with_name("publish_once.py")
KILLED = 137


def test_a_kill_at_any_step_leaves_both_sites_whole_and_of_one_run(tmp_path: Path) -> None:
    """Killed before any change to the disk, both sites are the old ones or both the new after the next command."""
    _publish(tmp_path / "old", "old")
    after = set()
    for step in range(1, _steps_of_publishing(tmp_path / "old") + 1):
        folder = tmp_path / f"step-{step}"
        shutil.copytree(tmp_path / "old", folder)
        assert _publish(folder, "new", step).exit_code == KILLED, f"step {step}"

        settle([folder / "site", folder / "public" / "site-family"])

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
        assert _publish(folder, "first", step).exit_code == KILLED, f"step {step}"

        settle([folder / "site", folder / "public" / "site-family"])

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
        assert _publish(folder, "newest", step).exit_code == KILLED, f"step {step}"

        settle([folder / "site", folder / "site-family"])

        editions = {_edition_at(folder / "site"), _edition_at(folder / "site-family")}
        assert editions in ({"new"}, {"newest"}), f"step {step}: {editions}"
        after |= editions
    assert after == {"new", "newest"}


def test_a_hundred_kills_leave_whole_sites(tmp_path: Path) -> None:
    """A hundred runs over one project, good ones and ones in error, killed before every change to the disk in turn.

    Whatever begins next, a command or a build in error, finds or leaves both sites whole and of one run.
    """
    runs = _faulty_runs(tmp_path, "killed")

    assert [run["ended"] for run in runs] == [KILLED] * 100
    assert all(len(set(run["after"])) == 1 for run in runs)
    assert all(run["after"][0] in (run["before"], run["new"]) for run in runs)
    published = {run["step"] for run in runs if run["after"][0] == run["new"]}
    kept = {run["step"] for run in runs if run["after"][0] == run["before"]}
    assert len(published | kept) == max(published | kept) >= 30, "a step was left out"
    assert len(published) > 10
    assert len(kept) > 10


@pytest.mark.parametrize("how", ["full", "read-only"])
def test_a_disk_that_refuses_leaves_whole_sites(tmp_path: Path, how: str) -> None:
    """From any step on the disk takes nothing more: it is said in words, and both sites are whole and of one run."""
    runs = _faulty_runs(tmp_path, how)

    assert all(run["after"] in (["old"] * 4, ["new"] * 4) for run in runs), runs
    refused = [run for run in runs if run["said"]]
    assert len(refused) > 10
    assert {tuple(run["after"]) for run in refused} >= {("old",) * 4}
    # what is no PublishingError is the writing of pages, which MkDocs does
    own = [run["said"] for run in refused if not run["said"].startswith("OSError")]
    assert len(own) >= 8
    assert all(said.startswith("PublishingError: ") and said.endswith(".") for said in own)


def test_the_next_build_settles_and_clears_what_a_killed_one_left(tmp_path: Path) -> None:
    """A build after a killed one needs no help, and leaves nothing hidden behind."""
    _publish(tmp_path / "old", "old")
    for step in range(1, _steps_of_publishing(tmp_path / "old") + 1, 3):
        folder = tmp_path / f"step-{step}"
        shutil.copytree(tmp_path / "old", folder)
        _publish(folder, "killed", step)

        assert _publish(folder, "new").exit_code == 0

        assert _edition_at(folder / "site") == _edition_at(folder / "public" / "site-family") == "new"
        assert list(folder.rglob(".*")) == []


def test_a_new_site_that_was_lost_undoes_both(tmp_path: Path) -> None:
    """Where one staged site is gone, both old sites come back: never one old and one new."""
    staff, family = _begun(tmp_path)
    staff.folder.rename(staff.replaced)
    staff.staged.rename(staff.folder)
    shutil.rmtree(family.staged)

    finish_or_undo(staff.journal, [staff, family])

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

    settle([tmp_path / "there" / "site", tmp_path / "there" / "site-family"])

    assert _edition_at(tmp_path / "there" / "site") == "new"
    assert _edition_at(tmp_path / "there" / "site-family") == "new"


def test_a_journal_that_is_not_ours_stops_with_words(tmp_path: Path) -> None:
    """A file in the journal's place that cannot be read is named, with what to do about it."""
    journal = tmp_path / ".site.swap.json"
    for text in ("", "[]", "{}", '{"schema": "other"}', '{"schema": "action-plans/swap/1", "swaps": [1]}'):
        journal.write_text(text, encoding="utf-8")

        with pytest.raises(PublishingError, match="cannot be read"):
            read_journal(journal, [Destination(tmp_path / "site")])


def _publish(folder: Path, edition: str, last_step: int = 0) -> Run:
    return run([sys.executable, str(PROGRAM), str(folder), edition, str(last_step)], folder.parent)


def _faulty_runs(folder: Path, how: str) -> list[dict[str, Any]]:
    done = run([sys.executable, str(PROGRAM.with_name("faulty_runs.py")), str(folder), how], folder.parent)
    assert done.exit_code == 0, done.said
    return [json.loads(line) for line in done.output.splitlines()]


def _steps_of_publishing(folder: Path) -> int:
    """How many changes to the disk it takes to publish over what lies in `folder`, found out on a copy."""
    copy = folder.with_name(f"copy-of-{folder.name}")
    shutil.copytree(folder, copy, symlinks=True)
    return int(_publish(copy, "any").output)


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


@pytest.mark.parametrize("name", ["elsewhere", "../elsewhere", "site/../../elsewhere"])
def test_a_journal_that_names_other_folders_does_nothing(tmp_path: Path, name: str) -> None:
    """A journal that came with the project's files moves and deletes nothing but what the options name."""
    project = tmp_path / "project"
    elsewhere = (project / name).resolve()
    _publish_at([project / "site", project / "site-family", elsewhere], "old")
    for beside in ("new", "old"):
        _publish_at([elsewhere.with_name(f".elsewhere.{beside}")], "forged")
    forged = {"schema": "action-plans/swap/1", "swaps": [{"folder": name, "had_site": True}]}
    (project / ".site.swap.json").write_text(json.dumps(forged), encoding="utf-8")

    assert settle([project / "site", project / "site-family"]) == ()

    assert _edition_at(elsewhere) == "old"
    assert _edition_at(elsewhere.with_name(".elsewhere.new")) == "forged"
    assert _edition_at(elsewhere.with_name(".elsewhere.old")) == "forged"


def test_a_journal_is_believed_for_one_folder_and_not_for_another(tmp_path: Path) -> None:
    """Where the family edition has another folder since the kill, the staff edition is settled, and the rest let be."""
    staff, family = _begun(tmp_path)
    staff.folder.rename(staff.replaced)

    settle([staff.folder, tmp_path / "families"])

    assert _edition_at(staff.folder) == "new"
    assert _edition_at(family.folder) == "old"


def test_a_link_in_the_place_of_a_staged_site_is_not_put_online(tmp_path: Path) -> None:
    """A link beside the site, with a forged journal, does not make the site a link to somewhere else."""
    _publish_at([tmp_path / "site", tmp_path / "private"], "old")
    (tmp_path / ".site.new").symlink_to(tmp_path / "private", target_is_directory=True)
    write_journal(tmp_path / ".site.swap.json", [Swap(Destination(tmp_path / "site"), had_site=True)])

    settle([tmp_path / "site"])

    assert not (tmp_path / "site").is_symlink()
    assert _edition_at(tmp_path / "site") == _edition_at(tmp_path / "private") == "old"


@pytest.mark.parametrize("name", [".site.swap.json", ".site.swap.json.part", ".site.new", ".site.old"])
def test_nothing_is_read_or_written_through_a_link(tmp_path: Path, name: str) -> None:
    """A link in the place of the journal or a hidden folder is not believed or written through; a build goes on."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "kept").write_text("private", encoding="utf-8")
    project = tmp_path / "project"
    _publish_at([project / "site"], "old")
    is_folder = not name.startswith(".site.swap")
    (project / name).symlink_to(outside if is_folder else outside / "kept", target_is_directory=is_folder)

    settle([project / "site"])
    _publish_at([project / "site"], "new")

    assert _edition_at(project / "site") == "new"
    assert [path.name for path in outside.iterdir()] == ["kept"]
    assert (outside / "kept").read_text(encoding="utf-8") == "private"


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_a_lock_that_is_no_file_is_named(tmp_path: Path, kind: str) -> None:
    """Where a link or a pipe lies in the lock's place, a build neither follows it nor waits for it, and says so."""
    lock = tmp_path / ".site.lock"
    if kind == "link":
        lock.symlink_to(tmp_path / "elsewhere")
    else:
        os.mkfifo(lock)

    with pytest.raises(PublishingError, match=r"\.site\.lock"):
        _publish_at([tmp_path / "site"], "new")

    assert not (tmp_path / "elsewhere").exists()


def test_a_pipe_in_the_place_of_the_journal_is_not_waited_for(tmp_path: Path) -> None:
    """Nothing is read from what is no ordinary file, so no command hangs on it."""
    _publish_at([tmp_path / "site"], "old")
    os.mkfifo(tmp_path / ".site.swap.json")

    assert settle([tmp_path / "site"]) == ()
