"""When files changed is read from git: truly, in one pass, and in words where git cannot tell."""

import os
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from action_plans.history.history import History
from action_plans.history.read_history import read_history

OAK = "plans/oak.yaml"


class Repository:
    """A real repository in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str, day: str = "2026-03-01T12:00:00+00:00") -> str:
        """Run git with a clock that stands still and return what it prints."""
        identity = {
            "GIT_AUTHOR_NAME": "Someone",
            "GIT_AUTHOR_EMAIL": "someone@example.org",
            "GIT_COMMITTER_NAME": "Someone",
            "GIT_COMMITTER_EMAIL": "someone@example.org",
        }
        return subprocess.run(
            ["git", "-c", "commit.gpgsign=false", *arguments],
            cwd=self.folder,
            env=os.environ | identity | {"GIT_AUTHOR_DATE": "2001-01-01T00:00:00+00:00", "GIT_COMMITTER_DATE": day},
            check=True,
            capture_output=True,
            text=True,
        ).stdout.strip()

    def write(self, path: str, text: str) -> None:
        """Write a file, and the folders it needs."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def commit(self, files: dict[str, str], day: str) -> str:
        """Write files, commit everything and return the full name of the commit."""
        for path, text in files.items():
            self.write(path, text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", "changed\n\nmore words", day=day)
        return self.git("rev-parse", "HEAD")

    def history(self) -> History:
        """Read the history of plans and evidence."""
        return read_history(self.folder, [Path("plans"), Path("evidence")])


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    """An empty repository, away from the settings of whoever runs the test."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    return Repository(tmp_path / "project")


@pytest.fixture
def fake_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program called git, which the test writes, and no other."""
    program = tmp_path / "bin" / "git"
    program.parent.mkdir()
    monkeypatch.setenv("PATH", str(program.parent))
    yield program
    program.unlink(missing_ok=True)


def test_first_and_last_change_are_the_days_of_commits_in_utc(repository: Repository) -> None:
    """A file written on one day and changed late on another has both days, as they are in UTC, not where it was."""
    first = repository.commit({OAK: "a"}, "2026-03-01T12:00:00+00:00")
    repository.commit({"evidence/note.md": "n"}, "2026-03-02T12:00:00+00:00")
    last = repository.commit({OAK: "b"}, "2026-03-05T00:30:00+02:00")
    history = repository.history()
    assert (history.available, history.reason, history.shallow, history.commit) == (True, "", False, last)
    recorded, changed = history.versions(OAK)[-1].commit, history.versions(OAK)[0].commit
    assert (recorded.name, recorded.day) == (first, date(2026, 3, 1))
    assert (changed.name, changed.day) == (last, date(2026, 3, 4))
    assert not history.is_uncommitted(OAK)


def test_the_day_is_that_of_the_commit_not_what_its_author_says(repository: Repository) -> None:
    """The author's clock says 2001; the day on which it was recorded is shown."""
    repository.commit({OAK: "a"}, "2026-03-01T12:00:00+00:00")
    changed = repository.history().versions(OAK)[0].commit
    assert changed.day == datetime(2026, 3, 1, tzinfo=UTC).date()


def test_every_version_is_kept_newest_first_and_can_be_read_at_once(repository: Repository) -> None:
    """Three versions, among them one of binary bytes and line breaks, come back byte for byte."""
    texts = ["one\n", "two\n\nblob 3\n", "\0three"]
    commits = [repository.commit({OAK: text}, f"2026-03-0{day}T12:00:00+00:00") for day, text in enumerate(texts, 1)]
    history = repository.history()
    versions = history.versions(OAK)
    assert [version.commit.name for version in versions] == commits[::-1]
    assert [version.commit.day.day for version in versions] == [3, 2, 1]
    blobs = [version.blob for version in versions if version.blob]
    contents = history.read_blobs(blobs)
    assert [contents[blob].decode() for blob in blobs] == texts[::-1]


def test_what_git_gave_before_it_met_a_damaged_object_counts(repository: Repository) -> None:
    """Of three versions the second is damaged on the disk: the first is read still, and nothing of the second."""
    for day, text in enumerate(("one", "two", "three"), 1):
        repository.commit({OAK: text}, f"2026-03-0{day}T12:00:00+00:00")
    history = repository.history()
    blobs = [version.blob or "" for version in reversed(history.versions(OAK))]
    damaged = repository.folder / ".git/objects" / blobs[1][:2] / blobs[1][2:]
    damaged.chmod(0o600)
    damaged.write_bytes(b"damaged")
    assert dict(history.each_blob(blobs)).get(blobs[0]) == b"one"
    assert blobs[1] not in dict(history.each_blob(blobs))


def test_what_git_does_not_have_is_left_out(repository: Repository) -> None:
    """An unknown name and one that is no name at all give nothing, and the others are still read."""
    repository.commit({OAK: "text"}, "2026-03-01T12:00:00+00:00")
    history = repository.history()
    blob = history.versions(OAK)[0].blob
    assert blob
    assert history.read_blobs(["0" * 39 + "1", "HEAD\n--help", blob]) == {blob: b"text"}
    assert history.read_blobs([]) == {}


def test_a_project_in_a_subfolder_with_spaces_and_accents_is_read(repository: Repository) -> None:
    """The project lies in `services/Chêne vert`, its plan is `plan é [1].yaml`; what lies beside is not taken."""
    name = "services/Ch\N{LATIN SMALL LETTER E WITH CIRCUMFLEX}ne vert"
    plan = "plans/plan \N{LATIN SMALL LETTER E WITH ACUTE} [1].yaml"
    commit = repository.commit({f"{name}/{plan}": "a", "plans/other.yaml": "b"}, "2026-03-01T12:00:00+00:00")
    repository.git("config", "diff.relative", "true")
    project = repository.folder / name
    history = read_history(project, [project / "plans"])
    for path in (plan, Path(plan), project / plan):
        assert [version.commit.name for version in history.versions(path)] == [commit]
    assert history.versions("plans/other.yaml") == ()
    assert list(history.recorded) == [f"{name}/{plan}"]


def test_a_folder_above_the_project_is_read(repository: Repository) -> None:
    """A site in `website/` may have its plans beside it: `../plans`."""
    repository.commit({OAK: "a", "website/mkdocs.yml": "b"}, "2026-03-01T12:00:00+00:00")
    history = read_history(repository.folder / "website", ["../plans"])
    assert history.versions("../plans/oak.yaml")
    assert history.versions(repository.folder / OAK)


def test_names_that_mean_something_to_git_are_taken_as_names(repository: Repository) -> None:
    """Folders called `-p`, `:(exclude)x` and `*` are read, and the star does not stand for others."""
    names = ["-p", ":(exclude)x", "*"]
    repository.commit({f"{name}/a.yaml": "a" for name in [*names, "other"]}, "2026-03-01T12:00:00+00:00")
    history = read_history(repository.folder, names)
    assert sorted(history.recorded) == sorted(f"{name}/a.yaml" for name in names)


def test_what_is_not_committed_is_said(repository: Repository) -> None:
    """Changed, staged, new and ignored files are not committed; the last commit's change says there is more."""
    repository.commit({OAK: "a", "plans/elm.yaml": "a", ".gitignore": "ignored.yaml"}, "2026-03-01T12:00:00+00:00")
    repository.write(OAK, "b")
    repository.write("plans/new/ash.yaml", "b")
    repository.write("plans/ignored.yaml", "b")
    repository.write("plans/staged.yaml", "b")
    repository.git("add", "plans/staged.yaml")
    history = repository.history()
    assert history.versions(OAK)
    assert history.is_uncommitted(OAK)
    for name in ("oak", "new/ash", "ignored", "staged"):
        assert history.is_uncommitted(f"plans/{name}.yaml"), name
    assert not history.is_uncommitted("plans/elm.yaml")
    assert history.versions("plans/new/ash.yaml") == ()


def test_a_file_renamed_but_not_committed_is_uncommitted_under_both_names(repository: Repository) -> None:
    """The new name is in no commit; the old one is there no more."""
    repository.commit({OAK: "a long enough text to be known again\n"}, "2026-03-01T12:00:00+00:00")
    repository.git("mv", OAK, "plans/elm.yaml")
    history = repository.history()
    assert history.is_uncommitted("plans/elm.yaml")
    assert history.is_uncommitted(OAK)


def test_nothing_is_said_of_a_file_that_was_not_asked_about(repository: Repository) -> None:
    """Only plans and evidence are looked at: of another file it is not claimed that it is uncommitted."""
    repository.commit({OAK: "a", "mkdocs.yml": "b"}, "2026-03-01T12:00:00+00:00")
    history = repository.history()
    assert history.versions("mkdocs.yml") == ()
    assert not history.is_uncommitted("mkdocs.yml")


def test_a_deleted_file_has_a_last_version_that_holds_nothing(repository: Repository) -> None:
    """Deleting is a change; when the file comes back uncommitted, that is known."""
    repository.commit({OAK: "a"}, "2026-03-01T12:00:00+00:00")
    repository.git("rm", "--quiet", OAK)
    gone = repository.commit({"evidence/n.md": "n"}, "2026-03-02T12:00:00+00:00")
    versions = repository.history().versions(OAK)
    assert (versions[0].commit.name, versions[0].blob) == (gone, None)
    assert versions[1].blob
    repository.write(OAK, "again")
    assert repository.history().is_uncommitted(OAK)


def test_what_comes_with_a_merge_counts_from_the_merge(repository: Repository) -> None:
    """A plan written on a branch is recorded when the branch is merged, and a file that did not change is not."""
    repository.commit({OAK: "a"}, "2026-03-01T12:00:00+00:00")
    repository.git("checkout", "--quiet", "-b", "branch")
    repository.commit({"plans/elm.yaml": "a"}, "2026-03-02T12:00:00+00:00")
    repository.git("checkout", "--quiet", "main")
    repository.commit({"plans/ash.yaml": "a"}, "2026-03-03T12:00:00+00:00")
    repository.git("merge", "--quiet", "--no-ff", "--message", "merged", "branch", day="2026-03-04T12:00:00+00:00")
    history = repository.history()
    merge = repository.git("rev-parse", "HEAD")
    assert [version.commit.name for version in history.versions("plans/elm.yaml")] == [merge]
    assert len(history.versions(OAK)) == len(history.versions("plans/ash.yaml")) == 1


def test_nobody_s_settings_change_what_is_read(repository: Repository) -> None:
    """Colours, signatures, hidden first commits, hidden new files and renames set in the repository do no harm."""
    repository.commit({OAK: "a"}, "2026-03-01T12:00:00+00:00")
    repository.git("mv", OAK, "plans/elm.yaml")
    repository.commit({}, "2026-03-02T12:00:00+00:00")
    settings = {
        "color.ui": "always",
        "core.quotePath": "true",
        "diff.orderFile": "missing",
        "diff.relative": "true",
        "diff.renames": "copies",
        "log.showRoot": "false",
        "log.showSignature": "true",
        "status.showUntrackedFiles": "no",
        "status.relativePaths": "true",
        "core.fsmonitor": "touch started-by-git",
    }
    for name, value in settings.items():
        repository.git("config", name, value)
    repository.write("plans/new.yaml", "b")
    history = repository.history()
    assert [version.commit.day.day for version in history.versions(OAK)] == [2, 1]
    assert [version.commit.day.day for version in history.versions("plans/elm.yaml")] == [2]
    assert history.is_uncommitted("plans/new.yaml")
    assert not list(repository.folder.rglob("started-by-git"))


def test_another_repository_named_in_the_environment_is_not_read(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Inside a hook git points its children at the repository of the hook: the project's own is read all the same."""
    commit = repository.commit({OAK: "a"}, "2026-03-01T12:00:00+00:00")
    other = Repository(tmp_path / "other")
    other.commit({OAK: "other"}, "2026-03-09T12:00:00+00:00")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.folder / ".git" / "index"))
    assert repository.history().commit == commit


