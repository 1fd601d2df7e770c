"""Pages, editions, problems and the trail tell the same of the same thing: read where it is printed, and compared.

Over the example projects and over plans made by chance. A fact that two places tell in two ways fails here, whatever
the fact is: nobody has to think of the case.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from action_plans.exchange.trail_json import trail
from action_plans.model.problem import Problem
from tests.agreement.printed import disagreements, gaps_listed, told, words
from tests.agreement.random_plans import a_random_plan
from tests.staff.edition import Made, made_in

REPOSITORY = Path(__file__).parents[2]
EXAMPLES = ("victoria-court-2015", "seventy-five-beds-2025", "sheffield-2017", "every-field")
SEEDS = range(24)


@pytest.fixture(params=[*EXAMPLES, "oakfield", *SEEDS], ids=str, scope="module")
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The staff edition of an example, of this repository, or of two plans made by chance."""
    if request.param == "oakfield":
        return made_in(REPOSITORY)
    if isinstance(request.param, str):
        return made_in(REPOSITORY / "tests" / "examples" / request.param)
    folder = tmp_path_factory.mktemp("chance")
    (folder / "plans").mkdir()
    for name, seed in (("OAK", request.param), ("ELM", request.param + 1000)):
        text = yaml.safe_dump(a_random_plan(seed, name), sort_keys=False)
        (folder / "plans" / f"{name.lower()}.yaml").write_text(text, encoding="utf-8")
    return made_in(folder)


def _html(made: Made) -> dict[str, str]:
    return {address: page.html for address, page in made.pages.items()}


def _trail(made: Made) -> dict[str, Any]:
    return dict(json.loads(trail(made.trace, made.problems)))


def test_nothing_is_told_in_two_ways(made: Made) -> None:
    """Every page tells the same state, newest proof, closed actions and lateness of an action or a finding."""
    found = told(_html(made))
    assert any(len(where) > 1 for several in found.values() for where in several.values()), "nothing was compared"
    assert disagreements(found) == []


def test_pages_tell_what_the_trail_tells(made: Made) -> None:
    """The state on every page is that of trail.json: the condition, or how well a closed action is proven."""
    found = told(_html(made))
    for node in _trail(made)["nodes"]:
        if node["kind"] not in ("action", "finding"):
            continue
        state = node.get("verdict") or (node["assurance"] if node["condition"] == "closed" else node["condition"])
        (said,) = found[node["url"], "state"]
        assert said.startswith(f"{state}: "), node["ref"]


def test_counts_are_those_of_the_nodes(made: Made) -> None:
    """What trail.json counts of a plan is what its own nodes come to, and what the first page says of all plans."""
    held = _trail(made)
    nodes = [node for node in held["nodes"] if node["kind"] in ("action", "finding")]
    for plan in held["plans"]:
        own = [node for node in nodes if node["ref"].startswith(f"{plan['id']}/")]
        actions = [node for node in own if node["kind"] == "action"]
        assert plan["counts"]["overdue"] == sum(node["condition"] == "overdue" for node in actions)
        assert plan["counts"]["slipped"] == sum(node["condition"] == "slipped" for node in actions)
        closed = [node for node in actions if node["condition"] == "closed"]
        assert plan["counts"]["unproven"] == sum(node["assurance"] == "none" for node in closed)
        assert plan["counts"]["closed"] == len(closed) + plan["counts"]["slipped"]
        assert plan["counts"]["unaddressed"] == sum(node.get("verdict") == "unaddressed" for node in own)
    shown = dict(_numbers(made.pages[""].html))
    for words_, name in (("late", "overdue"), ("slipped", "slipped"), ("no proof", "unproven")):
        assert shown.get(words_, 0) == sum(plan["counts"][name] for plan in held["plans"])


def test_figures_are_those_of_the_trail(made: Made) -> None:
    """The newest reading and the target that counts stand on each plan's page as trail.json has them."""
    found = told(_html(made))
    for node in _trail(made)["nodes"]:
        if node["kind"] != "measure":
            continue
        (newest,), (target,) = found[node["url"], "newest figure"], found[node["url"], "target"]
        assert (newest == "none") == (node["latest"] is None)
        assert (target == "none") == (node["target"] is None)
        if node["latest"] is not None:
            assert f"{node['latest']['value']:,}" in newest
        if node["target"] is not None:
            assert f"{node['target']['value']:,}" in target


