"""Whether a cell is the name of a column, or holds what stands below one: sentences have words of names, too."""

import re
from functools import cache, lru_cache

from action_plans.exchange.foreign_sheet.cell_dates import DateOrder, read_date
from action_plans.exchange.foreign_sheet.column_meanings import field_named, folded_name, name_patterns
from action_plans.exchange.foreign_sheet.listed_words import listed_words


def holds_data(text: str) -> bool:
    """Whether a cell holds what no column is called by: a day, a figure, or a word for how something stands."""
    if _NUMBER.fullmatch(text) or _STANDS.fullmatch(text):
        return True
    read = read_date(text, DateOrder.DAY_FIRST)
    return read is not None and read.day is not None and not read.is_month and not read.word


@lru_cache(maxsize=4096)  # the cells of a sheet are asked about several times
def is_whole_name(text: str) -> bool:
    """Whether a cell is a name that is known and little else: `Person responsible`, not `Gaps in the rota`."""
    folded = folded_name(text)
    if field_named(folded) is not None:
        return True
    left = folded
    for pattern in name_patterns():
        left = pattern.sub(_left_out, left)
    words = [word for word in folded.split() if word not in _small()]
    more = [word for word in left.split() if _SIGN not in word and word not in _small() | listed_words("beside-names")]
    return not words or len(more) * 2 < len(words)


def _left_out(match: re.Match[str]) -> str:
    """Return what is left of a name that fits a pattern: as many words, none of which says more."""
    return re.sub(r"\S+", _SIGN, match[0]) or _SIGN


@cache
def _small() -> frozenset[str]:
    return listed_words("no-initial") | {"be", "by", "is", "with", "or"}


_SIGN = "\0"
_NUMBER = re.compile(r"\s*[-+\N{POUND SIGN}]?\d[\d.,]*\s?%?\s*")
_STANDS = re.compile(
    r"(?i)\s*(?:in[- ]progress|(?:on|off)[- ]?track|at[- ]risk|(?:not|partly|partially|part) (?:yet )?\w+|on[- ]?going"
    r"|open|outstanding|delayed|red|amber|green|blue|tb[ac]|n/?a|yes|immediate(?:ly)?|asap|high|medium|low|must|should|-)\W*"
)
