"""The block to paste: right YAML at the place that it names in any layout, and the gap gone where it says so."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from action_plans.checking.accepted import accept
from action_plans.checking.checker import check
from action_plans.exchange.mending.blocks import Block, Mending
from action_plans.exchange.mending.table import MENDED_BY
from action_plans.model.problem import Code, Problem, Severity
from action_plans.pipeline import examine
from action_plans.project.options import Options
from action_plans.project.settings import Settings
from action_plans.project.template_folders import builtin_templates
from action_plans.reading.portfolio_reader import read_portfolio
from action_plans.reading.yaml.file_text import decode
from action_plans.showing import show
from action_plans.tracing.tracer import trace
from tests.builders import TODAY
from tests.family.family_projects import edition
from tests.project import Project

PLAN = """\
# Every gap that a block answers, once.
id: OAK
title: Improvement plan 2026
service: Oakfield House
review_every: 2 weeks
sources:
  - id: CQC26
    kind: assessment
    title: CQC report
    published: 2026-03-20
    response_due: 2026-04-20
roles:
  RM: Registered manager
  CL: Clinical lead
  QL: Quality lead
lead: RM
family:
  publish: true
  next_update: 2026-04-30   # written on the notice board
findings:
  - id: F1
    title: Medicines were not always managed safely
    source: CQC26
    kind: breach
    regulations: Regulation 12(2)(g)
    family:
      publish: true
      title: Giving medicines safely
      found: Some people did not get their medicines on time.
      keeping_safe: Two nurses look at each medicine chart every day.
  - id: F2   # nobody does anything about it yet
    title: Call bells ring too long
    source: CQC26
    kind: should

  - id: F3
    title: Records are not kept
    kind: must
  - id: F4
    title: Some doses were given late
    source: CQC26
    kind: should
actions:
  - id: A1
    title: Watch everyone who gives medicines
    for: F1
    owner: CL
    due: 2026-04-30   # promised to CQC
    started: 2026-01-05
    tasks:
      - {what: Print the sheet, who: RM, by: 2026-05-01}
    done_when: Everyone scored 10 of 10 on a whole round
    family:
      text: We watch how each nurse gives medicines.

  - id: A2
    title: Count medicines
    for: [F1, F3]
    owner: CL
    due: 2026-03-01
    started: 2026-01-05
    done_when: >-
      Every count of four weeks
      is right
    checks:
      - date: 2026-04-02
        by: QL
        result: slipped
        sample: 10 of 39 sheets
        found: Two counts were wrong
      # a remark at the end
    closed_on: 2026-03-01
  - id: A3
    title: Order by the first of the month
    for: F1
    owner: RM
    due: 2026-06-10
    depends_on: A1
    done_when: Nothing ran out in four weeks
  - id: A4
    title: Read the sheet together
    for: F1
    owner: RM
    due: 2026-06-20
    depends_on: A5
    done_when: Both shifts read it each day
  - id: A5
    title: Buy a second trolley
    for: F1
    owner: RM
    due: 2026-07-20
    progress: off-track
    done_when: Two rounds run at once
  - id: A6
    title: Write the guide
    for: F1
    owner: RM
    due: 2026-03-01
    done_when: It hangs on each floor
    closed_on: 2026-03-01
  - id: A7
    title: Train both shifts
    for: F1
    owner: RM
    due: 2024-03-01
    check_due: 2026-04-01
    done_when: All 20 are trained
    evidence:
      - {title: Training record, date: 2024-02-20, category: processes, verdict: meets, checked_by: RM}
      - {title: Photo of the board}
      - {title: Survey, date: 2024-02-21, category: processes, review_due: 2025-02-21}
    status: closed
  - id: A8
    title: Hang up the board
    owner: RM
    due: 2026-07-01
  - id: A9
    title: Lock the room
    for: F1
    owner: RM
    due: 2024-01-01
    done_when: The room is locked each night
    closed_on: 2024-01-01
    checks: {date: 2024-03-01, by: QL, result: holds}
  - id: A10
    title: Train everyone who gives medicines
    for: F4
    owner: CL
    due: 2026-04-01
    done_when: All 20 have their certificate
    revised:
      - {date: 2026-02-01, due: 2026-05-01, reason: No trainer}
      - {date: 2026-03-01, due: 2026-06-01, reason: No trainer}
      - {date: 2026-04-01, due: 2026-07-01, reason: The trainer is ill}
  - id: A11
    title: Write the policy
    for: F3
    owner: RM
    due: 2026-01-10
    done_when: Both shifts work by it
    closed_on: 2026-01-10
    closed_by: RM
    evidence:
      - {title: Policy, date: 2026-04-20, type: policy, category: processes}
  - id: A12
    title: Count the keys
    for: F3
    owner: RM
    due: 2026-02-10
    done_when: No key is missing
    closed_on: 2026-02-10
    checks: {date: 2026-03-01, by: QL, result: holds, sample: All 12 keys}
    evidence:
      - {title: Key log, date: 2026-04-21, period: January 2026, category: processes}
