"""The page of an evidence note: what was concluded, the facts, the account, and the files."""

from datetime import date

from action_plans.english.wording import day, on_day, sentence
from action_plans.frameworks.evidence_categories import evidence_categories
from action_plans.history.checked_days import checked_day
from action_plans.model.evidence import EvidenceNote, EvidenceVerdict
from action_plans.model.reference import NOTES
from action_plans.notes.note_contents import NoteContent
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Asset, Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Crumb, Link
from action_plans.staff.parts.evidence_facts import (
    checked_words,
    is_own_check,
    lapses_before,
    looked_at,
    named,
    people_of_evidence,
    plans_of,
    whom_to_ask,
    written_up,
)
from action_plans.staff.parts.file_history import file_history
from action_plans.staff.parts.provenance_words import changed_words, evidence_changed_words, provenance_words
from action_plans.staff.tags import JUDGED, STALE, Tag
from action_plans.tracing.addresses import EVIDENCE, note_address
from action_plans.tracing.assessments import next_assessment
from action_plans.tracing.people import People
from action_plans.tracing.results import is_stale


def note_page(context: PageContext, note: EvidenceNote, content: NoteContent) -> Page:
    """Return the page of one note. Of a note on request: title, date, who checked it, verdict, whom to ask."""
    ref, trace = f"{NOTES}/{note.id}", context.trace
    here = context.at(note_address(note))
    plans = plans_of(trace, ref)
    seen = context.at(here.address, plans[0] if len(plans) == 1 else None)
    people, cited = people_of_evidence(trace, ref), here.link(ref).ref
    shown = not note.on_request
    tag, words = _verdict(context, note, people)
    html = here.render(
        "staff/note.html.j2",
        head=here.head(
            note.title,
            _what(note),
            ref=cited,
            crumb=f"Note {cited}" if cited else note.title,
            above=(Crumb("Evidence", here.to(EVIDENCE)),),
        ),
        tag=tag,
        verdict=words,
        shown=shown,
        note=note,
        category=evidence_categories().titles[note.category.value] if note.category is not None else "",
        supports=_supports(seen, ref, checked_day(note, trace.today)),
        made=_made(people, note),
        late=sentence(written_up(context, ref)) if shown else "",
        checked=checked_words(people, note),
        looked_at=looked_at(note),
        lasting=_lasting(context, note, ref),
        ask=sentence(whom_to_ask(trace, ref)),
        account=content.account.html if content.account is not None else "",
        files=content.attached,
        not_in_account=_not_in_account(content),
        provenance=provenance_words(here, ref) if shown else "",
        changed=evidence_changed_words(here, ref),
        versions=file_history(here, note),
    )
    title = f"{cited} {note.title}".strip()
    return Page(
        address=here.address,
        title=title,
        html=html,
        anchors=anchors_in(html),
        search=(SearchEntry("", title, _words(note, content) if shown else ""),),
        source=note.path,
        under="Evidence",
        reference=ref,
    )


def note_files(note: EvidenceNote, content: NoteContent) -> tuple[Asset, ...]:
    """Return the files that are published beside a note's page."""
    return tuple(Asset(note_address(note) + one.name, one.content) for one in content.attached)


def _what(note: EvidenceNote) -> str:
    return f"Evidence note, {day(note.date)}" if note.date is not None else "Evidence note, proof still to come"


_CONCLUDED = {
    EvidenceVerdict.MEETS: "it shows what it should",
    EvidenceVerdict.PARTLY: "it shows a part of what it should",
    EvidenceVerdict.DOES_NOT_MEET: "it does not show what it should",
}


def _verdict(context: PageContext, note: EvidenceNote, people: People) -> tuple[Tag, str]:
    """Return what was concluded of a note, in a word and in a sentence or two."""
    said = []
    if note.checked_by is None:
        tag = Tag("submitted", "Not checked")
        said.append("Nobody has checked it yet.")
    else:
        tag = JUDGED[note.verdict] if note.verdict is not None else Tag("submitted", "Checked")
        when = f" {on_day(note.checked_on)}" if note.checked_on is not None else ""
        concluded = _CONCLUDED[note.verdict] if note.verdict is not None else "no verdict is written"
        said.append(sentence(f"{named(people, note.checked_by)} checked it{when}: {concluded}"))
        if is_own_check(people, note):
            said.append("Whoever made it checked it, so this is not an independent check.")
    if not note.on_request and is_stale(note, context.trace.today) and note.review_due is not None:
        tag = STALE
        said.append(f"It was to be looked at again by {day(note.review_due)} and no longer counts.")
    return tag, " ".join(said)


def _supports(here: Here, ref: str, checked: date | None) -> tuple[tuple[Link, tuple[Link, ...], str], ...]:
    """Return what a note supports; with each action what it is for; and what changed there since it was checked."""
    trace = here.context.trace
    found = []
    for supported in trace.supports[ref]:
        action = trace.actions.get(supported)
        served = (*action.findings, *action.objectives) if action is not None else ()
        found.append((here.link(supported), here.links(served), changed_words(here, supported, checked)))
    return tuple(found)


def _made(people: People, note: EvidenceNote) -> str:
    maker = people.title(note.by) if note.by is not None else ""
    return ", ".join(part for part in (maker, note.period or "") if part)


def _lasting(context: PageContext, note: EvidenceNote, ref: str) -> str:
    """Return until when a note counts, in words."""
    if note.review_due is None:
        return ""
    if is_stale(note, context.trace.today):
        return f"{day(note.review_due)}: out of date"
    assessed = next_assessment(plans_of(context.trace, ref), context.trace.today)
    if assessed is not None and lapses_before(note, assessed, context.trace.today):
        return f"{day(note.review_due)}, before the next assessment, expected by {day(assessed)}"
    return f"{day(note.review_due)}, then it no longer counts"


def _not_in_account(content: NoteContent) -> frozenset[str]:
    """Return the names of the pictures that the account does not show itself."""
    html = str(content.account.html) if content.account is not None else ""
    return frozenset(one.name for one in content.attached if one.is_picture and f'src="{one.name}"' not in html)


def _words(note: EvidenceNote, content: NoteContent) -> str:
    texts = (note.sample, note.result, note.period, content.account.words if content.account else None)
    return " ".join(text for text in texts if text)
