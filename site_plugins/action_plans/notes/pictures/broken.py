"""What is raised where a picture cannot be published."""

from action_plans.model.errors import ActionPlansError


class BrokenPictureError(ActionPlansError):
    """A picture that is damaged, cut short, or not of its kind. Its text says so as the end of a sentence."""


class HugePictureError(ActionPlansError):
    """A picture that would take more memory to show than anybody should be asked for."""
