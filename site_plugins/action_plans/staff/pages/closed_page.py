"""What is closed: what is different now, who signed, how it was checked; what did not last; what was stopped."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from action_plans.english.wording import agreeing, counted, day, how_long, sentence
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.proofs import looks, result_words
from action_plans.staff.parts.state_words import proven_words
from action_plans.staff.tags import CHECKED, JUDGED, Tag, state_tag
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.promises import Promise
from action_plans.tracing.setbacks import Setback
from action_plans.tracing.states import Assurance, Condition
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class SetbackRow:
    """One time that something did not last: when, what was found, by whom, how it stands now."""

    action: Link
    day: str
    tag: Tag
    words: str | None
    by: str
    now: Tag
    since: str


@dataclass(frozen=True, slots=True)
class ClosedRow:
    """A closed action: how well proven, what is different, who signed, which checks were made or are promised."""

    action: Link
    tag: Tag
    when: str
    different: str | None
    signed: tuple[tuple[str, str | None], ...]
    checks: tuple[str, ...]
    promised: str
    is_broken: bool


@dataclass(frozen=True, slots=True)
class StoppedRow:
    """A stopped action, and what stands instead of it, with its state, or in words."""

    action: Link
    when: str
    because: str | None
    instead: tuple[tuple[Link, Tag], ...]
    in_words: tuple[str, ...]


def closed_page(context: PageContext, plan: Plan) -> Page:
    """Return the page of a plan's closed and stopped actions."""
    here = context.at(plan_address(plan, "closed"), plan)
    actions = context.trace.actions_of(plan)
    closed = _in_order(actions)
    stopped = tuple(action for action in actions if action.is_stopped)
    failed = context.trace.setbacks(plan)
    html = here.render(
        "staff/closed.html.j2",
        head=here.head("What is closed", ref=plan.id, crumb="Closed", lede=" ".join(_lede(here, plan, failed))),
        failed=tuple(_setback(here, one) for one in failed),
        closed=tuple(_closed(here, action) for action in closed),
        stopped=tuple(_stopped(here, action) for action in stopped),
    )
    title = f"{plan.id} Closed"
    words = "closed actions, what is different now, sign-offs, checks, slipped, reopened, stopped, instead"
    return Page(
        here.address,
        title,
        html,
        anchors_in(html),
        (SearchEntry("", title, words),),
        plan.path,
        under=context.plan_word,
        reference=plan.id,
    )


def _in_order(actions: Sequence[TracedAction]) -> tuple[TracedAction, ...]:
    """Return the closed actions: what slipped, then the weakest proof, each the newest first."""
    closed = [action for action in actions if action.is_finished]
    closed.sort(key=lambda one: one.record.closed_on.last.toordinal() if one.record.closed_on else 0, reverse=True)
    ranks = list(Assurance)
    closed.sort(key=lambda one: (one.condition is not Condition.SLIPPED, ranks.index(one.assurance or Assurance.NONE)))
    return tuple(closed)


def _lede(here: Here, plan: Plan, failed: Sequence[Setback]) -> Iterator[str]:
    actions, counts = here.context.trace.actions_of(plan), here.context.trace.counts((plan,))
    if not actions:
        yield "The plan has no actions yet, so nothing is closed."
        return
    if counts.closed:
        closed = f"of {counted(len(actions), 'action')} {agreeing(counts.closed, 'is', 'are')} closed"
        yield sentence(f"{closed}: {proven_words(counts)}")
    else:
        yield sentence(f"of {counted(len(actions), 'action')} none is closed yet")
    if failed:
        several = len({one.action.ref for one in failed})
        yield sentence(f"{agreeing(several, 'action did', 'actions did')} not last, at least once")


def _setback(here: Here, one: Setback) -> SetbackRow:
    by, words, tag = "", one.reopened.reason if one.reopened is not None else None, Tag("off-track", "Reopened")
    if one.result is not None:
        by = here.who(one.result.by)
        if one.result.check is not None:
            words, tag = one.result.check.found, CHECKED[one.result.check.result]
        elif one.result.proof is not None and one.result.proof.record.verdict is not None:
            words, tag = one.result.proof.record.title, JUDGED[one.result.proof.record.verdict]
    held = one.lasts_since
    since = result_words(here, held) if held is not None else ""
    return SetbackRow(here.link(one.action.ref), day(one.when), tag, words, by, state_tag(one.action), since)


def _closed(here: Here, action: TracedAction) -> ClosedRow:
    record = action.record
    by = here.who(record.closed_by)
    when = day(record.closed_on) if record.closed_on is not None else "Day not written"
    return ClosedRow(
        action=here.link(action.ref),
        tag=state_tag(action),
        when=", ".join(part for part in (when, by) if part),
        different=record.different_now,
        signed=tuple((f"{here.who(one.by)}, {day(one.date)}", one.stage) for one in record.signoffs),
        checks=tuple(words for _, words in looks(here, action)),
        promised=_promised(here, action),
        is_broken=action.promise is Promise.BROKEN,
    )


def _promised(here: Here, action: TracedAction) -> str:
    """Return the check that was promised and is not made: by when, by whom, how late; nothing once it is."""
    due, checker = action.record.check_due, action.record.checker
    if due is None or action.promise in (None, Promise.KEPT):
        return ""
    who = f" by {here.who(checker)}" if checker is not None else ""
    if action.promise is Promise.BROKEN:
        return f"Check{who} was due {day(due)}: {how_long(due.last, here.context.trace.today)} late"
    return f"Check{who} due {day(due)}"


def _stopped(here: Here, action: TracedAction) -> StoppedRow:
    stopped = action.record.stopped
    assert stopped is not None  # noqa: S101 -- only stopped ones are handed over
    by = here.who(stopped.by)
    return StoppedRow(
        action=here.link(action.ref),
        when=", ".join(part for part in (day(stopped.date), by) if part),
        because=stopped.because,
        instead=tuple((here.link(ref), here.tag(ref)) for ref in action.instead),
        in_words=stopped.instead_in_words,
    )
