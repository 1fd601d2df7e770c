"""`action-plans import` of a sheet that nobody exported from here: it becomes a plan, or changes the one it became."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from action_plans.commands.errors_first import new_warnings, refuse_errors, refuse_new_errors
from action_plans.commands.foreign_place import PlanPlace, plan_place
from action_plans.commands.foreign_report import ForeignImported
from action_plans.exchange.file_replacing import replace_file
from action_plans.exchange.foreign_sheet.cell_dates import DateOrder
from action_plans.exchange.foreign_sheet.foreign_reading import ForeignSheet, Options, read_foreign
from action_plans.exchange.foreign_sheet.found_items import Fields, Remark, Topic
from action_plans.exchange.foreign_sheet.map_writing import map_text
from action_plans.exchange.foreign_sheet.names_of_plan import known_service, service_of
from action_plans.exchange.foreign_sheet.plan_items import plan_items
from action_plans.exchange.foreign_sheet.plan_merging import HEAD, Merging, merging, sums
from action_plans.exchange.foreign_sheet.plan_remaking import COLUMNS, is_read_otherwise, is_untouched, sum_of_columns
from action_plans.exchange.foreign_sheet.plan_text import plan_text
from action_plans.exchange.foreign_sheet.sheet_map import SheetMap, Taken, read_map
from action_plans.exchange.plan_writing import plan_data, with_changes
from action_plans.exchange.spreadsheet_reading import Spreadsheet
from action_plans.model.people import Role
from action_plans.model.reference import Ref
from action_plans.pipeline import Examined, examine
from action_plans.project.settings import Settings

_OF_SHEET = ("title", "note")
"""The plan's own fields that a sheet says; its id and service are written once."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for on the command line beside the file; None where nothing was."""

    plan: str | None = None
    service: str | None = None
    map_file: Path | None = None
    dates: str | None = None
    green: str | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class _MapFile:
    """The file of the map: what stands in it, and what that says; None where there is none."""

    file: Path
    before: bytes | None
    said: SheetMap | None

    @property
    def taken(self) -> Taken:
        return self.said.taken if self.said is not None else {}


def import_foreign(
    settings: Settings, examined: Examined, file: Path, book: Spreadsheet, asked: Asked
) -> ForeignImported:
    """Make a plan of a sheet, or write into the plan that was made of it what changed in the sheet since.

    `examined` is the project as it is.

    Raises:
        SpreadsheetError: no table can be told in it, or what it says cannot be read.
        MapError: the map says what cannot be.
        NotImportedError: the plan's name is taken by a plan that was not made of this file.
        ErrorsFirstError: the plan has errors that are to be put right first.
        NotWrittenError: the plan's layout cannot be edited.
    """
    place = plan_place(settings, examined.trace.portfolio, asked.plan, file)
    if place.before is not None:
        refuse_errors(examined, place.path)
    told = _map_file(file, asked.map_file)
    data = plan_data(place.before, place.path) if place.before is not None else {}
    remarks = _read_otherwise(place, data, told)
    is_anew = remarks == (_MADE_ANEW,)
    former = replace(place, before=None) if is_anew else place
    taken: Taken = {} if is_anew else told.taken
    data = {"service": data["service"]} if is_anew else data
    sheet = read_foreign(book, _options(settings, examined, former, file, told, asked))
    items = plan_items(sheet, data, taken)
    head = _head(examined, place, sheet, file, asked.service or data.get("service"))
    known = _known(examined, former, asked.service or data.get("service"))
    roles = {code: title for title, code in sheet.codes.items() if title not in known}
    of_sheet = {name: value for name, value in head.items() if name in _OF_SHEET}
    if former.before is None:
        merged = Merging((), remarks, {HEAD: sums(of_sheet), **{item.id: sums(item.fields) for item in items}})
        after = plan_text(file.name, head, roles, items).encode()
    else:
        merged = merging(data, of_sheet, roles, items, taken)
        merged = replace(merged, remarks=(*remarks, *merged.remarks))
        after = with_changes(former.before, merged.changes, place.path)
    then = examine(settings, instead={place.path: after})
    places = {Ref.to(place.id, item.id).casefold(): item.place for item in items}
    refuse_new_errors(examined, then, places)
    made = ForeignImported(file.name, place, after, sheet, tuple(items), merged)
    made = replace(
        made,
        ignored=book.ignored,
        service=str(head["service"]) if asked.service is None and place.before is None else "",
        warnings=tuple(str(one) for one in new_warnings(examined, then)),
        map_name=told.file.name,
        is_by_map=told.said is not None,
        dry_run=asked.dry_run,
    )
    if asked.dry_run:
        return made
    if after != place.before:
        target = settings.root / place.path
        target.parent.mkdir(parents=True, exist_ok=True)
        replace_file(target, place.before, after)
    return replace(made, map_trouble=_write_map(told, sheet.sheet_map, merged.taken, file.name))


