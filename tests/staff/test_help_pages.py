"""Help agrees with the program: every code, every field, and a first plan that works."""

import re
from textwrap import dedent

import pytest
import yaml

from action_plans.model.problem import Code
from action_plans.project.template_folders import builtin_templates
from action_plans.staff.context import PageContext
from action_plans.staff.pages.help_pages import FIRST_FIELDS, advice
from action_plans.staff.staff_templates import staff_templates
from tests.builders import a_finding, a_plan, an_action, traced
from tests.project import Project
from tests.staff.edition import Made, made_of, words


@pytest.fixture(scope="module")
def context() -> PageContext:
    """What help is made from."""
    return PageContext(traced(), (), staff_templates([builtin_templates()]), "Test")


@pytest.fixture
def made(project: Project) -> Made:
    """The edition of a project without plans."""
    return made_of(project)


def test_every_code_has_advice_and_no_advice_is_without_its_code(context: PageContext) -> None:
    """Codes and help name the same problems; each piece of advice says something."""
    said = advice(context)
    assert list(said) == sorted(code.value for code in Code)
    assert [code for code, text in said.items() if len(text.split()) < 5] == []


def test_every_code_is_on_its_page_with_sentence_and_example(made: Made) -> None:
    """A reader who comes from a message finds its code, what it means, an example and what to do."""
    page = made.pages["help/problems/"]
    shown = made.said("help/problems/")
    for code in Code:
        assert code.value.lower() in page.anchors
        assert words(code.sentence) in shown
    assert len(re.findall("For example:", shown)) == len(Code)


def test_the_first_plan_works_as_it_is_printed(project: Project, context: PageContext) -> None:
    """Copied from the page into a project it is read without an error or warning, and has under 30 lines."""
    text = context.templates.render("help/first-plan.yaml")
    made = made_of(project.write({"plans/oak.yaml": text}))
    assert [str(one) for one in made.problems if one.severity != "gap"] == []
    assert text.count("\n") < 30
    assert "Count every medicine each day" in made.said("help/")


def test_fourteen_fields_come_first() -> None:
    """Help begins with fourteen fields, no more."""
    assert sum(len(fields) for _, fields in FIRST_FIELDS) == 14


def test_the_glossary_explains_the_words_of_every_state(made: Made) -> None:
    """At least forty words are explained, and with them each word by which the site says how something stands."""
    anchors = made.pages["help/glossary/"].anchors
    wanted = {
        "finding", "breach", "must", "should", "requirement-notice", "warning-notice", "key-question",
        "quality-statement", "evidence-categories", "verified", "embedded", "gap", "plan-do-study-act", "milestone",
        "baseline", "on-request", "no-proof", "not-checked", "late", "likely-late", "blocked", "off-track", "at-risk",
        "due-soon", "stopped", "slipped", "closed", "no-action", "in-hand", "not-proven", "evidenced",
    }  # fmt: skip
    assert wanted - anchors == set()
    assert len(made.pages["help/glossary/"].search) >= 40


def test_the_page_on_logins_warns_before_anything_else(made: Made) -> None:
    """The first words after the title say never to publish both editions to one public place."""
    assert (
        made.said("help/staff-edition-behind-a-login/")
        .split("has to.")[1]
        .startswith(" Never publish both editions to one public place")
    )


HEALTH = [code for code in Code if code.is_plan_health]


@pytest.mark.parametrize("code", HEALTH, ids=lambda code: code.value)
def test_each_block_about_plan_health_can_be_pasted(context: PageContext, code: Code) -> None:
    """What help says to write is read by the program: into an action, a finding or the plan, wherever it belongs."""
    blocks = re.findall(r"(?:^    .*\n?)+", advice(context)[code.value], re.MULTILINE)
    for block in blocks:
        said = yaml.safe_load(dedent(block))
        assert all(written in block for written in said)
        if said.keys() <= {"actions", "objectives"}:
            assert a_plan(**{"measures": [{"id": "M1", "title": "Doses"}], **said}).actions
        elif "root_cause" in said:
            assert a_plan(findings=[a_finding(**said)]).findings[0].root_cause
        else:
            assert a_plan(actions=[an_action(**said)]).actions
    assert blocks or code in (Code.ONE_CATEGORY, Code.NO_END, Code.NO_SOURCE)
