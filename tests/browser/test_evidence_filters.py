"""The list of evidence narrowed in a browser: with the script and without, by keyboard, in the address, on paper."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.look import Look, tab
from tests.project import DEFAULTS, Project

pytestmark = pytest.mark.xdist_group("evidence-filters")  # one process builds the sites for all of them

PLAN = """\
id: OAK
title: Improvement plan
service: Oakfield House
next_assessment: 2026-09-01
roles: {RM: Registered manager, QL: Quality lead}
sources:
  - {id: CQC26, kind: assessment, title: CQC report, published: 2026-03-20}
findings:
  - {id: F1, title: Medicines were not counted, source: CQC26, kind: must}
  - {id: F2, title: Doors did not close, source: CQC26, kind: must}
actions:
  - id: A1
    title: Count medicines each day
    for: F1
    owner: RM
    due: 2026-06-30
    evidence:
      - {title: Old sheets, date: 2026-01-10, category: processes, type: audit, by: RM, review_due: 2026-05-01}
      - {title: New sheets, date: 2026-05-02, category: outcomes, type: data, by: RM, checked_by: QL, verdict: meets}
  - id: A2
    title: Close each door at night
    for: F2
    owner: RM
    due: 2026-06-30
    evidence: {title: Door list, date: 2026-04-02, category: processes, type: audit, checked_by: QL, verdict: partly}
"""
SHOWN = (
    "[...document.querySelectorAll('.narrowed tbody tr')].filter(row => row.getClientRects().length).map(row => row.id)"
)

Serve = Callable[[Path], str]


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the plan once for all tests here, and return where its staff edition lies."""
    project = Project(tmp_path_factory.mktemp("evidence")).write({**DEFAULTS, "plans/oak.yaml": PLAN})
    built = project.build()
    assert built.exit_code == 0, built.said
    return project.site


@pytest.fixture(scope="session")
def two_services(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build two services, one of them with evidence of last year, and return where their staff edition lies."""
    ash = PLAN.replace("id: OAK", "id: ASH").replace("Oakfield House", "Ash Lodge").replace("2026-01-10", "2025-01-10")
    project = Project(tmp_path_factory.mktemp("services"))
    built = project.write({**DEFAULTS, "plans/oak.yaml": PLAN, "plans/ash.yaml": ash}).build()
    assert built.exit_code == 0, built.said
    return project.site


@pytest.fixture
def services_site(two_services: Path, serve: Serve) -> str:
    """Return the address of the list of evidence of two services."""
    return f"{serve(two_services)}/evidence/"


@pytest.fixture
def site(folder: Path, serve: Serve) -> str:
    """Return the address of the list of evidence."""
    return f"{serve(folder)}/evidence/"


def shown(page: Page) -> list[str]:
    """Return the ends of the anchors of the rows that are seen."""
    return [anchor.removeprefix("oak.") for anchor in page.evaluate(SHOWN)]


def test_choices_combine_and_are_counted(browser: Browser, site: str) -> None:
    """Each choice narrows what the others leave; how many are shown is said aloud; one button shows everything."""
    page = browser.new_page()
    page.goto(site)
    status = page.get_by_role("status")
    assert status.inner_text() == "3 of 3 shown"
    page.get_by_label("Category").select_option(label="Processes")
    assert shown(page) == ["a2.evidence-1", "a1.evidence-1"]
    page.get_by_label("Finding").select_option(label="F2 Doors did not close")
    assert shown(page) == ["a2.evidence-1"]
    assert status.inner_text() == "1 of 3 shown. Finding: F2 Doors did not close; Category: Processes."
    page.get_by_label("State").select_option(label="Out of date")
    assert shown(page) == []
    assert "Nothing is like that" in status.inner_text()
    page.get_by_role("button", name="Show everything").click()
    page.wait_for_function("document.querySelector('.shown').textContent === '3 of 3 shown'")
    assert len(shown(page)) == 3
    assert "#" not in page.url
    page.close()


def test_a_narrowed_list_can_be_sent_as_a_link(browser: Browser, site: str) -> None:
    """What is chosen stands in the address; whoever opens it sees the same, and nonsense in it is passed over."""
    page = browser.new_page()
    page.goto(site)
    page.get_by_label("Verdict").select_option(label="Partly")
    address = page.url
    page.close()
    other = browser.new_page()
    other.goto(address)
    assert address.startswith(f"{site}#?")
    assert shown(other) == ["a2.evidence-1"]
    assert other.get_by_label("Verdict").input_value() == "partly"
    other.goto(f"{site}#?verdict=%22nonsense&other=x")
    assert len(shown(other)) == 3
    other.close()


def test_it_works_from_disk(browser: Browser, folder: Path) -> None:
    """Opened without a server the list narrows too, and keeps the choice in its address."""
    page = browser.new_page()
    page.goto((folder / "evidence" / "index.html").as_uri())
    page.get_by_label("Checked by").select_option(label="Nobody")
    assert shown(page) == ["a1.evidence-1"]
    page.reload()
    assert shown(page) == ["a1.evidence-1"]
    page.close()


def test_a_link_to_a_row_shows_it(browser: Browser, site: str) -> None:
    """An anchor in the address shows everything, so that the row it names is never hidden."""
    page = browser.new_page()
    page.goto(f"{site}#?verdict=partly")
    page.evaluate("location.hash = '#oak.a1.evidence-1'")
    page.wait_for_function("document.querySelector('.shown').textContent === '3 of 3 shown'")
    assert "a1.evidence-1" in shown(page)
    page.close()


def test_the_keyboard_alone_is_enough(browser: Browser, site: str) -> None:
    """The Tab key reaches each choice in its order, and a letter chooses."""
    page = browser.new_page()
    page.goto(site)
    page.get_by_label("Finding").focus()
    visited = []
    for _ in range(4):
        page.keyboard.press("Tab")
        visited.append(page.evaluate("document.activeElement.labels?.[0]?.textContent"))
    page.get_by_label("Category").focus()
    page.keyboard.press("o")
    page.wait_for_function("document.querySelector('.shown').textContent.startsWith('1 of 3')")
    assert visited == ["Category", "Type", "Verdict", "State"]
    assert shown(page) == ["a1.evidence-2"]
    page.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with script", "without script"])
def test_paper_shows_what_is_chosen_and_says_it(browser: Browser, site: str, *, scripts: bool) -> None:
    """In print the rows that were left out stay out, the choices are gone, and the one that was made is said."""
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(site)
    if scripts:
        page.get_by_label("Verdict").select_option(label="Meets")
    else:
        page.get_by_label("what nobody has checked").check()
    page.emulate_media(media="print")
    words = page.locator(".narrowed").inner_text()
    assert [title for title in ("New sheets", "Old sheets", "Door list") if title in words] == (
        ["New sheets"] if scripts else ["Old sheets"]
    )
    assert ("1 of 3 shown. Verdict: Meets." if scripts else "what nobody has checked (1)") in words
    assert page.get_by_role("combobox").count() == page.get_by_role("radio").count() == 0
    context.close()


@pytest.mark.parametrize("look", [Look("light", 1280), Look("dark", 390), Look("light", 390, scripts=False)], ids=str)
@pytest.mark.parametrize("address", ["", "#?verdict=meets", "../plans/oak/matrix/"])
def test_lists_are_for_everybody(browser: Browser, site: str, look: Look, address: str) -> None:
    """List and matrix have no accessibility fault, with the script and without, whole and narrowed."""
    with tab(browser, look) as looking:
        assert looking.faults(site + address) == []


def test_without_script_the_whole_list_and_plain_choices_are_there(browser: Browser, site: str) -> None:
    """Where scripts do not run, the choices of the stylesheet stand there, and none that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site)
    assert len(page.get_by_role("radio").all()) == 3
    assert page.get_by_role("combobox").count() == 0
    assert page.get_by_role("row").filter(has_text="sheets").count() >= 2
    context.close()


