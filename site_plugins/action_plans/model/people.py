"""Roles: who does what in a plan. A personal name is optional and never leaves the staff edition."""

from typing import Annotated

from pydantic import BeforeValidator

from action_plans.model.markers import Takes
from action_plans.model.record import Entries, Plain, Record, title_alone


class Role(Record):
    """A role, such as registered manager."""

    title: Plain
    """What the role is called."""
    name: Plain | None = None
    """Who holds it; shown in the staff edition only."""
    contact: Plain | None = None
    """How to reach whoever holds it; shown in the staff edition only."""


Roles = Annotated[
    Entries[str, Annotated[Role, BeforeValidator(title_alone, json_schema_input_type=Role | str)]],
    Takes("codes, each with a role", "codes, each with a role"),
]
"""Short codes and what they stand for: `{RM: Registered manager}` or `{RM: {title, name, contact}}`."""
