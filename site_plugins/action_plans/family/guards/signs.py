"""Signs of Markdown and HTML in words for families: they are printed as they are typed, and tell a reader nothing."""

import re
from collections.abc import Iterator

from action_plans.family.telling.author_texts import Entry
from action_plans.model.problem import Code, Problem


def signs_typed(entry: Entry) -> Iterator[Problem]:
    """Yield the first sign of each text that a reader would see: a remark, which holds nothing back."""
    for text in entry.texts:
        found = _SIGNS.search(text.printed) if text.is_written else None
        if found is not None:
            sign = " ".join(found[0].split())
            message = f"`{text.field}` of {entry.name} holds “{sign}”, which families see as it is typed."
            line = text.printed[: found.start()].count("\n")
            yield Problem(Code.FAMILY_TEXT, message, text.at(line), "Write the words alone.", entry.item)


_SIGNS = re.compile(
    r"\*\*(?=\S)[^*\n]{1,80}\*\*"
    r"|<!--|</?(?:a|b|br|div|em|h[1-6]|i|li|p|span|strong|u|ul)(?:\s[^<>]*)?/?>"
    r"|&(?:amp|apos|gt|lt|nbsp|quot|shy|#\d{1,7}|#x[0-9a-f]{1,6});"
    r"|\[[^\]\[\n]{1,80}\]\([^()\s]{1,200}\)"
    r"|^\#{1,4} (?=\S)",
    re.IGNORECASE | re.MULTILINE,
)
"""Such as nobody types in a sentence: bold, a tag, an entity, a link, a heading."""
