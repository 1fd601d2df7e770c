"""No field is lost: what somebody wrote is on a page of the staff edition that a link leads to."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.problem import Severity
from action_plans.model.reflection import fields_of, records_in
from action_plans.model.service import Provider, Service
from action_plans.pipeline import examine
from action_plans.project.options import Options
from action_plans.project.settings import Settings
from action_plans.showing import show
from action_plans.staff.page import Page
from tests.agreement.marking import KEPT, Marks, holds_text, marked_project
from tests.builders import TODAY
from tests.staff.reading_html import Reading

EVERY_FIELD = Path(__file__).parents[1] / "examples" / "every-field"


@dataclass(frozen=True)
class Shown:
    """A project with a mark in every text, and its pages: those that a link leads to, and all."""

    marks: Marks
    reached: Mapping[str, Page]
    problems: tuple[str, ...]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The staff edition of the example with every field, with its marks."""
    folder = tmp_path_factory.mktemp("marked")
    marks = marked_project(EVERY_FIELD, folder)
    settings = Settings(folder, Options(), TODAY)
    examined = examine(settings)
    pages = {page.address: page for page in show(examined, settings).pages}
    errors = tuple(str(problem) for problem in examined.problems_of(Severity.ERROR))
    return Shown(marks, dict(reached(pages)), errors)


def reached(pages: Mapping[str, Page]) -> Iterable[tuple[str, Page]]:
    """Yield the first page, those that the main navigation names, and all that links lead to from there."""
    found = dict.fromkeys(["", *(page.address for page in pages.values() if page.nav)])
    waiting = list(found)
    while waiting:
        here = waiting.pop()
        yield here, pages[here]
        for link in Reading(pages[here].html).links:
            there = _address(here, link)
            if there in pages and there not in found:
                found[there] = None
                waiting.append(there)


def test_what_somebody_wrote_is_on_a_page(shown: Shown) -> None:
    """Every text of every record stands on a page that the first page leads to; a new field fails this by itself."""
    text = unescape(" ".join(page.html for page in shown.reached.values()))
    lost = {name for mark, name in shown.marks.planted.items() if mark not in text}
    assert shown.problems == ()
    assert sorted(lost) == []


def test_every_field_with_text_was_marked(shown: Shown) -> None:
    """The example of every field holds each text that there can be, so that no field is passed over."""
    records = records_in(Plan, Service, Provider, EvidenceNote)
    texts = {
        f"{record.__name__}.{field.name}" for record in records for field in fields_of(record) if holds_text(field)
    }
    assert sorted(texts - KEPT.keys() - {"Role.title"} - set(shown.marks.planted.values())) == []


def _address(here: str, link: str) -> str:
    parts = urlsplit(link)
    if parts.scheme or not parts.path:
        return here
    there = posixpath.normpath(posixpath.join("/", here, unquote(parts.path))).strip("/")
    return there.removesuffix("index.html")
