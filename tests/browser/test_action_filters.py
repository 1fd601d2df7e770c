"""The open actions of a plan narrowed in a browser: with the script by several at once, without it by short lists."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.project import DEFAULTS, Project

PLAN = """\
id: OAK
title: Improvement plan
service: Oakfield House
roles: {RM: Registered manager, CL: Clinical lead}
findings:
  - {id: F1, title: Medicines were not counted, kind: own}
  - {id: F2, title: Doors did not close, kind: own}
actions:
  - {id: A1, title: Count medicines, for: F1, owner: CL, due: 2026-05-01, done_when: It is right}
  - {id: A2, title: Sign each dose, for: [F1, F2], owner: RM, due: 2026-06-30, done_when: It is right}
  - {id: A3, title: Close each door, for: F2, owner: RM, due: 2026-06-12, done_when: It is right}
"""
SHOWN = (
    "[...document.querySelectorAll('.narrowed tbody tr')].filter(row => row.getClientRects().length).map(row => row.id)"
)

Serve = Callable[[Path], str]


@pytest.fixture(scope="session")
def actions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the plan once for all tests here, and return where its staff edition lies."""
    project = Project(tmp_path_factory.mktemp("actions")).write({**DEFAULTS, "plans/oak.yaml": PLAN})
    built = project.build()
    assert built.exit_code == 0, built.said
    return project.site


def test_the_script_narrows_by_several_at_once(browser: Browser, serve: Serve, actions: Path) -> None:
    """Role and finding together leave what has both; the choice stands in the address and in words."""
    page = browser.new_page()
    page.goto(f"{serve(actions)}/plans/oak/actions/")
    assert page.evaluate(SHOWN) == ["a1", "a3", "a2"]
    page.get_by_label("Role").select_option(label="Registered manager")
    page.get_by_label("Finding").select_option(label="F1 Medicines were not counted")
    assert page.evaluate(SHOWN) == ["a2"]
    assert page.get_by_role("status").inner_text().startswith("1 of 3 shown. Role: Registered manager; Finding: F1")
    assert page.url.endswith("#?role=rm&finding=f1")
    page.close()


def test_without_a_script_each_short_list_is_a_link_away(browser: Browser, serve: Serve, actions: Path) -> None:
    """A month, a role, a state and a finding each lead to a list on the same page that holds just those."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{serve(actions)}/plans/oak/actions/")
    for link, held, missing in (
        ("June 2026 (2)", "Sign each dose", "Count medicines"),
        ("Clinical lead (1)", "Count medicines", "Close each door"),
        ("Late (1)", "Count medicines", "Sign each dose"),
        ("F2 Doors did not close (2)", "Close each door", "Count medicines"),
    ):
        page.get_by_role("link", name=link).click()
        words = page.locator("section:has(> h3:target)").inner_text()
        assert held in words
        assert missing not in words
    context.close()
