"""`action-plans init`: a project that builds at once, about the service that somebody named; or a sentence."""

import errno
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner

from action_plans.cli import main
from action_plans.commands.installed_from import InstalledFrom
from action_plans.commands.project_settings import project_settings
from action_plans.commands.starter import DoesNotBuildError, NotStartedError, project_files, start_project
from action_plans.commands.starter_answers import AnswerError, Said, answered
from action_plans.model.problem import Severity
from action_plans.model.service import ServiceKind
from action_plans.model.when import When, read_when
from action_plans.pipeline import Examined, examine
from tests.project import Project

TODAY = date(2026, 5, 12)
SOURCE = InstalledFrom("mkdocs-action-plans==0.1.0")
PLAN = "plans/first-plan.yaml"
NAMES = (
    "St Anne's", "R&D House", 'The "Old" Mill', "Oak: the house", "A" * 70, "🏡 Home", "🏡", "1. Oak", "22 Mill Lane",
    "no", "null", "2026-01-01", "Con", "*Oak*", "- Oak", "# Oak", "!ENV OAK", "%Oak", "@oak", "`Oak`", "{a}", "[a]",
    "{{ name }}", "${HOME}", "Łódź Dom", "مرحبا", "O\N{RIGHT SINGLE QUOTATION MARK}Neill", "\\n", "'", "~", "|", "https://example.org/",
)  # fmt: skip
ROLES = (
    "RM=Registered manager",
    "no=Night & day, one each,on=Head: 'B'",
    "1=One,2=Two",
    "null=No one,0777=Any",
    "É-T=Été, B2=Deputy",
)
DATES = {
    "2026-03-20": "2026-03-20",
    "20 March 2026": "2026-03-20",
    "20th Mar 2026": "2026-03-20",
    "20/03/2026": "2026-03-20",
    "05.05.2026": "2026-05-05",
    "March 2026": "2026-03",
    "2016-01-01": "2016-01-01",
    TODAY.isoformat(): TODAY.isoformat(),
}


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1778544000")


def files_for(**said: str) -> dict[str, bytes]:
    """The files of a project for a service of which this was said."""
    return project_files(answered(Said(**said), TODAY, None), TODAY, SOURCE)


