"""The plain-words gate passes plain texts and fails report texts, and says what to write instead."""

from pathlib import Path

import pytest

from action_plans.family.words.plain_words import PlainWords, page_hardness, score
from action_plans.family.words.sentence_splitting import readability, sentences, syllables
from action_plans.reading.portfolio_reader import read_portfolio

EXAMPLES = Path(__file__).parents[1] / "examples"
WORDS = PlainWords()
hardness = WORDS.hardness
PLAIN = (
    """We did not always help people in time at night. Some people rang their bell and no one came. That can be
    frightening. It is not how we want to care for you. We have four more staff at night now. They are our own staff,
    so you will know their faces. Please ring your bell whenever you need us. You are never a bother. If you wait too
    long, tell us in the morning. We want to know, and we will look into it.""",
    """The kitchen had not asked people what they like to eat. Some meals were cold. We have bought a trolley that keeps
    plates warm. The cook now comes to each floor every week and asks you about the food. You can choose from three
    meals each day. If you want to eat later, just say so. Your family can eat with you. We will ask everyone in June
    if the food is better, and we will tell you what they say.""",
    """Fire doors hold back smoke and give people time to get out. Six of our doors did not shut. We mended them in
    March. A man from the fire service came back to look at them. He was happy with what he saw. We push every door
    once a week to see that it shuts. Please do not hold a fire door open with a chair. If you find one that sticks,
    tell any member of staff. We will mend it on the same day.""",
)
REPORT = (
    """The provider had failed to ensure that medicines were administered in accordance with the prescriber's
    instructions. Systems and processes for the oversight of medicines optimisation were not operated effectively, and
    discrepancies identified through internal audits had not been escalated or acted upon in a timely manner. This
    placed people at an increased risk of avoidable harm and constituted a continued breach of Regulation 12.""",
    """Governance arrangements were not sufficiently robust to identify shortfalls in the quality of care provision.
    Whilst managers had implemented a comprehensive programme of improvement, this had not yet been embedded, and its
    effectiveness and sustainability could not be demonstrated at the time of the assessment. Staff reported that
    supervision was inconsistent and that competency assessments had not been undertaken for agency workers.""",
    """Care plans did not consistently contain sufficient person-centred information regarding individuals' mobility,
    continence and nutritional requirements. Risk assessments had not been reviewed following significant incidents,
    consequently staff did not have access to contemporaneous guidance to enable them to mitigate identified risks and
    to facilitate positive outcomes for service users with complex needs.""",
)


@pytest.mark.parametrize("text", PLAIN, ids=["nights", "food", "doors"])
def test_plain_texts_pass(text: str) -> None:
    """Nothing in a text that is written plainly holds it back, and its score is easy."""
    page = score([text])
    assert [found.what for found in hardness(text) if found.holds_back] == []
    assert page_hardness(page) == ()
    assert page.grade is not None
    assert page.grade < 5


@pytest.mark.parametrize("text", REPORT, ids=["medicines", "governance", "plans"])
def test_report_texts_fail(text: str) -> None:
    """A report's own words are held back sentence by sentence, each with the plain words, and as a page."""
    found = [each for each in hardness(text) if each.holds_back]
    page = score([text] * 2)
    assert len(found) >= 5
    assert all(each.instead and each.sentence for each in found)
    assert page.grade is not None
    assert page.grade > 10
    assert all(each.holds_back for each in page_hardness(page))


@pytest.mark.parametrize(
    ("text", "word", "plain"),
    [
        ("We give each medication on time.", "medication", "medicine"),
        ("Staff utilise the chart.", "utilise", "use"),
        ("This is about medicines optimisation.", "medicines optimisation", "using medicines well"),
        ("Our service users like it.", "service users", "person who uses the service"),
        ("We acted prior to the visit.", "prior to", "before"),
        ("We look at Safeguarding.", "Safeguarding", "keeping people safe from harm"),
    ],
)
def test_an_official_word_comes_with_the_plain_one(text: str, word: str, plain: str) -> None:
    """The report names the word as it was written and what to write in its place, once, the longest phrase first."""
    found = [each for each in hardness(text) if each.holds_back]
    assert [(each.word, plain in each.instead) for each in found] == [(word, True)]


def test_there_are_many_plain_words() -> None:
    """The list holds more than 250 official words and phrases, and no plain word on it is official itself."""
    assert len(set(WORDS.replacements.values())) > 250
    assert not [plain for plain in WORDS.replacements.values() if plain.casefold() in WORDS.replacements]


