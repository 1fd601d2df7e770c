"""Where changes of a plan become edits of its text."""

from collections.abc import Mapping, Sequence

from action_plans.exchange.field_editing import FieldEditing
from action_plans.exchange.list_editing import ListEditing
from action_plans.exchange.plan_changes import AddItem, Change, order_at
from action_plans.exchange.plan_edits import Edits
from action_plans.exchange.plan_layout import Layout, Steps
from action_plans.exchange.yaml_words import Value
from action_plans.model.plan import Plan
from action_plans.model.record import Record


def edited(layout: Layout, changes: Sequence[Change]) -> str:
    """Return the text after some changes. Several items for one list are added in their order.

    Raises:
        LayoutError: it is laid out in a way that this cannot edit.
    """
    return gathered(layout, changes).made()


def gathered(layout: Layout, changes: Sequence[Change], of: type[Record] = Plan) -> Edits:
    """Return the edits that some changes of a file come to, not made yet. `of` is what the file holds.

    Raises:
        LayoutError: it is laid out in a way that this cannot edit.
    """
    edits = Edits(layout)
    fields = FieldEditing(layout, edits, changes, of)
    lists = ListEditing(layout, edits, fields)
    items: dict[tuple[Steps, str], list[Mapping[str, Value]]] = {}
    for change in changes:
        if isinstance(change, AddItem):
            items.setdefault((change.steps, change.field), []).append(change.item)
    for change in _in_order(changes, of):
        if not isinstance(change, AddItem):
            fields.set(change)
        elif several := items.pop((change.steps, change.field), None):
            lists.add(change, several)
    return edits


def _in_order(changes: Sequence[Change], of: type[Record]) -> list[Change]:
    """Return the changes so that new fields of one thing come in the order of the model."""
    orders = {steps: order_at(steps, of) for steps in dict.fromkeys(change.steps for change in changes)}
    places = {steps: {name: place for place, name in enumerate(names)} for steps, names in orders.items()}
    return sorted(changes, key=lambda change: places[change.steps].get(change.field, len(places[change.steps])))
