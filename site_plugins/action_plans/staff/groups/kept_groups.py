"""What is told of a group of plans, kept as text: taken as it was where nothing that it is made from has changed."""

import json
from dataclasses import fields
from hashlib import blake2b
from typing import Any

from action_plans.exchange.calendar import CalendarEntry
from action_plans.keeping.fingerprint import fingerprint
from action_plans.keeping.kept_files import KeptFiles
from action_plans.project.templates import Templates
from action_plans.staff.groups.group import Group, Told
from action_plans.staff.groups.group_pages import SECTIONS, told_of
from action_plans.staff.page import Asset, Page, SearchEntry


class KeptGroups:
    """What was told of groups of plans, by the sum of all that it is made from."""

    def __init__(self, files: KeptFiles, made_by: str) -> None:
        """Keep it in `files`; `made_by` is a sum of the program and of the templates."""
        self._files, self._made_by = files, made_by

    def told_of(self, group: Group, templates: Templates) -> Told:
        """Return what is told of a group: as it was kept, or made now and kept."""
        name = blake2b(f"{self._made_by} {fingerprint(group)}".encode(), digest_size=20).hexdigest()
        kept = self._files.get(name)
        told = told_in(kept) if kept is not None else None
        if told is None:
            told = told_of(group, templates)
            self._files.put(name, text_of(told))
        return told

    def clear_up(self) -> None:
        """Delete what there is more than may be kept."""
        self._files.clear_up()


def text_of(told: Told) -> bytes:
    """Return what is told as text: a line of JSON that says how long each text after it is, then all texts.

    Raises:
        TypeError: a file is not held but named.
    """
    texts: list[bytes] = []
    pages = {section: [_as_json(page, texts) for page in several] for section, several in told.pages.items()}
    files = [[file.path, _length(file.content, texts)] for file in told.files]
    due = {part: [[one.day, one.name, one.text] for one in entries] for part, entries in told.due.items()}
    said = json.dumps({"pages": pages, "files": files, "due": due}, ensure_ascii=False, separators=(",", ":"))
    return b"".join([said.encode(), b"\n", *texts])


def told_in(kept: bytes) -> Told | None:
    """Return what is told in a text; None where it is not such a text."""
    said, _, texts = kept.partition(b"\n")
    try:
        held = json.loads(said)
        reading = _Reading(memoryview(texts))
        pages = {section: tuple(map(reading.page, held["pages"][section])) for section in SECTIONS}
        due = {part: tuple(CalendarEntry(*one) for one in entries) for part, entries in held["due"].items()}
        files = tuple(Asset(path, bytes(reading.next(length))) for path, length in held["files"])
    except (ValueError, KeyError, TypeError):
        return None
    return Told(pages, files, due)


_FIELDS = tuple(one.name for one in fields(Page))


def _as_json(page: Page, texts: list[bytes]) -> dict[str, Any]:
    """Return a page by its fields; of its HTML the length, after putting it with the other texts."""
    said = {name: getattr(page, name) for name in _FIELDS}
    for name in _HTML:
        said[name] = _length(said[name].encode(), texts) if said[name] is not None else None
    return said | {
        "anchors": sorted(page.anchors),
        "search": [[one.anchor, one.title, one.text, one.asked] for one in page.search],
    }


_HTML = ("html", "handed_on")


def _length(content: object, texts: list[bytes]) -> int:
    if not isinstance(content, bytes):
        raise TypeError(f"A group of plans has a file that is not held: {content}")
    texts.append(content)
    return len(content)


class _Reading:
    """Takes texts one after the other."""

    def __init__(self, texts: memoryview) -> None:
        self._texts, self._at = texts, 0

    def next(self, length: int) -> memoryview:
        """Return the next text.

        Raises:
            ValueError: there is not so much of it.
        """
        found = self._texts[self._at : self._at + length]
        if len(found) != length:
            raise ValueError(length)
        self._at += length
        return found

    def page(self, said: dict[str, Any]) -> Page:
        """Return a page, with the next text as its HTML."""
        for name in _HTML:
            said[name] = str(self.next(said[name]), "utf-8") if said[name] is not None else None
        search = tuple(SearchEntry(*each) for each in said["search"])
        return Page(**{**said, "anchors": frozenset(said["anchors"]), "search": search})