def examined(folder: Path, files: Mapping[str, bytes]) -> Examined:
    """What reading and checking make of these files."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return examine(project_settings(folder / "mkdocs.yml"))


def problems(found: Examined) -> list[str]:
    """Everything that is wrong or missing."""
    return [str(problem) for problem in found.problems]


def answers() -> Iterator[dict[str, str]]:
    """Everything odd that may be said, each of it at least once; and nothing."""
    yield {}
    kinds = (*ServiceKind, "Care home", "HOME_CARE")
    for number, name in enumerate(NAMES):
        others = {"kind": kinds, "roles": ROLES, "report_date": tuple(DATES)}
        yield {"name": name, **{field: some[number % len(some)] for field, some in others.items()}}


@pytest.mark.parametrize("said", list(answers()), ids=str)
def test_whatever_is_said_the_plan_has_nothing_wrong_and_says_it(said: dict[str, str], tmp_path: Path) -> None:
    """Each kind, odd names, odd codes and each way to write a date give a plan without a problem that holds them."""
    found = examined(tmp_path, files_for(**said))
    plan = found.trace.portfolio.plans[0]
    service = found.trace.service_of[plan.id]

    assert problems(found) == []
    assert [plan.id, *(item.ref.id for item in plan.items())] == ["PLAN1", "F1", "A1", "M1", "R1"]
    assert service.name == said.get("name", "Our service")
    assert service.kind == ServiceKind.of(said.get("kind", "care-home"))
    assert plan.sources[0].published == read_when(DATES[said.get("report_date", TODAY.isoformat())])
    written = ",".join(f"{code}={role.title}" for code, role in plan.roles.items())
    assert written == said.get("roles", "RM=Registered manager,DM=Deputy manager").replace(", B2", ",B2")
    assert yaml.safe_load((tmp_path / "mkdocs.yml").read_text("utf-8"))["site_name"].startswith(service.name)


@pytest.mark.parametrize("day", [date(1990, 1, 2), date(2028, 2, 29), date(2150, 12, 31)], ids=str)
def test_it_has_nothing_wrong_on_any_day(day: date, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All dates of the first plan are counted from the day on which it is made."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str((day - date(1970, 1, 1)).days * 86400))
    assert problems(examined(tmp_path, project_files(answered(Said(), day, None), day, SOURCE))) == []


def test_an_editor_underlines_nothing_on_the_first_day() -> None:
    """The first plan is as the schema beside it wants it."""
    files = files_for(name=NAMES[2], kind="home-care", report_date="March 2026")
    written = json.loads(json.dumps(yaml.safe_load(files[PLAN]), default=str))
    schema = json.loads(files[".vscode/plan.schema.json"])

    assert [error.message for error in jsonschema.Draft202012Validator(schema).iter_errors(written)] == []


def test_what_is_taught_in_comments_can_be_read(tmp_path: Path) -> None:
    """With the signs taken away as the notes say, the lines about a later date and about closing are read."""
    files = files_for()
    taught, count = re.subn(r"(?m)^    # (?=revised:|  - \{|closed_on:|different_now:)", "    ", files[PLAN].decode())
    found = examined(tmp_path, {**files, PLAN: taught.encode()})
    action = found.trace.portfolio.plans[0].actions[0]

    assert count == 4
    assert [str(one) for one in found.problems if one.severity is not Severity.GAP] == []
    assert action.closed_on == When.on(TODAY)
    assert action.revised[0].due.first > action.due.last


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"name": ""}, "missing"),
        ({"name": "A" * 101}, "at most 100 letters, and this has 101"),
        ({"name": "<script>"}, "leave out < and >"),
        ({"name": "Oak\nid: X"}, "cannot be printed"),
        ({"name": "Oak\x1b[2J"}, "cannot be printed"),
        ({"kind": "care hoem"}, "Did you mean care-home?"),
        ({"kind": "ship"}, "care-home, home-care"),
        ({"roles": ""}, "RM=Registered manager"),
        ({"roles": "RM"}, "RM=Registered manager"),
        ({"roles": "RM=A,rm=B"}, "Two roles have the code rm"),
        ({"roles": "R/M=A"}, "letters and digits"),
        ({"roles": "CON=A"}, "cannot be the code"),
        ({"roles": "~A=x"}, "letters and digits"),
        ({"report_date": "01/03/2026"}, "can be 1 March 2026 or 3 January 2026"),
        ({"report_date": "soon"}, "write it as 2026-03-01 or 1 March 2026"),
        ({"report_date": "31/02/2026"}, "no such day"),
        ({"report_date": "2026-05-13"}, "still to come"),
        ({"report_date": "1999-01-01"}, "more than 10 years ago"),
    ],
    ids=str,
)
def test_an_answer_that_cannot_be_is_refused_in_a_sentence(said: dict[str, str], words: str) -> None:
    """What is wrong, and what to write instead, on one line that fits a terminal."""
    with pytest.raises(AnswerError, match=re.escape(words)) as raised:
        answered(Said(**said), TODAY, None)

    assert len(str(raised.value)) < 250
    assert raised.value.is_wrong_use


@pytest.mark.parametrize(
    "said", [["--kind", "ship"], ["--report-date", "soon"], ["--name", "[a](javascript:b)"]], ids=str
)
def test_a_wrong_answer_writes_nothing(said: list[str], tmp_path: Path) -> None:
    """It ends with 2, and neither the folder nor those above it are there."""
    ended = CliRunner().invoke(main, ["init", str(tmp_path / "a" / "b"), *said])

    assert ended.exit_code == 2
    assert ended.output.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_what_would_not_build_is_not_left(tmp_path: Path) -> None:
    """A name that is a link no page may have is found by reading what was written, and all of it goes again."""
    with pytest.raises(DoesNotBuildError, match="javascript"):
        start(tmp_path / "ours", name="[a](javascript:alert(1))")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["new/one", "empty", "."])
def test_a_full_disk_leaves_nothing(there: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full half way, it is said in a sentence, and what was there is as it was."""
    (tmp_path / "home" / "empty").mkdir(parents=True)
    home = tmp_path / "home"
    place = home / there if there != "." else home / "empty"
    before = sorted(path.relative_to(home).as_posix() for path in home.rglob("*"))
    write, written = Path.write_bytes, []

    def write_until_full(self: Path, content: bytes) -> int:
        written.append(self)
        if len(written) > 9:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(self))
        return write(self, content)

    monkeypatch.setattr(Path, "write_bytes", write_until_full)
    with pytest.raises(NotStartedError, match=r"nothing was left there: No space left on device\.$"):
        start(place)

    assert len(written) == 10
    assert sorted(path.relative_to(home).as_posix() for path in home.rglob("*")) == before


