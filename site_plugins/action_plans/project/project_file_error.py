"""What is said when a project's file, or a file that it names, cannot be used."""

from typing import ClassVar

from action_plans.model.errors import ActionPlansError


class ProjectFileError(ActionPlansError):
    """There is no `mkdocs.yml`, or it cannot be used; nothing was read of the plans."""

    is_wrong_use: ClassVar[bool] = True
