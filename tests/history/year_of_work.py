"""A year of work on two plans in 40 commits: branches, merges, wrong clocks, a rename, a split, a note rewritten.

What became of it is told twice: by the package, and here again by other means, which read every version of every file
whole, one call of git each, and follow nothing but the main line.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from tests.project import Project

HEAD = """\
id: {id}
title: Improvement plan
service: Oakfield House
roles: {{RM: Registered manager, QL: Quality lead}}
findings:
  - {{id: F1, title: Medicines were not counted, text: Counts were not kept., kind: must}}
"""
NOTE = """\
---
id: E1
title: Counts of March
date: 2025-07-01
supports: OAK/A1
by: RM
sample: 10 of 39
result: {result}
checked_by: QL
checked_on: 2025-07-05
verdict: meets
attachments: {{file: counts.csv}}
---
All counts agree.
"""


@dataclass
class Year:
    """The project as it is written, commit by commit; `commits` counts them."""

    project: Project
    commits: int = 0

    def save(self, day: str, subject: str = "Changed", **files: str) -> None:
        """Write files, called as in `PATHS`, and make a version of a day, or of a number of seconds."""
        self.project.write({PATHS[name]: text for name, text in files.items()})
        self.project.commit(subject, date=day if "@" in day else f"{day}T10:00:00Z")
        self.commits += 1

    def merge(self, branch: str, day: str) -> None:
        """Merge a branch."""
        self.project.git("merge", "--quiet", "--no-ff", "-m", f"Merge {branch}", branch, date=f"{day}T10:00:00Z")
        self.commits += 1


PATHS = {
    "oak": "plans/oak.yaml",
    "moved": "plans/2026/oak.yaml",
    "elm": "plans/elm.yaml",
    "note": "evidence/e1.md",
    "counts": "evidence/counts.csv",
}


def plan(actions: dict[str, str], own_id: str = "OAK", **more: str) -> str:
    """Return a plan with these actions, `A1: title`, and more for some of them: lines of YAML by the action's id."""
    lines = [HEAD.format(id=own_id), "actions:\n"]
    for name, title in actions.items():
        lines.append(f"  - id: {name}\n    title: {title}\n    for: F1\n    owner: RM\n    due: 2026-06-30\n")
        lines += [f"    {line}\n" for line in more.get(name, "").split("\n") if line]
    return "".join(lines)


