"""The templates of the staff edition, with the filters that they may use."""

from collections.abc import Sequence
from pathlib import Path

from action_plans.diagrams.state_marks import tone
from action_plans.notes.markup import line_html, text_html
from action_plans.project.own_templates import TemplateMistakeError
from action_plans.project.templates import Templates, template_mistakes

_FILTERS = {"paragraphs": text_html, "line": line_html, "tone": tone}


def staff_templates(folders: Sequence[Path]) -> Templates:
    """Return the templates found in `folders`, the first before the second.

    Filters: `paragraphs` and `line` turn people's Markdown into safe HTML, `tone` gives the colour of a state.
    """
    return Templates(folders, _FILTERS)


def staff_template_mistakes(folders: Sequence[Path]) -> tuple[TemplateMistakeError, ...]:
    """Return what reading shows to be wrong in the project's own templates, which are in the first of `folders`."""
    return template_mistakes(folders, _FILTERS)
