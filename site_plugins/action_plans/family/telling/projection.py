"""The only door from the trace to the family edition: new, small records made from named fields."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from action_plans.family.telling.asking import complaint, contact, helpers, meetings
from action_plans.family.telling.author_texts import Entry
from action_plans.family.telling.changes import approved_on, topic_changed
from action_plans.family.telling.counting import found_sentences, progress_sentences
from action_plans.family.telling.days_in_words import day_of, in_words, month_of
from action_plans.family.telling.entries import service_name
from action_plans.family.telling.news import Dated, letter
from action_plans.family.telling.qr_code import qr_code
from action_plans.family.telling.rating import rating
from action_plans.family.telling.said import said, service_meanings
from action_plans.family.telling.site_views import Answer, Group, Helper, Meeting, ServicePages, Told
from action_plans.family.telling.told_states import family_state
from action_plans.family.telling.topic_projection import topic_view
from action_plans.family.telling.views import Meaning, Rating, Topic
from action_plans.family.telling.who_found import in_public_report, who_found
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.family import FoundBy, PlanFamily, ServiceFamily
from action_plans.model.plan import Plan
from action_plans.model.service import Service
from action_plans.tracing.days import has_passed, is_future
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedFinding


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
        are_answers_waiting: whether what people said, and what was done, is held back in one of the plans.
    """

    service: Service
    all_plans: tuple[Plan, ...]
    plans: tuple[Entry, ...]
    topics: tuple[Entry, ...]
    held_back: Mapping[str, int]
    hrefs: Mapping[str, str]
    are_answers_waiting: bool = False


def project(published: Published, trace: Trace, words: ThemeWords, address: str = "") -> ServicePages:
    """Return everything that the pages of one service say, in one language."""
    family = published.service.family or ServiceFamily()
    today, name = trace.today, said(service_name(published.service), words)
    about_you = {entry.plan.id: said(_plan_family(entry).about_you, words) for entry in published.plans}
    views = tuple(
        topic_view(entry, published.hrefs[entry.ref], about_you.get(entry.plan.id, ""), today, words)
        for entry in published.topics
    )
    actions = {action.ref: action for entry in published.topics for action in entry.actions}
    says = rating(published.all_plans, today, words)
    is_about_cqc = bool(says.questions) or any(view.is_cqcs for view in views)
    answers = tuple(_answers(published.plans, today, words))
    to_come = tuple(meetings(family, today, words))
    whom = contact(family.contact, words)
    told = tuple(_told(entry, published, trace, words) for entry in published.plans)
    topics = tuple(zip(published.topics, views, strict=True))
    return ServicePages(
        language=words.say("language"),
        direction=words.say("direction"),
        name=name,
        heading=words.say("home_heading" if is_about_cqc else "home_heading_without_cqc", name=name),
        rating=says,
        contact=whom,
        helpers=tuple(helpers(family, words)),
        complaint=complaint(family, published.service.kind, words),
        told=told,
        progress_steps=tuple(progress_sentences((family_state(each, today) for each in actions.values()), words)),
        letter=letter(name, topics, answers, _around(says, whom, to_come), today, words),
        groups=tuple(_groups(views, words)),
        meetings=to_come,
        answers=tuple(dated.answer for dated in answers),
        are_answers_waiting=published.are_answers_waiting,
        words=tuple(_words(published.service, words)),
        formats=tuple(_each(family.formats, words)),
        languages=tuple(_each(family.languages, words)),
        about=said(family.about, words) or words.say("about_who_default", name=name),
        changed=_changed(published, today, words),
        made_on=words.say("made_on", day=day_of(today, words)),
        address=address,
        code=qr_code(address) if address else None,
    )


def _around(says: Rating, whom: Helper, to_come: Sequence[Meeting]) -> Iterator[str]:
    """Yield what the letter says beside its news, paragraph by paragraph."""
    yield " ".join([*says.sentences, *(link.words for link in says.links)])
    yield f"{whom.who} {whom.phone} {whom.times}"
    for one in to_come[:1]:
        yield f"{one.day} {one.time} {one.place} {one.how} {one.join_lead} {one.join}"


