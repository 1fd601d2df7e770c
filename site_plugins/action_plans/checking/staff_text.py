"""The words that people wrote for the staff edition, each with where it stands."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from action_plans.model.evidence import Evidence, EvidenceNote
from action_plans.model.markers import ShownOnRequest
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.record import Record
from action_plans.model.reference import Ref
from action_plans.model.reflection import Field
from action_plans.model.service import Provider, Service
from action_plans.model.written import Written, written_in, written_in_note, written_in_plan


class StaffText(NamedTuple):
    """One text of a plan or note, what it belongs to, and the record and field that hold it."""

    text: str
    item: Ref
    record: Record
    field: str
    number: int | None = None

    def origin_at(self, offset: int) -> Origin:
        """Return the place of a character, counted from 0: the very line in texts of several lines."""
        breaks = _breaks(self.text)
        lines_before = bisect_left(breaks, offset)
        if self.field == _BODY and isinstance(self.record, EvidenceNote):
            column = offset - (breaks[lines_before - 1] if lines_before else -1)
            return Origin(self.record.origins.path, self.record.body_line + lines_before, column)
        begins = self.record.at(self.field, self.number)
        if "\n" not in self.text:
            return begins
        # A text of several lines is a block: it begins on the line after its key and its `|`.
        return Origin(begins.path, begins.line + 1 + lines_before, 1)


def texts_of_plan(plan: Plan) -> Iterator[StaffText]:
    """Yield every text of a plan that the staff edition shows.

    Left out: words for families, roles and the people who hold them, addresses, and what evidence on request keeps.
    """
    yield from _texts(written_in_plan(plan, _for_staff))


def texts_of_note(note: EvidenceNote) -> Iterator[StaffText]:
    """Yield every text of a note that the staff edition shows, its account last."""
    yield from _texts(written_in_note(note, _for_staff))
    if note.body and not note.on_request:
        yield StaffText(note.body, note.ref, note, _BODY)


def texts_of_service(service: Service | Provider) -> Iterator[StaffText]:
    """Yield every text of a service, or of what several share, that the staff edition shows."""
    item = Ref.to(service.id if isinstance(service, Service) else "provider")
    yield from _texts(written_in(service, item, _for_staff))


@lru_cache(maxsize=16)  # a text in which much is found is asked again and again, and to count anew each time is slow
def _breaks(text: str) -> tuple[int, ...]:
    """Return where the lines of a text end."""
    return tuple(found.start() for found in re.finditer("\n", text))


_BODY = "body"


def _for_staff(field: Field) -> bool:
    return field.is_for_staff


def _texts(values: Iterable[Written]) -> Iterator[StaffText]:
    for written in values:
        field, record = written.field, written.record
        if type(written.value) is not str:
            continue
        if isinstance(record, Evidence) and record.on_request and field.marker(ShownOnRequest) is None:
            continue
        yield StaffText(written.value, written.item, record, field.name, written.number)
