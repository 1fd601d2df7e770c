"""The words that job titles and groups of staff are made of, and which word of an owner's cell is a person's name."""

import re

from action_plans.english.personal_names import SHAPE
from action_plans.exchange.foreign_sheet.listed_words import listed_words
from action_plans.family.guards.privacy.name_lists import known_words, listed_names
from action_plans.family.words.folding import fold


def is_job_word(word: str) -> bool:
    """Whether a word is one of those that job titles, teams and bodies are called by: manager, senior, kitchen."""
    plain = _plain(word)
    return plain in _JOBS or plain.removesuffix("s") in _JOBS


def is_plain_word(word: str) -> bool:
    """Whether a word is known and says nothing of a person: it joins others, or what it names is no person."""
    plain = _plain(word)
    return (
        not plain.replace("'", "").isalpha()
        or plain in _JOINING
        or plain in known_words() - _ALSO_NAMES
        or is_job_word(word)
    )


def is_name(word: str) -> bool:
    """Whether a word is a first name or surname: one that no other word is, one with a capital, or `Mr`."""
    plain = _plain(word)
    names = listed_names()
    if plain in names["strong"] or plain in _ADDRESSED:
        return not is_job_word(word)
    if word[:1].isupper() and (plain in _ALSO_NAMES or (plain in names["ordinary"] and plain not in known_words())):
        return not is_job_word(word)
    return SHAPE.fullmatch(plain) is not None and not is_plain_word(word)


def names_a_person(words: list[str]) -> bool:
    """Whether words with no job among them look like a name: known ones, `Mr X`, `J. X`, or capitals nobody knows."""
    if any(map(is_name, words)):
        return True
    unknown = [word for word in words if not is_plain_word(word)]
    with_capital = [word for word in unknown if word[:1].isupper() and not (word.isupper() and len(word) <= _INITIALS)]
    return bool(with_capital) and len(words) <= _PARTS_OF_A_NAME


def ends_in_a_name(words: list[str]) -> bool:
    """Whether a job is followed by a word with a capital that nobody knows: `Sister X`. Titles end in their job."""
    last = words[-1]
    return len(words) > 1 and is_job_word(words[-2]) and last.istitle() and not is_plain_word(last)


def are_initials_of_a_name(code: str, explained: str) -> bool:
    """Whether initials are those of the person in what explains them: `JB`, of `Janet Example-Brown, manager`."""
    words = re.findall(r"[^\W\d_][\w'\N{RIGHT SINGLE QUOTATION MARK}]*", explained)
    names = [word for word in words if word[:1].isupper() and (is_name(word) or not is_plain_word(word))]
    initials = "".join(word[0] for word in names).casefold()
    wanted = code.casefold()
    return len(wanted) > 1 and (wanted == initials or (wanted[0], wanted[-1]) == (initials[:1], initials[-1:]))


def title_in(words: list[str]) -> str | None:
    """Return the job that words name beside a person's name: the longest run of words that are no name."""
    runs: list[list[str]] = [[]]
    for word in words:
        if is_name(word) or not is_plain_word(word):
            runs.append([])
        else:
            runs[-1].append(word)
    with_job = [" ".join(run) for run in runs if any(map(is_job_word, run))]
    return max(with_job, key=len).strip(" ,;:-\N{EN DASH}()") if with_job else None


def _plain(word: str) -> str:
    return fold(word).casefold().strip(" .,;:()'\"?!").removesuffix("'s").replace("-", "")


_INITIALS, _PARTS_OF_A_NAME = 4, 4
_ADDRESSED = frozenset(("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "rev"))
_ALSO_NAMES, _JOINING, _JOBS = (listed_words(part) for part in ("also-names", "joining", "jobs"))
