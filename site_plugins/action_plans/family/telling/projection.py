"""The only door from the trace to the family edition: new, small records made from named fields."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from action_plans.family.telling.author_texts import Entry
from action_plans.family.telling.days_in_words import day_of, in_words
from action_plans.family.telling.entries import service_name
from action_plans.family.telling.qr_code import qr_code
from action_plans.family.telling.rating import rating
from action_plans.family.telling.sentences import (
    found_sentences,
    is_news,
    last_month,
    progress_sentences,
)
from action_plans.family.telling.told_states import FamilyState, family_state
from action_plans.family.telling.topic_projection import said, service_meanings, states, step_view, topic_view
from action_plans.family.telling.views import (
    Answer,
    Group,
    Helper,
    Meaning,
    Meeting,
    News,
    Rating,
    ServicePages,
    Told,
    Topic,
)
from action_plans.family.telling.who_found import in_public_report, who_found
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.family import FamilyContact, FoundBy, PlanFamily, ServiceFamily
from action_plans.model.plan import Plan
from action_plans.model.service import Service
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction, TracedFinding


@dataclass(frozen=True)
class Published:
    """What may be published of one service.

    Attributes:
        service: the service.
        all_plans: every plan of the service: its reports give the rating.
        plans: the plans that speak to families.
        topics: the topics, in the order shown.
        held_back: how many topics of each plan were asked for and are held back.
        hrefs: the address of each topic within the service's folder, by its reference.
    """

    service: Service
    all_plans: tuple[Plan, ...]
    plans: tuple[Entry, ...]
    topics: tuple[Entry, ...]
    held_back: Mapping[str, int]
    hrefs: Mapping[str, str]


def project(published: Published, trace: Trace, words: ThemeWords, address: str = "") -> ServicePages:
    """Return everything that the pages of one service say, in one language."""
    family = published.service.family or ServiceFamily()
    name = said(service_name(published.service), words)
    views = [topic_view(entry, published.hrefs[entry.ref], trace.today, words) for entry in published.topics]
    actions = tuple({action.ref: action for entry in published.topics for action in entry.actions}.values())
    since = last_month(trace.today)
    says = rating(published.all_plans, trace.today, words)
    return ServicePages(
        language=words.say("language"),
        direction=words.say("direction"),
        name=name,
        heading=words.say(
            "home_heading" if _is_about_cqc(published, says, trace) else "home_heading_without_cqc", name=name
        ),
        rating=says,
        contact=_contact(family.contact, words),
        helpers=tuple(_helpers(family, words)),
        told=tuple(_told(entry, published, trace, words) for entry in published.plans),
        progress=" ".join(progress_sentences(states(actions, trace.today), words)),
        news_heading=words.say("news_heading", month=words.month(since.year, since.month)),
        news=tuple(_news(actions, trace, words)),
        groups=tuple(_groups(published.topics, views, trace, words)),
        meetings=tuple(_meetings(family, trace, words)),
        answers=tuple(_answers(published.plans, words)),
        words=tuple(_words(published.service, words)),
        formats=tuple(_each(family.formats, words)),
        languages=tuple(_each(family.languages, words)),
        about=said(family.about, words) or words.say("about_who_default", name=name),
        made_on=words.say("made_on", day=day_of(trace.today, words)),
        address=address,
        code=qr_code(address) if address else None,
    )


def _is_about_cqc(published: Published, says: Rating, trace: Trace) -> bool:
    return bool(says.questions) or any(_is_cqcs(entry, trace) for entry in published.topics)


def _is_cqcs(entry: Entry, trace: Trace) -> bool:
    return entry.finding is not None and who_found(entry.finding, trace.today) is FoundBy.CQC


def _plan_family(entry: Entry) -> PlanFamily:
    return entry.plan.family or PlanFamily()


def _told(entry: Entry, published: Published, trace: Trace, words: ThemeWords) -> Told:
    family, plan = _plan_family(entry), entry.plan
    told = {topic.finding.ref for topic in published.topics if topic.finding is not None and topic.plan is plan}
    of_cqc = {finding.ref for finding in trace.findings_of(plan) if _is_public_of_cqc(finding, told, trace)}
    told_of_cqc = len(told & of_cqc)
    others = len(told - of_cqc)
    is_complete = all(finding.ref in told for finding in trace.findings_of(plan))
    left_out = "" if is_complete else said(family.left_out, words)
    sentences = [*found_sentences(len(of_cqc), told_of_cqc, published.held_back.get(plan.id, 0), left_out, words)]
    if others and of_cqc:
        sentences.append(words.things("others_told", others))
    by = said(family.apology_by, words)
    return Told(
        intro=said(family.intro, words),
        found=" ".join(sentences),
        left_out=left_out,
        apology=said(family.apology, words),
        apology_by=words.say("apology_by", by=by) if by else "",
        keeping_safe=said(family.keeping_safe, words),
        about_you=said(family.about_you, words),
        next=said(family.next, words),
        next_update=_next_update(family, trace, words),
    )


def _is_public_of_cqc(finding: TracedFinding, told: AbstractSet[str], trace: Trace) -> bool:
    """Whether CQC found it and everybody may know: its report is out, or this site tells of it."""
    is_told = finding.ref in told and who_found(finding, trace.today) is FoundBy.CQC
    return is_told or in_public_report(finding, trace.today)


def _next_update(family: PlanFamily, trace: Trace, words: ThemeWords) -> str:
    when = family.next_update
    if when is None:
        return ""
    return words.say("next_update_past" if when.last < trace.today else "next_update", day=in_words(when, words))


_NEWS = (FamilyState.LATE, FamilyState.NOT_WORKED, FamilyState.CHANGED, FamilyState.DONE, FamilyState.CHECKING)
"""The states that are news, what went wrong before what went well."""


def _news(actions: Sequence[TracedAction], trace: Trace, words: ThemeWords) -> Iterator[News]:
    since = last_month(trace.today)
    new = [(family_state(action, trace.today), action) for action in actions if is_news(action, since, trace.today)]
    for state in _NEWS:
        steps = [step_view(action, trace.today, words) for stands, action in new if stands is state]
        if steps:
            yield News(state.value, steps[0].status, tuple(step.text for step in steps))


def _groups(entries: Sequence[Entry], views: Sequence[Topic], trace: Trace, words: ThemeWords) -> Iterator[Group]:
    """Yield CQC's topics and then the others; all under one heading where there is only one kind."""
    pairs = tuple(zip(entries, views, strict=True))
    of_cqc = tuple(view for entry, view in pairs if _is_cqcs(entry, trace))
    others = tuple(view for entry, view in pairs if not _is_cqcs(entry, trace))
    if of_cqc:
        yield Group(words.say("topics_heading_cqc"), of_cqc)
    if others:
        yield Group(words.say("topics_heading_others" if of_cqc else "topics_heading_all"), others)


