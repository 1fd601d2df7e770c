"""Gathers what authors wrote for families: an entry for each service, plan and topic, its texts as pages print them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from action_plans.family.telling.author_texts import AuthorText, Entry, EntryKind, Shape
from action_plans.model.family import ENGLISH, FindingFamily, PlanFamily, ServiceFamily
from action_plans.model.finding import FindingKind
from action_plans.model.plan import Plan
from action_plans.model.record import Record
from action_plans.model.service import Service
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction, TracedFinding

SERVICES = "services"
"""What stands before a service's id in the reference of its entry."""
SERVICE_NAME = "service: name"
"""The field that gives the name by which families know a service."""


def service_name(service: Service) -> dict[str, str]:
    """Return the name that people know, by language: the one written for families, else the name CQC knows."""
    written = service.family.name if service.family else None
    return written or {ENGLISH: service.name}


def entries(trace: Trace) -> Iterator[Entry]:
    """Yield the entry of each plan that speaks to families, that of its service before the first, its topics after."""
    order = {ref: number for number, ref in enumerate(trace.actions)}
    speaking: dict[str, list[Plan]] = {}
    for plan in trace.portfolio.plans:
        if plan.family is not None:
            speaking.setdefault(trace.service_of[plan.id].id, []).append(plan)
    for plan in trace.portfolio.plans:
        service = trace.service_of[plan.id]
        if plan.family is not None:
            if plan.id == speaking[service.id][0].id:
                yield _service_entry(service, speaking[service.id])
            yield _plan_entry(plan, plan.family, service)
        for finding in trace.findings_of(plan):
            if finding.record.family is not None:
                actions = [trace.actions[ref] for ref in sorted(_serving(trace, finding.ref), key=order.__getitem__)]
                measures = tuple(trace.measures[ref] for ref in finding.measures)
                yield replace(_topic_entry(finding, finding.record.family, actions, service), measures=measures)


def _serving(trace: Trace, finding: str) -> set[str]:
    """Return the actions for a finding, and those that stand instead of one, from whatever day: no day adds words."""
    found: set[str] = set()
    waiting = [*trace.graph.subjects("for", finding)]
    while waiting:
        ref = waiting.pop()
        if ref not in found:
            found.add(ref)
            waiting += trace.graph.objects(ref, "instead")
    return found


TOPIC_FIELDS = (
    ("found", "keeping_safe", "why", "affected"),
    ("change", "how_we_will_know"),
    ("you", "visitors"),
)
"""The texts of a topic as its page prints them: before what we do, after it, and after the figure."""


def _plan_entry(plan: Plan, family: PlanFamily, service: Service) -> Entry:
    return Entry(
        ref=plan.id,
        kind=EntryKind.PLAN,
        plan=plan,
        service=service,
        texts=tuple(_plan_texts(family)),
        origin=plan.at("family"),
        publish=family.publish,
        decides=tuple(
            (f"you_said {number}: month", "", str(pair.month))
            for number, pair in enumerate(family.you_said, 1)
            if pair.month is not None
        ),
        approved=family.approved,
    )


def _plan_texts(family: PlanFamily) -> Iterator[AuthorText]:
    yield from _texts(family, "intro", shape=Shape.LONG)
    yield from _texts(family, "left_out")
    yield from _texts(family, "apology", shape=Shape.LONG)
    yield from _texts(family, "apology_by", shape=Shape.NAME)
    for field in ("keeping_safe", "about_you", "next"):
        yield from _texts(family, field)
    for number, pair in enumerate(family.you_said, 1):
        yield from _texts(pair, "said", named=f"you_said {number}: said")
        yield from _texts(pair, "did", named=f"you_said {number}: did")


def _service_entry(service: Service, plans: Iterable[Plan]) -> Entry:
    told = tuple(plan for plan in plans if plan.family is not None and plan.family.publish)
    first = next(iter((*told, *plans)))
    family = service.family or ServiceFamily()
    return Entry(
        ref=f"{SERVICES}/{service.id}",
        kind=EntryKind.SERVICE,
        plan=first,
        service=service,
        texts=tuple(texts_of_service(family)),
        origin=service.at("family") if service.family is not None else service.origin,
        publish=bool(told),
        approved=family.approved,
    )


