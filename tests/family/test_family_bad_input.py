"""What a manager may write wrong for families: told with its line, the word and the reason; nothing else is lost."""

import json

import pytest

from action_plans.model.problem import Code
from tests.project import Project
from tests.small_plans import FAMILY

LINE = next(number for number, line in enumerate(FAMILY.splitlines(), 1) if "found: Some people" in line)
FOUND = "Some people did not get their medicines on time."
ELSEWHERE = "Medicines were not always managed safely"

BAD = {
    "one word where a sentence is meant": (
        "Sorry.",
        Code.FAMILY_TEXT,
        "`found`",
        "says too little",
        "Write a sentence",
    ),
    "over its limit": ("We look " * 40 + "now.", Code.FAMILY_TEXT, "`found`", "characters", "Keep to 300"),
    "too many sentences": ("We look. We ask. We tell.", Code.FAMILY_TEXT, "`found`", "3 sentences", "Keep to 2"),
    "a telephone number": ("Call 01632 960999 now.", Code.PRIVATE, "`found`", "a telephone number", "`contact`"),
    "a room number": ("It was in room 14.", Code.PRIVATE, "`found`", "a room or bed number", "first floor"),
    "an NHS number": ("It was 943 476 5919.", Code.PRIVATE, "`found`", "an NHS number", "Leave it out"),
    "a role's code": ("We told CL about it.", Code.INTERNAL_WORDS, "“CL”", "the code of a role", "in words"),
    "a reference": ("See A1 for more of it.", Code.INTERNAL_WORDS, "“A1”", "a reference of the plan", "in words"),
    "an official word": ("We utilise the chart.", Code.HARD_WORDS, "“utilise”", "official word", "Write “use”"),
    "a short form": ("We look at the MAR chart.", Code.HARD_WORDS, "“MAR”", "short for", "Say it in full"),
    "a long sentence": ("We look " * 13 + "now.", Code.HARD_WORDS, "27 words", "words", "make two sentences"),
}


@pytest.mark.parametrize(("text", "code", "word", "reason", "instead"), BAD.values(), ids=list(BAD))
def test_bad_words_are_named_with_line_word_and_reason(
    project: Project, text: str, code: Code, word: str, reason: str, instead: str
) -> None:
    """`check` and `family-check` both point at the very line, name the word and say what to write instead."""
    project.write({"plans/oak.yaml": FAMILY.replace(FOUND, text.strip())})

    checked = project.check("--format", "json")
    told = [each for each in json.loads(checked.output)["problems"] if each["code"] == code.value]
    asked = project.command("family-check")

    assert checked.exit_code == 0, checked.said
    assert [(each["path"], each["line"], each["severity"]) for each in told] == [("plans/oak.yaml", LINE, "gap")]
    assert word in told[0]["message"]
    assert reason in told[0]["message"]
    assert instead in told[0]["hint"]
    assert asked.exit_code == 1
    line = next(each for each in asked.output.splitlines() if f"plans/oak.yaml:{LINE}: holds back" in each)
    assert reason in line
    assert instead in line


def test_an_unknown_key_is_an_error_with_a_suggestion(project: Project) -> None:
    """A key that is no field for families stops the build with its line and the one that was meant."""
    checked = project.write({"plans/oak.yaml": FAMILY.replace("found: Some", "fuond: Some")}).check()

    assert checked.exit_code == 1
    assert f"plans/oak.yaml:{LINE}:" in checked.output
    assert "AP105" in checked.output
    assert "`found`" in checked.output


def test_seven_shared_words_are_named_and_shown_at_approval(project: Project) -> None:
    """Words that stand in the plan too are a gap with both places, and stand beside the text when it is approved."""
    long = f"{ELSEWHERE} at night or in the morning"
    plan = FAMILY.replace(ELSEWHERE, long).replace(FOUND, f"{long}.")

    project.write({"plans/oak.yaml": plan})
    checked = project.check("--format", "json")
    asked = project.command("approve").output

    told = [each for each in json.loads(checked.output)["problems"] if each["code"] == "AP406"]
    assert [each["line"] for each in told] == [LINE]
    assert "Medicines were not always managed safely at night" in told[0]["message"]
    assert "plans/oak.yaml:" in told[0]["message"]
    assert "Meant for families? “Medicines were not always managed safely at night" in asked


def test_a_held_back_topic_leaves_the_rest_of_both_editions(project: Project) -> None:
    """The build succeeds, the log and the staff edition say why, and families read no word of the topic."""
    project.write({"plans/oak.yaml": FAMILY})
    project.command("approve", "--by", "RM")
    project.write({"plans/oak.yaml": project.read("plans/oak.yaml").replace(FOUND, "It was in room 14.")})

    built = project.build()

    assert built.exit_code == 0, built.said
    assert "holds what looks like a room or bed number" in project.read("site/problems/index.html")
    assert "room or bed number" in project.read("site/plans/oak/family/index.html")
    home = project.read("site-family/index.html")
    assert "Giving medicines safely" not in home
    assert "Please ask us." in home
    assert not list(project.family_site.rglob("topics/*"))


def test_a_projects_own_words_are_read(project: Project) -> None:
    """A project's own list adds words, changes what to write instead, and lets words pass."""
    own = {"official": {"utilise": "work with", "chart|charts": "sheet", "rota|rotas": ""}}
    project.write({"plans/oak.yaml": FAMILY.replace(FOUND, "We utilise a chart and a rota.")})
    project.write({"docs_templates/family/plain-words.json": json.dumps(own)})
    assert project.command("approve", "--theme", "--by", "RM").exit_code == 0

    said = project.command("family-check").output

    assert "Write “work with”." in said
    assert "Write “sheet”." in said
    assert "rota" not in said.replace("We utilise a chart and a rota.", "")


@pytest.mark.parametrize("file", ["plain-words.json", "words/en.json"])
def test_a_broken_list_of_words_is_named_with_its_line(project: Project, file: str) -> None:
    """A list that is no JSON is a gap with file and line, not a traceback, and the package's own is used instead."""
    project.write({"plans/oak.yaml": FAMILY, f"docs_templates/family/{file}": '{"official": {}\n "a": "b"}'})

    for said in (project.check(), project.command("family-check"), project.command("approve", "--theme")):
        assert said.exit_code == 0
        assert f"docs_templates/family/{file}:2:" in said.said
        assert "is no valid JSON" in said.said
        assert "Traceback" not in said.said