def test_what_cannot_be_put_in_place_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a file of an empty folder cannot be put in place, those before it are taken away again."""
    rename = Path.rename

    def rename_but_one(self: Path, target: Path) -> Path:
        if self.name == "plans":
            raise OSError(errno.EACCES, os.strerror(errno.EACCES), str(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", rename_but_one)
    with pytest.raises(NotStartedError, match="Permission denied"):
        start(tmp_path)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("there", ["file", "link", "full"])
def test_what_is_there_stays(there: str, tmp_path: Path) -> None:
    """A file, a link that leads nowhere and a folder that holds something are refused, and stay as they were."""
    place = tmp_path / there
    if there == "file":
        place.write_text("mine")
    elif there == "link":
        place.symlink_to("nowhere")
    else:
        place.mkdir()
        (place / "mine.txt").write_text("mine")
    before = {path: path.is_symlink() or path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    ended = CliRunner().invoke(main, ["init", str(place)])

    assert ended.exit_code == 2
    assert ended.output == f"Error: {place} is not " + (
        "an empty folder: it holds mine.txt. Name a new one.\n" if there == "full" else "a folder. Name a new one.\n"
    )
    assert {path: path.is_symlink() or path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before


def test_the_folder_where_somebody_stands_stays_the_same_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`init .` fills the folder that is there, with its rights, and does not send anybody into it."""
    tmp_path.chmod(0o750)
    (tmp_path / ".DS_Store").write_bytes(b"")
    before = tmp_path.stat()
    monkeypatch.chdir(tmp_path)
    ended = CliRunner().invoke(main, ["init", "."])

    assert ended.exit_code == 0, ended.output
    assert (tmp_path.stat().st_ino, tmp_path.stat().st_mode) == (before.st_ino, before.st_mode)
    assert (tmp_path / PLAN).is_file()
    assert "Go there" not in ended.output
    assert not list(tmp_path.glob("*.part"))


def test_a_repository_is_begun_and_nothing_is_committed(tmp_path: Path) -> None:
    """On the branch that the workflows wait for, without a commit or a remote; proof is stored byte for byte."""
    start(tmp_path / "ours", with_git=True)
    ours = Project(tmp_path / "ours")

    assert ours.git("symbolic-ref", "HEAD").output == "refs/heads/main\n"
    assert ours.git("rev-parse", "--verify", "HEAD").exit_code != 0
    assert ours.git("remote").output == ""
    attributes = ours.git("check-attr", "-a", "evidence/a/minutes.csv", "evidence/a/note.md", PLAN).output
    assert "evidence/a/minutes.csv: text: unset" in attributes
    assert "evidence/a/note.md: eol: lf" in attributes
    assert f"{PLAN}: eol: lf" in attributes


