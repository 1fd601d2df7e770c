# ruff: noqa: E501 -- each message stands on one line, as people see it

"""Fields where one value is meant, and several days in one text: nothing of them is lost by what the hint says."""

import re

import pytest

from tests.reading.small_files import about_plan

ACTION = "actions:\n  - id: A1\n    title: One\n    owner: RM\n    due: 2026-07-31\n"
HOLDS = "where a single value is meant."


@pytest.mark.parametrize(
    ("added", "hint"),
    [
        ("    evidence: {title: Photo, period: {from: 2026-05-01, to: 2026-05-20}}\n", "Write it as one text: period: 2026-05-01 to 2026-05-20"),
        ("    measures: [{id: M2, title: Falls}]\n", "Name it by its id alone: measures: M2. Its fields belong under measures of the plan."),
        ("    measures: {id: M2, title: Falls, unit: a month}\n", "Name it by its id alone: measures: M2. Its fields belong under measures of the plan."),
        ("    milestone: {id: MS1, title: Safe}\n", "Name it by its id alone: milestone: MS1. Its fields belong under milestones of the plan."),
        ("    for: {id: F2, source: CQC}\n", "Name it by its id alone: for: F2. Its fields belong under findings of the plan."),
        ("    status: {status: closed, note: x}\n", "Write the word alone: status: closed, and the rest in note."),
        ("    closed_on: {date: 2026-07-15, reason: x}\n", "Write the day alone: closed_on: 2026-07-15."),
        ("    checker: {role: QL, name: x}\n", "Write the code of the role alone: checker: QL."),
        ("    note: {Bells: late, Doors: shut}\n", 'A text with a colon and a space goes in quotes: note: "Bells: late, Doors: shut".'),
        (f"    note:\n      Bells: {'late ' * 20}\n      Doors: shut\n", "Write note: | and, on the lines below it, indented, all of the text."),
    ],
)  # fmt: skip
def test_fields_where_one_value_is_meant(added: str, hint: str) -> None:
    """By what the field takes: a word, a day, a role, an id, or all of the text."""
    (line,) = about_plan(ACTION + added)
    assert f"{HOLDS} {hint}" in line


def test_a_rating_with_its_score() -> None:
    """The word is what is kept."""
    (line,) = about_plan(
        "sources: [{id: R1, kind: assessment, title: x, ratings: {safe: {rating: good, score: 68}}}]\n"
    )
    assert line.endswith("Write the word alone: safe: good, and the rest in note.")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3-5 February 2026", "{from: 2026-02-03, to: 2026-02-05}"),
        ("3\N{EN DASH}5 February 2026", "{from: 2026-02-03, to: 2026-02-05}"),
        ("3rd - 5th February 2026", "{from: 2026-02-03, to: 2026-02-05}"),
        ("from 3 to 5 February 2026", "{from: 2026-02-03, to: 2026-02-05}"),
        ("between 3 and 5 February 2026", "{from: 2026-02-03, to: 2026-02-05}"),
        ("3 February to 5 March 2026", "{from: 2026-02-03, to: 2026-03-05}"),
        ("03/02/2026 - 05/02/2026", "{from: 2026-02-03, to: 2026-02-05}"),
        ("2026-02-03 to 2026-02-05", "{from: 2026-02-03, to: 2026-02-05}"),
        ("February to March 2026", "{from: 2026-02, to: 2026-03}"),
        ("3, 4 and 5 February 2026", "[2026-02-03, 2026-02-04, 2026-02-05]"),
        ("3/4/5 February 2026", "[2026-02-03, 2026-02-04, 2026-02-05]"),
        ("3rd / 5th February 2026", "[2026-02-03, 2026-02-05]"),
        ("3 & 5 February 2026", "[2026-02-03, 2026-02-05]"),
        ("03/02/2026, 05/02/2026", "[2026-02-03, 2026-02-05]"),
    ],
)
def test_several_days_are_kept_where_a_field_takes_them(written: str, meant: str) -> None:
    """An assessment of three days is no assessment of one."""
    text = "sources: [{{id: R1, kind: assessment, title: x, assessed: {}}}]\n"
    (line,) = about_plan(text.format(f'"{written}"'))
    assert line.endswith(f"which is not a date. Write assessed: {meant}")
    assert about_plan(text.format(meant)) == []


def test_a_pilot_from_one_day_to_another() -> None:
    """Its two fields are named, whatever they are called."""
    pilot = f"{ACTION}    pilots:\n      - where: Ground floor\n        "
    (line,) = about_plan(f"{pilot}from: 2026-05-01 to 2026-05-05\n")
    assert line.endswith("Write from: 2026-05-01 and to: 2026-05-05.")
    (line,) = about_plan(f"{pilot}dates: 2026-05-01 to 2026-05-05\n")
    assert line.endswith("Write from: and to:, each with a day.")
    start, end = about_plan(f"{pilot}start: 2026-05-01\n        end: 2026-05-05\n")
    assert [re.sub(r".*Did", "Did", line) for line in (start, end)] == ["Did you mean from?", "Did you mean to?"]
    assert about_plan(f"{pilot}from: 2026-05-01\n        to: 2026-05-05\n") == []


def test_one_day_is_meant_elsewhere() -> None:
    """A deadline is no range."""
    (line,) = about_plan(ACTION.replace("2026-07-31", "3-5 July 2026"))
    assert line.endswith("One day is meant: write 3 July 2026 or 5 July 2026.")
