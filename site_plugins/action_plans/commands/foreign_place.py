"""Where a plan that a sheet becomes is written: never over a plan that was not made of a file of this name."""

from dataclasses import dataclass
from pathlib import Path

from action_plans.exchange.foreign_sheet.names_of_plan import is_plan_id, plan_id_of
from action_plans.exchange.foreign_sheet.plan_text import made_from
from action_plans.model.errors import ActionPlansError
from action_plans.model.portfolio import Portfolio
from action_plans.model.printable import printable
from action_plans.project.settings import Settings


@dataclass(eq=False)
class NotImportedError(ActionPlansError):
    """A sheet cannot be imported so; `why` in a sentence. Nothing was written."""

    why: str

    def __str__(self) -> str:
        return f"{self.why} Nothing was written."


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """The id of a plan, its path in the project, and what stands there: None where nothing does."""

    id: str
    path: str
    before: bytes | None


def plan_place(settings: Settings, portfolio: Portfolio, written: str | None, file: Path) -> PlanPlace:
    """Return where the plan of a file is or will be; `written` is the id that was asked for.

    Raises:
        NotImportedError: the id is none, or another plan or file has it.
    """
    if written is not None and not is_plan_id(written):
        raise NotImportedError(
            f"--plan is “{printable(written)}”, which is no id of a plan: a letter, then letters, digits or hyphens, "
            "at most 40."
        )
    plan = written or plan_id_of(file.stem)
    known = next((one for one in portfolio.plans if one.id.casefold() == plan.casefold()), None)
    folder = settings.options.plans_dir.strip("/")
    path = known.path if known is not None else f"{folder}/{plan}.yaml"
    place = settings.root / path
    if known is None and place.parent.is_dir():
        named = {f"{plan}{ending}".casefold() for ending in (".yaml", ".yml")}
        there = next((one for one in sorted(place.parent.iterdir()) if one.name.casefold() in named), None)
        if there is not None:
            path, place = f"{folder}/{there.name}", there
    if not place.is_file():
        return PlanPlace(plan, path, None)
    before = place.read_bytes()
    if made_from(before.decode("utf-8", errors="replace")) != printable(file.name):
        raise NotImportedError(
            f"{path} is there already, and its first line does not say that it was made from {printable(file.name)}. "
            "Give the plan another name: --plan ID."
        )
    return PlanPlace(known.id if known is not None else plan, path, before)
