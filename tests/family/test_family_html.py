"""Every page of the family edition is valid HTML, as html-validate sees it: whole sites, and unusual ones."""

import json
import os
import sys
from pathlib import Path

import pytest

from tests.builders import a_check, a_plan, traced
from tests.built_sites import REPOSITORY, BothSites
from tests.family.family_projects import (
    REPORT,
    TOLD,
    a_home,
    a_second_service,
    a_service,
    a_topic,
    done_action,
    edition,
    told_action,
)
from tests.family.unusual_sites import SITES, written
from tests.project import run

RULES = {
    "extends": ["html-validate:recommended"],
    "rules": {"tel-non-breaking": "off"},  # a telephone number has blanks where people say it so
}


def test_the_repositorys_own_pages_are_valid(both_sites: BothSites, tmp_path: Path) -> None:
    """Every page of the example is valid."""
    assert faults(both_sites.family, tmp_path) == []


def test_pages_of_every_state_are_valid(tmp_path: Path) -> None:
    """Late, changed, slipped and done work, figures, answers and hostile words make valid pages."""
    measure = {"text": "Doses <b>on time</b>", "before": "7", "now": "8", "of": "10"}
    said = [{"said": 'The soup & the "bread" are cold.', "did": "We warm the <plates>.", "month": "2026-04"}]
    home = a_home(
        told_action(due="2026-03-31", reason="It took too long."),
        done_action(id="A2", checks=[a_check("2026-05-01", "slipped")]),
        done_action(id="A3"),
        told_action(id="A4", stopped={"date": "2026-05-01", "by": "RM", "because": "Another way"}),
        topic={"measure": measure},
        told={"you_said": said, "next_update": "2026-06-01"},
    )
    assert faults(written(edition(home), tmp_path / "site"), tmp_path) == []


def test_pages_with_little_in_them_are_valid(tmp_path: Path) -> None:
    """Nothing published, one bare topic without an action, and several services make valid pages."""
    bare = {"service": {"name": "Oakfield House"}, "sources": [], "actions": []}
    elm = a_plan(id="ELM", service="elm", findings=[a_topic()], sources=[REPORT], actions=[told_action()], family=TOLD)
    oak = a_plan(service=a_service(), findings=[a_topic()], sources=[REPORT], actions=[told_action()], family=TOLD)
    plain = a_plan(**bare, findings=[a_topic(why=None, you=None, visitors=None)], family={"publish": "true"})
    written(edition(traced(a_plan())), tmp_path / "site" / "nothing")
    written(edition(traced(plain)), tmp_path / "site" / "little")
    written(edition(traced(oak, elm, services=[a_second_service()])), tmp_path / "site" / "two")
    assert faults(tmp_path / "site", tmp_path) == []


@pytest.mark.parametrize("name", SITES)
def test_unusual_sites_are_valid(name: str, tmp_path: Path) -> None:
    """Sites of many topics, of several services, of one topic or none have valid pages."""
    assert faults(written(SITES[name](), tmp_path / "site"), tmp_path) == []


def faults(site: Path, beside: Path) -> list[str]:
    """Return what is not valid in the pages of a site."""
    validators = sorted((REPOSITORY / ".cache").glob("html-validate-*/node_modules/.bin/html-validate"))
    if not validators:
        pytest.fail("There is no html-validate. Start the tests with `make test`, which installs it.")
    rules = beside / "rules.json"
    rules.write_text(json.dumps(RULES))
    node = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    command = [str(validators[-1]), "--config", str(rules), "--formatter", "json", str(site / "**/*.html")]
    said = run(command, beside, node)
    assert said.exit_code in (0, 1), said.said
    return [
        f"{Path(page['filePath']).name}:{one['line']}: {one['message']}"
        for page in json.loads(said.output)
        for one in page["messages"]
    ]
