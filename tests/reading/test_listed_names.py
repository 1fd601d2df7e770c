"""A list where names and values are meant is answered with what can be pasted, and nothing in it becomes a name."""

import pytest

from tests.reading.small_files import about_plan

EACH = "Write each on a line of its own, without - before it: "
ACTION = "actions: {id: A1, title: x, owner: RM, due: 2026-03-01, @}\n"
MEASURE = "measures: {id: M1, title: x, @}\n"
SOURCE = "sources: {id: R1, kind: inspection, title: Report, @}\n"


@pytest.mark.parametrize(
    ("roles", "meant"),
    [
        ("[Registered manager, Deputy manager]", "RM: Registered manager"),
        ("[RM - Registered manager]", "RM: Registered manager"),
        ("[RM = Registered manager]", "RM: Registered manager"),
        ("[Registered manager (RM)]", "RM: Registered manager"),
        ("[Head of care]", "HC: Head of care"),
        ("[Manager]", "M: Manager"),
        ("[Jane Smith]", "RM: Registered manager"),
        ('["Jane Smith, Deputy manager"]', "RM: Registered manager"),
        ("[{title: Registered manager, name: Jane}]", "RM: {title: Registered manager, name: Jane}"),
        ("[{code: DM, title: Deputy manager, name: Jane}]", "DM: {title: Deputy manager, name: Jane}"),
    ],
)
def test_a_title_keeps_its_words(roles: str, meant: str) -> None:
    """The first letters are the code; a person's name is none, nor the first word of a title."""
    (line,) = about_plan(f"roles: {roles}\n")
    assert line.endswith(EACH + meant)
    assert about_plan(f"roles:\n  {meant}\n") == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("[Every person gets the right care, More]", "OO1: Every person gets the right care"),
        ("[OO2 Every person]", "OO2: Every person"),
        ("[{OO3: Every person}]", "OO3: Every person"),
    ],
)
def test_an_objective_of_the_organisation_gets_an_id(written: str, meant: str) -> None:
    """The sentence stays whole."""
    (line,) = about_plan(f"organisational_objectives: {written}\n")
    assert line.endswith(EACH + meant)
    assert about_plan(f"organisational_objectives:\n  {meant}\n") == []


@pytest.mark.parametrize(
    ("plan", "written", "meant"),
    [
        (ACTION, "resources: [Two hours a week]", "resources: {needed: Two hours a week}"),
        (MEASURE, "baseline: [81, 2026-02-05]", "baseline: {value: 81, date: 2026-02-05}"),
        (MEASURE, 'baseline: [81, "CQC, report"]', 'baseline: {value: 81, source: "CQC, report"}'),
        (ACTION, "stopped: [2026-01-01, Replaced]", "stopped: {date: 2026-01-01, because: Replaced}"),
        (SOURCE, "ratings: [good]", "ratings: {overall: good}"),
    ],
)
def test_values_are_put_to_the_fields_that_take_them(plan: str, written: str, meant: str) -> None:
    """Where only one field takes each of them."""
    (line,) = about_plan(plan.replace("@", written))
    assert line.endswith(f"Write each with its name: {meant}")
    assert about_plan(plan.replace("@", meant)) == []


@pytest.mark.parametrize(
    ("plan", "written", "said"),
    [
        (ACTION, "resources: [Two hours, One hour]", "one on each line, without - before them: needed, available."),
        (MEASURE, "baseline: [81, 82]", "one on each line, without - before them: value, date, source."),
        (ACTION, "stopped: [Replaced]", "without - before them: date, by, because, instead."),
        (MEASURE, "baseline: [{value: 81, date: 2026-01-01}]", f"{EACH}value: 81"),
        (MEASURE, "baseline: [{value: 81}, {value: 82}]", "without - before it or [ ] around it: value, date, source."),
        (SOURCE, "ratings: [{overall: good}, {safe: good}]", f"{EACH}overall: good"),
        ("extra: [@]\n", "Cost 500", f"{EACH}label: Cost 500"),
    ],
)
def test_what_could_be_either_is_not_guessed(plan: str, written: str, said: str) -> None:
    """Two figures are not a value and a date: the fields that there are, are named."""
    (line,) = about_plan(plan.replace("@", written))
    assert line.endswith(said)


@pytest.mark.parametrize(
    ("plan", "others"),
    [
        ("actions: {id: A1, title: x, due: 2026-03-01, owner: [RM, DM]}\n", "helpers"),
        ("risks: {id: R1, title: x, owner: [RM, DM]}\n", "note"),
    ],
)
def test_the_other_owners_go_where_there_is_a_field_for_them(plan: str, others: str) -> None:
    """A risk has no helpers."""
    (line,) = about_plan(plan)
    assert line.endswith(f"One role answers for it: keep one, and put the others in {others}.")
