"""How a plan that a sheet became is called: its id, its title, its service."""

import re
import unicodedata

from pydantic import TypeAdapter, ValidationError

from action_plans.exchange.foreign_sheet.found_items import one_line
from action_plans.exchange.foreign_sheet.sheet_head import SheetHead
from action_plans.model.portfolio import Portfolio
from action_plans.model.record import Id, slug
from action_plans.model.service import Service

_ID: TypeAdapter[str] = TypeAdapter(Id)
_LONGEST = 40
_DASH = re.compile(r"\s+[-\N{EN DASH}\N{EM DASH}]+\s+|\s*[:|]\s+|\s*\N{EM DASH}\s*")
_FOR = re.compile(r"(?i)\bplans? (?:for|of|at) (?:the )?(\S.*)")
_OF_A_PLAN = re.compile(
    r"(?i)\b(?:plan|plans|action|actions|improvement|improvements|cqc|audit|inspection|report|tracker)\b"
)


def plan_id_of(stem: str) -> str:
    """Return the id of a plan by the name of its file: capitals, letters, figures and hyphens."""
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode()
    made = slug(plain).upper()
    if not made[:1].isalpha():
        made = f"PLAN-{made}".rstrip("-")
    made = made[:_LONGEST].strip("-")
    return made if is_plan_id(made) else f"PLAN-{made}"[:_LONGEST]


def is_plan_id(written: str) -> bool:
    """Whether a plan may be called so: `evidence` is where the notes are."""
    try:
        _ID.validate_python(written)
    except ValidationError:
        return False
    return written.casefold() != "evidence"


def service_of(portfolio: Portfolio, written: str | None, head: SheetHead, stem: str) -> str:
    """Return what a plan calls its service: what is written, else the only one, else what the sheet or the file say.

    Of a sheet a line that names the service counts, then the title. One that is known is called by its id.
    """
    if written is None and len(portfolio.services) == 1:
        return portfolio.services[0].id
    name = written or head.service or _in_title(head.title) or one_line(stem.replace("_", " "))
    known = known_service(portfolio, name)
    return known.id if known is not None else name


def known_service(portfolio: Portfolio, written: str) -> Service | None:
    """Return the service that goes by an id or a name."""
    folded = written.casefold()
    return next((one for one in portfolio.services if folded in (one.id.casefold(), one.name.casefold())), None)


def _in_title(title: str) -> str:
    """Return the title row up to a dash; what stands behind it where only that is no word for a plan."""
    parts = [part.strip() for part in _DASH.split(title) if part.strip()]
    if not parts:
        return ""
    if len(parts) > 1 and _OF_A_PLAN.search(parts[0]) and not _OF_A_PLAN.search(parts[1]):
        return parts[1]
    if (named := _FOR.search(parts[0])) is not None:
        return named[1]
    return parts[0] if len(parts) > 1 or not _OF_A_PLAN.search(parts[0]) else ""
