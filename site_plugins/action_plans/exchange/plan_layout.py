"""Where things stand in the text of a plan: the spans that an edit may replace, and nothing around them."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_YamlLoader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Steps = tuple[str | int, ...]
"""The way to a mapping: names of fields and numbers of items, from 0; of a single value in place of a list, 0."""

_BREAKS_OF_OLD = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})
_BLOCK_TEXT = ("|", ">")
_INDENT = re.compile(r"[ ]*")


class _Loader(_YamlLoader):  # type: ignore[misc,valid-type]  # whichever of two the machine has
    """Finds where everything stands, without asking of each value what type it may be: nobody asks here."""

    def resolve(self, *_: object) -> str:
        """Return the tag of any value: none."""
        return ""

    def descend_resolver(self, *_: object) -> None:
        """Take no note of the way to a value, by which its type might be known."""

    def ascend_resolver(self) -> None:
        """Likewise on the way back."""


class LayoutError(Exception):
    """The text cannot be edited there; the message says why, in words."""


@dataclass(frozen=True, slots=True)
class Span:
    """A part of the text: `start` and `end` are counted in characters."""

    start: int
    end: int


class Layout:
    """The text of a plan with the place of everything in it. Cost: one reading, then look-ups."""

    def __init__(self, text: str) -> None:
        """Find out how a text, without the mark at its beginning, is laid out.

        Raises:
            LayoutError: it is no YAML, or no mapping.
        """
        self.text = text
        try:
            root = yaml.compose(text.translate(_BREAKS_OF_OLD), _Loader)
        except (yaml.YAMLError, ValueError) as error:
            raise LayoutError("it cannot be read.") from error
        if not isinstance(root, MappingNode):
            raise LayoutError("it holds no fields.")
        self.root = root
        self._items: dict[int, list[Node]] = {}

    @cached_property
    def line_end(self) -> str:
        """The line end of the text."""
        return "\r\n" if "\r\n" in self.text else "\n"

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in re.finditer(r"\r\n|\n|\r", self.text))]

    def mapping(self, steps: Steps) -> MappingNode:
        """Return the mapping that steps lead to.

        Raises:
            LayoutError: they lead nowhere.
        """
        node: Node = self.root
        for step in steps:
            if isinstance(step, str):
                pair = self.pair(node, step)
                if pair is None:
                    raise LayoutError(f"there is no {step} there.")
                node = pair[1]
            elif isinstance(node, SequenceNode):
                node = self._items_of(node)[step]
            elif step:
                raise LayoutError("there is no such item there.")
        if not isinstance(node, MappingNode):
            raise LayoutError("there are no fields there.")
        return node

    def _items_of(self, several: SequenceNode) -> list[Node]:
        """Return the items of a list that count as given: reading leaves the others out."""
        key = id(several)
        if key not in self._items:
            self._items[key] = [one for one in several.value if not is_empty(one)]
        return self._items[key]

    def pair(self, mapping: Node, name: str) -> tuple[Node, Node] | None:
        """Return a field of a mapping and its value."""
        if not isinstance(mapping, MappingNode):
            return None
        return next(((key, value) for key, value in mapping.value if key.value == name), None)

    def end_of(self, node: Node) -> int:
        """Return where the last character of a value stands, and one more; comments behind it are no part of it."""
        if isinstance(node, ScalarNode):
            return self._end_of_block_text(node) if node.style in _BLOCK_TEXT else int(node.end_mark.index)
        if not isinstance(node, MappingNode | SequenceNode) or node.flow_style or not node.value:
            return int(node.end_mark.index)
        last = node.value[-1]
        if isinstance(last, tuple):
            return max(self.end_of(last[1]), self.after_colon(last[0]))
        return self.end_of(last) if not is_empty(last) else int(last.start_mark.index)

    def after_colon(self, key: Node) -> int:
        """Return the place behind the colon of a field."""
        return self.text.index(":", key.end_mark.index) + 1

    def start_of_line(self, place: int) -> int:
        """Return where the line of a place begins."""
        return self._starts[bisect_right(self._starts, place) - 1]

    def end_of_line(self, place: int) -> int:
        """Return where the line of a place ends, before its line end."""
        found = re.compile(r"[\r\n]").search(self.text, place)
        return found.start() if found else len(self.text)

    def end_with_comments(self, place: int, column: int) -> int:
        """Return where what ends on the line of a place ends, before its line end, with the comments that belong to it.

        These stand below it, deeper than a column: no more than what ends there can be meant by them.
        """
        end = self.end_of_line(place)
        following = self.next_line(place)
        while following < len(self.text):
            line_end = self.end_of_line(following)
            line = self.text[following:line_end].lstrip(" ")
            if line.startswith("#") and line_end - following - len(line) > column:
                end = line_end
            elif line.strip():
                break
            following = self.next_line(following)
        return end

    def end_of_line_before(self, place: int) -> int:
        """Return where the line before that of a place ends, before its line end; 0 where there is none."""
        start = self.start_of_line(place)
        if not start:
            return 0
        return start - (2 if self.text[start - 2 : start] == "\r\n" else 1)

    def next_line(self, place: int) -> int:
        """Return where the line after that of a place begins; the end of the text where there is none."""
        number = bisect_right(self._starts, place)
        return self._starts[number] if number < len(self._starts) else len(self.text)

    def line_of(self, place: int) -> int:
        """Return the number of the line of a place, from 1."""
        return bisect_right(self._starts, place)

    def column_of(self, place: int) -> int:
        """Return how many characters stand before a place on its line."""
        return place - self.start_of_line(place)

    def _end_of_block_text(self, node: ScalarNode) -> int:
        """Return where the last line of a text behind `|` or `>` ends that says something."""
        end = self.end_of_line(node.start_mark.index)
        indent: int | None = None
        place = self.next_line(node.start_mark.index)
        while place < len(self.text) and place < node.end_mark.index:
            line_end = self.end_of_line(place)
            line = self.text[place:line_end]
            if line.strip():
                deep = len(_INDENT.match(line)[0])  # type: ignore[index]  # it matches nothing at all, too
                indent = deep if indent is None else indent
                if deep < indent:
                    break
                end = line_end
            place = self.next_line(place)
        return end


def is_empty(node: Node) -> bool:
    """Whether a value counts as not given."""
    return isinstance(node, ScalarNode) and not node.style and node.value in ("", "~", "null", "Null", "NULL")
