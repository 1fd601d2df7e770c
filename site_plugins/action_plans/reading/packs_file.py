"""The ledger of inspection packs that were given to somebody: `packs.yaml` beside `mkdocs.yml`."""

from dataclasses import replace
from pathlib import Path

from action_plans.model.origin import Origin
from action_plans.model.packs import GivenPack, Ledger
from action_plans.model.problem import Code, Problem
from action_plans.model.reflection import field_names
from action_plans.reading.records.record_files import build
from action_plans.reading.yaml.file_text import decode, read_file
from action_plans.reading.yaml.located_yaml import read_mapping

PACKS = "packs.yaml"
"""The file's name, in the project's folder."""

_LINE = "Write a line for each pack: - {date: 2026-06-01, number: 64 figures and letters, to: CQC}"

Read = tuple[tuple[GivenPack, ...], tuple[Problem, ...]]
"""The packs that could be read, in the order written, and every problem in the file."""


def read_packs(root: Path) -> Read:
    """Read the ledger of the project in `root`; where there is none, no pack was given to anybody."""
    file = root / PACKS
    if not file.exists() and not file.is_symlink():
        return (), ()
    if file.is_symlink() or not file.is_file():
        hint = "Put the file itself there, or take it away."
        return (), (Problem(Code.UNSAFE_PATH, "this is a link or something else than a file.", Origin(PACKS), hint),)
    data = read_file(file, PACKS)
    return ((), (data,)) if isinstance(data, Problem) else read_packs_text(data)


def read_packs_text(data: bytes) -> Read:
    """Read the bytes of a ledger. One that holds nothing but comments lists no pack."""
    text = decode(data, PACKS)
    if isinstance(text, Problem):
        return (), (text,)
    if all(line.lstrip()[:1] in ("", "#") for line in text.split("\n")):
        return (), ()
    written = read_mapping(text, PACKS, frozenset(field_names(GivenPack)), list_of="packs")
    if written.data is None:
        return (), tuple(map(_as_list, written.problems))
    found = build(written.data, Ledger, list(written.problems))
    return found.record.packs if found.record is not None else (), found.problems


def _as_list(problem: Problem) -> Problem:
    """Return what is wrong with the whole text in words for one that is a list."""
    if problem.code is not Code.NOT_A_MAPPING:
        return problem
    return replace(problem, message="the file holds a text, where a list of packs is meant.", hint=_LINE)
