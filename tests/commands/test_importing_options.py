"""What is asked for beside a sheet that was exported: it is done, or refused in a sentence."""

import pytest

from tests.commands.test_importing import PATH, PLAN, exported, given, imported
from tests.exchange.sheets import saved
from tests.project import Project


@pytest.mark.parametrize(("option", "due"), [((), "2026-05-06"), (("--dates", "month-first"), "2026-06-05")])
def test_dates_are_read_in_the_order_that_is_asked_for(project: Project, option: tuple[str, ...], due: str) -> None:
    """`--dates month-first` reads 6/5/2026 as 5 June, in a sheet that was exported as in any other."""
    imported(project, {("OAK/A1", "Due"): "6/5/2026"}, *option)
    assert project.read(PATH) == PLAN.replace("due: 2026-06-24", f"due: {due}", 1)


@pytest.mark.parametrize("option", [("--green", "closed"), ("--service", "oak"), ("--map", "back.xlsx")])
def test_an_option_that_does_not_apply_is_not_passed_over(project: Project, option: tuple[str, str]) -> None:
    """What is for sheets of others is refused for one that was exported, and nothing is written."""
    sheet = given(project, saved(exported(project), {("OAK/A1", "Owner"): "RM"}))
    done = project.command("import", sheet, *option)
    assert (done.exit_code, f"plan OAK, so that {option[0]} does not apply" in done.errors) == (1, True), done.said
    assert project.read(PATH) == PLAN


@pytest.mark.parametrize(
    ("written", "due"),
    [
        ("5 June 26", "2026-06-05"),
        ("Fri 5 June 2026", "2026-06-05"),
        ("2026/06/05", "2026-06-05"),
        ("Apr-26", "2026-04-30"),
        ("end of May 2026", "2026-05-31"),
    ],
)
def test_days_come_back_as_people_type_them(project: Project, written: str, due: str) -> None:
    """Every common form is read on the way back, too; a month is its last day."""
    imported(project, {("OAK/A1", "Due"): written})
    assert project.read(PATH) == PLAN.replace("due: 2026-06-24", f"due: {due}", 1)
