"""How a value is written in YAML, so that it is read back as what was meant; what is written is read to make sure."""

import json
import re
import textwrap
from collections.abc import Mapping, Sequence
from functools import lru_cache

from action_plans.reading.yaml.located_yaml import read_mapping

Value = str | Sequence["Value"] | Mapping[str, "Value"]
"""A text, several values, or fields with their values; figures and dates are texts as they are written."""

WIDEST = 120
"""How long a line becomes before what stands on it is written on several."""

_LITERAL_HEADERS = ("|", "|-", ">", ">-")
_NARROWEST = 40
_PLAIN_KEY = re.compile(r"[A-Za-z_](?:[\w ()/.&-]*[\w).])?")
_NO_KEYS = frozenset(("yes", "no", "on", "off", "true", "false", "null"))
"""Words that some programs read as something else than a name."""


def text_lines(text: str, indent: str, like: str = "") -> str:
    """Return a text as the value of a field in a block: on the field's own line, or below it behind `|` or `>`.

    `indent` is that of the lines below. `like` is how the value before was written, whose manner is kept where it
    still says the same.
    """
    for made in _manners(text, indent, like):
        if _is_read_as(f"field: {made}\n", text):
            return made
    return _quoted(text)


def text_inline(text: str, like: str = "") -> str:
    """Return a text as it stands inside `[..]` or `{..}`: bare where that is safe, else in quotes."""
    for made in (*_quotes_like(text, like), text):
        if _is_read_as(f"{{field: {made}, other: a}}\n", text) and _is_read_as(f"[{made}, a]\n", text):
            return made
    return _quoted(text)


def value_inline(value: Value) -> str:
    """Return a value on one line."""
    if isinstance(value, str):
        return text_inline(value)
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key_words(name)}: {value_inline(one)}' for name, one in value.items() if one)}}}"
    return f"[{', '.join(map(value_inline, value))}]"


def key_words(name: str) -> str:
    """Return the name of a field as it is written: bare where it is plain, else in quotes."""
    return name if _PLAIN_KEY.fullmatch(name) and name.casefold() not in _NO_KEYS else _quoted(name)


def fields_in_block(fields: Mapping[str, Value], indent: str) -> list[str]:
    """Return fields, one after the other, as lines of a block: the first bare, the others with `indent`.

    An empty text leaves the field to be filled in.
    """
    lines: list[str] = []
    for field, value in fields.items():
        name = key_words(field)
        if not value:
            lines.append(f"{name}:")
        elif isinstance(value, str):
            lines += f"{name}: {text_lines(value, f'{indent}  ')}".split("\n")
        elif isinstance(value, Mapping) and is_long({field: value}, len(indent)):
            first, *others = fields_in_block(value, f"{indent}  ")
            lines += [f"{name}:", f"{indent}  {first}", *others]
        elif not isinstance(value, Mapping) and any(isinstance(one, Mapping) for one in value):
            lines.append(f"{name}:")
            for one in value:
                lines += _item_in_block(one, f"{indent}  ")
        else:
            lines.append(f"{name}: {value_inline(value)}")
    return [line if number == 0 or line.startswith(indent) else f"{indent}{line}" for number, line in enumerate(lines)]


def _item_in_block(item: Value, indent: str) -> list[str]:
    """Return an item of a list as lines: on one, or where a text in it has several, a field on each."""
    if not isinstance(item, Mapping) or not has_paragraphs(item):
        return [f"{indent}- {value_inline(item)}"]
    first, *others = fields_in_block(item, f"{indent}  ")
    return [f"{indent}- {first}", *others]


def is_long(item: Mapping[str, Value], indent: int) -> bool:
    """Whether an item does not fit well on one line."""
    return has_paragraphs(item) or indent + len(value_inline(item)) > WIDEST


def has_paragraphs(item: Mapping[str, Value]) -> bool:
    """Whether a text of an item has several lines."""
    return any(
        has_paragraphs(value) if isinstance(value, Mapping) else isinstance(value, str) and "\n" in value
        for value in item.values()
    )


def _manners(text: str, indent: str, like: str) -> list[str]:
    """Return the ways in which a text may be written, the most fitting first."""
    header = like.split("\n", 1)[0].split("#", maxsplit=1)[0].strip()
    several = "\n" in text
    found: list[str] = []
    if header in _LITERAL_HEADERS:
        found.append(_folded(text, indent, like, header) if header[0] == ">" else _literal(text, indent, header))
    if several:
        return [*found, _literal(text, indent, "|")]
    return [*found, *_quotes_like(text, like), text]


def _quotes_like(text: str, like: str) -> list[str]:
    if "\n" in text:
        return []
    if like[:1] == '"':
        return [_quoted(text)]
    if like[:1] == "'":
        return ["'" + text.replace("'", "''") + "'"]
    return []


def _literal(text: str, indent: str, header: str) -> str:
    return "\n".join([header, *(f"{indent}{line}" if line else "" for line in text.split("\n"))])


def _folded(text: str, indent: str, like: str, header: str) -> str:
    """Return a text folded as wide as the one before was."""
    widest = max((len(line.strip()) for line in like.split("\n")[1:]), default=WIDEST)
    lines = [header]
    for paragraph in text.split("\n"):
        folded = textwrap.wrap(
            paragraph, max(widest, _NARROWEST), break_long_words=False, break_on_hyphens=False, drop_whitespace=True
        )
        lines += [*(f"{indent}{line}" for line in folded), ""]
    return "\n".join(lines[:-1])


def _quoted(text: str) -> str:
    """Return a text in double quotes, in which nothing means anything and every line end is written out."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\x7f")


@lru_cache(maxsize=4096)  # blocks to paste say the same days, roles and words to be replaced again and again
def _is_read_as(line: str, text: str) -> bool:
    """Whether our own reading finds exactly this text in a line, and nothing to say about it."""
    of_list = "list" if line.startswith("[") else ""
    written = read_mapping(line, "", ("field", "other", "list"), of_list)
    if written.problems or written.data is None:
        return False
    found = written.data.get("list", [None])[0] if of_list else written.data.get("field")
    return isinstance(found, str) and found.strip() == text