def test_a_source_and_its_findings_name_each_other(made: Made) -> None:
    """Each source that a finding's page names lists that finding, and no other."""
    for plan in made.trace.portfolio.plans:
        home = f"plans/{plan.id.lower()}/"
        sources = made.pages[f"{home}sources/"].html
        for finding in made.trace.findings_of(plan):
            page = made.pages[f"{home}findings/{finding.record.id.lower()}/"].html
            named = set(re.findall(r'href="[^"]*sources/index\.html#([\w-]+)"', page))
            for part in re.split(r'<h2 id="', sources)[1:]:
                lists_it = f'href="../../../{home}findings/{finding.record.id.lower()}/index.html"' in part
                assert lists_it == (part.partition('"')[0] in named or (not named and part.startswith("without")))


def test_a_page_lists_just_the_problems_there_are(made: Made) -> None:
    """What an action's page lists as missing are the problems of it and its evidence; the matrix names as many."""
    problems = _by_item(made.problems)
    for ref, action in made.trace.actions.items():
        address = f"plans/{action.plan.id.lower()}/actions/{action.record.id.lower()}/"
        concerned = (ref, *(proof.ref for proof in action.proofs))
        expected = sorted(_said(problem) for one in dict.fromkeys(concerned) for problem in problems.get(one, ()))
        listed = gaps_listed(made.pages[address].html)
        assert len(listed) == len(expected)
        for message in expected:
            assert any(message in line or message.partition(" ")[2] in line for line in listed), (ref, message)


def test_the_matrix_names_a_gap_where_there_is_a_problem_and_nowhere_else(made: Made) -> None:
    """A row of the matrix says “No gap” just where no problem tells how the work on it stands."""
    problems = _by_item(made.problems)
    for plan in made.trace.portfolio.plans:
        html = made.pages[f"plans/{plan.id.lower()}/matrix/"].html
        for row in re.findall(r'<tr role="row" id="([\w-]+)">(.*?)</tr>', html, re.DOTALL):
            action = next((one for one in made.trace.actions_of(plan) if one.record.id.lower() == row[0]), None)
            if action is None or action.is_stopped:
                continue
            concerned = (action.ref, *(proof.ref for proof in action.proofs))
            gaps = [one for ref in concerned for one in problems.get(ref, ()) if one.code.value.startswith("AP3")]
            assert ("No gap" in words(row[1])) == (not gaps), action.ref


def test_nothing_is_called_well_that_is_not(made: Made) -> None:
    """“Everything goes to plan” and “Nothing is missing” stand only where no problem says otherwise."""
    first = words(made.pages[""].html)
    grave = {"AP303", "AP304", "AP305", "AP306", "AP314", "AP340"}
    if any(problem.code.value in grave for problem in made.problems):
        assert "Everything goes to plan" not in first
    for address, page in made.pages.items():
        if re.fullmatch(r"plans/[^/]+/findings/[^/]+/", address) and gaps_listed(page.html):
            assert "Nothing is missing." not in words(page.html)


def test_the_comparison_would_find_a_lie() -> None:
    """The claims above can fail: two pages that tell of one action in two ways are named with what each says."""
    row = '<tr role="row"><th role="rowheader"><a class="to" href="{}">A1</a></th>{}</tr>'
    cell = '<td role="cell" data-label="State"><strong class="tag tag-{}">{}</strong></td>'
    pages = {
        "": row.format("plans/oak/actions/a1/", cell.format("verified", "Verified")),
        "plans/oak/": row.format("actions/a1/", cell.format("submitted", "Not checked")),
    }
    assert disagreements(told(pages)) == [
        "plans/oak/actions/a1/ state: “verified: Verified” on ; “submitted: Not checked” on plans/oak/"
    ]


def _numbers(html: str) -> Iterator[tuple[str, int]]:
    for count, said in re.findall(r"<a href=\"[^\"]*\">([\w,]+) (?:is|are|has|have) ([^<]*)</a>", html):
        yield said, _NUMBERS.index(count) if count in _NUMBERS else int(count.replace(",", ""))


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


def _by_item(problems: tuple[Problem, ...]) -> Mapping[str, list[Problem]]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.item or "", []).append(problem)
    return found


def _said(problem: Problem) -> str:
    """Return a problem's message as a page prints it."""
    message = " ".join(problem.message.split())
    return f"{message[:1].upper()}{message[1:]}".rstrip(".")
