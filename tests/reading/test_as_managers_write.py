"""What managers write, from minutes, spreadsheets and e-mails, is answered with the line to write instead."""

import pytest

from action_plans.reading.plan_files import read_plan_text
from tests.reading.small_files import about_plan, about_yaml

ACTION = "actions:\n  - id: A3\n    title: Doors\n    owner: RM\n    due: 2026-03-01\n"
NBSP, ZWSP = "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}"


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("24-Apr-27", "Write 2027-04-24."),
        ("24 Apr 27", "Write 2027-04-24."),
        ("April 24, 2027", "Write 2027-04-24."),
        ("24th of April 2027", "Write 2027-04-24."),
        ("Saturday 24 April 2027", "Write 2027-04-24."),
        ("by 24 April 2027", "Write 2027-04-24."),
        ("24 Aprl 2027", "Write 2027-04-24."),
        ("31-03-2027", "Write 2027-03-31."),
        ("31.3.27", "Write 2027-03-31."),
        ("03/31/2027", "Write 2027-03-31."),
        ("2027/03/31", "Write 2027-03-31."),
        ("31032027", "Write 2027-03-31."),
        ("01/03/2027", "It can be read in two ways; if the day comes first, write 2027-03-01."),
        ("46112", "It is a spreadsheet's number for a day: write 2026-03-31."),
        ("2027-03-31 09:00", "A date has no time: write 2027-03-31."),
        ("2027-03-31T09:00:00Z", "A date has no time: write 2027-03-31."),
        ("31 March 2027 at 9:00", "A date has no time: write 31 March 2027."),
        ("end of March 2027", "Write March 2027."),
        ("Q3 2026", "Write the last month of the quarter: September 2026."),
        ("Mar-27", "Write March 2027 for the month, or 27 March and the year in four figures."),
        ("24 April", "Add the year: 24 April, and the year in four figures."),
        ("March", "Add the year: March, and the year in four figures."),
        ("2027", "A year alone is no date: write its month too, such as December 2027."),
        ("31 February 2027", "There is no such day in the calendar."),
        ("TBC", "Agree a day and write it: what has no day is not done."),
        ("ASAP", "Agree a day and write it: what has no day is not done."),
        ("Ongoing", "Write the day on which it will be seen whether it works;"),
        ("2027\N{NON-BREAKING HYPHEN}03\N{NON-BREAKING HYPHEN}31", "Character 5 is a non-breaking hyphen (U+2011)"),
        ("2027\N{EN DASH}03\N{EN DASH}31", "not an ordinary -: type it again. Write 2027-03-31."),
        (f'"2027-03-31{ZWSP}"', "Character 11 is a zero width space (U+200B), which cannot be seen: delete it."),
        ("31 / 03 / 2027", "Write 2027-03-31."),
        ("20270331", "Write 2027-03-31."),
        ("24/04/27 14:00", "A date has no time. Write 2027-04-24."),
        ("31\N{EN DASH}Mar\N{EN DASH}2027", "type it again. Write 2027-03-31."),
        ("03/2027", "Write March 2027."),
        ("2027/3", "Write March 2027."),
        ("3/27", "Write March 2027."),
        ("31/3", "Add the year: 31 March, and the year in four figures."),
        ("by 31/03/2027", "Write 2027-03-31."),
        ("w/c 05/04/2027", "if the day comes first, write 2027-04-05."),
        ("31/03/2027 (extended)", "Write 2027-03-31."),
        ("2027-03-31;", "Write 2027-03-31."),
        ("2027-03-31 to 2027-04-30", "One day is meant: write 2027-03-31 or 2027-04-30."),
        ("from 1 to 5 March 2027", "One day is meant: write 1 March 2027 or 5 March 2027."),
        ("Summer 2027", "Write a day or a month, such as August 2027."),
        ("Q4 2026/27", "Write the last month of the quarter: March 2027."),
        ("within 3 months", "Count from the day on which it was agreed, and write the day on which it ends."),
        ("next month", "Agree a day and write it: what has no day is not done."),
        ("to be confirmed", "Agree a day and write it: what has no day is not done."),
        ("on going", "Write the day on which it will be seen whether it works;"),
        ("Quarterly", "Write the day on which it will be seen whether it works;"),
        ("Completed", "This says how it stands, not when: write the day."),
        ("Done", "says in closed_on when it was done."),
        ("Mrach 2027", "Write March 2027."),
        ("99/9999", "There is no such day in the calendar."),
        ("soon", "Write it as 2026-03-01 or 1 March 2026, or a month as March 2026."),
        ("9" * 5_000, "Write it as 2026-03-01 or 1 March 2026, or a month as March 2026."),
    ],
)
def test_a_date_is_answered_with_the_line_to_paste(written: str, hint: str) -> None:
    """Whatever calendar, spreadsheet or minute it comes from, the day is written back wherever it can be known."""
    (line,) = about_plan(ACTION.replace("2026-03-01", written))
    assert line.startswith("8:10 AP107 due of action A3 is ")
    assert hint in line


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("By Whom", "It says what owner says, which is written already: keep one of the two."),
        ("Lead", "It says what owner says, which is written already: keep one of the two."),
        ("Responsible Person(s)", "It says what owner says, which is written already"),
        ("Target Date (dd/mm/yy)", "It says what due says, which is written already"),
        ("Update June 2026", "Did you mean updates?"),
        ("Evidence / Assurance", "Did you mean checks?"),
        ("Lessons learnt", "Did you mean lessons?"),
        ("dateCompleted", "Did you mean closed_on?"),
        ("KLOE", "It belongs to the finding that the action is for: write it there, and for: F1 here."),
        ("Theme", "Write extra: {Theme: ..}"),
        ("Status/RAG", "Colours mean different things: write progress: on-track, at-risk or off-track."),
        ("Comments", "News goes into updates, each with date, by and text; what has no day goes into note."),
        ("RAG", "Colours mean different things: write progress: on-track, at-risk or off-track."),
        ("Success criteria", "Did you mean done_when?"),
        ("Date completed", "Did you mean closed_on?"),
        ("Start date", "Did you mean started?"),
        ("Issue", "Did you mean for?"),
        ("File", "Write it as a line of evidence, with kept, or as a note in evidence/ with attachments."),
        ("Wibble", "What has no field goes under extra, with a label. Write extra: {Wibble: ..}."),
        ("'% rooms'", 'Write extra: {"% rooms": ..}.'),
        (f"done{ZWSP}_when", "Character 5 is a zero width space (U+200B), which cannot be seen: delete it."),
        ("d\N{CYRILLIC SMALL LETTER O}ne_when", "Character 2 is a Cyrillic small letter o (U+043E)"),
    ],
)
def test_a_heading_of_a_spreadsheet_is_answered_with_its_field(name: str, hint: str) -> None:
    """Names of columns are known; what has no field of its own is told where it goes."""
    (line,) = [one for one in about_plan(ACTION + f"    {name}: words\n") if "9:5 AP105" in one]
    assert hint in line


