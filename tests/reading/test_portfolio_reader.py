import os
from pathlib import Path

import pytest

from action_plans.model.record import ORIGINS_KEY
from action_plans.reading.plan_files import read_plan_text
from action_plans.reading.portfolio_reader import Reading, read_portfolio
from action_plans.reading.yaml.file_text import LARGEST

_ROOT = Path(__file__).parents[2]
PLAN = "id: {}\ntitle: Plan\nservice: oakfield\n"
NOTE = "---\ntitle: Audit\ndate: 2026-01-01\nsupports: OAK/A1\n---\nIt went well.\n"
FINDING = "findings: [{id: F1, title: Doors}]\n"
BROKEN = """\
id: OAK
title: Plan
service: oakfield
findings:
  - {id: F1, title: Doors, kind: odd}
  - {id: F2, titel: Doors, text: x}
  - {id: F3, title: Beds}
actions:
  - {id: A1, title: Mend, for: [F1, F2], due: 2026-01-01, evidence: [{title: x, date: soon}, {title: Photo}]}
  - {id: A2, title: Mend, for: [F1, F9], owner: RM, due: 2026-01-01, evidence: [{title: x, date: soon}, {title: Photo}]}
"""


def _read(root: Path, files: dict[str, str | bytes]) -> Reading:
    for name, content in files.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_portfolio(root)


def _lines(reading: Reading) -> list[str]:
    return [f"{problem.origin} {problem.code.value} {problem.message}" for problem in reading.problems]


def test_each_folder_holds_its_own(tmp_path: Path) -> None:
    """Plans, services, the provider and notes are told apart by where they lie, and come in order of path."""
    reading = _read(
        tmp_path,
        {
            "plans/b.yaml": PLAN.format("B"),
            "plans/old/a.yml": PLAN.format("A"),
            "plans/services/oakfield.yaml": "name: Oakfield\n",
            "plans/services/ash.yml": "name: Ash\n",
            "plans/provider.yaml": "name: The provider\n",
            "plans/frameworks/own.yaml": "anything: goes\n",
            "plans/README.md": "read me",
            "plans/.gitkeep": "",
            "plans/b.yaml~": "old",
            "plans/.b.yaml.swp": b"\0",
            "evidence/OAK/audit.md": NOTE,
            "evidence/OAK/audit.pdf": b"%PDF",
            "evidence/OAK/README.md": "read me",
            "evidence/2/first.md": NOTE,
        },
    )
    assert _lines(reading) == []
    portfolio = reading.portfolio
    assert [(plan.id, plan.path) for plan in portfolio.plans] == [("B", "plans/b.yaml"), ("A", "plans/old/a.yml")]
    assert [service.id for service in portfolio.services] == ["ash", "oakfield"]
    assert portfolio.provider is not None
    assert portfolio.provider.name == "The provider"
    assert [note.path for note in portfolio.notes] == ["evidence/2/first.md", "evidence/OAK/audit.md"]
    assert reading.left_out == ()


def test_a_note_has_its_account(tmp_path: Path) -> None:
    """A note's body begins on the first line with words, as it is written; its id is the name of the file."""
    note_text = NOTE.replace("It went", "\n \n    It went") + "\n## More\n"
    reading = _read(tmp_path, {"plans/a.yaml": PLAN.format("OAK"), "evidence/First Audit.md": note_text})
    (note,) = reading.portfolio.notes
    assert (note.id, note.body, note.body_line) == ("first-audit", "    It went well.\n\n## More\n", 8)
    assert str(note.at("supports")) == "evidence/First Audit.md:4:11"


def test_other_files_among_plans_are_named(tmp_path: Path) -> None:
    """What lies among plans and is not read is a warning, so that nobody takes it for part of the plan."""
    reading = _read(
        tmp_path,
        {"plans/a.yaml": PLAN.format("A"), "plans/notes.txt": "x", "plans/services/old/oak.yaml": "name: x\n"},
    )
    assert _lines(reading) == [
        "plans/notes.txt:1:1 AP207 this file is not read.",
        "plans/services/old/oak.yaml:1:1 AP207 this file is not read.",
    ]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, "plans:1:1 AP116 there is no folder plans with plans."),
        ({"plans/README.md": "x"}, "plans:1:1 AP116 the folder plans holds no plan."),
        ({"plans/services/oak.yaml": "name: Oak\n"}, "plans:1:1 AP116 the folder plans holds no plan."),
    ],
)
def test_nothing_to_read(tmp_path: Path, files: dict[str, str | bytes], expected: str) -> None:
    """A missing folder, and one without a plan, are errors that name what was looked for."""
    assert _lines(_read(tmp_path, files)) == [expected]


