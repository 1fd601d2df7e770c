"""Whole plans, the example's and real ones: what the site says of them is what was worked out by hand."""

import json
import shutil
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from action_plans.pipeline import examine
from action_plans.project.options import Options
from action_plans.project.settings import Settings
from action_plans.tracing.trace import Trace
from tests.project import DEFAULTS, MKDOCS_YML, Project

REPOSITORY = Path(__file__).parents[1]
EXAMPLES = REPOSITORY / "tests" / "examples"
EXPECTED = REPOSITORY / "tests" / "expected"
BY_HAND = ["oakfield", "victoria-court-2015", "seventy-five-beds-2025", "every-field"]
REAL = ["victoria-court-2015", "seventy-five-beds-2025", "sheffield-2017", "every-field"]


def expected(name: str) -> Mapping[str, Any]:
    """Return what was worked out by hand for a project."""
    found: Mapping[str, Any] = yaml.safe_load((EXPECTED / f"{name}.yaml").read_text(encoding="utf-8"))
    return found


def traced(name: str) -> Trace:
    """Return the trace of a project on the day for which it was worked out by hand."""
    root = REPOSITORY if name == "oakfield" else EXAMPLES / name
    return examine(Settings(root, Options(), expected(name)["as_of"])).trace


@pytest.mark.parametrize("name", BY_HAND)
def test_each_action_stands_as_worked_out_by_hand(name: str) -> None:
    """Every action of the project has the condition and assurance that the contract gives it, and none is left out."""
    by_hand, trace = expected(name), traced(name)
    prefix = f"{by_hand['plan']}/" if "plan" in by_hand else ""

    said = {
        ref.removeprefix(prefix): {"condition": action.condition.value}
        | ({"assurance": action.assurance.value} if action.assurance else {})
        for ref, action in trace.actions.items()
    }

    assert said == by_hand["actions"]


@pytest.mark.parametrize("name", BY_HAND)
def test_each_finding_stands_as_worked_out_by_hand(name: str) -> None:
    """Every finding of the project has the verdict that the contract gives it, and none is left out."""
    by_hand, trace = expected(name), traced(name)
    prefix = f"{by_hand['plan']}/" if "plan" in by_hand else ""

    said = {ref.removeprefix(prefix): finding.verdict.value for ref, finding in trace.findings.items()}

    assert said == by_hand["findings"]


def test_the_example_shows_everything_there_is() -> None:
    """Oakfield House shows every condition, every assurance and every verdict at least once."""
    by_hand = expected("oakfield")

    assert {each["condition"] for each in by_hand["actions"].values()} == {
        "stopped", "slipped", "closed", "overdue", "late-forecast", "blocked",
        "off-track", "at-risk", "due-soon", "on-track", "not-started",
    }  # fmt: skip
    assert {each.get("assurance", "none") for each in by_hand["actions"].values()} == {
        "none", "submitted", "verified", "embedded",
    }  # fmt: skip
    assert set(by_hand["findings"].values()) == {
        "unaddressed", "slipped", "in-hand", "unproven", "unchecked", "evidenced", "embedded",
    }  # fmt: skip


def test_the_totals_of_2017_agree() -> None:
    """Sheffield's totals come out of 88 actions as they were published: nobody types a total."""
    by_hand, trace = expected("sheffield-2017"), traced("sheffield-2017")
    totals = trace.counts(trace.portfolio.plans)
    kinds = Counter(finding.record.kind.value for finding in trace.findings.values() if finding.record.kind)
    states = Counter(action.state.value for action in trace.actions.values())

    assert kinds == by_hand["findings"]
    assert totals.actions == by_hand["actions"]
    assert states == by_hand["open"] | by_hand["closed"]
    assert totals.open == sum(by_hand["open"].values())
    assert totals.verified == by_hand["closed"]["verified"]
    assert Counter(finding.verdict.value for finding in trace.findings.values()) == by_hand["verdicts"]


@pytest.mark.parametrize("name", REAL)
def test_each_real_plan_builds_strictly(name: str, project: Project) -> None:
    """A strict build of the project passes, and every finding and action has its page in the trail."""
    shutil.copytree(EXAMPLES / name, project.folder, dirs_exist_ok=True)
    day = expected(name)["as_of"].isoformat()
    project.write({**DEFAULTS, "mkdocs.yml": MKDOCS_YML.replace("2026-05-12", day)})

    built = project.build()

    assert built.exit_code == 0, built.said
    trail = json.loads(project.read("site/trail.json"))
    for node in trail["nodes"]:
        page = node["url"].partition("#")[0]
        assert (project.site / page / "index.html").is_file(), node["ref"]
