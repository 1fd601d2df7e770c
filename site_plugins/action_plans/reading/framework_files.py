"""Frameworks that a project adds: `plans/frameworks/<id>.yaml`."""

from pathlib import Path

from action_plans.frameworks.framework import Framework
from action_plans.frameworks.framework_file import FrameworkFile
from action_plans.model.problem import Problem
from action_plans.reading.folders import shown_path
from action_plans.reading.records.record_files import read_record
from action_plans.reading.yaml.file_text import read_file


def read_frameworks(root: Path, plans_dir: str) -> tuple[dict[str, Framework], tuple[Problem, ...]]:
    """Return the project's own frameworks by id, which is the file's name, and every problem in their files.

    A framework of the same id as one that comes with the package stands in its place.
    """
    found: dict[str, Framework] = {}
    problems: list[Problem] = []
    for file in sorted((root / plans_dir / "frameworks").glob("*.y*ml")):
        data = read_file(file, path := shown_path(root, file))
        if isinstance(data, Problem):
            problems.append(data)
            continue
        read = read_record(data, path, FrameworkFile, lambda _data: [])
        problems.extend(read.problems)
        if read.record is not None:
            found[file.stem] = read.record.framework(file.stem)
    return found, tuple(problems)