def test_ids_of_files_are_told_apart(tmp_path: Path) -> None:
    """Two plans, services or notes with one id are errors that name the other place."""
    reading = _read(
        tmp_path,
        {
            "plans/a.yaml": PLAN.format("OAK"),
            "plans/b.yaml": "# comment\n" + PLAN.format("oak"),
            "plans/services/oak.yaml": "name: Oak\n",
            "plans/services/oak.yml": "id: OAK\nname: Oak\n",
            "plans/provider.yaml": "name: x\n",
            "plans/provider.yml": "name: x\n",
            "evidence/a/audit.md": NOTE,
            "evidence/b/audit.md": NOTE,
        },
    )
    assert _lines(reading) == [
        (
            "evidence/b/audit.md:2:1 AP108 the id audit is used a second time: it is that of note audit at "
            "evidence/a/audit.md:2:1."
        ),
        (
            "plans/b.yaml:2:5 AP108 the id oak is used a second time: it is that of plan OAK at plans/a.yaml:1:5, "
            "written OAK."
        ),
        "plans/provider.yml:1:1 AP108 there is a file of the provider already: plans/provider.yaml.",
        (
            "plans/services/oak.yml:1:5 AP108 the id OAK is used a second time: it is that of service oak at "
            "plans/services/oak.yaml:1:1, written oak."
        ),
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"id: A\ntitle: caf\xe9\n", "2:11 AP100 the file is not UTF-8 from here on (perhaps a '\u00e9' is meant)."),
        ("é: é".encode() + b"\xff", "1:5 AP100 the file is not UTF-8 from here on (perhaps a '\u00ff' is meant)."),
        ("\ufeffid: A\n".encode("utf-16-le"), "1:1 AP100 the file is saved as UTF-16."),
        ("id: A\n".encode("utf-16-be"), "1:1 AP100 the file holds NUL bytes, which no text has."),
        (b"id: A\ntitle: a\0b\n", "2:9 AP100 the file holds NUL bytes, which no text has."),
        (b"id: A\ntitle: a\x07b\n", "2:9 AP100 an invisible control character stands here (U+0007)."),
        (b"#" * (LARGEST + 1), "1:1 AP100 the file is larger than 2 MB and is not read."),
    ],
)  # fmt: skip
def test_files_that_are_no_text(tmp_path: Path, content: bytes, expected: str) -> None:
    """Bytes that are no UTF-8 text are named with their line and column, and with the way to save them."""
    reading = _read(tmp_path, {"plans/a.yaml": content})
    assert _lines(reading) == [f"plans/a.yaml:{expected}"]
    assert all(problem.hint for problem in reading.problems)


@pytest.mark.parametrize(
    "change", [lambda t: "\ufeff" + t, lambda t: t.replace("\n", "\r\n"), lambda t: t.rstrip() + "   "]
)
def test_every_editor_is_fine(tmp_path: Path, change) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001 -- a lambda
    """A byte order mark, line ends of Windows, spaces at the end and no last line end change nothing."""
    reading = _read(tmp_path, {"plans/a.yaml": change(PLAN.format("A") + FINDING)})
    assert _lines(reading) == []
    (plan,) = reading.portfolio.plans
    assert str(plan.findings[0].at("title")) == "plans/a.yaml:4:28"
    assert plan.findings[0].title == "Doors"