def year_of_work(project: Project) -> Year:
    """Write the whole year, from June 2025 to May 2026."""
    year = Year(project)
    titles = {name: f"Step {name}" for name in ("A1", "A2", "A3", "A4", "A5")}
    year.save("2025-06-01", oak=plan({"A1": "Step A1"}))
    year.save("2025-06-02", oak=plan({"A1": "Step A1", "A2": "Step A2"}))
    year.save("2025-06-03", oak=plan(titles))
    for number in range(10):  # wordings of A1, week by week
        titles["A1"] = f"Step A1 again {number}"
        year.save(f"2025-06-{10 + number}", oak=plan(titles))
    year.save("2025-07-06", note=NOTE.format(result="Nine agree"), counts="day,count\n1,9\n")
    # Work on a branch, in three commits, while the main line goes on; then the merge.
    project.git("checkout", "--quiet", "-b", "staffing")
    for number in range(3):
        titles["A2"] = f"Staffing {number}"
        year.save(f"2025-07-{10 + number}", oak=plan(titles))
    project.git("checkout", "--quiet", "main")
    year.save("2025-07-15", "The note was rewritten", note=NOTE.format(result="All agree"))
    year.save("2025-07-16", "The file was replaced", counts="day,count\n1,10\n")
    year.merge("staffing", "2025-08-01")
    # A clock ten years early, and one in a far future; both change A3.
    titles["A3"] = "Step A3 by a clock"
    year.save("2015-08-02", oak=plan(titles))
    titles["A3"] = "Step A3 by another clock"
    year.save("@253370764800 +0000", oak=plan(titles))
    titles["A3"] = "Step A3"
    year.save("2025-08-05", oak=plan(titles))
    # A name is written, and taken out again.
    titles["A4"] = "Ask Mrs Quibble"
    year.save("2025-09-01", oak=plan(titles))
    titles["A4"] = "Ask the person"
    year.save("2025-09-02", oak=plan(titles))
    # The file is moved; then the plan is split: A5 goes to another plan.
    (project.folder / PATHS["oak"]).unlink()
    year.save("2025-10-01", "Moved", moved=plan(titles))
    fifth = titles.pop("A5")
    year.save("2025-11-01", "Split", moved=plan(titles), elm=plan({"A5": fifth}, "ELM"))
    # Another branch, whose first commit closes A1 at once late, merged with one of its own into it before.
    project.git("checkout", "--quiet", "-b", "closing")
    done = {"A1": "closed_on: 2025-08-10\nclosed_by: RM"}
    year.save("2025-12-01", "Closed", moved=plan(titles, **done))
    project.git("checkout", "--quiet", "main")
    year.save("2025-12-02", elm=plan({"A5": "Step A5 in ELM"}, "ELM"))
    project.git("checkout", "--quiet", "closing")
    year.merge("main", "2025-12-03")
    project.git("checkout", "--quiet", "main")
    year.merge("closing", "2025-12-04")
    # A version that cannot be read, and the same put right; comments and order alone.
    year.save("2026-01-10", "Broken", moved=plan(titles, **done).replace("actions:", "actions: ["))
    year.save("2026-01-11", "Put right", moved=plan(titles, **done))
    year.save("2026-01-12", "Layout", moved="# a comment\n" + plan(titles, **done).replace("for: F1", "for: [F1]"))
    for number in range(4):
        titles["A3"] = f"Step A3 in spring {number}"
        year.save(f"2026-03-0{number + 1}", moved=plan(titles, **done))
    year.save("2026-04-01", moved=plan({**titles, "A6": "Step A6"}, **done))
    year.save("2026-04-02", moved=plan(titles, **done))
    return year


Told = tuple[str, str, str, str | None, str, str]
"""A change: commit, reference, kind, field, and what stood before and after, as JSON."""


def told_again(project: Project, paths: tuple[str, ...]) -> list[Told]:
    """Return the changes of a plan that lay at these paths, one after the other, by other means than the package."""
    found: list[Told] = []
    held: dict[str, dict[str, Any]] | None = None
    for commit in project.git("rev-list", "--first-parent", "--reverse", "HEAD").output.split():
        shown = (project.git("show", f"{commit}:{path}") for path in paths)
        text = next((one.output for one in shown if one.exit_code == 0), None)
        try:
            written = yaml.safe_load(text) if text is not None else None
        except yaml.YAMLError:
            continue
        now = _things(written) if written else None
        found += _differences(commit, held, now)
        held = now
    return found


def _things(written: dict[str, Any]) -> dict[str, dict[str, Any]]:
    items = {one["id"]: {**one, "for": _many(one.get("for"))} for one in written["findings"] + written["actions"]}
    rest = {name: value for name, value in written.items() if name not in ("findings", "actions")}
    return {"": rest, **items}


def _many(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _differences(
    commit: str, held: dict[str, dict[str, Any]] | None, now: dict[str, dict[str, Any]] | None
) -> Iterator[Told]:
    null = "null"
    if held is None or now is None:
        if held is not now:
            yield commit, "", "added" if held is None else "removed", None, null, null
        return
    for name in {**held, **now}:
        if name not in held or name not in now:
            yield commit, name, "added" if name not in held else "removed", None, null, null
            continue
        for field in {**held[name], **now[name]}:
            before, after = held[name].get(field), now[name].get(field)
            if before != after:
                yield commit, name, "changed", field, _as_json(before), _as_json(after)


def _as_json(value: object) -> str:
    return json.dumps(value, default=str, sort_keys=True)
