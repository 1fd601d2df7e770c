"""The ledger of packs that were given to somebody: written after the pack, shown with the evidence, read with care."""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from action_plans.commands.pack_ledger import LedgerError, LedgerFile
from action_plans.model.packs import GivenPack
from action_plans.model.when import When
from action_plans.reading.packs_file import read_packs, read_packs_text
from tests.pack.packs import files_of, pack, packed, two_services
from tests.project import Project

NUMBER = "0f" * 32
COMMIT = "ab" * 20
LINES = f"""\
- {{date: 2026-04-01, number: "{NUMBER}", to: "CQC, by secure mail", service: null, commit: "{COMMIT}"}}
- {{date: 2026-05-02, number: "{NUMBER}", to: "The council", service: "elmbank", commit: null}}
- {{date: 2026-05-02, number: "{NUMBER}", to: "The board", service: "oakfield", commit: null}}
"""


def test_whom_a_pack_was_for_is_written_down(project: Project) -> None:
    """A line says the day, the number shown, whom it was for, the service and the commit; the pack does not hold it."""
    two_services(project).commit()
    commit = project.git("rev-parse", "HEAD").output.strip()
    whole = pack(project, "--to", 'CQC: "by hand" #1', "-o", "../1.zip")
    first = project.read("packs.yaml")
    one = pack(project, "--to", "The council", "--service", "OAKFIELD", "-o", "../2.zip")
    numbers = [re.findall("[0-9a-f]{64}", done.output)[0] for done in (whole, one)]

    assert first == (
        f'- {{date: 2026-05-12, number: "{numbers[0]}", to: "CQC: \\"by hand\\" #1", service: null, '
        f'commit: "{commit}"}}\n'
    )
    assert project.read("packs.yaml") == first + (
        f'- {{date: 2026-05-12, number: "{numbers[1]}", to: "The council", service: "oakfield", commit: null}}\n'
    )
    held = files_of(project.folder / "../1.zip")
    assert b"by hand" not in b"".join(held.values())
    assert b"by hand" in files_of(project.folder / "../2.zip")["evidence/index.html"]


def test_changes_in_no_commit_are_said(project: Project) -> None:
    """Without git, and with changes not committed, no commit is written down, and the command says why."""
    alone = pack(two_services(project), "--to", "CQC", "-o", "../1.zip")
    (project.folder / "packs.yaml").unlink()
    project.commit()
    project.write({"mkdocs.yml": f"{project.read('mkdocs.yml')}\n# Changed\n"})
    changed = pack(project, "--to", "CQC", "-o", "../2.zip")

    assert "No version stands there: these files are not in a git repository" in alone.output
    assert "No version stands there: the pack holds changes that are in no commit." in changed.output
    assert "commit: null}" in project.read("packs.yaml")


def test_without_whom_nothing_is_written_down(project: Project) -> None:
    """Packing for nobody writes no ledger; naming nobody, or with letters that nobody sees, is wrong use."""
    assert pack(two_services(project), "-o", "pack.zip").exit_code == 0
    for nobody in (" ", "C\N{ZERO WIDTH SPACE}QC"):
        done = pack(project, "--to", nobody, "-o", "other.zip")
        assert (done.exit_code, "--to names nobody" in done.errors) == (2, True), done.said

    assert not (project.folder / "packs.yaml").exists()
    assert not (project.folder / "other.zip").exists()


def test_the_ledger_stands_with_the_evidence(project: Project) -> None:
    """The page of all evidence shows every line, the newest first; a site without a ledger has no word of it."""
    two_services(project)
    without = files_of(packed(project))["evidence/index.html"].decode()
    project.write({"packs.yaml": LINES})
    assert project.build().exit_code == 0
    page = project.read("site/evidence/index.html")

    assert "Packs given" not in without
    assert page.index("The board") < page.index("The council") < page.index("CQC, by secure mail")
    assert page.count(NUMBER) == 3
    assert "Elmcanary Bank" in page
    assert f">{COMMIT[:7]}<" in page


def test_a_pack_of_one_service_holds_no_line_of_another(project: Project) -> None:
    """In a pack of one service the ledger holds the packs of all and of that service, and no word of the others."""
    two_services(project).write({"packs.yaml": LINES})
    page = files_of(packed(project, "--service", "oakfield"))["evidence/index.html"].decode()

    assert "CQC, by secure mail" in page
    assert "The board" in page
    assert "The council" not in page


