"""The ledger of inspection packs that were given to somebody."""

import re
from typing import Annotated

from pydantic import AfterValidator

from action_plans.model.record import Many, Record, Text
from action_plans.model.service import ServiceId
from action_plans.model.when import When


def _number(written: str) -> str:
    """Return a pack's number as `pack` shows it; other programs show it in capitals, or with spaces."""
    number = "".join(written.split()).lower()
    if not re.fullmatch("[0-9a-f]{64}", number):
        raise ValueError("the number of a pack is the 64 figures and letters that were shown when it was packed")
    return number


def _commit(written: str) -> str:
    """Return the name of a commit in git."""
    if not re.fullmatch("[0-9a-f]{40}([0-9a-f]{24})?", written):
        raise ValueError("write the whole name of the commit, 40 figures and letters, or null where there is none")
    return written


class GivenPack(Record):
    """A pack that was given to somebody: a line of the ledger."""

    date: When
    """The day on which it was packed."""
    number: Annotated[Text, AfterValidator(_number)]
    """The number of the pack, as it was shown when it was packed."""
    to: Text
    """Whom it was packed for."""
    service: ServiceId | None = None
    """The service that it is limited to; null where it holds all."""
    commit: Annotated[Text, AfterValidator(_commit)] | None = None
    """The commit that it was made from; null where it holds anything that is in no commit."""


class Ledger(Record):
    """Every pack that was given to somebody, in the order written."""

    packs: Many[GivenPack] = ()
    """A line for each."""
