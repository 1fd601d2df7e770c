"""JSON Schema, so that editors complete and check what people write."""

import json
from collections.abc import Mapping

from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.record import Record
from action_plans.model.service import Service

KINDS: Mapping[str, type[Record]] = {"plan": Plan, "evidence": EvidenceNote, "service": Service}
"""What there is a schema for."""


def schema_text(kind: str) -> str:
    """Return the schema of a plan, the front matter of a note, or a service, as JSON text."""
    schema = KINDS[kind].model_json_schema()
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    for field in ("body", "body_line", "folder"):  # the account of a note is no field of its front matter
        schema["properties"].pop(field, None)
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
