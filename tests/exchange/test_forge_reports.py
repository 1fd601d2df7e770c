"""Problems told to GitHub and GitLab: the gravest first, nothing lost, and no text that becomes a command."""

import json
import re
from dataclasses import replace

import pytest

from action_plans.exchange.forge_reports import ANNOTATIONS, LONGEST_SUMMARY, as_github, as_github_log, as_gitlab
from action_plans.exchange.problem_report import as_sarif, as_text
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
GAP = Problem(Code.OVERDUE, "A5 is 12 days late.", Origin("plans/oak.yaml", 50, 10), "Close it.", "OAK/A5")
ANSWERED = Problem(Code.UNADDRESSED, "F7 has no action.", Origin("plans/oak.yaml", 60, 5), accepted="Agreed")
UNREAD = Problem(Code.YAML, "this is an unfinished merge.", Origin("plans/willow.yaml", 90, 1))
ALL = (GAP, WARNING, ERROR, ANSWERED, UNREAD)

HOSTILE = [
    "x\n::error file=a::forged",
    "x\r\n::set-output name=a::b",
    "##[error]forged",
    "a ##vso[task.complete]",
    "x%0A::warning::forged",
    "\x1b[2K\x1b[1A",
    "\u2028::error::x",
    "a\u202eb",
    "half \udc80 a character",
]


def test_github_shows_the_gravest_first() -> None:
    """What cannot be read comes first, then other errors, warnings and gaps; what is answered stays out."""
    assert as_github(ALL).annotations.splitlines() == [
        "::error file=plans/willow.yaml,line=90,col=1,title=AP101::this is an unfinished merge.",
        f"::error file=plans/oak.yaml,line=41,col=13,title=AP104::{ERROR.message} {ERROR.hint}",
        "::warning file=plans/north wing%2C b%3A1.yaml,line=3,col=1,title=AP205::A1 says “better”: 100%25, no more.",
        "::notice file=plans/oak.yaml,line=50,col=10,title=AP303::A5 is 12 days late. Close it.",
        "2 errors, 1 warning, 1 gap.",
    ]


def test_what_github_would_not_show_stands_in_the_summary() -> None:
    """Of 25 errors ten are annotations, and the other fifteen stand in the summary, each with its place."""
    many = [replace(ERROR, origin=Origin("plans/oak.yaml", line, 1)) for line in range(1, 26)]
    report = as_github([*many, WARNING])
    assert report.annotations.count("::error ") == ANNOTATIONS
    assert "::warning " in report.annotations
    listed = re.findall(r"^- plans\\/oak\\.yaml\\:(\d+)", report.summary, re.MULTILINE)
    assert listed == [str(line) for line in range(11, 26)]
    assert as_github_log([*many, WARNING]).count("AP104") == 25


def test_the_summary_stays_of_a_length_that_github_takes() -> None:
    """Twenty thousand problems end in one line that says how many more there are."""
    many = [replace(ERROR, origin=Origin("plans/oak.yaml", line, 1)) for line in range(1, 20_001)]
    summary = as_github(many).summary
    assert len(summary.encode()) < LONGEST_SUMMARY + 1000
    listed = summary.count("\n- plans")
    assert f"- and {20_000 - ANNOTATIONS - listed} more" in summary


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("field", ["message", "path"])
def test_no_text_becomes_a_command(words: str, field: str) -> None:
    """Whatever a text or the name of a file holds, a report has one command a problem, and nothing moves a cursor."""
    if field == "message":
        problem = replace(ERROR, message=f"“{words}”")
    else:
        problem = replace(ERROR, origin=Origin(f"evidence/{words}.md"))
    report = as_github([problem])
    assert [line.startswith("::") for line in report.annotations.splitlines()] == [True, False]
    summary, rest = as_github([problem] * (ANNOTATIONS + 1)).summary, as_github([problem] * (ANNOTATIONS + 1)).rest
    for text in (report.annotations, as_text([problem]), summary, rest):
        assert "##[" not in text
        assert "##vso[" not in text
        assert not [sign for sign in text if sign != "\n" and not sign.isprintable()]
        assert text.encode()
    assert len(rest.splitlines()) == len(as_text([problem]).splitlines()) - 1 == 1
    assert "%0A" not in report.annotations.replace("%250A", "")
    for form in (as_gitlab([problem]), as_sarif([problem])):
        assert json.loads(form.encode())


def test_no_text_becomes_markdown_of_the_summary() -> None:
    """Links, pictures, HTML and headings of a text are read as they are written."""
    problem = replace(ERROR, message="![x](https://other.example/p.png) <img src=x> `a` **b** | c")
    summary = as_github([problem] * (ANNOTATIONS + 1)).summary
    line = next(line for line in summary.splitlines() if "other" in line)
    for sign in "![]()<>`|":
        assert not re.search(rf"(?<!\\){re.escape(sign)}", line), sign


def test_gitlab_gets_the_fields_that_it_needs() -> None:
    """Words, code, a grade, the path and line; answered problems stay out."""
    entries = json.loads(as_gitlab(ALL))
    assert [entry["check_name"] for entry in entries] == ["AP101", "AP104", "AP205", "AP303"]
    assert [entry["severity"] for entry in entries] == ["blocker", "blocker", "minor", "info"]
    assert entries[1]["location"] == {"path": "plans/oak.yaml", "lines": {"begin": 41}}
    assert entries[1]["description"] == f"{ERROR.message} {ERROR.hint}"


def test_gitlab_gets_every_field_in_the_form_that_it_reads() -> None:
    """Each entry has what GitLab needs: texts that are not empty, one of its five grades, a path from the root."""
    for entry in json.loads(as_gitlab([*ALL, replace(ERROR, origin=Origin("evidence/a b.md", 7, 3))])):
        assert set(entry) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert entry["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert re.fullmatch(r"[0-9a-f]{64}", entry["fingerprint"])
        assert entry["description"].strip()
        assert not entry["location"]["path"].startswith(("/", "./"))
        assert entry["location"]["lines"]["begin"] >= 1


def test_a_fingerprint_stays_while_the_problem_does() -> None:
    """Neither another line nor another day makes a new one; another action does, and the same twice is two."""

    def prints(*problems: Problem) -> list[str]:
        return [entry["fingerprint"] for entry in json.loads(as_gitlab(problems))]

    later = replace(GAP, message="A5 is 13 days late.", origin=Origin("plans/oak.yaml", 55, 10))
    assert prints(GAP) == prints(later)
    assert prints(GAP) != prints(replace(GAP, item="OAK/A6"))
    assert len(set(prints(GAP, GAP))) == 2
