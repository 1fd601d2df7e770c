"""The account of a note as HTML: links resolved, headings kept, and nothing in it that asks another host."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape, unescape
from urllib.parse import SplitResult, unquote, urlsplit

from markupsafe import Markup

from action_plans.model.evidence import EvidenceNote
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import NOTES
from action_plans.notes.attachments import Attached
from action_plans.notes.figure_tables import tables_as_figures
from action_plans.notes.hard_texts import MAKE_SIMPLER, Hard, too_hard
from action_plans.notes.markup import SAFE_SCHEMES, TAG, clean, converted, plain_text, scheme_of, tag_in
from action_plans.tracing.addresses import note_address, relative

TAKEN_IDS = frozenset({"account", "content", "files", "sheets"})
"""Ids of the page around the account; a heading that would have one of them is called `note-content`."""


@dataclass(frozen=True, slots=True)
class Account:
    """The account of a note: safe HTML, the ids of its headings, its words, and what was wrong in it."""

    html: Markup
    anchors: frozenset[str]
    words: str
    problems: tuple[Problem, ...]


def account_of(
    note: EvidenceNote,
    attached: tuple[Attached, ...],
    notes: Mapping[str, EvidenceNote],
    unread: frozenset[str] = frozenset(),
) -> Account:
    """Return the account of a note that is shown.

    `notes` are all notes by their path, `unread` the paths of those that cannot be read: a link to one is no mistake.
    """
    read = converted(note.body)
    html = _HEADING_ID.sub(_own_id, read.html)
    reading = _Reading(note, {_path(note, one.written): one for one in attached}, notes, _ids(html), unread)
    if read.hard is not None:
        reading.say_hard(read.hard)
    else:
        reading.warn_of_raw_html(html)
    html = clean(TAG.sub(reading.resolve, html))
    html = tables_as_figures(html)
    problems = tuple(sorted(reading.problems, key=lambda problem: problem.sort_key))
    return Account(Markup(html), reading.ids, plain_text(html), problems)  # noqa: S704 -- sanitised


def is_plainly_sound(note: EvidenceNote, attached: tuple[Attached, ...], notes: Mapping[str, EvidenceNote]) -> bool:
    """Whether an account holds nothing that could be wrong, told without parsing it; in doubt it is not.

    It has no sign of HTML, pictures or links by reference, and each link leads, as it is written, to a whole address,
    an attachment or a note. `notes` are all notes by their path. Cost: linear in its length.
    """
    if _DOUBTFUL.search(note.body) or too_hard(note.body) is not None:
        return False
    plain = _PLAIN_LINK.findall(note.body)
    if len(plain) != note.body.count("]("):
        return False
    listed = {_path(note, one.written) for one in attached} if plain else set()
    return all(target.startswith(_PLAIN_SCHEMES) or _leads_inside(note, target, listed, notes) for target in plain)


_DOUBTFUL = re.compile(r"[<\\]|!\[|\]:|&(?:lt|#)|\] ?\n? ?\[")
_PLAIN_LINK = re.compile(r"\]\(([\w./:@?=&%+,~-]+)\)")
_PLAIN_SCHEMES = ("https://", "http://", "mailto:", "tel:")


def _leads_inside(note: EvidenceNote, target: str, listed: set[str], notes: Mapping[str, EvidenceNote]) -> bool:
    if _OTHER_THAN_PATH.search(target):
        return False
    path = _path(note, unquote(target))
    return path in listed or path in notes


_OTHER_THAN_PATH = re.compile(r"[:?@&]|^/")
_HEADING_ID = re.compile(r'(?<=<h[2-4] id=")([^"]*)(?=">)')
_CODE = re.compile(r"<(pre|code)>.*?</\1>", re.DOTALL)
_ELEMENTS = (
    "a|abbr|address|article|aside|audio|b|blockquote|body|br|button|canvas|caption|center|cite|code|col|dd|del|details|"
    "div|dl|dt|em|embed|fieldset|figure|figcaption|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|img|input|"
    "ins|kbd|label|legend|li|link|main|mark|math|meta|nav|noscript|object|ol|option|p|picture|pre|q|s|samp|script|"
    "section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|"
    "thead|title|tr|u|ul|var|video"
)
_RAW_HTML = re.compile(rf"&lt;(?:!--|/?(?:{_ELEMENTS})(?:\s[^<>]{{0,300}}?)?/?&gt;)", re.IGNORECASE)
"""HTML as it is shown once it is escaped; what else people put between angle brackets is meant to be seen."""


def _own_id(found: re.Match[str]) -> str:
    return f"note-{found[0]}" if found[0] in TAKEN_IDS else found[0]


def _ids(html: str) -> frozenset[str]:
    return frozenset(unescape(found[0]) for found in _HEADING_ID.finditer(html))


def _path(note: EvidenceNote, written: str) -> str:
    """Return the path in the project of what a note writes as a path beside itself."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(note.path), written))


