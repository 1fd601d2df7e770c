"""A project's folders → all plans, services and notes in them, and every problem in their text, in one pass."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import chain
from pathlib import Path, PurePosixPath

from action_plans.model.evidence import EvidenceNote
from action_plans.model.left_out import LeftOut
from action_plans.model.origin import Origin
from action_plans.model.plan import Plan
from action_plans.model.portfolio import Portfolio
from action_plans.model.problem import Code, Problem
from action_plans.model.record import slug
from action_plans.model.service import Provider, Service
from action_plans.reading.duplicate_ids import repeated
from action_plans.reading.files_read import FilesRead
from action_plans.reading.folders import EVIDENCE, Found, find_notes, find_plans, shown_path
from action_plans.reading.note_files import read_note_text
from action_plans.reading.plan_files import read_plan_text, read_provider_text, read_service_text
from action_plans.reading.records.record_files import R, ReadFile, unread
from action_plans.reading.unlisted_files import unlisted_texts
from action_plans.reading.yaml.file_text import read_file


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of a project.

    `portfolio` holds everything that could be read, broken parts left out; `problems` are sorted by place.
    `left_out` says what could not be read, file by file, so that nothing
    is said to be missing that is only broken.
    """

    portfolio: Portfolio
    problems: tuple[Problem, ...]
    left_out: tuple[LeftOut, ...] = ()


def read_portfolio(
    root: Path,
    plans_dir: str = "plans",
    evidence_dir: str = EVIDENCE,
    instead: Mapping[str, bytes] | None = None,
    known: FilesRead | None = None,
) -> Reading:
    """Read all plans, services and notes of a project.

    Args:
        root: the project's folder; paths in origins are relative to it.
        plans_dir: the folder of plans, relative to it.
        evidence_dir: the folder of notes, relative to it; the usual one need not exist.
        instead: what files would hold, by their paths, before it is written to them; they need not exist.
        known: what was read in the files of these folders before; what is read now is added to it.
    """
    found, noted = find_plans(root, root / plans_dir), find_notes(root, root / evidence_dir)
    drafts = dict(instead or {})
    _add_new(found, noted, drafts, root, evidence_dir)
    folder = shown_path(root, root / evidence_dir)
    read = _Files(drafts, known or FilesRead())
    plans = [read.file(file, path, Plan, read_plan_text) for file, path in found.plans]
    services = [read.file(file, path, Service, read_service_text) for file, path in found.services]
    providers = [read.file(file, path, Provider, read_provider_text) for file, path in found.providers]
    notes = [read.file(file, path, EvidenceNote, partial(_note_in, folder)) for file, path in noted.notes]
    portfolio = Portfolio(
        plans=tuple(_records(plans)),
        services=tuple(_records(services)),
        provider=next(iter(_records(providers)), None),
        notes=tuple(_records(notes)),
    )
    files: list[ReadFile[Plan] | ReadFile[Service] | ReadFile[Provider] | ReadFile[EvidenceNote]]
    files = [*plans, *services, *providers, *notes]
    copied = tuple(_copied_services(portfolio.services))
    said = {problem.origin for problem in copied}  # that an id is not the file's name follows from it
    problems = chain(
        found.problems,
        noted.problems,
        (one for file in files for one in file.problems if one.origin not in said),
        copied,
        _shared_ids(portfolio),
        unlisted_texts(noted.others, portfolio.notes, is_sure=all(note.left_out is None for note in notes)),
        (_second_provider(path, found.providers[0][1]) for _file, path in found.providers[1:]),
    )
    return Reading(
        portfolio=portfolio,
        problems=tuple(sorted(problems, key=lambda problem: problem.sort_key)),
        left_out=tuple(file.left_out for file in files if file.left_out),
    )


def _add_new(found: Found, noted: Found, drafts: Mapping[str, bytes], root: Path, evidence_dir: str) -> None:
    """Add the plans and notes that are to be written and are not there yet."""
    there = {path for _, path in (*found.plans, *found.services, *found.providers, *noted.notes)}
    for path in sorted(drafts):
        if path not in there:
            home = noted.notes if path.startswith(f"{evidence_dir.strip('/')}/") else found.plans
            home.append((root / path, path))


@dataclass(frozen=True, slots=True)
class _Files:
    """Files as they would be with the drafts, and what was read in them before."""

    drafts: Mapping[str, bytes]
    known: FilesRead

    def file(self, file: Path, path: str, kind: type[R], read: Callable[[bytes, str], ReadFile[R]]) -> ReadFile[R]:
        data = self.drafts[path] if path in self.drafts else read_file(file, path)
        if isinstance(data, Problem):
            return unread(path, kind, None, data)
        return self.known.read(data, path, read)


def _note_in(folder: str, data: bytes, path: str) -> ReadFile[EvidenceNote]:
    """Read the bytes of a note that lies in the folder of notes."""
    found = read_note_text(data, path)
    return found if found.record is None else replace(found, record=found.record.model_copy(update={"folder": folder}))


def _records(files: Iterable[ReadFile[R]]) -> Iterable[R]:
    return (file.record for file in files if file.record is not None)


def _shared_ids(portfolio: Portfolio) -> Iterable[Problem]:
    in_order = sorted(portfolio.plans, key=lambda plan: _COPY.search(plan.at("id").path) is not None)
    plans = ((f"plan {plan.id}", plan.id, plan.at("id")) for plan in in_order)
    yield from repeated(plans, "Give one of them another id; references such as PLAN/A1 need to know which is meant.")
    notes = ((f"note {note.id}", note.id, note.at("id")) for note in portfolio.notes)
    yield from repeated(notes, "Give one of them another id; without one, a note is called after its file.")


def _copied_services(services: Sequence[Service]) -> Iterator[Problem]:
    """Yield a problem for each file of a service that is in another file already, which is called as its id is."""
    in_order = sorted(services, key=lambda one: (_stem(one) != one.id.casefold(), _COPY.search(_path(one)) is not None))
    named = ((f"service {one.id}", one.id, one.at("id")) for one in in_order)
    for problem in repeated(named, ""):
        stem = slug(PurePosixPath(problem.origin.path).stem)
        other = f", or, if it is of another service, write id: {stem} and the name of that one"
        is_called_so = problem.message.startswith(f"the id {stem} ")
        yield replace(problem, hint=f"A service has one file: take this one out{'' if is_called_so else other}.")


def _path(service: Service) -> str:
    return service.at("id").path


def _stem(service: Service) -> str:
    return slug(PurePosixPath(_path(service)).stem)


_COPY = re.compile(r"(?i)\bcopy\b|\bkopie\b|\(\d+\)")
"""How systems call a copy of a file: it, not the first one, has what is there already."""


def _second_provider(path: str, first: str) -> Problem:
    hint = "Put all of it into one of them."
    return Problem(Code.DUPLICATE_ID, f"there is a file of the provider already: {first}.", Origin(path), hint)
