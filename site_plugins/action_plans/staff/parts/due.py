"""What is to be done, as rows: what is due soon of all plans, and the words for each kind of thing."""

from dataclasses import dataclass

from action_plans.english.wording import long_day
from action_plans.model.action_parts import Task
from action_plans.model.evidence import Evidence
from action_plans.model.plan_parts import Communication
from action_plans.model.source import Source
from action_plans.model.when import When
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.sources import source_link
from action_plans.staff.tags import Tag, state_tag
from action_plans.tracing.duties import Duty, DutyKind
from action_plans.tracing.rules import SOON


@dataclass(frozen=True, slots=True)
class DueRow:
    """Something due: words of ours before the link, or people's own words; a tag, or a state in words."""

    when: When
    day: str
    words: str
    link: Link | None
    who: str
    tag: Tag | None
    state: str


def due_soon(here: Here) -> tuple[DueRow, ...]:
    """Return what is due today or within 14 days and is not done, the nearest first. Cost: linear in everything."""
    trace, found = here.context.trace, []
    seen: set[tuple[str, str]] = set()
    for plan in here.context.plans:
        for duty in trace.duties[plan.id]:
            mark = (trace.service_of[plan.id].id, duty.name)
            if duty.when is None or not trace.today <= duty.when.last <= trace.today + SOON or mark in seen:
                continue
            seen.add(mark)  # a note that two plans cite is looked at once
            found.append(_row(here, duty, duty.when))
    return tuple(sorted(found, key=lambda row: row.when.last))


def called(here: Here, duty: Duty) -> tuple[str, Link | None]:
    """Return what a duty is called: words, and the link to what it is about, where that has a place."""
    record = duty.record
    match record:
        case Task():
            return f"{record.what}: ", here.link(duty.ref)
        case Communication():
            return f"To {record.audience}: {record.message}", None
        case Source():
            asked = "To be met: " if duty.kind is DutyKind.NOTICE else "Answer "
            return asked, source_link(here.context.at(here.address, duty.plan), record)
        case Evidence():
            return "Look again at ", here.link(duty.ref)
        case _:
            return _BEFORE.get(duty.kind, ""), here.link(duty.ref)


_BEFORE = {DutyKind.CHECK: "Check of ", DutyKind.MILESTONE: "Milestone ", DutyKind.REVIEW: "Review of "}
_STATES = {
    DutyKind.TASK: "Task, not done yet",
    DutyKind.CHECK: "Not checked yet",
    DutyKind.MESSAGE: "Not sent yet",
    DutyKind.ANSWER: "Not answered yet",
    DutyKind.NOTICE: "Not met yet",
    DutyKind.EVIDENCE: "Counts until then",
    DutyKind.MILESTONE: "Not reached yet",
    DutyKind.REVIEW: "Planned",
}


def _row(here: Here, duty: Duty, when: When) -> DueRow:
    trace = here.context.trace
    action = trace.actions[duty.ref] if duty.kind is DutyKind.ACTION else None
    words, link = called(here, duty)
    who = ", ".join(part for part in (trace.people[duty.plan.id].title(duty.who), here.service(duty.plan.id)) if part)
    tag = state_tag(action) if action is not None else None
    return DueRow(when, long_day(when), words, link, who, tag, "" if tag else _STATES[duty.kind])
