"""JSON Schema, so that editors complete and check what people write."""

import json
from collections.abc import Mapping
from typing import Any

from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.record import Record
from action_plans.model.reflection import fields_of, records_in
from action_plans.model.service import Provider, Service

KINDS: Mapping[str, type[Record]] = {
    "plan": Plan,
    "evidence": EvidenceNote,
    "service": Service,
    "provider": Provider,
}
"""What there is a schema for."""


def schema_text(kind: str) -> str:
    """Return the schema of a plan, the front matter of a note, a service or the provider, as JSON text.

    It takes what reading takes: a single value where several may stand, an empty field, words in any spelling.
    """
    schema = KINDS[kind].model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    for record in records_in(KINDS[kind]):
        _as_read(schema if record is KINDS[kind] else schema["$defs"][record.__name__], record)
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _as_read(described: dict[str, Any], record: type[Record]) -> None:
    """Say of one record what reading does before the model sees a value."""
    fields = {field.name: field for field in fields_of(record)}
    properties = described["properties"]
    for name in set(properties) - set(fields):  # the account of a note is no field of its front matter
        del properties[name]
    described["required"] = [name for name in described.get("required", []) if fields[name].is_needed]
    for name, field in fields.items():
        properties[name] = dict(sorted({**properties[name], "description": field.meaning}.items()))
        if field.is_many:
            properties[name] = _one_or_several(properties[name])
        if not field.is_needed:
            properties[name] = _or_empty(properties[name])


def _one_or_several(said: dict[str, Any]) -> dict[str, Any]:
    several = {key: said[key] for key in ("type", "items", "minItems") if key in said}
    rest = {key: value for key, value in said.items() if key not in several}
    return {**rest, "anyOf": [said["items"], several]}


def _or_empty(said: dict[str, Any]) -> dict[str, Any]:
    """Let a field stand empty, which counts as not given."""
    empty = {"type": "null"}
    rest: dict[str, Any] = {key: said[key] for key in ("title", "description", "default") if key in said}
    taken = {key: value for key, value in said.items() if key not in rest}
    options = taken["anyOf"] if set(taken) == {"anyOf"} else [taken]
    return {**rest, "anyOf": [*(option for option in options if option != empty), empty]}
