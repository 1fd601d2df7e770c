"""CQC's form, the report on actions: what it asks of each regulation, what the plan says, what is to be written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import day, listed
from action_plans.frameworks.regulation import Regulation
from action_plans.model.plan import Plan
from action_plans.model.source import Source, SourceKind
from action_plans.staff.context import Here, Link
from action_plans.staff.plan_menu import is_reported
from action_plans.tracing.days import has_passed
from action_plans.tracing.sources import came, last_looked
from action_plans.tracing.trace import Trace
from action_plans.tracing.traced import TracedAction, TracedFinding


@dataclass(frozen=True, slots=True)
class Answer:
    """A part of an answer: about what (nothing for the whole plan), and what is said of it, or is to be written.

    `words` are ours or a name, `text` is people's Markdown; `missing` names the field to fill.
    """

    about: tuple[Link, ...] = ()
    words: str = ""
    text: str = ""
    missing: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question of the form, with an answer for each finding or action."""

    title: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class FormPage:
    """The form for one regulation: its head, the questions, who completed it, and how many fields are to be written."""

    anchor: str
    title: str
    paragraphs: str
    head: tuple[tuple[str, Answer], ...]
    questions: tuple[Question, ...]
    completed: tuple[tuple[str, Answer], ...]
    to_be_written: int


def form_pages(here: Here, plan: Plan) -> tuple[FormPage, ...]:
    """Return a page of the form for each regulation that is not met, in the order of the law."""
    by_regulation: dict[Regulation, dict[str, TracedFinding]] = {}
    for finding in here.context.trace.findings_of(plan):
        for reading in finding.cited.regulations if is_reported(finding) else ():
            by_regulation.setdefault(reading.regulation, {})[finding.ref] = finding
    found = sorted(by_regulation.items(), key=lambda pair: pair[0].order)
    return tuple(_page(here, plan, regulation, tuple(several.values())) for regulation, several in found)


def notice_of(plan: Plan, findings: Iterable[TracedFinding]) -> Source | None:
    """Return CQC's source that the form answers for some findings.

    It is one that they name, or a notice that no finding names and that belongs to the inspection they name: sent after
    it, and before the next. Of these the newest with an account number comes first, then the newest notice.
    """
    named = {source.id: source for finding in findings for source in finding.sources if source.is_regulators}
    others = (source for source in plan.sources if source.is_regulators and source.id not in named)
    asked = (*named.values(), *(source for source in others if _belongs(source, named.values(), plan)))
    return max(asked, key=lambda one: (one.account is not None, one.kind in _NOTICES, _came(one)), default=None)


def _belongs(source: Source, named: Iterable[Source], plan: Plan) -> bool:
    """Whether a source that no finding of a form names may be the letter about the newest inspection they name."""
    visits = sorted((one for one in plan.sources if one.is_regulators and one.kind in _VISITS), key=_came)
    newest = next((visit for visit in reversed(visits) if visit in named), None)
    if newest is None:
        return True
    after = visits[visits.index(newest) + 1 :]
    begun, ended = last_looked(newest), last_looked(after[0]) or came(after[0]) if after else None
    return (begun is None or _came(source) >= begun.first) and (ended is None or _came(source) < ended.first)


_VISITS = (SourceKind.ASSESSMENT, SourceKind.INSPECTION)
_NOTICES = (
    SourceKind.REQUIREMENT_NOTICE,
    SourceKind.WARNING_NOTICE,
    SourceKind.CONDITIONS,
    SourceKind.LETTER_OF_INTENT,
)


def _came(source: Source) -> date:
    when = source.received or source.published
    return when.last if when is not None else date.min


