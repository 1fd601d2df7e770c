"""The plan for a board, on one sheet: aim, standing, assurance, risks, what is late, what changed, what to decide."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from action_plans.english.wording import agreeing, counted, day, late_by, listed, long_day, sentence
from action_plans.model.plan import Plan
from action_plans.model.reference import Ref
from action_plans.staff.context import Here, Link, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.parts.board_changes import MONTH, changes, meetings
from action_plans.staff.parts.board_decisions import decisions
from action_plans.staff.parts.board_figures import board_figures
from action_plans.staff.parts.coverage import coverage_words
from action_plans.staff.parts.risk_words import band_words, condition_words
from action_plans.staff.parts.state_words import open_and_closed, proven_words, standing_words
from action_plans.staff.plan_menu import BOARD_PAGE, BOARD_TITLE, has_board
from action_plans.staff.tags import REVIEWED, Tag
from action_plans.tracing.addresses import BOARD, plan_address
from action_plans.tracing.coverage import coverage
from action_plans.tracing.risks import gravity
from action_plans.tracing.states import Assurance, Condition
from action_plans.tracing.traced import TracedAction

_MOST_RISKS, _MOST_LATE = 5, 6


@dataclass(frozen=True, slots=True)
class ExpectedResult:
    """What an objective is to bring, by when, and the newest review of it."""

    link: Link
    words: str
    tag: Tag | None


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk that stands: how high it is today, and what it is to become, with what that still waits for."""

    link: Link
    now: str
    after: str
    owner: str


@dataclass(frozen=True, slots=True)
class LateRow:
    """An action that is late or does not hold, and what is said of it."""

    link: Link
    tag: Tag
    owner: str
    words: str


def board_page(context: PageContext, plan: Plan) -> Page:
    """Return the board summary of a plan. Cost: linear in what is written in it, apart from sorting."""
    here = context.at(plan_address(plan, BOARD_PAGE), plan)
    late, more_late = _late(here, plan)
    asked, met = decisions(here, plan), meetings(here, plan)
    since = met[0].on if met else context.trace.today - MONTH
    html = here.render(
        "staff/board.html.j2",
        head=here.head(
            BOARD_TITLE, _what(here, plan), ref=plan.id, crumb=BOARD_TITLE, lede=_lede(here, plan, len(asked))
        ),
        title=plan.title,
        is_empty=not has_board(plan),
        aim=plan.summary,
        expected=tuple(_expected(here, plan)),
        facts=_facts(here, plan),
        risks=_risks(here, plan),
        late=late,
        more_late=more_late,
        figures=board_figures(here, plan, since),
        changes=changes(here, plan, met[0] if met else None),
        others=tuple(changes(here, plan, one) for one in met[1:]),
        decisions=asked,
        all_plans=here.to(BOARD) if len(context.plans) > 1 else "",
        coming=_coming(plan),
    )
    title = f"{plan.id} {BOARD_TITLE}"
    entry = SearchEntry(
        "", title, "one page: assurance, verdicts, risks, late and slipped, what changed, decisions needed"
    )
    return Page(
        here.address, title, html, anchors_in(html), (entry,), plan.path, under=context.plan_word, reference=plan.id
    )


def _lede(here: Here, plan: Plan, asked: int) -> str:
    """Return in a sentence or two what is asked of the board, and how the plan stands."""
    if not has_board(plan):
        return ""
    counts = here.context.trace.counts((plan,))
    bad = [agreeing(number_of, one, several) for number_of, one, several in (
        (counts.slipped, "action does not hold", "actions do not hold"),
        (counts.overdue, "is late", "are late"),
        (counts.unproven, "was closed without proof", "were closed without proof"),
    ) if number_of]  # fmt: skip
    are = "is" if asked == 1 else "are"
    wanted = sentence(f"{counted(asked, 'decision')} {are} asked for" if asked else "no decision is asked for")
    stands = sentence(listed(bad)) if bad else "Nothing is late, nothing has slipped, and everything closed is proven."
    return f"{wanted} {stands}"


