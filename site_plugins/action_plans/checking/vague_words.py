"""Vague words where nothing says what will be true in the end."""

import re
from collections.abc import Iterator

from action_plans.model.problem import Code, Problem
from action_plans.model.reference import Ref
from action_plans.model.when import MONTHS
from action_plans.tracing.trace import Trace


def vague_words(trace: Trace) -> Iterator[Problem]:
    """AP205: a vague word in the title of an open action, or in an objective, that has nothing to measure it by.

    An action is spared by a measure or `done_when`, an objective by a measure or any figure but a date.
    """
    for ref, action in trace.actions.items():
        record = action.record
        if (
            action.is_written_open
            and not record.measures
            and record.done_when is None
            and (word := _vague(record.title))
        ):
            message = f"{record.id} says “{word}”, but nothing says when it is done."
            hint = "Say what will be true in practice in `done_when`, or name a measure."
            yield Problem(Code.VAGUE, message, record.at("title"), hint, ref)
    for plan in trace.portfolio.plans:
        for objective in plan.objectives:
            statement = objective.statement
            if not objective.measures and (word := _vague(statement)) and not _has_figure(statement):
                message = f"{objective.id} says “{word}”, but names no figure and no measure."
                hint = "Say from what, to what and by when, and name a measure."
                origin = objective.at("statement")
                yield Problem(Code.VAGUE, message, origin, hint, Ref.to(plan.id, objective.id))


_VAGUE = re.compile(
    r"\b(?:improv(?:e|es|ing)|ensur(?:e|es|ing)|enhanc(?:e|es|ing)|strengthen(?:s|ing)?|ongoing|better"
    r"|(?:more|as) appropriate(?:ly)?|where (?:possible|appropriate|necessary)|regularly|robust(?:ly)?"
    r"|continu(?:e|es|ing) to|monitoring|rais(?:e|ing) awareness|promot(?:e|es|ing))\b"
    r"|^(?:to )?(?:review|monitor|promote|support|consider|look (?:at|into))\b",
    re.IGNORECASE,
)
"""Words that any amount of work satisfies. Some are vague only where they begin a title: a review, a heart monitor."""

_DATE = re.compile(
    rf"(?:\b\d{{1,2}}(?:st|nd|rd|th)?\s+)?\b(?:{'|'.join(MONTHS)})\b(?:\s+\d{{4}})?|\b\d{{4}}(?:-\d{{2}}){{0,2}}\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(
    r"\d|\b(?:every|each|all|no|none|nobody|zero|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b",
    re.IGNORECASE,
)


def _vague(text: str) -> str | None:
    found = _VAGUE.search(text)
    return found[0] if found else None


def _has_figure(text: str) -> bool:
    return _FIGURE.search(_DATE.sub(" ", text)) is not None
