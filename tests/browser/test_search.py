"""The search of the staff edition, asked as people ask: by the theme's own worker, in a browser."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.built_sites import BothSites

Serve = Callable[[Path], str]

QUESTIONS = {
    "how do I move a date": "help/new-dates/",
    "How can we extend a deadline?": "help/new-dates/",
    "deadline": "help/new-dates/",
    "change the due date": "help/new-dates/",
    "I have a spreadsheet": "help/spreadsheets/",
    "import our Excel action plan": "help/spreadsheets/",
    "How do I close an action?": "help/closing/",
    "mark something as complete": "help/closing/",
    "reopen an action": "help/reopening/",
    "how do I write a finding": "help/findings/",
    "how do I add an action": "help/actions/",
    "add a progress note": "help/updates/",
    "how do I add evidence": "help/evidence-notes/",
    "upload a photo": "help/evidence-notes/",
    "what do families see": "help/families/",
    "how do I publish": "help/publishing/",
    "What does it cost?": "help/hosts/",
    "who can see the staff edition": "help/staff-edition-behind-a-login/",
    "how to install it on Windows": "help/windows/",
    "open it from a USB stick": "help/from-disk/",
    "why does the search not work": "help/from-disk/",
    "task": "help/tasks/",
    "delegate a job": "help/tasks/",
    "record a figure": "help/measures/",
    "PDSA": "help/pilots/",
    "tell relatives about it": "help/telling/",
    "take something down": "help/taking-down/",
    "Outlook reminder": "help/calendar/",
    "getting started": "help/ten-minutes/",
    "accept a gap": "help/known-gaps/",
    "What does embedded mean?": "help/glossary/",
    "AP303": "help/problems/",
    "KLOE": "by-key-question/",
    "who is responsible": "people/",
    "risk register": "plans/oak/risks/",
    "medication": "plans/oak/findings/f1/",
    "consent training record": "evidence/oak/consent/training-record/",
    "staff levels": "by-key-question/",
    "complaint": "plans/oak/findings/f7/",
    "F1": "plans/oak/findings/f1/",
}
"""What people type, and the page that comes first. What the plan itself calls so comes before help."""

_ASK = """async ([worker, index, questions]) => {
  const asked = new Worker(worker);
  const answer = message => new Promise(done => {
    asked.onmessage = said => done(said.data.data);
    asked.postMessage(message);
  });
  await answer({type: 0, data: {...index, options: {suggest: false}}});
  const first = {};
  for (const question of questions) {
    const found = await answer({type: 2, data: question});
    first[question] = found.items.length ? found.items[0].map(part => part.location) : [];
  }
  asked.terminate();
  return first;
}"""


@pytest.fixture(scope="module")
def first(browser: Browser, serve: Serve, both_sites: BothSites) -> dict[str, list[str]]:
    """What the search finds first for each question: the addresses of one page and of parts of it."""
    origin = serve(both_sites.staff)
    (worker,) = (both_sites.staff / "assets/javascripts/workers").glob("search*.js")
    index = json.loads((both_sites.staff / "search/search_index.json").read_text(encoding="utf-8"))
    page = browser.new_page()
    page.goto(f"{origin}/help/index.html")
    address = f"{origin}/{worker.relative_to(both_sites.staff).as_posix()}"
    found: dict[str, list[str]] = page.evaluate(_ASK, [address, index, list(QUESTIONS)])
    page.close()
    return found


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_finds_its_page_first(first: dict[str, list[str]], question: str) -> None:
    """As people ask it, with our words or theirs."""
    assert {location.partition("#")[0] for location in first[question]} == {QUESTIONS[question]}


def test_words_for_the_search_alone_are_shown_to_nobody(browser: Browser, serve: Serve, both_sites: BothSites) -> None:
    """What is found shows its title and text; the words by which it was asked for are hidden."""
    page = browser.new_page()
    page.goto(f"{serve(both_sites.staff)}/help/index.html?q=delegate")
    found = page.locator(".md-search-result__item").first
    found.wait_for()
    said = found.inner_text()
    page.close()
    assert "Give somebody a task" in said
    assert "delegate" not in said


def test_all_that_is_found_has_a_page(both_sites: BothSites) -> None:
    """Each part of a page in the index has its page there too, by which the theme leads to it."""
    index = json.loads((both_sites.staff / "search/search_index.json").read_text(encoding="utf-8"))
    locations = {entry["location"] for entry in index["docs"]}
    assert {location.partition("#")[0] for location in locations} - locations == set()
