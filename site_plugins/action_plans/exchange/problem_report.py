"""Problems for people, for programs and for tools that read SARIF; and the forms of `action-plans check` by name."""

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from action_plans.checking.checker import count, totals
from action_plans.exchange.forge_reports import as_github_log, as_gitlab
from action_plans.model.printable import printable
from action_plans.model.problem import Code, Problem, Severity


def as_text(problems: Iterable[Problem]) -> str:
    """Return one line a problem, `path:line:column: severity CODE message hint`, and a last line with the totals."""
    held = tuple(problems)
    return "".join(f"{line}\n" for line in (*map(as_line, held), totals(held)))


def as_line(problem: Problem) -> str:
    """Return one problem on one line, with the reason where it is answered."""
    return f"{problem} (accepted: {printable(problem.accepted)})" if problem.accepted is not None else str(problem)


def as_json(problems: Iterable[Problem]) -> str:
    """Return `{"problems": [..], "counts": {error, warning, gap}}`; answered problems carry `accepted`, the reason."""
    held = tuple(problems)
    counts = {str(severity): number for severity, number in count(held).items()}
    return _json({"problems": [as_mapping(problem) for problem in held], "counts": counts})


def as_mapping(problem: Problem) -> dict[str, str | int]:
    """Return one problem as JSON holds it: path always text with `/`, line and column from 1."""
    said: dict[str, str | int] = {
        "code": problem.code.value,
        "severity": str(problem.severity),
        "message": problem.message,
        "hint": problem.hint,
        "path": problem.origin.path,
        "line": problem.origin.line,
        "column": problem.origin.column,
    }
    if problem.accepted is not None:
        said["accepted"] = problem.accepted
    return said


def as_sarif(problems: Iterable[Problem]) -> str:
    """Return a log in SARIF 2.1.0 with one run; answered problems carry a suppression with their reason."""
    held = tuple(problems)
    rules = sorted({problem.code for problem in held}, key=lambda code: code.value)
    numbers = {code: number for number, code in enumerate(rules)}
    driver = {"name": "action-plans", "rules": [_rule(code) for code in rules]}
    results = [_result(problem, numbers[problem.code]) for problem in held]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return _json({"$schema": _SARIF_SCHEMA, "version": "2.1.0", "runs": [run]})


FORMATS: Mapping[str, Callable[[Iterable[Problem]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github_log,
    "gitlab": as_gitlab,
    "sarif": as_sarif,
}
"""The formats of `action-plans check`, by the name that is asked for."""

_SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.GAP: "note"}


def _rule(code: Code) -> dict[str, Any]:
    return {
        "id": code.value,
        "name": code.name.title().replace("_", ""),
        "shortDescription": {"text": code.sentence},
        "help": {"text": f"For example: {code.example}"},
        "defaultConfiguration": {"level": _SARIF_LEVELS[code.severity]},
    }


def _result(problem: Problem, rule: int) -> dict[str, Any]:
    place = problem.origin
    region = {"startLine": place.line, "startColumn": place.column}
    where = {"artifactLocation": {"uri": quote(place.path, errors="replace")}, "region": region}
    result: dict[str, Any] = {
        "ruleId": problem.code.value,
        "ruleIndex": rule,
        "level": _SARIF_LEVELS[problem.severity],
        "message": {"text": printable(f"{problem.message} {problem.hint}".strip())},
        "locations": [{"physicalLocation": where}],
    }
    if problem.accepted is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": problem.accepted}]
    return result


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
