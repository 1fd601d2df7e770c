# ruff: noqa: E501 -- each message stands on one line, as people see it

import pytest

from tests.reading.small_files import about_note, about_plan, about_service

ACTION = "actions:\n  - id: A3\n    title: Doors\n    owner: RM\n    due: 2026-03-01\n"
"""Lines 4 to 8 of a plan; a field that follows stands on line 9."""

PLAN_SLIPS = [
    (ACTION.replace("owner", "onwer"), ["7:5 AP105 action A3 has a field that does not exist: 'onwer'. Did you mean owner?"]),
    (ACTION.replace("    owner: RM\n", ""), ["5:5 AP106 action A3 has no owner. Add owner: the role that answers for it."]),
    (ACTION.replace("owner: RM", "owner:"), ["7:11 AP106 owner of action A3 is empty. Write owner: the role that answers for it."]),
    (ACTION.replace("owner: RM", 'owner: ""'), ["7:12 AP106 owner of action A3 is empty. Write owner: the role that answers for it."]),
    (ACTION.replace("    id: A3\n", "").replace("- id: A3\n    title", "- title"), ["5:5 AP106 action 'Doors' has no id. Add id: its reference, unique in the plan and never used again."]),
    (ACTION + "    status: opne\n", ["9:13 AP107 status of action A3 is 'opne', which it cannot be. Did you mean open? It can be: open, closed."]),
    (ACTION + "    timescale: shrot-term\n", ["9:16 AP107 timescale of action A3 is 'shrot-term', which it cannot be. Did you mean short-term? It can be: short-term, long-term."]),
    (ACTION + "    status: done\n", ["9:13 AP107 status of action A3 is 'done', which it cannot be. Write status: closed, and the day in closed_on. It can be: open, closed."]),
    (ACTION + "    status: In progress\n", ["9:13 AP107 status of action A3 is 'In progress', which it cannot be. Write status: open and progress: on-track. It can be: open, closed."]),
    (ACTION + "    progress: Complete\n", ["9:15 AP107 progress of action A3 is 'Complete', which it cannot be. Write status: closed, and the day in closed_on. Leave progress out: it is for open actions. It can be: not-started, on-track, at-risk, off-track."]),
    (ACTION + "    progress: Green\n", ["9:15 AP107 progress of action A3 is 'Green', which it cannot be. If it goes well, write status: open and progress: on-track; if it is done, status: closed and closed_on. It can be: not-started, on-track, at-risk, off-track."]),
    (ACTION + "    progress: Amber\n", ["9:15 AP107 progress of action A3 is 'Amber', which it cannot be. Write progress: at-risk. It can be: not-started, on-track, at-risk, off-track."]),
    (ACTION + "    status: RED\n", ["9:13 AP107 status of action A3 is 'RED', which it cannot be. Write status: open and progress: off-track. It can be: open, closed."]),
    (ACTION + "    progress: Slipped\n", ["9:15 AP107 progress of action A3 is 'Slipped', which it cannot be. If its date has passed, write progress: off-track and the new date in revised; if it was done and no longer holds, record a check with result: slipped. It can be: not-started, on-track, at-risk, off-track."]),
    (ACTION + "    priority: Short term\n", ["9:15 AP107 priority of action A3 is 'Short term', which it cannot be. It can be: high, medium, low. Is timescale: short-term meant?"]),
    (ACTION + "    closed_on: 01/03/2026\n", ["9:16 AP107 closed_on of action A3 is '01/03/2026', which is not a date. It can be read in two ways; if the day comes first, write 2026-03-01."]),
    (ACTION + "    closed_on: [2026-03-01]\n", ["9:16 AP107 closed_on of action A3 is a list, where one value is meant. Keep one of its values, without - or [ ]."]),
    (ACTION + "    closed_on: 30 February 2026\n", ["9:16 AP107 closed_on of action A3 is '30 February 2026', which is not a date. There is no such day in the calendar."]),
    (ACTION + "    lessons: {Regulation 12: Safe, x: y}\n", ['9:14 AP107 lessons of action A3 holds fields (Regulation 12: ...), where a single value is meant. A text with a colon and a space goes in quotes: lessons: "Regulation 12: Safe, x: y".']),
    (ACTION + "    checks: holds\n", ["9:13 AP107 checks of action A3 is 'holds', where the fields of a check are meant. Its fields go below it, one on each line: date, by, sample, result, and so on."]),
    (ACTION + "    updates:\n      - text: x\n", ["10:9 AP106 update 1 of action A3 has no date. Add date: when."]),
    (ACTION + "    evidence:\n      - {title: Photo, date: soon}\n", ["10:30 AP107 date of evidence 'Photo' of action A3 is 'soon', which is not a date. Write it as 2026-03-01 or 1 March 2026, or a month as March 2026."]),
    (ACTION + "    helpers: [RM, {a: b}]\n", ['9:19 AP107 helpers of action A3 holds fields (a: ...), where a single value is meant. A text with a colon and a space goes in quotes: helpers: "a: b".']),
    ("findings:\n  - {id: F1, title: Doors, due: 2026-01-01}\n", ["5:28 AP105 finding F1 has a field that does not exist: 'due'. due belongs in an objective, an action or a milestone; check the indentation."]),
    ("findings:\n  - {id: F1, title: Doors, windows and frames}\n", ["5:28 AP105 'windows and frames' stands where a field and its value are meant. A comma inside { } ends a value: put the text in quotes, such as \"..., windows and frames\"."]),
    ("findings:\n  - {id: F1, title: x, measure: M1, lessons: y, Root cause: z}\n", [
        "5:24 AP105 finding F1 has a field that does not exist: 'measure'. Did you mean measures?",
        "5:37 AP105 finding F1 has a field that does not exist: 'lessons'. lessons belongs in an action; check the indentation.",
        "5:49 AP105 finding F1 has a field that does not exist: 'Root cause'. Did you mean root_cause?",
    ]),
    ("findings:\n  - {id: F 1, title: Doors}\n", ["5:10 AP107 id of finding F 1 is 'F 1', which cannot be an id. An id is a letter, then letters, digits or hyphens, at most 40 in all, such as F-1."]),
    ("findings:\n  - {id: F1, title: Doors, family: {publish: maybe}}\n", ["5:46 AP107 publish of family of finding F1 is 'maybe', which is neither true nor false. Write true or false."]),
    ("family: {intro: {en: x, in short: y}}\n", ["4:25 AP107 intro of family of the plan has the name 'in short', where the code of a language is meant. Write the words as one text in quotes, or a language's code before each, such as en or pl."]),
    ("measures:\n  - {id: M1, title: x, baseline: {value: 92%}}\n", ["5:42 AP107 value of baseline of measure M1 is '92%', which is not a number. Write 92 and put % in unit."]),
    ('measures:\n  - {id: M1, title: x, baseline: {value: "1,200"}}\n', ["5:42 AP107 value of baseline of measure M1 is '1,200', which is not a number. Write 1200."]),
    ("measures:\n  - {id: M1, title: x, readings: [{date: 2026, value: about 90}]}\n", [
        "5:42 AP107 date of reading 1 of measure M1 is '2026', which is not a date. A year alone is no date: write its month too, such as December 2026.",
        "5:55 AP107 value of reading 1 of measure M1 is 'about 90', which is not a number. Write figures alone, such as 90, and words in a note.",
    ]),
    ("measures:\n  - {id: M1, title: x, baseline: {value: 1e999999}}\n", ["5:42 AP107 value of baseline of measure M1 is '1e999999', which has too many digits. Write at most 9 digits before the point, and at most 6 after it."]),
    ("measures:\n  - {id: M1, title: x, baseline: {value: NaN}}\n", ["5:42 AP107 value of baseline of measure M1 is 'NaN', which is not a number. Write figures, such as 92 or 3.5."]),
    ("risks:\n  - {id: R1, title: x, likelihood: 7, impact: high}\n", [
        "5:36 AP107 likelihood of risk R1 is '7', which is too high. It can be at most 5.",
        "5:47 AP107 impact of risk R1 is 'high', which is not a number. Write figures, such as 3.",
    ]),
    ("roles:\n  RM: {titel: x}\n", ["5:8 AP105 role RM has a field that does not exist: 'titel'. Did you mean title?"]),
    ("organisational_objectives:\n  9 x: y\n", ["5:3 AP107 organisational_objectives has the name '9 x', which cannot be an id. An id is a letter, then letters, digits or hyphens, at most 40 in all, such as OO9-x."]),
    ("review_every: often\n", ["4:15 AP107 review_every of the plan is 'often', which is not a length of time. Write it as 2 weeks or 1 month."]),
    ("extra: text\n", ["4:8 AP107 extra of the plan is 'text', where names and values are meant. Write one name: value on each line below it."]),
    ("onwer: RM\n", ["4:1 AP105 the plan has a field that does not exist: 'onwer'. Did you mean owner? It belongs in an action, a risk or a communication."]),
    ("onwer:\n", ["4:1 AP105 the plan has a field that does not exist: 'onwer'. Did you mean owner? It belongs in an action, a risk or a communication."]),
    ("format: 2\n", ["4:9 AP107 format is '2', which does not exist yet. Write format: 1, or leave it out."]),
]  # fmt: skip


