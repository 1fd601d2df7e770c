"""Takes out of a service or a plan what may not be published: wrong facts alone, or all of its prose."""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import Any, TypeVar

from action_plans.family.telling.author_texts import Entry
from action_plans.family.telling.entries import SERVICE_NAME
from action_plans.model.family import FamilyContact, PlanFamily
from action_plans.model.record import Record
from action_plans.model.service import Service

_FACTS = ("publish", "next_update", "origins")
"""The fields of a plan that are no prose."""

T = TypeVar("T", bound=Record)


def without_prose(entry: Entry) -> Entry:
    """Return the entry of a plan that says nothing but its facts."""
    plan = entry.plan.model_copy(update={"family": plan_without_prose(entry.plan.family or PlanFamily())})
    return replace(entry, plan=plan, texts=(), decides=())


def plan_without_prose(family: PlanFamily) -> PlanFamily:
    """Return what a plan says to families without its prose: its facts."""
    prose = {
        name: field.get_default(call_default_factory=True)
        for name, field in PlanFamily.model_fields.items()
        if name not in _FACTS
    }
    return family.model_copy(update=prose)


def service_without(service: Service, wrong_facts: AbstractSet[str], *, is_prose_held: bool) -> Service:
    """Return a service without the facts of these fields, and without its prose where that is held back.

    Its name stays unless something is wrong with the name itself: printed addresses are made of it.
    """
    family = service.family
    if family is None or not (wrong_facts or is_prose_held):
        return service
    changed: dict[str, Any] = {
        "contact": _contact(family.contact, wrong_facts),
        "outside_help": tuple(
            _without(each, f"outside_help {number}", wrong_facts, ("what",) if is_prose_held else ())
            for number, each in enumerate(family.outside_help, 1)
            if f"outside_help {number}: who" not in wrong_facts
        ),
        "meetings": tuple(
            _without(each, f"meetings {number}", wrong_facts, ("how",) if is_prose_held else ())
            for number, each in enumerate(family.meetings, 1)
        ),
        "languages": tuple(
            each for number, each in enumerate(family.languages, 1) if f"languages {number}" not in wrong_facts
        ),
    }
    if SERVICE_NAME in wrong_facts:
        changed["name"] = None
    if is_prose_held:
        changed |= {"about": None, "complain": None, "formats": (), "words": {}}
    return service.model_copy(update={"family": family.model_copy(update=changed)})


def _contact(contact: FamilyContact | None, wrong_facts: AbstractSet[str]) -> FamilyContact | None:
    return None if contact is None else _without(contact, "contact", wrong_facts)


def _without(record: T, named: str, wrong_facts: AbstractSet[str], prose: tuple[str, ...] = ()) -> T:
    gone = [name for name in type(record).model_fields if name in prose or f"{named}: {name}" in wrong_facts]
    return record.model_copy(update=dict.fromkeys(gone)) if gone else record
