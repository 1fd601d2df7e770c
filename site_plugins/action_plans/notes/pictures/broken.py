"""What is raised where a picture cannot be published, and reading that raises it."""

from action_plans.model.errors import ActionPlansError


class BrokenPictureError(ActionPlansError):
    """A picture that is damaged, cut short, or not of its kind. Its text says so as the end of a sentence."""


class HugePictureError(ActionPlansError):
    """A picture that would take more memory to show than anybody should be asked for."""


def byte_at(content: bytes, at: int) -> int:
    """Return one byte of a picture.

    Raises:
        BrokenPictureError: the picture ends before it.
    """
    if at >= len(content):
        raise BrokenPictureError("is cut short")
    return content[at]
