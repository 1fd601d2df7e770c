"""`action-plans templates`: the project's own templates, what each was copied from, and what changed since."""

from collections.abc import Iterator
from dataclasses import dataclass

from action_plans.model.printable import printable
from action_plans.project.copied_templates import CopiedTemplate, copied_templates
from action_plans.project.settings import Settings
from action_plans.project.template_versions import this_version
from action_plans.reading.folders import shown_path
from action_plans.staff.staff_templates import staff_template_mistakes

NONE = "This project has no templates of its own: every page is made from those that come with the program.\n"


@dataclass(frozen=True, slots=True)
class TemplateReport:
    """What to print, and whether a template is wrong."""

    text: str
    has_mistakes: bool


def template_report(settings: Settings) -> TemplateReport:
    """Look through the project's own templates."""
    copies = copied_templates(settings.templates)
    mistakes = [mistake.problem(settings.root) for mistake in staff_template_mistakes(settings.templates)]
    lines = [*(str(problem) for problem in mistakes)]
    for one in copies:
        lines += [printable(line) for line in _lines(one, shown_path(settings.root, one.file))]
    return TemplateReport("".join(f"{line}\n" for line in lines) or NONE, bool(mistakes))


def _lines(one: CopiedTemplate, path: str) -> Iterator[str]:
    if not one.is_used:
        meant = f" Did you mean {one.meant}?" if one.meant is not None else ""
        yield f"{path}: none of ours is called so, and no template of yours names it: it is never used.{meant}"
    elif not one.stands_for_ours:
        yield f"{path}: your own, beside ours."
    else:
        yield f"{path}: {_copied(one)}"
        if one.difference:
            yield "  What is different (-) in yours and (+) in ours of today:"
            yield from (f"    {line}" for line in one.difference[2:])
        else:
            yield "  It is as ours is today: take it away, and changes of ours will reach you."


def _copied(one: CopiedTemplate) -> str:
    if one.version is None:
        return (
            "it does not say which version it was copied from. Compare it, and write the first line of ours, with its "
            f"version {this_version()}, at its top."
        )
    changed = "ours has changed since" if one.is_older else "ours has not changed since"
    return f"copied from version {one.version}; {changed}."