def _page(here: Here, plan: Plan, regulation: Regulation, findings: tuple[TracedFinding, ...]) -> FormPage:
    trace = here.context.trace
    refs = dict.fromkeys(ref for finding in findings for ref in finding.actions)
    actions = tuple(trace.actions[ref] for ref in refs)
    read = (one for finding in findings for one in finding.cited.regulations if one.regulation == regulation)
    head = tuple(_head(trace, plan, findings))
    questions = tuple(_questions(here, findings, actions))
    completed = tuple(_completed(here, plan, findings))
    asked = [*(answer for _, answer in (*head, *completed)), *(one for each in questions for one in each.answers)]
    return FormPage(
        anchor=regulation.ref.lower(),
        title=regulation.label,
        paragraphs=listed(dict.fromkeys(one.label.partition(":")[0] for one in read)),
        head=head,
        questions=questions,
        completed=completed,
        to_be_written=sum(len(answer.about) or 1 for answer in asked if answer.missing),
    )


def _head(trace: Trace, plan: Plan, findings: tuple[TracedFinding, ...]) -> Iterator[tuple[str, Answer]]:
    """Yield what the form asks first: whose it is, and for which regulated activities."""
    service, notice = trace.service_of[plan.id], notice_of(plan, findings)
    owner = trace.portfolio.provider.name if trace.portfolio.provider else service.provider
    of_source = f"of {notice.id}" if notice is not None else "of the source"
    yield "Account number", _said(notice.account if notice else None, f"`account` {of_source}")
    yield "CQC's reference", _said(notice.reference if notice else None, f"`reference` {of_source}")
    yield "Provider", _said(owner, "`provider` of the service")
    yield "Provider's CQC number", _said(service.cqc_provider, "`cqc_provider` of the service")
    yield "Location", Answer(words=service.name)
    yield "Location's CQC number", _said(service.cqc_location, "`cqc_location` of the service")
    named = dict.fromkeys(one for finding in findings for one in finding.record.regulated_activities)
    activities = "; ".join(named or service.regulated_activities)
    yield "Regulated activities", _said(activities, "`regulated_activities` of the service or of the finding")


def _questions(
    here: Here, findings: tuple[TracedFinding, ...], actions: tuple[TracedAction, ...]
) -> Iterator[Question]:
    """Yield the questions of the form in its order."""
    yield Question("How the regulation was not being met", tuple(_of_findings(here, findings, "text")))
    planned = (*_planned(here, actions), *(() if actions else _no_action(here, findings)))
    yield Question("What will be done to meet the regulation, and what it is to achieve", planned)
    yield Question("Who is responsible for the action", _together(_owner(here, one) for one in actions))
    kept = (_written(here, one, "", one.record.sustained_by, "sustained_by") for one in actions)
    sustained = (*_together(kept), *_together(_measured(here, one) for one in actions))
    yield Question("How improvements will be made sure of and sustained, and what measures will check this", sustained)
    yield Question("Who is responsible for checking", _together(_checker(here, one) for one in actions))
    resources = _together(answer for one in actions for answer in _resources(here, one))
    yield Question("What resources are needed, and are they available", resources)
    yield Question(
        "Date by which the actions will be completed", (*_together(_dates(here, actions)), *_all_by(actions))
    )
    affected = (*_of_findings(here, findings, "people_affected"), *_until_then(here, findings))
    yield Question("How people who use the service are affected until then, and what keeps them safe", affected)


