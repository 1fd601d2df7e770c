"""The whole way of a project made by chance: read, linked, checked, both editions, every report, and what must hold."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from action_plans.exchange.plan_exports import EXPORTS
from action_plans.exchange.problem_report import FORMATS
from action_plans.exchange.trail_json import trail
from action_plans.model.problem import Code, Problem, Severity
from action_plans.pipeline import Examined, examine
from action_plans.project.options import read_options
from action_plans.project.own_templates import TemplateMistakeError
from action_plans.project.settings import Settings
from action_plans.showing import show
from action_plans.tracing.addresses import TRAIL
from tests.proof.projects import Drawn
from tests.proof.values import SCRIPT, STAFF_MARK, TODAY
from tests.staff.reading_html import faults as faults_in

_JUNK = re.compile(
    r"Traceback|object at 0x|<class |pydantic|ValidationError|NoneType|\bdict_|Errno|[{\[]'|\\x00|ORIGIN|Origins\(|"
    r"\bWhen\(|[a-z]_[a-z]+_parsing|\bNone\b"
)
"""What no message to people may hold."""

_ENDS_IN_BRACKET = re.compile(r"(?<![\[{(])'([^'\n]+[\[{])'")
"""A quotation whose last sign is a bracket: with the quotation mark behind it, it looks like a printed list."""

_OURS = re.compile(r"<form>|href=data:,")
"""What the tests' own reader of HTML calls a fault, and some of our pages rightly have: filters, and an empty icon."""


@lru_cache(maxsize=512)
def faults(html: str) -> tuple[str, ...]:
    """Return what is wrong with a page; many pages are the same for every project, and are read once."""
    return tuple(fault for fault in faults_in(html) if not _OURS.fullmatch(fault))


@dataclass(frozen=True)
class Gone:
    """A project that went the whole way: everything that came out, by name, and what it was made of."""

    examined: Examined
    pages: Mapping[str, str]
    outputs: Mapping[str, bytes]

    @property
    def errors(self) -> list[str]:
        """Every error, as a person reads it."""
        return [str(problem) for problem in self.examined.problems_of(Severity.ERROR)]


def lay_down(drawn: Drawn, folder: Path) -> Path:
    """Write a project into a new folder."""
    (folder / "plans").mkdir(parents=True)
    (folder / "evidence").mkdir()
    for path, content in drawn.files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return folder


def gone(drawn: Drawn, folder: Path, *, shows: bool = True) -> Gone:
    """Take the project in a folder the whole way, as at `TODAY`; an exception is what no project may cause.

    `shows` is whether the staff edition is made too, which takes longer than all the rest.
    """
    chosen, _ = read_options(drawn.options)
    settings = Settings(folder, chosen, TODAY, "Test")
    examined = examine(settings)
    outputs = {f"problems.{form}": write(examined.problems).encode() for form, write in FORMATS.items()}
    outputs |= {f"site-family/{path}": content for path, content in examined.family.files.items()}
    outputs[f"site/{TRAIL}"] = trail(examined.trace, examined.problems, settings.prefix)
    broken = {problem.origin.path for problem in examined.problems_of(Severity.ERROR)}
    for plan in examined.trace.portfolio.plans:
        if plan.path not in broken:
            outputs |= {f"{plan.id}.{form}": write(examined.trace, plan) for form, write in EXPORTS.items()}
    if not shows:
        return Gone(examined, {}, outputs)
    try:
        edition = show(examined, settings)
    except TemplateMistakeError as mistake:  # what a person is told of a template of the project's own
        outputs["mistake"] = str(mistake.problem(folder)).encode()
        return Gone(examined, {}, outputs)
    for asset in edition.assets:
        outputs[f"site/{asset.path}"] = asset.read()
    return Gone(examined, {page.address: page.html for page in edition.pages}, outputs)


def wrong_with(made: Gone, drawn: Drawn, folder: Path) -> Iterator[str]:
    """Yield whatever does not hold of a project that went the whole way, in words."""
    for problem in made.examined.problems:
        yield from _wrong_with_problem(problem, drawn, folder)
    pages = {f"site/{address}": html for address, html in made.pages.items()}
    for path, content in made.outputs.items():
        if path.endswith(".html"):
            pages[path] = content.decode()
        if path.startswith("site-family/") and STAFF_MARK.encode() in content.lower():
            yield f"{path} holds words of the staff edition"
    twins = any(problem.code is Code.DUPLICATE_ID for problem in made.examined.problems)
    for path, html in pages.items():
        found = faults(html)  # of two things with one id, an error, a page in the making may show both
        yield from (f"{path}: {fault}" for fault in found if not (twins and fault.endswith("stands twice")))
        if SCRIPT in html:
            yield f"{path} holds a script that somebody wrote"
    for name in ("problems.json", "problems.sarif", "problems.gitlab", f"site/{TRAIL}"):
        json.loads(made.outputs[name])
    if len(made.outputs["problems.text"].decode().splitlines()) != len(made.examined.problems) + 1:
        yield "a problem takes more than one line"


def _wrong_with_problem(problem: Problem, drawn: Drawn, folder: Path) -> Iterator[str]:
    origin, said = problem.origin, str(problem)
    content = drawn.files.get(origin.path)
    if content is None:
        if problem.code is not Code.OWN_THEME and not (folder / origin.path).exists():
            yield f"{said}: there is no such file"
    else:
        lines = re.split(r"\r\n|\r|\n", content.decode("utf-8", "replace"))
        if not 1 <= origin.line <= len(lines) or not 1 <= origin.column <= len(lines[origin.line - 1]) + 2:
            yield f"{said}: there is no such place in its file of {len(lines)} lines"
    if not problem.message.strip():
        yield f"{said}: it says nothing"
    written = content.decode("utf-8", "replace") if content is not None else ""
    yield from (f"{said}: holds {junk!r}" for junk in junk_in(f"{problem.message} {problem.hint}", written))


def junk_in(message: str, written: str) -> list[str]:
    """Return what no message may hold and its author did not write; a quotation of what is written is no junk."""
    said = _ENDS_IN_BRACKET.sub(lambda quoted: "" if quoted[1] in written else quoted[0], message)
    return [junk for junk in _JUNK.findall(said) if junk not in written]
