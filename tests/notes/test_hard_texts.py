"""Texts that a converter cannot bear are shown as they are written, and said."""

import pytest

from action_plans.notes.hard_texts import LONGEST, too_hard
from action_plans.notes.markup import converted, text_html
from tests.project import Project
from tests.small_plans import NOTE, OAK

HARD = {
    "lists on a line": "- " * 500 + "a",
    "quotations on a line": "> " * 60 + "a",
    "lists line by line": "\n".join("    " * depth + "- a" for depth in range(60)),
    "brackets": "[" * 4000,
    "very many brackets": "[" * 1_900_000,
    "pictures": "![a][b" * 2000,
    "links within links": "[" * 2500 + "a" + "](https://b.example)" * 2500,
    "headings": "# Same\n" * 8000,
    "headings in a quotation": "> # Same\n" * 8000,
    "underlined headings": "a\n===\n" * 8000,
    "a wide and long table": "|a" * 5000 + "|\n" + "|-" * 5000 + "|\n" + "|1|\n" * 5000,
    "stars": "*a* " * 24_000,
    "backslashes": "\\" * 90_000,
    "a book": "Some words.\n\n" * 20_000,
}

HONEST = {
    "a list of links": "".join(f"- [Report {n}](https://example.org/report/{n})\n" for n in range(300)),
    "a numbered list": "".join(f"{n}. [Report {n}](https://example.org/report/{n})\n" for n in range(1, 300)),
    "a table": "| Week | Sheets | Ward |\n| --- | --- | --- |\n" + "| 1 | [14](https://example.org) | East |\n" * 800,
    "a nested list": "- one\n    - two\n        - three\n            - four\n" * 50,
    "headings": "## A heading\n\nSome *words* and **others**.\n\n" * 200,
    "a long account": "We looked at [the sheets](https://example.org) again, and *all* were complete. " * 200,
    "a quotation of a letter": "> Dear all,\n> thank you.\n> > Yes.\n\n" * 100,
    "figures": "12 - 14 - 16 - 18 - 20 [sic] " * 100,
}


@pytest.mark.parametrize("name", HARD)
def test_a_text_that_cannot_be_borne_is_shown_as_its_words(name: str) -> None:
    """It is not converted, none of its words is lost, and the next text is read as if nothing had been."""
    read = converted(HARD[name])
    assert read.hard is not None
    assert "<ul>" not in read.html
    assert "<table>" not in read.html
    assert read.html.count("[") == HARD[name].count("[")
    assert text_html("*well*") == "<p><em>well</em></p>"


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_text_is_converted(name: str) -> None:
    """Long lists of links, tables of eight hundred rows and letters stay far below what is too much."""
    assert too_hard(HONEST[name]) is None


def test_the_place_is_where_it_becomes_too_much() -> None:
    """A paragraph of brackets after honest ones is named by its own beginning."""
    before = "Honest words.\n\n" * 3
    hard = too_hard(before + "[" * 4000)
    assert hard is not None
    assert hard.start == len(before)
    assert too_hard("a" * LONGEST) is None


def test_the_page_is_built_and_the_line_is_said(project: Project) -> None:
    """A note of 1.9 million brackets, one of five hundred lists, and a plan's text of brackets: warnings, and pages."""
    project.write(
        {
            "plans/oak.yaml": OAK + f"    note: '{'[' * 4000}'\n",
            "evidence/e1.md": NOTE + "\n" + "- " * 500 + "a\n",
            "evidence/e2.md": NOTE.replace("id: E1", "id: E2") + "\n" + "[" * 1_900_000,
        }
    )
    built = project.build(strict=False)
    assert built.exit_code == 0, built.said[-2000:]
    for said in ("plans/oak.yaml:23:11: warning", "evidence/e1.md:11:1: warning", "evidence/e2.md:9:1: warning"):
        assert f"{said} AP209" in built.said
    assert "- - - -" in project.read("site/evidence/e1/index.html")
    assert 'href="../e2_2/index.html' in project.read("site/evidence/e2/index.html")
    assert "[[[[" in project.read("site/evidence/e2_2/index.html")
