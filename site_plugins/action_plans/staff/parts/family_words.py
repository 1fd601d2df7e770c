"""Words for families as staff read them: in every language in which they are written."""

from collections.abc import Iterator

from action_plans.model.action import Action
from action_plans.model.family import ENGLISH


def in_language(label: str, language: str) -> str:
    """Return the label of a text: English stands by its label alone, another language with its code."""
    return label if language in ("", ENGLISH) else f"{label} ({language})"


def told_of_action(action: Action) -> Iterator[tuple[str, str]]:
    """Yield what families are told of an action, and why it is late or has stopped, each text after its label."""
    family = action.family
    if family is not None:
        for label, texts in (("Families are told", family.text), ("And why", family.reason or {})):
            yield from ((in_language(label, language), text) for language, text in texts.items())