def test_a_mistake_in_it_is_an_error_with_its_line(project: Project) -> None:
    """Check, build and pack name file, line and column of each slip; nothing is packed or written."""
    two_services(project).write({"packs.yaml": f"{LINES}- {{date: 01/06/2026, number: 12, too: CQC}}\n"})
    before = sorted(project.folder.iterdir())
    check, build, done = project.check(), project.build(), pack(project, "--to", "CQC")

    for run in (check, build, done):
        assert run.exit_code == 1
        for said in (
            "packs.yaml:4:10: error AP107 date of given pack 4 is '01/06/2026', which is not a date.",
            "packs.yaml:4:30: error AP107 number of given pack 4 is '12', which cannot be. The number of a pack is",
            "packs.yaml:4:34: error AP105 given pack 4 has a field that does not exist: 'too'. Did you mean to?",
        ):
            assert said in run.said
    assert sorted(project.folder.iterdir()) == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("packs\n", "packs.yaml:1:1: error AP102 the file holds a text, where a list of packs is meant."),
        ("- {date: 2026-05-01\n", "packs.yaml:1:3: error AP101 the { that opens here is not closed"),
        ("<<<<<<< HEAD\n- {}\n", "packs.yaml:1"),
        ("- &a {date: *a}\n", "packs.yaml:1:3: error AP103 &a marks a value"),
        ("- {}\n- CQC\n", "packs.yaml:2:3: error AP107 "),
        (f"- {{date: 2026-05-01, number: {NUMBER}, to: C, commit: 1a2}}\n", "Write the whole name of the commit"),
        (f"- {{date: 2026-05-01, number: {NUMBER}, to: C, service: a b}}\n", "cannot be the id of a service"),
    ],
)
def test_whatever_stands_there_is_answered(text: str, said: str) -> None:
    """What is no ledger is answered with its place and what to write."""
    _, problems = read_packs_text(text.encode())

    assert any(str(problem).startswith(said) or said in str(problem) for problem in problems), problems


def _link(file: Path) -> None:
    file.symlink_to("plans/oak.yaml")


def _dead_link(file: Path) -> None:
    file.symlink_to("/nowhere")


@pytest.mark.parametrize("made", [_link, _dead_link, Path.mkdir])
def test_only_a_file_is_read(tmp_path: Path, made: Callable[[Path], None]) -> None:
    """A link or a folder in its place is an error, and is not followed."""
    made(tmp_path / "packs.yaml")
    packs, problems = read_packs(tmp_path)

    assert packs == ()
    assert [str(problem.origin) for problem in problems] == ["packs.yaml:1:1"]
    assert problems[0].message == "this is a link or something else than a file."


GIVEN = GivenPack(date=When.on(date(2026, 5, 12)), number=NUMBER, to="CQC", service=None, commit=None)
OWN = f'- {{date: 2026-05-12, number: "{NUMBER}", to: "CQC", service: null, commit: null}}'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", f"{OWN}\n"),
        ("# Ours\n", f"# Ours\n{OWN}\n"),
        (LINES.rstrip(), f"{LINES}{OWN}\n"),
        (f"  {LINES.splitlines()[0]}\n# End\n", f"  {LINES.splitlines()[0]}\n# End\n  {OWN}\n"),
        (
            f"- date: 2026-04-01\r\n  number: {NUMBER}\r\n  to: CQC # by hand\r\n",
            f"- date: 2026-04-01\r\n  number: {NUMBER}\r\n  to: CQC # by hand\r\n{OWN}\r\n",
        ),
    ],
)
def test_the_rest_of_it_stays_as_it_is(tmp_path: Path, before: str, after: str) -> None:
    """A line is added at the end, indented like the others; comments, order and ends of lines stay."""
    file = tmp_path / "packs.yaml"
    if before:
        file.write_bytes(before.encode())
    LedgerFile(tmp_path).write(GIVEN)

    assert file.read_bytes() == after.encode()
    assert [path.name for path in tmp_path.iterdir()] == ["packs.yaml"]


@pytest.mark.parametrize("before", [f"[{LINES.splitlines()[0][2:]}]\n", f"{LINES}...\n", f"packs:\n{LINES}more: 1\n"])
def test_a_ledger_that_takes_no_line_is_left_alone(tmp_path: Path, before: str) -> None:
    """Where a line at the end would not be a pack more, it is not written."""
    (tmp_path / "packs.yaml").write_text(before, "utf-8")

    with pytest.raises(LedgerError, match=r"packs\.yaml"):
        LedgerFile(tmp_path).write(GIVEN)
    assert (tmp_path / "packs.yaml").read_text("utf-8") == before


def test_it_is_looked_at_before_anything_is_packed(project: Project) -> None:
    """Where no line can be written down, the command says so, and packs nothing."""
    two_services(project).write({"packs.yaml": f"[{LINES.splitlines()[0][2:]}]\n"})
    done = pack(project, "--to", "CQC", "-o", "pack.zip")

    assert done.exit_code != 0
    assert "Write each pack on a line of its own" in done.errors
    assert not (project.folder / "pack.zip").exists()


def test_a_ledger_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    """Where the folder has gone, the words say so."""
    ledger = LedgerFile(tmp_path / "gone")

    with pytest.raises(LedgerError, match=r"packs\.yaml cannot be written"):
        ledger.write(GIVEN)
