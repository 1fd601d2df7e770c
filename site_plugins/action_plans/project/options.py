"""What a project may choose in `mkdocs.yml`: the one record of its options, read by the plugin and the command."""

import re
import zoneinfo
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from action_plans.english.near import did_you_mean, nearest
from action_plans.model.printable import is_printable
from action_plans.model.problem import Code
from action_plans.model.record import Entries, Many, Record, Text
from action_plans.model.when import When
from action_plans.reading.folders import EVIDENCE

FIRST_YEAR, LAST_YEAR = 1970, 2199
"""The years in which the day of a site may lie: from where SOURCE_DATE_EPOCH counts, to where nobody plans."""


def sensible_day(when: When) -> When:
    """Return a day that can be today; refuse one from which no deadline can be counted."""
    if not FIRST_YEAR <= when.first.year <= when.last.year <= LAST_YEAR:
        instead = f"write a day from {FIRST_YEAR} to {LAST_YEAR}, such as 2026-03-01"
        words = f"the year {when.first.year} cannot be today; {instead}"
        raise PydanticCustomError("day", words)
    return when


def _place(written: str) -> str:
    if not is_printable(written):
        words = "it holds a character that no name of a file has; write the name again"
        raise PydanticCustomError("place", words)
    return written


def _web_address(written: str) -> str:
    try:
        parts = urlsplit(written)
    except ValueError:
        parts = urlsplit("")
    if parts.scheme.lower() not in ("http", "https") or not parts.hostname or re.search(r"[\s<>\"'`\\]", written):
        raise PydanticCustomError("web_address", "write a whole address that begins with https://")
    return written


def _timezone(written: str) -> str:
    try:
        zoneinfo.ZoneInfo(written)
    except (OSError, ValueError, zoneinfo.ZoneInfoNotFoundError):
        raise PydanticCustomError("timezone", "there is no such time zone; write one such as Europe/London") from None
    return written


def _as_off(written: object) -> object:
    """Take YAML's `off` and `false`, and either in quotation marks, as one."""
    return {"off": False, "false": False, "no": False, "on": True, "true": True, "yes": True}.get(
        str(written).casefold(), written
    )


def _as_version(written: object) -> object:
    """Take the name of a version that YAML read as a number; zeros at its beginning and exponents are lost then."""
    if isinstance(written, int) and not isinstance(written, bool) and len(str(written)) >= _SHORT:
        return str(written)
    if isinstance(written, int | float):
        raise PydanticCustomError("hidden", 'write the name of a version in quotation marks, such as "12345e6"')
    return written


def _hidden(written: str) -> str:
    if re.fullmatch(r"[0-9a-fA-F]{7,64}", written):
        return written.lower()
    if re.fullmatch(r"[A-Za-z][\w-]*(/[A-Za-z][\w-]*)?\.[a-z_]+", written):
        return written
    instead = "write a version, such as 1a2b3c4, or a field of a thing, such as OAK/A7.note"
    raise PydanticCustomError("hidden", f"“{written[:40]}” names nothing in the history; {instead}")


_SHORT = 7


def _checks(written: dict[str, bool]) -> dict[str, bool]:
    for name in written:
        code = _CODES.get(name.upper())
        if code is None:
            words = "there is no check {name}; the page /problems/ leads to the list of them"
            raise PydanticCustomError("check", words, {"name": name})
        if not code.is_plan_health:
            raise PydanticCustomError(
                "check",
                "{name} cannot be turned off: only the rules of how a good plan is made can, AP220 to AP229 and "
                "AP330 to AP339; answer it in the plan under accepted, with a reason",
                {"name": code.value},
            )
    return {name.upper(): on for name, on in written.items()}


_CODES = {code.value: code for code in Code}

Folder = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][\w-]*(/[A-Za-z0-9][\w-]*)*/?$")]
"""A folder of the site: letters, digits and hyphens, one below another with a slash; never outside it."""

Place = Annotated[Text, AfterValidator(_place)]
"""A file or folder of the project."""

Day = Annotated[When, AfterValidator(sensible_day)]
"""A day that can be today."""

Hidden = Annotated[str, BeforeValidator(_as_version), AfterValidator(_hidden)]
"""A version, by seven or more characters of its name, or a field, by reference and name."""

Switch = Annotated[bool, BeforeValidator(_as_off)]
"""On or off."""


