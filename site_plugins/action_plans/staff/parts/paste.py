"""The blocks to paste about some problems."""

from collections.abc import Iterable

from action_plans.exchange.mending.blocks import Block
from action_plans.model.problem import Problem
from action_plans.staff.context import Here


def blocks_for(here: Here, problems: Iterable[Problem]) -> tuple[Block, ...]:
    """Return what may be written about some problems of one thing, each block once; nothing in a pack."""
    mending = here.context.mending
    if mending is None:
        return ()
    return tuple(dict.fromkeys(block for problem in problems for block in mending.blocks(problem)))
