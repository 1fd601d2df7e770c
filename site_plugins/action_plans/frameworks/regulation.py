"""The regulations that a finding can cite, with the names that reports give them."""

import json
import re
from dataclasses import dataclass, field
from enum import StrEnum, unique
from functools import cache
from importlib.resources import files


@unique
class Instrument(StrEnum):
    """The two instruments whose regulations a finding cites."""

    RA2014 = "RA2014"
    """Health and Social Care Act 2008 (Regulated Activities) Regulations 2014."""
    REG2009 = "REG2009"
    """Care Quality Commission (Registration) Regulations 2009."""

    @property
    def full_name(self) -> str:
        """The instrument's name in full."""
        return _file(self).title


@dataclass(frozen=True, slots=True)
class Regulation:
    """One regulation of one of the two instruments.

    Attributes:
        instrument: which instrument it is in.
        number: its number, such as `12` or `20A`.
        title: its name in the instrument.
        aliases: other names that reports and letters use for it.
    """

    instrument: Instrument
    number: str
    title: str
    aliases: tuple[str, ...] = field(default=(), compare=False, repr=False)

    @property
    def ref(self) -> str:
        """How the trace cites it: `RA2014-12`."""
        return f"{self.instrument}-{self.number}"

    @property
    def name(self) -> str:
        """Its number in words: `Regulation 12`, `Registration Regulation 18`."""
        return f"{'Registration ' if self.instrument is Instrument.REG2009 else ''}Regulation {self.number}"

    @property
    def label(self) -> str:
        """Its number and title: `Regulation 12: Safe care and treatment`."""
        return f"{self.name}: {self.title}"

    @property
    def order(self) -> tuple[str, int, str]:
        """What to sort by: the 2014 Regulations first, then by number, 9A between 9 and 10."""
        return (self.instrument.value, int(re.sub(r"\D", "", self.number)), re.sub(r"\d", "", self.number))


@dataclass(frozen=True, slots=True)
class RegulationsFile:
    """What the data says of one instrument.

    Attributes:
        title: the instrument's full name.
        source: where its regulations were read, in words.
        read_on: the day on which they were read, as `2026-11-23`.
        unverified: what was not checked against the source, in words.
        regulations: those that can be cited, by number.
    """

    title: str
    source: str
    read_on: str
    unverified: str
    regulations: tuple[Regulation, ...]


def regulations(instrument: Instrument | None = None) -> tuple[Regulation, ...]:
    """Return the regulations that can be cited, of one instrument or of both, in order."""
    chosen = Instrument if instrument is None else (instrument,)
    return tuple(one for each in chosen for one in _file(each).regulations)


def about_regulations(instrument: Instrument) -> RegulationsFile:
    """Return where the regulations of an instrument were read, and what is unverified."""
    return _file(instrument)


@cache  # shipped data does not change while the program runs
def _file(instrument: Instrument) -> RegulationsFile:
    name = {Instrument.RA2014: "ra-2014", Instrument.REG2009: "reg-2009"}[instrument]
    data = json.loads((files("action_plans.frameworks") / "data" / "regulations" / f"{name}.json").read_bytes())
    return RegulationsFile(
        title=data["title"],
        source=data["source"],
        read_on=data["read_on"],
        unverified=data["unverified"],
        regulations=tuple(
            Regulation(instrument, one["number"], one["title"], tuple(one.get("aliases", ())))
            for one in data["regulations"]
        ),
    )
