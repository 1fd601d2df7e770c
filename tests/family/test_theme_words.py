"""The theme's own words: one file a language, a project's own before the package's, and plain themselves."""

import json
from pathlib import Path

import pytest

from action_plans.family.words.plain_words import PlainWords
from action_plans.family.words.theme_words import MissingWordsError, read_theme_words
from tests.family.family_projects import THEME, TOPIC, UNAPPROVED, a_home, edition, styles_of, told_action

ENGLISH = read_theme_words(THEME)["en"]


def test_a_projects_own_words_go_before_the_packages(tmp_path: Path) -> None:
    """One entry of a project's file replaces one sentence; all others stay."""
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "en.json").write_text('{"menu_print": "On paper"}')
    words = read_theme_words((tmp_path, *THEME))["en"]
    assert words.say("menu_print") == "On paper"
    assert words.say("menu_home") == ENGLISH.say("menu_home")


def test_a_language_is_published_only_where_every_field_has_it(tmp_path: Path) -> None:
    """With the theme's words in a second language, a topic stands in it only where all of its texts do."""
    (tmp_path / "words").mkdir()
    own = {**ENGLISH.words, "language": "ur", "direction": "rtl", "language_name": "Urdu"}
    (tmp_path / "words" / "ur.json").write_text(json.dumps(own))
    in_both = {name: {"en": text, "ur": text} for name, text in TOPIC.items() if name != "publish"}
    told = {"publish": "true", "intro": {"en": "We tell you here.", "ur": "We tell you here."}, "apology": None,
            "apology_by": None, "keeping_safe": None, "next": None}  # fmt: skip
    action = told_action()
    action["family"] = {"text": {"en": "We count it all.", "ur": "We count it all."}}
    service = {"name": "Oakfield House", "kind": "care-home"}
    built = edition(a_home(action, topic=in_both, told=told, service=service), UNAPPROVED, tmp_path)
    topic = built.files["oakfield-house/ur/topics/giving-medicines-safely.html"].decode()
    assert '<html lang="ur" dir="rtl">' in topic
    (style,) = styles_of(built)
    assert f'href="../../{style.removeprefix("oakfield-house/")}"' in topic
    half = edition(
        a_home(action, topic={**in_both, "why": "Only here."}, told=told, service=service), UNAPPROVED, tmp_path
    )
    assert "oakfield-house/ur/index.html" in half.files
    assert not any(name.startswith("oakfield-house/ur/topics/") for name in half.files)


def test_missing_words_are_named() -> None:
    """Words that the theme has not are an error that names them."""
    with pytest.raises(MissingWordsError, match="no_such_words"):
        ENGLISH.say("no_such_words")


def test_things_are_counted_in_good_english() -> None:
    """One thing has words of its own where they differ."""
    assert ENGLISH.things("late_count", 1) == "1 is late."
    assert ENGLISH.things("late_count", 2) == "2 are late."


def test_the_theme_keeps_its_own_rules() -> None:
    """Nothing that the theme says would hold an author's text back."""
    explained = [*ENGLISH.words["words"], "WCAG", "AA", "AAA", "GB"]
    hard = [
        found for said in ENGLISH.sentences() for found in PlainWords().hardness(said, explained) if found.holds_back
    ]
    assert [(found.sentence, found.what) for found in hard] == []
