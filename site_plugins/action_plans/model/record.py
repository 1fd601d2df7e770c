"""What every record of the model is built on: frozen, complete, and aware of where it was written."""

import re
from enum import StrEnum
from typing import Annotated, Any, Self, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    StringConstraints,
)
from pydantic.json_schema import SkipJsonSchema
from pydantic_core import CoreSchema, PydanticCustomError

from action_plans.model.markers import ForStaff, IsId, NamesRole, Takes
from action_plans.model.origin import NOWHERE, Origin, Origins

ORIGINS_KEY = "\0"
"""The key under which reading hands over the origins of a mapping: NUL, which no YAML file can hold."""

_WINDOWS_NAMES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10)))
)

T = TypeVar("T")
K = TypeVar("K")


class Record(BaseModel):
    """A frozen record. Unknown fields are refused; empty ones count as not given."""

    model_config = ConfigDict(
        defer_build=True,  # of the records within a plan none is checked alone: only the plan's own check is built
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        str_strip_whitespace=True,
    )

    origins: SkipJsonSchema[Origins] = Field(
        default_factory=lambda: NOWHERE,  # else it would be copied with all that it holds, each time
        alias=ORIGINS_KEY,
        exclude=True,
        repr=False,
    )

    @property
    def origin(self) -> Origin:
        """Where the record is written."""
        return self.origins.origin

    def at(self, field: str, index: int | None = None) -> Origin:
        """Return where a field's value is written, by the name it has in the file."""
        return self.origins.value(field, index)

    def __eq__(self, other: object) -> bool:
        """Compare by what is said, not by where it stands."""
        return type(self) is type(other) and self._said() == other._said()

    __hash__ = None  # type: ignore[assignment]  # records hold mappings; a reference is what stands for one

    def _said(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "origins"}


class Choice(StrEnum):
    """A closed list of words as they are written in files; `label` is how a page shows one.

    Case does not matter, and spaces, hyphens and underscores are alike: `Requires improvement`, `Off_track`.
    """

    @classmethod
    def of(cls, written: str) -> Self | None:
        """Return the word of the list that is written, in whatever spelling; None where it is none of them."""
        meant = re.sub(r"[\s_-]+", "-", written.strip().casefold())
        return next((member for member in cls if member.value == meant), None)

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        return cls.of(value) if isinstance(value, str) else None

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Describe to an editor the words to offer, and every spelling of them that is read."""
        words = handler.resolve_ref_schema(handler(schema))
        spellings = "|".join(_in_any_spelling(member.value) for member in cls)
        told: dict[str, Any] = {name: words.pop(name) for name in ("title", "description") if name in words}
        return {**told, "anyOf": [words, {"type": "string", "pattern": f"^[\\s]*({spellings})[\\s]*$"}]}

    @property
    def label(self) -> str:
        """The word as a page shows it."""
        return self.value.replace("-", " ").capitalize()


def _in_any_spelling(word: str) -> str:
    return "".join(f"[{sign.lower()}{sign.upper()}]" if sign.isalpha() else r"[\s_-]+" for sign in word)


def slug(text: str) -> str:
    """Return lower case, apostrophes dropped, every other run of non-letters one hyphen: `St Anne's` → `st-annes`."""
    plain = text.casefold().replace("'", "").replace("\N{RIGHT SINGLE QUOTATION MARK}", "")
    return re.sub(r"[\W_]+", "-", plain).strip("-")


def title_alone(written: object) -> object:
    """Take a bare title where a record that has one is meant."""
    return {"title": written} if isinstance(written, str) else written


def _as_many(written: object) -> object:
    """Take a single value where a list is meant."""
    return written if isinstance(written, list | tuple) else [written]


def _without_origins(written: object) -> object:
    """Take the entries of a mapping whose names are the writer's own: without origins, and without empty ones."""
    if not isinstance(written, dict):
        return written
    return {key: value for key, value in written.items() if key != ORIGINS_KEY and value is not None}


def _as_text(written: object) -> object:
    """Read `- Regulation 12: Safe care and treatment` back as the text it was meant to be.

    YAML makes a mapping of one pair of it; nothing else than its text is ever meant where text is.
    """
    if isinstance(written, dict):
        pairs = [(key, value) for key, value in written.items() if key != ORIGINS_KEY]
        if len(pairs) == 1 and isinstance(pairs[0][1], str):
            return f"{pairs[0][0]}: {pairs[0][1]}"
    return written


_WORDS = BeforeValidator(_as_text, json_schema_input_type=str | float)
_NOT_EMPTY = StringConstraints(min_length=1)

Text = Annotated[str, _WORDS, _NOT_EMPTY, Takes("text", "texts"), ForStaff()]
"""Words for the staff edition: Markdown of one or more paragraphs."""

Plain = Annotated[str, _WORDS, _NOT_EMPTY, Takes("text", "texts")]
"""What is no words about the work: a name, an address, the number of a paper."""


def is_reserved(name: str) -> bool:
    """Whether Windows keeps a name for a device: no file or folder there can be called so, whatever its ending."""
    return name.casefold() in _WINDOWS_NAMES


def no_device(name: str) -> str:
    """Refuse a name that Windows keeps for a device: it could be no part of an address that is a file."""
    if is_reserved(name):
        raise PydanticCustomError("windows_name", "Windows keeps this name for a device")
    return name


Id = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9-]{0,39}$"),
    AfterValidator(no_device),
    Takes("an id", "ids"),
    IsId(),
]
"""A letter, then letters, digits or hyphens, at most 40; matched without regard to case."""

RoleCode = Annotated[str, _NOT_EMPTY, Takes("a role's code", "codes of roles"), NamesRole()]
"""A role's short code, such as RM: whoever answers for something."""

RoleOrBody = Annotated[
    Text,
    Takes("a role's code, or an outside body in words", "codes of roles, or outside bodies in words"),
    NamesRole(or_body=True),
]
"""A role's short code, or an outside body in two words or more: whoever did, said, checked or decided something."""

Reference = Annotated[str, _NOT_EMPTY, Takes("a reference", "references")]
"""A reference: `A1` within the plan, `PLAN/A1` from elsewhere. What it may lead to is said by `Cites`."""

ReferenceOrWords = Annotated[Text, Takes("a reference, or words", "references, or words")]
"""A reference, or words: anything with a space in it is words."""

Many = Annotated[tuple[T, ...], BeforeValidator(_as_many)]
"""Any number; a single value may stand where a list is meant."""

Entries = Annotated[dict[K, T], BeforeValidator(_without_origins)]
"""A mapping whose names are the writer's own, such as the codes of roles."""


class Item(Record):
    """Something a plan is made of, with what an old spreadsheet had and the model has not."""

    note: Text | None = None
    """A remark for the staff edition."""
    extra: Entries[str, Text] = Field(default_factory=dict)
    """Labels and texts carried over from elsewhere; shown in the staff edition only."""
