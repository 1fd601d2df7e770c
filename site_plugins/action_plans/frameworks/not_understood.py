"""What people cite and nobody can read: what is wrong with it, and the words themselves."""

from dataclasses import dataclass

from action_plans.model.fault import Fault

OTHER_LAW_HINT = "Any other law belongs in `other_law`."


@dataclass(frozen=True, slots=True)
class NotUnderstood(Fault):
    """Why a text names no regulation, or no statement of the plan's frameworks, and what to write instead."""

    written: str = ""
