"""Whom to ask or tell, how to complain, and where to meet: the service's own facts, and what holds in England."""

from collections.abc import Iterator
from datetime import date

from action_plans.family.telling.days_in_words import in_words
from action_plans.family.telling.said import said
from action_plans.family.telling.shapes import dialled, is_on_the_web
from action_plans.family.telling.site_views import Complaint, Helper, Meeting
from action_plans.family.words.theme_words import ThemeWords
from action_plans.model.family import Complaining, FamilyContact, OutsideHelp, ServiceFamily
from action_plans.model.service import ServiceKind


def contact(written: FamilyContact | None, words: ThemeWords) -> Helper:
    """Return whom families ask at the service; its `who` is empty where nobody is named."""
    if written is None:
        return Helper("")
    who = said(written.who, words)
    named = f"{who} ({written.name})" if who and written.name else who or written.name or ""
    return Helper(
        who=words.say("ask_for", who=named) if named else "",
        phone=written.phone or "",
        dial=dialled(written.phone or ""),
        times=said(written.times, words),
        email=written.email or "",
        post=written.post or "",
    )


def helpers(family: ServiceFamily, words: ThemeWords) -> Iterator[Helper]:
    """Yield who outside the service can help, each with a sentence on what they do; CQC last."""
    for outside in family.outside_help:
        url = outside.url if outside.url and is_on_the_web(outside.url) else ""
        yield Helper(
            who=said(outside.who, words),
            what=said(outside.what, words) or _usual(outside, words),
            phone=outside.phone or "",
            dial=dialled(outside.phone or ""),
            url=url,
            url_words=url.split("://", 1)[-1].rstrip("/"),
        )
    yield _known("cqc", words)


def complaint(family: ServiceFamily, kind: ServiceKind | None, words: ThemeWords) -> Complaint:
    """Return how to complain, step by step: what the service says of it, then the ombudsman for its kind."""
    written = family.complain or Complaining()
    return Complaint(
        how=said(written.how, words) or words.say("complain_how"),
        answer=said(written.answer_in, words) or words.say("complain_answer_unsaid"),
        then=said(written.then, words),
        ombudsmen=tuple(_known(name, words) for name in _OMBUDSMEN.get(kind, _BOTH)),
    )


def meetings(family: ServiceFamily, today: date, words: ThemeWords) -> Iterator[Meeting]:
    """Yield the meetings still to come, the next one first."""
    for meeting in sorted(family.meetings, key=lambda meeting: (meeting.date.last, meeting.date.first)):
        if meeting.date.last >= today:
            join = meeting.join or ""
            is_link = is_on_the_web(join)
            yield Meeting(
                day=in_words(meeting.date, words),
                time=said(meeting.time, words),
                place=said(meeting.place, words),
                how=said(meeting.how, words),
                join=join,
                join_href=join if is_link else f"tel:{dialled(join)}" if join else "",
                join_lead=words.say("join_online" if is_link else "join_call") if join else "",
            )


_BOTH = ("ombudsman_care", "ombudsman_health")
_OMBUDSMEN: dict[ServiceKind | None, tuple[str, ...]] = {
    ServiceKind.HOSPITAL: _BOTH[1:],
    ServiceKind.AMBULANCE: _BOTH[1:],
    ServiceKind.CARE_HOME: _BOTH[:1],
    ServiceKind.HOME_CARE: _BOTH[:1],
    ServiceKind.SUPPORTED_LIVING: _BOTH[:1],
    ServiceKind.EXTRA_CARE: _BOTH[:1],
    ServiceKind.SHARED_LIVES: _BOTH[:1],
    ServiceKind.DAY: _BOTH[:1],
}
"""The ombudsman who looks into complaints about each kind of service; where the kind is not known, each may be."""


def _known(name: str, words: ThemeWords) -> Helper:
    """Return a body that is the same for every service."""
    phone = words.say(f"{name}_phone")
    return Helper(
        who=words.say(f"{name}_name"),
        what=words.say(f"{name}_what"),
        phone=phone,
        dial=dialled(phone),
        url=words.say(f"{name}_url"),
        url_words=words.say(f"{name}_url_words"),
    )


def _usual(outside: OutsideHelp, words: ThemeWords) -> str:
    """Return what bodies of a well-known kind do; empty where the name does not tell the kind."""
    name = said(outside.who, words).casefold()
    return next((str(what) for kind, what in words.words["usual_help"].items() if kind.casefold() in name), "")
