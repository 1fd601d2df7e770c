# ruff: noqa: E501 -- each message stands on one line, as people see it

"""A slip gets one message: nothing is called missing besides that is only broken, in a comment, or under another name."""

import pytest

from action_plans.reading.plan_files import read_plan_text
from tests.reading.small_files import PLAN, about_note, about_plan

REST = "    title: One\n    owner: RM\n    due: 2026-07-31\n"
LISTS = f"""\
roles: {{RM: Registered manager}}
findings:
  - id: F1
    title: Doors
    source: CQC
actions:
  - id: A1
{REST}measures:
  - id: M1
    title: Falls
    unit: a month
"""


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("*Urgent", '6:12 AP103 *Urgent stands for something written elsewhere (an alias). Write the value itself; if a text begins with *, put it in quotes: "*Urgent ...".'),
        ("!x", '6:12 AP103 !x sets a type (a tag). Leave it out; if a text begins with !, put it in quotes: "!x ...".'),
        ("&x", '6:12 AP103 &x marks a value for use elsewhere (an anchor). Leave it out; if a text begins with &, put it in quotes: "&x ...".'),
        ("{Urgent} Check", "6:21 AP101 more text follows after the } that ends the value. If all of it is one text, put it in quotes."),
        ("# Check charts", "6:11 AP106 title of finding F1 is empty: what stands after the # is a comment. Write the value before the #, or take the # out: title: Check charts"),
        ("# Check: charts", '6:11 AP106 title of finding F1 is empty: what stands after the # is a comment. Write the value before the #, or take the # out: title: "Check: charts"'),
    ],
)  # fmt: skip
def test_what_is_refused_or_a_comment_is_not_called_empty_too(title: str, said: str) -> None:
    """One message says what became of the value."""
    assert about_plan(f"findings:\n  - id: F1\n    title: {title}\n") == [said]


def test_a_comment_in_a_note() -> None:
    """Lines are those of the file."""
    text = "---\nid: E1\ntitle: Audit\ndate: # 2026-05-01\nsupports: OAK/A1\n---\nSeen.\n"
    assert about_note(text) == [
        "4:6 AP106 date of the note is empty: what stands after the # is a comment. Write the value before the #, or take the # out: date: 2026-05-01"
    ]
    assert about_note(text.replace("# ", "")) == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Action", "actions"),
        ("Action plan", "actions"),
        ("Work to do", "actions"),
        ("Areas for improvement", "findings"),
        ("What was wrong", "findings"),
        ("KPIs", "measures"),
        ("How we see it", "measures"),
    ],
)
def test_a_list_under_another_name_is_read_as_what_it_is(name: str, meant: str) -> None:
    """By its name, else by what is in it; what it holds is there for everything that is checked after it."""
    text = PLAN + LISTS.replace(meant, name)
    (problem,) = read_plan_text(text.encode(), "oak.yaml").problems
    assert problem.message == f"the plan has a field that does not exist: '{name}'."
    assert problem.hint == f"Did you mean {meant}?"
    plan = read_plan_text(text.encode(), "oak.yaml").record
    assert plan is not None
    assert len(getattr(plan, meant)) == 1


def test_a_second_list_under_another_name_is_not_to_be_thrown_away() -> None:
    """Neither of the two is all there is."""
    (line,) = about_plan(LISTS + f"More actions:\n  - id: A2\n{REST}")
    assert line.endswith(
        "does not exist: 'More actions'. Write these things below actions too, and take this name out."
    )
