"""A generator of large projects: the same number of findings always gives the same files, byte for byte.

    python benchmarks/portfolio.py FOLDER --findings 300

Each finding brings ten items: itself, a measure, five actions that wait for each other, and three evidence notes.
"""

import argparse
from datetime import date, timedelta
from pathlib import Path

ACTIONS, NOTES = 5, 3
"""How many of each a finding brings."""

ITEMS = 2 + ACTIONS + NOTES
"""How many items a finding makes, with itself and its measure."""

_PER_PLAN = 30
_FIRST = date(2026, 1, 5)
_SUBJECTS = ("medicines", "night staffing", "consent", "fire doors", "food and drink", "complaints", "records", "falls")
_REGULATIONS = ("Regulation 12(2)(g)", "Regulation 18(1)", "Regulation 11", "Regulation 15(1)", "Regulation 17(2)(a)")
_CATEGORIES = ("processes", "observation", "outcomes", "peoples-experience", "feedback-from-staff-and-leaders")
_ROLES = ("RM", "DM", "CL", "QL")


def generate(folder: Path, findings: int, *, per_plan: int = _PER_PLAN) -> int:
    """Write a project with `findings` findings, `per_plan` in each plan, and return how many items it has."""
    for number, first in enumerate(range(0, findings, per_plan), 1):
        count = min(per_plan, findings - first)
        _write(folder / "plans" / f"plan-{number:03}.yaml", _plan(number, count))
        for finding in range(1, count + 1):
            for note in range(1, NOTES + 1):
                _write(folder / "evidence" / f"P{number:03}" / f"f{finding}-{note}.md", _note(number, finding, note))
    _write(folder / "mkdocs.yml", _MKDOCS)
    _write(folder / "docs_templates" / "pages" / "index.md", "---\naction-plans: home\n---\n# Not built\n")
    return findings * ITEMS


def generate_bare(folder: Path, pages: int) -> None:
    """Write a site of `pages` hand-written pages, each of about 65 lines: two tables, twenty links, lists."""
    for number in range(pages):
        _write(folder / "docs" / f"{number // 100:03}" / f"page-{number:05}.md", _page(number, pages))
    _write(folder / "docs" / "index.md", "# Home\n")
    _write(folder / "mkdocs.yml", _BARE)


_MKDOCS = """\
site_name: Large portfolio
docs_dir: docs_templates/pages
theme: {name: material, font: false}
plugins:
  search:
  action-plans: {as_of: 2026-05-12}
"""

_BARE = """\
site_name: Bare site
theme: {name: material, font: false}
not_in_nav: "*/*.md"
plugins: [search]
"""

_ROLE_LINES = """\
roles:
  RM: Registered manager
  DM: Deputy manager
  CL: Clinical lead
  QL: Quality lead
  NI: Nominated individual
"""


def _plan(number: int, count: int) -> str:
    lines = [
        f"id: P{number:03}",
        f"title: Improvement plan {number}",
        f"service: {{id: service-{number:03}, name: Service {number}, kind: care-home}}",
        _ROLE_LINES + "lead: RM",
        "sources:",
        "  - {id: CQC, kind: assessment, title: CQC report, published: 2026-01-05,",
        "     ratings: {overall: requires-improvement}}",
        "findings:",
        *(_finding(finding) for finding in range(1, count + 1)),
        "measures:",
        *(_measure(finding) for finding in range(1, count + 1)),
        "actions:",
        *(_action(finding, step) for finding in range(1, count + 1) for step in range(1, ACTIONS + 1)),
    ]
    return "\n".join(lines) + "\n"


def _finding(finding: int) -> str:
    subject = _SUBJECTS[finding % len(_SUBJECTS)]
    return f"""\
  - id: F{finding}
    title: Shortfalls in {subject} were found, number {finding}
    source: CQC
    kind: breach
    regulations: {_REGULATIONS[finding % len(_REGULATIONS)]}
    key_questions: safe
    text: |
      People did not always receive safe care in respect of {subject}. Records were not complete, and
      the service's own audits had not found this.
    root_cause: The check was made by whoever did the work.
    keeping_safe: The shift leader looks at {subject} on every shift and signs the sheet."""


def _measure(finding: int) -> str:
    readings = ", ".join(
        f"{{date: {_FIRST + timedelta(days=7 * week)}, value: {70 + (finding * week) % 25}}}" for week in range(1, 7)
    )
    return f"""\
  - id: M{finding}
    title: Checks passed, of subject {finding}
    unit: "%"
    baseline: {{value: 70, date: 2026-01-05}}
    targets: [{{value: 95, by: 2026-07-31}}]
    readings: [{readings}]"""


def _action(finding: int, step: int) -> str:
    ref = (finding - 1) * ACTIONS + step
    due = _FIRST + timedelta(days=30 * step + finding % 7)
    after = f"\n    depends_on: A{ref - 1}" if step > 1 else ""
    closed = f"\n    closed_on: {due - timedelta(days=3)}\n    closed_by: RM" if step < ACTIONS - 1 else ""
    return f"""\
  - id: A{ref}
    title: Step {step} of the work on {_SUBJECTS[finding % len(_SUBJECTS)]}
    for: F{finding}
    owner: {_ROLES[ref % len(_ROLES)]}
    started: {due - timedelta(days=28)}
    due: {due}
    measures: M{finding}
    done_when: Five in a row of the weekly checks show that nothing is missing{after}{closed}
    updates:
      - {{date: {due - timedelta(days=14)}, by: RM, text: Half of the team has been seen to do it as agreed.}}"""


def _note(plan: int, finding: int, note: int) -> str:
    action = (finding - 1) * ACTIONS + note
    made = _FIRST + timedelta(days=30 * note)
    return f"""\
---
id: P{plan:03}-F{finding}-{note}
title: Weekly check {note} for finding {finding}
date: {made}
supports: [A{action}, M{finding}]
category: {_CATEGORIES[note % len(_CATEGORIES)]}
type: audit
by: CL
sample: 10 of 39 care records
checked_by: NI
checked_on: {made + timedelta(days=5)}
verdict: meets
---
Ten records were looked at, chosen by the room list and not by the team that keeps them.

- Nine were complete on the day.
- One lacked a signature, and was put right **within the hour**.

| Part | Looked at | Complete |
| --- | --- | --- |
| Ground floor | 5 | 5 |
| First floor | 5 | 4 |

What helped most was doing it together at handover, as agreed at the [first check](f{finding}-1.md).
"""


def _page(number: int, pages: int) -> str:
    links = "\n".join(
        f"- [Page {there}](../{there // 100:03}/page-{there:05}.md)"
        for there in ((number + 7 * step) % pages for step in range(20))
    )
    rows = "\n".join(f"| Row {row} | {number + row} | in hand | 12 May 2026 |" for row in range(10))
    table = f"| What | Number | State | When |\n| --- | --- | --- | --- |\n{rows}"
    opening = f"# Page {number}\n\nA page as someone writes it by hand.\n\n{table}\n\n"
    return f"{opening}## Links\n\n{links}\n\n## More\n\n{table}\n\n1. One\n2. Two\n3. Three\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--findings", type=int, default=300)
    parser.add_argument("--per-plan", type=int, default=_PER_PLAN)
    options = parser.parse_args()
    print(generate(options.folder, options.findings, per_plan=options.per_plan), "items")
