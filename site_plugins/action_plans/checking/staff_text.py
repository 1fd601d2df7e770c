"""The words that people wrote for the staff edition, each with where it stands."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from action_plans.model.evidence import Evidence, EvidenceNote
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.record import Record
from action_plans.model.service import Service


@dataclass(frozen=True, slots=True)
class StaffText:
    """One text of a plan or note, and the record and field that hold it."""

    text: str
    record: Record
    field: str
    index: int | None = None

    def origin_at(self, offset: int) -> Origin:
        """Return the place of a character, counted from 0: the very line in texts of several lines."""
        lines_before = self.text.count("\n", 0, offset)
        if self.field == "body" and isinstance(self.record, EvidenceNote):
            column = offset - self.text.rfind("\n", 0, offset)
            return Origin(self.record.origins.path, self.record.body_line + lines_before, column)
        begins = self.record.at(self.field, self.index)
        if "\n" not in self.text:
            return begins
        # A text of several lines is a block: it begins on the line after its key and its `|`.
        return Origin(begins.path, begins.line + 1 + lines_before, 1)


def staff_texts(record: Record, *, leaving_out: Collection[str] = ()) -> list[StaffText]:
    """Return every text in a plan or note that the staff edition shows, in the order of the fields.

    Left out: words for families, roles and the people who hold them, addresses, and what evidence on request keeps.
    """
    found: list[StaffText] = []
    _collect(record, found, leaving_out)
    return found


def texts_of_plan(plan: Plan) -> Iterator[tuple[str, StaffText]]:
    """Yield every text of a plan with the reference of the thing that holds it: an item, else the plan."""
    for name in _ITEMS:
        for item in getattr(plan, name):
            ref = f"{plan.id}/{item.id}" if item.id is not None else plan.id
            for text in staff_texts(item):
                yield ref, text
    for text in staff_texts(plan, leaving_out=_ITEMS):
        yield plan.id, text


def _collect(record: Record, found: list[StaffText], leaving_out: Collection[str] = ()) -> None:
    """Walk one record. Words of a closed list are a type of their own, and are passed over."""
    shown_only = isinstance(record, Evidence) and record.on_request
    for name, value in record.__dict__.items():
        if value is None or value == () or name in _NO_TEXT or name in leaving_out:
            continue
        if shown_only and name not in _SHOWN_ON_REQUEST:
            continue
        if type(value) is str:
            found.append(StaffText(value, record, name.rstrip("_")))
        else:
            _collect_from(value, record, name.rstrip("_"), found)


def _collect_from(value: object, record: Record, field: str, found: list[StaffText]) -> None:
    if type(value) is tuple:
        for index, one in enumerate(value):
            if type(one) is str:
                found.append(StaffText(one, record, field, index))
            elif isinstance(one, Record):
                _collect(one, found)
    elif type(value) is dict:
        found.extend(StaffText(one, record, field) for one in value.values() if type(one) is str)
    elif isinstance(value, Record) and not isinstance(value, Service):
        _collect(value, found)


_ITEMS = ("sources", "findings", "actions", "measures", "milestones", "objectives", "risks", "communications")
_SHOWN_ON_REQUEST = frozenset(["title", "kept", "checked_by"])
_REFERENCES = frozenset(["id", "for_", "owner", "helpers", "depends_on", "milestone", "supports", "service", "item"])
_PAPERS = frozenset(["url", "website", "reference", "account", "file", "format", "version", "framework", "code"])
_NO_TEXT = _REFERENCES | _PAPERS | {"origins", "family", "roles", "body_line"}
"""Fields that hold no words of staff: references, codes, addresses, numbers of other people's papers."""
