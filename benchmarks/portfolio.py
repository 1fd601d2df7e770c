"""A generator of large projects: the same number of findings always gives the same files, byte for byte.

    python benchmarks/portfolio.py FOLDER --findings 300

No two texts are alike, and no two plans have the same dependencies, so that nothing can be worked out once and used for
all. Every topic is told to families, and every plan's flow is small enough to be drawn. Each finding brings eleven
items: itself, a measure, three actions and six evidence notes.
"""

import argparse
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random

ACTIONS, NOTES = 3, 6
"""How many of each a finding brings."""

ITEMS = 2 + ACTIONS + NOTES
"""How many items a finding makes, with itself and its measure."""

PER_PLAN = 10
"""How many findings a plan has: with thirty actions it is drawn whole."""

TODAY = date(2026, 12, 31)
_FIRST, _HALF = date(2026, 1, 5), date(2026, 6, 30)

_THINGS = """
    apron armchair basin bathroom blanket board bookcase bottle bowl bread calendar carpet cellar chair chart clock
    cloth corridor cupboard curtain cushion drawer easel fan fence folder footstool fridge garden gate handrail
    hoist jug kettle kitchen ladder lamp landing larder ledger letter lift linen lounge mat mirror notice office
    pantry path piano pillow plate porch ramp record rug sensor shed shelf sling stair store table tap tray trolley
    tub wheel window workshop yard
""".split()  # noqa: SIM905 -- seventy words are read more easily so
_SUBJECTS = (
    ("Regulation 12(2)(g)", "safe", "Medicines optimisation", "medicines"),
    ("Regulation 18(1)", "safe", "Safe and effective staffing", "staffing"),
    ("Regulation 15(1)", "safe", "Safe environments", "rooms"),
    ("Regulation 9(1)", "responsive", "Person-centred care", "care plans"),
    ("Regulation 17(2)(a)", "well-led", "Governance, management and sustainability", "audits"),
)
_CATEGORIES = (
    "processes", "observation", "outcomes", "peoples-experience", "feedback-from-staff-and-leaders",
    "feedback-from-partners",
)  # fmt: skip
_TYPES = ("audit", "training-record", "observation", "survey", "minutes", "data")
_ROLES = ("RM", "DM", "NI", "CL", "QL")
_STEPS = ("Agree how it is done", "Show it to each shift", "Look whether it holds")


def generate(folder: Path, findings: int, *, per_plan: int = PER_PLAN) -> int:
    """Write a project with `findings` findings, `per_plan` in each plan, and return how many items it has."""
    for number, first in enumerate(range(0, findings, per_plan), 1):
        words = _Words(number)
        count = min(per_plan, findings - first)
        write(folder / "plans" / f"home-{number:03}.yaml", "\n".join(_plan(number, count, words)) + "\n")
        for note in range(count * NOTES):
            path = folder / "evidence" / f"home-{number:03}" / f"note-{note + 1:04}.md"
            write(path, _note(number, note, words))
    write(folder / "mkdocs.yml", _MKDOCS)
    write(folder / "docs_templates" / "pages" / "index.md", "---\naction-plans: home\n---\n# Not built\n")
    return findings * ITEMS


def write(path: Path, text: str) -> None:
    """Write a file, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


class _Words:
    """Draws what differs, by the number of the plan: drawn again it is the same."""

    def __init__(self, number: int) -> None:
        self._draw = Random(number)  # noqa: S311 -- nothing here is a secret

    def some(self, least: int, most: int) -> str:
        """Return so many things in a row: `the kettle, the porch and the tray`."""
        several = [f"the {thing}" for thing in self._draw.sample(_THINGS, self._draw.randint(least, most))]
        return several[0] if len(several) == 1 else f"{', '.join(several[:-1])} and {several[-1]}"

    def number(self, least: int, most: int) -> int:
        """Return a number between two, both included."""
        return self._draw.randint(least, most)

    def earlier(self, action: int) -> Sequence[int]:
        """Return which of the actions before one it waits for: the one before it in its finding, and sometimes more."""
        own = [action - 1] if (action - 1) % ACTIONS else []
        if action > 4 and self._draw.random() < 0.35:  # noqa: PLR2004 -- of the first few none waits for another finding
            own.append(self._draw.randint(max(1, action - 12), action - 2))
        return sorted(set(own))


_MKDOCS = f"""\
site_name: Large portfolio
docs_dir: docs_templates/pages
theme: {{name: material, font: false}}
plugins:
  search:
  action-plans: {{as_of: {TODAY}, timings: true, family: {{require_approval: false}}}}
