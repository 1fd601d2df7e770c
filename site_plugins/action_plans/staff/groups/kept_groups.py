"""What is told of a group of plans, kept as text: taken as it was where nothing that it is made from has changed."""

import json
from dataclasses import fields
from hashlib import blake2b
from typing import Any

from action_plans.exchange.calendar import CalendarEntry
from action_plans.keeping.fingerprint import fingerprint
from action_plans.keeping.kept_files import KeptFiles
from action_plans.project.templates import Templates
from action_plans.publishing.aside import Aside, Held
from action_plans.staff.groups.group import Group, Told
from action_plans.staff.groups.group_pages import SECTIONS, told_of
from action_plans.staff.page import Asset, HeldPage, Page, SearchEntry


class KeptGroups:
    """What was told of groups of plans, by the sum of all that it is made from."""

    def __init__(self, files: KeptFiles, made_by: str) -> None:
        """Keep it in `files`; `made_by` is a sum of the program and of the templates."""
        self._files, self._made_by = files, made_by

    def told_of(self, group: Group, templates: Templates, aside: Aside) -> Told:
        """Return what is told of a group, put aside: as it was kept, or made now and kept."""
        name = blake2b(f"{self._made_by} {fingerprint(group)}".encode(), digest_size=20).hexdigest()
        kept = self._files.get(name)
        told = told_in(kept, aside) if kept is not None else None
        if told is None:
            told = told_of(group, templates, aside)
            self._files.put(name, text_of(told))
        return told

    def clear_up(self) -> None:
        """Delete what there is more than may be kept."""
        self._files.clear_up()


def text_of(told: Told) -> bytes:
    """Return what is told as text: a line of JSON that says how long each text after it is, then all texts."""
    texts: list[bytes] = []
    pages = {section: [_as_json(page, texts) for page in several] for section, several in told.pages.items()}
    files = [[file.path, _length(file.read(), texts)] for file in told.files]
    due = {part: [[one.day, one.name, one.text] for one in entries] for part, entries in told.due.items()}
    said = json.dumps({"pages": pages, "files": files, "due": due}, ensure_ascii=False, separators=(",", ":"))
    return b"".join([said.encode(), b"\n", *texts])


def told_in(kept: bytes, aside: Aside) -> Told | None:
    """Return what is told in a text, put aside; None where it is not such a text."""
    said, _, texts = kept.partition(b"\n")
    try:
        told = json.loads(said)
        reading = _Reading(aside.put(texts))
        pages = {section: tuple(map(reading.page, told["pages"][section])) for section in SECTIONS}
        files = tuple(Asset(path, reading.next(length)) for path, length in told["files"])
        due = {part: tuple(CalendarEntry(*one) for one in entries) for part, entries in told["due"].items()}
    except (ValueError, KeyError, TypeError):
        return None
    return Told(pages, files, due)


_TEXTS = ("html", "handed_on", "anchors")
_FIELDS = tuple(one.name for one in fields(Page) if one.name not in _TEXTS)


def _as_json(page: HeldPage, texts: list[bytes]) -> dict[str, Any]:
    """Return a page by its fields; of its HTML the length, after putting it with the other texts."""
    said = {name: getattr(page.head, name) for name in _FIELDS}
    said["search"] = [[one.anchor, one.title, one.text, one.asked] for one in page.head.search]
    said["html"], said["total"] = _length(page.html.read(), texts), page.total
    said["handed_on"] = _length(page.handed_on.read(), texts) if page.handed_on is not None else None
    return said


def _length(text: bytes, texts: list[bytes]) -> int:
    texts.append(text)
    return len(text)


class _Reading:
    """Takes texts that stand one behind the other."""

    def __init__(self, texts: Held) -> None:
        self._texts, self._at = texts, 0

    def next(self, length: int) -> Held:
        """Return the next text.

        Raises:
            ValueError: there is not so much of it.
        """
        found = self._texts.part(self._at, length)
        self._at += length
        return found

    def page(self, said: dict[str, Any]) -> HeldPage:
        """Return a page, with the next texts as its HTML and its copy for a pack."""
        html, total = self.next(said.pop("html")), said.pop("total")
        copy = said.pop("handed_on")
        handed_on = self.next(copy) if copy is not None else None
        search = tuple(SearchEntry(*each) for each in said.pop("search"))
        return HeldPage(Page(html="", search=search, **said), html, total, handed_on)