class FamilyOptions(Record):
    """The family edition."""

    enabled: bool = True
    """Whether the family edition is built."""
    site_dir: Place = "site-family"
    """The folder it is written to, beside `mkdocs.yml`."""
    site_url: Annotated[Text, AfterValidator(_web_address)] | None = None
    """Its address on the web, once it has one."""
    require_approval: bool = True
    """Whether words for families wait until a role has approved them."""
    names_to_refuse: Place | None = None
    """A file outside the repository with names, one a line, that must never appear."""


class Options(Record):
    """The options of the plugin, under `plugins: action-plans:` in `mkdocs.yml`. None is needed."""

    plans_dir: Place = "plans"
    """The folder of the plans."""
    evidence_dir: Place = EVIDENCE
    """The folder of the evidence notes."""
    templates_dir: Place = "docs_templates"
    """The folder of the project's own templates; each replaces the package's of the same name."""
    as_of: Day | None = None
    """The day that counts as today; by default the day of the build."""
    timezone: Annotated[Text, AfterValidator(_timezone)] = "Europe/London"
    """Where it is that day: the name of a time zone."""
    attachments_limit: int = Field(default=20, ge=1, le=2000)
    """The size over which an attachment of a note is refused, in MB (millions of bytes)."""
    show_authors: bool = False
    """Whether the staff edition names who made each change in git; by default no person is named."""
    history_from: Day | None = None
    """The day from which versions in git are read, shown and counted; by default all are."""
    history_hide: Many[Hidden] = ()
    """What stays taken out of the history: versions by their first seven characters, and fields, as `OAK/A7.note`."""
    under: Folder | None = None
    """A folder of the site to put everything in, such as `improvement`."""
    allow_public_staff_edition: bool = False
    """Whether `mkdocs gh-deploy` may push the staff edition to a branch that is published for everybody."""
    content_policy: Text | None = None
    """A content security policy in place of ours on the pages of the staff edition, for a site that needs more."""
    timings: bool = False
    """Whether a build says in its log how long each of its phases took, in seconds of the processor."""
    checks: Annotated[Entries[str, Switch], AfterValidator(_checks)] = Field(default_factory=dict)
    """Checks of a plan's health that are turned off, by their code: `{AP331: off}`."""
    family: FamilyOptions = Field(default_factory=FamilyOptions)
    """The family edition."""

    @property
    def history_start(self) -> date | None:
        """The first day of the history that is read; None for all of it."""
        return self.history_from.first if self.history_from is not None else None

    @property
    def checks_off(self) -> tuple[Code, ...]:
        """The checks that are turned off, in the order of their codes."""
        return tuple(_CODES[name] for name, on in sorted(self.checks.items()) if not on)


def read_options(written: Mapping[str, Any]) -> tuple[Options, tuple[tuple[str, str], ...]]:
    """Return the options, and for each that is wrong its name and what is wrong with it."""
    given = {name: value for name, value in written.items() if value is not None}  # `under:` alone says nothing
    try:
        return Options.model_validate(given), ()
    except ValidationError as error:
        faults = tuple(_fault(each["loc"], each["type"], each["msg"]) for each in error.errors())
        return Options(), faults


def _fault(where: tuple[int | str, ...], kind: str, words: str) -> tuple[str, str]:
    name = ".".join(str(part) for part in where)
    if where == ("family",) and kind == "model_type":
        return name, "family: its options go below it, one on each line; for no family edition, enabled: false."
    if kind == "extra_forbidden":
        record: type[BaseModel] = FamilyOptions if where[0] == "family" else Options
        known = [field for field in record.model_fields if field != "origins"]
        near = nearest(str(where[-1]), known)
        hint = did_you_mean(near) if near else f"There are: {', '.join(known)}."
        return name, f"there is no option {name}. {hint}"
    return name, f"{name}: {_IN_WORDS.get(kind, words)}".rstrip(".") + "."


_IN_WORDS = {
    "bool_parsing": "write true or false",
    "bool_type": "write true or false",
    "finite_number": "write a whole number",
    "dict_type": "write one a line, such as `AP331: off`",
    "greater_than_equal": "the number is too small",
    "int_from_float": "write a whole number",
    "int_parsing": "write a whole number",
    "int_parsing_size": "write a whole number of a sensible size",
    "int_type": "write a whole number",
    "less_than_equal": "the number is too large",
    "model_type": "write its options below it, each on a line of its own",
    "string_pattern_mismatch": "write the name of a folder of the site, such as improvement",
    "string_too_short": "it is empty; leave it out, or write a value",
    "string_type": "write one text",
}
"""What the validator means, by its kinds of fault, in words; a fault of another kind is said as it says it."""
