"""Writing the map of a sheet: comments that say how to change it, and what it said last time at its end."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from action_plans.exchange.foreign_sheet.sheet_map import SheetMap, TableMap, read_map
from action_plans.exchange.yaml_words import key_words, text_inline, value_inline
from action_plans.model.printable import printable

_END = "# What the sheet said when it was imported last: leave this to the program."
_EACH_COLUMN = "each column"
_COLUMNS = re.compile(r" *columns: *(?:#.*)?")
_EMPTY = '""'


def map_text(wanted: SheetMap, file: str, before: str | None) -> str:
    """Return the text of a map of a file.

    Where `before`, the text that stands there, says the same, it is kept with its comments up to what was said last.
    """
    head = _kept(before, wanted) if before is not None else None
    if head is None:
        head = "\n".join(_lines(wanted, file)) + "\n"
    last = [f"  {key_words(key)}: {{{_sums(sums)}}}" for key, sums in wanted.taken.items()]
    return "\n".join([head.rstrip("\n"), "", _END, "taken:" if last else "taken: {}", *last]) + "\n"


def _sums(sums: Mapping[str, str]) -> str:
    return ", ".join(f'{key_words(name)}: "{one}"' for name, one in sums.items())


def _kept(before: str, wanted: SheetMap) -> str | None:
    said = read_map(before, "")
    owners = {**said.owners, **wanted.owners}
    if (said.dates, said.green, len(said.tables)) != (wanted.dates, wanted.green, len(wanted.tables)):
        return None
    head = _with_columns(before.split(_END, 1)[0], said.tables, wanted.tables) if _END in before else None
    if head is None:
        return None
    new = {words: title for words, title in owners.items() if words not in said.owners}
    return _with_owners(head, new) if new else head


def _with_columns(head: str, said: Sequence[TableMap], wanted: Sequence[TableMap]) -> str | None:
    """Return a map with more columns behind those that it has; None where more differs, or it is written otherwise.

    Tables are taken from the last, so that the lines of those above stay where they are.
    """
    lines = head.split("\n")
    for old, new in sorted(zip(said, wanted, strict=True), key=lambda one: -one[0].line):
        more = {label: meaning for label, meaning in new.columns.items() if label not in old.columns}
        if replace(new, columns=old.columns) != old or {**old.columns, **more} != new.columns:
            return None
        if not more:
            continue
        begins = next((at for at in range(old.line - 1, len(lines)) if _COLUMNS.fullmatch(lines[at])), None)
        if begins is None:
            return None
        inside = len(lines[begins]) - len(lines[begins].lstrip())
        ends = begins + 1
        while ends < len(lines) and len(lines[ends]) - len(lines[ends].lstrip()) > inside:
            ends += 1
        lines[ends:ends] = [f"{' ' * (inside + 2)}{key_words(label)}: {meaning}" for label, meaning in more.items()]
    return "\n".join(lines)


def _with_owners(head: str, new: Mapping[str, str]) -> str | None:
    """Return a map with more owners in it, in front of those it has; None where it is written in another way."""
    lines = "".join(f"\n  {key_words(words)}: {text_inline(title)}" for words, title in new.items())
    made = re.sub(r"(?m)^owners:[ ]*(?:\{\})?[ ]*$", lambda _: f"owners:{lines}", head, count=1)
    return made if made != head else None


def _lines(wanted: SheetMap, file: str) -> Iterator[str]:
    yield f"# How {printable(file)} was read. Change what is wrong, save this, and import the file again with --map."
    yield "# A column that is no field of a plan: extra keeps it in the words of the sheet."
    if len(wanted.tables) == 1:
        yield from _table(wanted.tables[0])
    else:
        yield "tables:"
        for one in wanted.tables:
            first, *others = _table(one)
            yield f"  - {first}"
            yield from (f"    {line}" for line in others)
    yield "# Who is meant. For a person or initials write the role: Registered manager; of several: one; other."
    if wanted.owners:
        yield "owners:"
        yield from (f"  {key_words(words)}: {text_inline(title)}" for words, title in wanted.owners.items())
    else:
        yield "owners: {}"
    yield "# How 03/04/2026 is read: day-first, month-first, or as each column shows by itself."
    yield f"dates: {wanted.dates or _EACH_COLUMN}"
    yield "# What green means: on-track or closed."
    yield f"green: {wanted.green}"


def _table(table: TableMap) -> list[str]:
    columns: Mapping[str, str] = table.columns
    return [
        f"sheet: {value_inline(table.sheet) if table.sheet else _EMPTY}",
        f"header_row: {table.header_row}",
        "columns:",
        *(f"  {key_words(label)}: {meaning}" for label, meaning in columns.items()),
    ]
