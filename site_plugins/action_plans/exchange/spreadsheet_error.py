"""Why a spreadsheet was not read."""

from dataclasses import dataclass

from action_plans.model.errors import ActionPlansError
from action_plans.model.printable import printable


@dataclass(eq=False)
class SpreadsheetError(ActionPlansError):
    """A spreadsheet cannot be taken: `name` is its file's, `why` a sentence that begins in lower case."""

    name: str
    why: str

    def __str__(self) -> str:
        return f"{printable(self.name)} was not taken: {self.why} Nothing was written."
