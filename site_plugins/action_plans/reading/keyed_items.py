"""Things that are written under their ids as names, `F1: {title: ..}`, where a list of things with an id is meant."""

from typing import Any

from action_plans.english.wording import listed
from action_plans.model.origin import Origin, Origins, Positions
from action_plans.model.plan import ITEM_FIELDS, Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.record import ORIGINS_KEY
from action_plans.model.reflection import field_names
from action_plans.reading.records.value_path import origins_of
from action_plans.reading.records.wrong_forms import is_id


def as_listed(data: dict[str, Any]) -> list[Problem]:
    """Make lists of what a plan writes under ids as names, so that all the rest of it is read; one problem a list."""
    problems = []
    for field in ITEM_FIELDS:
        written: Any = data.get(field)
        keyed = [one for one in (written if isinstance(written, list) else [written]) if _is_keyed(one, field)]
        if not keyed:
            continue
        ids = [name for one in keyed for name in _ids(one, field)]
        place = origins_of(keyed[0]).key(ids[0])
        if isinstance(written, list):
            data[field] = [item for one in written for item in (_items(one, field) if _is_keyed(one, field) else [one])]
        else:
            data[field] = _items(written, field)
        problems.append(_problem(field, ids, place))
    return problems


_MOST = 3
"""How many ids are named."""


def _problem(field: str, ids: list[str], place: Origin) -> Problem:
    named = listed(ids) if len(ids) <= _MOST else f"{', '.join(ids[:_MOST])} and others"
    what = "the name of a field" if len(ids) == 1 else "names of fields"
    message = f"{field} of the plan has {named} as {what}, where a list of things with an id is meant."
    return Problem(
        Code.WRONG_VALUE, message, place, f"Write - id: {ids[0]}, and its fields below it, one on each line."
    )


def _is_keyed(written: Any, field: str) -> bool:  # noqa: ANN401 -- whatever was written
    """Whether a mapping has ids for its names: all of them, or one with nothing beside fields of the thing itself."""
    if not isinstance(written, dict):
        return False
    ids = _ids(written, field)
    others = [name for name in written if name != ORIGINS_KEY and name not in ids]
    return bool(ids) and (not others or (len(ids) == 1 and written[ids[0]] is None and "id" not in written))


def _ids(written: dict[str, Any], field: str) -> list[str]:
    known = field_names(field_names(Plan)[field].records[0])
    return [
        name for name in written if name != ORIGINS_KEY and name not in known and is_id(name) and _is_numbered(name)
    ]


def _is_numbered(name: str) -> bool:
    return any(sign.isdigit() for sign in name)


def _items(written: dict[str, Any], field: str) -> list[dict[str, Any]]:
    places = origins_of(written)
    ids = _ids(written, field)
    if any(name not in ids for name in written if name != ORIGINS_KEY):
        fields = {name: value for name, value in written.items() if name != ids[0]}
        return [_with_id(ids[0], fields, places, places)]
    known = field_names(field_names(Plan)[field].records[0])
    title = next((name for name in ("title", "statement", "message") if name in known), "title")
    items = []
    for name in ids:
        told = written[name]
        if isinstance(told, dict):
            items.append(_with_id(name, told, origins_of(told), places))
        else:
            origins = Origins(places.path, places.keys[name], Positions({title: places.values[name]}))
            items.append(_with_id(name, {} if told is None else {title: told}, origins, places))
    return items


def _with_id(name: str, fields: dict[str, Any], origins: Origins, around: Origins) -> dict[str, Any]:
    """Return a thing with its id, which stands where it is written as a name."""
    place = {"id": around.keys[name]}
    keys = Positions({**place, **{one: at for one, at in origins.keys.items() if one != name}})
    values = Positions({**place, **{one: at for one, at in origins.values.items() if one != name}})
    return {"id": name, **fields, ORIGINS_KEY: Origins(origins.path, around.keys[name], keys, values, origins.items)}
