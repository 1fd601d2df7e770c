"""Writes an approval into a plan or service: only its own lines change, comments and layout stay as they are."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap

from action_plans.model.errors import ActionPlansError


@dataclass(frozen=True, slots=True)
class Sums:
    """What an approval is bound to: the sum of the words, and that of what staff wrote beside them, if anything."""

    fingerprint: str
    seen: str = ""


SERVICES = "services"
"""What stands before a service's id in its reference."""


@dataclass(eq=False)
class ApprovalNotWrittenError(ActionPlansError):
    """An approval cannot be written into a file: `ref` is what was to be approved, `why` a sentence."""

    ref: str
    why: str

    def __str__(self) -> str:
        return f"The approval of {self.ref} was not written: {self.why}"


def write_approvals(file: Path, sums: Mapping[str, Sums], by: str, day: str) -> None:
    """Write the approval of some entries of one file.

    Args:
        file: the plan, or the service.
        sums: the sums of each entry, by its reference: `OAK`, `services/oakfield`, or `OAK/F1` for a topic.
        by: the code of the role that approves.
        day: the day of the approval, as `2026-05-12`.

    Raises:
        ApprovalNotWrittenError: the plan has no such `family`, or its layout cannot be edited; nothing is written.
    """
    written = file.read_bytes().decode("utf-8")
    file.write_bytes(with_approvals(written, sums, by, day).encode())


def with_approvals(written: str, sums: Mapping[str, Sums], by: str, day: str) -> str:
    """Return the text of a file with the approval of some entries; see `write_approvals`."""
    plan = _load(written)
    spots = [(_family_of(plan, ref), ref) for ref in sums]
    text = written
    for family, ref in sorted(spots, key=lambda spot: -spot[0].lc.line):
        seen = f", seen: {sums[ref].seen}" if sums[ref].seen else ""
        block = f"{{by: {_scalar(by)}, date: {day}, fingerprint: {sums[ref].fingerprint}{seen}}}"
        text = _edited(text, family, block, ref)
    _family_texts_are_kept(plan, _load(text), next(iter(sums), ""))
    return text


def _scalar(code: str) -> str:
    return code if code.isalnum() and not code.isdigit() else json.dumps(code, ensure_ascii=False)


def _load(written: str) -> CommentedMap:
    yaml = YAML(typ="rt")
    yaml.allow_duplicate_keys = False
    plan = yaml.load(written)
    return plan if isinstance(plan, CommentedMap) else CommentedMap()


def _family_of(plan: CommentedMap, ref: str) -> CommentedMap:
    """Return what is written for families of an entry: of a service in its own file, or in place in a plan."""
    folder, _, item = ref.partition("/")
    if folder == SERVICES:
        holders = [plan["service"] if isinstance(plan.get("service"), CommentedMap) else plan]
    else:
        holders = [each for each in plan.get("findings", []) if each.get("id") == item] if item else [plan]
    family = holders[0].get("family") if holders else None
    if not isinstance(family, CommentedMap) or not family:
        raise ApprovalNotWrittenError(ref, "the file has no words for families there. Write them first.")
    return family


def _edited(text: str, family: CommentedMap, block: str, ref: str) -> str:
    """Return the text with `approved` set in one mapping, in place of what stood there."""
    lines = text.split("\n")
    if "approved" in family:
        line, column = family.lc.key("approved")
        start = _offset(lines, line, column)
        value_line, value_column = family.lc.value("approved")
        end = _end_of_value(text, lines, (line, column), _offset(lines, value_line, value_column), ref)
        return f"{text[:start]}approved: {block}{text[end:]}"
    first_line, first_column = family.lc.key(next(iter(family)))
    start = _offset(lines, first_line, first_column)
    if family.fa.flow_style():
        return f"{text[:start]}approved: {block}, {text[start:]}"
    return f"{text[:start]}approved: {block}\n{' ' * first_column}{text[start:]}"


def _end_of_value(text: str, lines: list[str], key: tuple[int, int], value: int, ref: str) -> int:
    """Return where the value of `approved` ends: at its closing brace, or before the next line indented no deeper."""
    if text[value] == "{":
        end = text.find("}", value)
        if end < 0:
            raise ApprovalNotWrittenError(ref, "its `approved` has no closing brace.")
        return end + 1
    line, column = key
    last = line
    for number in range(line + 1, len(lines)):
        stripped = lines[number].strip()
        if stripped and len(lines[number]) - len(lines[number].lstrip()) <= column:
            break
        if stripped and not stripped.startswith("#"):
            last = number
    return _offset(lines, last, len(lines[last].rstrip("\r")))


def _offset(lines: list[str], line: int, column: int) -> int:
    return sum(len(each) + 1 for each in lines[:line]) + column


def _family_texts_are_kept(before: CommentedMap, after: CommentedMap, ref: str) -> None:
    """Make sure that nothing but approvals changed."""
    if list(_without_approvals(before)) != list(_without_approvals(after)):
        raise ApprovalNotWrittenError(ref, "its layout cannot be edited safely. Paste the block by hand.")


def _without_approvals(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:  # noqa: ANN401 -- whatever YAML holds
    if isinstance(value, Mapping):
        for key, each in value.items():
            if key != "approved":
                yield from _without_approvals(each, (*path, str(key)))
    elif isinstance(value, list):
        for number, each in enumerate(value):
            yield from _without_approvals(each, (*path, str(number)))
    else:
        yield path, str(value)
