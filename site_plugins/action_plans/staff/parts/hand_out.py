"""What one role has to do, as the rows of its hand-out: what, by when, what is wanted, and who is told or asked."""

from dataclasses import dataclass

from action_plans.english.wording import day, late_by, on_day, sentence
from action_plans.model.action import Action
from action_plans.model.action_parts import Task
from action_plans.model.evidence import Evidence
from action_plans.model.plan_parts import Communication
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.due import called
from action_plans.staff.parts.evidence_facts import named
from action_plans.staff.tags import Tag, state_tag
from action_plans.tracing.duties import Duty, DutyKind
from action_plans.tracing.people import People
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class HandRow:
    """One thing to do.

    `day` is by when, `late` how late it is; `words` stand before the link, `tag` says how an action stands, `late_tag`
    that anything else is late, `kind` what kind of thing it is. `wanted` is people's own words, `where` what stands
    below them, `tells` who is told or asked, each a sentence of ours around words of theirs.
    """

    day: str
    late: str
    words: str
    link: Link | None
    tag: Tag | None
    late_tag: Tag | None
    kind: str
    wanted: str
    where: str
    tells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ToldRow:
    """A task of somebody else that is reported to the role: who has it, by when and how it is told."""

    words: str
    link: Link
    who: str
    when: str
    how: str


@dataclass(frozen=True, slots=True)
class HelpRow:
    """An action of somebody else that the role helps with."""

    link: Link
    tag: Tag
    who: str
    day: str


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk that the role watches: what is done about it, and what if it happens."""

    link: Link
    mitigation: str
    contingency: str


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """An action that the role closed, and how well it is proven."""

    link: Link
    tag: Tag


def hand_row(here: Here, duty: Duty) -> HandRow:
    """Return the row of one thing to do."""
    trace = here.context.trace
    words, link = called(here, duty)
    action = trace.actions[duty.ref] if duty.kind is DutyKind.ACTION else None
    has_slipped = action is not None and action.is_finished
    late = ""
    if action is not None and has_slipped and action.results:
        late = f"found {on_day(action.results[0].when)}"
    elif duty.is_late and duty.when is not None:
        late = late_by(duty.when.last, trace.today)
    wanted, where = _wanted(duty)
    return HandRow(
        day=day(duty.when) if duty.when is not None else "No date",
        late=late,
        words=words,
        link=link,
        tag=state_tag(action) if action is not None else None,
        late_tag=Tag("overdue", "Late") if duty.is_late and action is None else None,
        kind=_KINDS.get(duty.kind, ""),
        wanted=wanted,
        where=where,
        tells=tuple(sentence(one) for one in _tells(here, duty, action) if one),
    )


def told_row(here: Here, duty: Duty) -> ToldRow:
    """Return the row of a task that is reported to the role."""
    task = duty.record
    assert isinstance(task, Task)  # noqa: S101 -- only tasks are reported
    when = task.report_by or duty.when
    return ToldRow(
        task.outcome or task.what,
        here.link(duty.ref),
        here.context.trace.people[duty.plan.id].title(duty.who),
        day(when) if when is not None else "",
        task.report_how or "",
    )


def help_row(here: Here, action: TracedAction) -> HelpRow:
    """Return the row of an action that the role helps with."""
    people = here.context.trace.people[action.plan.id]
    return HelpRow(here.link(action.ref), state_tag(action), people.title(action.record.owner), day(action.due))


_KINDS = {
    DutyKind.TASK: "Task",
    DutyKind.MESSAGE: "Message",
}
"""What is said below a thing of which the words do not say what it is."""


def _wanted(duty: Duty) -> tuple[str, str]:
    """Return what is wanted, in people's own words, and what belongs to it."""
    match duty.record:
        case Action(done_when=done_when):
            return done_when or "", ""
        case Task(outcome=outcome):
            return outcome or "", ""
        case Communication(effect=effect):
            return "", f"How they are affected: {effect}" if effect else ""
        case Evidence(kept=kept):
            return "A newer one, or the same looked at again", f"The original: {kept}" if kept else ""
        case _:
            return "", ""


def _tells(here: Here, duty: Duty, action: TracedAction | None) -> tuple[str, ...]:
    """Return who is told of it or looks at it, how and by when."""
    people = here.context.trace.people[duty.plan.id]
    record = duty.record
    match record:
        case Task():
            how = f": {record.report_how}" if record.report_how else ""
            by = f", by {day(record.report_by)}" if record.report_by is not None else ""
            told = _the(people, record.report_to)
            owner = here.context.trace.actions[duty.ref].record.owner
            return (f"Tell {told}{by}{how}" if told else f"Part of an action of {_the(people, owner)}",)
        case Action() if duty.kind is DutyKind.CHECK:
            return (f"Ask {_the(people, record.owner)}, who has the action",)
        case Action():
            checked = _the(people, record.checker)
            by = f", by {day(record.check_due)}" if record.check_due is not None else ""
            slipped = action is not None and action.is_finished
            return (
                "Open it again, or show a newer check that holds" if slipped else "",
                f"{checked} checks{'' if slipped else by}" if checked else "",
            )
        case Communication():
            return (record.channel or "",)
        case _:
            return ()


def _the(people: People, written: str | None) -> str:
    """Return who is meant within a sentence: `the quality lead`, or a body outside as written."""
    return named(people, people.role(written) or written)