def test_no_repository_is_begun_in_another_one_or_against_ones_will(tmp_path: Path) -> None:
    """Where the folder lies in a repository, that one is named; with `--no-git` nothing is begun or said."""
    Project(tmp_path).git("init", "--quiet")
    said = start(tmp_path / "new" / "ours", with_git=True)
    start(tmp_path / "alone", with_git=False)

    assert "in a git repository already" in said
    assert list(tmp_path.rglob(".git")) == [tmp_path / ".git"]


def test_without_git_a_project_is_made_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where git is not installed, the project is whole, and the last lines say what is missing."""
    monkeypatch.setenv("PATH", str(tmp_path))
    said = start(tmp_path / "ours", with_git=True)

    assert "Git is not installed here" in said
    assert (tmp_path / "ours" / PLAN).is_file()


def test_at_a_terminal_it_asks_until_the_answer_can_be_taken(tmp_path: Path) -> None:
    """Four questions, each with a word why and an answer to take by Enter; a wrong one is refused and asked again."""
    ours, theirs = pty.openpty()
    command = [str(Path(sys.executable).with_name("action-plans")), "init", "ours", "--kind", "day"]
    with subprocess.Popen(command, cwd=tmp_path, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as asked:
        os.write(ours, "Łódź House\n\n01/03/2026\n1 March 2026\n".encode())
        output, questions = (said.decode() for said in asked.communicate(timeout=60))
    os.close(ours)
    os.close(theirs)
    plan = yaml.safe_load((tmp_path / "ours" / PLAN).read_text("utf-8"))

    assert asked.returncode == 0, questions
    assert plan["service"]["name"] == "Łódź House"
    assert plan["roles"] == {"RM": "Registered manager", "DM": "Deputy manager"}
    assert plan["sources"][0]["published"] == date(2026, 3, 1)
    assert "What kind of service" not in questions
    assert questions.count("When was the report published") == 1
    assert "can be 1 March 2026 or 3 January 2026" in questions
    assert "Look at it: mkdocs serve" in output


def test_the_page_for_the_manager_names_what_is_there() -> None:
    """Every task, file and command that HOW-TO.md names exists; it is one page, with three things for each week."""
    files = files_for()
    page = files["HOW-TO.md"].decode()
    tasks = json.loads(files[".vscode/tasks.json"])["tasks"]
    tasks_named = set(re.findall(r"Run Task > \*\*(.*?)\*\*", page))
    weekly = page.split("## Each week")[1]

    assert tasks_named == {task["label"] for task in tasks}
    assert {task["command"].split(" --")[0] for task in tasks} == set(
        re.findall(r"`(mkdocs serve|action-plans \w+)`", page)
    )
    assert {name for name in re.findall(r"`([\w/.-]+\.\w+)`", page) if name not in files} == set()
    assert re.findall(r"(?m)^\d", weekly) == ["1", "2", "3"]
    assert len(page.splitlines()) < 60
    assert re.findall(r"(?m)^## (.*)", page) == ["Change", "Look", "Publish", "Each week"]


def test_the_hook_before_a_commit_runs_what_is_installed(tmp_path: Path) -> None:
    """It needs no index and no address: it is our own command, over the whole project."""
    written = yaml.safe_load(files_for()[".pre-commit-config.yaml"])["repos"]
    (hook,) = written[0]["hooks"]

    assert [one["repo"] for one in written] == ["local"]
    assert (hook["language"], hook["pass_filenames"], hook["always_run"]) == ("system", False, True)
    start(tmp_path / "ours")
    ours = Project(tmp_path / "ours")
    entry = hook["entry"].split()
    assert entry[0] == "action-plans"
    assert ours.command(*entry[1:]).exit_code == 0
    ours.write({PLAN: ours.read(PLAN).replace("owner: DM", "owner: XX")})
    assert ours.command(*entry[1:]).exit_code == 1


def start(folder: Path, *, with_git: bool = False, **said: str) -> str:
    """Make a project, and return what is told of it."""
    return start_project(folder, answered(Said(**said), TODAY, None), TODAY, SOURCE, with_git=with_git).in_words
