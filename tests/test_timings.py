"""What the option `timings` says of a build."""

import json
import re

import pytest

from action_plans.project import timings
from action_plans.project.timings import Timings
from tests.project import MKDOCS_YML, Project
from tests.small_plans import OAK


def test_what_runs_inside_a_phase_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A phase within another is taken from it, and what no phase counts is said as the rest, so that all sum up."""
    clock = iter([1.0, 2.0, 5.0, 6.0])
    monkeypatch.setattr(timings, "process_time", lambda: next(clock))
    told = Timings()
    with told.phase("pages"), told.phase("downloads"):
        pass

    assert told.lines(10.0, 1.0, "rest") == (
        "start: 1.00 s", "pages: 2.00 s", "downloads: 3.00 s", "rest: 4.00 s", "whole: 10.00 s",
    )  # fmt: skip


def test_an_earlier_build_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second build of the same process says what it took itself."""
    clock = iter([0.0, 9.0, 10.0, 11.0])
    monkeypatch.setattr(timings, "process_time", lambda: next(clock))
    told = Timings()
    with told.phase("pages"):
        pass
    told.begin()
    with told.phase("pages"):
        pass

    assert "pages: 1.00 s" in told.lines(1.0, 0.0, "rest")


def test_a_build_says_its_phases_where_that_is_asked(project: Project) -> None:
    """With `timings: true` the log has a line for each phase and one for the whole; no page has any."""
    asked = MKDOCS_YML.replace("as_of: 2026-05-12", "as_of: 2026-05-12\n    timings: true")
    built = project.write({"plans/oak.yaml": OAK, "mkdocs.yml": asked}).build(strict=False)

    assert built.exit_code == 0, built.said
    said = re.findall(r"timings: ([a-z ,]+): \d+\.\d\d s", built.said)
    assert said[0] == "start"
    assert {"reading", "checking", "staff pages", "downloads"} < set(said)
    assert said[-1] == "whole"
    assert "timings" not in project.read("site/index.html")


def test_check_says_its_phases_beside_what_it_found(project: Project) -> None:
    """`check --timings` says each phase and the whole where errors are said, and leaves its JSON to be read."""
    checked = project.write({"plans/oak.yaml": OAK}).check("--timings", "--format", "json")
    assert checked.exit_code == 0
    json.loads(checked.output)
    said = dict(re.findall(r"timings: (.+): ([\d.]+) s", checked.said))
    assert {"reading", "checking", "family edition and its guards", "whole"} <= said.keys()
    assert not any("timings" in line for line in checked.output.splitlines())
