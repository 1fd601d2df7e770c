"""Words that stand where something is to be said, and say nothing: `TBC`, `n/a`, `-`."""

import re

_NOTHING = re.compile(
    r"\W*(?:tb[acd]|to be (?:confirmed|agreed|advised|decided|added|written)|n/?a|not applicable|none|nothing|nil"
    r"|unknown|not known|see (?:above|plan)|as (?:above|before)|ditto|on-?\s?going|in progress)?\W*",
    re.IGNORECASE,
)
_NOBODY = re.compile(
    r"\W*(?:tb[acd]|to be (?:confirmed|agreed|advised|decided|appointed|recruited)|vacan(?:t|cy)|none|nobody|no one"
    r"|n/?a|not (?:known|agreed|checked|done|applicable|appointed)|unknown|[?-]+)(?: yet)?\W*",
    re.IGNORECASE,
)


def says_nothing(text: str | None) -> bool:
    """Whether a text is missing, or a word that tells nobody anything."""
    return text is None or _NOTHING.fullmatch(text) is not None


def is_nobody(written: str) -> bool:
    """Whether nobody is named where somebody is meant: `TBC`, `vacant`, `not checked yet`."""
    return _NOBODY.fullmatch(written) is not None