@pytest.mark.parametrize(("added", "expected"), PLAN_SLIPS, ids=[added[-40:] for added, _ in PLAN_SLIPS])
def test_each_slip_in_a_plan_is_one_message(added: str, expected: list[str]) -> None:
    """Each mistake is one message: its place, what it concerns by its id, and what to write instead."""
    assert about_plan(added) == expected


@pytest.mark.parametrize(
    "added",
    [
        "actions:\n",
        "extra: {Cost: }\n",
        "lead: ~\n",
        "family: {intro: {en: x, pl: }}\n",
        "findings:\n  - id: F1\n    title: x\n    regulations:\n      - Regulation 12: Safe care and treatment\n",
        "findings:\n  - {id: F1, title: x, family: {publish: yes, found: 'x', measure: {text: x, before: 7}}}\n",
        "findings: {id: F1, title: x}\n",
        "format: 1\nversion: 1\n",
    ],
)
def test_what_is_allowed_is_not_answered(added: str) -> None:
    """Empty values, one pair read back as text, single values for lists and numbers as text are fine."""
    assert about_plan(added) == []


def test_names_of_the_program_are_no_fields() -> None:
    """What only the code calls a field, such as `origins` or `for_`, is unknown in a file."""
    assert [line.split(". ")[0] for line in about_plan("origins: x\nfor_: x\n")] == [
        "4:1 AP105 the plan has a field that does not exist: 'origins'",
        "5:1 AP105 the plan has a field that does not exist: 'for_'",
    ]


