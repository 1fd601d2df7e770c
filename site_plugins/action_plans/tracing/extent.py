"""How much a whole project holds: what is said in a part of it of all the rest."""

from dataclasses import dataclass

MOST_TOGETHER = 150
"""How many findings, actions and notes of several plans stand on pages that hold all; of more, each plan has its own.

The pages over all plans then say the totals, the newest and the worst, and lead to those of each.
"""


@dataclass(frozen=True, slots=True)
class Extent:
    """How many plans a project has, how many services have one, and how many findings, actions and notes there are."""

    plans: int
    services: int
    items: int

    @property
    def is_large(self) -> bool:
        """Whether problems and evidence of several plans are too many for one page, so that each plan has its own."""
        return self.plans > 1 and self.items > MOST_TOGETHER
