"""A project in a second language that is written from right to left: made-up words, letter by letter from English."""

import json
import re
from pathlib import Path
from typing import Any

from action_plans.family.family_edition import FamilyEdition
from action_plans.family.words.theme_words import read_theme_words
from action_plans.project.options import FamilyOptions
from tests.builders import a_finding
from tests.family.family_projects import (
    REPORT,
    THEME,
    TOLD,
    TOPIC,
    a_home,
    a_service,
    done_action,
    edition,
    told_action,
)

_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنه"
_ADDRESSES = {"cqc_phone", "cqc_url", "cqc_home", "language", "direction"}
"""Entries of the theme's words that are the same in every language, or told by themselves."""


def mirrored(text: str) -> str:
    """Return letters of a right-to-left script for those of English; numbers and `{slots}` stay."""
    parts = re.split(r"(\{\w+\})", text.casefold())
    return "".join(part if part.startswith("{") else "".join(map(_letter, part)) for part in parts)


def both(text: object) -> object:
    """Return a text in both languages; what is no text stays."""
    return {"en": text, "ar": mirrored(text)} if isinstance(text, str) else text


def with_second_language(folder: Path) -> Path:
    """Write the theme's words in the second language into a project's folder of templates, and return it."""
    english = read_theme_words(THEME)["en"].words
    own = {name: value if name in _ADDRESSES else _mirrored_all(value) for name, value in english.items()}
    terms = {mirrored(term): meaning for term, meaning in own["words"].items()}
    personal = {"before_names": ["السيد", "السيدة"], "rooms": ["غرفة"], "beds": ["سرير"]}
    own |= {"language": "ar", "direction": "rtl", "words": terms, "personal_words": personal}
    (folder / "words").mkdir(parents=True)
    (folder / "words" / "ar.json").write_text(json.dumps(own), encoding="utf-8")
    return folder


def in_two_languages(folder: Path, topic: dict[str, object] | None = None) -> FamilyEdition:
    """Return the small project with every text in both languages; `topic` changes the words of one of two topics."""
    told = {name: both(text) if name != "publish" else text for name, text in TOLD.items()}
    words = {name: both(text) if name != "publish" else text for name, text in TOPIC.items()}
    service = a_service()
    family = dict(service["family"])  # type: ignore[call-overload]  # a mapping, as the builder makes it
    family |= {
        "contact": {**family["contact"], "who": both("the manager"), "times": both("9am to 5pm")},
        "outside_help": [{**family["outside_help"][0], "who": both("Westshire Council")}],
        "words": {"dose": "The amount of a medicine.", mirrored("dose"): {"ar": mirrored("An amount")}},
        "name": both("Oakfield House"),
    }
    second = {**words, "title": both("Help at night"), **(topic or {})}
    actions = [told_action(), done_action(id="A2"), told_action(id="A3", for_="F2", due="2026-03-31")]
    for action in actions:
        action["family"] = {"text": both(action["family"]["text"])}  # type: ignore[index]
    actions[2]["family"]["reason"] = both("We waited for a nurse.")  # type: ignore[index]
    home = a_home(
        *actions,
        service={**service, "family": family},
        sources=[REPORT],
        told=told,
        findings=[a_finding(source="CQC26", family=words), a_finding(id="F2", source="CQC26", family=second)],
    )
    options = FamilyOptions(require_approval=False, site_url="https://example.org/oak/")
    return edition(home, options, with_second_language(folder))


def _mirrored_all(value: Any) -> Any:  # noqa: ANN401 -- a table, a list or a text of the theme's words
    if isinstance(value, dict):
        return {name: _mirrored_all(each) for name, each in value.items()}
    return [_mirrored_all(each) for each in value] if isinstance(value, list) else mirrored(value)


def _letter(letter: str) -> str:
    return _LETTERS[ord(letter) - ord("a")] if "a" <= letter <= "z" else letter
