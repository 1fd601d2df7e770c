"""The field reference is the model: no record or field is missing, and each says what it takes and means."""

from pydantic import BaseModel

from action_plans.model.evidence import EvidenceNote
from action_plans.model.plan import Plan
from action_plans.model.reflection import record_name
from action_plans.model.service import Provider, Service
from action_plans.staff.pages.field_reference import field_reference

FILES = (Plan, EvidenceNote, Service, Provider)


def records_below(schema: dict[str, object]) -> dict[str, set[str]]:
    """Return the names of the fields of each record in a JSON Schema, by the record's name."""
    definitions = schema.get("$defs", {})
    assert isinstance(definitions, dict)
    return {name: set(body["properties"]) for name, body in definitions.items() if "properties" in body}


def names(record: type[BaseModel]) -> set[str]:
    """Return the names by which a record's fields are written."""
    hidden = {"origins"}
    fields = record.model_fields.items()
    return {field.alias or name for name, field in fields if name not in hidden and not field.exclude}


def test_no_field_of_the_schema_is_missing() -> None:
    """Whatever the schema for editors knows, the reference knows: every record, every field."""
    known = {record.name: {field.name for field in record.fields} for record in field_reference()}
    for file in FILES:
        assert known[record_name(file)] == names(file)
        for name, fields in records_below(file.model_json_schema()).items():
            spelt = " ".join("".join(f" {one}" if one.isupper() else one for one in name).split()).capitalize()
            assert known[spelt] == fields


def test_every_field_says_what_it_is_and_takes() -> None:
    """No field is left without a meaning or without words for what it takes."""
    silent = [
        f"{record.name}.{field.name}"
        for record in field_reference()
        for field in record.fields
        if not field.meaning or not field.takes
    ]
    assert silent == []


def test_what_is_needed_and_what_may_be_chosen_is_said() -> None:
    """An action needs its owner, a note needs no id, and a closed list names its words."""
    fields = {(record.name, field.name): field for record in field_reference() for field in record.fields}
    assert fields["Action", "owner"].needed
    assert not fields["Action", "status"].needed
    assert not fields["Evidence note", "id"].needed
    assert fields["Check", "result"].choices == ("holds", "partly", "slipped")
    assert fields["Action", "for"].takes == "one or several: references"
    assert fields["Action", "helpers"].takes == "one or several: codes of roles"


def test_every_record_that_a_field_leads_to_is_there() -> None:
    """A link from a field to the record that it holds leads somewhere."""
    there = {record.name for record in field_reference()}
    assert {name for record in field_reference() for field in record.fields for name in field.records} <= there
