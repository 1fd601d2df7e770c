"""How long a text for families may be, how many sentences it may have, and how an action's begins."""

from collections.abc import Iterator

from action_plans.family.telling.author_texts import AuthorText, Entry
from action_plans.family.words.sentence_splitting import sentences, words
from action_plans.model.family import ENGLISH
from action_plans.model.problem import Code, Problem

LEAST_WORDS = 2
"""How many words a sentence has at least."""


def wrong_lengths(entry: Entry, text: AuthorText) -> Iterator[Problem]:
    """Yield what is too long, too short or begins wrongly in a text that needs an approval."""

    def problem(what: str, hint: str) -> Problem:
        return Problem(Code.FAMILY_TEXT, f"`{text.field}` of {entry.name} {what}", text.origin, hint, entry.item)

    if len(text.text) > text.shape.longest:
        yield problem(f"has {len(text.text)} characters.", f"Keep to {text.shape.longest}.")
    if not text.shape.is_prose:
        return
    if len(words(text.text)) < LEAST_WORDS:
        yield problem("says too little.", "Write a sentence, or leave the field out.")
    count = len(sentences(text.text))
    if text.most_sentences is not None and count > text.most_sentences:
        most = "one sentence" if text.most_sentences == 1 else f"{text.most_sentences} sentences"
        yield problem(f"has {count} sentences.", f"Keep to {most}.")
    says_we = text.field.startswith("action") and text.field.endswith("text") and text.language == ENGLISH
    if says_we and words(text.text)[:1] != ("We",):
        yield problem("does not start with “We”.", "Say what you do: “We look at …”, “We will buy …”.")
