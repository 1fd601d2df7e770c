"""Signs of Markdown and HTML are printed as they are typed: a remark says so, and nothing is held back."""

import pytest

from action_plans.family.approvals import approvals
from action_plans.model.problem import Code
from tests.family.family_projects import THEME, TOPIC_PAGE, UNAPPROVED, a_home, codes, edition


@pytest.mark.parametrize(
    "why",
    [
        "We do **not** miss a dose.",
        "We miss fewer &lt; 5 doses.",
        "We look at it.<!-- ask the nurse -->",
        "We look at it <b>each</b> day.",
        "We look at it.<br/>We do it each day.",
        "We say it on [our page](help.html) each day.",
        "# We look at it each day.",
    ],
)
def test_a_sign_is_remarked_on(why: str) -> None:
    """The gap names the sign; the topic stays; the approval shows it as a remark, not as a fact that is left out."""
    home = a_home(topic={"why": why})
    built = edition(home)
    assert codes(built) == [Code.FAMILY_TEXT]
    assert "families see as it is typed" in built.problems[0].message
    assert TOPIC_PAGE in built.files
    topic = next(each for each in approvals(home, THEME, UNAPPROVED) if each.is_topic)
    assert [problem.code for problem in topic.remarks] == [Code.FAMILY_TEXT]
    assert topic.problems == topic.left_out == ()


@pytest.mark.parametrize(
    "why",
    ["We ask 5 * 2 questions.", "Ask for food & fun.", "It is < 5 of us.", "We use # 2 pencils.", "[We] do (all)."],
)
def test_signs_that_people_type_are_none(why: str) -> None:
    """A star, an ampersand or a bracket in a sentence asks for nothing."""
    assert codes(edition(a_home(topic={"why": why}))) == []
