"""Texts of plans, services and notes: no picture, no link that leads nowhere or runs something, each said."""

import re

import pytest

from action_plans.model.problem import Code
from action_plans.notes.markup import line_html, text_html
from action_plans.notes.plan_texts import text_problems
from tests.builders import a_plan, an_action, traced
from tests.project import Project
from tests.small_plans import NOTE, OAK

PICTURE = "https://other.example/p.png"

WRITTEN = {
    "![ward](https://other.example/p.png)": "A picture from elsewhere, https://other.example/p.png, is not published",
    "![ward](//other.example/p.png)": "A picture from elsewhere, //other.example/p.png, is not published",
    "![ward](p.png)": "A picture, p.png, is not published",
    "![ward][1]\n\n[1]: https://other.example/p.png": "A picture from elsewhere",
    "[x](javascript:alert(1))": "A link that begins with javascript: is not published",
    "[x](file:///etc/passwd)": "A link that begins with file: is not published",
    "<ftp://other.example/a>": "A link that begins with ftp: is not published",
    "[x](plans/willow.yaml)": "The link to “plans/willow.yaml” leads nowhere",
    "[x](#content)": "The link to “#content” leads nowhere",
    "[x](//other.example/a)": "The link to “//other.example/a” leads nowhere",
}


@pytest.mark.parametrize("written", WRITTEN)
def test_a_text_of_a_plan_keeps_only_its_words(written: str) -> None:
    """As it is shown, no picture and no link is left of it, whatever way it is written in."""
    for html in (text_html(f"See {written}"), line_html(f"See {written}")):
        assert "<img" not in html
        assert "href" not in html
        assert "See " in html


def test_a_whole_address_stays_a_link() -> None:
    """Addresses of the web, of e-mail and of telephones lead where they say."""
    html = text_html("[a](https://example.org/x) [b](mailto:us@example.org) [c](tel:01632960001) <https://example.org>")
    assert re.findall(r'href="([^"]*)"', html) == [
        "https://example.org/x",
        "mailto:us@example.org",
        "tel:01632960001",
        "https://example.org",
    ]


def test_a_heading_in_a_text_takes_no_id_of_the_page() -> None:
    """Many texts stand on a page, so their headings carry none."""
    assert ' id="' not in text_html("# Content\n\nWords")


@pytest.mark.parametrize("written", WRITTEN)
def test_each_is_a_problem(written: str) -> None:
    """A warning about the action says what is not published."""
    plan = a_plan(actions=[an_action(note=f"See {written}")])
    (problem,) = text_problems(traced(plan))
    assert problem.code is Code.MARKUP_REMOVED
    assert problem.item == "OAK/A1"
    assert WRITTEN[written] in problem.message


def test_each_is_said_with_its_line(project: Project) -> None:
    """On the second line of a text of an action, of a service and of a field of a note."""
    block = f"      First words.\n      ![ward]({PICTURE})\n"
    plan = OAK.replace("service: Oakfield House", "service: oakfield") + "    note: |\n" + block
    service = "id: oakfield\nname: Oakfield House\nplaces: 30\nregulated_activities:\n  - |\n" + block
    note = NOTE.replace("by: CL\n", "by: CL\nresult: |\n" + block)
    project.write({"plans/oak.yaml": plan, "plans/services/oakfield.yaml": service, "evidence/e1.md": note})
    said = project.check().output
    for path, text in (("plans/oak.yaml", plan), ("plans/services/oakfield.yaml", service), ("evidence/e1.md", note)):
        line = next(number for number, words in enumerate(text.splitlines(), 1) if PICTURE in words)
        assert f"{path}:{line}:1: warning AP209" in said, said


def test_nothing_is_fetched_by_a_page_or_by_the_pack(project: Project) -> None:
    """A picture from elsewhere, in any text, stands on no page and in no file of the pack."""
    words = f"'![x]({PICTURE})'"
    plan = OAK.replace("title: Watch everyone", f"note: {words}\n    title: Watch everyone") + f"summary: {words}\n"
    project.write({"plans/oak.yaml": plan, "evidence/e1.md": NOTE.replace("by: CL", f"by: CL\nsample: {words}")})
    assert project.build(strict=False).exit_code == 0
    pages = [page.read_text(encoding="utf-8") for page in project.site.rglob("*.html")]
    assert not [page for page in pages if re.search(rf"(?:src|href)=\"?{re.escape(PICTURE)}", page)]
    assert project.build().exit_code == 1


def test_a_plan_with_honest_signs_is_left_alone(project: Project) -> None:
    """Brackets, angles and numbers as people write them are no links, and no warning is given."""
    words = "See [sic] F1 (below) <5 mg, a<b and c>d; R&D [1] [2] *all* of **it** - and `x`"
    project.write({"plans/oak.yaml": OAK + f"    note: {words!r}\n"})
    assert "AP209" not in project.check().output
