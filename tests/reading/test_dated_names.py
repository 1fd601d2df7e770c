# ruff: noqa: E501 -- each message stands on one line, as people see it

"""Days as names, notes named as evidence, a date under another name: one message each, with what to write."""

import pytest

from action_plans.reading.plan_files import read_plan_text
from tests.reading.small_files import PLAN, about_note, about_plan

ROLES = "roles: {RM: Registered manager}\n"
ACTION = f"{ROLES}actions:\n  - id: A1\n    title: One\n    owner: RM\n    due: 2026-07-31\n"
MEASURE = "measures:\n  - id: M1\n    title: Falls\n    readings:\n"


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        (f"{ACTION}    updates:\n      - 20 May 2026: It began\n", "11:9", "updates has 20 May 2026 as the name of a field|- date: 2026-05-20, and below it text: It began"),
        (f"{ACTION}    updates:\n      20 May 2026: It began\n      21 May 2026: It went on\n", "11:7", "updates has 20 May 2026 as the name of a field|- date: 2026-05-20, and below it text: It began"),
        (f"{ACTION}    updates:\n      - 20 May 2026: {{by: RM, text: It began}}\n", "11:9", "updates has 20 May 2026 as the name of a field|- date: 2026-05-20, and below it text: It began"),
        (f"{ACTION}    checks:\n      - 20 May 2026: holds\n        by: RM\n", "11:9", "checks has 20 May 2026 as the name of a field|- date: 2026-05-20, and below it result: holds"),
        (f"{MEASURE}      - 2026-05-15: 91\n      - 2026-05-25: 92\n", "8:9", "readings has 2026-05-15 as the name of a field|- date: 2026-05-15, and below it value: 91"),
        (f"{MEASURE}      2026-05-15: 91\n      2026-05-25: 92\n", "8:7", "readings has 2026-05-15 as the name of a field|- date: 2026-05-15, and below it value: 91"),
        (f"{MEASURE}      - 15/05/2026: 91\n", "8:9", "readings has 15/05/2026 as the name of a field|- date: 2026-05-15, and below it value: 91"),
        (f"{MEASURE}      - May 2026: 91\n", "8:9", "readings has May 2026 as the name of a field|- date: 2026-05, and below it value: 91"),
    ],
)  # fmt: skip
def test_a_day_as_a_name_is_one_message(text: str, place: str, said: str) -> None:
    """The thing is read with its date, and the hint says how it is written."""
    message, hint = said.split("|")
    assert about_plan(text) == [f"{place} AP107 {message}, where a list of things with a date is meant. Write {hint}"]
    read = read_plan_text((PLAN + text).encode(), "oak.yaml")
    assert read.record is not None
    assert read.left_out is not None
    assert not read.left_out.ids
    dash, rest = hint.split(", and below it ")
    indent = " " * 6
    head = text[: text.index(":\n      ") + 2]
    beside = f"{indent}  by: RM\n" if "checks" in text else ""
    assert about_plan(f"{head}{indent}{dash}\n{indent}  {rest}\n{beside}") == []


@pytest.mark.parametrize("written", ["evidence/E1", "E1", "chart-check.md", "evidence/OAK/chart-check.md"])
def test_a_note_named_as_evidence(written: str) -> None:
    """It says itself what it supports."""
    for value in (written, f"[{written}]"):
        (line,) = about_plan(f"{ACTION}    evidence: {value}\n")
        assert line.endswith(
            "A note says itself what it supports: write supports: OAK/A1 in it, and take this line out."
        )
    (line,) = about_plan(f"findings: [{{id: F1, title: x, evidence: {written}}}]\n")
    assert "write supports: OAK/F1 in it" in line


@pytest.mark.parametrize(
    "line", ["{id: E1}", "{ref: OAK/E1}", "{supports: E1}", "{file: chart-check.md}", "{id: E1, date: 2026-05-01}"]
)
def test_a_note_named_in_a_line_of_evidence_is_one_message(line: str) -> None:
    """It is not told besides that the line has no title; a line that has one needs no id."""
    (said,) = about_plan(f"{ACTION}    evidence: {line}\n")
    assert said.endswith("A note says itself what it supports: write supports: OAK/A1 in it, and take this line out.")
    assert about_plan(ACTION) == []
    (said,) = about_plan(f"{ACTION}    evidence: {{id: E1, title: Photo}}\n")
    assert said.endswith("A line of evidence has none: take it out. A note in evidence/ has an id.")
    assert about_plan(f"{ACTION}    evidence: {{title: Photo}}\n") == []


def test_words_and_files_as_evidence() -> None:
    """Words are a title; a file is published with a note, or lies where kept says."""
    (line,) = about_plan(f"{ACTION}    evidence: Photo of the trolley\n")
    meant = 'evidence: {title: "Photo of the trolley"}'
    assert line.endswith(f"Write {meant}, and beside the title its date, once it is there.")
    assert about_plan(f"{ACTION}    {meant}\n") == []
    (line,) = about_plan(f"{ACTION}    evidence: photo.pdf\n")
    assert line.endswith(
        "write a note in evidence/ and list it in attachments; else write evidence: {title: .., kept: photo.pdf}"
    )


@pytest.mark.parametrize("name", ["Date", "dates", "When", "Date of audit"])
def test_the_date_of_a_note_under_another_name(name: str) -> None:
    """It is not called missing as well."""
    note = "---\nid: E1\ntitle: Audit\ndate: 2026-05-01\nsupports: OAK/A1\n---\nSeen.\n"
    assert about_note(note) == []
    assert about_note(note.replace("date", name)) == [
        f"4:1 AP105 the note has a field that does not exist: '{name}'. Did you mean date?"
    ]
