"""Records as a file would hold them, made from the model itself: its fields, types, closed lists and markers.

A field that is added to the model is written by these strategies from then on, with nothing to do here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from action_plans.model.action import Action
from action_plans.model.markers import IsId, NamesAim, NamesSource
from action_plans.model.record import Record
from action_plans.model.reference import Kind
from action_plans.model.reflection import Field, fields_of, held_by
from tests.proof.values import BY_WHAT_IT_TAKES, PLACES, STAFF_MARK, facts, family_texts, texts

Written = dict[str, Any]

ROLES: Written = {
    "RM": "Registered manager",
    "DM": {"title": "Deputy manager", "name": f"Dana {STAFF_MARK}", "contact": f"01632 960900 {STAFF_MARK}"},
    "QL": {"title": "Quality lead"},
}
"""The roles of every plan."""

AIMS = {"OO1": f"Good in all services {STAFF_MARK}"}
"""The organisational objectives of every plan."""

SCORES = "scores.csv"
"""A file that lies beside every note."""


@dataclass(frozen=True)
class World:
    """What there is to be cited: the ids of one plan by their kind, and the plans that were written before it."""

    plan: str
    ids: Mapping[Kind, tuple[str, ...]] = field(default_factory=dict)
    before: tuple["World", ...] = ()


@st.composite
def as_written(
    draw: st.DrawFn, record: type[Record], world: World, said: Mapping[str, Any], most: int = 5, own: str | None = None
) -> Written:
    """Return a record: what is `said`, what it needs, and up to `most` of the fields that it need not have.

    `said` holds what only the whole plan can decide, such as ids; a field that is said to be None is left out. `own` is
    the id of what the record stands in.
    """
    fields = fields_of(record)
    optional = [one for one in fields if not one.is_needed and one.name not in said]
    chosen = (
        draw(st.lists(st.sampled_from(optional), unique_by=lambda one: one.name, max_size=most)) if optional else []
    )
    names = {one.name for one in chosen}
    written: Written = {}
    for one in fields:
        if one.name in said:
            if said[one.name] is not None:
                written[one.name] = said[one.name]
        elif one.is_needed or one.name in names:
            value = draw(_value(record, one, world, said.get("id") or own))
            if value is not _NOTHING:
                written[one.name] = value
    return _consistent(written) if record is Action else written


_NOTHING = object()
"""There is nothing that could stand in the field."""

_NAMED: Mapping[str, st.SearchStrategy[Any]] = {
    "Plan.framework": st.sampled_from(("saf-2023", ["saf-2023", "asc-draft-2026"])),
    "Plan.format": st.just("1"),
    "Plan.version": st.sampled_from(("2", "1.10", 3)),
    "Finding.regulations": st.sampled_from(
        (
            "Regulation 12(2)(g)",
            ["safe care and treatment", "Regulation 18: Staffing"],
            {"Regulation 17": "Good governance"},
        )
    ),
    "Finding.statements": st.sampled_from(("Medicines optimisation", ["saf-2023/safeguarding", "Safe environments"])),
    "Accepted.code": st.sampled_from(("AP301", "AP303", "ap307", "AP205", "AP331")),
    "Accepted.words": st.just(_NOTHING),
    "Source.url": st.sampled_from(("https://www.cqc.org.uk/example", "javascript:qzhostile()", "no address")),
    "Service.website": st.sampled_from(("https://example.org", "javascript:qzhostile()")),
    "Service.format": st.just(1),
    "Service.name": st.sampled_from(("Oakfield House", "Elm & Ash", "St Anne's", "Łódź House", "日本")),
    "EvidenceNote.format": st.just(1),
    "Provider.format": st.just(1),
    "Attachment.file": st.just(SCORES),
    "Approved.by": st.just("RM"),
    "ServiceApproved.by": st.just("RM"),
    "Role.title": st.sampled_from(("Night manager", "Nurse in charge")),
    "Source.from": st.sampled_from(("CQC", "Westshire Council", "Care Quality Commission", "HIQA")),
}
"""Fields whose meaning is narrower than their type; `Source.from` and `Service.name` may be told to families."""


def _value(record: type[Record], one: Field, world: World, own: str | None) -> st.SearchStrategy[Any]:
    """Return what may stand in a field: of many values one alone, or a list."""
    name = f"{record.__name__}.{one.name}"
    if name in _NAMED:
        return _NAMED[name]
    if one.entries is not None:
        labels = st.sampled_from(("Column K", "RAG", "Old number"))
        keys = labels if not one.records else st.sampled_from(("NM", "NC"))
        return st.dictionaries(keys, _single(held_by(one.entries), one, world, own, name), max_size=2)
    each = _single(one, one, world, own, name)
    if not one.is_many:
        return each
    return st.one_of(each, st.lists(each, min_size=1, max_size=2)).map(_without_nothing)


def _without_nothing(value: Any) -> Any:  # noqa: ANN401 -- whatever a field holds
    if isinstance(value, list):
        return [one for one in value if one is not _NOTHING] or _NOTHING
    return value


def _single(held: Any, one: Field, world: World, own: str | None, name: str) -> st.SearchStrategy[Any]:  # noqa: ANN401, C901, PLR0911 -- a case a line
    if held.records:
        return as_written(held.records[0], world, {}, 3, own)
    if held.choices:
        return st.sampled_from([spelt for word in held.choices[0] for spelt in _spellings(word.value)])
    if one.cites is not None:
        return _cited(world, one, own)
    if one.role is not None:
        return st.sampled_from((*ROLES, *PLACES) if one.role.or_body else tuple(ROLES))
    if one.marker(NamesSource) is not None:
        return _ids(world, Kind.SOURCE)
    if one.marker(NamesAim) is not None:
        return st.sampled_from((*AIMS, f"Be good at it {STAFF_MARK}"))
    if one.marker(IsId) is not None:
        return st.just(_NOTHING)  # what has an id is given it with the plan around it
    if one.is_for_families:
        return facts() if one.takes == "text" else family_texts()
    if one.is_for_staff:
        return texts()
    if one.is_date:
        return BY_WHAT_IT_TAKES["a date"]
    takes = held.takes if isinstance(held.takes, str) else held.takes.one
    for kind, strategy in BY_WHAT_IT_TAKES.items():
        if kind in (takes, takes.removeprefix("one or several: ").removesuffix("s")):
            return strategy
    raise LookupError(f"Say in tests/proof/values.py what may stand in {name}, which takes {takes}.")


def _spellings(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((word, word.capitalize(), word.replace("-", " "), word.replace("-", "_").upper())))


def _ids(world: World, kind: Kind) -> st.SearchStrategy[Any]:
    known = world.ids.get(kind, ())
    return st.sampled_from(known).flatmap(lambda one: st.sampled_from((one, one.lower()))) if known else _none()


def _none() -> st.SearchStrategy[Any]:
    return st.just(_NOTHING)


def _cited(world: World, one: Field, own: str | None) -> st.SearchStrategy[Any]:
    """Return references to what the field may cite: of its own kind only what was written before, so no circles."""
    cites = one.cites
    assert cites is not None
    refs: list[str] = []
    for kind in cites.kinds:
        ids = world.ids.get(kind, ())
        refs += _before(ids, own) if own in ids else ids
    full = [f"{world.plan}/{ref}" for ref in refs]
    if not cites.own_plan_only:
        full += [
            f"{other.plan}/{ref}" for other in world.before for kind in cites.kinds for ref in other.ids.get(kind, ())
        ]
    else:
        full = []
    every = [*refs, *full, *(ref.lower() for ref in full[:2])]
    if cites.or_words:
        every.append(f"Handed over to the provider {STAFF_MARK}")
    return st.sampled_from(every) if every else _none()


def _before(ids: tuple[str, ...], own: str | None) -> tuple[str, ...]:
    return ids[: ids.index(own)] if own is not None else ids


def _consistent(action: Written) -> Written:
    """Return an action without what contradicts itself: an error of its own, which slips are made for."""
    if "closed_on" in action:
        action.pop("status", None)
    is_closed = "closed_on" in action or str(action.get("status", "")).casefold() == "closed"
    if is_closed:
        action.pop("stopped", None)
    return action
