"""What is said of a file of the project's own theme that is not used."""

from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem

LANGUAGE_HINT = "Write the missing entries; the rest of the project's own pages is used."
"""What to do about a language of which entries are missing: nothing else is left out for that."""


def theme_problem(path: str, what: str, hint: str, line: int = 1) -> Problem:
    """Return what is wrong with a file of the project's own theme, which is not used for that."""
    message = f"{path} {what}. The package's own pages are used instead of the project's."
    return Problem(Code.OWN_THEME, message, Origin(path, line, 1), hint)
