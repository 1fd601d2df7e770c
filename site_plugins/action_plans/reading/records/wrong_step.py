"""A field that stands at the wrong step: it belongs to what stands above it, or to what lies around it."""

from action_plans.model.record import Item
from action_plans.model.reflection import field_names, records_in
from action_plans.reading.records.record_fields import noun
from action_plans.reading.records.value_path import Trail, origins_of
from action_plans.reading.yaml.quoting import cut


def belongs_above(trail: Trail) -> str | None:
    """Return in a sentence to which field above an unknown one probably belongs, or None.

    It is one that holds nothing, where fields or names of the writer's own are meant, or things that have such a field.
    """
    name, record, holder = str(trail.last.key), trail.last.record, trail.last.holder
    if record is None or not isinstance(holder, dict):
        return None
    known, origins = field_names(record), origins_of(holder)
    before = list(origins.keys)[: list(origins.keys).index(name)] if name in origins.keys else []
    above = next((one for one in reversed(before) if one in known), None)
    if above is None or origins.keys[above][0] >= origins.keys[name][0]:
        return None
    field, value = known[above], holder.get(above)
    if value is None and field.entries is not None:
        return f"It looks as if it belongs to {above}, above: indent it with two spaces."
    if any(name in field_names(inner) for inner in records_in(*field.records)):
        return f"It looks as if it belongs to {above}, above: check the indentation."
    if isinstance(value, dict) and field.entries is not None and origins_of(value).start[0] > origins.keys[above][0]:
        return f"It looks as if it belongs to {above}, above: check the indentation."
    return None


def belongs_around(trail: Trail) -> str | None:
    """Return in a sentence where a `note` or `extra` goes that is written on what takes none, or None."""
    name = "note" if str(trail.last.key).strip().casefold() in _REMARKS else str(trail.last.key)
    record = trail.last.record
    if name not in field_names(Item) or record is None or name in field_names(record):
        return None
    around = next(
        (step for step in reversed(trail.steps[:-1]) if step.record and name in field_names(step.record)), None
    )
    if around is None or around.record is None:
        return None
    identity = around.holder.get("id")
    whose = f"{noun(around.record)} {cut(identity)}" if isinstance(identity, str) else f"the {noun(around.record)}"
    return f"No {name} is taken here: write it into {name} of {whose}."


_REMARKS = ("comment", "comments", "remark", "remarks", "notes", "further information", "additional information")