def test_a_service_written_in_place_is_answered_once() -> None:
    """A slip in the service's fields is one message, not one for each thing a service could be."""
    plan = "id: OAK\ntitle: Plan\nservice: {nmae: Oak}\n"
    assert about_plan("", plan) == [
        "3:11 AP105 service of the plan has a field that does not exist: 'nmae'. Did you mean name?"
    ]


def test_what_a_plan_needs() -> None:
    """A file with one field is told every other field that it needs."""
    assert [line.split(". ")[0] for line in about_plan("", "title: x\n")] == [
        "1:1 AP106 the plan has no id",
        "1:1 AP106 the plan has no service",
    ]


def test_a_plan_is_not_called_evidence() -> None:
    """`evidence/...` cites notes, so no plan can be called so, in any case."""
    (line,) = about_plan("", "id: Evidence\ntitle: x\nservice: oak\n")
    assert line.startswith("1:5 AP107 a plan cannot be called Evidence")


def test_one_id_for_two_things() -> None:
    """Ids are told apart without regard to case over all lists of a plan; sources have a space of their own."""
    added = """\
    sources: [{id: F1, kind: own, title: x}]
    findings: [{id: F1, title: x}]
    milestones: [{id: f1, title: x, due: 2026-01-01}]
    """
    assert about_plan(added) == [
        (
            "6:19 AP108 the id f1 is used a second time: it is that of finding F1 at oak.yaml:5:17, written F1. "
            "Give one of them a new id; an id is never used again for another thing."
        )
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("name: Oakfield\n", []),
        ("id: oakfield\nname: Oakfield\n", []),
        ("id: oak\nname: Oakfield\n", ["1:5 AP107 id of the service is 'oak', and the file is called oakfield"]),
        ("name: Oak\nplaces: 40 beds\n", ["2:9 AP107 places of the service is '40 beds', which is not a number"]),
        ("name: Oak\ncqc_location: 12\n", ["2:15 AP107 cqc_location of the service is '12', which is not a number that CQC gives"]),
        ("name: Oak\nkind: nursing\n", ["2:7 AP107 kind of the service is 'nursing', which it cannot be"]),
        ("name: Oak\nlanguages: en\n", ["2:1 AP105 the service has a field that does not exist: 'languages'"]),
        ("id: oakfield\n", ["1:1 AP106 the service has no name"]),
    ],
)  # fmt: skip
def test_services(text: str, expected: list[str]) -> None:
    """A service's id is the name of its file; its fields are answered as a plan's are."""
    assert [line.split(". ")[0] for line in about_service(text)] == expected


