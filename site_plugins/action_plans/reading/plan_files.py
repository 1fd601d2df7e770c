"""Files under `plans/`: plans, services, and what the provider shares."""

import re
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Any
from weakref import WeakValueDictionary

from action_plans.english.odd_characters import find_odd
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.problem import Code, Problem
from action_plans.model.record import ORIGINS_KEY, slug
from action_plans.model.service import Provider, Service
from action_plans.reading.duplicate_ids import repeated, repeated_in_plan
from action_plans.reading.keyed_items import as_listed
from action_plans.reading.records.record_files import R, ReadFile, read_record, unread
from action_plans.reading.records.value_path import origins_of
from action_plans.reading.yaml.quoting import shown

RESERVED = "evidence"
"""No plan is called so: `evidence/E1` cites a note."""


def read_plan_text(text: bytes, path: str) -> ReadFile[Plan]:
    """Read the bytes of a plan's file; `path` goes into every origin and tells nothing else."""
    if PurePosixPath(path).stem == _PROVIDER and _OWN_ID.search(text) is None:
        hint = "Move it right into the folder of plans; a plan begins with an id."
        message = "this file looks like that of the provider, which lies elsewhere, so it is not read."
        return ReadFile(None, (Problem(Code.IGNORED_FILE, message, Origin(path), hint),))
    read = _in_place(read_record(text, path, Plan, _plan), text, path, Plan)
    if read.record is not None and read.left_out is None:
        _IN_USE[_sum(text)] = read.record
    return read


_PROVIDER = "provider"
_OWN_ID = re.compile(rb"^id:", re.MULTILINE)


def plan_in_use(text: bytes) -> Plan | None:
    """Return the plan without an error that was read from just these bytes, if somebody still holds it."""
    return _IN_USE.get(_sum(text))


_IN_USE: WeakValueDictionary[bytes, Plan] = WeakValueDictionary()


def _sum(text: bytes) -> bytes:
    return blake2b(text, digest_size=20).digest()


def read_service_text(text: bytes, path: str) -> ReadFile[Service]:
    """Read the bytes of a service's file; its id is by default the name of the file."""
    stem = PurePosixPath(path).stem
    read = read_record(text, path, Service, lambda data: _service(data, stem), slug(stem))
    return _in_place(read, text, path, Service)


def read_provider_text(text: bytes, path: str) -> ReadFile[Provider]:
    """Read the bytes of the provider's file."""
    return read_record(text, path, Provider, _odd_codes)


def _in_place(read: ReadFile[R], text: bytes, path: str, kind: type[R]) -> ReadFile[R]:
    """Say of a file with problems that it lies in the wrong place, where it does, and nothing else."""
    if read.left_out is None or not any(one.code in _NOT_ITS_OWN for one in read.problems):
        return read
    from action_plans.reading.wrong_places import misplaced  # noqa: PLC0415 -- a sound project needs none of it

    found = misplaced(text, path, kind)
    if found is None:
        return read
    meant, problem = found
    own_id = read.left_out.id or slug(PurePosixPath(path).stem)
    return ReadFile(None, (problem,), unread(path, meant, own_id).left_out)


_NOT_ITS_OWN = (Code.UNKNOWN_FIELD, Code.MISSING_FIELD)


def _plan(data: dict[str, Any]) -> list[Problem]:
    problems = [*as_listed(data), *repeated_in_plan(data), *_odd_codes(data)]
    name = data.get("id")
    if isinstance(name, str) and name.casefold() == RESERVED:
        place = origins_of(data).value("id")
        message = f"a plan cannot be called {name}: evidence/... cites a note."
        problems.append(Problem(Code.WRONG_VALUE, message, place, "Give it another id, such as OAK2026."))
    return problems


def _service(data: dict[str, Any], stem: str) -> list[Problem]:
    """Complete a service's id; refuse one that differs from the file's name, by which plans would seek it."""
    problems = _odd_codes(data)
    name = data.setdefault("id", slug(stem))
    if not isinstance(name, str) or name.casefold() in (stem.casefold(), slug(stem)):
        return problems
    place = origins_of(data).value("id")
    message = f"id of the service is '{name}', and the file is called {stem}."
    hint = f"Write id: {slug(stem)}, or rename the file."
    return [*problems, Problem(Code.WRONG_VALUE, message, place, hint)]


_ONE_SPELLING = "Keep one spelling, here and wherever it is cited: codes are matched without regard to case."


def _odd_codes(data: dict[str, Any]) -> list[Problem]:
    """Refuse codes of roles that nobody could cite: odd ones, one in two spellings, one of no role."""
    roles = data.get("roles")
    if not isinstance(roles, dict):
        return []
    places = {code: origins_of(roles).key(code) for code in roles if code != ORIGINS_KEY}
    codes = [(f"role {code}", code, place) for code, place in places.items()]
    untitled = [
        Problem(Code.MISSING_FIELD, f"role {code} has no title.", place, f"Write {code}: what the role is called.")
        for code, place in places.items()
        if roles[code] is None
    ]
    roles.update({code: "?" for code in places if roles[code] is None})  # so that nobody is told that it is missing
    odd_ones = [
        Problem(Code.WRONG_VALUE, f"the code of a role cannot be {shown(code)}.", place, odd.said)
        for code, place in places.items()
        if (odd := find_odd(code)) is not None
    ]
    return [*repeated(codes, _ONE_SPELLING), *untitled, *odd_ones]
