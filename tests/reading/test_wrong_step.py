# ruff: noqa: E501 -- each message stands on one line, as people see it

"""Fields at the wrong step: too far left, or on a part of what they are about."""

import pytest

from tests.reading.small_files import about_plan

ACTION = "actions:\n  - id: A1\n    title: x\n    due: 2027-01-01\n"


@pytest.mark.parametrize(
    ("added", "hint"),
    [
        ("roles:\nRM: Manager\n", "It looks as if it belongs to roles, above: indent it with two spaces."),
        ("roles:\n  RM: Manager\nDM: Deputy\n", "It looks as if it belongs to roles, above: check the indentation."),
        (
            f"{ACTION}owner: RM\n",
            "It looks as if it belongs to actions, above: check the indentation. Did you mean lead?",
        ),
        (
            f"{ACTION}    owner: RM\ntitle: x\n",
            "If it belongs to actions, above, indent it as what stands there; else keep one of the two.",
        ),
    ],
)
def test_a_field_in_the_first_column_is_said_to_belong_above(added: str, hint: str) -> None:
    """What stands above it has such fields, or holds nothing yet."""
    assert [line for line in about_plan(added) if line.endswith(hint)] != []


@pytest.mark.parametrize("added", ["owner: RM\n", "roles: {RM: x}\nowner: RM\n", "actions: []\ntitel: x\n"])
def test_what_belongs_to_nothing_above_is_answered_as_a_slip(added: str) -> None:
    """A name that nothing above could hold is a slip in the name."""
    assert [line for line in about_plan(added) if "above" in line] == []


@pytest.mark.parametrize(
    ("added", "hint"),
    [
        (f"{ACTION}    owner: RM\n    tasks: [{{what: x, note: y}}]\n", "No note is taken here: write it into note of action A1."),
        (f"{ACTION}    owner: RM\n    checks: [{{date: 2026-01-01, by: RM, result: holds, extra: {{a: b}}}}]\n", "No extra is taken here: write it into extra of action A1."),
        (f"{ACTION}    owner: RM\n    updates: [{{date: 2026-01-01, text: x, Comments: y}}]\n", "No note is taken here: write it into note of action A1."),
        ("involved: [{group: Staff, note: y}]\n", "No note is taken here: write it into note of plan OAK."),
        ("measures: [{id: M1, title: x, targets: [{value: 1, note: y}]}]\n", "No note is taken here: write it into note of measure M1."),
    ],
)  # fmt: skip
def test_a_note_on_a_part_is_told_where_it_may_stand(added: str, hint: str) -> None:
    """Parts of things take no note: the thing itself does, and no indentation is to be checked."""
    (line,) = about_plan(added)
    assert line.endswith(hint)
