"""The risks of a plan: how high each is, what that stands on, what is done if it happens."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from action_plans.english.wording import agreeing, counted, listed, number, sentence
from action_plans.model.measure import Risk, Score
from action_plans.model.plan import Plan
from action_plans.staff.context import Here, PageContext
from action_plans.staff.page import Page, SearchEntry, anchors_in
from action_plans.staff.page_head import Link
from action_plans.staff.parts.mentions import mentions_view
from action_plans.staff.parts.risk_words import condition_words, score_words
from action_plans.staff.tags import Tag
from action_plans.tracing.addresses import plan_address
from action_plans.tracing.risks import IMPACTS, LIKELIHOODS, Band, TracedRisk, gravity

_KINDS = {Band.VERY_HIGH: "very-high", Band.HIGH: "high", Band.MEDIUM: "medium", Band.LOW: "low"}
_WATCHED = 3
"""How many of the gravest the first sentences name."""


@dataclass(frozen=True, slots=True)
class RiskRow:
    """A risk as the register shows it.

    `now` and `other` are scores in words; `other` is where it was before, or what is hoped for, and `condition` what
    that hope waits for. Actions have their state.
    """

    anchor: str
    record: Risk
    now: str
    other: str
    condition: str
    owner: str
    actions: tuple[tuple[Link, Tag], ...]
    messages: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of the matrix: its band, the risks that stand there now, and what else is told of it: `R1 before`."""

    impact: str
    kind: str
    word: str
    here: tuple[Link, ...]
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the matrix."""

    likelihood: str
    cells: tuple[Cell, ...]


def risks_page(context: PageContext, plan: Plan) -> Page:
    """Return the page of a plan's risks: open ones first, the gravest of them first."""
    here = context.at(plan_address(plan, "risks"), plan)
    risks = sorted(context.trace.risks_of(plan), key=lambda risk: (risk.is_open, gravity(risk)), reverse=True)
    still = tuple(risk for risk in risks if risk.is_open)
    html = here.render(
        "staff/risks.html.j2",
        head=here.head("Risks", ref=plan.id, lede=" ".join(_lede(here, risks, still))),
        matrix=tuple(_matrix(here, still)) if any(risk.now for risk in still) else (),
        impacts=tuple(word.capitalize() for word in IMPACTS),
        still=tuple(_row(here, risk) for risk in still),
        closed=tuple(_row(here, risk) for risk in risks if not risk.is_open),
    )
    entries = tuple(
        SearchEntry(risk.record.id.lower(), f"{risk.record.id} {risk.record.title}", risk.record.mitigation or "")
        for risk in risks
    )
    title = f"{plan.id} Risks"
    entry = SearchEntry("", title, "risk register, likelihood and impact, mitigation, contingency")
    return Page(
        here.address,
        title,
        html,
        anchors_in(html),
        (entry, *entries),
        plan.path,
        under=context.plan_word,
        reference=plan.id,
    )


def _lede(here: Here, risks: Sequence[TracedRisk], still: Sequence[TracedRisk]) -> Iterator[str]:
    if not risks:
        yield "No risk of this plan is written down yet."
        return
    if not still:
        yield sentence(f"{agreeing(len(risks), 'risk was', 'risks were')} written down, and none is open")
        return
    scored = [risk for risk in still if risk.now is not None]
    high = [risk for risk in scored if risk.now is not None and Band.of(risk.now) in (Band.HIGH, Band.VERY_HIGH)]
    said = f"{agreeing(len(still), 'risk is', 'risks are')} open"
    if high:
        refs = listed(here.link(risk.ref).ref for risk in high[:_WATCHED])
        more = f", and {counted(len(high) - _WATCHED, 'more')}" if len(high) > _WATCHED else ""
        which = "and it is" if len(still) == 1 else f"{number(len(high))} of them"
        yield sentence(f"{said}, {which} high or very high today: {refs}{more}")
    elif scored:
        yield sentence(f"{said}, and none is high today")
    else:
        yield sentence(f"{said}; none has a score yet")
    waiting = [risk for risk in still if risk.after is not None and not risk.is_earned]
    if waiting:
        words = agreeing(len(waiting), "has a lower score", "have a lower score")
        yield sentence(f"{words} only on paper, since what is to bring it down does not hold yet")


def _matrix(here: Here, still: Sequence[TracedRisk]) -> Iterator[Line]:
    """Yield the lines of the matrix, the likeliest first. Cost: linear in risks."""
    now: dict[tuple[int, int], list[Link]] = {}
    others: dict[tuple[int, int], list[str]] = {}
    for risk in sorted(still, key=lambda one: one.record.id):
        ref = here.link(risk.ref)
        if risk.now is None:
            continue
        now.setdefault(_place(risk.now), []).append(Link(ref.ref, "", f"#{risk.record.id.lower()}"))
        if risk.is_earned and risk.before is not None and _place(risk.before) != _place(risk.now):
            others.setdefault(_place(risk.before), []).append(f"{ref.ref} before")
        if risk.after is not None and _place(risk.after) != _place(risk.now):
            others.setdefault(_place(risk.after), []).append(f"{ref.ref} hoped for")
    for likelihood in range(5, 0, -1):
        cells = []
        for impact in range(1, 6):
            band = Band.of(Score(likelihood=likelihood, impact=impact))
            at = (likelihood, impact)
            word = IMPACTS[impact - 1].capitalize()
            cells.append(Cell(word, _KINDS[band], band.word, tuple(now.get(at, ())), tuple(others.get(at, ()))))
        yield Line(LIKELIHOODS[likelihood - 1].capitalize(), tuple(cells))


def _place(score: Score) -> tuple[int, int]:
    return score.likelihood, score.impact


def _row(here: Here, risk: TracedRisk) -> RiskRow:
    now, other = risk.now, ""
    if risk.is_earned and risk.before is not None:
        other = f"Before: {score_words(risk.before)}"
    elif risk.after is not None and risk.after is not now:
        other = f"Hoped for: {score_words(risk.after)}"
    return RiskRow(
        anchor=risk.record.id.lower(),
        record=risk.record,
        now=score_words(now) if now is not None else "",
        other=other,
        condition=sentence(condition_words(here, risk)),
        owner=here.who(risk.record.owner),
        actions=tuple((here.link(action.ref), here.tag(action.ref)) for action in risk.actions),
        messages=tuple(link for link, _ in mentions_view(here, risk.ref).told),
    )
