"""Every sample in help is read where it says that it belongs; a poor one gives the problem that it is said to give."""

import re
import shlex
from collections.abc import Iterator
from textwrap import indent
from typing import NamedTuple

import click
import pytest
import yaml

from action_plans.checking.checker import check
from action_plans.cli import main
from action_plans.model.problem import Code, Severity
from action_plans.pipeline import examine
from action_plans.project.options import Options
from action_plans.project.settings import Settings
from action_plans.project.template_folders import builtin_templates
from action_plans.reading.portfolio_reader import read_portfolio
from action_plans.tracing.tracer import trace
from tests.builders import TODAY
from tests.project import Project

HELP = builtin_templates() / "help"
_FENCE = re.compile(r"^```([^\n]*)\n(.*?)^```$\s*((?:[^\n]+\n)*)", re.MULTILINE | re.DOTALL)
"""A sample: what its fence says, the sample, and the paragraph behind it."""

_PLAN = """\
id: OAK
title: Improvement plan
service: Oakfield House
roles: {RM: Registered manager, DM: Deputy manager, CL: Clinical lead}
sources:
  - {id: CQC26, kind: assessment, title: CQC report, published: 2026-03-20, ratings: {overall: good}}
"""
_ITEMS = {
    "findings": """\
id: F1
title: Medicines were not counted
source: CQC26
kind: must
""",
    "measures": """\
id: M1
title: Right counts
better: higher
baseline: {value: 70, date: 2026-03-01}
""",
    "actions": """\
id: A1
title: Count medicines each day
for: F1
owner: DM
due: 2026-06-30
done_when: Four weeks without a miss
""",
}


SERVERS = ("nginx", "caddy", "apache")
"""Settings for a server: tests/test_servers.py starts each with them."""


class Sample(NamedTuple):
    """A sample: its page, where it belongs, the codes that it is said to give, and the paragraph behind it."""

    page: str
    place: str
    codes: tuple[str, ...]
    text: str
    behind: str


def samples() -> Iterator[Sample]:
    """Yield each fenced sample of help."""
    for file in sorted(HELP.glob("*.md")):
        for said, text, behind in _FENCE.findall(file.read_text(encoding="utf-8")):
            if said in SERVERS:
                continue
            language, place, *poor = said.split()
            assert language in ("yaml", "markdown"), f"{file.name}: {said}"
            assert poor[:1] in ([], ["poor"]), f"{file.name}: {said}"
            yield Sample(file.stem, place, tuple(poor[1:]), text, behind)


SAMPLES = list(samples())


def files_with(sample: Sample) -> dict[str, str]:
    """Return a small project with the sample in its place: it stands instead of what was written there before."""
    if sample.place == "note":
        return {"plans/oak.yaml": _whole({}), "evidence/note.md": sample.text, "evidence/counts-april.csv": "1"}
    if sample.place == "service":
        service = f"id: oakfield\nname: Oakfield House\n{sample.text}"
        return {"plans/oak.yaml": _whole({}), "plans/services/oakfield.yaml": service}
    if sample.place == "plan":
        return {"plans/oak.yaml": _whole({}, sample.text)}
    return {"plans/oak.yaml": _whole({f"{sample.place}s": sample.text})}


def _whole(instead: dict[str, str], more: str = "") -> str:
    """Return the plan: `instead` is written into the item of a list, `more` into the plan itself."""
    text = _PLAN
    for name, item in _ITEMS.items():
        written = instead.get(name, "")
        taken = yaml.safe_load(written) or {}
        kept = "".join(line for line in item.splitlines(keepends=True) if line.partition(":")[0] not in taken)
        listed = f"{name}:\n  -{indent(kept + written, '    ')[3:]}"
        if f"{name}:\n" not in f"\n{more}":
            text += listed
        elif item.partition("\n")[0] not in more:  # the sample's own join those that the plan has
            more = more.replace(f"{name}:\n", listed, 1)
    return text + more


def _is_family(sample: Sample) -> bool:
    return any(code.startswith("AP4") for code in sample.codes)


