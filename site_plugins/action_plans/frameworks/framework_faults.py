"""What can be wrong with a framework file, in words that a manager can act on."""

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic_core import ErrorDetails


@dataclass(frozen=True, slots=True)
class FrameworkFault:
    """One thing wrong with a framework file.

    Attributes:
        path: the keys and list positions (from 0) that lead to it; empty for the file as a whole.
        message: what is wrong, a sentence.
        hint: what to write instead, a sentence; empty where the message says it.
    """

    path: tuple[str | int, ...]
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Read as `key_questions.0: “title” is missing. Write …`."""
        where = ".".join(map(str, self.path))
        return " ".join(filter(None, [f"{where}:" if where else "", self.message, self.hint]))


class FrameworkFileError(Exception):
    """A framework file that cannot be used.

    Attributes:
        identifier: the framework's id, from the file's name.
        faults: everything wrong with it, in the order of the file; never empty.
    """

    def __init__(self, identifier: str, faults: Sequence[FrameworkFault]) -> None:
        super().__init__(f"The framework {identifier} cannot be read. " + " ".join(map(str, faults)))
        self.identifier = identifier
        self.faults = tuple(faults)


def fault_of(error: ErrorDetails) -> FrameworkFault:
    """Return one error of validation as a fault."""
    path = tuple(error["loc"])
    name = path[-1] if path else "This file"
    if error["type"] == "value_error":
        sentence = error["msg"].removeprefix("Value error, ")
        return FrameworkFault(path, sentence[:1].upper() + sentence[1:])
    message, hint = _SENTENCES.get(error["type"], _ANY_OTHER)
    if error["type"] == "extra_forbidden":
        hint = f"The fields here are: {_fields_beside(path)}."
    return FrameworkFault(path, message.format(name=name), hint.format(name=name))


_SHAPE = "A framework has a title, a source and key_questions; each of these has a title and statements."
_ANY_OTHER = ("What is written at “{name}” cannot be used.", _SHAPE)
_A_LIST = ("“{name}” must be a list with at least one entry.", "Start each entry on a line of its own with a hyphen.")
_WORDS = ("Words are wanted at “{name}”.", "Write a title, such as `Learning culture`.")
_YES_OR_NO = ("“{name}” must be yes or no.", "Write `{name}: yes` or `{name}: no`.")
_SENTENCES = {
    "missing": ("“{name}” is missing.", "Write `{name}:` and what belongs there."),
    "extra_forbidden": ("“{name}” is no field of a framework file.", ""),
    "string_type": _WORDS,
    "string_too_short": _WORDS,
    "string_pattern_mismatch": (
        "What is written at “{name}” cannot be a short name.",
        "Write lower case letters, digits and hyphens, such as `learning-culture`.",
    ),
    "tuple_type": _A_LIST,
    "no_entries": _A_LIST,
    "bool_type": _YES_OR_NO,
    "bool_parsing": _YES_OR_NO,
}
"""A message and a hint for each kind of error that validation can find."""


def _fields_beside(path: Sequence[str | int]) -> str:
    if "statements" in path[:-1]:
        return "title, slug"
    if "key_questions" in path[:-1]:
        return "title, slug, statements"
    return "title, version, draft, source, read_on, unverified, key_questions"
