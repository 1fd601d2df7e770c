# ruff: noqa: E501 -- each message stands on one line, as people see it

"""A colon or a dash with no space after it, and other signs in the place of a colon."""

import pytest

from tests.reading.small_files import PLAN, about_plan

REST = "    title: x\n    owner: RM\n    due: 2027-01-01\n"
COLON = "there is no space after the colon. Put a space after the colon:"
DASH = "there is no space after the - that begins an item of a list. Put a space after the dash:"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id:P", f"1:1 AP102 {COLON} id: P"),
        ("id:P\ntitle:T\n", f"1:1 AP102 {COLON} id: P"),
        ("id:P\ntitle: T\n", f"1:1 AP101 {COLON} id: P"),
        (f"actions:\n  - id:A1\n{REST}", f"2:5 AP101 {COLON} id: A1"),
        (f"actions:\n  -id: A1\n{REST}", f"2:3 AP101 {DASH} - id: A1"),
        (f"actions:\n  - id: A1\n{REST}  -id: A2\n{REST}", f"6:3 AP101 {DASH} - id: A2"),
        ("actions:\n  -{id: A1, title: x}\n", f"2:3 AP101 {DASH} - {{id: A1, title: x}}"),
    ],
)
def test_a_missing_space_is_named_where_it_is_missing(text: str, said: str) -> None:
    """Wherever the parser stumbles, the line without its space is named, and written as it is meant."""
    assert about_plan("", text) == [said]


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("roles: {RM:Manager}\n", "4:9 AP105 'RM:Manager' is no field and its value. Put a space after the colon: RM: Manager"),
        ("roles:\n  RM:Manager\n", "5:3 AP107 roles of the plan is 'RM:Manager', where names and values are meant. Put a space after the colon: RM: Manager"),
        ("findings: [{id:F1, title: x}]\n", "4:13 AP105 'id:F1' is no field and its value. Put a space after the colon: id: F1"),
    ],
)  # fmt: skip
def test_what_became_a_text_or_a_name_without_value(added: str, said: str) -> None:
    """It is one message: the field is not called missing as well."""
    assert about_plan(added) == [said]


ACTION = "actions:\n  - id: A1\n"


@pytest.mark.parametrize(
    ("before", "written", "meant", "said"),
    [
        ("roles:\n  DM: Deputy\n", "  RM = Registered manager\n", "  RM: Registered manager\n", "6:3 AP101 = stands after RM, where a colon is meant. Write RM: Registered manager"),
        ("roles:\n", "  RM = Registered manager\n", "  RM: Registered manager\n", "5:3 AP107 roles of the plan is 'RM = Registered manager', where names and values are meant. Write RM: Registered manager"),
        ("roles:\n", "  RM = Manager\n  DM=Deputy\n", "  RM: Manager\n  DM: Deputy\n", "5:3 AP107 roles of the plan is 'RM = Manager DM=Deputy', where names and values are meant. Write RM: Manager, and so each of the lines below it"),
        (ACTION + REST, "    priority - high\n", "    priority: high\n", "9:5 AP101 - stands after priority, where a colon is meant. Write priority: high, or, if the line goes on with the text above, indent it further"),
        (ACTION + REST, "    priority; high\n", "    priority: high\n", "9:5 AP101 ; stands after priority, where a colon is meant. Write priority: high"),
        (ACTION + REST, "    priority=high\n", "    priority: high\n", "9:5 AP101 = stands after priority, where a colon is meant. Write priority: high"),
        (ACTION + REST, "    note = MCA: done\n", '    note: "MCA: done"\n', '9:5 AP105 action A1 has a field that does not exist: \'note = MCA\'. Write note: "MCA: done"'),
        (ACTION + REST, "    % complete: 50\n", '    extra: {"% complete": 50}\n', '9:5 AP101 the name of a field cannot begin with %. What has no field goes under extra: write extra: {"% complete": 50}'),
        (ACTION + REST, "    @note: Seen\n", "    note: Seen\n", "9:5 AP101 the name of a field cannot begin with @. Write note: Seen"),
    ],
)  # fmt: skip
def test_another_sign_than_a_colon_is_left_out_of_what_is_to_be_written(
    before: str, written: str, meant: str, said: str
) -> None:
    """The value is what stands behind it; written so, nothing is said any more."""
    assert about_plan("", f"{PLAN}{before}{written}") == [said]
    assert about_plan("", f"{PLAN}{before}{meant}") == []


@pytest.mark.parametrize("text", ["note: see https://example.org\n", "note: 9:30 rounds\n", "extra: {When: 9:30}\n"])
def test_colons_inside_a_value_need_no_space(text: str) -> None:
    """Times and addresses are texts."""
    assert about_plan(text) == []