def _read_otherwise(place: PlanPlace, data: Mapping[str, Any], told: _MapFile) -> tuple[Remark, ...]:
    """Return what is to be said where the map was put right since: the plan is made anew, or was changed meanwhile."""
    if place.before is None or told.said is None or not is_read_otherwise(told.said):
        return ()
    text = place.before.decode("utf-8-sig", errors="replace")
    return (_MADE_ANEW if is_untouched(data, text, told.taken) else _STAYS,)


_MADE_ANEW = Remark(
    Topic.TAKEN, "", "The map reads the sheet otherwise than before, and nobody had changed the plan: it was made anew."
)
_STAYS = Remark(
    Topic.TAKEN,
    "",
    "The map reads the sheet otherwise than before, and the plan was changed meanwhile: what came of the former "
    "reading stays in it. Take out what is wrong; or delete the plan, and import the sheet again.",
)


def _map_file(file: Path, written: Path | None) -> _MapFile:
    """Return the map that is named, else that beside the sheet."""
    place = written or file.with_name(f"{file.name}.map.yaml")
    if written is None and not place.is_file():
        return _MapFile(place, None, None)
    before = place.read_bytes()
    return _MapFile(place, before, read_map(before.decode("utf-8-sig", errors="replace"), place.name))


def _options(
    settings: Settings, examined: Examined, place: PlanPlace, file: Path, told: _MapFile, asked: Asked
) -> Options:
    return Options(
        file=file.name,
        today=settings.today,
        known_roles=_known(examined, place, asked.service),
        sheet_map=told.said,
        map_name=told.file.name,
        dates=DateOrder(asked.dates) if asked.dates else None,
        green=asked.green,
    )


def _known(examined: Examined, place: PlanPlace, service: str | None) -> dict[str, str]:
    """Return the codes of the roles that the plan, its service and the provider have, by their titles."""
    portfolio = examined.trace.portfolio
    held = portfolio.plans if place.before is not None else ()
    plan = next((one for one in held if one.path == place.path), None)
    written = service or (plan.service if plan is not None and isinstance(plan.service, str) else None)
    if written is not None:
        known = known_service(portfolio, written)
    else:
        known = portfolio.services[0] if len(portfolio.services) == 1 else None
    several: list[Mapping[str, Role]] = []
    if plan is not None:
        several.append(plan.roles)
    if known is not None:
        several.append(known.roles)
    if portfolio.provider is not None:
        several.append(portfolio.provider.roles)
    found: dict[str, str] = {}
    for roles in several:
        for code, role in roles.items():
            found.setdefault(role.title, code)
    return found


def _head(examined: Examined, place: PlanPlace, sheet: ForeignSheet, file: Path, service: str | None) -> Fields:
    """Return the plan's own fields."""
    title = sheet.head.title or file.stem
    head: dict[str, Any] = {
        "id": place.id,
        "title": title,
        "service": service_of(examined.trace.portfolio, service, sheet.head, file.stem),
    }
    if sheet.head.lines:
        head["note"] = "\n\n".join(sheet.head.lines)
    return head


def _write_map(told: _MapFile, made: SheetMap, taken: Taken, file: str) -> str:
    """Write the map beside the sheet; return why it could not be, as on a disk that cannot be written."""
    before = told.before.decode("utf-8-sig", errors="replace") if told.before is not None else None
    of_head = {**taken.get(HEAD, {}), COLUMNS: sum_of_columns(made)}
    text = map_text(replace(made, taken={**taken, HEAD: of_head}), file, before).encode()
    if text == told.before:
        return ""
    try:
        replace_file(told.file, told.before, text)
    except OSError as error:
        return (error.strerror or "unknown reason").lower()
    return ""
