"""What is told of a group of plans, kept as text: taken as it was where nothing that it is made from has changed."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from functools import partial
from hashlib import blake2b
from typing import Any

from action_plans.exchange.calendar import CalendarEntry
from action_plans.keeping.fingerprint import fingerprint
from action_plans.keeping.kept_files import KeptFiles
from action_plans.project.few_collections import collect_made
from action_plans.project.side_by_side import side_by_side
from action_plans.project.templates import Templates
from action_plans.project.timings import TIMINGS
from action_plans.publishing.aside import Aside, Held, Place
from action_plans.staff.groups.group import Group, Told
from action_plans.staff.groups.group_pages import SECTIONS, told_of
from action_plans.staff.page import Asset, HeldPage, Page, SearchEntry


class KeptGroups:
    """What was told of groups of plans, by the sum of all that it is made from.

    It is kept in three files: what is known of each page, the texts of pages, and those of files. Of a page that is as
    the last build left it nobody asks for the text, so that most of these are never read.
    """

    def __init__(self, files: KeptFiles, made_by: str) -> None:
        """Keep it in `files`; `made_by` is a sum of the program and of the templates."""
        self._files, self._made_by = files, made_by
        self._last: dict[str, bytes] = {}

    def told_of(self, groups: Iterable[Group], templates: Templates, aside: Aside) -> tuple[Told, ...]:
        """Return what is told of each group: as it was kept, or made now and kept. Several processes make many."""
        named = [(self._name(group), group) for group in groups]
        made: dict[int, Told] = {}

        def here(number: int) -> None:
            made[number] = self._make(*named[number], templates, aside)

        def beside(number: int) -> None:
            self._make(*named[number], templates, Aside())

        missing = [number for number, (name, _) in enumerate(named) if not self._has(name)]
        took = side_by_side(missing, here, beside) if self._files.are_open() else 0.0
        TIMINGS.add_beside("staff pages, in processes beside", took)
        others = set(missing)
        for number, (name, group) in enumerate(named):
            if number not in made:
                told = self._taken(name, aside) if number in others else self._kept(name, group, templates)
                if told is not None:
                    made[number] = told
                else:
                    here(number)
        return tuple(made[number] for number in range(len(named)))

    def _name(self, group: Group) -> str:
        return blake2b(f"{self._made_by} {fingerprint(group)}".encode(), digest_size=20).hexdigest()

    def _has(self, name: str) -> bool:
        return all(self._files.has(name + each) for each in ("", *_TEXTS_OF))

    def _kept(self, name: str, group: Group, templates: Templates) -> Told | None:
        kept = self._files.get(name)
        texts = [
            _KeptTexts(self._files, name + each, partial(_made, group, templates, each), self._last)
            for each in _TEXTS_OF
        ]
        return told_in(kept, *texts) if kept is not None else None

    def _taken(self, name: str, aside: Aside) -> Told | None:
        """Return what another process has made just now: all of it is going to be read, so it is put aside at once."""
        kept, *texts = (self._files.get(name + each) for each in ("", *_TEXTS_OF))
        places = [_Within(aside.put(text)) for text in texts if text is not None]
        return told_in(kept, *places) if kept is not None and len(places) == len(_TEXTS_OF) else None

    def _make(self, name: str, group: Group, templates: Templates, aside: Aside) -> Told:
        told = told_of(group, templates, aside)
        said, contents = texts_of(told)
        self._files.put(name, said)
        for each, content in contents.items():
            self._files.put(name + each, content)
        collect_made()
        return told

    def clear_up(self) -> None:
        """Delete what there is more than may be kept."""
        self._files.clear_up()


_TEXTS_OF = (".pages", ".files")
"""What the files of texts are called, after the name of their group."""


def _made(group: Group, templates: Templates, name: str) -> bytes:
    return texts_of(told_of(group, templates, Aside()))[1][name]


@dataclass(frozen=True, slots=True)
class _KeptTexts:
    """Texts that are read when the first of them is asked for, and made again where they cannot be read.

    `last` holds those that were read last, of all: they are asked for one behind the other.
    """

    files: KeptFiles
    name: str
    made: Callable[[], bytes]
    last: dict[str, bytes]

    def read(self, held: Held) -> bytes:
        """Return one."""
        if self.name not in self.last:
            kept = self.files.get(self.name)
            self.last.clear()
            self.last[self.name] = self.made() if kept is None else kept
        return self.last[self.name][held.start : held.start + held.length]


@dataclass(frozen=True, slots=True)
class _Within:
    """Texts that were put aside one behind the other."""

    whole: Held

    def read(self, held: Held) -> bytes:
        """Return one."""
        return Held(self.whole.aside, self.whole.start + held.start, held.length).read()


def texts_of(told: Told) -> tuple[bytes, dict[str, bytes]]:
    """Return what is told as JSON, which says how long each text is, and all texts, one behind the other."""
    of_pages: list[bytes] = []
    of_files = [file.read() for file in told.files]
    pages = {section: [_as_json(page, of_pages) for page in several] for section, several in told.pages.items()}
    files = [[file.path, len(text)] for file, text in zip(told.files, of_files, strict=True)]
    due = {part: [[one.day, one.name, one.text] for one in entries] for part, entries in told.due.items()}
    said = json.dumps({"pages": pages, "files": files, "due": due}, ensure_ascii=False, separators=(",", ":"))
    return said.encode(), dict(zip(_TEXTS_OF, (b"".join(of_pages), b"".join(of_files)), strict=True))


def told_in(kept: bytes, texts_of_pages: Place, texts_of_files: Place) -> Told | None:
    """Return what is told in JSON, with its texts where they are; None where it is not such a text."""
    try:
        told = json.loads(kept)
        reading, more = _Reading(texts_of_pages), _Reading(texts_of_files)
        pages = {section: tuple(map(reading.page, told["pages"][section])) for section in SECTIONS}
        files = tuple(Asset(path, more.next(length)) for path, length in told["files"])
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

    def __init__(self, texts: Place) -> None:
        self._texts, self._at = texts, 0

    def next(self, length: int) -> Held:
        """Return where the next text is."""
        found = Held(self._texts, self._at, length)
        self._at += length
        return found

    def page(self, said: dict[str, Any]) -> HeldPage:
        """Return a page, with the next texts as its HTML and its copy for a pack."""
        html, total = self.next(said.pop("html")), said.pop("total")
        copy = said.pop("handed_on")
        handed_on = self.next(copy) if copy is not None else None
        search = tuple(SearchEntry(*each) for each in said.pop("search"))
        return HeldPage(Page(html="", search=search, **said), html, total, handed_on)
