"""Read before you approve: what families would read, beside what the plan says, and what holds it back."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from action_plans.english.wording import counted, day, sentence
from action_plans.family.approvals import Approval, TextToRead
from action_plans.family.telling.author_texts import EntryKind
from action_plans.family.telling.entries import SERVICES
from action_plans.model.family import FindingFamily, PlanFamily, ServiceFamily
from action_plans.model.plan import Plan
from action_plans.model.problem import Problem
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.family_words import in_language
from action_plans.staff.plan_menu import FAMILY_PAGE, FAMILY_TITLE
from action_plans.staff.tags import Tag
from action_plans.tracing.addresses import plan_address


@dataclass(frozen=True, slots=True)
class TextRow:
    """One text: what it is, word by word how it became what it is, and what the plan says in its place.

    `changes` are pairs of a kind (`same`, `removed`, `added`) and words; a text that is new as a whole has one of the
    kind `new`. `shared` are words that stand in an internal text too, and `place` is where. `twice` are sentences that
    speak of one person.
    """

    label: str
    changes: tuple[tuple[str, str], ...]
    beside: str
    shared: str
    place: str
    twice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyEntry:
    """What is said for the plan, its service, or a topic: its state, what holds it back, its texts, what to paste.

    `facts` are what is printed without an approval, `answered` the words that the plan lets through, each with the code
    and the reason, `remarks` what else to know: facts that are left out, an approval that counts and may be wrong.
    `given` says who approved it last, whether that still counts or not.
    """

    anchor: str
    title: str
    link: Link | None
    tag: Tag
    state: str
    problems: tuple[Problem, ...]
    remarks: tuple[Problem, ...]
    texts: tuple[TextRow, ...]
    facts: tuple[tuple[str, str], ...]
    answered: tuple[tuple[str, str, str], ...]
    fingerprint: str
    place: str
    block: str
    fixed: tuple[str, ...]
    given: str


def family_page(context: PageContext, plan: Plan, approvals: Sequence[Approval]) -> Page:
    """Return the page of a plan's words for families. `approvals` may hold those of other plans too."""
    here = context.at(plan_address(plan, FAMILY_PAGE), plan)
    service = f"{SERVICES}/{context.trace.service_of[plan.id].id}"
    own = [one for one in approvals if one.ref.partition("/")[0] == plan.id or one.ref == service]
    own = [one for one in own if one.texts or one.publish]
    entries = tuple(_entries(here, own))
    html = here.render(
        "staff/family.html.j2",
        head=here.head(FAMILY_TITLE, ref=plan.id, crumb="For families", lede=_lede(own)),
        entries=entries,
        asks_twice=any(text.twice for entry in entries for text in entry.texts),
        plan=plan,
    )
    title = f"{plan.id} {FAMILY_TITLE}"
    words = " ".join(entry.title for entry in entries)
    entry = SearchEntry("", title, f"words for families {words}")
    return Page(
        here.address, title, html, anchors_in(html), (entry,), plan.path, under=context.plan_word, reference=plan.id
    )


def _lede(own: Sequence[Approval]) -> str:
    if not own:
        return "Nothing is written for families yet."
    waiting = sum(one.waits for one in own)
    held = sum(bool(one.problems) and one.publish for one in own)
    said = ["What families would read, beside what the plan says"]
    if waiting or not held:
        said.append(f"{counted(waiting, 'text waits', 'texts wait')} for approval" if waiting else "Nothing waits")
    if held:
        said.append(f"{counted(held, 'is', 'are')} held back{' for another reason' if waiting else ''}")
    return " ".join(sentence(words) for words in said)


def _entries(here: Here, own: Sequence[Approval]) -> Iterator[FamilyEntry]:
    for one in own:
        tag, state = _state(one)
        yield FamilyEntry(
            anchor=one.ref.rpartition("/")[2].lower() if one.is_topic else _ANCHORS[one.kind],
            title=one.title if one.is_topic else _TITLES[one.kind],
            link=here.link(one.ref) if one.is_topic else None,
            tag=tag,
            state=state,
            problems=one.problems,
            remarks=(*one.remarks, *one.left_out),
            texts=tuple(_row(text) for text in one.texts),
            facts=tuple((_label(field), words) for field, words in one.facts),
            answered=one.answered,
            fingerprint=one.fingerprint,
            place=str(one.origin),
            block="" if one.approved else one.block,
            fixed=one.fixed,
            given=_given(here, one),
        )


def _given(here: Here, one: Approval) -> str:
    """Return who gave the approval that is written, and when, whether it still counts or not; nothing where none is."""
    trace = here.context.trace
    if one.is_topic:
        family: FindingFamily | PlanFamily | ServiceFamily | None = trace.findings[one.ref].record.family
    elif one.kind is EntryKind.PLAN:
        family = here.plan.family if here.plan is not None else None
    else:
        family = trace.service_of[here.plan.id].family if here.plan is not None else None
    if family is None or family.approved is None:
        return ""
    return f"Last approved by {here.who(family.approved.by)}, {day(family.approved.date)}."


_ANCHORS = {EntryKind.PLAN: "_plan", EntryKind.SERVICE: "_service"}
_TITLES = {EntryKind.PLAN: "For the whole plan", EntryKind.SERVICE: "For the service, in every plan"}


def _state(one: Approval) -> tuple[Tag, str]:
    """Return how an entry stands."""
    if not one.publish:
        return Tag("plain", "Not asked for"), "Families do not see this: it does not say `publish: true`."
    if one.problems:
        return Tag("unaddressed", "Held back"), "Families do not see this until what follows is put right."
    if one.waits:
        return Tag("submitted", "Waits"), "Families do not see these words until someone approves them."
    if one.remarks:
        return Tag("submitted", "Published"), "Families read these words. Look at what follows."
    return Tag("verified", "Published"), "Families read these words." if one.approved else "No approval is asked for."


def _label(field: str) -> str:
    return field.replace("_", " ").capitalize()


def _row(text: TextToRead) -> TextRow:
    label = in_language(_label(text.field), text.language)
    is_new = all(change.kind == "added" for change in text.changes)
    changes = (("new", text.text),) if is_new else tuple((change.kind, change.words) for change in text.changes)
    place = str(text.shared_with) if text.shared_with is not None else ""
    return TextRow(label, changes, text.beside, text.shared, place, text.twice)
