"""What an author may paste or type by mistake: the topic is held back, and the words stand nowhere."""

import pytest

from action_plans.model.problem import Code, Severity
from tests.family.family_projects import TOPIC_PAGE, codes, edition, page
from tests.family.leaking_projects import FOUND, a_full_home

PASTED = {
    "the finding's own words": "Warfarin was given twice to the same resident here.",
    "in capitals": FOUND.upper(),
    "with soft hyphens": "War\u00adfarin was given twice to the same res\u00adident here.",
    "with no-break spaces": FOUND.replace(" ", "\u00a0"),
    "with blanks of no width": "War\u200bfarin was given twice to the same resident here.",
    "a risk": "Night staff may resign over the new shift pattern.",
    "a note": "Six charts had gaps on the night of Easter.",
    "an update": "The agency sent nobody who had been trained.",
    "a label of an old sheet": "Discuss with the union before the end of it.",
    "an action's title": "Watch each nurse on a whole medicines round.",
}
TYPED = {
    "a reference": ("Please look at A1 again.", Code.INTERNAL_WORDS),
    "a reference in small letters": ("Please look at a1 again.", Code.INTERNAL_WORDS),
    "a reference with its plan": ("Please look at OAK/F1 again.", Code.INTERNAL_WORDS),
    "a reference cut by nothing seen": ("Please look at A\u200b1 again.", Code.INTERNAL_WORDS),
    "a role's code": ("Please ask the RM about it.", Code.INTERNAL_WORDS),
    "a person's name": ("Please ask Janet about it.", Code.INTERNAL_WORDS),
    "a surname in capitals": ("Please ask OKAFOR about it.", Code.INTERNAL_WORDS),
    "a role's mailbox": ("Please write to janet@example.org about it.", Code.INTERNAL_WORDS),
    "an attachment": ("It is in rounds-scored.csv now.", Code.INTERNAL_WORDS),
    "a note's file": ("It is in charts-april.md now.", Code.INTERNAL_WORDS),
    "an NHS number": ("Her number is 943 476 5919 now.", Code.PRIVATE),
    "an NHS number with other blanks": ("Her number is 943\u00a0476\u00a05919 now.", Code.PRIVATE),
    "an NHS number with full stops": ("Her number is 943.476.5919 now.", Code.PRIVATE),
    "an NHS number with hyphens": ("Her number is 943\u2011476\u20115919 now.", Code.PRIVATE),
    "an NHS number in other groups": ("Her number is 94 347 65919 now.", Code.PRIVATE),
    "a telephone number": ("Call 01632 960999 to ask.", Code.PRIVATE),
    "a telephone number with dashes": ("Call 01632\u2013960\u2013999 to ask.", Code.PRIVATE),
    "a postcode": ("We live at AB1 2CD now.", Code.PRIVATE),
    "a room": ("The bell in room 14 did not ring.", Code.PRIVATE),
    "a room in words": ("The bell in room fourteen did not ring.", Code.PRIVATE),
    "a bed": ("The bell at bed 3 did not ring.", Code.PRIVATE),
    "a date of birth": ("She was born on 3 May 1931.", Code.PRIVATE),
    "a date long ago": ("It is for 3 May 1931 on the chart.", Code.PRIVATE),
    "a date in figures": ("It is for 03/05/31 on the chart.", Code.PRIVATE),
    "a title and a name": ("We told Mrs Green about it.", Code.PRIVATE),
    "initials": ("We told J.O. about it.", Code.PRIVATE),
    "a letter for a person": ("We told resident B about it.", Code.PRIVATE),
    "few people": ("Two residents missed a dose.", Code.PRIVATE),
    "one man": ("One man missed a dose.", Code.PRIVATE),
    "a couple of people": ("A couple of residents missed a dose.", Code.PRIVATE),
    "an age": ("A person aged 91 fell.", Code.PRIVATE),
    "a web address": ("See https://git.example.org/care/oak for it.", Code.PRIVATE),
    "a fingerprint": (f"It is {'0af3' * 10} now.", Code.PRIVATE),
}


@pytest.mark.parametrize("words", PASTED.values(), ids=list(PASTED))
def test_pasted_words_hold_a_topic_back(words: str) -> None:
    """Seven words that stand in an internal text too, however they are disguised, are a gap, and stand nowhere."""
    built = edition(a_full_home({"why": words}))
    assert Code.SHARED_WORDS in codes(built)
    shared = next(problem for problem in built.problems if problem.code is Code.SHARED_WORDS)
    assert shared.item == "OAK/F1"
    assert "so does an internal text at" in shared.message
    assert TOPIC_PAGE not in built.files
    assert not any(words.encode() in content for content in built.files.values())


@pytest.mark.parametrize(("words", "code"), TYPED.values(), ids=list(TYPED))
def test_typed_words_hold_a_topic_back(words: str, code: Code) -> None:
    """A reference, a code, a name or a number of a person is a gap that says what to do, and stands nowhere."""
    built = edition(a_full_home({"why": words}))
    found = [problem for problem in built.problems if problem.code is code]
    assert found
    assert all("`why` of topic OAK/F1" in problem.message and problem.hint for problem in found)
    assert all(problem.severity is Severity.GAP for problem in built.problems)
    assert TOPIC_PAGE not in built.files
    assert not any(words.encode() in content for content in built.files.values())


@pytest.mark.parametrize(
    "told",
    [
        {"intro": "Ask Janet Okafor about it."},
        {"intro": "Ask JanetOkafor about it."},
        {"apology_by": "Janet Okafor"},
        {"you_said": [{"said": "The soup in room 14 is cold.", "did": "We warm the plates."}]},
        {"you_said": [{"said": "The soup is cold.", "did": "We spoke to the RM about it."}]},
        {"left_out": "We left out F2 for now."},
        {"next": {"en": "No one has to move.", "pl": "Zob. A1 i Janet Okafor."}},
    ],
    ids=str,
)
def test_a_leak_in_a_plans_own_words_holds_them_back(told: dict[str, object]) -> None:
    """In what is said for a whole plan, in any language, a leak keeps all of that prose; facts and topics stay."""
    built = edition(a_full_home(told=told))
    assert {problem.item for problem in built.problems} == {"OAK"}
    assert set(codes(built)) <= {Code.INTERNAL_WORDS, Code.PRIVATE, Code.FAMILY_TEXT, Code.HARD_WORDS}
    assert TOPIC_PAGE in built.files
    assert "01632 960101" in page(built)
    assert "This site tells you what it found." not in page(built)
