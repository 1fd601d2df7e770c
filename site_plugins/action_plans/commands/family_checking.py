"""`action-plans family-check`: what in the words for families is hard to read or looks private."""

from dataclasses import dataclass

from action_plans.family.family_report import family_report
from action_plans.pipeline import examine, family_templates
from action_plans.project.settings import Settings


@dataclass(frozen=True, slots=True)
class FamilyChecked:
    """What to print, and whether something that is asked to be published is held back."""

    text: str
    holds_back: bool


def family_check(settings: Settings, *, as_json: bool = False) -> FamilyChecked:
    """Look through the words for families.

    Raises:
        WordsFileError: a file of the theme's words cannot be read.
    """
    trace, options = examine(settings).trace, settings.options.family
    report = family_report(trace, family_templates(settings), options, settings.names_to_refuse)
    held_back = any(page.publish and page.is_held_back for page in report.pages)
    return FamilyChecked(report.as_json() if as_json else report.as_text(), held_back)
