"""Plants a mark in every text and every role that people wrote: which there are is read from the model alone."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any, get_args

from action_plans.model.evidence import EvidenceNote
from action_plans.model.markers import Cites, IsId, NamesAim, NamesRole, NamesSource
from action_plans.model.people import Role
from action_plans.model.plan import Plan
from action_plans.model.record import Record
from action_plans.model.reference import is_words
from action_plans.model.reflection import Field, fields_of
from action_plans.model.service import Service
from action_plans.model.when import Every, When
from action_plans.reading.portfolio_reader import read_portfolio

KEPT: Mapping[str, str] = {
    "Accepted.code": "one of our codes: it names a rule",
    "Attachment.file": "the path of a file",
    "Plan.framework": "the name of a framework",
    "Plan.service": "the id of a file",
    "Service.id": "the name of a file",
    "Finding.statements": "the name of a statement of a framework",
    **{f"{name}.format": "a number of ours" for name in ("Plan", "Service", "Provider", "EvidenceNote")},
    **{f"{name}.fingerprint": "a sum" for name in ("Approved", "ServiceApproved")},
    "Approved.seen": "a sum",
}
"""Fields that hold text by their type, and by their meaning the name of something: written as they were."""


@dataclass
class Marks:
    """What was planted: each mark with the field in which it stands, and roles to be named in the same file."""

    planted: dict[str, str] = field(default_factory=dict)
    roles: dict[str, dict[str, str]] = field(default_factory=dict)

    def text(self, name: str, written: str) -> str:
        """Return a text with a mark of its own at the end; of an address, as one word."""
        return f"{written}{'/' if '/' in written and ' ' not in written else ' '}{self._new(name)}"

    def alone(self, name: str, before: str = "") -> str:
        """Return a mark as the whole of a value."""
        return before + self._new(name)

    def role(self, name: str) -> str:
        """Return the code of a role of its own, whose title is a mark; one person holds all of them."""
        code = f"QZ{len(self.planted)}"
        self.roles[code] = {"title": self._new(name), "name": self._person, "contact": self._contact}
        return code

    def number(self, name: str) -> str:
        """Return a mark that can be a CQC number."""
        mark = f"QZ{len(self.planted):03d}"
        self.planted[mark] = name
        return mark

    @cached_property
    def _person(self) -> str:
        return self._new("Role.name")

    @cached_property
    def _contact(self) -> str:
        return self._new("Role.contact")

    def _new(self, name: str) -> str:
        mark = f"qz{_letters(len(self.planted))}zq"
        self.planted[mark] = name
        return mark


def marked_project(example: Path, folder: Path) -> Marks:
    """Write into `folder` the project of an example with a mark in every text of its plans, notes and services.

    Services that no plan names are left out: nothing of them is published.
    """
    portfolio = read_portfolio(example, "plans", "evidence").portfolio
    marks = Marks()
    named = {plan.service for plan in portfolio.plans if isinstance(plan.service, str)}
    for plan in portfolio.plans:
        _write(folder / plan.path, _marked(plan, marks))
    for service in portfolio.services:
        if service.id in named:
            _write(folder / "plans" / "services" / f"{service.id}.yaml", _marked(service, marks))
    if portfolio.provider is not None:
        _write(folder / "plans" / "provider.yaml", _marked(portfolio.provider, marks))
    for note in portfolio.notes:
        _write_note(example, folder, note, marks)
    return marks


def holds_text(one: Field) -> bool:
    """Whether a field can hold a text that a mark can be planted in."""
    role, cites = one.marker(NamesRole), one.marker(Cites)
    if one.records or one.choices or one.is_date or any(one.marker(kind) for kind in (IsId, NamesSource)):
        return False
    if role is not None:
        return True
    if cites is not None:
        return cites.or_words
    return one.is_for_staff or one.is_for_families or "text" in one.takes or "CQC number" in one.takes


def _write(path: Path, written: Mapping[str, Any], body: str | None = None) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(written, ensure_ascii=False, indent=1)  # JSON is YAML
    path.write_text(text if body is None else f"---\n{text}\n---\n{body}", encoding="utf-8")


def _write_note(example: Path, folder: Path, note: EvidenceNote, marks: Marks) -> None:
    """Write a note as one that is shown: what is on request is kept by its own rule, which has its own tests."""
    written = {name: value for name, value in _marked(note, marks).items() if name != "confidentiality"}
    body = marks.alone("EvidenceNote.body", f"{note.body.strip()}\n\n")
    _write(folder / note.path, written, body + "\n")
    for attachment in note.attachments:
        beside = Path(note.path).parent / attachment.file
        (folder / beside).write_bytes((example / beside).read_bytes())


def _marked(record: Record, marks: Marks) -> dict[str, Any]:
    """Return a record as it would be written, each of its texts with a mark."""
    written = {one.name: value for one, value in _values(record, marks) if value not in ({}, [], None)}
    if isinstance(record, Plan | Service) and marks.roles:
        written["roles"] = dict(marks.roles)
        marks.roles.clear()
    return written


def _values(record: Record, marks: Marks) -> Iterator[tuple[Field, Any]]:
    for one in fields_of(type(record)):
        name = f"{type(record).__name__}.{one.name}"
        if Role not in one.records:  # each place that names a role has one of its own
            yield one, _value(getattr(record, one.attribute), name, one, marks, _has_own_names(record, one))


def _has_own_names(record: Record, one: Field) -> bool:
    """Whether a field is a mapping whose names are words of the writer."""
    annotation = type(record).model_fields[one.attribute].annotation
    return one.entries is not None and not one.records and get_args(annotation)[0] is str


def _value(value: Any, name: str, one: Field, marks: Marks, own_names: bool = False) -> Any:  # noqa: ANN401, PLR0911 -- whatever a field holds
    match value:
        case Record():
            return _marked(value, marks)
        case tuple():
            return [_value(each, name, one, marks) for each in value]
        case dict():
            return {
                marks.text(f"{name}, its name", key) if own_names else key: _value(each, name, one, marks)
                for key, each in value.items()
            }
        case When():
            return value.iso
        case Every():
            return str(value)
        case Enum():
            return value.value
        case str():
            return value if name in KEPT else _text(value, name, one, marks)
        case None | bool() | int():
            return value
        case _:
            return float(value)


def _text(value: str, name: str, one: Field, marks: Marks) -> str:
    role, cites = one.marker(NamesRole), one.marker(Cites)
    if role is not None:
        return marks.alone(name, "Body ") if role.or_body else marks.role(name)
    if cites is not None:
        return marks.text(name, value) if cites.or_words and is_words(value) else value
    if any(one.marker(kind) is not None for kind in (IsId, NamesSource)):
        return value
    if one.marker(NamesAim) is not None and not is_words(value):
        return value
    if "CQC number" in one.takes:
        return marks.number(name)
    return marks.text(name, value)


def _letters(number: int) -> str:
    """Return a number in letters that no page is made of: 0 is `kkk`."""
    return "".join("kjvwxpbdgf"[int(digit)] for digit in f"{number:03d}")
