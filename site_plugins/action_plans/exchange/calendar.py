"""What is due when as a calendar, of a plan or of a role: whole days, without alarms.

Source: RFC 5545. Programs that follow it know an entry again by its UID, and take the newer by SEQUENCE. So whoever has
a plan's calendar and a role's sees what stands in both once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from icalendar import Calendar, vText
from icalendar.parser import Contentline

from action_plans.english.wording import day
from action_plans.model.action_parts import Task
from action_plans.model.evidence import Evidence
from action_plans.model.plan import Plan
from action_plans.model.plan_parts import Communication
from action_plans.model.source import Source
from action_plans.tracing.duties import Duty, DutyKind
from action_plans.tracing.trace import Trace

_MAKER = "-//action-plans//plan//EN"
_SAID = {
    DutyKind.ACTION: "{ref} due: ",
    DutyKind.TASK: "{ref} task: ",
    DutyKind.CHECK: "{ref} check due: ",
    DutyKind.MESSAGE: "{plan} tell ",
    DutyKind.ANSWER: "{plan} answer due to ",
    DutyKind.EVIDENCE: "{plan} look at evidence again: ",
    DutyKind.MILESTONE: "{ref} milestone: ",
}
"""How the words of an entry begin; what is not named stands in no calendar, such as when a plan is next looked at."""


def plan_calendar(trace: Trace, plan: Plan) -> bytes:
    """Return a plan's calendar: all that is still to come or to be done, in the order of days."""
    return calendar_with(f"{plan.id} {plan.title}", entries_of(trace, trace.duties[plan.id]))


@dataclass(frozen=True, slots=True, order=True)
class CalendarEntry:
    """An entry of a calendar: its day in ISO form, the name of what it is about, and the entry as it is written."""

    day: str
    name: str
    text: str


def entries_of(trace: Trace, duties: Iterable[Duty]) -> tuple[CalendarEntry, ...]:
    """Return the entries of what has a date among some duties, in the order of days.

    What one says is the same in whatever calendar it stands. Nothing that is kept on request is among duties.
    """
    found = []
    for duty in duties:
        if duty.when is not None and duty.kind in _SAID:
            last = duty.when.last
            uid = f"{duty.name}@{trace.service_of[duty.plan.id].id}.action-plans".lower()
            words = "\n".join(part for part in (*_details(trace, duty), _service(trace, duty)) if part)
            text = _entry(uid, trace.today, last, _summary(duty), words, duty.moved)
            found.append(CalendarEntry(last.isoformat(), duty.name, text))
    return tuple(sorted(found))


def calendar_with(title: str, entries: Iterable[CalendarEntry]) -> bytes:
    """Return a calendar that holds some entries, in their order."""
    calendar = Calendar()
    calendar.add("prodid", _MAKER)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", _line(title))
    frame = bytes(calendar.to_ical())
    return b"".join([frame.removesuffix(_END), *(entry.text.encode() for entry in entries), _END])


_END = b"END:VCALENDAR\r\n"


@lru_cache(maxsize=16384)  # what a role has to do stands in its plan's calendar too
def _entry(uid: str, today: date, last: date, summary: str, words: str, moved: int) -> str:
    """Return one entry as it is written; `moved` is how often its day was."""
    lines = ["BEGIN:VEVENT", _text("SUMMARY", summary), f"DTSTART;VALUE=DATE:{_day(last)}"]
    if last < date.max:  # else there is no next day; an entry without an end is one day long
        lines.append(f"DTEND;VALUE=DATE:{_day(last + timedelta(days=1))}")
    lines += [f"DTSTAMP:{_day(today)}T000000Z", _text("UID", uid), f"SEQUENCE:{moved}"]
    if words:
        lines.append(_text("DESCRIPTION", words))
    lines += ["TRANSP:TRANSPARENT", "END:VEVENT"]
    return b"".join(_folded(line) for line in lines).decode()


def _text(name: str, words: str) -> str:
    """Return a property whose value is words, as the library escapes them."""
    return f"{name}:{vText(words).to_ical().decode()}"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _folded(line: str) -> bytes:
    """Return a line with its end, on several where it is too long: the library's way, which is slow for each line."""
    written = line.encode()
    if len(written) >= _FOLDED_FROM:
        written = Contentline(line).to_ical()  # type: ignore[no-untyped-call]  # the library leaves it so
    return written + b"\r\n"


_FOLDED_FROM = 75  # bytes


def _summary(duty: Duty) -> str:
    return _SAID[duty.kind].format(ref=duty.ref, plan=duty.plan.id) + _line(_title(duty))


def _title(duty: Duty) -> str:
    match duty.record:
        case Task(what=what):
            return what
        case Communication(audience=audience, message=message):
            return f"{audience}: {message}"
        case Source(from_=body, title=title):
            return f"{body}: {title}"
        case record:
            return record.title


def _details(trace: Trace, duty: Duty) -> tuple[str, ...]:
    """Return who has it, and of a task what is wanted and who is told."""
    people, record = trace.people[duty.plan.id], duty.record
    who = people.title(duty.who)
    match record:
        case Task():
            told = people.title(record.report_to)
            by = f"by {day(record.report_by)}" if record.report_by is not None else ""
            report = ", ".join(part for part in (told, record.report_how, by) if part)
            return who, _line(record.outcome or ""), f"Report to: {_line(report)}" if told else ""
        case Evidence():
            about = dict.fromkeys(ref for ref in trace.supports[duty.ref])
            return who, ", ".join(about)
        case _:
            return (who,)


def _service(trace: Trace, duty: Duty) -> str:
    """Return the service, where there are several."""
    return trace.service_of[duty.plan.id].name if trace.extent.services > 1 else ""


def _line(text: str) -> str:
    return " ".join(text.split())
