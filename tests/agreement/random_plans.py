"""Plans made by chance, the same for the same seed: states, dates and gaps in combinations that nobody thinks of."""

import random
from datetime import date, timedelta
from typing import Any

TODAY = date(2026, 5, 12)
_ROLES = {"RM": "Registered manager", "DM": "Deputy manager", "QL": {"title": "Quality lead", "name": "Q. Example"}}
_PEOPLE = ("RM", "DM", "QL", "Quality lead", "the registered manager", "Westshire Council", "CQC")
_CATEGORIES = ("peoples-experience", "processes", "outcomes", "observation")


def a_random_plan(seed: int, name: str = "OAK") -> dict[str, Any]:
    """Return a plan as a file says it. It holds slips and gaps, and no error."""
    luck = random.Random(seed)  # noqa: S311 -- chance that can be repeated
    findings = [_finding(luck, number) for number in range(1, luck.randint(2, 6))]
    actions: list[dict[str, Any]] = []
    for number in range(1, luck.randint(3, 12)):
        actions.append(_action(luck, number, [one["id"] for one in findings], [one["id"] for one in actions]))
    return {
        "id": name,
        "title": f"Plan {name}",
        "service": "Oakfield House",
        "roles": _ROLES,
        "lead": "RM",
        "sources": [
            {"id": "CQC26", "kind": "assessment", "title": "Report", "published": "2026-03-20",
             "ratings": _some(luck, {"overall": "good", "safe": "inadequate", "caring": "good"})},
            {"id": "RN1", "kind": "requirement-notice", "title": "Notice", "received": "2026-03-25",
             "response_due": _day(luck, -40, 40)},
        ],
        "findings": findings,
        "actions": actions,
        "measures": [_measure(luck, number) for number in range(1, luck.randint(2, 4))],
        "milestones": [{"id": "MS1", "title": "Safe", "due": _day(luck, -60, 60)}],
        "accepted": [
            {"code": code, "item": luck.choice((*findings, *actions))["id"], "because": "Known.", "until": "2027-01-01"}
            for code in ("AP301", "AP303", "AP307", "AP331") if luck.random() < 0.5
        ],
    }  # fmt: skip


def _finding(luck: random.Random, number: int) -> dict[str, Any]:
    sources = luck.choice((["cqc26"], ["CQC26", "rn1"], [], ["RN1"]))
    return {
        "id": f"F{number}",
        "title": f"Finding {number}",
        "kind": luck.choice(("breach", "must", "should", "own")),
        "regulations": luck.choice(([], ["Regulation 12"], ["Regulation 17", "Regulation 18"])),
        "key_questions": luck.choice(([], ["safe"], ["Well led", "caring"])),
        "evidence": [_line(luck) for _ in range(luck.randint(0, 2))],
        **({"source": sources} if sources else {}),
        **({"keeping_safe": "A nurse counts."} if luck.random() < 0.5 else {}),
    }


def _action(luck: random.Random, number: int, findings: list[str], before: list[str]) -> dict[str, Any]:
    due = luck.randint(-500, 120)
    said: dict[str, Any] = {
        "id": f"A{number}",
        "title": f"Action {number}",
        "owner": luck.choice(("RM", "DM")),
        "due": _at(due),
        "for": luck.sample(findings, luck.randint(0, min(2, len(findings)))),
        "depends_on": luck.sample(before, luck.randint(0, min(2, len(before)))),
        "evidence": [_line(luck) for _ in range(luck.randint(0, 3))],
        "checks": [_check(luck) for _ in range(luck.randint(0, 2))],
    }
    kind = luck.random()
    if kind < 0.5:
        said["closed_on"] = _at(min(due, 0) - luck.randint(0, 60))
    elif kind < 0.6:
        said["stopped"] = {"date": _at(-luck.randint(0, 60)), "because": "Replaced", **_instead(luck, before)}
    else:
        said["progress"] = luck.choice(("on-track", "at-risk", "off-track", "not-started"))
        if luck.random() < 0.4:
            said["revised"] = [{"date": _at(-luck.randint(1, 200)), "due": _day(luck, -90, 200), "reason": "Staff"}]
    if luck.random() < 0.3:
        said["milestone"] = "MS1"
    if luck.random() < 0.3:
        said["check_due"], said["checker"] = _day(luck, -60, 60), "QL"
    return said


def _instead(luck: random.Random, before: list[str]) -> dict[str, Any]:
    return {"instead": [luck.choice(before)]} if before and luck.random() < 0.5 else {}


def _line(luck: random.Random) -> dict[str, Any]:
    said: dict[str, Any] = {"title": f"Sheet {luck.randint(1, 99)}", "category": luck.choice(_CATEGORIES)}
    if luck.random() < 0.85:
        made = -luck.randint(-10, 600)
        said |= {"date": _at(made), "by": luck.choice(_PEOPLE[:3])}
        if luck.random() < 0.5:
            said |= {"checked_by": luck.choice(_PEOPLE), "verdict": luck.choice(("meets", "partly", "does-not-meet"))}
            said |= {"checked_on": _at(min(made + luck.randint(0, 30), 5))} if luck.random() < 0.7 else {}
        if luck.random() < 0.3:
            said["review_due"] = _at(made + luck.randint(20, 400))
    return said


def _check(luck: random.Random) -> dict[str, Any]:
    result = luck.choice(("holds", "holds", "partly", "slipped"))
    return {"date": _at(-luck.randint(-5, 420)), "by": luck.choice(_PEOPLE), "result": result}


def _measure(luck: random.Random, number: int) -> dict[str, Any]:
    return {
        "id": f"M{number}",
        "title": f"Measure {number}",
        "better": luck.choice(("higher", "lower")),
        "readings": [{"date": _day(luck, -200, 60), "value": luck.randint(0, 99)} for _ in range(luck.randint(0, 5))],
        "targets": [{"value": luck.randint(0, 99), "by": _day(luck, -100, 200)} for _ in range(luck.randint(0, 3))],
    }


def _some(luck: random.Random, values: dict[str, str]) -> dict[str, str]:
    return {name: value for name, value in values.items() if luck.random() < 0.7} or {"safe": "good"}


def _day(luck: random.Random, first: int, last: int) -> str:
    return _at(luck.randint(first, last))


def _at(days: int) -> str:
    return (TODAY + timedelta(days=days)).isoformat()