def test_explained_words_and_known_short_forms_pass() -> None:
    """What the service explains is let through, in the plural too; CQC, NHS, GP and UK need nothing."""
    assert [each.holds_back for each in hardness("CQC and the NHS asked your GP in the UK.")] == []
    assert hardness("We do two audits a week.", ["audit"]) == ()
    assert [each.word for each in hardness("We saw the MAR.")] == ["MAR"]
    assert hardness("We saw the MAR.", ["MAR"]) == ()


@pytest.mark.parametrize(("count", "levels"), [(20, []), (21, [False]), (25, [False]), (26, [True])])
def test_long_sentences(count: int, levels: list[bool]) -> None:
    """More than 20 words ask to be split, more than 25 hold the text back."""
    text = " ".join(["we"] * count) + "."
    assert [found.holds_back for found in hardness(text)] == levels


def test_the_passive_only_asks() -> None:
    """A sentence that does not say who does it is worth another look, and holds nothing back."""
    found = hardness("The doors were mended in March.")
    assert [(each.word, each.holds_back) for each in found] == [("were mended", False)]
    assert hardness("The doors are open and people need them.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ask Mrs. Green at 3.30 p.m. today. She knows.", ["Ask Mrs. Green at 3.30 p.m. today.", "She knows."]),
        ("We do this:\n- look at it\n- ask you", ["We do this:", "look at it", "ask you"]),
        ("# Food\nIt was cold", ["Food", "It was cold"]),
        ("We close at 5 p.m. You can ring at night.", ["We close at 5 p.m.", "You can ring at night."]),
        ("No. We did not look.", ["No.", "We did not look."]),
        ("See No. 5 on the list.", ["See No. 5 on the list."]),
        ("One line\ngoes on here.", ["One line goes on here."]),
        ("First\n\nSecond", ["First", "Second"]),
        ("Is it safe? Yes! It is.", ["Is it safe?", "Yes!", "It is."]),
        ("", []),
    ],
)
def test_sentences_end_where_readers_stop(text: str, expected: list[str]) -> None:
    """List items, headings and empty lines end a sentence; titles of people and times do not."""
    assert [sentence.text for sentence in sentences(text)] == expected


def test_a_sentence_knows_its_line() -> None:
    """The line in which a sentence begins is counted from 0."""
    assert [sentence.line for sentence in sentences("One here.\nTwo there.\n\n- Three")] == [0, 1, 3]


def test_short_texts_are_never_scored() -> None:
    """Fewer than 60 words, or fewer than three sentences, have no score."""
    assert score(["We will check every week."] * 11).grade is None
    assert score(["we " * 70]).grade is None
    assert score(["We will check every week."] * 12).grade is not None


def test_names_are_left_out_of_the_score() -> None:
    """A long name does not make a page hard to read."""
    text = "Westhamptonshire Community Partnership helps you here every day. " * 10
    named, plain = score([text], ["Westhamptonshire Community Partnership"]), score([text])
    assert named.grade is not None
    assert plain.grade is not None
    assert named.grade < plain.grade - 5


def test_the_index_is_the_published_one() -> None:
    """4.71 letters a word plus half the words a sentence, less 21.43."""
    assert readability(["We like tea."]) == pytest.approx(4.71 * 9 / 3 + 0.5 * 3 - 21.43)


@pytest.mark.parametrize(
    ("word", "count"), [("tea", 1), ("people", 2), ("medicine", 3), ("hoped", 1), ("table", 2), ("implementation", 5)]
)
def test_syllables_are_counted_well_enough(word: str, count: int) -> None:
    """Groups of vowels count, silent endings do not."""
    assert syllables(word) == count


def test_real_plans_are_told_apart() -> None:
    """What reports said in real plans fails, text by text and as a page; what the same plans tell families passes."""
    plans = [
        plan
        for name in ("seventy-five-beds-2025", "victoria-court-2015")
        for plan in read_portfolio(EXAMPLES / name, "plans", "evidence").portfolio.plans
    ]
    findings = [finding for plan in plans for finding in plan.findings]
    reports = [finding.text for finding in findings if finding.text]
    families = [finding.family for finding in findings if finding.family is not None]
    told = [text["en"] for family in families for text in (family.found, family.change, family.why) if text]
    assert len(reports) >= 6
    assert sum(any(each.holds_back for each in hardness(text)) for text in reports) >= 5
    assert all(each.holds_back for each in page_hardness(score(reports)))
    assert len(told) >= 4
    assert not [text for text in told if any(each.holds_back for each in hardness(text))]
