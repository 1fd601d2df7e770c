"""The rows of a timeline: every action with its dates in words, its drawing, and how much room it has."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from action_plans.diagrams.time_scale import TimeScale
from action_plans.diagrams.timeline import Bar, bar_drawing
from action_plans.english.wording import counted, day
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.action_events import action_events
from action_plans.staff.tags import Tag, state_tag
from action_plans.tracing.room import Room, is_undone
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class TimeRow:
    """An action in time. `room` is in words, and `waits` the link to what they end with, where that has one."""

    link: Link
    tag: Tag
    owner: str
    dates: str
    room: str
    waits: Link | None
    svg: Markup


def bar_of(here: Here, action: TracedAction) -> Bar:
    """Return what is drawn of an action."""
    trace = here.context.trace
    today, room = trace.today, trace.rooms.get(action.ref)
    undone, end = is_undone(action), _end(action)
    started = action.record.started
    mentioned = min((event.when.first for event in action_events(trace, action)), default=None)
    start = started.first if started is not None else mentioned
    late = today if undone and action.due.last < today else None
    return Bar(
        state=action.state.value,
        start=start,
        first_due=action.record.due.last,
        end=action.due.last if undone else end,
        is_done=not undone,
        late_until=late,
        room_until=room.until if room is not None and room.days > 0 else None,
    )


def time_row(here: Here, action: TracedAction, bar: Bar, scale: TimeScale, lines: str) -> TimeRow:
    """Return the row of an action."""
    room = here.context.trace.rooms.get(action.ref)
    return TimeRow(
        link=here.link(action.ref),
        tag=state_tag(action),
        owner=here.who(action.record.owner),
        dates=_dates(action),
        room=room_words(room),
        waits=here.link(room.waits) if room is not None and room.waits is not None else None,
        svg=Markup(bar_drawing(bar, scale, lines)),  # noqa: S704 -- it holds no text
    )


def room_words(room: Room | None) -> str:
    """Return how much room an action has, to be followed by what waits for it; the next assessment is named here."""
    if room is None:
        return ""
    if room.days < 0:
        said = f"{counted(-room.days, 'day')} too late for"
    elif room.days == 0:
        said = "One day more moves"
    else:
        said = f"{counted(room.days, 'day')} before it moves"
    said = said[0].upper() + said[1:]
    return said if room.waits is not None else f"{said} the next assessment"


def last_of(action: TracedAction) -> date:
    """Return the day by which rows are ordered: when an action ended, or is due now."""
    return action.due.last if is_undone(action) else _end(action)


def in_time(actions: Iterable[TracedAction]) -> list[TracedAction]:
    """Return actions in the order of their last day."""
    return sorted(actions, key=last_of)


def _end(action: TracedAction) -> date:
    stopped, closed = action.record.stopped, action.record.closed_on
    if stopped is not None:
        return stopped.date.last
    return closed.last if closed is not None else action.due.last


def _dates(action: TracedAction) -> str:
    record = action.record
    said = [f"from {day(record.started)}"] if record.started is not None else []
    if record.stopped is not None:
        said.append(f"stopped {day(record.stopped.date)}")
    elif action.is_finished:
        said.append(f"closed {day(record.closed_on)}" if record.closed_on is not None else "closed, without a day")
    else:
        said.append(f"due {day(action.due)}")
        if action.due != record.due:
            said.append(f"first {day(record.due)}")
    return ", ".join(said)
