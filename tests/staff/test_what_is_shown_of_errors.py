"""The preview shows a plan with errors whole: twins of one id, days at either end of the calendar."""

import pytest

from action_plans.model.problem import Code
from tests.project import Project
from tests.staff.edition import PLAN, made_of

TWINS = """\
milestones:
  - {id: MS1, title: First, due: 2026-05-20}
  - {id: ms1, title: Second, due: 2026-05-21}
risks:
  - {id: R1, title: First, owner: RM}
  - {id: r1, title: Second, owner: RM, mitigation: More staff}
objectives:
  - {id: O1, statement: First}
  - {id: o1, statement: Second}
"""


def test_two_ids_that_differ_in_case_are_an_error_and_no_more(project: Project) -> None:
    """Each page is made, and links to the one of the two that is known by the id."""
    made = made_of(project.write({"plans/oak.yaml": PLAN + TWINS}))
    assert [problem.code for problem in made.problems].count(Code.DUPLICATE_ID) == 3
    assert "MS1 First" in made.said("plans/oak/")


@pytest.mark.parametrize(
    ("day", "said"), [("0001-01-01", "1 January 1"), ("9999-12-31", "9999"), ("December 9999", "December 9999")]
)
@pytest.mark.parametrize("field", ["due", "check_due", "started"])
def test_a_day_at_either_end_of_the_calendar_is_shown(project: Project, field: str, day: str, said: str) -> None:
    """Nothing is counted beyond the first or the last day that can be written."""
    check = "\n    checks: {date: 2026-05-01, by: QL, result: holds}\n"
    plan = PLAN.replace("due: 2026-06-30", f"due: {day}" if field == "due" else f"due: 2026-06-30\n    {field}: {day}")
    made = made_of(project.write({"plans/oak.yaml": plan.rstrip() + check}))
    assert "plans/oak/timeline/" in made.pages
    assert said in made.said("plans/oak/actions/a1/")
