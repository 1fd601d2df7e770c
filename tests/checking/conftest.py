"""Small projects as text, checked: a line that ends in `# here` is where a problem is expected."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import dedent, indent

import pytest

from action_plans.checking.checker import check
from action_plans.model.problem import Code, Problem
from action_plans.reading.portfolio_reader import read_portfolio
from action_plans.tracing.tracer import trace
from tests.builders import TODAY
from tests.project import files_in

HEAD = """\
id: OAK
title: Improvement plan
service: Oakfield House
roles: {RM: Registered manager, DM: Deputy manager, QL: {title: Quality lead, name: Quinn Example}}
findings:
  - {id: F1, kind: own, title: Medicines were not counted}
"""
MARK = "# here"


@dataclass(frozen=True)
class Checked:
    """What the checker says of a small project.

    Attributes:
        problems: all of it.
        marked: the places, `path:line`, of the lines that end in `# here`.
    """

    problems: tuple[Problem, ...]
    marked: tuple[str, ...]

    def of(self, code: Code) -> tuple[Problem, ...]:
        """Return the problems with one code."""
        return tuple(problem for problem in self.problems if problem.code is code)

    def one(self, code: Code, *words: str) -> Problem:
        """Return the one problem with this code, which stands on a marked line and says these words."""
        (problem,) = self.of(code)
        assert f"{problem.origin.path}:{problem.origin.line}" in self.marked
        said = f"{problem.message} {problem.hint}"
        assert [word for word in words if word not in said] == [], said
        return problem

    @property
    def codes(self) -> list[str]:
        """The codes of all problems, in order."""
        return [problem.code.value for problem in self.problems]


Check = Callable[..., Checked]


@pytest.fixture
def checked(tmp_path: Path) -> Check:
    """Return a function that checks files written as one text, as `files_in` reads them."""

    def check_files(tree: str, *, today: date = TODAY, broken: bool = False) -> Checked:
        files = files_in(tree)
        for path, text in files.items():
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text(text, encoding="utf-8")
        reading = read_portfolio(tmp_path, "plans", "evidence")
        assert bool(reading.problems) == broken, [str(problem) for problem in reading.problems]
        traced = trace(reading.portfolio, today)
        return Checked(check(traced, None, reading.left_out), tuple(_marked(files)))

    return check_files


@pytest.fixture
def checked_plan(checked: Check) -> Check:
    """Return a function that checks one plan: what is written, after a head with three roles and the finding F1."""

    def check_plan(rest: str, *, today: date = TODAY, head: str = HEAD) -> Checked:
        return checked("plans/oak.yaml:\n" + indent(head + dedent(rest), "    "), today=today)

    return check_plan


def _marked(files: dict[str, str]) -> Iterator[str]:
    for path, text in files.items():
        for number, line in enumerate(text.split("\n"), 1):
            if line.endswith(MARK):
                yield f"{path}:{number}"
