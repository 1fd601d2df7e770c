"""Evidence notes: Markdown files with front matter."""

from pathlib import PurePosixPath
from typing import Any

from action_plans.model.evidence import EvidenceNote
from action_plans.model.problem import Code, Problem
from action_plans.model.record import slug
from action_plans.model.reflection import field_names
from action_plans.reading.front_matter import split_front_matter
from action_plans.reading.records.record_fields import FIELD_NAMES, nearest_field
from action_plans.reading.records.record_files import ReadFile, build, check_format, id_in, unread
from action_plans.reading.records.value_path import origins_of
from action_plans.reading.records.wrong_forms import as_id, is_id
from action_plans.reading.yaml.file_text import decode
from action_plans.reading.yaml.located_yaml import read_mapping
from action_plans.reading.yaml.merge_marks import unfinished_merge

_GIVEN = {
    "body": "Write the account below the second line ---.",
    "body_line": "Write the account below the second line ---.",
    "folder": "Take it out: a note is where its file lies.",
}
"""What reading gives to the record, and nobody writes; and what to write instead."""


def read_note_text(text: bytes, path: str) -> ReadFile[EvidenceNote]:
    """Read the bytes of an evidence note; its id is by default the slug of the file's name."""
    default_id = slug(PurePosixPath(path).stem)
    decoded = decode(text, path)
    if isinstance(decoded, Problem):
        return unread(path, EvidenceNote, default_id, decoded)
    if (merge := unfinished_merge(decoded, path, is_markdown=True)) is not None:
        return unread(path, EvidenceNote, id_in(decoded, default_id), merge)
    parts = split_front_matter(decoded, path)
    if isinstance(parts, Problem):
        return unread(path, EvidenceNote, id_in(decoded, default_id), parts)
    written = read_mapping(parts.fields, path, FIELD_NAMES)
    if written.data is None:
        return unread(path, EvidenceNote, id_in(decoded, default_id), *written.problems)
    data = written.data
    problems = [*written.problems, *check_format(data), *_note(data), *_default_id(data, default_id)]
    data |= {"body": parts.body, "body_line": parts.body_line}
    return build(data, EvidenceNote, problems, written.refused, decoded)


def _note(data: dict[str, Any]) -> list[Problem]:
    """Refuse what only a note may not have; ask for the date that only a line of evidence can lack."""
    problems = []
    for name, hint in _GIVEN.items():
        if name in data:
            del data[name]
            place = origins_of(data).key(name)
            problems.append(Problem(Code.UNKNOWN_FIELD, f"a note has no field {name}.", place, hint))
    if "date" not in data:
        from action_plans.reading.records.explain import missing  # noqa: PLC0415 -- a sound project needs none of it

        known = field_names(EvidenceNote)
        if not any(name not in known and nearest_field(name, EvidenceNote) == "date" for name in data):
            problems.append(missing("date", data, EvidenceNote))
    return problems


def _default_id(data: dict[str, Any], default_id: str) -> list[Problem]:
    """Give a note without an id the one that its file's name makes; refuse a name that makes none."""
    if "id" in data:
        return []
    data["id"] = default_id
    if is_id(default_id):
        return []
    data["id"] = as_id(f"E-{default_id}"[:40])
    message = f"the file's name gives the note no id: '{default_id}' cannot be one."
    return [Problem(Code.WRONG_VALUE, message, origins_of(data).origin, f"Write one, such as id: {data['id']}.")]
