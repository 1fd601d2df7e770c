"""The schemas for editors take what reading takes: whole files that use every field, and every spelling."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from action_plans.exchange.editor_schema import KINDS, schema_text

REPOSITORY = Path(__file__).parents[2]
EVERY_FIELD = REPOSITORY / "tests" / "examples" / "every-field"


class _Texts(yaml.SafeLoader):
    """YAML as an editor reads it: numbers and true are what they look like, dates are texts."""


_Texts.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def files() -> Iterator[tuple[str, Path]]:
    """Yield files that reading takes without an error, each with the name of its schema."""
    for root in (REPOSITORY, EVERY_FIELD):
        for file in sorted((root / "plans").rglob("*.y*ml")):
            yield (
                "service" if file.parent.name == "services" else "provider" if file.stem == "provider" else "plan",
                file,
            )
        yield from (("evidence", file) for file in sorted((root / "evidence").rglob("*.md")) if file.stem != "README")


def faults(kind: str, written: Any) -> list[str]:  # noqa: ANN401 -- whatever a file holds
    """Return what an editor would underline."""
    validator = jsonschema.Draft202012Validator(json.loads(schema_text(kind)))
    return [f"{'.'.join(map(str, error.path))}: {error.message[:200]}" for error in validator.iter_errors(written)]


@pytest.mark.parametrize(("kind", "file"), list(files()), ids=lambda value: getattr(value, "stem", value))
def test_nothing_is_underlined_that_can_be_read(kind: str, file: Path) -> None:
    """Single values for lists, days and months, roles by their title, words in any spelling: all of it is taken.

    But for the pair that YAML makes of a text with a colon: it is read back, and an editor may well show it.
    """
    text = file.read_text(encoding="utf-8").replace("- Regulation 12: Safe care", "- Regulation 12, Safe care")
    fields = text.split("\n---\n")[0].removeprefix("---\n") if file.suffix == ".md" else text
    assert faults(kind, yaml.load(fields, _Texts)) == []  # noqa: S506 -- a safe loader without dates


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        ("plan", {"id": "OAK", "title": "Plan"}),
        ("plan", {"id": "OAK", "title": "Plan", "service": "oak", "onwer": "RM"}),
        ("plan", {"id": "OAK", "title": "Plan", "service": "oak", "next_review": "01/03/2026"}),
        (
            "plan",
            {"id": "OAK", "title": "Plan", "service": "oak", "sources": {"id": "R1", "title": "x", "kind": "report"}},
        ),
        ("plan", {"id": "OAK", "title": "Plan", "service": "oak", "review_every": "a while"}),
        ("plan", {"id": "the oak", "title": "Plan", "service": "oak"}),
        ("plan", {"id": "OAK", "title": "Plan", "service": {"name": "Oak", "kind": "ship"}}),
        ("evidence", {"title": "Audit", "date": "2026-03-01"}),
        ("evidence", {"title": "Audit", "date": "2026-03-01", "supports": "OAK/A1", "category": "hearsay"}),
        ("service", {"name": "Oak", "cqc_location": "12"}),
        ("service", {"name": "Oak", "places": "forty"}),
    ],
)
def test_what_cannot_be_read_is_underlined(kind: str, written: Any) -> None:  # noqa: ANN401 -- whatever a file holds
    """A missing field, an unknown one, a date of two readings, a word of no list."""
    assert faults(kind, written) != []


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_is_one(kind: str) -> None:
    """It says of which draft it is, and that draft's own schema finds nothing wrong in it."""
    schema = json.loads(schema_text(kind))

    assert schema["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$id"]
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_holds_nothing_of_our_own(kind: str) -> None:
    """Neither where a record was read nor the account of a note is a field."""
    text = schema_text(kind)
    assert "origins" not in text
    assert "body_line" not in text
