"""Every field that people may write, read from the model itself: nothing here is kept by hand."""

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from sys import modules
from textwrap import dedent
from types import ModuleType

from action_plans.model.evidence import EvidenceNote
from action_plans.model.people import Role
from action_plans.model.plan import Plan
from action_plans.model.record import Choice, Record, slug
from action_plans.model.service import Provider, Service

FILES: tuple[tuple[type[Record], str], ...] = (
    (Plan, "plans/NAME.yaml"),
    (EvidenceNote, "evidence/NAME.md, between the two lines of ---"),
    (Service, "plans/services/NAME.yaml"),
    (Provider, "plans/provider.yaml"),
)
"""The records that a file holds, and which file."""


@dataclass(frozen=True, slots=True)
class FieldEntry:
    """One field: its name in the file, what it takes in words, whether it is needed, and what it means.

    `choices` are the words of a closed list, `records` the names of records that are written inside it.
    """

    name: str
    takes: str
    needed: bool
    meaning: str
    choices: tuple[str, ...]
    records: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RecordEntry:
    """One record: its name and anchor, what it is, the file it is written in (if it has one), and its fields."""

    name: str
    anchor: str
    meaning: str
    file: str
    fields: tuple[FieldEntry, ...]


def field_reference() -> tuple[RecordEntry, ...]:
    """Return every record that can be written, those of whole files first, each followed by what stands inside it."""
    files = dict(FILES)
    order: dict[type[Record], None] = {}
    for record in files:
        _collect(record, order)
    return tuple(_record(record, files.get(record, "")) for record in order)


def record_name(record: type[Record]) -> str:
    """Return a record's name as people say it: `Evidence note`."""
    words = "".join(f" {letter}" if letter.isupper() else letter for letter in record.__name__).split()
    return " ".join(words).capitalize()


_WORDS = {
    "Text": "text",
    "str": "a label",
    "Id": "an id",
    "RoleCode": "a role's code",
    "Ref": "a reference",
    "RoleOrBody": "a role's code, or an outside body in words",
    "RefOrWords": "a reference, or words",
    "When": "a date",
    "Every": "a length of time",
    "bool": "true or false",
    "int": "a whole number",
    "Figure": "a number",
    "CqcId": "a CQC number",
    "ServiceId": "a short name",
    "Roles": "codes, each with a role",
    "FamilyText": "text, or one for each language",
    "Language": "a language's code",
}
"""What a type of the model takes, in words. Records and closed lists need none: they are found by their class."""

_SEVERAL = {
    "text": "texts",
    "a label": "labels",
    "an id": "ids",
    "a role's code": "codes of roles",
    "a reference": "references",
    "a reference, or words": "references, or words",
    "a date": "dates",
    "one of these": "any of these",
}
_STANDS_FOR = {"Roles": Role}
"""Records that a type's own name hides."""

_FILLED_IN = {(EvidenceNote, "id"), (Service, "id")}
"""Fields that the model has in any case, because reading fills them in where they are not written."""


def _collect(record: type[Record], order: dict[type[Record], None]) -> None:
    if record in order:
        return
    order[record] = None
    for field in _fields(record):
        for name in _inner_names(field.annotation):
            inner = _named(field.module, name)
            if isinstance(inner, type) and issubclass(inner, Record):
                _collect(inner, order)


def _record(record: type[Record], file: str) -> RecordEntry:
    name = record_name(record)
    return RecordEntry(
        name, slug(name), _sentence(record), file, tuple(_entry(record, field) for field in _fields(record))
    )


def _entry(record: type[Record], field: "_Written") -> FieldEntry:
    information = record.model_fields[field.attribute]
    inner = [_named(field.module, name) for name in _inner_names(field.annotation)]
    choices = [word.value for one in inner if isinstance(one, type) and issubclass(one, Choice) for word in one]
    records = [record_name(one) for one in inner if isinstance(one, type) and issubclass(one, Record)]
    needed = information.is_required() and (record, field.attribute) not in _FILLED_IN
    takes = _takes(field.annotation, field.module)
    return FieldEntry(
        information.alias or field.attribute,
        takes,
        needed,
        information.description or "",
        tuple(choices),
        tuple(records),
    )


@dataclass(frozen=True, slots=True)
class _Written:
    """A field as the model's source writes it."""

    attribute: str
    annotation: ast.expr
    module: ModuleType


def _fields(record: type[Record]) -> Iterator[_Written]:
    """Yield the fields of a record: its own in the order written, then those of what it is built on."""
    seen: set[str] = set()
    for parent in record.__mro__:
        if issubclass(parent, Record) and parent is not Record:
            for attribute, annotation in _annotations(parent):
                known = record.model_fields.get(attribute)
                if known is not None and not known.exclude and attribute not in seen:
                    seen.add(attribute)
                    yield _Written(attribute, annotation, modules[parent.__module__])


@cache  # read once: the source of a class does not change while a site is built
def _annotations(record: type[Record]) -> tuple[tuple[str, ast.expr], ...]:
    """Return the annotations in a class's own source: two names of one type are one type once Python has read them."""
    tree = ast.parse(dedent(inspect.getsource(record))).body[0]
    assert isinstance(tree, ast.ClassDef)  # noqa: S101 -- it is the source of a class
    return tuple(
        (line.target.id, line.annotation)
        for line in tree.body
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name)
    )


def _inner_names(annotation: ast.expr) -> tuple[str, ...]:
    return tuple(dict.fromkeys(node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)))


def _named(module: ModuleType, name: str) -> object:
    return _STANDS_FOR.get(name) or getattr(module, name, None)


def _takes(annotation: ast.expr, module: ModuleType) -> str:
    """Return in words what a field takes."""
    match annotation:
        case ast.BinOp(left=left, right=ast.Constant(value=None)):
            return _takes(left, module)
        case ast.BinOp(left=left, right=right):
            return f"{_takes(left, module)}, or {_takes(right, module)}"
        case ast.Subscript(value=ast.Name(id="Many"), slice=inner):
            one = _takes(inner, module)
            return f"one or several: {_SEVERAL.get(one, one)}"
        case ast.Subscript(value=ast.Name(id="Entries"), slice=ast.Tuple(elts=[key, value])):
            return f"{_SEVERAL[_takes(key, module)]}, each with {_takes(value, module)}"
        case ast.Subscript(value=ast.Name(id="Annotated"), slice=ast.Tuple(elts=[inner, *_])):
            return _takes(inner, module)
        case ast.Name(id=name):
            return _WORDS.get(name) or _class_words(_named(module, name), name)
    raise TypeError(f"The field reference has no words for {ast.unparse(annotation)}.")


def _class_words(named: object, name: str) -> str:
    if isinstance(named, type) and issubclass(named, Choice):
        return "one of these"
    if isinstance(named, type) and issubclass(named, Record):
        return f"the fields of {record_name(named).lower()}"
    raise TypeError(f"The field reference has no words for {name}.")


def _sentence(record: type[Record]) -> str:
    return inspect.cleandoc(record.__doc__ or "").split("\n\n")[0]
