"""What does not go to plan: one row a thing, in the order in which somebody has to look at it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import how_long, sentence, this_years, times
from action_plans.exchange.mending.blocks import Block
from action_plans.model.action import Priority
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import Kind
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.gaps import owner_said
from action_plans.staff.parts.late_duties import Late, is_message, late_duty, place_of, words_of
from action_plans.staff.parts.paste import blocks_for
from action_plans.staff.parts.state_words import kind_words
from action_plans.staff.tags import Tag
from action_plans.tracing.states import Condition
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class Row:
    """One thing: its state and since when; what it is, what is to be known of it, the newest word on it; who has it.

    `words` are ours, `news` people's own, or nothing. `service` is named on a page that tells of several. `anchor` is
    the state's name on the first row that has it, else empty.
    """

    tag: Tag
    since: str
    link: Link
    words: str
    news: str | None
    who: str
    service: str
    paste: tuple[Block, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class OffPlan:
    """A thing that does not go to plan, before its row is made: what is wrong, the gravest first.

    `anchor` is the state's name on the first thing that has it, else empty; `plan` the id of its plan, or nothing.
    """

    ref: str
    problems: tuple[Problem, ...]
    anchor: str
    plan: str


def not_to_plan(here: Here, problems: Iterable[Problem]) -> tuple[OffPlan, ...]:
    """Return each thing of which problems say that it has slipped, is late, off track, blocked or at risk.

    In this order; of one state what has a high priority before what has a low one, then the longest wait first. What
    the plan answers is left out. A finding that no action is for, a breach of which nothing says what keeps people
    safe, what a regulator asked by a day that has passed, and words for families that may be untrue, come right behind
    what has slipped; an answer or a milestone that
    is late behind the actions that are; a message, a task or a check that is late behind the actions off track, so that
    such an action keeps its own word.
    Cost: linear in problems, and sorting.
    """
    by_item: dict[str, list[Problem]] = defaultdict(list)
    for number, problem in enumerate(problems):
        if problem.is_open and _state(here, problem) in _ORDER:
            alone = problem.item is None or is_message(here.context, problem)  # several may share the plan's reference
            by_item[f"\0{number}" if alone else problem.item or ""].append(problem)
    for several in by_item.values():
        several.sort(key=lambda problem: _ORDER.index(_state(here, problem)))
    ordered = sorted(by_item.items(), key=lambda pair: _place(here, *pair))
    seen = set[str]()
    found = []
    for ref, several in ordered:
        kind = here.problem_tag(several[0]).kind
        found.append(OffPlan(ref, tuple(several), "" if kind in seen else kind, here.context.plan_of(several[0])))
        seen.add(kind)
    return tuple(found)


def rows_of(here: Here, several: Iterable[OffPlan]) -> tuple[Row, ...]:
    """Return the rows of things that do not go to plan: only of those that are shown, since a row takes long."""
    return tuple(_row(here, one) for one in several)


def waiting_since(action: TracedAction) -> date:
    """Return since when an action waits for somebody: the result that failed it, the day it was closed, or is due."""
    if action.condition is Condition.SLIPPED:
        return action.results[0].day
    closed = action.record.closed_on if action.is_finished else None
    return closed.last if closed is not None else action.due.last


def _state(here: Here, problem: Problem) -> Condition | Code:
    """Return what a problem says of a thing: of an action off track or at risk which of both."""
    action = here.context.trace.actions.get(problem.item or "")
    if problem.code is Code.OFF_TRACK and action is not None:
        return action.condition
    if problem.code is Code.CHECK_DUE and action is not None and action.is_finished:
        return Code.UNCHECKED  # that list has it
    return problem.code


_ORDER: tuple[Condition | Code, ...] = (
    Code.SLIPPED,
    Code.UNADDRESSED,
    Code.NOT_KEPT_SAFE,
    Code.NOTICE_UNMET,
    Code.MAY_BE_UNTRUE,
    Code.NO_RATING,
    Code.UPDATE_PASSED,
    Code.OVERDUE,
    Code.ANSWER_DUE,
    Code.MILESTONE_MISSED,
    Condition.OFF_TRACK,
    Code.TASK_LATE,
    Code.CHECK_DUE,
    Code.BLOCKED,
    Code.LATE_FORECAST,
    Condition.AT_RISK,
    Code.NO_REASON,
)
_PRIORITIES = (Priority.HIGH, Priority.MEDIUM, None, Priority.LOW)


def _place(here: Here, ref: str, several: list[Problem]) -> tuple[object, ...]:
    action = here.context.trace.actions.get(ref)
    state = _ORDER.index(_state(here, several[0]))
    if action is None:
        return state, _PRIORITIES.index(None), date.max, several[0].sort_key
    return state, _PRIORITIES.index(action.record.priority), waiting_since(action), several[0].sort_key


def _row(here: Here, one: OffPlan) -> Row:
    trace, ref, several = here.context.trace, one.ref, one.problems
    action, worst = trace.actions.get(ref), several[0]
    late = late_duty(here.context, worst)
    who = late.who if late is not None else _who(here, ref, action)
    words = " ".join(dict.fromkeys(_words(here, action, several, who)))
    news = newest_word(action, trace.today) if action is not None else None
    if late is not None and action is None:
        words, news = words_of(here, late)
        if worst.code is Code.NOTICE_UNMET:
            words = worst.message.rpartition("): ")[2]
    return Row(
        tag=here.problem_tag(worst),
        since=_since(action, worst, late, trace.today),
        link=_link(here, ref, worst, late),
        words=sentence(words),
        news=news,
        who=who,
        service=here.service(ref if ref in trace.references.nodes else one.plan),
        paste=blocks_for(here, several),
        anchor=one.anchor,
    )


def _link(here: Here, ref: str, worst: Problem, late: Late | None) -> Link:
    """Return the link to a thing; its sentence alone where it is shown nowhere."""
    place = place_of(here, late) if late is not None else None
    if place is not None:
        return place
    known = ref in here.context.trace.references.nodes
    return here.link(ref) if known else Link("", worst.code.sentence.rstrip("."), "")


def _since(action: TracedAction | None, problem: Problem, late: Late | None, today: date) -> str:
    """Return since when it stands so, or for when it is due."""
    if late is not None:
        return f"{how_long(late.since, today)}, was due {this_years(late.duty.when or late.since, today)}"
    if action is None:
        return ""
    moved = len(action.record.revised)
    if problem.code is Code.SLIPPED:
        return f"since {this_years(action.results[0].when, today)}"
    if problem.code is Code.OVERDUE:
        return f"{how_long(action.due.last, today)}, {f'moved {times(moved)}' if moved else 'no new date'}"
    return f"{'now ' if moved else ''}due {this_years(action.due, today)}"


def _words(here: Here, action: TracedAction | None, several: Sequence[Problem], who: str) -> Iterator[str]:
    """Yield what the row has to say beside state, days and who: what is waited for, and what else is wrong."""
    owned = owner_said(here, action)
    finding = here.context.trace.findings.get(several[0].item or "")
    for problem in several:
        if finding is not None and problem.message == f"{finding.record.id} has no action.":
            yield kind_words(finding.record)  # that it has none is its state
            continue
        if action is None or _state(here, problem) not in _SAID_BY_THE_TAG:
            message = problem.message.removesuffix(owned).removesuffix(f" Given to: {who}.")
            short = message.removeprefix(f"{action.record.id} ") if action is not None else message
            yield sentence(short if short.startswith("waits") else message)


_SAID_BY_THE_TAG = (Code.SLIPPED, Code.OVERDUE, Condition.OFF_TRACK, Condition.AT_RISK)


def newest_word(action: TracedAction, today: date) -> str | None:
    """Return what the deciding check found, of a closed action; of an open one the text of its newest update."""
    if action.is_finished:
        newest = action.results[0].check if action.results else None
        return newest.found if newest is not None else None
    news = action.record.newest_update(today)
    return news.text if news is not None else None


def _who(here: Here, ref: str, action: TracedAction | None) -> str:
    trace = here.context.trace
    if action is not None:
        return trace.people[action.plan.id].title(action.record.owner)
    node = trace.references.nodes.get(ref)
    if node is None or node.plan is None or node.kind is Kind.EVIDENCE:
        return ""
    return trace.people[node.plan.id].title(node.plan.lead)
