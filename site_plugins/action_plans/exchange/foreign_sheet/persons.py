"""Whether a short cell may name a person: then it is asked about, and not put into a plan."""

from action_plans.exchange.foreign_sheet.cell_owners import read_owners
from action_plans.exchange.foreign_sheet.cell_status import is_colour_or_status
from action_plans.exchange.foreign_sheet.job_words import is_name
from action_plans.family.guards.privacy.name_lists import listed_names

_FEW_WORDS = 6


def may_name_a_person(text: str) -> bool:
    """Whether a cell of a few words may name a person; of one word, whether it is a name and hardly anything else."""
    words = text.split()
    if not words or len(words) > _FEW_WORDS or is_colour_or_status(text):
        return False
    if len(words) == 1:
        return _is_surely_a_name(words[0])
    return any(map(is_name, words)) and any(owner.is_person for owner in read_owners(text, {}))


def names_in(text: str) -> tuple[str, ...]:
    """Return the words of a longer text that are names of people and hardly anything else, each once."""
    return tuple(dict.fromkeys(word.strip(_SIGNS) for word in text.split() if _is_surely_a_name(word)))


def _is_surely_a_name(word: str) -> bool:
    bare = word.strip(_SIGNS).removesuffix("'s").removesuffix("\N{RIGHT SINGLE QUOTATION MARK}s")
    return bare[:1].isupper() and bare.casefold() in listed_names()["strong"]


_SIGNS = " .,;:()[]'\"?!\N{LEFT SINGLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
