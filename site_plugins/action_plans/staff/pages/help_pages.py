"""How to write plans and notes, every field, every problem, every word: the help of the staff edition."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from textwrap import indent

from markupsafe import Markup

from action_plans.model.problem import Code
from action_plans.notes.markup import clean, note_html, plain_text
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb, Link
from action_plans.staff.pages.field_reference import FieldEntry, RecordEntry, field_reference
from action_plans.staff.pages.help_contents import LOOK_UP, PROSE, HelpPage
from action_plans.staff.tags import Tag, problem_tag
from action_plans.tracing.addresses import HELP, file_at

FIRST_FIELDS = (
    ("Plan", ("id", "title", "service", "roles", "sources", "findings", "actions")),
    ("Finding", ("keeping_safe", "family")),
    ("Action", ("for", "owner", "due", "done_when", "evidence")),
)
"""The fourteen fields that a first plan needs, by the record they stand in; all others come when they are needed."""

_LOOK_UP = (
    ("fields", "Every field", "What each is called, what it takes, and what it is for."),
    ("problems", "Every problem, and what to do", "By the code that a message begins with."),
    ("glossary", "Words", "Words of CQC, the law and the guidance, and what this site means by its own."),
    ("guidance", "What the guidance asks", "Its points, where each is written and where it is read."),
)
"""The pages that are made from the program itself: address, title, what they are about."""

_FENCED = re.compile(r"^```[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>")
_CODE = re.compile(r"(?<!<pre>)<code>(.*?)</code>")
_FOLDER = re.compile(r'(?<=<a href=")((?:\.\./|[a-z-]+/)+)(?=["#])')


@dataclass(frozen=True, slots=True)
class CodeHelp:
    """A problem's code explained."""

    code: str
    anchor: str
    severity: str
    tag: Tag
    sentence: str
    example: str
    advice: Markup


@dataclass(frozen=True, slots=True)
class Term:
    """A word of the glossary."""

    word: str
    anchor: str
    meaning: Markup


def help_pages(context: PageContext) -> Iterator[Page]:
    """Yield the pages of help, the first with its word in the main navigation."""
    records = field_reference()
    yield _writing(context, records)
    yield _fields(context, records)
    yield _problems(context)
    yield _glossary(context)
    for pages in PROSE.values():
        yield from (_of_prose(context, page) for page in pages)


def advice(context: PageContext) -> Mapping[str, str]:
    """Return what to do about each problem, in Markdown, by its code."""
    return dict(_parts(context.templates.render("help/problems.md")))


def _writing(context: PageContext, records: tuple[RecordEntry, ...]) -> Page:
    here = context.at(HELP)
    by_name = {record.name: record for record in records}
    html = here.render(
        "staff/help.html.j2",
        head=here.head("Help", lede="How to write a plan, what each field means, and what each message wants."),
        first=tuple((by_name[name], _chosen(by_name[name], fields)) for name, fields in FIRST_FIELDS),
        later=tuple((by_name[name], _others(by_name[name], fields)) for name, fields in FIRST_FIELDS),
        anchors={record.name: record.anchor for record in records},
        plan=context.templates.render("help/first-plan.yaml"),
        groups=tuple((group, tuple(_entries(here, group, pages))) for group, pages in PROSE.items()),
        fields_page=here.to(f"{HELP}fields/"),
    )
    return Page(HELP, "Help", html, anchors_in(html), (SearchEntry("", "Help", "how to write a plan"),), nav="Help")


def _entries(here: Here, group: str, pages: tuple[HelpPage, ...]) -> Iterator[tuple[str, Link]]:
    """Yield the pages of a group of the index, each with what it is about."""
    for page in pages:
        yield page.lede, Link("", page.title, here.to(f"{HELP}{page.name}/"))
    for name, title, lede in _LOOK_UP if group == LOOK_UP else ():
        yield lede, Link("", title, here.to(f"{HELP}{name}/"))


def _chosen(record: RecordEntry, names: tuple[str, ...]) -> tuple[FieldEntry, ...]:
    by_name = {field.name: field for field in record.fields}
    return tuple(by_name[name] for name in names)


