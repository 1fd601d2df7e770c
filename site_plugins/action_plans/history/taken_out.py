"""What was taken out of a plan stays out: in versions, in changes, and in every form in which they are told."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from action_plans.history.version_values import Values
from action_plans.model.evidence import Confidentiality, EvidenceLine
from action_plans.model.markers import ShownOnRequest
from action_plans.model.reflection import fields_of

TAKEN_OUT = "taken out"
"""What stands where something was taken out."""


@dataclass(frozen=True)
class TakenOut:
    """Takes out of earlier values what today's rules do not let stand.

    Attributes:
        is_private: whether a text holds something private by today's rules, or a name that is refused.
        versions: versions that are hidden, by the beginning of their names: what they changed, before and after.
        fields: fields that are hidden, by reference and name, both in lower case.
    """

    is_private: Callable[[str], bool] = lambda _text: False
    versions: tuple[str, ...] = ()
    fields: frozenset[tuple[str, str]] = field(default=frozenset())

    @classmethod
    def of(cls, is_private: Callable[[str], bool], hidden: Iterable[str]) -> "TakenOut":
        """Return what is taken out by the option `history_hide` and by today's rules."""
        written = tuple(hidden)
        fields = (one.casefold().rpartition(".") for one in written if "." in one)
        versions = tuple(one for one in written if "." not in one)
        return cls(is_private, versions, frozenset((ref, name) for ref, _, name in fields))

    def hides_version(self, commit: str) -> bool:
        """Whether a version is hidden."""
        return commit.startswith(self.versions) if self.versions else False

    def words(self, text: str) -> str:
        """Return a text, or what stands in its place."""
        return TAKEN_OUT if self.is_private(text) else text

    def value(self, ref: str, name: str, value: Any, today: Values, *, was_on_request: bool = False) -> Any:  # noqa: ANN401 -- any value of a file
        """Return an earlier value of a field of a thing without what is taken out.

        `today` is what that thing says now: names of people are today's, and what is kept on request is not told from
        before. `was_on_request` says that some evidence of it was in any version: taken out since, it stays untold.
        """
        if value is None:
            return None
        if (ref.casefold(), name.casefold()) in self.fields:
            return TAKEN_OUT
        if name == "roles":
            return self._roles(value, today.get("roles"))
        if name == "evidence" and isinstance(value, list):
            kept = [line for line in today.get("evidence", ()) if isinstance(line, dict)]
            is_asked = was_on_request or any(map(is_on_request, kept))
            return [self._line(line, kept, is_asked=is_asked) for line in value]
        return self._clean(value)

    def _clean(self, value: Any) -> Any:  # noqa: ANN401 -- any value of a file
        if isinstance(value, str):
            return self.words(value)
        if isinstance(value, list):
            return [self._clean(one) for one in value]
        if isinstance(value, dict):
            return {self.words(name): self._clean(one) for name, one in value.items()}
        return value

    def _roles(self, roles: Any, today: Any) -> Any:  # noqa: ANN401 -- any value of a file
        """Return roles in which only people are named who are named today."""
        if not isinstance(roles, dict):
            return self._clean(roles)
        named = _people(today)
        return {
            code: {
                name: TAKEN_OUT if name in _PEOPLE and said not in named else self._clean(said)
                for name, said in role.items()
            }
            if isinstance(role, dict)
            else self._clean(role)
            for code, role in roles.items()
        }

    def _line(self, line: Any, today: Sequence[Values], *, is_asked: bool) -> Any:  # noqa: ANN401 -- any value of a file
        """Return a line of evidence; of one that is or became kept on request only what may be known of it.

        Where lines are kept on request, or were (`is_asked`), an earlier one is shown only if it still stands there,
        shown.
        """
        if not isinstance(line, dict):
            return self._clean(line)
        shown = {str(one.get("title", "")).casefold() for one in today if not is_on_request(one)}
        may_be = is_asked and str(line.get("title", "")).casefold() not in shown
        if not (is_on_request(line) or may_be):
            return self._clean(line)
        return {name: self._clean(said) if name in _SHOWN else TAKEN_OUT for name, said in line.items()}


def same(value: Any) -> str:  # noqa: ANN401 -- any value of a file
    """Return a text that is the same for the same values."""
    return json.dumps(value, sort_keys=True)


_PEOPLE = frozenset(("name", "contact"))
_SHOWN = frozenset(("title", "date", "checked_by", "checked_on", "verdict", "confidentiality")) | frozenset(
    one.name for one in fields_of(EvidenceLine) if one.marker(ShownOnRequest) is not None
)


def _people(roles: Any) -> frozenset[str]:  # noqa: ANN401 -- any value of a file
    if not isinstance(roles, dict):
        return frozenset()
    held = [role for role in roles.values() if isinstance(role, dict)]
    return frozenset(str(role[name]) for role in held for name in _PEOPLE if name in role)


def is_on_request(line: Values) -> bool:
    """Whether a line of evidence, as a version has it, is kept on request."""
    return line.get("confidentiality") == Confidentiality.ON_REQUEST.value
