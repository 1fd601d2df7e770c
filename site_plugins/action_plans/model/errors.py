"""The root of every exception that is ours."""

from typing import ClassVar


class ActionPlansError(Exception):
    """Something cannot be done, foreseen, and said in words: what is wrong, and what to do about it.

    What an exception is about are its attributes; `str()` makes the sentence for a person from them.

    Attributes:
        is_wrong_use: whether the command was called, or the project set up, in a way that cannot work. Anything else
            is a matter of files: what they hold, or that they cannot be written.
    """

    is_wrong_use: ClassVar[bool] = False
