"""The bar of a preview that cannot be built, as everybody meets it."""

import pytest
from playwright.sync_api import Browser

from tests.browser.look import Look, axe, tab
from tests.project import Project
from tests.small_plans import NOTE, OAK
from tests.test_preview import BAR, preview, wait_for

LOOKS = [Look("light", 1280), Look("dark", 390)]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_bar_has_no_accessibility_fault(browser: Browser, project: Project, look: Look) -> None:
    """A page under the bar keeps the rules; the bar comes second for who uses keys, and its link opens the problems."""
    project.write({"plans/oak.yaml": OAK.replace("owner: CL", "owner: CX"), "evidence/e1.md": NOTE})
    with preview(project) as address:
        wait_for(f"{address}/plans/oak/", lambda page: BAR in page)
        with tab(browser, look) as opened:
            page = opened.page
            page.goto(f"{address}/plans/oak/", wait_until="load")
            assert list(axe(page)) == []
            assert page.get_by_role("complementary", name="What is wrong").is_visible()
            page.keyboard.press("Tab")
            page.keyboard.press("Tab")
            page.keyboard.press("Enter")
            page.wait_for_url(f"{address}/problems/")
            assert list(axe(page)) == []
