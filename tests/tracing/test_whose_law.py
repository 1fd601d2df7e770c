"""Whose law a finding cites does not hang on whether its sender is written out."""

import pytest

from tests.builders import a_finding, a_plan, traced


@pytest.mark.parametrize(
    ("said", "is_read"),
    [
        ({"kind": "incident", "from": "CQC"}, True),
        ({"kind": "audit"}, True),
        ({"kind": "audit", "from": "The service itself"}, True),
        ({"kind": "complaint"}, True),
        ({"kind": "fire", "from": "Westshire Fire and Rescue"}, False),
    ],
    ids=lambda value: " ".join(value.values()) if isinstance(value, dict) else None,
)
def test_a_regulation_is_english_law_unless_another_body_cites_it(said: dict[str, str], is_read: bool) -> None:
    """A source of ours and one of CQC's, however it is written, cite what CQC enforces; a fire service does not."""
    source = {"id": "R1", "title": "Source", **said}
    finding = a_finding(source="R1", regulations="Regulation 17(2)(a)")
    found = traced(a_plan(sources=[source], findings=[finding])).findings["OAK/F1"]
    assert bool(found.cited.regulations) is is_read