def _what(here: Here, plan: Plan) -> str:
    service = here.context.trace.service_of[plan.id].name
    return f"{service}, version {plan.version}" if plan.version else service


def _expected(here: Here, plan: Plan) -> Iterator[ExpectedResult]:
    for one in plan.objectives:
        words = ", ".join(
            part for part in (one.expected_result or one.statement, f"by {day(one.due)}" if one.due else "") if part
        )
        newest = max(one.reviews, key=lambda review: review.date.last, default=None)
        link = here.link(Ref.to(plan.id, one.id))
        yield ExpectedResult(Link(link.ref, "", link.href), words, REVIEWED[newest.verdict] if newest else None)


def _facts(here: Here, plan: Plan) -> tuple[tuple[str, str, tuple[Link, ...]], ...]:
    """Return where the plan stands: a label, words, and what they are about."""
    trace = here.context.trace
    findings, actions = trace.findings_of(plan), trace.actions_of(plan)
    counts = trace.counts((plan,))
    facts: list[tuple[str, str, tuple[Link, ...]]] = []
    facts.append(("Findings", sentence(coverage_words(coverage(findings))), ()))
    if findings:
        facts.append(("Verdicts", sentence(standing_words(findings)), ()))
    facts.append(("Actions", sentence(f"{counted(counts.actions, 'action')}: {open_and_closed(counts)}"), ()))
    if counts.closed:
        facts.append(
            (
                "Assurance",
                sentence(f"of {counted(counts.closed, 'closed action')}, {proven_words(counts)}"),
                (),
            )
        )
        weak = [one for one in actions if one.state in (Assurance.NONE, Assurance.SUBMITTED)]
        if weak:
            facts.append(("Closed, not proven", "", here.links(one.ref for one in weak)))
    return tuple(facts)


def _risks(here: Here, plan: Plan) -> tuple[RiskRow, ...]:
    """Return the gravest risks that stand, by how high each is today."""
    standing = sorted((risk for risk in here.context.trace.risks_of(plan) if risk.is_open), key=gravity, reverse=True)
    return tuple(
        RiskRow(
            link=here.link(risk.ref),
            now=band_words(risk.now) if risk.now is not None else "",
            after=condition_words(here, risk, briefly=True),
            owner=here.who(risk.record.owner),
        )
        for risk in standing[:_MOST_RISKS]
    )


def _late(here: Here, plan: Plan) -> tuple[tuple[LateRow, ...], str]:
    """Return the actions that slipped, then those that are late, the longest first; and how many more there are."""
    trace = here.context.trace
    found = [one for one in trace.actions_of(plan) if one.condition in (Condition.SLIPPED, Condition.OVERDUE)]
    found.sort(key=lambda one: (one.condition is not Condition.SLIPPED, one.due.last))
    rows = tuple(
        LateRow(here.link(one.ref), here.tag(one.ref), here.who(one.record.owner), _late_words(one, trace.today))
        for one in found[:_MOST_LATE]
    )
    left = len(found) - _MOST_LATE
    return rows, sentence(f"and {counted(left, 'more', 'more')}") if left > 0 else ""


def _late_words(action: TracedAction, today: date) -> str:
    if action.condition is Condition.SLIPPED:
        newest = action.results[0]
        return f"found on {day(newest.day)} not to hold"
    moved = f", first {day(action.record.due)}" if action.record.revised else ""
    return f"due {day(action.due)}{moved}: {late_by(action.due.last, today)}"


def _coming(plan: Plan) -> str:
    """Return when the plan is looked at next, and when CQC is expected."""
    said = [
        f"next review of the plan: {long_day(plan.next_review)}" if plan.next_review else "no next review is planned"
    ]
    if plan.next_assessment is not None:
        said.append(f"next assessment expected: {day(plan.next_assessment)}")
    milestones = [one for one in plan.milestones if one.reached_on is None]
    nearest = min(milestones, key=lambda one: one.due.last, default=None)
    if nearest is not None:
        said.append(f"next milestone: {nearest.id} {nearest.title}, {day(nearest.due)}")
    return " ".join(sentence(words) for words in said)
