"""What a field of the model holds, said beside its type, so that rules and pages ask the model and keep no lists."""

from dataclasses import dataclass

from action_plans.model.reference import Kind


@dataclass(frozen=True, slots=True)
class Takes:
    """What a field takes, in words for whoever writes it: one, and several."""

    one: str
    several: str


@dataclass(frozen=True, slots=True)
class NamesRole:
    """The value is a role's code; with `or_body` an outside body may be written in words instead."""

    or_body: bool = False


@dataclass(frozen=True, slots=True)
class Cites:
    """The value is a reference to one of these kinds.

    `verb` is set where it makes an edge of the trace, and `reverse` where the thing cited is the edge's subject.
    `or_words`: anything with a space in it is words, and cites nothing.
    """

    kinds: tuple[Kind, ...]
    verb: str | None = None
    reverse: bool = False
    own_plan_only: bool = False
    or_words: bool = False


@dataclass(frozen=True, slots=True)
class NamesSource:
    """The value is the id of a source of the same plan."""


@dataclass(frozen=True, slots=True)
class NamesAim:
    """The value is the id of an organisational objective, of the plan or the provider, or words."""


@dataclass(frozen=True, slots=True)
class IsId:
    """The value is an id: what other fields cite."""


@dataclass(frozen=True, slots=True)
class ForStaff:
    """The value is words that people wrote for the staff edition."""


@dataclass(frozen=True, slots=True)
class ForFamilies:
    """The value is written for families: words, or a fact such as a telephone number."""


@dataclass(frozen=True, slots=True)
class ShownOnRequest:
    """The value is shown of evidence that is kept until asked for."""


@dataclass(frozen=True, slots=True)
class FilledIn:
    """Reading gives the field a value where none is written."""