objectives:
  - id: O1
    statement: By 31 July 2026 nobody misses a dose
  - id: O2
    statement: By 30 April 2026 95 of 100 rounds have no missed dose
    measures: M1
    reviews:
      - {date: 2026-04-20, verdict: achieved, because: It feels better}
measures:
  - id: M1
    title: Rounds without a missed dose
    unit: "%"
    better: higher
    targets:
      - {value: 95, by: 2026-04-30}
    readings:
      - {date: 2026-04-01, value: 80}
milestones:
  - {id: MS1, title: Medicines are safe, due: 2026-04-30}
communications:
  - {id: C1, audience: Families, message: What we do, due: 2026-05-01}
accepted:
  - {code: AP330, item: A8, because: The board decides}
  - {code: AP302, item: A6, because: The board decides, until: 2026-05-01}
"""
NOTE = """\
---
id: E1
title: Watched rounds
date: 2026-04-22
supports: OAK/A1
category: observation
by: CL
review_due: 2026-05-01
verdict: meets
checked_by: QL
---
Each person gave medicines to six people.
"""
FILES = {"plans/oak.yaml": PLAN, "evidence/e1.md": NOTE}

Layout = Callable[[str], str]


def as_written(text: str) -> str:
    """Fields on lines of their own."""
    return text


def with_windows_ends(text: str) -> str:
    """The same with the line ends of Windows."""
    return text.replace("\n", "\r\n")


def wide(text: str) -> str:
    """Every step inwards four spaces, lists too."""

    class Indented(yaml.SafeDumper):
        def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
            super().increase_indent(flow, indentless=False)

    return yaml.dump(_data(text), Dumper=Indented, indent=4, sort_keys=False)


def narrow(text: str) -> str:
    """Lists that stand no deeper than the field that holds them."""
    return yaml.dump(_data(text), Dumper=yaml.SafeDumper, sort_keys=False)


def on_one_line(text: str) -> str:
    """Each thing on one line, between braces."""
    lines = []
    for name, value in _data(text).items():
        if isinstance(value, list):
            lines += [f"{name}:", *(f"  - {json.dumps(one)}" for one in value)]
        else:
            lines.append(f"{name}: {json.dumps(value)}")
    return "\n".join([*lines, ""])


LAYOUTS = (as_written, with_windows_ends, wide, narrow, on_one_line)


@dataclass(frozen=True)
class Mended:
    """A project with the problems that it has and what may be written about each."""

    files: dict[str, str]
    problems: tuple[Problem, ...]
    blocks: dict[Problem, tuple[Block, ...]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """An empty project; what its files would hold is handed over beside it."""
    return Project(tmp_path_factory.mktemp("mending")).write({"plans/none.txt": "", "evidence/none.txt": ""})


@pytest.fixture(params=LAYOUTS, ids=lambda layout: layout.__name__)
def mended(request: pytest.FixtureRequest, folder: Project) -> Mended:
    """The plan in each layout; the note as people write it."""
    layout: Layout = request.param
    return _mended(folder, layout(PLAN))


@cache
def _mended(folder: Project, plan: str) -> Mended:
    files = {**FILES, "plans/oak.yaml": plan}
    problems, mending = _examined(folder, files)
    return Mended(files, problems, {one: mending.blocks(one) for one in problems})


def test_every_code_of_the_table_is_tried(folder: Project) -> None:
    """The plan of these tests raises every problem that has a block, so that none goes untested."""
    of_git = {Code.CHANGED_SINCE_CHECK}
    tried = {one.code for one, blocks in _mended(folder, PLAN).blocks.items() if blocks}

    assert set(MENDED_BY) - tried == of_git


def test_a_block_can_be_pasted_where_it_says(mended: Mended, folder: Project) -> None:
    """Each block, pasted at its line, raises no error and no warning, and the gap is gone where it says so."""
    before = _codes(one for one in mended.problems if one.severity is not Severity.GAP)
    wrong = []
    for problem, block in _every_block(mended):
        pasted = {**mended.files, **{part.path: "" for part in block.parts}}
        for path in {part.path for part in block.parts}:
            pasted[path] = _pasted(mended.files[path], block)
        after, _ = _examined(folder, pasted)
        said = [str(one) for one in after if one.severity is not Severity.GAP]
        if _codes(one for one in after if one.severity is not Severity.GAP) != before:
            wrong.append((problem.code.value, block.sentence, *said))
        if block.answers and _alike(problem, after) >= _alike(problem, mended.problems):
            wrong.append((problem.code.value, block.sentence, "it is still there"))
    assert wrong == []


def test_every_layout_has_the_same_blocks(mended: Mended, folder: Project) -> None:
    """However a plan is laid out, what may be written is the same: a layout costs nobody the help."""
    usual = _mended(folder, PLAN)

    assert _sentences(mended) == _sentences(usual)


def test_a_hint_names_what_its_blocks_write(folder: Project) -> None:
    """What a message says to write is what the blocks beside it write: each field of the hint stands in one."""
    missing = []
    for problem, blocks in _mended(folder, PLAN).blocks.items():
        named = set(re.findall(r"`([a-z_]+)", problem.hint))
        written = {name for block in blocks for name in block.fields}
        if blocks and not named <= written:
            missing.append((problem.code.value, sorted(named - written)))
    assert missing == []


def test_the_site_offers_the_blocks(tmp_path: Path) -> None:
    """On the first page, among all problems and on the page of the thing itself, as the site is built."""
    project = Project(tmp_path).write(FILES)
    settings = Settings(project.folder, Options(), TODAY)
    pages = {page.address: page.html for page in show(examine(settings), settings).pages}
    block = "closed_on: 2026-05-12\n    closed_by: CL"

    assert [address for address in ("", "problems/", "plans/oak/actions/a1/") if block not in pages[address]] == []


def test_help_shows_each_block_once_filled_in(folder: Project) -> None:
    """What help shows of each block is what the table makes of it, with words filled in, and can be pasted as well."""
    whole = _mended(folder, PLAN)
    blocks = list(_every_block(whole))
    shown = _in_help()
    before = _codes(one for one in whole.problems if one.severity is not Severity.GAP)
    assert sorted(shown) == sorted({block.sentence for _, block in blocks})
    assert _codes_in_help() <= {(block.sentence, problem.code.value) for problem, block in blocks}
    for sentence, text in shown.items():
        like = next(one for _, one in blocks if one.sentence == sentence and _names(one.parts[0].text) == _names(text))
        filled = replace(like, parts=(replace(like.parts[0], text=text),))
        path = like.parts[0].path
        after, _ = _examined(folder, {**whole.files, path: _pasted(whole.files[path], filled)})
        assert _codes(one for one in after if one.severity is not Severity.GAP) == before
        assert ", in a sentence" not in text
        assert "such as" not in text


def test_nothing_is_offered_in_a_file_with_an_error(folder: Project) -> None:
    """Where a plan cannot be read as it is meant, no line of it is told: the error comes first."""
    found = _mended(folder, PLAN.replace("    owner: CL\n    due: 2026-04-30", "    due: 2026-04-30"))

    assert any(one.severity is Severity.ERROR for one in found.problems)
    assert not any(blocks for one, blocks in found.blocks.items() if one.origin.path == "plans/oak.yaml")


def test_nothing_is_offered_for_what_the_plan_answers(folder: Project) -> None:
    """An answered gap asks nobody for anything."""
    answer = "  - {code: AP301, item: F2, because: The meeting decides, until: 2026-06-01}\n"
    found = _mended(folder, PLAN + answer)

    assert [blocks for one, blocks in found.blocks.items() if one.item == "OAK/F2" and not one.is_open] == [()]


@pytest.mark.parametrize(
    ("words", "is_offered"),
    [
        ("result: Nine of ten", True),
        ("result: Nine of ten, confidentiality: on-request", False),
    ],
)
def test_a_block_repeats_nothing_that_is_shown_on_request(folder: Project, words: str, is_offered: bool) -> None:
    """Where evidence on request stands on the line that would change, there is no block: the page must not show it."""
    line = f"evidence: [{{title: Interview notes, date: 2026-04-01, review_due: 2026-04-30, {words}}}]"
    plan = PLAN[: PLAN.index("actions:")]
    plan += f"actions:\n  - {{id: A9, title: Ask each person, owner: RM, due: 2026-04-30, for: F1, {line}}}\n"
    found = _mended(folder, plan)
    parts = [part.text for blocks in found.blocks.values() for block in blocks for part in block.parts]

    assert any("Nine of ten" in part for part in parts) is is_offered


def test_a_block_repeats_no_remark_that_tells_on_somebody(folder: Project) -> None:
    """A remark at the end of a line stays in the block, unless it holds what looks private."""
    action = "{id: A9, title: Ask each person, owner: RM, due: 2026-04-30, for: F1}"
    plans = (
        f"{PLAN[: PLAN.index('actions:')]}actions:\n  - {action}   # {remark}\n"
        for remark in ("promised to CQC", "Mrs Example in room 14 fell")
    )
    kept, told = (
        [part.text for blocks in _mended(folder, plan).blocks.values() for block in blocks for part in block.parts]
        for plan in plans
    )

    assert any("promised to CQC" in part for part in kept)
    assert not any("room 14" in part for part in told)


@pytest.mark.parametrize(
    "more", ["", "next_assessment: 2026-08-31\n", "milestones: [{id: MS1, title: x, due: 2026-08-31}]\n"]
)
@pytest.mark.parametrize("progress", ["at-risk", "off-track"])
def test_more_time_is_a_later_day(folder: Project, progress: str, more: str) -> None:
    """An action that is due long after today is moved behind that, not to a day before it."""
    action = f"{{id: A9, title: Ask, owner: RM, due: 2026-08-31, for: F1, milestone: MS1, progress: {progress}}}"
    plan = f"{PLAN[: PLAN.index('actions:')]}{more}actions:\n  - {action}\n"
    (words,) = [
        part.text
        for _, block in _every_block(_mended(folder, plan if "MS1," in more else plan.replace("milestone: MS1, ", "")))
        for part in block.parts
        if block.sentence.startswith("More time needed") and "A9" in part.text
    ]
    assert "revised: [{date: 2026-05-12, due: 2026-09-14" in words


def test_the_place_is_said_in_words(folder: Project) -> None:
    """A reader of the page knows the line, and whether it changes or something comes below it."""
    places = {part.place for _, block in _every_block(_mended(folder, PLAN)) for part in block.parts}
    lines = PLAN.split("\n")

    assert f"below line {lines.index('    started: 2026-01-05') + 1}" in places
    assert f"line {lines.index('    progress: off-track') + 1} becomes" in places


def _examined(folder: Project, files: dict[str, str]) -> tuple[tuple[Problem, ...], Mending]:
    drafts = {path: text.encode() for path, text in files.items()}
    reading = read_portfolio(folder.folder, "plans", "evidence", drafts)
    traced = trace(reading.portfolio, TODAY)
    found = {*reading.problems, *check(traced, {}, reading.left_out), *edition(traced).problems}
    problems = tuple(sorted(accept(found, traced), key=lambda one: one.sort_key))
    return problems, Mending(traced, problems, lambda path: str(decode(drafts[path], path)))


def _every_block(mended: Mended) -> Iterator[tuple[Problem, Block]]:
    return ((problem, block) for problem, blocks in mended.blocks.items() for block in blocks)


def _pasted(text: str, block: Block) -> str:
    """Paste a block as an editor does: its line ends become those of the file."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.split(end)
    for part in block.parts:
        new = part.text.split("\n")
        is_below = part.last < part.first
        lines[part.first if is_below else part.first - 1 : part.first if is_below else part.last] = new
    return end.join(lines)