def _together(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    """Return answers with those in one that say the same of several things; what is to be written comes last."""
    about: dict[tuple[str, str, str], dict[Link, None]] = {}
    for answer in answers:
        about.setdefault((answer.missing, answer.words, answer.text), {}).update(dict.fromkeys(answer.about))
    found = [Answer(tuple(links), words, text, missing) for (missing, words, text), links in about.items()]
    return tuple(sorted(found, key=lambda answer: bool(answer.missing)))


def _of_findings(here: Here, findings: tuple[TracedFinding, ...], field: str) -> Iterator[Answer]:
    for finding in findings:
        text = getattr(finding.record, field)
        link = here.link(finding.ref)
        if text or field == "text":
            yield Answer((link,), text=text or "")
        if not text:
            yield Answer((_short(link),), missing=f"`{field}`")


def _until_then(here: Here, findings: tuple[TracedFinding, ...]) -> Iterator[Answer]:
    for finding in findings:
        about, text = (_short(here.link(finding.ref)),), finding.record.keeping_safe
        yield Answer(about, "Until then:", text) if text else Answer(about, missing="`keeping_safe`")


def _planned(here: Here, actions: Iterable[TracedAction]) -> Iterator[Answer]:
    """Yield each action with its description, and what will be true when it is done."""
    for action in actions:
        link, record = here.link(action.ref), action.record
        if record.description or not record.done_when:
            yield Answer((link,), text=record.description or "")
            link = _short(link)
        if record.done_when:
            yield Answer((link,), "To achieve:", record.done_when)
        else:
            yield Answer((link,), missing="`done_when`")


def _no_action(here: Here, findings: Iterable[TracedFinding]) -> Iterator[Answer]:
    for finding in findings:
        yield Answer((here.link(finding.ref),), missing=f"an action with `for: {finding.record.id}`")


def _owner(here: Here, action: TracedAction) -> Answer:
    helpers = listed(here.who(code) for code in action.record.helpers)
    owner = here.who(action.record.owner)
    return Answer(_about(here, action), f"{owner}, helped by {helpers}" if helpers else owner)


def _measured(here: Here, action: TracedAction) -> Answer:
    titles = listed(f"{link.ref} {link.title}" for link in here.links(action.measures))
    return _said(f"measured by {titles}" if titles else "", "`measures`", _about(here, action))


def _checker(here: Here, action: TracedAction) -> Answer:
    return _said(here.who(action.record.checker), "`checker`", _about(here, action))


def _resources(here: Here, action: TracedAction) -> Iterator[Answer]:
    written = action.record.resources
    needed, available = (written.needed, written.available) if written else (None, None)
    if not needed and not available:
        yield _said("", "`resources`", _about(here, action))
        return
    yield _written(here, action, "Needed:", needed, "resources.needed")
    yield _written(here, action, "Available:", available, "resources.available")


def _dates(here: Here, actions: tuple[TracedAction, ...]) -> Iterator[Answer]:
    for action in actions:
        record = action.record
        if action.is_finished:
            words = f"closed {day(record.closed_on)}" if record.closed_on is not None else "closed"
        else:
            words = day(action.due) + (f" (first {day(record.due)})" if record.revised else "")
            words += ", which has passed" if has_passed(action.due, here.context.trace.today) else ""
        yield Answer(_about(here, action), words)


def _all_by(actions: tuple[TracedAction, ...]) -> Iterator[Answer]:
    due = [action.due for action in actions if action.is_open]
    if len(due) > 1:
        yield Answer(words=f"All of them by {day(max(due, key=lambda when: when.last))}")


def _completed(here: Here, plan: Plan, findings: tuple[TracedFinding, ...]) -> Iterator[tuple[str, Answer]]:
    notice = notice_of(plan, findings)
    yield "Completed by (position)", _said(here.who(plan.author or plan.lead), "`author` or `lead` of the plan")
    answered = day(notice.answered) if notice is not None and notice.answered is not None else ""
    missing = f"`answered` of {notice.id}, the day it is sent" if notice is not None else "`answered` of the source"
    yield "Date", _said(answered, missing)


def _written(here: Here, action: TracedAction, label: str, text: str | None, field: str) -> Answer:
    """Return an answer in people's words, after a label of ours."""
    about = _about(here, action)
    return Answer(about, label, text) if text else Answer(about, missing=f"`{field}`")


def _about(here: Here, action: TracedAction) -> tuple[Link, ...]:
    return (_short(here.link(action.ref)),)


def _short(link: Link) -> Link:
    return Link(link.ref, "", link.href)


def _said(words: str | None, missing: str, about: tuple[Link, ...] = ()) -> Answer:
    return Answer(about, words) if words else Answer(about, missing=missing)
