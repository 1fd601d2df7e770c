"""Clocks are not believed: which days are doubtful is told from the order of commits, and pages say so."""

from zoneinfo import ZoneInfo

import pytest

from action_plans.history.read_history import read_history
from tests.history.looking_back import OAK, PLAN, Known, commit, known
from tests.project import MKDOCS_YML, Project
from tests.staff.edition import words


def _doubtful(project: Project, *dates: str) -> list[int]:
    """Commit the plan once for each date; return the places of the commits whose day is doubtful."""
    for number, date in enumerate(dates):
        project.write({OAK: PLAN.replace("Teach counting", f"Teach {number}")})
        project.commit(date=date if "@" in date else f"{date}T12:00:00Z")
    main = read_history(project.folder, ["plans"]).lines.main
    assert len(main) == len(dates)
    return [place for place, one in enumerate(main) if one.is_doubtful]


@pytest.mark.parametrize(
    ("dates", "doubtful"),
    [
        (("2026-03-01", "2026-03-02", "2026-03-02"), []),
        (("2026-03-01", "2016-03-02", "2026-03-03"), [1]),  # years early
        (("2026-03-01", "2016-03-02", "2016-03-03", "2026-03-04", "2026-03-05"), [1, 2]),  # more than once
        (("2026-03-01", "@253370764800 +0000", "2026-03-03", "2026-03-04"), [1, 2]),  # the year 9999
        (("@0 +0000", "2026-03-02"), [0]),  # 1970, which is before git
        (("@99999999999999999 +0000",), [0]),  # in no calendar
        (("2026-03-01", "2026-02-27"), [1]),
    ],
)
def test_a_clock_that_contradicts_the_order_is_doubtful(
    project: Project, dates: tuple[str, ...], doubtful: list[int]
) -> None:
    """Early, late, at the beginning and at the end of time; commits of one minute do not contradict each other."""
    assert _doubtful(project, *dates) == doubtful


def test_a_little_is_no_contradiction(project: Project) -> None:
    """The clocks of two machines differ by a minute."""
    project.write({OAK: PLAN}).commit(date="2026-03-01T12:01:00Z")
    project.write({OAK: f"{PLAN}# more\n"}).commit(date="2026-03-01T12:00:00Z")
    assert not any(one.is_doubtful for one in read_history(project.folder, ["plans"]).lines.main)


def test_the_order_is_that_of_ancestry(project: Project) -> None:
    """What a commit with a clock ten years early changed was changed last; pages say that the day is doubtful."""
    commit(project, "2026-03-01", plan=PLAN)
    commit(project, "2016-03-09", plan=PLAN.replace("Teach counting", "Teach everyone"))
    assert known(project, "OAK/A2") == Known("1 March", "9 March")
    assert project.build().exit_code == 0
    page = words(project.read("site/plans/oak/actions/a2/index.html"))
    assert "first recorded on 1 March 2026" in page
    assert "9 March 2016" in page
    assert "is a doubtful day: the clock of that version, or of the one before, was wrong." in page
    assert "doubtful" not in words(project.read("site/plans/oak/actions/a1/index.html"))
    assert "doubtful day" in project.command("history").output


def test_days_are_those_of_the_project(project: Project) -> None:
    """Half past eleven at night in Greenwich is the next day in a British summer, and in Sydney all year."""
    project.write({OAK: PLAN}).commit(date="2026-05-01T23:30:00Z")
    assert project.build().exit_code == 0
    assert "Recorded on 2 May 2026" in words(project.read("site/plans/oak/index.html"))
    zones = {name: read_history(project.folder, ["plans"], zone=ZoneInfo(name)) for name in ("UTC", "Australia/Sydney")}
    assert [zones[name].lines.main[0].day.day for name in zones] == [1, 2]
    project.write({"mkdocs.yml": MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    timezone: UTC")})
    assert project.build().exit_code == 0
    assert "Recorded on 1 May 2026" in words(project.read("site/plans/oak/index.html"))


def test_a_worktree_and_a_submodule_are_told_truly(project: Project) -> None:
    """A worktree has the history; plans in a submodule have none here, which is said, and nothing is called new."""
    commit(project, "2026-03-01", plan=PLAN)
    tree = Project(project.folder.parent / "tree")
    project.git("worktree", "add", "--quiet", str(tree.folder))
    assert known(tree, "OAK/A1") == Known("1 March", "1 March")
    outer = Project(project.folder.parent / "outer")
    outer.write({"mkdocs.yml": MKDOCS_YML, "docs_templates/pages/index.md": "---\naction-plans: home\n---\n"})
    outer.git("init", "--quiet", "--initial-branch=main")
    added = outer.git(
        "-c", "protocol.file.allow=always", "submodule", "add", "--quiet", project.folder.as_uri(), "inner"
    )
    assert added.exit_code == 0, added.said
    text = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    plans_dir: inner/plans")
    outer.write({"mkdocs.yml": text}).commit(date="2026-04-01T12:00:00Z")
    assert outer.build(strict=False).exit_code == 0
    page = words(outer.read("site/plans/oak/index.html"))
    assert "a repository of their own inside this one" in page
    assert "Not yet committed" not in page
    assert outer.command("history").exit_code == 1


def test_an_item_cut_out_today_and_pasted_tomorrow_is_followed(project: Project) -> None:
    """Moved to another plan's file in two steps: it was recorded when it was, and changed not at all."""
    head, _, tail = PLAN.partition("  - id: A2")
    elm = head.partition("findings:")[0].replace("OAK", "ELM")
    commit(project, "2026-03-01", plan=PLAN)
    commit(project, "2026-03-08", plan=head)
    project.write({"plans/elm.yaml": f"{elm}actions:\n  - id: A9{tail}"}).commit(date="2026-03-09T12:00:00Z")
    assert known(project, "ELM/A9") == Known("1 March", "9 March")
    assert known(project, "ELM") == Known("9 March", "9 March")


def test_history_from_names_no_first_day(project: Project) -> None:
    """What lay there before is not said to have been recorded with the first version that is read."""
    commit(project, "2026-01-01", plan=PLAN)
    commit(project, "2026-03-09", plan=PLAN.replace("Teach counting", "Teach everyone"))
    project.write(
        {"mkdocs.yml": MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    history_from: 2026-02-01")}
    )
    assert project.build().exit_code == 0
    page = words(project.read("site/plans/oak/actions/a2/index.html"))
    assert "Last changed on 9 March 2026" in page
    assert "Versions from before 1 February 2026 are not read." in page
    assert "ecorded on" not in page
    assert "ecorded on" not in words(project.read("site/plans/oak/actions/a1/index.html"))