@pytest.mark.parametrize("name", ["Owner/Lead", "Named Person", "Person(s) responsible", "byWhom", "Resp."])
def test_a_heading_in_other_words_stands_for_what_is_needed(name: str) -> None:
    """Brackets, strokes and run-together words hide no owner: nothing is called missing besides."""
    (line,) = about_plan(ACTION.replace("owner", name))
    assert line.endswith("Did you mean owner?")


def test_another_name_for_a_needed_field_is_one_problem() -> None:
    """`By Whom` and `By When` are the owner and the due date: nothing is called missing besides."""
    said = about_plan(ACTION.replace("owner", "By Whom").replace("due", "By When"))
    assert [line.split(": ")[1] for line in said] == [
        "'By Whom'. Did you mean owner?",
        "'By When'. Did you mean due?",
    ]


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("ratings: {score: 68}", "Scores are not kept: write the words, such as overall: good,"),
        ("ratings: {overall: 68}", "Scores are not kept: write the word."),
        ("ratings: Good", "Write ratings: {overall: good}"),
        ("ratings: {overall: RI}", "Write requires-improvement."),
    ],
)
def test_ratings_are_words(added: str, said: str) -> None:
    """A score, a word alone and an abbreviation are told how ratings are written."""
    (line,) = about_plan(f"sources: {{id: R1, kind: inspection, title: Report, {added}}}\n")
    assert said in line


