"""Languages: a page stands in one only where every text does; `lang` and `dir` say which it is."""

import json
import re
from pathlib import Path

from action_plans.family.family_edition import FamilyEdition
from action_plans.project.options import FamilyOptions
from tests.family.family_projects import TOPIC, UNAPPROVED, a_home, codes, edition, styles_of
from tests.family.other_languages import both, in_two_languages, mirrored, with_second_language

SECOND = "oakfield-house/ar/"
NIGHT = "topics/help-at-night.html"
MEDICINES = "topics/giving-medicines-safely.html"


def test_a_second_language_has_a_folder_complete_in_itself(tmp_path: Path) -> None:
    """Every page that stands in English stands in the other language too, and says so."""
    built = in_two_languages(tmp_path)
    assert codes(built) == []
    styles = {name.removeprefix("oakfield-house/") for name in styles_of(built)}
    english = {name.removeprefix("oakfield-house/") for name in built.files if not name.startswith(SECOND)}
    second = {name.removeprefix(SECOND) for name in built.files if name.startswith(SECOND)}
    assert english - {"404.html", *styles} == second
    for name in second:
        assert b'<html lang="ar" dir="rtl"' in built.files[f"{SECOND}{name}"], name
        assert b'<html lang="en-GB" dir="ltr"' in built.files[f"oakfield-house/{name}"], name


def test_each_language_leads_to_the_other_by_its_own_name(tmp_path: Path) -> None:
    """The link to another language is in that language's words, and says which language that is."""
    built = in_two_languages(tmp_path)
    assert f'lang="ar" hreflang="ar">{mirrored("English")}</a>' in _text(built, "oakfield-house/index.html")
    assert 'lang="en-GB" hreflang="en-GB">English</a>' in _text(built, f"{SECOND}{MEDICINES}")
    assert 'href="../../index.html" lang="en-GB"' in _text(built, f"{SECOND}{MEDICINES}")


def test_no_english_word_stands_on_a_page_of_another_language(tmp_path: Path) -> None:
    """Dates, counts, states and sentences of the theme are all in the language; only addresses are as they are."""
    built = in_two_languages(tmp_path)
    for name, content in built.files.items():
        if name.startswith(SECOND):
            body = re.sub(r'(?s)^.*?<body[^>]*>|<[^>]+>|lang="en-GB"[^<]*<', " ", content.decode())
            left = set(re.findall(r"[A-Za-z]{3,}", body)) - {"English", "manager", "example", "org", "https", "council"}
            assert left <= {"www", "cqc", "oak", "house"}, (name, left)


def test_a_topic_that_is_not_whole_stands_in_english_alone(tmp_path: Path) -> None:
    """One text without its translation keeps that topic, and no other, out of the second language."""
    built = in_two_languages(tmp_path, {"why": TOPIC["why"]})
    assert codes(built) == []
    assert f"oakfield-house/{NIGHT}" in built.files
    assert f"{SECOND}{NIGHT}" not in built.files
    assert f"{SECOND}{MEDICINES}" in built.files
    assert NIGHT not in _text(built, f"{SECOND}index.html")


def test_a_leak_in_a_translation_is_caught(tmp_path: Path) -> None:
    """References, names and numbers are looked for in every language."""
    built = in_two_languages(tmp_path, {"why": {"en": TOPIC["why"], "ar": f"{mirrored('see')} A1 Quinn 943 476 5919"}})
    assert {problem.item for problem in built.problems} == {"OAK/F2"}
    said = " ".join(problem.message for problem in built.problems)
    assert all(what in said for what in ("“A1”, a reference", "a person's name", "an NHS number"))
    assert f"oakfield-house/{NIGHT}" not in built.files


def test_a_language_that_the_site_does_not_speak_is_told_once() -> None:
    """Whoever writes Welsh beside English learns that no page says it, and what is missing."""
    words = {name: {"en": text, "cy": text} if name != "publish" else text for name, text in TOPIC.items()}
    told = edition(a_home(topic=words))
    (problem,) = [one for one in told.problems if "no words of its own" in one.message]
    assert problem.message == "Families are told nothing in cy: the site has no words of its own in it."
    assert "words/cy.json" in problem.hint
    assert not any("/cy/" in name for name in told.files)


def test_a_language_whose_words_wait_is_told_with_its_file_alone(tmp_path: Path) -> None:
    """Not approved, not whole or wrong, a project's own words are named once; another language is told as ever."""
    folder = with_second_language(tmp_path / "docs_templates" / "family")
    home = a_home(topic={"why": {"en": TOPIC["why"], "ar": mirrored("It matters."), "cy": "Mae hyn yn bwysig."}})
    written = json.loads((folder / "words" / "ar.json").read_text(encoding="utf-8"))
    not_whole = {name: value for name, value in written.items() if name != "skip"}
    for words, options, said in (
        (written, FamilyOptions(), "is not approved"),
        (not_whole, UNAPPROVED, "has not all that English says: `skip`"),
        ({**written, "direction": "up"}, UNAPPROVED, "has a `direction` that is neither ltr nor rtl"),
    ):
        (folder / "words" / "ar.json").write_text(json.dumps(words), encoding="utf-8")
        told = edition(home, options, folder).problems
        assert sum(said in one.message for one in told) == 1, [*map(str, told)]
        unspoken = [one.message for one in told if "no words of its own" in one.message]
        assert unspoken == ["Families are told nothing in cy: the site has no words of its own in it."]


def test_a_second_language_alone_is_a_gap(tmp_path: Path) -> None:
    """English is always there: without it a topic waits."""
    built = in_two_languages(tmp_path, {"why": {"ar": mirrored("Why it matters.")}})
    assert [problem.message for problem in built.problems] == ["topic OAK/F2 is not written in English throughout."]
    assert both(3) == 3


def _text(built: FamilyEdition, name: str) -> str:
    return built.files[name].decode()
