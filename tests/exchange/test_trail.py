"""trail.json: the whole trace, in the form that is promised, the same for the same plans."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from action_plans.exchange.trail_json import SCHEMA, trail
from tests.builders import a_closed_action, a_finding, a_line, a_note, a_plan, an_action, traced

REPOSITORY = Path(__file__).parents[2]


def held(**said: object) -> dict[str, Any]:
    """Return the trail of one plan."""
    return dict(json.loads(trail(traced(a_plan(**said)), ())))


def whole() -> dict[str, Any]:
    """Return the trail of a plan in which each kind of link stands once."""
    plan = a_plan(
        findings=[a_finding(measures="M1"), a_finding(id="F2", repeats="F1")],
        actions=[
            a_closed_action(for_=["F1", "O1"], milestone="MS1", evidence=a_line("2026-03-30")),
            an_action(id="A2", depends_on="A1"),
            an_action(id="A3", stopped={"date": "2026-05-01", "instead": "A2"}),
        ],
        objectives=[{"id": "O1", "statement": "From 1 to 2 by June"}],
        measures=[{"id": "M1", "title": "Doses"}],
        milestones=[{"id": "MS1", "title": "Safe", "due": "2026-06-30"}],
        risks=[{"id": "R1", "title": "Late", "actions": "A1"}],
    )
    return dict(json.loads(trail(traced(plan, notes=[a_note()]), ())))


def test_it_holds_what_is_promised_in_a_fixed_order() -> None:
    """The schema, the day, plans, nodes, edges and problems: under these names, in this order."""
    found = whole()
    assert list(found) == ["schema", "as_of", "plans", "nodes", "edges", "problems"]
    assert (found["schema"], found["as_of"]) == (SCHEMA, "2026-05-12")
    (plan,) = found["plans"]
    assert list(plan) == ["id", "title", "url", "counts"]
    assert {name: plan["counts"][name] for name in ("findings", "actions", "open", "closed", "overdue")} == {
        "findings": 2, "actions": 3, "open": 1, "closed": 1, "overdue": 0,
    }  # fmt: skip


def test_edges_read_subject_verb_object() -> None:
    """Each kind of link stands once, from who does to whom it is done."""
    edges = [(edge["from"], edge["kind"], edge["to"]) for edge in whole()["edges"]]
    for edge in (
        ("OAK/A1", "for", "OAK/F1"),
        ("OAK/A1", "for", "OAK/O1"),
        ("OAK/A2", "depends-on", "OAK/A1"),
        ("evidence/E1", "supports", "OAK/A1"),
        ("OAK/A1/evidence-1", "supports", "OAK/A1"),
        ("OAK/M1", "measures", "OAK/F1"),
        ("OAK/A1", "meets", "OAK/MS1"),
        ("OAK/A1", "mitigates", "OAK/R1"),
        ("OAK/F2", "repeats", "OAK/F1"),
        ("OAK/A3", "instead", "OAK/A2"),
    ):
        assert edges.count(edge) == 1, edge


def test_each_kind_of_thing_says_how_it_stands() -> None:
    """An action has its condition, a closed one its assurance, a finding its verdict, nothing else any of them."""
    nodes = {node["ref"]: node for node in whole()["nodes"]}
    assert (nodes["OAK/A1"]["condition"], nodes["OAK/A1"]["assurance"]) == ("closed", "submitted")
    assert "assurance" not in nodes["OAK/A2"]
    assert nodes["OAK/F1"]["verdict"] == "in-hand"
    assert nodes["evidence/E1"] == {
        "ref": "evidence/E1", "kind": "evidence", "title": "April audit", "url": "evidence/oak/e1/",
    }  # fmt: skip
    assert {node["kind"] for node in nodes.values()} == {
        "plan", "finding", "action", "evidence", "measure", "milestone", "risk", "objective",
    }  # fmt: skip
    assert nodes["OAK/A1/evidence-1"]["url"] == "plans/oak/actions/a1/#evidence-1"


def test_a_measure_says_its_figures_and_stands_on_the_page_of_measures() -> None:
    """Four keys on each measure and on nothing else, null where nothing is said; an objective has its page too."""
    nodes = {node["ref"]: node for node in whole()["nodes"]}
    assert nodes["OAK/M1"] == {
        "ref": "OAK/M1", "kind": "measure", "title": "Doses", "url": "plans/oak/measures/#m1",
        "baseline": None, "latest": None, "target": None, "run_chart": None,
    }  # fmt: skip
    assert nodes["OAK/O1"]["url"] == "plans/oak/objectives/#o1"
    assert nodes["OAK/R1"]["url"].endswith("#r1")
    assert not {"baseline", "latest", "target", "run_chart"} & set(nodes["OAK/O1"])


def test_addresses_count_from_the_root_of_the_site() -> None:
    """Where the plans lie in a folder of another site, addresses begin with that folder."""
    found = json.loads(trail(traced(), (), "improvement/"))
    assert found["plans"][0]["url"] == "improvement/plans/oak/"


def test_evidence_on_request_gives_no_more_than_its_title() -> None:
    """Nothing that a note keeps on request stands in the file."""
    note = a_note(confidentiality="on-request", kept="SECRET", sample="SECRET", result="SECRET", body="SECRET")
    assert b"SECRET" not in trail(traced(notes=[note]), ())


def test_the_same_plans_give_the_same_bytes() -> None:
    """The order of Python's hashes, which changes with every run, does not show."""
    program = (
        "import sys; from tests.exchange.test_trail import whole; import json; sys.stdout.write(json.dumps(whole()))"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=REPOSITORY,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": f"{REPOSITORY}:{REPOSITORY / 'site_plugins'}"},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1