@pytest.mark.parametrize(
    ("roles", "example"),
    [
        ("[RM, DM]", "RM: ..."),
        ("\n  - RM: Registered manager", "RM: Registered manager"),
        ("\n  - {code: RM, title: Registered manager}", "RM: Registered manager"),
        ("\n  - RM Registered manager", "RM: Registered manager"),
        ("[[RM Registered manager], DM]", "RM: Registered manager"),
        ("[[], DM]", "name: value"),
    ],
)
def test_roles_as_a_list_are_told_how_they_are_written(roles: str, example: str) -> None:
    """However the list was written, its first item is written back as a role."""
    (line,) = about_plan(f"roles: {roles}\n")
    assert line.endswith(f"Write each on a line of its own, without - before it: {example}")


def test_a_role_code_that_nobody_can_cite_is_named() -> None:
    """A Cyrillic letter in the code of a role looks right and is found by nobody."""
    (line,) = about_plan("roles: {R\N{CYRILLIC CAPITAL LETTER EM}: Registered manager}\n")
    assert line.startswith("4:9 AP107 the code of a role cannot be")
    assert "Character 2 is a Cyrillic capital letter em (U+041C), not an ordinary M" in line


@pytest.mark.parametrize(
    ("text", "place", "said"),
    [
        (f"a: b\nowner:{NBSP}RM\n", "2:7", "a no-break space (U+00A0) stands here, where an ordinary space is meant."),
        (f"a:\n  -{NBSP}b: c\n    d: e\n", "2:4", "a no-break space (U+00A0) stands here"),
        (f"a: b\n  {ZWSP}c: d\n", "2:3", "a zero width space (U+200B) stands here, where nothing is meant."),
        ("a: b\nowner\N{FULLWIDTH COLON} RM\n", "2:6", "a fullwidth colon (U+FF1A) stands here"),
        ("a:\n  \N{BULLET} b: c\n    d: e\n", "2:3", "this line begins with \N{BULLET}, where a list has -."),
        ("a:\n  \N{EN DASH} b: c\n    d: e\n", "2:3", "this line begins with \N{EN DASH}, where a list has -."),
        ("a:\n  * b: c\n    d: e\n", "2:3", "this line begins with *, where a list has -."),
        (
            ACTION.replace("    owner", "owner"),
            "4:1",
            "this line begins in column 1, and the fields around it in column 5",
        ),
        (
            "a:\n  - b: c\nd: e\n    f: g\n",
            "3:1",
            "this line begins in column 1, and the fields around it in column 5.",
        ),
        ("a: b\nA2\tFix bells\tDM\t01/05/2026\n", "2:1", "this looks like a row of a spreadsheet."),
        ("Ref\tAction\tOwner\nA1\tBells\tRM\n", "1:1", "this looks like a row of a spreadsheet, where fields"),
        ("Ref,Action,Owner\nA1,Bells,RM\n", "1:1", "this looks like a row of a spreadsheet, where fields"),
    ],
)
def test_what_comes_with_a_paste_is_named_where_it_stands(text: str, place: str, said: str) -> None:
    """Spaces that are none, marks of other lists, a field at the margin, a row: line, column and what it is."""
    (line,) = about_yaml(text)
    assert line.startswith(place)
    assert said in line


@pytest.mark.parametrize("odd", [NBSP, ZWSP])
def test_a_space_that_is_none_at_the_margin_is_named(odd: str) -> None:
    """It makes a name of its own of the field's, which is then unknown."""
    (line,) = about_plan(f"{odd}{odd}checker: RM\n")
    assert line.startswith("4:1 AP105 the plan has a field that does not exist")
    assert "Character 1 is a " in line


def test_a_space_that_is_none_inside_braces_is_named() -> None:
    """No parser stumbles over it, and the value is lost."""
    lines = about_plan(f"findings:\n  - {{id: F1, title:{NBSP}Bells}}\n")
    assert any("Character 7 is a no-break space (U+00A0), not an ordinary space" in line for line in lines)


@pytest.mark.parametrize("text", [f"title: Mrs{NBSP}Jones waited\n", "note: |\n  \N{BULLET} one\n  \N{BULLET} two\n"])
def test_the_same_characters_in_a_text_are_left_alone(text: str) -> None:
    """In words they are words."""
    assert about_yaml(text) == []


def test_an_owner_as_a_list_is_told_where_the_others_go() -> None:
    """One answers for it, the others help."""
    (line,) = about_plan(ACTION.replace("owner: RM", "owner: [RM, DM]"))
    assert line.endswith("One role answers for it: keep one, and put the others in helpers.")


