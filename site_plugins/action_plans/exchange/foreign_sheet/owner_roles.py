"""The roles of a sheet: each owner's title gets a code, and whoever is named as a person becomes a role to be named."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from action_plans.exchange.foreign_sheet.cell_owners import ReadOwner, read_owners, role_codes
from action_plans.exchange.foreign_sheet.found_items import one_line
from action_plans.exchange.foreign_sheet.job_words import are_initials_of_a_name

TO_BE_NAMED = "Role to be named"
"""The title of a role that only a person's name stands for, with a number; without one, of an action without owner."""

_NUMBERED = re.compile(rf"{TO_BE_NAMED} (\d{{1,9}})")
_INITIALS = re.compile(r"[A-Z][A-Za-z]*[A-Z]s?")
_LONGEST_KEY = 120
_USUAL = {
    "RM": "Registered manager",
    "DM": "Deputy manager",
    "NI": "Nominated individual",
    "HOC": "Head of care",
    "RGN": "Registered general nurse",
    "RMN": "Registered mental health nurse",
    "HCA": "Healthcare assistant",
    "SMT": "Senior management team",
    "DSL": "Designated safeguarding lead",
    "HODS": "Heads of department",
}
"""What initials mean in a care service where no legend says otherwise: no other role gets them as its code."""


@dataclass(frozen=True, slots=True)
class Named:
    """Who a cell names: titles of roles, in order, those of them to be named, and initials taken by custom."""

    titles: tuple[str, ...]
    to_be_named: tuple[str, ...] = ()
    by_custom: tuple[str, ...] = ()
    is_person: bool = False


@dataclass(slots=True)
class OwnerRoles:
    """Remembers who was named. Read all cells, then ask for the codes.

    Attributes:
        legend: what initials stand for in the sheet.
        known: titles that have codes already, in the plan, its service or the provider: their codes.
        owners: what a map says of owners, by their words in the sheet; filled with those to be named.
    """

    legend: Mapping[str, str]
    known: Mapping[str, str]
    owners: dict[str, str]
    _titles: dict[str, None] = field(default_factory=dict)

    def read(self, text: str) -> Named:
        """Return who a cell names, and remember the titles."""
        whole = one_line(text)
        if not whole:
            return self._named([TO_BE_NAMED])
        if (told := self._told(whole)) is not None:
            return self._named(list(told), [whole] if any(map(_NUMBERED.fullmatch, told)) else [])
        titles: list[str] = []
        to_be_named: list[str] = []
        by_custom: list[str] = []
        is_person = False
        for owner in read_owners(text, {**self.legend, **self._told_initials()}):
            told = self._told(owner.text)
            if told is not None:
                titles += told
                to_be_named += [owner.text] if any(map(_NUMBERED.fullmatch, told)) else []
                continue
            title, custom = self._title(owner)
            is_person |= owner.is_person
            if custom:
                by_custom.append(owner.text)
            if _NUMBERED.fullmatch(title):
                to_be_named.append(owner.text)
            titles.append(title)
        return self._named(titles or [TO_BE_NAMED], to_be_named, by_custom, is_person=is_person)

    def codes(self) -> Mapping[str, str]:
        """Return a code for each title that was named."""
        known = {title.casefold(): code for title, code in self.known.items()}
        new = [title for title in self._titles if title.casefold() not in known]
        taken = {code: title for title, code in self.known.items()}
        plain = [title for title in new if not title.startswith(TO_BE_NAMED)]
        legend = {
            code: _without_name(title)
            for code, title in self.legend.items()
            if code not in taken and not are_initials_of_a_name(code, title)
        }
        used = {code.casefold() for code in (*taken, *legend)}
        usual = {code: title for code, title in _USUAL.items() if code.casefold() not in used}
        made = role_codes(plain, {**usual, **taken, **legend})
        codes = {title: made[title] for title in plain}
        for title in new:
            if title.startswith(TO_BE_NAMED):
                codes[title] = _code_to_be_named(title)
        return {title: known.get(title.casefold(), codes.get(title, "")) for title in self._titles}

    def _told(self, text: str) -> list[str] | None:
        """Return the titles that the map gives for words of a cell."""
        by_words = {_key(words).casefold(): title for words, title in self.owners.items()}
        told = by_words.get(_key(text).casefold())
        return [part.strip() for part in told.split(";") if part.strip()] if told is not None else None

    def _told_initials(self) -> Mapping[str, str]:
        return {words: title for words, title in self.owners.items() if re.fullmatch(r"[A-Za-z]{1,6}", words)}

    def _title(self, owner: ReadOwner) -> tuple[str, bool]:
        """Return the title of an owner, and whether it was taken by custom; that to be named for a person."""
        if owner.title is not None and not owner.is_person:
            return one_line(owner.title), False
        if not owner.is_person and owner.text.upper() in self.known.values():
            return next(title for title, code in self.known.items() if code == owner.text.upper()), False
        are_initials = not owner.is_person or _INITIALS.fullmatch(owner.text) is not None
        if are_initials and owner.text.upper() in _USUAL:
            return _USUAL[owner.text.upper()], True
        if owner.is_person and owner.title is not None:
            return one_line(owner.title), False
        title = f"{TO_BE_NAMED} {self._next()}"
        self.owners[_key(owner.text)] = title
        return title, False

    def _next(self) -> int:
        used: Iterable[str] = (*self.known, *self.owners.values(), *self._titles)
        return max((int(match[1]) for one in used if (match := _NUMBERED.fullmatch(one))), default=0) + 1

    def _named(
        self,
        titles: list[str],
        to_be_named: Iterable[str] = (),
        by_custom: Iterable[str] = (),
        *,
        is_person: bool = False,
    ) -> Named:
        unique = list(dict.fromkeys(titles))
        self._titles |= dict.fromkeys(unique)
        return Named(tuple(unique), tuple(to_be_named), tuple(by_custom), is_person)


def _key(words: str) -> str:
    """Return the words of an owner as a map names them: the beginning of what is no owner at all, but a whole text."""
    return one_line(words)[:_LONGEST_KEY].strip()


def _code_to_be_named(title: str) -> str:
    number = _NUMBERED.fullmatch(title)
    return f"TBN{number[1]}" if number else "TBN"


def _without_name(title: str) -> str:
    """Return the role of what initials stand for without a person: of `Registered manager, Mary Example`."""
    owners = read_owners(title, {})
    if not any(owner.is_person for owner in owners):
        return title
    return next((one_line(owner.title) for owner in owners if owner.title), title)
