"""Roles: who does what in a plan. A personal name is optional and never leaves the staff edition."""

from typing import Annotated

from pydantic import BeforeValidator

from action_plans.model.record import Entries, Record, Text


class Role(Record):
    """A role, such as registered manager."""

    title: Text
    """What the role is called."""
    name: Text | None = None
    """Who holds it; shown in the staff edition only."""
    contact: Text | None = None
    """How to reach whoever holds it; shown in the staff edition only."""


def _as_role(written: object) -> object:
    return {"title": written} if isinstance(written, str) else written


Roles = Entries[str, Annotated[Role, BeforeValidator(_as_role)]]
"""Short codes and what they stand for: `{RM: Registered manager}` or `{RM: {title, name, contact}}`."""