def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    """A link is never followed out of its folder, be it to a file or a folder, of plans or of notes."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.yaml").write_text(PLAN.format("SECRET"))
    (outside / "secret.md").write_text(NOTE)
    root = tmp_path / "project"
    _read(root, {"plans/a.yaml": PLAN.format("A"), "plans/sub/b.yaml": PLAN.format("B"), "evidence/audit.md": NOTE})
    (root / "plans" / "secret.yaml").symlink_to(outside / "secret.yaml")
    (root / "plans" / "folder").symlink_to(outside)
    (root / "plans" / "loop").symlink_to(root / "plans")
    (root / "plans" / "gone.yaml").symlink_to(root / "plans" / "nowhere.yaml")
    (root / "evidence" / "secret.md").symlink_to("../../outside/secret.md")
    reading = read_portfolio(root)
    assert _lines(reading) == [
        "plans/gone.yaml:1:1 AP100 this link leads to nothing.",
        "evidence/secret.md:1:1 AP115 this link leads outside the folder.",
        "plans/folder:1:1 AP115 this link leads outside the folder.",
        "plans/loop:1:1 AP207 this link to a folder is not followed.",
        "plans/secret.yaml:1:1 AP115 this link leads outside the folder.",
    ]
    assert [plan.id for plan in reading.portfolio.plans] == ["A", "B"]


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """A pipe among the plans does not stop the reading."""
    _read(tmp_path, {"plans/a.yaml": PLAN.format("A")})
    os.mkfifo(tmp_path / "plans" / "b.yaml")
    assert _lines(read_portfolio(tmp_path)) == ["plans/b.yaml:1:1 AP207 this is no ordinary file."]


def test_plans_beside_the_project_have_a_sensible_path(tmp_path: Path) -> None:
    """A folder of plans beside the project is read, and its paths begin with ../."""
    _read(tmp_path, {"shared/a.yaml": PLAN.format("A"), "project/README.md": "x"})
    reading = read_portfolio(tmp_path / "project", plans_dir="../shared")
    assert [plan.path for plan in reading.portfolio.plans] == ["../shared/a.yaml"]


def test_a_broken_file_costs_no_other(tmp_path: Path) -> None:
    """Every file is read whatever the others hold, and every problem of all of them is named in one run."""
    reading = _read(
        tmp_path,
        {
            "plans/a.yaml": "title: 'open\n",
            "plans/b.yaml": "id: B\n",
            "plans/c.yaml": PLAN.format("C"),
            "evidence/x.md": "nothing",
            "evidence/y.md": NOTE,
        },
    )
    assert [line.split(" AP")[0] for line in _lines(reading)] == [
        "evidence/x.md:1:1", "plans/a.yaml:1:8", "plans/b.yaml:1:1", "plans/b.yaml:1:1",
    ]  # fmt: skip
    assert [plan.id for plan in reading.portfolio.plans] == ["B", "C"]
    assert [note.id for note in reading.portfolio.notes] == ["y"]
    assert {left.path for left in reading.left_out} == {"plans/a.yaml", "plans/b.yaml", "evidence/x.md"}


def test_a_plan_is_kept_without_its_broken_parts() -> None:
    """What surrounds a mistake is kept wherever it can do without, with the places of what remains."""
    file = read_plan_text(BROKEN.encode(), "plans/oak.yaml")
    assert [f"{problem.origin.line}:{problem.origin.column} {problem.code.value}" for problem in file.problems] == [
        "5:34 AP107", "6:14 AP105", "9:5 AP106", "9:87 AP107", "10:98 AP107",
    ]  # fmt: skip
    plan = file.record
    assert plan is not None
    assert [(finding.id, str(plan.at("findings", n))) for n, finding in enumerate(plan.findings)] == [
        ("F1", "plans/oak.yaml:5:5"), ("F3", "plans/oak.yaml:7:5"),
    ]  # fmt: skip
    (action,) = plan.actions
    assert (action.id, action.for_, [line.title for line in action.evidence]) == ("A2", ("F1", "F9"), ["x", "Photo"])
    assert str(plan.at("actions", 0)) == "plans/oak.yaml:10:5"
    assert file.left_out is not None
    assert file.left_out.ids == {"f2", "a1"}
    assert file.left_out.damaged == {"f1", "a2"}


def test_what_is_left_out_is_known_by_its_id(tmp_path: Path) -> None:
    """Of every broken file it is known what it would have been, so that a reference to it is no second mistake."""
    reading = _read(
        tmp_path,
        {
            "plans/oak.yaml": BROKEN,
            "plans/ash.yaml": "id: ASH\ntitle: 'open\n",
            "plans/fir.yaml": "title: 'open\n",
            "plans/services/elm.yaml": "kind: [\n",
            "evidence/audit.md": "nothing",
        },
    )
    assert [(left.kind, left.id, left.is_whole) for left in reading.left_out] == [
        ("plan", "ash", True),
        ("plan", None, True),
        ("plan", "oak", False),
        ("service", "elm", True),
        ("note", "audit", True),
    ]


def test_what_a_field_written_twice_holds_is_excused() -> None:
    """A second list of actions is refused, and what it declares is known to have been written."""
    text = PLAN.format("OAK") + "actions: {id: A1, title: x, owner: RM, due: 2026-01-01}\nactions: {id: A2}\n"
    file = read_plan_text(text.encode(), "plans/oak.yaml")
    assert [problem.code.value for problem in file.problems] == ["AP103"]
    assert file.left_out is not None
    assert file.left_out.ids == {"a2"}


def test_problems_know_what_they_concern() -> None:
    """A problem in something that has an id carries its reference."""
    file = read_plan_text(BROKEN.encode(), "plans/oak.yaml")
    assert [problem.item for problem in file.problems] == ["OAK/F1", "OAK/F2", "OAK/A1", "OAK/A1", "OAK/A2"]


def test_origins_stay_out_of_what_is_said() -> None:
    """Where something is written is in its origins and in no mapping of the writer's own."""
    text = PLAN.format("OAK") + "roles: {RM: Manager}\nextra: {Cost: '4'}\norganisational_objectives: {OO1: x}\n"
    plan = read_plan_text(text.encode(), "plans/oak.yaml").record
    assert plan is not None
    assert list(plan.roles) == ["RM"]
    assert ORIGINS_KEY not in {*plan.extra, *plan.organisational_objectives}
    assert str(plan.at("extra")) == "plans/oak.yaml:5:8"


@pytest.mark.parametrize("folder", [_ROOT, *sorted((_ROOT / "tests" / "examples").iterdir())], ids=lambda f: f.name)
def test_whole_projects_read_clean(folder: Path) -> None:
    """The plans and notes of this repository and of every example hold no mistake that reading can find."""
    reading = read_portfolio(folder)
    assert _lines(reading) == []
    assert reading.portfolio.plans
    assert reading.portfolio.notes