"""


def _plan(number: int, count: int, words: _Words) -> list[str]:
    return [
        f"id: H{number:03}",
        f"title: Improvement plan {number}, with {words.some(1, 2)}",
        f"service: {{name: Home {number}, kind: care-home, places: {20 + number % 50},",
        f"  family: {{name: Home {number},",
        "    contact: {who: the manager, phone: 01632 960001, email: manager@example.org}}}",
        f"summary: We mean to be good by the end of the year, beginning with {words.some(1, 3)}.",
        "roles: {RM: Registered manager, DM: Deputy manager, NI: Nominated individual,",
        "  CL: Clinical lead, QL: Quality lead}",
        "lead: RM",
        "sources:",
        f"  - {{id: S1, kind: assessment, title: Assessment report, reference: AP{1000 + number},",
        "     published: 2026-01-02, ratings: {overall: requires-improvement, safe: requires-improvement}}",
        "findings:",
        *(_finding(finding, words) for finding in range(1, count + 1)),
        "measures:",
        *(_measure(finding, words) for finding in range(1, count + 1)),
        "milestones:",
        "  - {id: MS1, title: The first audit is clean, due: 2026-06-30}",
        "  - {id: MS2, title: Ready to be assessed again, due: 2026-12-20}",
        "actions:",
        *(_action(action, words) for action in range(1, count * ACTIONS + 1)),
        "family:",
        "  publish: true",
        f"  intro: We are making our home better, from {words.some(1, 1)} on.",
        f"  keeping_safe: The nurse in charge looks at {words.some(1, 2)}.",
    ]


def _finding(finding: int, words: _Words) -> str:
    regulation, question, statement, subject = _SUBJECTS[finding % len(_SUBJECTS)]
    return f"""\
  - id: F{finding}
    title: Shortfall {finding} in {subject}, at {words.some(1, 3)}
    source: S1
    kind: {("breach", "must", "should")[finding % 3]}
    text: >-
      What was seen at {words.some(2, 4)} did not show that the policy was followed, and the service's own audits had
      not found this.
    key_questions: [{question}]
    regulations: [{regulation}]
    statements: ["{statement}"]
    root_cause: The form asked nothing about {words.some(1, 2)}.
    keeping_safe: The senior on shift looks at {words.some(1, 3)} before each handover.
    family:
      publish: true
      title: Our work on {words.some(1, 2)}
      found: Some checks of {words.some(1, 3)} were not written down.
      why: Looking after {words.some(1, 2)} helps us keep people safe.
      keeping_safe: The nurse in charge looks at {words.some(1, 2)} each day.
      change: We will write down each check of {words.some(1, 2)}."""


def _measure(finding: int, words: _Words) -> str:
    days = [_FIRST + timedelta(days=14 * number) for number in range(8)]
    readings = ", ".join(f"{{date: {day}, value: {words.number(60, 99)}}}" for day in days)
    return f"""\
  - id: M{finding}
    title: Checks made of {words.some(1, 2)}
    unit: "%"
    better: higher
    baseline: {{value: {words.number(50, 70)}, date: 2026-01-05}}
    targets: [{{value: 95, by: 2026-09-30}}]
    readings: [{readings}]"""


def _action(action: int, words: _Words) -> str:
    start = _FIRST + timedelta(days=10 * action % 300)
    due, owner = start + timedelta(days=40), _ROLES[action % len(_ROLES)]
    finding = (action - 1) // ACTIONS + 1
    waits = ", ".join(f"A{other}" for other in words.earlier(action))
    state = f"progress: {'on-track' if action % 4 else 'at-risk'}"
    if not action % 3:
        state = f"""\
status: closed
    done_when: Each shift does it in the same way with {words.some(1, 2)}
    closed_on: {due}
    closed_by: {owner}
    different_now: A gap at {words.some(1, 2)} is seen on the same day.
    lessons: Begin with {words.some(1, 2)}."""
    tasks = "".join(
        f"""
      - what: Try it with {words.some(1, 3)}
        who: {_ROLES[(action + step) % len(_ROLES)]}
        by: {start + timedelta(days=14 * step)}
        outcome: What was learnt about {words.some(1, 2)}
        report_to: {owner}"""
        for step in (1, 2)
    )
    return f"""\
  - id: A{action}
    title: {_STEPS[action % len(_STEPS)]}, with {words.some(1, 3)}
    description: >-
      It is agreed with each shift, tried for two weeks at {words.some(2, 3)}, and brought to the monthly meeting, where
      it is kept, changed or dropped.
    for: [F{finding}]
    owner: {owner}
    timescale: {"short-term" if action % 3 else "long-term"}
    started: {start}
    due: {due}
    {state}
    depends_on: [{waits}]
    milestone: {"MS1" if due <= _HALF else "MS2"}
    measures: [M{finding}]
    tasks:{tasks}
    updates:
      - {{date: {start + timedelta(days=8)}, by: {owner}, text: "Agreed with two shifts, for {words.some(1, 3)}."}}
    family: {{text: "We are changing how we use {words.some(1, 2)}.", reason: "We wait for {words.some(1, 2)}."}}"""


def _note(plan: int, note: int, words: _Words) -> str:
    made = _FIRST + timedelta(days=5 + 7 * note % 300)
    action = note // (NOTES // ACTIONS) + 1
    rows = "\n".join(f"| {words.some(1, 1)} | {words.number(5, 9)} | {words.number(2, 5)} |" for _ in range(2))
    return f"""\
---
id: H{plan:03}-E{note + 1}
title: What was seen of {words.some(1, 3)}
date: {made}
supports: [H{plan:03}/A{action}]
category: {_CATEGORIES[note % len(_CATEGORIES)]}
type: {_TYPES[note % len(_TYPES)]}
sample: {words.number(5, 25)} of {words.number(30, 60)} records
by: {_ROLES[(action + 3) % len(_ROLES)]}
checked_by: {_ROLES[(action + 1) % len(_ROLES)]}
checked_on: {made + timedelta(days=3)}
verdict: meets
---
About {words.some(2, 4)}: the records were chosen by the room list, not by the team that keeps them.

| Where | Looked at | Complete |
| --- | --- | --- |
{rows}

Most gaps were at {words.some(2, 5)}, and **all were put right** by the next handover. We look again in
{words.number(2, 12)} weeks, with {words.some(1, 3)}.
"""


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--findings", type=int, default=300)
    parser.add_argument("--per-plan", type=int, default=PER_PLAN)
    options = parser.parse_args()
    print(generate(options.folder, options.findings, per_plan=options.per_plan), "items")
