"""What a field of the model holds, said beside its type, so that rules and pages ask the model instead of a list."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamesRole:
    """The value is a role's code; with `or_body` an outside body may be written in words instead."""

    or_body: bool = False


@dataclass(frozen=True, slots=True)
class OrWords:
    """The value may be words instead of a reference: anything with a space in it is."""