def _in_help() -> dict[str, str]:
    """Return the blocks that the page of help shows, by their sentences."""
    page = (builtin_templates() / "help" / "blocks.md").read_text(encoding="utf-8")
    found = re.findall(r"^# (.*)\nFor .*\n\n((?:    .*\n)+)", page, re.MULTILINE)
    assert len(found) == page.count("\n# ")
    return {sentence: _unquoted(text) for sentence, text in found}


def _codes_in_help() -> set[tuple[str, str]]:
    """Return the sentence of each block in the page of help with the code that it is said to be for."""
    page = (builtin_templates() / "help" / "blocks.md").read_text(encoding="utf-8")
    return set(re.findall(r"^# (.*)\nFor \[(AP\d+)\]", page, re.MULTILINE))


def _unquoted(text: str) -> str:
    """Take away what makes a block of Markdown."""
    return "\n".join(line[4:] for line in text.rstrip("\n").split("\n"))


def _names(text: str) -> list[str]:
    return re.findall(r"\b([a-z_]+): ", f"{text} ".replace("\n", " "))


def _codes(problems: Iterator[Problem]) -> list[str]:
    return sorted(problem.code.value for problem in problems)


def _alike(problem: Problem, problems: tuple[Problem, ...]) -> int:
    """Return how many open problems have the same code and are about the same thing."""
    return sum(one.code is problem.code and one.item == problem.item and one.is_open for one in problems)


def _sentences(mended: Mended) -> list[tuple[str, str]]:
    return sorted((problem.code.value, block.sentence) for problem, block in _every_block(mended))


def _data(text: str) -> Any:  # noqa: ANN401 -- whatever YAML holds
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 -- it makes texts alone, of our own plan
