"""What is said when a site cannot be published."""

from pathlib import Path

from action_plans.model.errors import ActionPlansError


class PublishingError(ActionPlansError):
    """Nothing was published, and what was there before is still there.

    Its text is a sentence or two for a person: what is wrong, and what to do.

    Attributes:
        folder: the folder that it is about.
    """

    def __init__(self, message: str, folder: Path) -> None:
        super().__init__(message)
        self.folder = folder
