"""Risks in words: how high a score is, and what a lower one still waits for."""

from action_plans.english.wording import listed, lower_first
from action_plans.model.measure import Score
from action_plans.staff.context import Here
from action_plans.tracing.risks import IMPACTS, LIKELIHOODS, Band, TracedRisk


def score_words(score: Score) -> str:
    """Return `likely, serious: very high (16)`."""
    words = f"{LIKELIHOODS[score.likelihood - 1]}, {IMPACTS[score.impact - 1]}"
    return f"{words}: {Band.of(score).word} ({score.product})"


def condition_words(here: Here, risk: TracedRisk, *, briefly: bool = False) -> str:
    """Return what the score after mitigation waits for; nothing where it is earned or none is written.

    `8 only once A3 and A9 hold: A3 slipped, A9 blocked`; `briefly` without how each stands.
    """
    if risk.after is None or risk.is_earned:
        return ""
    score = risk.after.product
    if not risk.actions:
        return f"{score} is a hope: no action stands for it"
    parts = []
    if risk.missing:
        refs = [here.link(action.ref).ref for action in risk.missing]
        states = ", ".join(f"{ref} {lower_first(one.label)}" for ref, one in zip(refs, risk.missing, strict=True))
        hold = f"{score} only once {listed(refs)} {'holds' if len(refs) == 1 else 'hold'}"
        parts.append(hold if briefly else f"{hold}: {states}")
    if risk.unreplaced:
        refs = [here.link(action.ref).ref for action in risk.unreplaced]
        was = f"{listed(refs)} {'was' if len(refs) == 1 else 'were'} stopped and nothing stands instead"
        parts.append(was if parts else f"{score} is a hope: {was}")
    return "; ".join(parts)


def band_words(score: Score) -> str:
    """Return `very high (16)`."""
    return f"{Band.of(score).word} ({score.product})"