def test_reading_writes_nothing_into_the_repository(repository: Repository) -> None:
    """A build beside a commit under way must not touch the index."""
    repository.commit({OAK: "a"}, "2026-03-01T12:00:00+00:00")
    os.utime(
        repository.folder / OAK, (0, 0)
    )  # same text, other time: a plain `git status` would note that in the index
    index = repository.folder / ".git" / "index"
    before = index.read_bytes()
    repository.history()
    assert index.read_bytes() == before


def test_a_shallow_copy_gives_no_false_date_and_says_why(repository: Repository, tmp_path: Path) -> None:
    """The newest commit of a shallow copy seems to have made every file: no date is given, the commit is."""
    repository.commit({OAK: "a"}, "2026-03-01T12:00:00+00:00")
    newest = repository.commit({"plans/elm.yaml": "b"}, "2026-03-09T12:00:00+00:00")
    copy = tmp_path / "copy"
    repository.git("clone", "--quiet", "--depth=1", repository.folder.as_uri(), str(copy))
    history = read_history(copy, ["plans"])
    assert (history.available, history.shallow, history.commit) == (False, True, newest)
    assert "fetch-depth: 0" in history.reason
    assert history.versions(OAK) == ()
    assert not history.is_uncommitted(OAK)
    (copy / OAK).write_text("changed", encoding="utf-8")
    assert read_history(copy, ["plans"]).is_uncommitted(OAK)


