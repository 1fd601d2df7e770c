"""Which list of a plan is meant by a name that it does not know, told by what stands in it."""

from collections.abc import Mapping
from typing import Any

from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.record import ORIGINS_KEY, Record
from action_plans.model.reflection import field_names
from action_plans.reading.records.record_fields import nearest_field


def list_meant(name: str, value: Any, record: type[Record] | None) -> str | None:  # noqa: ANN401 -- whatever was written
    """Return the field of a plan that someone meant who wrote things under another name, or None.

    What they are called decides, else the fields that they have: things with an owner and a day are actions.
    """
    things = value if isinstance(value, list) else [value]
    if record is not Plan or not things or not all(isinstance(thing, dict) for thing in things):
        return None
    near = nearest_field(name, record)
    return near if near in ITEM_FIELDS else _by_fields(things)


def _by_fields(things: list[Mapping[str, Any]]) -> str | None:
    names = {name for thing in things for name in thing if name != ORIGINS_KEY}
    plan = field_names(Plan)
    fitting = [field for field in ITEM_FIELDS if names <= set(field_names(plan[field].records[0]))]
    return fitting[0] if len(fitting) == 1 and len(names) > 1 else None
