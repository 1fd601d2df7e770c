"""A year of work in 40 commits is told truly: compared with a second telling by other means, and read on pages."""

import json

import pytest

from tests.history.looking_back import in_days, looked_back, suspects
from tests.history.year_of_work import PATHS, Year, year_of_work
from tests.history.year_of_work import told_again as again
from tests.project import DEFAULTS, Project
from tests.staff.edition import words


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> Year:
    """The year, written once; no test changes it."""
    project = Project(tmp_path_factory.mktemp("year") / "project")
    project.write(DEFAULTS)
    return year_of_work(project)


def test_there_are_forty_commits(year: Year) -> None:
    """The claim of the others is about that many, and git counts the same."""
    assert year.commits == 40
    assert year.project.git("rev-list", "--count", "HEAD").output.strip() == "40"
    assert json.loads(year.project.command("history", "--plan", "ELM", "--format", "json").output)["plan"] == "ELM"


@pytest.mark.parametrize(("plan", "paths"), [("OAK", ("oak", "moved")), ("ELM", ("elm",))])
def test_changes_are_those_that_a_second_telling_finds(year: Year, plan: str, paths: tuple[str, ...]) -> None:
    """Each change of the main line, its commit, thing, field and values: the same by other means, but for one name."""
    ran = year.project.command("history", "--plan", plan, "--format", "json")
    told = [
        (
            one["commit"],
            one["ref"].removeprefix(plan).removeprefix("/"),
            one["kind"],
            one["field"],
            *(json.dumps(one[side], sort_keys=True) for side in ("before", "after")),
        )
        for one in json.loads(ran.output)["changes"]
    ]
    expected = again(year.project, tuple(PATHS[name] for name in paths))
    without_name = [
        tuple('"taken out"' if part == '"Ask Mrs Quibble"' else part for part in change) for change in expected
    ]
    assert len(told) > 1
    assert sorted(map(str, told)) == sorted(map(str, without_name))
    assert "Quibble" not in ran.output


def test_days_are_those_of_the_work_and_doubtful_ones_are_known(year: Year) -> None:
    """Branches, merges, the move of the file and the split: each thing keeps the days on which it was worked on."""
    found = looked_back(year.project).provenance
    days = {
        ref: (known.first, known.last)
        for ref in ("OAK", "OAK/A1", "OAK/A2", "OAK/A3", "OAK/A4", "OAK/F1", "ELM", "ELM/A5", "evidence/E1")
        for known in [in_days(found.of(ref))]
    }
    assert days == {
        "OAK": ("1 June", "2 April"),
        "OAK/A1": ("1 June", "1 December"),
        "OAK/A2": ("2 June", "12 July"),
        "OAK/A3": ("3 June", "4 March"),
        "OAK/A4": ("3 June", "2 September"),
        "OAK/F1": ("1 June", "1 June"),
        "ELM": ("1 November", "2 December"),
        "ELM/A5": ("3 June", "2 December"),
        "evidence/E1": ("6 July", "15 July"),
    }
    doubtful = [one for one in looked_back(year.project).past.history.lines.main if one.is_doubtful]  # type: ignore[union-attr]
    assert [one.day.year for one in doubtful] == [2015, 9999, 2025]


def test_a_merge_tells_which_commits_it_brought(year: Year) -> None:
    """The first merge brought three, the second the closing and the merge of the main line into its branch."""
    past = looked_back(year.project).past
    assert past is not None
    lines = past.history.lines
    brought = [[one.subject for one in lines.brought_by(commit.name)] for commit in lines.main if commit.is_merge]
    assert brought == [["Changed", "Changed", "Changed"], ["Closed", "Merge main"]]


def test_what_was_swapped_after_its_check_is_named(year: Year) -> None:
    """The note's result and its file; and the action's own words, which changed by nothing since."""
    assert suspects(year.project) == [
        "E1 has changed since it was checked on 5 July 2025, in “result” and “attachment counts.csv”."
    ]


def test_pages_tell_the_same(year: Year) -> None:
    """The note's versions with their days, the closing that was written down late, and no word of the name."""
    assert year.project.build(strict=False).exit_code == 0
    note = words(year.project.read("site/evidence/e1/index.html"))
    assert "Since 16 July 2025" in note
    action = words(year.project.read("site/plans/oak/actions/a1/index.html"))
    assert "10 August 2025, by Registered manager; written down 113 days after" in action
    moved = words(year.project.read("site/plans/elm/actions/a5/index.html"))
    assert "first recorded on 3 June 2025" in moved
    held = [file for file in year.project.site.rglob("*") if file.is_file() and b"Quibble" in file.read_bytes()]
    assert held == []
