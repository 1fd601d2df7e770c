"""A project's own words of the family edition, key by key against the English ones of the package."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from action_plans.family.words.theme_words import PERSONAL_WORDS, SLOT
from action_plans.model.family import ENGLISH

FIXED = frozenset({"cqc_phone", "cqc_url", "cqc_home"})
"""Entries that are facts: the same in every language, and for every project."""

FREE = "words"
"""The table whose names are a writer's own: words and what they mean."""

Fault = tuple[str, str, int]
"""What is wrong, what to write instead, and in which line."""


def faults_in_words(text: str, language: str, english: Mapping[str, Any]) -> Iterator[Fault]:
    """Yield what is wrong with a file of words, which holds a table; `english` are the package's words."""
    own = {name: value for name, value in json.loads(text).items() if name != "_from"}
    for name, value in own.items():
        line = line_of(text, name)
        if name not in english:
            yield (
                f"has an entry `{name}` that no page says",
                "Take it out, or look how the package's file calls it.",
                line,
            )
        elif name in FIXED and value != english[name]:
            yield f"changes `{name}`, which is a fact", "Take it out: it is the same everywhere.", line
        else:
            yield from _faults(name, value, english[name], text)
    if own.get("direction", "ltr") not in ("ltr", "rtl"):
        yield "has a `direction` that is neither ltr nor rtl", "Write ltr, or rtl.", line_of(text, "direction")
    if not _LANGUAGE.fullmatch(str(own.get("language", "en"))):
        yield "has a `language` that is no code of one", f"Write a code such as {language}.", line_of(text, "language")
    if language != ENGLISH and not all((own.get(PERSONAL_WORDS) or {}).get(name) for name in english[PERSONAL_WORDS]):
        what = f"does not say in `{PERSONAL_WORDS}` what stands before a name, a room and a bed"
        yield what, "Write them: guards look for them in every text of this language.", line_of(text, PERSONAL_WORDS)


def missing_names(own: Mapping[str, Any], english: Mapping[str, Any]) -> list[str]:
    """Return which entries a language does not have."""
    return sorted(set(english) - set(own))


def said_in(value: object) -> Iterator[str]:
    """Yield every text of a table of words."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for name, each in value.items():
            yield name
            yield from said_in(each)
    elif isinstance(value, list):
        for each in value:
            yield from said_in(each)


def line_of(text: str, name: str) -> int:
    """Return the line in which an entry of a JSON text stands; 1 where it is not found."""
    found = re.search(rf'"{re.escape(name)}"\s*:', text)
    return text[: found.start()].count("\n") + 1 if found else 1


def _faults(name: str, value: object, english: object, text: str) -> Iterator[Fault]:
    line = line_of(text, name.rpartition(" > ")[2])
    if isinstance(english, str):
        yield from _faults_in_sentence(name, value, english, line)
    elif isinstance(english, Mapping):
        yield from _faults_in_table(name, value, english, text)
    elif isinstance(english, list):
        fits = isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)
        if not fits or (name == "months" and isinstance(value, list) and len(value) != len(english)):
            yield f"has no list of words in `{name}`", f"Write a list of {len(english)} words.", line


def _faults_in_sentence(name: str, value: object, english: str, line: int) -> Iterator[Fault]:
    if not isinstance(value, str) or not value.strip():
        yield f"has no words in `{name}`", "Write a sentence in quotation marks, or take the entry out.", line
    elif set(SLOT.findall(value)) != set(SLOT.findall(english)) or _LOOSE.search(SLOT.sub("", value)):
        slots = ", ".join(f"{{{slot}}}" for slot in SLOT.findall(english)) or "none"
        yield f"has other slots in `{name}` than the package's words", f"Slots there are: {slots}.", line


def _faults_in_table(name: str, value: object, english: Mapping[str, object], text: str) -> Iterator[Fault]:
    if not isinstance(value, Mapping):
        yield f"has no table in `{name}`", "Write it as the package's file has it.", line_of(text, name)
        return
    for key, each in value.items():
        if name == FREE:
            yield from _faults_in_sentence(f"{name} > {key}", each, "", line_of(text, key))
        elif key not in english:
            yield f"has an entry `{key}` in `{name}` that no page says", "Take it out.", line_of(text, key)
        else:
            yield from _faults(f"{name} > {key}", each, english[key], text)


_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LOOSE = re.compile(r"[{}]")