def test_service_and_age_narrow_the_list(browser: Browser, services_site: str) -> None:
    """Whoever looks for one service's evidence of last year finds it with two choices, and can send the list."""
    page = browser.new_page()
    page.goto(services_site)
    page.get_by_label("Service").select_option(label="Ash Lodge")
    assert sorted(shown(page)) == ["ash.a1.evidence-1", "ash.a1.evidence-2", "ash.a2.evidence-1"]
    page.get_by_label("Age", exact=True).select_option(label="Over 12 months old")
    assert shown(page) == ["ash.a1.evidence-1"]
    said = "1 of 6 shown. Service: Ash Lodge; Age: Over 12 months old."
    assert page.get_by_role("status").inner_text() == said
    assert page.url == f"{services_site}#?service=ash-lodge&age=old"
    page.get_by_label("Service").select_option(label="Oakfield House")
    assert shown(page) == []
    page.close()


def test_without_script_service_and_age_are_there(browser: Browser, services_site: str) -> None:
    """The stylesheet narrows to what is over a year old; a link leads to the list of each service."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(services_site)
    page.get_by_label("what is over 12 months old (1)").check()
    seen = page.locator(".narrowed tbody tr:visible")
    assert [seen.nth(place).get_attribute("id") for place in range(seen.count())] == ["ash.a1.evidence-1"]
    page.get_by_role("link", name="By service").click()
    assert page.url.endswith("#by-service")
    of_ash = page.locator("#of-ash-lodge")
    assert of_ash.get_by_role("rowheader").inner_text() == "Ash Lodge"
    assert of_ash.get_by_role("link").count() == 3
    context.close()


@pytest.mark.parametrize("look", [Look("light", 1280), Look("dark", 390), Look("light", 390, scripts=False)], ids=str)
def test_the_list_of_several_services_is_for_everybody(browser: Browser, services_site: str, look: Look) -> None:
    """With the choices of service and age, and the list by service, the page has no accessibility fault."""
    with tab(browser, look) as looking:
        assert looking.faults(services_site) == []
