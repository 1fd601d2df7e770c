"""What is written for a regulation and is nearly one, or none at all: what to write instead."""

import re
from collections.abc import Sequence

from action_plans.english.saying_nothing import says_nothing
from action_plans.frameworks.matching import comparable
from action_plans.frameworks.not_understood import OTHER_LAW_HINT, NotUnderstood
from action_plans.frameworks.regulation import Regulation


def no_regulation(written: str, words: str) -> NotUnderstood | None:
    """Return what to do with a text that names no regulation at all, but another law, an outcome, or nothing.

    Args:
        written: the text.
        words: what is left of it beside numbers and the names of the two instruments, comparable.
    """
    if any(map(str.isalpha, written)) and says_nothing(written):
        return NotUnderstood(f"“{written}” names no regulation.", "Leave it out where there is none.", written)
    if (other := _OTHER_LAW.search(words)) is not None:
        message = f"“{written}” names another law: {other[0].upper() if len(other[0]) < _SHORT else other[0]}."
        return NotUnderstood(message, OTHER_LAW_HINT, written)
    if (numbered := _NUMBERED.search(words)) is not None:
        message = f"“{written}” names {_article(numbered[1])}, not a regulation."
        hint = "Write the regulation that the report names, and its other words in `text`."
        return NotUnderstood(message, hint, written)
    return None


def paragraph_meant(rest: str, known: Sequence[Regulation], prefix: str = "") -> str | None:
    """Return `Regulation 12(2)(g)` for `Reg 12 2 g`, `12.2.g` or `12, para 2g`; None where it may be anything else.

    Args:
        rest: the text in lower case, without the names of the two instruments.
        known: the regulations of the instrument that is meant.
        prefix: what stands before `Regulation`.
    """
    match = re.match(r"\W*(?:breach of )?(?:the )?(?:regulations?|regs?|r)?\.? ?(\d{1,2}(?:a\b)?)(?!\d)(.*)$", rest)
    regulation = next((one for one in known if match and one.number == match[1].upper()), None)
    if match is None or regulation is None:
        return None
    parts = _parts(_without_names(match[2], regulation), {one.number for one in known})
    return f"{prefix}{regulation.name.removeprefix(prefix)}{''.join(f'({part})' for part in parts)}" if parts else None


def _without_names(more: str, regulation: Regulation) -> str:
    for name in sorted((regulation.title, *regulation.aliases), key=len, reverse=True):
        pattern = r"[\W_]+(?:and[\W_]+)?".join(map(re.escape, comparable(name).split()))
        more = re.sub(rf"\b{pattern}\b", " ", more)
    return more


def _parts(more: str, numbers: set[str]) -> list[str]:
    """Return the parts of a paragraph from the outside in; none where another regulation may be meant."""
    tokens = re.findall(r"para(?:graph)?s?|\d+|[^\W\d_]+", more)
    parts = [token for token in tokens if not token.startswith("para")]
    if not parts or re.fullmatch(r"\d{1,2}", parts[0]) is None:
        return []
    is_joined = re.match(r"\s*(?:[.(]|,? ?para)", more) is not None or re.match(r"\W*\d+[a-z]", more) is not None
    if parts[0].upper() in numbers and not is_joined:
        return []
    inner = parts[1:]
    well_formed = all(re.fullmatch(r"[a-z]{1,2}|[ivx]{1,5}", part) and part not in _SMALL for part in inner)
    return parts if well_formed and len(inner) <= _DEEPEST else []


_SMALL = frozenset(("of", "to", "in", "by", "as", "is", "on", "no", "or", "an", "at", "it"))
_DEEPEST = 2
_SHORT = 7
_OTHER_LAW = re.compile(
    r"\b(?:coshh|riddor|gdpr|loler|puwer|dols|mca|hswa|cdm|lolr"
    r"|(?:health safety at work|mental capacity|mental health|care|equality|data protection|human rights|food safety"
    r"|fire|children|employment rights|modern slavery|misuse of drugs|medicines|public health|building safety)"
    r"(?: [a-z]+)? (?:act|order)|(?:[a-z]+ )?fire safety order|health safety at work(?: act)?|data protection"
    r"|control of substances[a-z ]*|act|order|working time|manual handling operations)\b"
)
_NUMBERED = re.compile(
    r"^(outcome|standard|essential standard|national minimum standard|kloe|article|schedule|requirement|recommendation"
    r"|condition|clause|finding|action)s?\b"
)


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"
