"""The model can be read from outside: what its fields hold is said beside their types, and nothing is passed over."""

from pathlib import Path
from typing import Any

import pytest

from action_plans.model.evidence import Evidence, EvidenceLine, EvidenceNote
from action_plans.model.markers import NamesAim, NamesSource, ShownOnRequest
from action_plans.model.plan import Plan
from action_plans.model.record import ORIGINS_KEY, Choice, Record
from action_plans.model.reference import Kind
from action_plans.model.reflection import Field, field_names, fields_of, records_in
from action_plans.model.service import Provider, Service
from action_plans.model.when import When
from action_plans.model.written import written_in_note, written_in_plan
from action_plans.reading.portfolio_reader import read_portfolio
from action_plans.reading.yaml.located_yaml import read_mapping

RECORDS = records_in(Plan, Service, Provider, EvidenceNote)
EVERY_FIELD = Path(__file__).parents[1] / "examples" / "every-field"


def marked(kind: str) -> set[str]:
    """Return the fields for which a question of `Field` is answered with yes, as `Record.field`."""
    return {
        f"{record.__name__}.{field.name}" for record in RECORDS for field in fields_of(record) if getattr(field, kind)
    }


def test_who_answers_for_something_is_a_role_and_who_did_something_may_be_a_body() -> None:
    """The contract's two lists: an outside body may stand wherever somebody did, said, checked or decided something."""
    roles = {f"{record.__name__}.{field.name}": field.role for record in RECORDS for field in fields_of(record)}
    bodies = {name for name, role in roles.items() if role is not None and role.or_body}
    assert bodies == {
        "Action.checker", "Action.closed_by", "Check.by", "Revision.by", "Signoff.by", "Stopped.by", "Update.by",
        "EvidenceLine.by", "EvidenceLine.checked_by", "EvidenceNote.by", "EvidenceNote.checked_by",
    }  # fmt: skip
    assert {name for name, role in roles.items() if role is not None} - bodies == {
        "Action.helpers", "Action.owner", "Approved.by", "Communication.owner", "Plan.author", "Plan.deputy",
        "Plan.evidence_lead", "Plan.lead", "Recognition.who", "Risk.owner", "ServiceApproved.by", "Task.who",
    }  # fmt: skip


def test_references_say_what_they_may_lead_to() -> None:
    """Each field of references, with the kinds that it takes, the edge that it makes, and whether words may stand."""
    cites = {f"{record.__name__}.{field.name}": field.cites for record in RECORDS for field in fields_of(record)}
    said = {name: (one.kinds, one.verb, one.or_words) for name, one in cites.items() if one is not None and one.verb}
    assert said == {
        "Action.depends_on": ((Kind.ACTION,), "depends-on", False),
        "Action.for": ((Kind.FINDING, Kind.OBJECTIVE), "for", False),
        "Action.measures": ((Kind.MEASURE,), "measures", False),
        "Action.milestone": ((Kind.MILESTONE,), "meets", False),
        "EvidenceNote.supports": ((Kind.FINDING, Kind.ACTION, Kind.MEASURE, Kind.OBJECTIVE), "supports", False),
        "Finding.measures": ((Kind.MEASURE,), "measures", False),
        "Finding.repeats": ((Kind.FINDING,), "repeats", True),
        "Objective.measures": ((Kind.MEASURE,), "measures", False),
        "Pilot.measures": ((Kind.MEASURE,), "measures", False),
        "Risk.actions": ((Kind.ACTION,), "mitigates", False),
        "Stopped.instead": ((Kind.ACTION,), "instead", True),
    }
    own = {name for name, one in cites.items() if one is not None and one.own_plan_only}
    assert own == {"Action.milestone", "Recognition.milestone"}
    assert field_names(RECORDS[0])["findings"].records[0].__name__ == "Finding"
    assert [field.name for record in RECORDS for field in fields_of(record) if field.marker(NamesSource)] == ["source"]
    assert [field.name for record in RECORDS for field in fields_of(record) if field.marker(NamesAim)] == [
        "aligns_with"
    ]


def test_no_field_is_for_staff_and_for_families() -> None:
    """Families see what was written for them; what is in their part of a file is never taken for words of staff."""
    assert not marked("is_for_staff") & marked("is_for_families")
    family = {
        name for name in marked("is_for_staff") if "Family" in name or name.split(".")[0] in ("YouSaid", "Meeting")
    }
    assert family == set()


def test_of_evidence_on_request_its_title_place_and_check_are_shown() -> None:
    """And nothing else of what staff wrote."""
    shown = {field.name for field in fields_of(EvidenceLine) if field.marker(ShownOnRequest)}
    assert shown == {"title", "kept", "checked_by", "checked_sample"}
    assert issubclass(EvidenceLine, Evidence)


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_can_be_explained(record: type[Record]) -> None:
    """Each has words for what it takes and for what it means."""
    assert [field.name for field in fields_of(record) if not field.takes or not field.meaning] == []


def test_every_value_that_is_written_is_found() -> None:
    """Walking the records finds each value of files that use every field, and no other; a service is its own."""
    portfolio = read_portfolio(EVERY_FIELD).portfolio
    found: dict[str, list[str]] = {}
    for plan in portfolio.plans:
        found[plan.path] = [_said(one.value, one.field) for one in written_in_plan(plan)]
    for note in portfolio.notes:
        found[note.path] = [_said(one.value, one.field) for one in written_in_note(note)]
    for path, said in found.items():
        text = (EVERY_FIELD / path).read_text(encoding="utf-8")
        data = read_mapping(text.split("\n---\n")[0].removeprefix("---\n") if path.endswith(".md") else text, path).data
        assert data is not None
        if isinstance(data.get("service"), dict):
            del data["service"]
        missing = [value for value in _texts(data) if value.casefold() not in " ".join(said).casefold()]
        assert missing == []


def _said(value: Any, field: Field) -> str:  # noqa: ANN401 -- any value of a record
    if isinstance(value, When):
        return f"{value.iso} {value}"
    if isinstance(value, Choice):
        return f"{value.value} {value.value.replace('-', ' ')}"
    if isinstance(value, dict):
        return " ".join(value.values())
    return str(value) if not isinstance(value, bool) else f"{value} {field.name}"


def _texts(written: Any) -> list[str]:  # noqa: ANN401 -- whatever was written
    if isinstance(written, dict):
        return [text for key, value in written.items() if key != ORIGINS_KEY for text in _texts(value)]
    if isinstance(written, list):
        return [text for one in written for text in _texts(one)]
    return [str(written).strip()]
