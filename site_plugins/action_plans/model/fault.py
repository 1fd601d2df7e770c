"""What is wrong, and what to write instead: two sentences that go together, before anyone knows where they stand."""

from dataclasses import dataclass

from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and what to write instead; `hint` is empty where the message says it."""

    message: str
    hint: str = ""

    def at(self, code: Code, origin: Origin, item: str | None = None) -> Problem:
        """Return it as a problem with its code and place, about the thing of a reference where it concerns one."""
        return Problem(code, self.message, origin, self.hint, item)
