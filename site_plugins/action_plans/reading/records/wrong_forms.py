"""What is wrong with a text of a fixed form, such as an id, and what to write instead."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import StringConstraints

from action_plans.english.near import did_you_mean
from action_plans.english.several import after_dashes, as_list, each_alone, put_a_space, several
from action_plans.frameworks.framework_file import Slug
from action_plans.model.evidence import EvidenceNote
from action_plans.model.family import Language
from action_plans.model.fault import Fault
from action_plans.model.markers import NamesSource
from action_plans.model.plan import Plan
from action_plans.model.record import Id, Record, slug
from action_plans.model.reflection import field_names
from action_plans.model.service import CqcId, ServiceId
from action_plans.reading.records.own_things import (
    free_id,
    ids_in,
    listed,
    meant_among,
    named_with_more,
    plan_id,
    things_in,
)
from action_plans.reading.records.record_fields import Shape
from action_plans.reading.yaml.quoting import shown


@dataclass(frozen=True, slots=True)
class Wrong:
    """A value that its field cannot take: pydantic's word for why, and with which limits."""

    kind: str
    value: str
    shape: Shape
    limits: dict[str, Any]
    field: str
    record: type[Record] | None
    root: Mapping[str, Any]
    """All that the file holds."""
    is_item: bool = False
    """Whether it is one of the values of a list."""


def as_items(wrong: Wrong, names: list[str]) -> str:
    """Return in a sentence how the several things are written that one text names, beside others of its list."""
    if wrong.is_item:
        return each_alone(names)
    return f"Write several as a list: {as_list(wrong.field, names)}."


def as_id(text: str) -> str:
    """Return an id made of a text: `CQC 26` → `CQC-26`."""
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")


def is_id(text: str) -> bool:
    """Return whether a text can be an id."""
    return re.fullmatch(_pattern(Id), text) is not None


def wrong_form(wrong: Wrong) -> Fault:
    """Return what follows the value that is shown, and what to write instead."""
    pattern = wrong.limits.get("pattern")
    answer = next((answer for kind, answer in _FORMS if _pattern(kind) == pattern), None)
    fault = answer(wrong) if answer is not None else Fault("which has not the form that it takes.", _SEE)
    return Fault(f"is {shown(wrong.value)}, {fault.message}", fault.hint)


def windows_name(wrong: Wrong) -> Fault:
    """Say why an id that is a letter and more cannot be one all the same."""
    message = f"is {shown(wrong.value)}, which cannot be an id: Windows keeps this name for itself."
    return Fault(message, f"Add something to it, such as {wrong.value}-1.")


def _id(wrong: Wrong) -> Fault:
    if (cited := _cited(wrong)) is not None:
        return cited
    meant = as_id(wrong.value)
    known = {own.casefold() for own in ids_in(wrong.root)}
    if not is_id(meant) or meant.casefold() in known:
        meant = _made_up(wrong, meant)
    hint = f"An id is a letter, then letters, digits or hyphens, at most 40 in all, such as {meant}."
    return Fault("which cannot be an id.", hint)


def _made_up(wrong: Wrong, meant: str) -> str:
    """Return an id of which nothing in the file would be another thing."""
    if wrong.record is Plan:
        return plan_id(wrong.root, wrong.value)
    if wrong.record is EvidenceNote:
        return f"E-{meant}"[:_LONGEST].rstrip("-") if meant else "E1"
    home = next((name for name, field in field_names(Plan).items() if wrong.record in field.records[:1]), wrong.field)
    return free_id(wrong.root, home, wrong.value)


def _cited(wrong: Wrong) -> Fault | None:
    """Say which source or milestone of the plan is meant, by its title, in other letters, or with words around it."""
    field = field_names(wrong.record).get(wrong.field) if wrong.record is not None else None
    home = _HOMES.get(wrong.field)
    if field is None or home is None:
        return None
    named = after_dashes(wrong.value)
    if len(named) == 1 or (named and field.is_many):
        return Fault("which is no id.", put_a_space(named))
    things = things_in(wrong.root, home)
    known = {own.casefold() for own in things}
    if named := _several_ids(wrong, lambda part: part.casefold() in known if known else is_id(part)):
        return Fault("which cannot be an id.", as_items(wrong, named))
    if (own := _of_another_plan(wrong)) is not None:
        return own
    return Fault("which is no id.", _own_meant(wrong, home, things))


def _own_meant(wrong: Wrong, home: str, things: dict[str, str]) -> str:
    if (one := meant_among(wrong.value, things, wrong.field)) is not None:
        return did_you_mean(one)
    if (one := named_with_more(wrong.value, things)) is not None:
        more = "; the page of the report goes into text" if wrong.field == "source" else ""
        return f"Write the id alone: {wrong.field}: {one}{more}."
    among = f"Write the id of one that is among {home}"
    return f"{among}: {listed(things)}." if things else f"{among}; there is none yet."


_HOMES = {"source": "sources", "milestone": "milestones"}
"""Fields that name a thing of the same plan by its id, and where those stand."""
_LONGEST = 40


def _service_id(wrong: Wrong) -> Fault:
    example = slug(wrong.value)[:60].strip("-") or "oakfield"
    hint = f"It has letters, digits and hyphens only, at most 60, such as {example}."
    return Fault("which cannot be the id of a service.", hint)


def _short_name(wrong: Wrong) -> Fault:
    hint = f"Write lower case letters, digits and hyphens, such as {slug(wrong.value) or 'learning-culture'}."
    return Fault("which cannot be a short name.", hint)


def _cqc_number(_wrong: Wrong) -> Fault:
    return Fault("which is not a number that CQC gives.", "Write it as in 1-123456789.")


def _language(_wrong: Wrong) -> Fault:
    hint = "Write the words as one text in quotes, or a language's code before each, such as en or pl."
    return Fault("where the code of a language is meant.", hint)


_FORMS: tuple[tuple[Any, Callable[[Wrong], Fault]], ...] = (
    (Id, _id),
    (ServiceId, _service_id),
    (Slug, _short_name),
    (CqcId, _cqc_number),
    (Language, _language),
)
"""What texts of a fixed form are told, by their type."""


def _of_another_plan(wrong: Wrong) -> Fault | None:
    """Say that a thing of another plan cannot be named where only those of the same plan can."""
    field = field_names(wrong.record).get(wrong.field) if wrong.record else None
    own = wrong.value.rpartition("/")[2]
    if field is None or "/" not in wrong.value or not is_id(own):
        return None
    if field.marker(NamesSource) is None and not (field.cites is not None and field.cites.own_plan_only):
        return None
    hint = f"A {wrong.field} is one of the same plan: write its id alone, such as {own}."
    return Fault("which is not in this plan.", hint)


def _several_ids(wrong: Wrong, is_one: Callable[[str], bool]) -> list[str]:
    """Return the ids that one text names, where their field takes several."""
    field = field_names(wrong.record).get(wrong.field) if wrong.record else None
    named = several(wrong.value, is_one)
    return named if field is not None and field.is_many else []


def _pattern(kind: Any) -> str:  # noqa: ANN401 -- an annotated text
    constraints = next(part for part in kind.__metadata__ if isinstance(part, StringConstraints))
    return str(constraints.pattern)


_SEE = "See the list of fields."
