# ruff: noqa: E501 -- each message stands on one line, as people see it

"""Lines that came along with copied text, or that other texts have: each is told what it is and what to do."""

import pytest

from tests.reading.small_files import PLAN, about_note, about_plan

COPIED = "this line came along with copied text and is no field."
DRAWN = "this line is drawn, as between two parts of a text, and is no field. Delete it; a comment begins with #."
NOTE = "---\nid: E1\ntitle: Audit\ndate: 2026-05-01\nsupports: OAK/A1\n---\nSeen.\n"
ANEW = "Write it anew: three hyphens, ---, with nothing before or after them."


@pytest.mark.parametrize("fence", ["```yaml", "```", "~~~", "  ```yml"])
def test_a_fence_around_the_plan(fence: str) -> None:
    """Both lines are named at the first; each alone is told as well."""
    end = fence.strip().removesuffix("yaml").removesuffix("yml")
    column = len(fence) - len(fence.lstrip()) + 1
    assert about_plan("", f"{fence}\n{PLAN}{end}\n") == [
        f"1:{column} AP101 {COPIED} Delete it, and line 5, which is like it."
    ]
    assert about_plan("", f"{PLAN}{end}\n") == [f"4:1 AP101 {COPIED} Delete it."]
    assert about_plan("", PLAN) == []


@pytest.mark.parametrize(
    "line",
    [
        "----",
        "------------------",
        "=====",
        "*****",
        "~~~~-~~~~",
        "\N{EM DASH}\N{EM DASH}\N{EM DASH}",
    ],
)
def test_a_line_drawn_between_parts(line: str) -> None:
    """It is none of YAML, and holds nothing."""
    assert about_plan(f"{line}\nsummary: x\n") == [f"4:1 AP101 {DRAWN}"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("// ours", "4:1 AP101 a comment begins with #, not with //. Write # ours"),
        ("/* ours */", "4:1 AP101 a comment begins with #, not with /*. Write # ours"),
        ("<!-- ours -->", "4:1 AP101 a comment begins with #, not with <!--. Write # ours"),
        ("; ours", "4:1 AP101 a comment begins with #, not with ;. Write # ours"),
        ("// ours: old", "4:1 AP105 the plan has a field that does not exist: '// ours'. A comment begins with #. Write # ours: ..."),
    ],
)  # fmt: skip
def test_a_comment_of_another_kind(line: str, said: str) -> None:
    """A comment begins with #."""
    assert about_plan(f"{line}\nsummary: x\n") == [said]


@pytest.mark.parametrize("line", [" ---", "----", "--", "\N{EM DASH}", "\N{EN DASH}\N{EN DASH}\N{EN DASH}"])
def test_a_note_whose_first_or_last_line_of_the_fields_is_not_quite_one(line: str) -> None:
    """Word makes a dash of hyphens: the line itself is named, and written anew."""
    assert about_note(NOTE) == []
    assert about_note(NOTE.replace("---\nid", f"{line}\nid")) == [
        f"1:1 AP114 the note begins with a line that is not quite ---. {ANEW}"
    ]
    assert about_note(NOTE.replace("---\nSeen", f"{line}\nSeen")) == [
        f"6:1 AP114 the front matter is not closed: this line is not quite ---. {ANEW}"
    ]


def test_a_note_in_a_fence() -> None:
    """The line that begins it and the one that ends it are named."""
    assert about_note(f"```markdown\n{NOTE}```\n") == [f"1:1 AP114 {COPIED} Delete it, and line 9, which is like it."]


def test_a_line_of_seven_signs_may_be_drawn_or_left_by_a_merge() -> None:
    """Nothing between marks is spoken of that are not there."""
    (line,) = about_plan("=======\nsummary: x\n")
    assert line.startswith(
        "4:1 AP120 a merge is not finished: its marks stand on line 4. If somebody drew the line, delete it;"
    )
    assert "<<<<<<<" not in line
