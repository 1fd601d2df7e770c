"""What an action or a finding means: the fields whose change makes an earlier check one of something else."""

from collections.abc import Mapping
from typing import Any

from action_plans.history.version_values import Values

MEANING: Mapping[str, str] = {
    "title": "title",
    "description": "more about it",
    "done_when": "done when",
    "for": "for",
    "sustained_by": "kept so by",
    "measures": "measures",
    "text": "the report's words",
    "regulations": "regulations",
    "statements": "statements",
    "kind": "kind",
    "source": "source",
    "key_questions": "key questions",
}
"""The fields of meaning of actions and findings, each with what a page calls it.

Everything else is no change in meaning: who does it, by when, how far it is, what shows it, remarks, and words for
families.
"""

_IN_NO_ORDER = frozenset(("for", "measures", "regulations", "statements", "key_questions"))
_REFERENCES = frozenset(("for", "measures", "source"))


def changed_meaning(before: Values, now: Values, plan: str) -> tuple[str, ...]:
    """Return which fields of meaning differ, as pages call them.

    `plan` is the id of the plan that both stand in: `OAK/F1` and `f1` are then one. Lists have no order.
    """
    return tuple(
        called
        for field, called in MEANING.items()
        if _meant(field, before.get(field), plan) != _meant(field, now.get(field), plan)
    )


def _meant(field: str, value: Any, plan: str) -> Any:  # noqa: ANN401 -- any value of a file
    if field in _REFERENCES and value is not None:
        own = f"{plan.casefold()}/"
        value = [value] if isinstance(value, str) else value
        value = [one.casefold().removeprefix(own) for one in value]
    return sorted(set(value)) if field in _IN_NO_ORDER and value is not None else value
