"""Words that stand where something is to be said, and say nothing: `TBC`, `n/a`, `-`."""

import re

_NOTHING = re.compile(
    r"(?:tb[acd]|to be (?:confirmed|agreed|advised|decided|added|written)|n/?a|not applicable|none|nothing|nil"
    r"|unknown|not known|on-?\s?going|in progress)?",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"(?:tb[acd]|(?:still |yet )?to be \w+(?: by .*)?|vacan(?:t|cy)|none|nobody|no one|n/?[ak]|not applicable|unknown"
    r"|not (?:yet )?\w+|pending|await(?:ing|ed)\b.*)(?: yet)?",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"(?:as(?: per)?|see|per|same as) (?:above|before|previous(?:ly)?|below|over(?:leaf)?|last(?: time)?|notes?|plan)"
    r"|ditto|same",
    re.IGNORECASE,
)
_GROUP = "(?:care |nursing |senior |management |night |day )?(?:staff|team|management|managers|seniors|nurses|carers)"
_EVERYBODY = re.compile(
    rf"(?:all|everyone|everybody|various|both|(?:all|both) of (?:us|them)|us(?: all)?|we(?: all)?|me|(?:my)?self"
    rf"|ourselves|any(?:one|body)|some(?:one|body)|whoever .*|in-?\s?house|internal(?:ly)?"
    rf"|(?:all |the |our |whole |all of )*{_GROUP}(?: here| on (?:duty|shift|the day))?)",
    re.IGNORECASE,
)


def says_nothing(text: str | None) -> bool:
    """Whether a text is missing, or a word that tells nobody anything."""
    return text is None or _NOTHING.fullmatch(_bare(text)) is not None or is_elsewhere(text)


def is_nobody(written: str) -> bool:
    """Whether nobody is named where somebody is meant: `TBC`, `vacant`, `not checked yet`."""
    bare = _bare(written)
    return (not bare and bool(written.strip())) or _NOBODY.fullmatch(bare) is not None or is_elsewhere(written)


def is_elsewhere(written: str) -> bool:
    """Whether it only says that something stands in another place: `as above`, `ditto`."""
    return _ELSEWHERE.fullmatch(_bare(written)) is not None


def is_everybody(written: str) -> bool:
    """Whether a group is named of which whoever is meant may be one: `all staff`, `the whole team`, `us`."""
    return _EVERYBODY.fullmatch(_bare(written)) is not None


def _bare(text: str) -> str:
    """Return a text without the signs around it."""
    start, end = 0, len(text)
    while start < end and not (text[start].isalnum() or text[start] == "_"):
        start += 1
    while end > start and not (text[end - 1].isalnum() or text[end - 1] == "_"):
        end -= 1
    return text[start:end]
