"""`action-plans new`: one entry more, where it belongs, and every other line as it was."""

import pytest

from tests.project import Project
from tests.small_plans import NOTE, OAK

PATH = "plans/oak.yaml"
NEW_FINDING = "  - id: F2\n    title: Fridges\n    source:\n    kind:\n    regulations:\n    keeping_safe:\n"
NEW_ACTION = (
    "  - id: A2\n    title: Go\n    owner: RM\n    due: 1 June 2026\n    for: F1\n"
    "    done_when:\n    checker:\n    check_due:\n"
)
MEASURES = """\
measures:   # figures
  - {id: M1, title: Doses, readings: [{date: 2026-04-01, value: 90}]}
"""


@pytest.fixture
def oak(project: Project) -> Project:
    """A project with one plan, a measure and a note."""
    return project.write({PATH: OAK + MEASURES, "evidence/e1.md": NOTE})


@pytest.mark.parametrize(
    ("arguments", "said", "old", "new"),
    [
        (
            ["update", "OAK/A1", "Six of ten: done", "--set", "by=CL"],
            "OAK/A1 is written: plans/oak.yaml:24:9",
            "on a whole round\n",
            'on a whole round\n    updates:\n      - {date: 2026-05-12, by: CL, text: "Six of ten: done"}\n',
        ),
        (
            ["reading", "m1", "93", "--set", "n=28"],
            "OAK/M1 is written: plans/oak.yaml:24:70",
            "value: 90}]",
            "value: 90}, {date: 2026-05-12, value: 93, n: 28}]",
        ),
        (
            ["finding", "OAK", "--set", "title=Fridges"],
            "OAK/F2 is written: plans/oak.yaml:16:5",
            "at each handover.\n",
            "at each handover.\n" + NEW_FINDING,
        ),
        (
            ["action", "--set", "title=Go", "--set", "owner=RM", "--set", "due=1 June 2026", "--set", "for=F1"],
            "OAK/A2 is written: plans/oak.yaml:23:5",
            "on a whole round\n",
            "on a whole round\n" + NEW_ACTION,
        ),
    ],
)
def test_an_entry_is_added_in_place(oak: Project, arguments: list[str], said: str, old: str, new: str) -> None:
    """The file and line are printed, today filled in, and the plan is right at once."""
    done = oak.command("new", *arguments)
    assert (done.exit_code, done.output) == (0, f"{said}\n"), done.said
    assert oak.read(PATH) == (OAK + MEASURES).replace(old, new, 1)
    assert oak.check().exit_code == 0


def test_a_note_is_begun_beside_the_others_of_its_plan(oak: Project) -> None:
    """It supports what was named, bears today's date and the next id, and its file's name comes from its title."""
    done = oak.command("new", "evidence", "a1", "--set", "title=Watched rounds, May", "--set", "by=CL")
    assert done.output == "evidence/E2 is written: evidence/OAK/watched-rounds-may.md:1:1\n", done.said
    text = oak.read("evidence/OAK/watched-rounds-may.md")
    assert text.startswith("---\nid: E2\nsupports: OAK/A1\ntitle: Watched rounds, May\ndate: 2026-05-12\n")
    assert oak.check().exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["action", "OAK"], 2, "Title, owner and due must be said."),
        (["finding", "ELM", "--set", "title=x"], 2, "There is no plan ELM. There are: OAK."),
        (["finding", "OAK", "--set", "titel=x"], 2, "There is no field titel. Did you mean title?"),
        (["finding", "OAK", "--set", "title"], 2, "--set takes FIELD=VALUE"),
        (["finding", "OAK", "--set", "title=x", "--set", "family=y"], 1, "AP107 family of finding F2"),
        (["update", "OAK/A7", "x"], 2, "There is no action OAK/A7. Did you mean OAK/A1?"),
        (["update", "OAK/F1", "x"], 2, "OAK/F1 is no action: updates belong to actions. For F1 there is OAK/A1."),
        (["update", "M1", "x"], 2, "OAK/M1 is no action: updates belong to actions."),
        (["reading", "A1", "7"], 2, "OAK/A1 is no measure: readings belong to measures."),
        (["reading", "M1", "many"], 1, "AP107"),
        (["evidence", "OAK/A7", "--set", "title=x"], 2, "There is no OAK/A7."),
        (["action", "OAK", "--set", "title=x", "--set", "owner=XX", "--set", "due=2026-06-01"], 1, "AP110"),
        (["plan", "OAK", "--set", "title=x", "--set", "service=y"], 2, "There is a plan OAK already."),
        (["plan", "N", "--set", "title=x"], 2, "Service must be said."),
    ],
)
def test_what_cannot_be_added_writes_nothing(oak: Project, arguments: list[str], code: int, said: str) -> None:
    """Away from a terminal nothing is asked: what is missing or wrong is said, and every file stays."""
    done = oak.command("new", *arguments)
    assert (done.exit_code, said in done.errors) == (code, True), done.said
    assert oak.read(PATH) == OAK + MEASURES
    assert sorted(path.name for path in oak.folder.rglob("*.md")) == ["e1.md", "index.md"]


def test_the_next_plan_begins_with_what_is_still_open(oak: Project) -> None:
    """Service, roles and open actions come along, citing the old plan; what to stop there is printed, not written."""
    done = oak.command("new", "plan", "OAK27", "--from", "oak", "--set", "title=Plan 2027")
    assert done.exit_code == 0, done.said
    assert "OAK/A1: stopped: {date: 2026-05-12, because: Goes on in OAK27, instead: OAK27/A1}" in done.output
    text = oak.read("plans/oak27.yaml")
    for words in ("title: Plan 2027\n", "roles: {RM: Registered manager, CL: Clinical lead}\n", "    for: OAK/F1\n"):
        assert words in text
    assert oak.read(PATH) == OAK + MEASURES
    assert oak.check("--strict").exit_code == 0


def test_evidence_of_a_whole_plan_is_told_what_it_is_of(oak: Project) -> None:
    """The plan is there: its things have evidence."""
    refused = oak.command("new", "evidence", "OAK")
    assert "Evidence is of a finding, an action, a measure or an objective: name it, as OAK/A1." in refused.said


def test_a_new_plan_takes_no_words_for_families_along(oak: Project) -> None:
    """They are approved in the old one, with its topics; told in both, they would stand twice and wait again."""
    oak.write(
        {PATH: OAK.replace("    owner: CL", "    family: {text: We count each dose.}\n    owner: CL", 1) + MEASURES}
    )
    done = oak.command("new", "plan", "OAK27", "--from", "oak", "--set", "title=Plan 2027")
    assert done.exit_code == 0, done.said
    assert "We count each dose" not in oak.read("plans/oak27.yaml")
    assert (
        "What families read of them stays in OAK. Where you stop one, say why in its `family: reason`." in done.output
    )
