"""`action-plans export`: a plan as a spreadsheet, CSV, JSON or a calendar."""

from dataclasses import dataclass
from pathlib import Path

from action_plans.commands.errors_first import plan_without_errors
from action_plans.exchange.plan_exports import EXPORTS
from action_plans.model.errors import ActionPlansError
from action_plans.pipeline import examine
from action_plans.project.settings import Settings


@dataclass(eq=False)
class AlreadyThereError(ActionPlansError):
    """Nothing was written: there is a `file` of that name, and nobody said that it may be replaced."""

    file: Path

    def __str__(self) -> str:
        return f"{self.file} is there already, so it stays as it is. To replace it, name it: -o {self.file}"


@dataclass(frozen=True, slots=True)
class Exported:
    """A plan in another form: its bytes, and the name of its file where nobody names another."""

    content: bytes
    name: str

    def write(self, file: Path | None) -> Path:
        """Write it to a file, or beside where the command runs under its own name; return where.

        Raises:
            AlreadyThereError: there is something of its own name.
            OSError: it cannot be written.
        """
        place = file or Path(self.name)
        if file is None and place.exists():
            raise AlreadyThereError(place)
        unfinished = place.with_name(f".{place.name}.part")
        try:
            unfinished.write_bytes(self.content)
            unfinished.replace(place)
        except OSError as error:  # people know the file by the name that they gave
            raise OSError(error.errno, error.strerror, str(place)) from None
        finally:
            unfinished.unlink(missing_ok=True)
        return place


def export(settings: Settings, form: str, plan: str | None) -> Exported:
    """Return a plan in another form: a name of `EXPORTS`.

    Raises:
        WhichPlanError: it is not plain which plan is meant.
        ErrorsFirstError: the plan has errors, so that it cannot be told whole.
    """
    examined = examine(settings)
    chosen = plan_without_errors(examined, plan)
    return Exported(EXPORTS[form](examined.trace, chosen), f"{chosen.id.lower()}.{form}")
