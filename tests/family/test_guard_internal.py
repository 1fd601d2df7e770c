"""What is internal of a portfolio: every text but those for families, and every id, code, name and file."""

from action_plans.family.guards.internal_words import (
    CODE,
    CONTACT,
    FILE,
    NAME,
    REFERENCE,
    STEM,
    InternalText,
    InternalWords,
)
from action_plans.model.origin import Origin
from action_plans.model.portfolio import Portfolio
from action_plans.tracing.tracer import trace
from tests.builders import TODAY, a_note
from tests.family.family_projects import TOPIC, a_home
from tests.family.leaking_projects import a_full_home


def test_every_id_code_name_and_file_is_a_mark() -> None:
    """Of plans, roles, actions, evidence, notes and what is attached to them; the id of a service is none."""
    assert dict(InternalWords(a_full_home()).marks) == {
        **dict.fromkeys(("OAK", "CQC26", "F1", "F2", "A1", "A2", "R9", "E1"), REFERENCE),
        **dict.fromkeys(("RM", "DM"), CODE),
        **dict.fromkeys(("Janet Okafor", "Janet", "Okafor"), NAME),
        "janet@example.org": CONTACT,
        **dict.fromkeys(("oak.yaml", "charts-april.md", "rounds-scored.csv"), FILE),
        **dict.fromkeys(("oak", "charts-april", "rounds-scored"), STEM),
    }


def test_names_of_roles_are_taken_apart() -> None:
    """Parts of three letters and more that are no title; a code of digits alone is no mark; goals have names too."""
    roles = {
        "RM": {"title": "Registered manager", "name": "Dr Ana O'Hara-Lee"},
        "DM": {"title": "Deputy", "name": "Lo \N{LATIN CAPITAL LETTER Z WITH CARON}ak"},
        "QL": {"title": "Lead", "name": "Sister Ines O\N{RIGHT SINGLE QUOTATION MARK}Dea"},
        "42": "The board",
    }
    marks = InternalWords(a_home(roles=roles, organisational_objectives={"GOAL1": "Safe care"})).marks
    names = [mark for mark, what in marks.items() if what == NAME]
    assert names == [
        *("Dr Ana O'Hara-Lee", "Ana", "O'Hara-Lee"),
        *("Lo \N{LATIN CAPITAL LETTER Z WITH CARON}ak", "\N{LATIN CAPITAL LETTER Z WITH CARON}ak"),
        *("Sister Ines O\N{RIGHT SINGLE QUOTATION MARK}Dea", "Ines", "O\N{RIGHT SINGLE QUOTATION MARK}Dea"),
    ]
    assert [mark for mark, what in marks.items() if what == CODE] == ["RM", "DM", "QL"]
    assert marks["GOAL1"] == REFERENCE


def test_what_comes_from_no_file_has_no_file() -> None:
    """A note that was made in a program has no path, and leaves no mark of one."""
    note = a_note(path="", body="Six charts had gaps.")
    marks = InternalWords(trace(Portfolio((), (), None, (note,)), TODAY)).marks
    assert {FILE, STEM}.isdisjoint(marks.values())


def test_every_text_is_internal_but_what_is_written_for_families() -> None:
    """Titles are told from other texts; choices and dates are no words; each says where it stands."""
    plan, note = InternalWords(a_full_home()).texts()
    titles = [text.text for text in plan if text.is_title]
    assert titles == [
        *("Improvement plan", "Assessment report", "Registered manager", "Deputy manager"),
        *("Medicines were not counted", "Bells were not answered", "Watch each nurse on a whole medicines round"),
        *("Scores of the rounds", "Sack the agency", "Night staff may resign over the new shift pattern"),
    ]
    others = {text.text for text in plan if not text.is_title}
    assert {
        *("Discuss with the union before the end of June", "Locked drawer in the clinic room"),
        *("Two nurses skipped the second signature", "The agency sent nobody who had been trained"),
        *("Janet Okafor", "Oakfield House", "One woman was taken to hospital for two nights"),
    } <= others
    assert others.isdisjoint({*TOPIC.values(), "assessment", "requires-improvement", "2026-03-20", "true"})
    assert [text.text for text in note if not text.is_title][-2] == "Six charts had gaps on the night of Easter Sunday."
    assert all(text.text for text in plan)
    assert plan[0].origin.path == "plans/oak.yaml"


def test_words_that_an_answer_frees_are_not_internal_for_being_quoted() -> None:
    """They are quoted from the words for families; why they are freed is internal, and so are words elsewhere."""
    answer = {"code": "AP403", "item": "F1", "words": "room 2 at the library", "because": "It is the library's room."}
    (plan,) = InternalWords(a_home(accepted=[answer])).texts()
    texts = {text.text for text in plan}
    assert "It is the library's room." in texts
    assert "room 2 at the library" not in texts


def test_a_text_is_no_title_unless_it_is_said() -> None:
    """And it tells where it stands when it is asked."""
    text = InternalText("Sack the agency", lambda: Origin("plans/oak.yaml", 7))
    assert not text.is_title
    assert text.origin == Origin("plans/oak.yaml", 7)