def test_a_folder_without_a_repository_is_said_in_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No error: every question is answered with nothing, and the reason names no folder of the machine."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    history = read_history(tmp_path, ["plans"])
    assert not history.available
    assert history.reason == "These files are not in a git repository, so no date of change is known."
    assert (history.commit, history.versions(OAK)) == (None, ())
    assert not history.is_uncommitted(OAK)


def test_a_repository_without_a_commit_is_said_in_words(repository: Repository) -> None:
    """Before the first commit there is nothing to tell; what lies there is uncommitted."""
    repository.write(OAK, "a")
    history = repository.history()
    assert (history.available, history.commit) == (False, None)
    assert history.reason == "Nothing has been committed to git yet."
    assert history.is_uncommitted(OAK)


def test_folders_outside_the_repository_are_said_in_words(repository: Repository) -> None:
    """Plans that lie above the repository have no history there."""
    repository.commit({OAK: "a"}, "2026-03-01T12:00:00+00:00")
    history = read_history(repository.folder, ["../plans"])
    assert not history.available
    assert "No folder that was asked about" in history.reason


def test_git_s_own_folder_is_no_project(repository: Repository) -> None:
    """A project inside `.git` has no work tree, which is said."""
    history = read_history(repository.folder / ".git", ["plans"])
    assert not history.available
    assert history.reason == "This folder is not where the files of a git repository are worked on."


