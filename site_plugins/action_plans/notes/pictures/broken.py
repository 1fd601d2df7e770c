"""What is raised where a picture cannot be published."""


class BrokenPictureError(ValueError):
    """A picture that is damaged, cut short, or not of its kind. Its text says so as the end of a sentence."""


class HugePictureError(ValueError):
    """A picture that would take more memory to show than anybody should be asked for."""
