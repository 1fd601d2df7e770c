"""What could be read, and with it what of broken things can be read all the same: their references and roles."""

import re
from collections.abc import Mapping
from dataclasses import replace

from action_plans.checking.unread import Unread
from action_plans.frameworks.framework import Framework
from action_plans.model.evidence import EvidenceNote
from action_plans.model.left_out import NAMELESS, LeftOut
from action_plans.model.plan import Plan
from action_plans.model.problem import Problem
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace


def with_rest(
    traced: Trace, own_frameworks: Mapping[str, Framework], left_out: tuple[LeftOut, ...]
) -> tuple[Trace, Unread]:
    """Return a trace of all whose references and roles can be read, and what is missing even so.

    It is the same trace where no file is broken. Nothing but references and roles may be judged by it: values stand in
    it that nobody wrote.
    """
    if all(left.rest is None for left in left_out):
        return traced, Unread.of(left_out, traced.portfolio.plans)
    plans = {plan.path: plan for plan in traced.portfolio.plans}
    notes = {note.path: note for note in traced.portfolio.notes}
    missing = dict(enumerate(left_out))
    for number, left in enumerate(left_out):
        if left.rest is None:
            continue
        record = left.rest.record
        if isinstance(record, Plan):
            is_nameless = left.rest.left_out.id is None
            plans[left.path] = record.model_copy(update={"id": f"{NAMELESS}{number}"}) if is_nameless else record
            missing[number] = left.rest.left_out
        elif isinstance(record, EvidenceNote):
            folder = notes[left.path].folder if left.path in notes else record.folder
            notes[left.path] = record.model_copy(update={"folder": folder})
            missing[number] = left.rest.left_out
    whole = replace(
        traced.portfolio,
        plans=tuple(plan for _, plan in sorted(plans.items())),
        notes=tuple(note for _, note in sorted(notes.items())),
    )
    return trace(whole, traced.today, own_frameworks), Unread.of(missing.values(), whole.plans)


def told(problem: Problem) -> Problem:
    """Return a problem in words that hold no id that nobody wrote: `action without an id is for F9`."""
    if NAMELESS not in f"{problem.message}{problem.hint}{problem.item}":
        return problem
    return replace(
        problem,
        message=_NAMELESS.sub("without an id", problem.message),
        hint="" if NAMELESS in problem.hint else problem.hint,
        item=None,
    )


_NAMELESS = re.compile(rf"{NAMELESS}\d+(?:/[\w-]+)?")
