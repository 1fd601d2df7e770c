"""Files that hold something else than what is kept where they lie: a service among plans, a plan among services."""

import re
from pathlib import PurePosixPath

from action_plans.model.evidence import EvidenceNote
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.record import Record
from action_plans.model.reflection import field_names
from action_plans.model.service import Provider, Service

_NAME = re.compile(rb"^([a-z_]+):", re.MULTILINE)
_PROVIDER = "provider"


def misplaced(text: bytes, path: str, kind: type[Record]) -> tuple[type[Record], Problem] | None:
    """Return what a file holds instead of what is kept there, and the problem of it; None where nobody can know.

    Args:
        text: the file, in which something is wrong.
        path: how people know it.
        kind: what is kept where it lies.
    """
    names = {name.decode() for name in _NAME.findall(text)}
    meant = next((one for one, own in _KINDS if one is not kind and own & names and _fits(names, one, kind)), None)
    called = PurePosixPath(path).stem.casefold()
    if kind is Plan and called.startswith(_PROVIDER) and names <= set(field_names(Provider)):
        meant = Provider
    if meant is None:
        return None
    what, hint = _HOMES[meant]
    message = f"this looks like {what}, so it is not read as {_CALLED.get(kind, 'what is kept here')}."
    return meant, Problem(Code.UNREADABLE, message, Origin(path), hint)


_KINDS: tuple[tuple[type[Record], frozenset[str]], ...] = (
    (EvidenceNote, frozenset(("supports",))),
    (Service, frozenset(("name",))),
    (Plan, frozenset(("service", "findings", "actions"))),
)
"""What files hold, each with fields of which it has one and the others have none."""

_HOMES: dict[type[Record], tuple[str, str]] = {
    Service: (
        "a service",
        "Move it into services/, in the folder of plans; its name is the id of the service, such as oakfield.yaml.",
    ),
    Provider: (
        "the file of the provider",
        "Call it provider.yaml, in small letters, right in the folder of plans, or write what it says into that file.",
    ),
    Plan: ("a plan", "Move it into the folder of plans, out of services/."),
    EvidenceNote: (
        "an evidence note",
        "Move it into the folder of evidence, call it .md, and put its fields between two lines ---.",
    ),
}
_CALLED: dict[type[Record], str] = {Plan: "a plan", Service: "a service", Provider: "the provider's file"}


def _fits(names: set[str], meant: type[Record], kind: type[Record]) -> bool:
    """Whether the fields of a file are those of another kind, and fewer of them those of its own."""
    here, there = names & set(field_names(kind)), names & set(field_names(meant))
    return len(there) > len(here) and len(names - there) <= len(names) // 4