def texts_of_service(family: ServiceFamily) -> Iterator[AuthorText]:
    """Yield every text of a service, prose and facts."""
    yield from _texts(family, "name", named=SERVICE_NAME, shape=Shape.NAME)
    yield from _texts(family, "about", named="service: about", shape=Shape.LONG)
    yield from _whom_to_ask(family)
    for number, meeting in enumerate(family.meetings, 1):
        named = f"meetings {number}"
        yield from _texts(meeting, "time", named=f"{named}: time", shape=Shape.FACT)
        yield from _texts(meeting, "place", named=f"{named}: place", shape=Shape.FACT)
        yield from _texts(meeting, "how", named=f"{named}: how")
        yield from _fact(meeting, "join", f"{named}: join", Shape.JOIN)
    for field, shape in (("formats", Shape.NAME), ("languages", Shape.FACT)):
        for number, written in enumerate(getattr(family, field)):
            origin = family.at(field, number)
            for language, text in written.items():
                yield AuthorText(f"{field} {number + 1}", language, text, origin, shape)
    for word, meaning in family.words.items():
        for language, text in meaning.items():
            yield AuthorText(f"words: {word}", language, text, family.at("words"), term=word)


def _whom_to_ask(family: ServiceFamily) -> Iterator[AuthorText]:
    if contact := family.contact:
        yield from _texts(contact, "who", named="contact: who", shape=Shape.FACT)
        yield from _fact(contact, "name", "contact: name", Shape.FACT)
        yield from _fact(contact, "phone", "contact: phone", Shape.PHONE)
        yield from _fact(contact, "email", "contact: email", Shape.EMAIL)
        yield from _texts(contact, "times", named="contact: times", shape=Shape.FACT)
        yield from _fact(contact, "post", "contact: post", Shape.FACT)
    if complain := family.complain:
        for field in ("how", "answer_in", "then"):
            yield from _texts(complain, field, named=f"complain: {field}")
    for number, outside in enumerate(family.outside_help, 1):
        named = f"outside_help {number}"
        yield from _texts(outside, "who", named=f"{named}: who", shape=Shape.FACT)
        yield from _texts(outside, "what", named=f"{named}: what")
        yield from _fact(outside, "phone", f"{named}: phone", Shape.PHONE)
        yield from _fact(outside, "url", f"{named}: url", Shape.LINK)


def _topic_entry(finding: TracedFinding, family: FindingFamily, actions: list[TracedAction], service: Service) -> Entry:
    told = tuple(action for action in actions if action.record.family is not None and action.record.family.text)
    return Entry(
        ref=finding.ref,
        kind=EntryKind.TOPIC,
        plan=finding.plan,
        service=service,
        finding=finding,
        actions=told,
        all_actions=tuple(actions),
        texts=tuple(_topic_texts(family, told)),
        decides=(("found_by", "", family.found_by.value),),
        approved=family.approved,
        missing=tuple(_missing(finding, family)),
        origin=finding.record.at("family"),
        publish=family.publish,
    )


def _topic_texts(family: FindingFamily, actions: Iterable[TracedAction]) -> Iterator[AuthorText]:
    before, after, for_you = TOPIC_FIELDS
    yield from _texts(family, "title", shape=Shape.NAME)
    for field in before:
        yield from _texts(family, field, most_sentences=2)
    for number, action in enumerate(actions, 1):
        if told := action.record.family:
            yield from _texts(told, "text", named=f"action {number}: text", most_sentences=1)
            yield from _texts(told, "reason", named=f"action {number}: reason", most_sentences=1)
    for field in after:
        yield from _texts(family, field, most_sentences=2)
    if family.measure is not None:
        yield from _texts(family.measure, "text", named="measure: text")
        for field in ("before", "now", "of"):
            yield from _texts(family.measure, field, named=f"measure: {field}", shape=Shape.FIGURE)
    for field in for_you:
        yield from _texts(family, field, most_sentences=2)


def _missing(finding: TracedFinding, family: FindingFamily) -> Iterator[tuple[str, str]]:
    if family.title is None:
        yield "title", "Write the topic's name in a few words, such as `title: Giving medicines safely`."
    if family.found is None:
        yield "found", "Write what was found in at most two sentences."
    if family.keeping_safe is None and finding.record.kind is FindingKind.BREACH:
        yield "keeping_safe", "Write what keeps people safe now: this is a breach of a regulation."


def _texts(
    record: Record, field: str, *, named: str = "", shape: Shape = Shape.SENTENCES, most_sentences: int | None = None
) -> Iterator[AuthorText]:
    written: dict[str, str] | None = getattr(record, field)
    for language, text in (written or {}).items():
        yield AuthorText(named or field, language, text, record.at(field), shape, most_sentences)


def _fact(record: Record, field: str, named: str, shape: Shape) -> Iterator[AuthorText]:
    """Yield what is the same in every language: it has none."""
    text: str | None = getattr(record, field)
    if text is not None:
        yield AuthorText(named, "", text, record.at(field), shape)