@pytest.mark.parametrize(
    "sample",
    [sample for sample in SAMPLES if not _is_family(sample)],
    ids=lambda sample: f"{sample.page}-{'-'.join(sample.codes) or 'good'}",
)
def test_a_sample_is_what_help_says_it_is(project: Project, sample: Sample) -> None:
    """A good one is read without error or warning; a poor one gives just the codes named, each linked behind it."""
    project.write(files_with(sample))
    reading = read_portfolio(project.folder, "plans", "evidence")
    traced = trace(reading.portfolio, TODAY)
    found = [*reading.problems, *check(traced, {}, reading.left_out)]
    told = [problem for problem in found if problem.severity is not Severity.GAP]

    assert sorted({problem.code.value for problem in told}) == sorted(sample.codes), [str(one) for one in told]
    assert [code for code in sample.codes if f"(../problems/#{code.lower()})" not in sample.behind] == []


def test_words_for_families_are_what_help_says_they_are(project: Project) -> None:
    """The good ones together wait for nothing but an approval; the poor one is held back for just what is named."""
    good = {sample.place: sample.text for sample in SAMPLES if sample.page == "families" and not sample.codes}
    (poor,) = filter(_is_family, SAMPLES)
    files = files_with(next(sample for sample in SAMPLES if sample.text == good["service"]))
    plan = next(sample.text for sample in SAMPLES if sample.page == "families" and sample.place == "plan")
    for place, text in (("good", good["finding"]), ("poor", poor.text)):
        lists = {"findings": text, "actions": good["action"]}
        project.write({**files, "plans/oak.yaml": _whole(lists, plan).replace("Oakfield House\n", "oakfield\n", 1)})
        told = examine(Settings(project.folder, Options(), TODAY)).problems
        codes = {one.code.value for one in told if one.code.value.startswith("AP4")}
        assert codes == {"AP401", *(poor.codes if place == "poor" else ())}, [str(one) for one in told]
    assert [code for code in poor.codes if f"(../problems/#{code.lower()})" not in poor.behind] == []


def test_what_a_manager_writes_each_week_is_shown_good_and_poor() -> None:
    """Each of these fields is in a good sample; and each of these pages has a poor one too."""
    good = "\n".join(sample.text for sample in SAMPLES if not sample.codes)
    wanted = (
        "revised", "reopened", "updates", "tasks", "readings", "communications", "pilots", "measures", "checks",
        "closed_on", "stopped", "evidence", "accepted", "feedback",
    )  # fmt: skip
    assert [field for field in wanted if not re.search(rf"^ *(?:- )?{field}:", good, re.MULTILINE)] == []
    poor = {sample.page for sample in SAMPLES if sample.codes}
    assert poor >= {
        "findings", "actions", "updates", "new-dates", "closing", "reopening", "measures", "telling", "pilots", "tasks",
    }  # fmt: skip


def test_every_command_in_help_is_one_that_there_is() -> None:
    """Each command that help says to type names a command and options of the program."""
    unknown = []
    for file in sorted(HELP.glob("*.md")):
        for line in re.findall(r"(?:^    |`)action-plans ([^`\n]+)", file.read_text(encoding="utf-8"), re.MULTILINE):
            command, options = _command(main, line)
            if command is None:
                unknown.append(f"{file.name}: {line}")
            else:
                known = {name for parameter in command.params for name in parameter.opts}
                unknown += [f"{file.name}: {line}: {option}" for option in options if option not in known]
    assert unknown == []


def _command(group: click.Group, line: str) -> tuple[click.Command | None, list[str]]:
    """Return the command that a line begins with, if there is one, and the options on it."""
    name, *rest = shlex.split(line, comments=True)
    command = group.commands.get(name)
    if isinstance(command, click.Group) and rest and not rest[0].startswith("-"):
        return _command(command, shlex.join(rest))
    return command, [word for word in rest if word.startswith("-")]


def test_every_code_that_help_links_to_is_one() -> None:
    """No page of help leads to a problem that does not exist."""
    text = "\n".join(file.read_text(encoding="utf-8") for file in sorted(HELP.glob("*.md")))
    assert set(re.findall(r"problems/#(ap\d+)", text)) <= {code.value.lower() for code in Code}


def test_every_page_that_help_links_to_is_there() -> None:
    """Each link from one page of help to another leads to a page, by the folder in which it is published."""
    pages = {file.stem for file in HELP.glob("*.md")} | {"fields", "guidance"}
    linked = {
        (file.stem, there)
        for file in HELP.glob("*.md")
        for there in re.findall(r"\]\(\.\./([a-z-]+)/", file.read_text(encoding="utf-8"))
    }
    assert {(page, there) for page, there in linked if there not in pages} == set()
