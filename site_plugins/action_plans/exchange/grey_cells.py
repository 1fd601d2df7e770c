"""Cells of a sheet that came back which the plan makes: what somebody wrote there is told, since it is not taken."""

import re
from collections.abc import Iterator, Mapping

from action_plans.exchange.action_columns import EVIDENCE, PROOF, STATE, Cell
from action_plans.exchange.cell_reading import plain_words
from action_plans.exchange.returned_sheet import ReturnedRow
from action_plans.exchange.safe_cells import fitting
from action_plans.exchange.workbook_writing import exported_words
from action_plans.model.printable import printable


def written_into_grey(row: ReturnedRow, now: Mapping[str, Cell]) -> Iterator[str]:
    """Yield what is to be said of each grey cell of a row that says more than the plan, whose cells are `now`.

    A cell that says less was exported from an earlier plan. How an action stands and what proves it change by
    themselves: there only a word for done counts that the plan does not say.
    """
    for name, cell in row.grey.items():
        words = _flat(plain_words(cell.value))
        held = _flat(fitting(exported_words(now[name]))) if name in now else ""
        if not words or words == held or words in held:
            continue
        if now and name in (STATE, PROOF) and (_DONE.match(words) is None or _DONE.match(held) is not None):
            continue
        told = (
            f"{cell.place}: {name} is made by the program and does not come back: “{printable(words)}” was not taken."
        )
        yield f"{told} {_INSTEAD.get(name, '')}".rstrip()


def _flat(words: str) -> str:
    return " ".join(words.split())


_DONE = re.compile(r"(?i)(?:closed|completed?|done|finished)\b")
_INSTEAD = {
    EVIDENCE: "Write it as a note: action-plans new evidence.",
    STATE: "Write it under Status.",
}
