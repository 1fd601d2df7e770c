"""Frameworks that a project adds: `plans/frameworks/<id>.yaml`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from action_plans.frameworks.framework import Framework
from action_plans.frameworks.framework_file import FrameworkFile, name_fault
from action_plans.model.left_out import LeftOut
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.reading.folders import find_plans
from action_plans.reading.records.record_files import read_record
from action_plans.reading.yaml.file_text import read_file

_KIND = "framework"


@dataclass(frozen=True, slots=True)
class Frameworks:
    """A project's own frameworks by id, which is the file's name; every problem in their files; what was left out."""

    known: Mapping[str, Framework] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def read_frameworks(root: Path, plans_dir: str) -> Frameworks:
    """Return the project's own frameworks. One of the same id as one of the package's stands in its place."""
    known: dict[str, Framework] = {}
    problems: list[Problem] = []
    left_out: list[LeftOut] = []
    for file, path in find_plans(root, root / plans_dir).frameworks:
        name = file.stem
        written, found = _read(file, path)
        problems.extend(found)
        if (fault := name_fault(name)) is not None:
            problems.append(fault.at(Code.WRONG_VALUE, Origin(path)))
        if written is None:
            left_out.append(LeftOut(path, _KIND, name.casefold(), is_whole=True))
        else:
            problems.extend(_twins(written))
            known[name] = written.framework(name)
    return Frameworks(known, tuple(problems), tuple(left_out))


def _read(file: Path, path: str) -> tuple[FrameworkFile | None, tuple[Problem, ...]]:
    data = read_file(file, path)
    if isinstance(data, Problem):
        return None, (data,)
    read = read_record(data, path, FrameworkFile, lambda _data: [])
    return read.record, read.problems


def _twins(written: FrameworkFile) -> Iterator[Problem]:
    for fault, origin in written.twins():
        yield fault.at(Code.DUPLICATE_ID, origin)
