"""Adding items to a list in a plan's text, however the list is written: or not at all yet."""

from collections.abc import Mapping, Sequence

from yaml.nodes import MappingNode, Node, SequenceNode

from action_plans.exchange.field_editing import STEP, FieldEditing
from action_plans.exchange.plan_changes import AddItem
from action_plans.exchange.plan_edits import Edits
from action_plans.exchange.plan_layout import Layout, LayoutError, is_empty
from action_plans.exchange.yaml_words import Value, fields_in_block, has_paragraphs, is_long, value_inline

Items = Sequence[Mapping[str, Value]]

_IN_BLOCKS = ("findings", "actions", "objectives", "measures")
"""What a plan holds most of: each field on a line of its own."""


class ListEditing:
    """Adds items to the lists of one text."""

    def __init__(self, layout: Layout, edits: Edits, fields: FieldEditing) -> None:
        self._layout = layout
        self._edits = edits
        self._fields = fields

    def add(self, change: AddItem, items: Items) -> None:
        """Write items at the end of a list."""
        layout, mapping, depth = self._layout, self._layout.mapping(change.steps), len(change.steps)
        found = layout.pair(mapping, change.field)
        if found is None or is_empty(found[1]) or (isinstance(found[1], SequenceNode) and not found[1].value):
            self._add_new(mapping, found, change, items, depth)
            return
        held = found[1]
        end = layout.end_of(held)
        inline = "".join(f", {value_inline(item)}" for item in items)
        if isinstance(held, SequenceNode) and held.flow_style:
            after = layout.end_of(held.value[-1])
            self._edits.insert(after, inline, depth + 1)
        elif isinstance(held, SequenceNode):
            lines = [line for item in items for line in self._item_lines(held, item)]
            place = layout.end_with_comments(end, layout.column_of(held.start_mark.index))
            self._edits.insert(place, "".join(f"\n{line}" for line in lines), depth + 1)
        elif isinstance(held, MappingNode) and held.flow_style:
            start = int(held.start_mark.index)
            self._edits.insert(start, "[", depth + 1)
            self._edits.insert(end, f"{inline}]", depth + 1)
        elif isinstance(held, MappingNode):
            self._add_to_single(held, items, depth + 1)
        else:
            raise LayoutError(f"{change.field} holds no list there.")

    def _add_to_single(self, held: MappingNode, items: Items, depth: int) -> None:
        """Make a list of the one item that stands without a dash, and add to it."""
        layout = self._layout
        start = int(held.value[0][0].start_mark.index)
        end = layout.end_with_comments(layout.end_of(held), layout.column_of(start) - 1)
        indent = " " * layout.column_of(start)
        self._edits.insert(start, "- ", depth + 2)
        place = layout.next_line(start)
        while place < end:
            if layout.text[place : layout.end_of_line(place)].strip():
                self._edits.insert(place, STEP, depth + 2)
            place = layout.next_line(place)
        last = layout.end_of_line(end)
        lines = [line for item in items for line in _block_item(item, indent)]
        self._edits.insert(last, "".join(f"\n{line}" for line in lines), depth)

    def _item_lines(self, held: SequenceNode, item: Mapping[str, Value]) -> list[str]:
        """Return an item as the last of a list is written: on one line or on several, with an empty line before it."""
        layout = self._layout
        indent = " " * layout.column_of(held.start_mark.index)
        last = held.value[-1]
        in_one_line = bool(getattr(last, "flow_style", False)) and not has_paragraphs(item)
        lines = [f"{indent}- {value_inline(item)}"] if in_one_line else _block_item(item, indent)
        if len(held.value) > 1:
            before, start = layout.end_of(held.value[-2]), int(last.start_mark.index)
            between = layout.text[layout.end_of_line(before) : start].splitlines()
            if any(not line.strip() for line in between[1:-1]):
                lines.insert(0, "")
        return lines

    def _add_new(
        self,
        mapping: MappingNode,
        found: tuple[Node, Node] | None,
        change: AddItem,
        items: Items,
        depth: int,
    ) -> None:
        """Write a list that is not there yet, or is empty."""
        layout = self._layout
        if mapping.flow_style or (found is not None and _is_written_out(found[1])):
            text = value_inline(list(items))
            if found is not None:
                self._fields.replace_value(found, text, depth)
            else:
                self._fields.insert_flow(mapping, change, text)
            return
        indent = self._fields.indent_of(mapping) + STEP
        lines: list[str] = []
        for item in items:
            in_block = change.field in _IN_BLOCKS or is_long(item, len(indent))
            lines += _block_item(item, indent) if in_block else [f"{indent}- {value_inline(item)}"]
        if found is None:
            self._fields.insert_lines(mapping, change, [f"{change.field}:", *lines])
        else:
            end = layout.end_of_line(layout.after_colon(found[0]))
            self._edits.insert(end, "".join(f"\n{line}" for line in lines), depth)


def _is_written_out(empty: Node) -> bool:
    """Whether an empty value is written as `[]` or `~`."""
    return int(empty.end_mark.index) > int(empty.start_mark.index)


def _block_item(item: Mapping[str, Value], indent: str) -> list[str]:
    block = fields_in_block(item, f"{indent}  ")
    return [f"{indent}- {block[0]}", *block[1:]]
