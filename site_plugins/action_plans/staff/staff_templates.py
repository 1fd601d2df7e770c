"""The templates of the staff edition, with the filters that they may use."""

from collections.abc import Sequence
from pathlib import Path

from action_plans.diagrams.state_marks import tone
from action_plans.notes.markup import line_html, text_html
from action_plans.project.own_templates import TemplateMistakeError
from action_plans.project.templates import Filters, Templates, template_mistakes
from action_plans.staff.filled_columns import filled_columns

_FILTERS: Filters = {"paragraphs": text_html, "line": line_html, "tone": tone, "filled_columns": filled_columns}


def staff_templates(folders: Sequence[Path]) -> Templates:
    """Return the templates found in `folders`, the first before the second.

    Filters: `paragraphs` and `line` turn people's Markdown into safe HTML, `tone` gives the colour of a state,
    `filled_columns` leaves out the columns of a table that no row fills.
    """
    return Templates(folders, _FILTERS)


def staff_template_mistakes(folders: Sequence[Path]) -> tuple[TemplateMistakeError, ...]:
    """Return what reading shows to be wrong in the project's own templates, which are in the first of `folders`."""
    return template_mistakes(folders, _FILTERS)