@pytest.mark.parametrize(
    ("added", "hint"),
    [
        ("key_questions: 'Safe, Effective'", "Write several as a list: key_questions: [safe, effective]."),
        ("key_questions: Safe and well led", "Write several as a list: key_questions: [safe, well-led]."),
        ("source: 'R1, R2'", "Write several as a list: source: [R1, R2]."),
        ("evidence: {title: Audit, file: a.pdf}", "Say in kept where it is; to publish a file, write a note"),
    ],
)
def test_several_values_in_one_text_are_written_as_a_list(added: str, hint: str) -> None:
    """Words of a closed list and ids of sources likewise; a file on a line of evidence is told where it goes."""
    (line,) = about_plan(f"findings:\n  - {{id: F1, title: Bells, {added}}}\n")
    assert hint in line


@pytest.mark.parametrize("name", ["CON", "aux", "Lpt1"])
def test_an_id_that_windows_keeps_is_refused(name: str) -> None:
    """No file can be called so, and each thing has one."""
    (line,) = about_plan(f"findings:\n  - {{id: {name}, title: Bells}}\n")
    assert f"is '{name}', which cannot be an id: Windows keeps this name for itself. Add something to it" in line


@pytest.mark.parametrize(
    ("added", "hint"),
    [
        ("findings: {id: F1, title: Bells, kind: High}", "How urgent it is stands at the action, as priority;"),
        ("findings: {id: F1, title: Bells, kind: Must do}", "Write kind: must."),
        ("sources: {id: R1, kind: CQC report, title: Report}", "Write kind: inspection, or assessment."),
        ("sources: {id: R1, kind: Local Authority, title: Report}", "Write kind: contract-monitoring."),
        (ACTION + "    timescale: Immediate", "Write timescale: short-term."),
        (ACTION + "    evidence: {title: Rounds, type: Spot check}", "Write type: audit."),
        (ACTION + "    evidence: {title: Rounds, type: Certificates}", "Write type: training-record."),
        (ACTION + "    status: Delivered", "Write status: closed, and the day in closed_on."),
        (ACTION + "    progress: In Progress", "Write progress: on-track."),
        (ACTION + "    progress: Amber", "Write progress: at-risk."),
    ],
)
def test_other_words_for_a_closed_list_are_answered_with_the_value(added: str, hint: str) -> None:
    """Words of reports, sheets and minutes name the value and the field that is meant."""
    (line,) = about_plan(f"{added}\n")
    assert hint in line


@pytest.mark.parametrize("written", ["confidential", "Private", "restricted"])
def test_other_words_for_what_is_not_shown(written: str) -> None:
    """What is kept until asked for is `on-request`."""
    (line,) = about_plan(ACTION + f"    evidence: {{title: Rounds, confidentiality: {written}}}\n")
    assert "Write confidentiality: on-request." in line


def test_a_milestone_of_another_plan_is_no_slip_in_an_id() -> None:
    """A milestone is one of the same plan."""
    (line,) = about_plan(ACTION + "    milestone: ELM/MS1\n")
    assert line.endswith("A milestone is one of the same plan: write its id alone, such as MS1.")


def test_a_blank_text_is_not_said_to_be_needed() -> None:
    """A field that can be left out can be left out."""
    (line,) = about_plan('findings: {id: F1, title: Bells, keeping_safe: " "}\n')
    assert line.endswith("AP107 keeping_safe of findings F1 is empty. Write a value, or leave the field out.")


def test_the_file_of_the_provider_in_another_folder_is_one_message() -> None:
    """It is no plan that lacks everything, and says where it lies."""
    (problem,) = read_plan_text(b"name: Fieldway\nroles: {OD: Director}\n", "plans/sub/provider.yaml").problems
    assert (problem.code.value, problem.hint.split(";")[0]) == ("AP207", "Move it right into the folder of plans")


def test_a_field_in_other_letters_is_read_all_the_same() -> None:
    """`Actions` and `Due` are one error each, and what stands in them is judged in the same run."""
    lines = about_plan(
        "Actions: [{id: A1, title: x, owner: RM, Due: soon}, {id: A2, Title: x, owner: RM, due: 2026-03}]"
    )
    assert [line.split(". ")[0].split(" ", 1)[1] for line in lines] == [
        "AP105 the plan has a field that does not exist: 'Actions'",
        "AP105 action A1 has a field that does not exist: 'Due'",
        "AP107 due of action A1 is 'soon', which is not a date",
        "AP105 action A2 has a field that does not exist: 'Title'",
    ]