def _plan_family(entry: Entry) -> PlanFamily:
    return entry.plan.family or PlanFamily()


def _told(entry: Entry, published: Published, trace: Trace, words: ThemeWords) -> Told:
    family = _plan_family(entry)
    by = said(family.apology_by, words)
    found, left_out = _found(entry, published, trace, words)
    return Told(
        intro=said(family.intro, words),
        found=found,
        left_out=left_out,
        apology=said(family.apology, words),
        apology_by=words.say("apology_by", by=by) if by else "",
        keeping_safe=said(family.keeping_safe, words),
        about_you=said(family.about_you, words),
        next=said(family.next, words),
        next_update=_next_update(family, trace.today, words),
    )


def _found(entry: Entry, published: Published, trace: Trace, words: ThemeWords) -> tuple[str, str]:
    """Return how many things were found and are told here, and why not all; the latter is empty where they are."""
    findings = trace.findings_of(entry.plan)
    told = {topic.ref for topic in published.topics if topic.plan.id == entry.plan.id}
    of_cqc = {finding.ref for finding in findings if _is_public_of_cqc(finding, told, trace.today)}
    left_out = said(_plan_family(entry).left_out, words) if len(told) < len(findings) else ""
    held_back = published.held_back.get(entry.plan.id, 0)
    sentences = [*found_sentences(len(of_cqc), len(told & of_cqc), held_back, left_out, words)]
    if of_cqc and told - of_cqc:
        sentences.append(words.things("others_told", len(told - of_cqc)))
    return " ".join(sentences), left_out if left_out not in sentences else ""


def _is_public_of_cqc(finding: TracedFinding, told: AbstractSet[str], today: date) -> bool:
    """Whether CQC found it and everybody may know: its report is out, or this site tells of it."""
    is_told = finding.ref in told and who_found(finding, today) is FoundBy.CQC
    return is_told or in_public_report(finding, today)


def _next_update(family: PlanFamily, today: date, words: ThemeWords) -> str:
    when = family.next_update
    if when is None:
        return ""
    return words.say("next_update_past" if has_passed(when, today) else "next_update", day=in_words(when, words))


def _groups(views: Sequence[Topic], words: ThemeWords) -> Iterator[Group]:
    """Yield CQC's topics and then the others; all under one heading where there is only one kind."""
    of_cqc = tuple(view for view in views if view.is_cqcs)
    others = tuple(view for view in views if not view.is_cqcs)
    if of_cqc:
        yield Group(words.say("topics_heading_cqc"), of_cqc)
    if others:
        yield Group(words.say("topics_heading_others" if of_cqc else "topics_heading_all"), others)


def _answers(plans: Iterable[Entry], today: date, words: ThemeWords) -> Iterator[Dated]:
    """Yield what people said and what was done, but for what is done in a month that has not come."""
    for entry in plans:
        for pair in _plan_family(entry).you_said:
            if pair.month is not None and is_future(pair.month, today):
                continue
            month = month_of(pair.month.last, words) if pair.month is not None else ""
            yield Dated(Answer(said(pair.said, words), said(pair.did, words), month), pair.month)


def _changed(published: Published, today: date, words: ThemeWords) -> str:
    """Return when anything last changed that the site says; empty where no day is written down."""
    topics = (topic_changed(entry, today) for entry in published.topics)
    plans = (approved_on(entry, today) for entry in published.plans)
    newest = max((day for day in (*topics, *plans) if day is not None), default=None)
    return words.say("site_changed", month=month_of(newest, words)) if newest is not None else ""


def _words(service: Service, words: ThemeWords) -> Iterator[Meaning]:
    own = {word[:1].upper() + word[1:]: meaning for word, meaning in service_meanings(service, words).items()}
    for word, meaning in sorted({**words.words["words"], **own}.items(), key=lambda pair: pair[0].casefold()):
        yield Meaning(word, meaning)


def _each(texts: Iterable[dict[str, str]], words: ThemeWords) -> Iterator[str]:
    yield from (said(text, words) for text in texts if said(text, words))
