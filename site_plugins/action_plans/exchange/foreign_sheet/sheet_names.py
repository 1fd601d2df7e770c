"""What the name of a sheet says of the rows on it: a tab for each key question, or for each visit."""

import re
from collections.abc import Iterable

from action_plans.exchange.foreign_sheet.cell_regulations import read_regulations
from action_plans.exchange.foreign_sheet.found_items import one_line


def names_that_tell(names: Iterable[str]) -> dict[str, str]:
    """Return the names of sheets that say something of their rows, as they are to be kept.

    That is a key question, or a name that no plan's only sheet is called by.
    """
    found = {name: one_line(name) for name in names}
    return {name: words for name, words in found.items() if words and _tells(words)}


def _tells(words: str) -> bool:
    if read_regulations(words).key_questions:
        return True
    return not all(_SAYS_NOTHING.fullmatch(word) for word in re.split(r"[\W_]+", words) if word)


_SAYS_NOTHING = re.compile(
    r"(?i)\d+|v\d+|sheets?\d*|table\d*|tabelle\d*|plans?|actions?|improvements?|service|quality|log|tracker|rag|updates?|data|list"
    r"|register|master|current|new|final|copy|of|the|and|our|cqc|sip|qip|sheet|main|open|all|issues?|findings?|export|page|book"
)
"""What sheets are called where nothing is meant by it."""
