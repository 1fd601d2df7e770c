"""The map of a sheet: which column means what. It lies beside the sheet, for people to change."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from action_plans.english.near import did_you_mean, nearest
from action_plans.english.wording import either
from action_plans.exchange.foreign_sheet.cell_dates import DateOrder
from action_plans.exchange.foreign_sheet.column_meanings import Meaning
from action_plans.model.errors import ActionPlansError
from action_plans.model.printable import printable

Taken = Mapping[str, Mapping[str, str]]
"""What the sheet said last time: by the id of a finding or action, a short sum of each field."""

GREENS = ("on-track", "closed")
"""What green may mean."""

T = TypeVar("T")

_ROW = re.compile(r"0{0,9}[1-9]\d{0,8}")
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(eq=False)
class MapError(ActionPlansError):
    """A map of a sheet cannot be used: each line says where, what is wrong and what to write."""

    lines: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join([*self.lines, "Nothing was written. Without the map the columns are recognised again."])


@dataclass(frozen=True, slots=True)
class TableMap:
    """A table: the name of its sheet, the last row of its header, and what its columns mean, by their names.

    `line` is where the map says so, from 1; 0 where nobody wrote it.
    """

    sheet: str
    header_row: int
    columns: Mapping[str, Meaning]
    line: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class SheetMap:
    """The map of a file: its tables, what owners stand for, how dates are written, what green means."""

    tables: tuple[TableMap, ...]
    owners: Mapping[str, str] = field(default_factory=dict)
    dates: DateOrder | None = None
    green: str = GREENS[0]
    taken: Taken = field(default_factory=dict)


def read_map(text: str, name: str) -> SheetMap:
    """Read a map; `name` is how people know its file.

    Raises:
        MapError: it is no YAML, or says what a map cannot; all mistakes at once.
    """
    try:
        root = yaml.compose(text, _Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark is not None else 1
        raise MapError(
            (f"{name}:{line}: it cannot be read as YAML: {printable(error.problem or 'a mistake')}.",)
        ) from None
    except (yaml.YAMLError, ValueError, RecursionError):
        raise MapError((f"{name}: it cannot be read as YAML. Take it away to have the columns recognised.",)) from None
    reader = _MapReader(name)
    found = reader.whole(root)
    if reader.wrong:
        raise MapError(tuple(reader.wrong))
    return found


class _MapReader:
    """Reads the nodes of a map, and gathers what is wrong."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.wrong: list[str] = []

    def whole(self, root: Node | None) -> SheetMap:
        if not isinstance(root, MappingNode):
            self._say(root, "a map begins with sheet: NAME, header_row: NUMBER and columns:.")
            return SheetMap(())
        fields = dict(
            self._fields(root, ("sheet", "header_row", "columns", "tables", "owners", "dates", "green", "taken"))
        )
        several = fields.get("tables")
        if several is None:
            tables = [self._table(fields, root)]
        else:
            items = several.value if isinstance(several, SequenceNode) else [several]
            names = ("sheet", "header_row", "columns")
            tables = [self._table(dict(self._fields(one, names)), one) for one in items]
        dates = self._choice(fields.get("dates"), [*DateOrder, "each column"], "dates")
        green = self._choice(fields.get("green"), GREENS, "green")
        return SheetMap(
            tuple(tables),
            dict(self._texts(fields.get("owners"))),
            DateOrder(dates) if dates in list(DateOrder) else None,
            green or GREENS[0],
            {key: dict(self._texts(node)) for key, node in self._pairs(fields.get("taken"))},
        )

    def _table(self, fields: Mapping[str, Node], node: Node) -> TableMap:
        for name, example in (("header_row", "header_row: 3"), ("columns", "columns: {By whom: owner}")):
            if name not in fields:
                self._say(node, f"{name} is missing. Write it, such as {example}.")
        row = self._text(fields.get("header_row"))
        if row and not _ROW.fullmatch(row):
            self._say(
                fields["header_row"], f"header_row is “{printable(row)}”. Write the number of the row with the names."
            )
            row = ""
        columns = {}
        for label, value in self._pairs(fields.get("columns")):
            meaning = self._choice(value, list(Meaning), f"column {printable(label)}")
            if meaning:
                columns[label] = Meaning(meaning)
        return TableMap(self._text(fields.get("sheet")), int(row or 0), columns, node.start_mark.line + 1)

    def _choice(self, node: Node | None, known: list[T] | tuple[T, ...], what: str) -> str:
        if node is None:
            return ""
        text = self._text(node).strip().casefold().replace(" ", "_" if isinstance(known[0], Meaning) else " ")
        names = [str(one) for one in known]
        if text in names:
            return text
        near = nearest(text, names)
        hint = did_you_mean(near) if near else f"Write {either(names)}."
        self._say(node, f"{what} is “{printable(self._text(node))}”. {hint}")
        return ""

    def _fields(self, node: Node, names: tuple[str, ...]) -> Iterator[tuple[str, Node]]:
        for name, value in self._pairs(node):
            if name in names:
                yield name, value
            else:
                near = nearest(name, names)
                hint = did_you_mean(near) if near else f"There are: {', '.join(names)}."
                self._say(value, f"there is no {printable(name)} in a map. {hint}")

    def _texts(self, node: Node | None) -> Iterator[tuple[str, str]]:
        for name, value in self._pairs(node):
            yield name, self._text(value)

    def _pairs(self, node: Node | None) -> Iterator[tuple[str, Node]]:
        if node is None or (isinstance(node, ScalarNode) and not node.value):
            return
        if not isinstance(node, MappingNode):
            self._say(node, "here stand names, each with a colon and what it means.")
            return
        seen: set[str] = set()
        for key, value in node.value:
            name = str(key.value) if isinstance(key, ScalarNode) else ""
            if name.casefold() in seen:
                self._say(key, f"{printable(name)} stands here twice. Take one out.")
            seen.add(name.casefold())
            yield name, value

    def _text(self, node: Node | None) -> str:
        if node is None:
            return ""
        if not isinstance(node, ScalarNode):
            self._say(node, "here stands one value.")
            return ""
        return str(node.value)

    def _say(self, node: Node | None, words: str) -> None:
        place = f"{self._name}:{node.start_mark.line + 1}" if node is not None else self._name
        said = f"{place}: {words}"
        if said not in self.wrong:
            self.wrong.append(said)
