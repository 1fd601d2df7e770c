"""What stands for a value that is needed and cannot be read, so that the references and roles beside it are checked."""

from typing import Any

from action_plans.model.left_out import NAMELESS, UNREAD
from action_plans.model.markers import IsId
from action_plans.model.people import Role
from action_plans.model.reflection import Field, field_names
from action_plans.reading.records.value_path import Step, Trail


def fill_in(trail: Trail, number: int) -> bool:
    """Put something in the place of a value that is needed; return whether there was one, and it could be done.

    Args:
        trail: the way to what is missing or wrong.
        number: how many were filled in before; it makes an id that no other thing has.
    """
    step = _needed(trail.steps)
    if step is None or not isinstance(step.holder, dict):
        return False
    if step.record is None:
        step.holder[step.key] = "?"
        return True
    value = _value(field_names(step.record)[str(step.key)], number)
    if value is None:
        return False
    step.holder[step.key] = value
    return True


def is_id(trail: Trail) -> bool:
    """Return whether an id is missing or wrong."""
    field = field_names(trail.last.record).get(str(trail.last.key)) if trail.last.record else None
    return field is not None and field.marker(IsId) is not None and field.is_needed


def _needed(steps: tuple[Step, ...]) -> Step | None:
    """Return the innermost step whose value is needed where it is: a field of a record, or what a role is called."""
    if len(steps) > 1 and isinstance(steps[-1].holder, list) and len(steps[-1].holder) == 1 and steps[-2].is_needed:
        return steps[-2]
    last = steps[-1] if steps else None
    if last is not None and (last.is_needed or (last.record is None and last.shape.record is Role)):
        return last
    return None


def _value(field: Field, number: int) -> Any:  # noqa: ANN401 -- whatever the field takes
    if field.marker(IsId) is not None:
        return f"{NAMELESS}{number}"
    if field.role is not None or field.cites is not None:
        return UNREAD
    if field.choices:
        return field.choices[0].__members__[next(iter(field.choices[0].__members__))].value
    if field.is_date:
        return _DAY
    return _BY_WHAT_IT_TAKES.get(field.takes)


_DAY = "2000-01-01"
_BY_WHAT_IT_TAKES = {
    "text": "?",
    "text, or one for each language": "?",
    "a number": "1",
    "a whole number": "1",
    "a short name": "unread",
}
