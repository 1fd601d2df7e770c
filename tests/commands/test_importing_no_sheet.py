"""Files that are no spreadsheets: refused in a sentence, and no plan is made of them."""

import pytest

from tests.commands.test_importing import given
from tests.exchange.sheets import REPOSITORY
from tests.project import Project

LETTER = """\
Dear manager,

At our visit, we found issues, and you must act by when we said, lead nurse.
Actions, owner and deadline are to follow.
Yours, J
"""
PROSE = """\
What we do about it: findings, actions, evidence and who answers for them
Every Monday the manager looks at the list
The list hangs in the office
Whoever finds a gap writes it down, and says so
"""


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("letter.txt", LETTER, "no table"),
        ("prose.txt", PROSE, "no table"),
        ("LICENSE", (REPOSITORY / "LICENSE").read_text("utf-8"), "no table"),
        ("README", (REPOSITORY / "README.md").read_text("utf-8"), "no table"),
        ("README.md", (REPOSITORY / "README.md").read_text("utf-8"), "it is no spreadsheet"),
        ("site.yml", "# every finding, action and proof\nFinding,Action,Owner\na,b,c\n", "it is no spreadsheet"),
    ],
)
def test_prose_becomes_no_plan(project: Project, name: str, text: str, said: str) -> None:
    """A letter, a licence, a page of help, settings: sentences with commas in them are no table."""
    done = project.command("import", given(project, text.encode(), name))
    assert (done.exit_code, said in done.errors, "Nothing was written." in done.errors) == (1, True, True), done.said
    assert list((project.folder / "plans").glob("*.yaml")) == []
