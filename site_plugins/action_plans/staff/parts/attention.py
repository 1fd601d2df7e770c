"""What needs a person: the gaps of all plans, one row a thing, the gravest first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from action_plans.english.wording import day, sentence
from action_plans.model.problem import Code, Problem
from action_plans.model.reference import Kind
from action_plans.staff.context import Here
from action_plans.staff.page_head import Link
from action_plans.staff.parts.gaps import Gap, gap, owner_said
from action_plans.staff.parts.not_to_plan import newest_word
from action_plans.staff.tags import Tag, gravity
from action_plans.tracing.traced import TracedAction


@dataclass(frozen=True, slots=True)
class Item:
    """A row: a state, what it is about, what is wrong, and who, when, for what; `mend` is what would mend it.

    `news` is the newest that people wrote about it, or nothing; `anchor` is the state's name on the first row that has
    it, else empty.
    """

    tag: Tag
    link: Link
    words: tuple[str, ...]
    news: str | None
    mend: str
    meta: tuple[str, ...]
    serves: tuple[Link, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Number:
    """A count that stands out, in words, with the link to what it counts."""

    number: int
    words: str
    href: str


def attention(here: Here) -> tuple[Item, ...]:
    """Return a row for each thing with gaps that the plans do not answer.

    What concerns families has its own page, but for what they read now: words that may no longer be true, a promise
    that was not kept, no reason, no rating.
    """
    by_item: dict[str, list[Problem]] = defaultdict(list)
    for number, problem in enumerate(here.context.problems):
        is_shown = problem.code.is_gap_of_work or problem.code in _READ_BY_FAMILIES
        if is_shown and problem.is_open:
            by_item[problem.item or f"\0{number}"].append(problem)
    for several in by_item.values():
        several.sort(key=lambda problem: gravity(problem.code))
    ordered = sorted(by_item.items(), key=lambda pair: gravity(pair[1][0].code))
    seen: set[str] = set()
    found = []
    for ref, several in ordered:
        kind = here.problem_tag(several[0]).kind
        found.append(_item(here, ref, several, "" if kind in seen else kind))
        seen.add(kind)
    return tuple(found)


_READ_BY_FAMILIES = (Code.MAY_BE_UNTRUE, Code.NO_RATING, Code.UPDATE_PASSED, Code.NO_REASON)


def bad_numbers(here: Here, shown: Iterable[Item], elsewhere: str) -> tuple[Number, ...]:
    """Return how many actions and findings stand badly, by the counts of the trace.

    Each leads to the first row of `shown` with its state, else to the page at `elsewhere`.
    """
    counts = here.context.trace.counts(here.context.plans)
    anchors = {item.anchor for item in shown}
    told = (
        (counts.overdue, "late", "overdue"), (counts.slipped, "slipped", "slipped"),
        (counts.blocked, "blocked", "blocked"), (counts.late_forecast, "likely late", "late-forecast"),
        (counts.off_track, "off track", "off-track"), (counts.at_risk, "at risk", "at-risk"),
        (counts.unproven, "closed, no proof", "none"),
        (counts.unchecked - counts.partly, "closed, not checked", "submitted"),
        (counts.partly, "closed, holds in part", "submitted"),
        (counts.unaddressed, "without action", "unaddressed"),
    )  # fmt: skip
    return tuple(
        Number(count, words, f"#{row}" if row in anchors else elsewhere) for count, words, row in told if count
    )


def answered(here: Here) -> tuple[Gap, ...]:
    """Return the problems that the plans answer, each with its reason."""
    return tuple(gap(here, problem) for problem in here.context.problems if not problem.is_open)


def _item(here: Here, ref: str, several: list[Problem], anchor: str) -> Item:
    trace, worst = here.context.trace, several[0]
    action = trace.actions.get(ref)
    link = here.link(ref) if ref in trace.references.nodes else Link("", worst.code.sentence.rstrip("."), "")
    owned = owner_said(here, action)
    words = tuple(dict.fromkeys(sentence(problem.message.removesuffix(owned)) for problem in several))
    meta = tuple(part for part in (here.service(ref), *_meta(here, ref, action)) if part)
    serves = here.links(action.findings) if action else ()
    news = newest_word(action, trace.today) if action is not None else None
    return Item(
        here.problem_tag(worst),
        link,
        words,
        news,
        worst.hint,
        meta,
        serves,
        anchor,
    )


def _meta(here: Here, ref: str, action: TracedAction | None) -> tuple[str, ...]:
    """Return who answers for a thing, and when it is or was due."""
    trace = here.context.trace
    if action is not None:
        who = trace.people[action.plan.id].title(action.record.owner)
        closed = action.record.closed_on
        when = f"closed {day(closed)}" if action.is_finished and closed else f"due {day(action.due)}"
        return who, when
    node = trace.references.nodes.get(ref)
    if node is None or node.plan is None or node.kind is Kind.EVIDENCE:
        return ()
    lead = trace.people[node.plan.id].title(node.plan.lead)
    return (lead,) if lead else ()
