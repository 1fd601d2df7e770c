"""The staff edition of a small project, from its files to its pages, for tests of what a page says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from action_plans.checking.checker import check
from action_plans.model.problem import Problem
from action_plans.notes.note_contents import read_notes
from action_plans.project.template_folders import builtin_templates
from action_plans.reading.portfolio_reader import read_portfolio
from action_plans.staff.groups.apart import Around
from action_plans.staff.page import Asset, Page
from action_plans.staff.staff_edition import compose
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace
from tests.builders import TODAY
from tests.project import Project


@dataclass(frozen=True)
class Made:
    """What was made of a project.

    Attributes:
        trace: the trace.
        pages: each page by its address.
        assets: each file by its path.
        problems: everything that is wrong.
        note_problems: what is wrong in the accounts and attachments of notes.
    """

    trace: Trace
    pages: Mapping[str, Page]
    assets: Mapping[str, Asset]
    problems: tuple[Problem, ...]
    note_problems: tuple[Problem, ...]

    def said(self, address: str) -> str:
        """Return the words of a page on one line, as a reader sees them."""
        return words(self.pages[address].html)

    @property
    def note_codes(self) -> list[str]:
        """Return the codes of what is wrong in the notes, in order."""
        return [problem.code.value for problem in self.note_problems]


def made_of(project: Project, today: date = TODAY) -> Made:
    """Make the staff edition of a project as at `today`."""
    return made_in(project.folder, today)


def made_in(folder: Path, today: date = TODAY) -> Made:
    """Make the staff edition of the project in a folder."""
    reading = read_portfolio(folder, "plans", "evidence")
    traced = trace(reading.portfolio, today)
    notes = read_notes(traced, folder)
    found = {*reading.problems, *check(traced, {}, reading.left_out), *notes.problems}
    problems = tuple(sorted(found, key=lambda problem: problem.sort_key))
    around = Around(content_of=lambda path: (folder / path).read_bytes())
    edition = compose(traced, problems, notes, [builtin_templates()], "Test", around=around)
    pages = {page.address: page for page in edition.pages}
    return Made(traced, pages, {asset.path: asset for asset in edition.assets}, problems, notes.problems)


def words(html: str) -> str:
    """Return the words of HTML on one line."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).replace("\N{NO-BREAK SPACE}", " ").split())


PLAN = """\
id: OAK
title: Improvement plan
service: Oakfield House
next_assessment: 2026-09-01
evidence_lead: QL
roles: {RM: Registered manager, DM: Deputy manager, QL: Quality lead}
sources:
  - {id: CQC26, kind: assessment, title: CQC report, published: 2026-03-20}
findings:
  - {id: F1, title: Medicines were not counted, source: CQC26, kind: must}
actions:
  - id: A1
    title: Count medicines each day
    for: F1
    owner: RM
    due: 2026-06-30
    done_when: Every count of four weeks is right
"""
"""A plan without anything wrong in it."""