@dataclass
class _Reading:
    """What is gathered while one account is read."""

    note: EvidenceNote
    attached: Mapping[str, Attached]
    notes: Mapping[str, EvidenceNote]
    ids: frozenset[str]
    unread: frozenset[str] = frozenset()
    problems: list[Problem] = field(default_factory=list)
    _seen_until: dict[str, int] = field(default_factory=dict)

    def resolve(self, found: re.Match[str]) -> str:
        """Return the opening tag of a link or picture with the address that holds on the site."""
        tag = tag_in(found)
        if tag.is_picture:
            return self._picture(tag.written, tag.alternative)
        address = self._address(tag.written)
        return f'<a href="{escape(address)}">' if address is not None else "<a>"

    def say_hard(self, hard: Hard) -> None:
        """Say why the account is shown as it is written."""
        message = f"This account {hard.said}, so it is shown as it is written."
        self._say(Code.MARKUP_REMOVED, message, self._origin_at(hard.start), MAKE_SIMPLER)

    def warn_of_raw_html(self, html: str) -> None:
        """Say where HTML is written, once a line: it is shown as it stands, which nobody who writes it expects."""
        warned: set[int] = set()
        for found in _RAW_HTML.finditer(_CODE.sub("", html)):
            raw = unescape(found[0])
            origin = self._origin(raw)
            if origin.line not in warned:
                warned.add(origin.line)
                hint = "Write it in Markdown: **bold**, *italic*, [words](address)."
                self._say(Code.MARKUP_REMOVED, f"{raw} is HTML, which is shown as it is written.", origin, hint)

    def _picture(self, source: str, alternative: str) -> str:
        shown = self.attached.get(_path(self.note, unquote(source)))
        if shown is not None and shown.is_picture:
            return f'<img src="{escape(shown.name)}" alt="{escape(alternative)}">'
        origin = self._origin(source)
        if scheme_of(source) or source.startswith("//"):
            hint = "Keep the picture beside the note, list it under `attachments`, and name it here."
            self._say(Code.MARKUP_REMOVED, f"A picture from elsewhere, {source}, is not published.", origin, hint)
        elif shown is not None:
            hint = f"Write a link instead: [{alternative or shown.title}]({source})."
            self._say(Code.UNKNOWN_REFERENCE, f"{source} is not a picture.", origin, hint)
        else:
            self._say_not_listed(source, origin)
        return escape(alternative)

    def _address(self, written: str) -> str | None:
        """Return where a link leads on the site; nothing where it may not, or leads nowhere."""
        scheme = scheme_of(written)
        if scheme in SAFE_SCHEMES:
            return written
        if scheme:
            self._say_refused(written, scheme)
            return None
        if scheme is None:
            self._say_nowhere(written)
            return None
        return self._place(written, urlsplit(written))

    def _place(self, written: str, parts: SplitResult) -> str | None:
        """Return where a link without a scheme leads: a heading, an attachment, another note."""
        if not parts.path and not parts.netloc and parts.fragment:
            return self._heading(written, parts.fragment)
        path = _path(self.note, unquote(parts.path)) if parts.path and not parts.netloc else ""
        if path in self.attached:
            return self.attached[path].name
        if path in self.notes:
            there = relative(note_address(self.note), note_address(self.notes[path]))
            return f"{there}#{parts.fragment}" if parts.fragment else there
        self._say_nowhere(written)
        return None

    def _heading(self, written: str, fragment: str) -> str | None:
        for wanted in (fragment, f"note-{fragment}"):
            if wanted in self.ids:
                return f"#{wanted}"
        origin = self._origin(written)
        self._say(Code.UNKNOWN_REFERENCE, f"No heading of this note is called {written}.", origin, "")
        return None

    def _say_refused(self, written: str, scheme: str) -> None:
        message = f"A link that begins with {scheme}: is not published."
        self._say(Code.MARKUP_REMOVED, message, self._origin(written), "Link to an address that begins with https://.")

    def _say_nowhere(self, written: str) -> None:
        origin = self._origin(written)
        if not written or written.startswith("/"):
            hint = "Link to another note by the path of its file from this one, or to a whole address with https://."
            self._say(Code.UNKNOWN_REFERENCE, f"The link to “{written}” leads nowhere.", origin, hint)
        else:
            self._say_not_listed(written, origin)

    def _say_not_listed(self, written: str, origin: Origin) -> None:
        if _path(self.note, unquote(written)) in {_path(self.note, one.file) for one in self.note.attachments}:
            return  # what keeps it from being published is told where it is listed
        if _path(self.note, unquote(written.partition("#")[0])) in self.unread:
            return  # that it cannot be read is an error of its own
        hint = "List the file under `attachments`, or link to another note by the path of its file from this one."
        self._say(Code.UNKNOWN_REFERENCE, f"{written} is neither an attachment of this note nor a note.", origin, hint)

    def _origin(self, written: str) -> Origin:
        """Return where some words stand in the file: their next place after the last one asked for."""
        start = self.note.body.find(written, self._seen_until.get(written, 0)) if written else -1
        if start < 0:
            return Origin(self.note.path, self.note.body_line)
        self._seen_until[written] = start + len(written)
        return self._origin_at(start)

    def _origin_at(self, start: int) -> Origin:
        body = self.note.body
        column = start - body.rfind("\n", 0, start)
        return Origin(self.note.path, self.note.body_line + body.count("\n", 0, start), column)

    def _say(self, code: Code, message: str, origin: Origin, hint: str) -> None:
        self.problems.append(Problem(code, message, origin, hint, item=f"{NOTES}/{self.note.id}"))
