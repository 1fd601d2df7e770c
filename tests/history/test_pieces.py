"""Reading a long history sooner gives what reading each version whole would give."""

from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from action_plans.history.pieces import cut
from action_plans.history.version_values import read_pieces, values_of_plan
from action_plans.model.problem import Severity
from action_plans.reading.plan_files import plan_in_use, read_plan_text
from action_plans.reading.sound_plans import read_sound_plan
from tests.history.looking_back import PLAN

_MORE = """\
measures:
- id: M1
  title: Counts that agree
  unit: "%"
- {id: M2, title: "Counts
  - id: A9
  made", unit: "%"}
milestones:
    - id: MS1
      title: >-
        All

        counts
      # before the next assessment
      due: 2026-09-01
"""
_LINES = [
    "",
    "",
    "# a remark",
    "  # a remark",
    "- id: A8",
    "  - id: A8",
    "    - id: A8",
    "  -",
    "title: Again",
    "      x: y",
    "---",
    "lead: RM",
    "deputy: &x RM",
    "lead: *x",
    "lead:",
    "format: 2",
    "- x",
    "\tx",
    '    title: "on',
    'and on"',
    "}",
    "roles: {R\u039c: Manager}",
    "<<<<<<< main",
    "id: evidence",
    "    due: 31 February 2026",
    "    <<: x",
    '    note: "\\a"',
]
"""Lines that end something, go on with it, or are wrong."""


def _versions(rounds: int, goes_on: Callable[[str], object]) -> Iterator[tuple[str, str]]:
    """Yield pairs of a text and the text before it: plans to whose lines something was done, often something wrong.

    `goes_on` gives None for a text that the next are not made from.
    """
    draw = Random(20260512)  # noqa: S311 -- nothing here is a secret
    for number in range(rounds):
        before = PLAN + _MORE * (number % 2)
        for _ in range(10):
            lines = before.split("\n")
            for _ in range(draw.randint(1, 3)):
                place = draw.randrange(len(lines))
                what = draw.randrange(4)
                if what == 0:
                    lines.insert(place, draw.choice(_LINES))
                elif what == 1 and len(lines) > 1:
                    del lines[place]
                elif what == 2:
                    other = draw.randrange(len(lines))
                    lines[place], lines[other] = lines[other], lines[place]
                else:
                    column = draw.randint(0, len(lines[place]))
                    lines[place] = lines[place][:column] + draw.choice((" ", "x", "# ", ": ")) + lines[place][column:]
            text = "\n".join(lines)
            yield text, before
            before = text if goes_on(text) is not None else before


def test_cutting_only_what_differs_gives_the_same_pieces() -> None:
    """Whatever was done to a plan: cut beside its version before, or alone, it has the same pieces."""
    usual = 0
    for text, before in _versions(120, cut):
        alone = cut(text)
        assert cut(text, cut(before)) == alone, text
        if alone is not None:
            usual += 1
            assert "".join(lead + piece.text for lead, piece in zip(alone.before, alone.pieces, strict=True)) == text
    assert usual > 400


def test_a_plan_that_is_read_without_its_places_says_the_same() -> None:
    """What the quick reading takes has no error, and says what the reading that people are told of finds in it."""
    here = Path(__file__).parents[2]
    plans = [*here.glob("plans/*.yaml"), *here.glob("tests/examples/*/plans/*.yaml")]
    assert len(plans) > 3
    examples = [file.read_text(encoding="utf-8") for file in plans if file.name != "provider.yaml"]
    assert all(read_sound_plan(text.encode()) is not None for text in examples)
    sound = 0
    changed = [text for text, _ in _versions(150, lambda text: read_sound_plan(text.encode()))]
    for text in (*examples, *changed):
        plan = read_sound_plan(text.encode())
        if plan is not None:
            sound += 1
            read = read_plan_text(text.encode(), "plans/oak.yaml")
            assert read.record is not None, text
            assert all(problem.severity is not Severity.ERROR for problem in read.problems), text
            assert values_of_plan(plan) == values_of_plan(read.record), text
    assert sound > 150


def test_a_plan_that_was_read_already_says_the_same_piece_by_piece() -> None:
    """One without an error is found by its bytes while somebody holds it, one with an error never is."""
    text = (PLAN + _MORE.replace('"Counts\n  - id: A9\n  made"', "Counts")).encode()
    faulty = text.replace(b"due: 2026-06-30", b"due: 31 June 2026")
    held = [read_plan_text(content, "plans/oak.yaml") for content in (text, faulty)]
    found = cut(text.decode())
    assert found is not None
    assert held[1].record is not None
    assert plan_in_use(text) is held[0].record
    assert plan_in_use(faulty) is None
    assert read_pieces(found.pieces, held[0].record) == read_pieces(found.pieces)
    assert read_pieces(found.pieces[:-1], held[0].record) is None