@pytest.mark.usefixtures("fake_git")
def test_a_machine_without_git_is_said_in_words(tmp_path: Path) -> None:
    """Where git is not installed, the site is built without dates."""
    assert read_history(tmp_path, ["plans"]).reason == "Git is not installed where this site is built."


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("fatal: detected dubious ownership in repository at '/srv/plans'", "safe.directory"),
        ("fatal: unsafe repository ('/srv/plans' is owned by someone else)", "safe.directory"),
        ("fatal: bad object HEAD", "Git could not read the history of these files."),
    ],
)
def test_what_git_refuses_is_said_in_words_without_the_folder(
    fake_git: Path, tmp_path: Path, words: str, reason: str
) -> None:
    """A folder that belongs to another user and a broken repository each have their sentence; a log gets git's own."""
    fake_git.write_text(f'#!/bin/sh\necho "{words}" >&2\nexit 128\n', encoding="utf-8")
    fake_git.chmod(0o755)
    history = read_history(tmp_path, ["plans"])
    assert not history.available
    assert reason in history.reason
    assert "/srv/plans" not in history.reason
    assert history.detail == words


def test_a_git_that_does_not_answer_is_given_up(fake_git: Path, tmp_path: Path) -> None:
    """After the time allowed the build goes on, and says so."""
    fake_git.write_text("#!/bin/sh\nexec /bin/sleep 20\n", encoding="utf-8")
    fake_git.chmod(0o755)
    history = read_history(tmp_path, ["plans"], patience=0.2)
    assert history.reason == "Git did not answer within 0.2 seconds."


def test_a_folder_that_is_not_there_is_said_in_words(tmp_path: Path) -> None:
    """A project's folder that is missing ends in no error."""
    assert read_history(tmp_path / "gone", ["plans"]).reason == "Git could not be started."


def test_the_number_of_calls_does_not_grow_with_the_files(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two calls of git for one file and for thirty."""
    real = repository.git("--exec-path") + "/git"
    calls = tmp_path / "calls"
    program = tmp_path / "counting" / "git"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\necho call >> "{calls}"\nexec "{real}" "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    repository.commit({f"plans/{number}.yaml": str(number) for number in range(30)}, "2026-03-01T12:00:00+00:00")
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")
    history = repository.history()
    assert all(history.versions(f"plans/{number}.yaml") for number in range(30))
    assert calls.read_text(encoding="utf-8").count("call") == 2
