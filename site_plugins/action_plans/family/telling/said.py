"""What an author wrote, in the language of a page."""

from collections.abc import Mapping

from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.service import Service


def said(text: Mapping[str, str] | None, words: ThemeWords) -> str:
    """Return an author's text in the language of `words`, on one line; empty where it is not written."""
    return " ".join((text or {}).get(words.language, "").split())


def service_meanings(service: Service, words: ThemeWords) -> dict[str, str]:
    """Return the words that a service explains, with their meanings."""
    written = service.family.words if service.family is not None else {}
    return {word: said(meaning, words) for word, meaning in sorted(written.items()) if said(meaning, words)}