def _others(record: RecordEntry, names: tuple[str, ...]) -> tuple[FieldEntry, ...]:
    return tuple(field for field in record.fields if field.name not in names)


def _fields(context: PageContext, records: tuple[RecordEntry, ...]) -> Page:
    here = context.at(f"{HELP}fields/")
    lede = "Every field there is, read from the program itself. What is not said to be needed may be left out."
    anchors = {record.name: record.anchor for record in records}
    html = here.render("staff/fields.html.j2", head=_head(here, "Every field", lede), records=records, anchors=anchors)
    entries = (
        SearchEntry("", "Every field", lede),
        *(
            SearchEntry(record.anchor, f"Fields: {record.name}", " ".join(field.name for field in record.fields))
            for record in records
        ),
    )
    return Page(here.address, "Every field", html, anchors_in(html), entries, under="Help")


def _problems(context: PageContext) -> Page:
    here = context.at(f"{HELP}problems/")
    said = advice(context)
    codes = tuple(
        CodeHelp(
            code=code.value,
            anchor=code.value.lower(),
            severity=code.severity.value,
            tag=problem_tag(code),
            sentence=code.sentence,
            example=code.example,
            advice=_html(said.get(code.value, "")),
        )
        for code in Code
    )
    lede = "Every message has a code. Here is what each one means, and what to do."
    html = here.render("staff/problem_codes.html.j2", head=_head(here, "Every problem", lede), codes=codes)
    each = (SearchEntry(one.anchor, f"{one.code} {one.sentence}", one.example) for one in codes)
    entries = (SearchEntry("", "Every problem", lede), *each)
    return Page(here.address, "Every problem", html, anchors_in(html), entries, under="Help")


def _glossary(context: PageContext) -> Page:
    here = context.at(f"{HELP}glossary/")
    sections = tuple(
        (title, _terms(text)) for title, text in _parts(context.templates.render("help/glossary.md"), "# ")
    )
    lede = "Words of CQC, the law and the guidance, and what this site means by its own."
    html = here.render("staff/glossary.html.j2", head=_head(here, "Words", lede), sections=sections)
    each = (SearchEntry(term.anchor, term.word, plain_text(term.meaning)) for _, terms in sections for term in terms)
    entries = (SearchEntry("", "Words", lede, "glossary mean means meaning words abbreviation stand"), *each)
    return Page(here.address, "Words", html, anchors_in(html), entries, under="Help")


def _terms(text: str) -> tuple[Term, ...]:
    found = (Term(word, _anchor(word), _html(meaning)) for word, meaning in _parts(text))
    return tuple(sorted(found, key=lambda term: term.word.casefold()))


def _anchor(word: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", word.casefold()).strip("-")


def _parts(text: str, mark: str = "## ") -> Iterator[tuple[str, str]]:
    """Yield each heading of Markdown with what stands below it, up to the next of the same rank."""
    for part in re.split(f"^{mark}", text, flags=re.MULTILINE)[1:]:
        heading, _, below = part.partition("\n")
        yield heading.strip(), below.strip()


def _of_prose(context: PageContext, page: HelpPage) -> Page:
    here = context.at(f"{HELP}{page.name}/")
    prose = _html(context.templates.render(f"help/{page.name}.md"))
    html = here.render("staff/prose.html.j2", head=_head(here, page.title, page.lede), prose=prose)
    words = " ".join((page.lede, *_HEADING.findall(prose), *_CODE.findall(prose)))
    entry = SearchEntry("", page.title, plain_text(words), page.asked)
    return Page(here.address, page.title, html, anchors_in(html), (entry,), under="Help")


def _html(text: str) -> Markup:
    """Return Markdown of help as HTML: a sample's fence says where it belongs, and links to pages name their files."""
    html = note_html(_FENCED.sub(lambda fenced: indent(fenced[1], "    "), text))
    return Markup(clean(_FOLDER.sub(lambda folder: file_at(folder[1]), html)))  # noqa: S704 -- sanitised


def _head(here: Here, title: str, lede: str) -> object:
    return here.head(title, lede=lede, above=(Crumb("Help", here.to(HELP)),))