def _contact(contact: FamilyContact | None, words: ThemeWords) -> Helper:
    if contact is None:
        return Helper("")
    who = said(contact.who, words)
    named = f"{who} ({contact.name})" if who and contact.name else who or contact.name or ""
    return Helper(
        who=words.say("ask_for", who=named) if named else "",
        phone=contact.phone or "",
        dial=_dial(contact.phone),
        times=said(contact.times, words),
        email=contact.email or "",
        post=contact.post or "",
    )


def _helpers(family: ServiceFamily, words: ThemeWords) -> Iterator[Helper]:
    for outside in family.outside_help:
        url = outside.url if outside.url and outside.url.startswith(("https://", "http://")) else ""
        shown = url.split("://", 1)[-1].rstrip("/")
        yield Helper(
            who=said(outside.who, words), phone=outside.phone or "", dial=_dial(outside.phone), url=url, url_words=shown
        )
    phone = words.say("cqc_phone")
    yield Helper(
        who=words.say("cqc_name"),
        phone=phone,
        dial=_dial(phone),
        url=words.say("cqc_url"),
        url_words=words.say("cqc_url_words"),
    )


def _dial(phone: str | None) -> str:
    return "".join(character for character in phone or "" if character.isdigit() or character == "+")


def _meetings(family: ServiceFamily, trace: Trace, words: ThemeWords) -> Iterator[Meeting]:
    for meeting in sorted(family.meetings, key=lambda meeting: (meeting.date.last, meeting.date.first)):
        if meeting.date.last >= trace.today:
            yield Meeting(
                day=in_words(meeting.date, words),
                time=said(meeting.time, words),
                place=said(meeting.place, words),
                how=said(meeting.how, words),
            )


def _answers(plans: Iterable[Entry], words: ThemeWords) -> Iterator[Answer]:
    for entry in plans:
        for pair in _plan_family(entry).you_said:
            month = words.month(pair.month.last.year, pair.month.last.month) if pair.month is not None else ""
            yield Answer(said(pair.said, words), said(pair.did, words), month)


def _words(service: Service, words: ThemeWords) -> Iterator[Meaning]:
    own = {word[:1].upper() + word[1:]: meaning for word, meaning in service_meanings(service, words).items()}
    for word, meaning in sorted({**words.words["words"], **own}.items(), key=lambda pair: pair[0].casefold()):
        yield Meaning(word, meaning)


def _each(texts: Iterable[dict[str, str]], words: ThemeWords) -> Iterator[str]:
    yield from (said(text, words) for text in texts if said(text, words))
