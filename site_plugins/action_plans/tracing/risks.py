"""Risks: how high each is, and what a score after mitigation stands on. A hope is no score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, unique
from typing import Self

from action_plans.model.measure import Risk, RiskStatus, Score
from action_plans.model.plan import Plan
from action_plans.tracing.traced import TracedAction

LIKELIHOODS = ("rare", "unlikely", "possible", "likely", "almost certain")
"""The words of a likelihood of 1 to 5."""

IMPACTS = ("slight", "minor", "moderate", "serious", "severe")
"""The words of an impact of 1 to 5."""


@unique
class Band(Enum):
    """How high a score is: the word, and the product of likelihood and impact from which on it is that high."""

    word: str
    at_least: int

    def __new__(cls, word: str, at_least: int) -> Self:
        """Keep the limit beside the word."""
        band = object.__new__(cls)
        band._value_ = band.word = word
        band.at_least = at_least
        return band

    VERY_HIGH = "very high", 15
    HIGH = "high", 10
    MEDIUM = "medium", 5
    LOW = "low", 1

    @classmethod
    def of(cls, score: Score) -> "Band":
        """Return the band of a score."""
        return next(band for band in cls if score.product >= band.at_least)


@dataclass(frozen=True, slots=True)
class TracedRisk:
    """A risk with the actions that mitigate it.

    `before` is its score before anything is done, `after` the one hoped for once everything is; either may be None.
    `actions` are those that it names, `standing` the live ones that count for it: of a stopped one what stands instead.
    `missing` are those of `standing` that do not hold: open, slipped, or closed with nothing to show. `unreplaced` are
    the stopped ones that nothing stands for.
    """

    ref: str
    plan: Plan
    record: Risk
    before: Score | None
    after: Score | None
    actions: tuple[TracedAction, ...]
    standing: tuple[TracedAction, ...]
    missing: tuple[TracedAction, ...]
    unreplaced: tuple[TracedAction, ...]

    @property
    def is_open(self) -> bool:
        """Whether it still stands."""
        return self.record.status is RiskStatus.OPEN

    @property
    def is_earned(self) -> bool:
        """Whether the score after mitigation counts: every action that stands for it holds, and there is one."""
        return self.after is not None and bool(self.standing) and not self.missing and not self.unreplaced

    @property
    def now(self) -> Score | None:
        """The score that counts today: the one after mitigation once it is earned, or where no other is written."""
        return self.after if self.is_earned or self.before is None else self.before


def traced_risk(
    ref: str, plan: Plan, record: Risk, named: Sequence[str], actions: Mapping[str, TracedAction]
) -> TracedRisk:
    """Return a risk with what follows from its actions; `named` are those that mitigate it, by reference."""
    before = None
    if record.likelihood is not None and record.impact is not None:
        before = Score(likelihood=record.likelihood, impact=record.impact)
    cited = tuple(actions[one] for one in named)
    standing: dict[str, TracedAction] = {}
    unreplaced = []
    for action in cited:
        live = _live(action, actions)
        standing.update({one.ref: one for one in live})
        if not live:
            unreplaced.append(action)
    return TracedRisk(
        ref=ref,
        plan=plan,
        record=record,
        before=before,
        after=record.residual,
        actions=cited,
        standing=tuple(standing.values()),
        missing=tuple(action for action in standing.values() if not action.is_holding),
        unreplaced=tuple(unreplaced),
    )


def gravity(risk: TracedRisk) -> tuple[int, int, int]:
    """Return by what risks are put in order, the gravest highest: what counts today, the impact of that, the first."""
    now, before = risk.now, risk.before
    return now.product if now else 0, now.impact if now else 0, before.product if before else 0


def _live(action: TracedAction, actions: Mapping[str, TracedAction]) -> tuple[TracedAction, ...]:
    """Return an action, or the live ones that stand instead of a stopped one, through others that were stopped."""
    found: dict[str, TracedAction] = {}
    seen: set[str] = set()
    waiting = [action]
    while waiting:
        one = waiting.pop()
        if one.ref in seen:
            continue
        seen.add(one.ref)
        if one.is_stopped:
            waiting.extend(actions[ref] for ref in reversed(one.instead))
        else:
            found[one.ref] = one
    return tuple(found.values())
