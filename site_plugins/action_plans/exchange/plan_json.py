"""A plan as JSON: everything that is written in it, and what is concluded from it."""

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from action_plans.exchange.trail_json import json_number, nodes_of_plan
from action_plans.model.evidence import Evidence
from action_plans.model.plan import Plan
from action_plans.model.record import Record
from action_plans.model.reflection import fields_of
from action_plans.model.when import Every, When
from action_plans.tracing.trace import Trace

SCHEMA = "action-plans/plan/1"
"""What the file says of its own form."""

_OF_WHAT_IS_ON_REQUEST = frozenset(
    ("title", "date", "checked_by", "checked_on", "checked_sample", "verdict", "confidentiality")
)
"""What may be known of evidence that is kept until asked for."""


def plan_json(trace: Trace, plan: Plan, prefix: str = "") -> bytes:
    """Return a plan as JSON; `prefix` is the folder of the site that everything lies in, as in the trail."""
    held = {
        "schema": SCHEMA,
        "as_of": trace.today.isoformat(),
        "plan": _record(plan),
        "computed": nodes_of_plan(trace, plan, prefix),
    }
    return (json.dumps(held, ensure_ascii=False, indent=2) + "\n").encode()


def _record(record: Record) -> dict[str, Any]:
    fields = fields_of(type(record))
    if isinstance(record, Evidence) and record.on_request:
        fields = tuple(field for field in fields if field.name in _OF_WHAT_IS_ON_REQUEST)
    return {field.name: _value(getattr(record, field.attribute)) for field in fields}


def _value(value: Any) -> Any:  # noqa: ANN401 -- whatever a record holds
    if isinstance(value, Record):
        return _record(value)
    if isinstance(value, Mapping):
        return {str(name): _value(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_value(one) for one in value]
    if isinstance(value, When):
        return value.iso
    if isinstance(value, Decimal):
        return json_number(value)
    return str(value) if isinstance(value, str | Every) else value
