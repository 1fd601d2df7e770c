"""Setting a field of a plan's text, or taking it out: the fewest characters, so that all around stays as it is."""

from collections.abc import Iterable, Mapping, Sequence

from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from action_plans.exchange.plan_changes import Change, SetField, order_at
from action_plans.exchange.plan_edits import Edits
from action_plans.exchange.plan_layout import Layout, LayoutError, Span, Steps, is_empty
from action_plans.exchange.yaml_words import Value, fields_in_block, text_inline, text_lines, value_inline
from action_plans.model.plan import Plan
from action_plans.model.record import Record

STEP = "  "
"""How much deeper each layer of a plan is written."""


class FieldEditing:
    """Sets fields of one text, and takes them out."""

    def __init__(self, layout: Layout, edits: Edits, changes: Iterable[Change], of: type[Record] = Plan) -> None:
        """Keep in mind what is taken out: nothing can be put in beside it. `of` is what the file holds."""
        self._of = of
        self._layout = layout
        self._edits = edits
        self._removed = {
            (change.steps, change.field) for change in changes if isinstance(change, SetField) and change.value is None
        }

    def set(self, change: SetField) -> None:
        """Give a field a value, or take it out.

        Raises:
            LayoutError: it is written in a way that cannot be edited.
        """
        layout, depth = self._layout, len(change.steps)
        mapping = layout.mapping(change.steps)
        found = layout.pair(mapping, change.field)
        if change.value is None:
            if found is not None:
                self._remove(mapping, found[0], change.steps, depth)
        elif change.is_first and found is None:
            self._insert_first(mapping, f"{change.field}: {value_inline(change.value)}", depth)
        elif found is None:
            self.insert(mapping, change, change.value)
        elif change.is_first:
            self.replace_value(found, value_inline(change.value), depth)
        else:
            self._replace(mapping, found, change.value, depth)

    def insert(self, mapping: MappingNode, change: Change, value: Value) -> None:
        """Write a field that is not there yet."""
        bare = value[0] if isinstance(value, Sequence) and not isinstance(value, str) and len(value) == 1 else value
        if mapping.flow_style:
            self.insert_flow(mapping, change, value_inline(bare))
        else:
            self.insert_lines(mapping, change, fields_in_block({change.field: bare}, self.indent_of(mapping)))

    def insert_lines(self, mapping: MappingNode, change: Change, lines: Sequence[str]) -> None:
        """Write a field that is not there yet as lines; those after the first bring their indent."""
        layout, indent = self._layout, self.indent_of(mapping)
        place = layout.end_with_comments(self._end_of_pair(*self._neighbour(mapping, change)), len(indent))
        self._edits.insert(place, "\n" + indent + "\n".join(lines), len(change.steps))

    def insert_flow(self, mapping: MappingNode, change: Change, text: str) -> None:
        """Write a field that is not there yet between braces."""
        place = self._end_of_pair(*self._neighbour(mapping, change))
        self._edits.insert(place, f", {change.field}: {text}", len(change.steps))

    def indent_of(self, mapping: MappingNode) -> str:
        """Return what stands before the fields of a mapping."""
        return " " * self._layout.column_of(mapping.value[0][0].start_mark.index)

    def replace_value(self, found: tuple[Node, Node], text: str, depth: int) -> None:
        """Put a text in the place of a value."""
        key, old = found
        layout = self._layout
        colon = layout.after_colon(key)
        start, end = int(old.start_mark.index), layout.end_of(old)
        if is_empty(old) and start == int(old.end_mark.index):
            self._edits.insert(colon, f" {text}", depth)
            return
        between = layout.text[colon:start]
        if not between.strip() and len(between.splitlines()) > 1 and not isinstance(old, ScalarNode):
            start, text = colon, f" {text}"
        self._edits.put(Span(start, end), text, depth)

    def _replace(self, mapping: MappingNode, found: tuple[Node, Node], value: Value, depth: int) -> None:
        key, old = found
        layout = self._layout
        if isinstance(value, str):
            like = layout.text[old.start_mark.index : layout.end_of(old)] if isinstance(old, ScalarNode) else ""
            indent = _inner_indent(like) or " " * layout.column_of(key.start_mark.index) + STEP
            text = text_inline(value, like) if mapping.flow_style else text_lines(value, indent, like)
            self.replace_value(found, text, depth)
        elif isinstance(old, SequenceNode) and not old.flow_style and not isinstance(value, Mapping):
            self._replace_lines(found, old, value, depth)
        else:
            several = [value] if isinstance(value, Mapping) else list(value)
            bare = len(several) == 1 and not isinstance(old, SequenceNode)
            self.replace_value(found, value_inline(several[0] if bare else several), depth)

    def _replace_lines(self, found: tuple[Node, Node], old: SequenceNode, values: Sequence[Value], depth: int) -> None:
        """Write a list that has a line for each value: the lines of those that stay are kept, comments and all."""
        layout = self._layout
        kept = [node for node in old.value if node.value in values]
        new = [one for one in values if one not in [node.value for node in kept]]
        in_order = [*(node.value for node in kept), *new] == list(values)
        if not kept or not in_order or not all(self._has_own_line(node) for node in old.value):
            self.replace_value(found, value_inline(values), depth)
            return
        for node in old.value:
            if node.value not in values:
                end = layout.end_of_line(layout.end_of(node))
                self._edits.put(Span(layout.end_of_line_before(node.start_mark.index), end), "", depth + 1)
        column = " " * layout.column_of(old.start_mark.index)
        lines = "".join(f"\n{column}- {value_inline(one)}" for one in new)
        self._edits.insert(layout.end_of_line(layout.end_of(kept[-1])), lines, depth + 1)

    def _has_own_line(self, node: Node) -> bool:
        start = int(node.start_mark.index)
        return (
            isinstance(node, ScalarNode) and self._layout.text[self._layout.start_of_line(start) : start].strip() == "-"
        )

    def _insert_first(self, mapping: MappingNode, text: str, depth: int) -> None:
        between = ", " if mapping.flow_style else f"\n{self.indent_of(mapping)}"
        self._edits.insert(int(mapping.value[0][0].start_mark.index), f"{text}{between}", depth)

    def _neighbour(self, mapping: MappingNode, change: Change) -> tuple[Node, Node]:
        """Return the field after which a new one stands: the last of those before it in the model's order."""
        order = order_at(change.steps, self._of)
        staying = [pair for pair in mapping.value if (change.steps, pair[0].value) not in self._removed]
        if not staying:
            raise LayoutError("nothing would be left there.")
        before = order[: order.index(change.field)] if change.field in order else order
        known = [pair for pair in staying if pair[0].value in before]
        found: tuple[Node, Node] = (known or staying)[-1]
        return found

    def _remove(self, mapping: MappingNode, key: Node, steps: Steps, depth: int) -> None:
        layout = self._layout
        number = next(number for number, pair in enumerate(mapping.value) if pair[0] is key)
        start = int(key.start_mark.index)
        later = [int(one.start_mark.index) for one, _ in mapping.value[number + 1 :]]
        if mapping.flow_style:
            self._remove_in_flow(mapping, number, steps, depth)
        elif layout.text[layout.start_of_line(start) : start].strip():  # it stands behind a dash
            if not later:
                raise LayoutError("nothing would be left there.")
            self._edits.put(Span(start, later[0]), "", depth)
        else:
            end = layout.end_of_line(self._end_of_pair(key, mapping.value[number][1]))
            self._edits.put(Span(layout.end_of_line_before(start), end), "", depth)

    def _remove_in_flow(self, mapping: MappingNode, number: int, steps: Steps, depth: int) -> None:
        """Take a field out between braces, with one comma; of several at the end the first takes out all."""
        goes = [(steps, key.value) in self._removed for key, _ in mapping.value]
        if not all(goes[number:]):
            following = int(mapping.value[number + 1][0].start_mark.index)
            self._edits.put(Span(int(mapping.value[number][0].start_mark.index), following), "", depth)
        elif not number:
            raise LayoutError("nothing would be left there.")
        elif not goes[number - 1]:
            ends = self._end_of_pair(*mapping.value[number - 1]), self._end_of_pair(*mapping.value[-1])
            self._edits.put(Span(*ends), "", depth)

    def _end_of_pair(self, key: Node, value: Node) -> int:
        return max(self._layout.end_of(value), self._layout.after_colon(key))


def _inner_indent(like: str) -> str:
    """Return the indent of the lines of a text behind `|` or `>`, as they stand; nothing where there are none."""
    if like[:1] not in ("|", ">"):
        return ""
    lines = [line for line in like.splitlines()[1:] if line.strip()]
    return lines[0][: len(lines[0]) - len(lines[0].lstrip(" "))] if lines else ""
