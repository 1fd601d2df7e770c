"""What `action-plans init` has to know of a service: said with options, asked at a terminal, or else the usual."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, TypeVar

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from action_plans.english.near import did_you_mean, nearest
from action_plans.english.wording import either
from action_plans.model.errors import ActionPlansError
from action_plans.model.printable import is_printable
from action_plans.model.record import is_reserved, slug
from action_plans.model.service import Service, ServiceKind
from action_plans.model.when import MONTHS, When, read_when

LONGEST = 100
"""How many letters the name of a service or a role may have."""

OLDEST = 10
"""How many years ago a report may have been published that a plan still answers."""

_USUAL_NAME = "Our service"
_USUAL_KIND = ServiceKind.CARE_HOME
_USUAL_ROLES: Mapping[ServiceKind, Mapping[str, str]] = {
    ServiceKind.HOME_CARE: {"RM": "Registered manager", "CC": "Care coordinator"},
    ServiceKind.SHARED_LIVES: {"RM": "Registered manager", "CC": "Scheme coordinator"},
    ServiceKind.HOSPITAL: {"WM": "Ward manager", "MA": "Matron"},
    ServiceKind.AMBULANCE: {"OM": "Operations manager", "CL": "Clinical lead"},
}
_ELSEWHERE = {"RM": "Registered manager", "DM": "Deputy manager"}
_CODE = re.compile(r"[^\W_](?:[^\W_]|-(?=[^\W_])){0,19}")
_FIGURES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_BETWEEN_ROLES = re.compile(r",(?=[^,=]*=)")

T = TypeVar("T")
Read = Callable[[str], object]
Ask = Callable[[str, str, Read], str]
"""Asks whoever sits at the terminal: the question, the usual answer, and what refuses an answer. Returns the answer."""


@dataclass(eq=False)
class AnswerError(ActionPlansError):
    """An answer cannot be taken; `why` says so in a sentence, with what to write instead."""

    why: str
    is_wrong_use: ClassVar[bool] = True

    def __str__(self) -> str:
        return self.why


@dataclass(frozen=True, slots=True)
class Said:
    """What was said with options, as it was written; None where nothing was."""

    name: str | None = None
    kind: str | None = None
    roles: str | None = None
    report_date: str | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What a first plan is about: the service's name and kind, its roles by code, and the day of the report."""

    name: str
    kind: ServiceKind
    roles: Mapping[str, str]
    report_date: When

    @property
    def service_id(self) -> str:
        """The service's id: its name in short, where that has letters and is no device of Windows."""
        short = slug(self.name)[:60].strip("-") or "service"
        made = f"{short}-service" if is_reserved(short) else short
        try:
            return Service(id=made, name=self.name).id
        except ValidationError:
            return "service"


def answered(said: Said, today: date, ask: Ask | None) -> Answers:
    """Return all answers: those said, then those given at the terminal, else the usual ones.

    Raises:
        AnswerError: one that was said cannot be taken.
    """

    def answer(written: str | None, question: str, usual: str, read: Callable[[str], T]) -> T:
        if written is None:
            written = ask(question, usual, read) if ask is not None else usual
        return read(written)

    name = answer(said.name, "What is your service called? It stands at the top of every page", _USUAL_NAME, read_name)
    kinds = ", ".join(ServiceKind)
    kind = answer(said.kind, f"What kind of service is it? One of {kinds}", _USUAL_KIND.value, read_kind)
    usual = ", ".join(f"{code}={title}" for code, title in _USUAL_ROLES.get(kind, _ELSEWHERE).items())
    roles = answer(said.roles, "Who does the work? Roles, not names, each with a short code", usual, read_roles)
    asked = "When was the report published that the plan answers? The plan counts from it"
    day = answer(said.report_date, asked, today.isoformat(), lambda written: read_report_date(written, today))
    return Answers(name, kind, roles, day)


def read_name(written: str) -> str:
    """Return a service's name.

    Raises:
        AnswerError: it is empty, too long, or holds what no name has.
    """
    return _title(written, "the name of a service", "Oakfield House")


def read_kind(written: str) -> ServiceKind:
    """Return the kind of a service, in whatever letters it is written.

    Raises:
        AnswerError: there is no such kind.
    """
    kind = ServiceKind.of(written)
    if kind is None:
        near = nearest(written, list(ServiceKind))
        hint = did_you_mean(near) if near else f"Write {either(list(ServiceKind))}."
        raise AnswerError(f"There is no kind of service “{_shown(written)}”. {hint}")
    return kind


def read_roles(written: str) -> Mapping[str, str]:
    """Return roles by their codes, from `RM=Registered manager, DM=Deputy manager`. A title may hold a comma.

    Raises:
        AnswerError: a code or a title is missing, cannot be one, or is there twice.
    """
    roles: dict[str, str] = {}
    for one in _BETWEEN_ROLES.split(written.strip().removesuffix(",")):
        code, equals, title = (part.strip() for part in one.partition("="))
        if not (code and equals and title):
            raise AnswerError(f"“{_shown(one)}” is no code with a role: write RM=Registered manager, parted by commas.")
        if not _CODE.fullmatch(code) or is_reserved(code):
            raise AnswerError(
                f"“{_shown(code)}” cannot be the code of a role: use up to 20 letters and digits, such as RM."
            )
        if code.casefold() in {other.casefold() for other in roles}:
            raise AnswerError(f"Two roles have the code {code}: give each one its own.")
        roles[code] = _title(title, "the title of a role", "Registered manager")
    return roles


def read_report_date(written: str, today: date) -> When:
    """Return the day or the month of a report; `20/03/2026` too, where it can be read in one way only.

    Raises:
        AnswerError: it is no date, lies too long ago for a plan to answer it, or in the future.
    """
    try:
        when = read_when(_in_figures(written.strip()))
    except PydanticCustomError as error:
        raise AnswerError(f"The date of the report: {error.message()}.") from None
    if when.first > today:
        raise AnswerError(
            f"The report cannot be from {when}, which is still to come: leave the date out until it is there."
        )
    if when.first.year < today.year - OLDEST:
        raise AnswerError(f"The report cannot be from {when}, more than {OLDEST} years ago: write its year again.")
    return when


def _in_figures(written: str) -> str:
    """Return `2026-03-20` for `20/03/2026`; leave what could be two days, and what is not written so."""
    match = _FIGURES.fullmatch(written)
    if match is None:
        return written
    day, month, year = (int(part) for part in match.groups())
    if day != month and day <= len(MONTHS) and month <= len(MONTHS):
        one, other = (f"{first} {MONTHS[second - 1]} {year}" for first, second in ((day, month), (month, day)))
        raise AnswerError(f"“{written}” can be {one} or {other}: write the month as a word.")
    return f"{year}-{month}-{day}"


def _title(written: str, what: str, example: str) -> str:
    words = " ".join(written.split(" ")).strip()
    if not words:
        raise AnswerError(f"{what.capitalize()} is missing: write it as in {example}.")
    if len(words) > LONGEST:
        raise AnswerError(f"{what.capitalize()} has at most {LONGEST} letters, and this has {len(words)}: shorten it.")
    if not is_printable(words) or re.search(r"[<>]", words):
        raise AnswerError(f"“{_shown(words)}” cannot be {what}: leave out < and > and what cannot be printed.")
    return words


def _shown(written: str) -> str:
    return written.strip()[:60]