NOTE = "---\ntitle: Audit\ndate: 2026-01-01\nsupports: OAK/A1\n---\nIt went well.\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NOTE, []),
        (NOTE.replace("\n", "\r\n"), []),
        ("\ufeff" + NOTE.replace("---\n", "---  \n").rstrip(), []),
        ("It went well.\n", ["1:1 AP114 the note does not begin with front matter"]),
        ("", ["1:1 AP114 the note does not begin with front matter"]),
        ("---\ntitle: Audit\n", ["1:1 AP114 the front matter is not closed"]),
        ("---\n\n# nothing\n---\nIt went well.\n", ["1:1 AP114 the front matter is empty"]),
        (NOTE.replace("date: 2026-01-01\n", ""), ["2:1 AP106 the note has no date"]),
        (NOTE.replace("2026-01-01", ""), ["3:6 AP106 date of the note is empty"]),
        (NOTE.replace("OAK/A1", "[]"), ["4:11 AP106 supports of the note is empty"]),
        (NOTE.replace("supports: OAK/A1\n", ""), ["2:1 AP106 the note has no supports"]),
        (NOTE.replace("title", "body: x\nbody_line: 1\ntitle"), ["2:1 AP105 a note has no field body", "3:1 AP105 a note has no field body_line"]),
        (NOTE.replace("title: Audit", "title: Audit: one"), ["2:13 AP101 a colon and a space stand inside a text that is not in quotes"]),
        (NOTE.replace("OAK/A1", "OAK/A1\ntype: audits"), ["5:7 AP107 type of the note is 'audits', which it cannot be"]),
    ],
)  # fmt: skip
def test_notes(text: str, expected: list[str]) -> None:
    """Front matter is told apart from the account, and its lines are those of the file."""
    assert [line.split(". ")[0] for line in about_note(text)] == expected


def test_a_file_name_that_gives_no_id() -> None:
    """A note whose file begins with a digit has no id by default, and is told which to write."""
    (line,) = about_note(NOTE, "evidence/2026-03-audit.md")
    assert line == (
        "2:1 AP107 the file's name gives the note no id: '2026-03-audit' cannot be one. Write one, such as id: E-2026-03-audit."
    )


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ('roles: {RM: ""}\n', "4:9 AP106 role RM has no title. Write RM: what the role is called."),
        ("roles: {RM: x, rm: y}\n", ("4:16 AP108 the id rm is used a second time: it is that of role RM at oak.yaml:4:9, written RM. "
         "Keep one spelling, here and wherever it is cited: codes are matched without regard to case.")),
    ],
)  # fmt: skip
def test_codes_that_nobody_could_cite(added: str, said: str) -> None:
    """A code without a role, and one in two spellings, of which only one would be found."""
    (line,) = about_plan(f"{added}lead: RM\n")
    assert line.startswith(said)


@pytest.mark.parametrize(
    ("number", "is_one"), [("12345", False), ("1-123456789", True), ("RRK", True), ("8HQ01", True)]
)
def test_numbers_that_cqc_gives(number: str, *, is_one: bool) -> None:
    """A code of a trust holds a letter; figures alone are no number of CQC's."""
    assert (about_service(f"name: Oak\ncqc_location: {number}\n") == []) == is_one


def test_places_are_whole_figures() -> None:
    """The example is one that could stand there."""
    (line,) = about_service("name: Oak\nplaces: many\n")
    assert line.endswith("Write figures, such as 92.")
