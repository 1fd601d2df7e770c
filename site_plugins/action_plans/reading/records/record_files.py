"""One file's mapping → one record of the model, with every problem in it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import ValidationError

from action_plans.model.left_out import LeftOut, Rest
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem, Severity
from action_plans.model.record import Record
from action_plans.reading.records.leaving_out import Removal, copied, ids_in
from action_plans.reading.records.record_fields import FIELD_NAMES, noun
from action_plans.reading.records.value_path import origins_of
from action_plans.reading.yaml.file_text import decode
from action_plans.reading.yaml.located_yaml import read_mapping
from action_plans.reading.yaml.merge_marks import unfinished_merge
from action_plans.reading.yaml.quoting import shown

if TYPE_CHECKING:
    from action_plans.reading.records.explain import Explained

R = TypeVar("R", bound=Record)

_PASSES = 5
"""A field is only looked at once what it lies in can be read: how often to look again."""

_ID = re.compile(r"""^id:[ \t]+["']?([\w-]+)""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class ReadFile(Generic[R]):
    """What became of one file: a record where one could be made, and every problem found on the way."""

    record: R | None
    problems: tuple[Problem, ...]
    left_out: LeftOut | None = None


Prepare = Callable[[dict[str, Any]], list[Problem]]


def read_record(data: bytes, path: str, kind: type[R], prepare: Prepare, default_id: str | None = None) -> ReadFile[R]:
    """Read the bytes of a YAML file as one record.

    Args:
        data: the file.
        path: how people know it.
        kind: what it holds.
        prepare: completes the mapping and returns what only concerns this kind of file.
        default_id: the id of what it holds, where the file says none.
    """
    text = decode(data, path)
    if isinstance(text, Problem):
        return unread(path, kind, default_id, text)
    if (merge := unfinished_merge(text, path)) is not None:
        return unread(path, kind, id_in(text, default_id), merge)
    written = read_mapping(text, path, FIELD_NAMES)
    if written.data is None:
        return unread(path, kind, id_in(text, default_id), *written.problems)
    problems = [*written.problems, *check_format(written.data), *prepare(written.data)]
    return build(written.data, kind, problems, written.refused, text)


def id_in(text: str, default_id: str | None) -> str | None:
    """Return the one id that a text which cannot be read gives itself; None where it gives two, as in a merge."""
    found = {match[1].casefold() for match in _ID.finditer(text)}
    return next(iter(found)) if len(found) == 1 else None if found else default_id


def unread(path: str, kind: type[R], own_id: str | None, *problems: Problem) -> ReadFile[R]:
    """Return a file of which nothing could be read."""
    left_out = LeftOut(path, noun(kind), own_id and own_id.casefold(), is_whole=True)
    return ReadFile(None, _in_order(problems), left_out)


def build(
    data: dict[str, Any], kind: type[R], problems: list[Problem], refused: Iterable[Any] = (), text: str = ""
) -> ReadFile[R]:
    """Make a record of a mapping; without its broken parts, where it has some.

    Args:
        data: the mapping, with its origins; broken parts are taken out of it.
        kind: what to make.
        problems: what is known of it already; comes first in the problems returned.
        refused: values that were left out already.
        text: what the file says, line for line.
    """
    told = {one.origin for one in problems if one.code is Code.REFUSED_YAML}
    removal = Removal(ids=set(ids_in(list(refused))))
    before: dict[str, Any] | None = None
    for _ in range(_PASSES):
        try:
            record = kind.model_validate(data, by_alias=True, by_name=False)
        except ValidationError as error:
            if before is None and (slips := _put_right(data, kind)):
                problems.extend(slips)
                before = copied(data)
                continue
            before = before or copied(data)
            found = _explained(error, data, kind)
            said_of = frozenset[Origin]().union(*(one.said_of for one in found))
            problems[:] = [one for one in problems if one.code is not Code.UNKNOWN_FIELD or one.origin not in said_of]
            problems.extend(
                one.problem
                for one in found
                if one.problem and (one.problem.code is not Code.MISSING_FIELD or one.problem.origin not in told)
            )
            if not removal.remove((one.trail, one.is_missing) for one in found):
                break
        else:
            is_broken = before is not None or any(problem.severity is Severity.ERROR for problem in problems)
            left_out = _left_out(data, kind, removal)
            return ReadFile(
                record, _in_order(problems, text), _with_rest(left_out, before, kind) if is_broken else None
            )
    own_id = _own_id(data)
    left_out = LeftOut(origins_of(data).path, noun(kind), own_id, is_whole=True)
    return ReadFile(None, _in_order(problems, text), _with_rest(left_out, before, kind))


def _with_rest(left_out: LeftOut, before: dict[str, Any] | None, kind: type[R]) -> LeftOut:
    """Add what can be read of a file all the same, from its mapping as it was before anything was taken out."""
    if before is None:
        return left_out
    removal = Removal(fills_in=True, ids=set(left_out.ids - set(ids_in(before))))
    for _ in range(_PASSES):
        try:
            record = kind.model_validate(before, by_alias=True, by_name=False)
        except ValidationError as error:
            found = _explained(error, before, kind)
            if not removal.remove((one.trail, one.is_missing) for one in found):
                break
        else:
            lost = _left_out(before, kind, removal)
            is_nameless = "id" in removal.nameless
            return replace(left_out, rest=Rest(record, replace(lost, id=None, is_whole=True) if is_nameless else lost))
    return left_out


def _explained(error: ValidationError, data: dict[str, Any], kind: type[Record]) -> "list[Explained]":
    """Return what pydantic found as problems; the words for it are loaded where something is broken."""
    from action_plans.reading.records.explain import explain  # noqa: PLC0415 -- a sound project needs none of it

    return explain(error.errors(include_url=False), data, kind)


def _put_right(data: dict[str, Any], kind: type[Record]) -> list[Problem]:
    """Read what is in another form than the model's as it is meant; return a problem for each such list."""
    from action_plans.reading.records.dated_names import as_dated  # noqa: PLC0415 -- as above
    from action_plans.reading.records.too_many_dashes import joined  # noqa: PLC0415 -- as above

    return [*as_dated(data, kind), *joined(data, kind)]


def check_format(data: dict[str, Any]) -> list[Problem]:
    """Return the problem of a file that says it is written in a version of the format that does not exist."""
    version = data.get("format")
    if not isinstance(version, str) or version.strip() == "1":
        return []
    place = origins_of(data).value("format")
    message = f"format is {shown(version)}, which does not exist yet."
    return [Problem(Code.WRONG_VALUE, message, place, "Write format: 1, or leave it out.")]


def _in_order(problems: Iterable[Problem], text: str = "") -> tuple[Problem, ...]:
    ordered = tuple(sorted(set(problems), key=lambda problem: problem.sort_key))
    if not text or not ordered:
        return ordered
    from action_plans.reading.records.commented_values import with_comments_told  # noqa: PLC0415 -- as above

    return with_comments_told(ordered, text)


def _left_out(data: dict[str, Any], kind: type[Record], removal: Removal) -> LeftOut:
    return LeftOut(
        path=origins_of(data).path,
        kind=noun(kind),
        id=_own_id(data),
        ids=frozenset(removal.ids),
        damaged=frozenset(removal.damaged - removal.ids),
        fields=frozenset(removal.fields),
        nameless=frozenset(removal.nameless),
    )


def _own_id(data: dict[str, Any]) -> str | None:
    own_id = data.get("id")
    return own_id.casefold() if isinstance(own_id, str) else None
