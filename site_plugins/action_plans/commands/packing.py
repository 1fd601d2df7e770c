"""Packing the staff edition for an inspector: one zip, with what it was made from and a sum for every file."""

from dataclasses import dataclass, replace
from pathlib import Path

from action_plans.exchange.zip_writer import TooLargeForZipError
from action_plans.history.read_history import read_history
from action_plans.model.problem import Problem, Severity
from action_plans.model.record import slug
from action_plans.notes.attachments import size_in_words
from action_plans.pack.contents import Packed, contents
from action_plans.pack.manifest import SUMS, About, PackedFrom
from action_plans.pack.one_service import UnknownServiceError, part_of, problems_of_part
from action_plans.pack.paths import SharedPathError
from action_plans.pack.zip_writing import NotOursError, write_pack
from action_plans.pipeline import Examined, examine, look_back, show
from action_plans.project.settings import Settings
from action_plans.reading.framework_files import read_frameworks
from action_plans.tracing.trace import Trace


class CannotPackError(Exception):
    """Nothing was written, for what the command was asked; the text says what to do."""


class ErrorsInPlansError(Exception):
    """Nothing was written, for errors in what people wrote: `problems`."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} errors")
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Written:
    """A pack that was written: where, its length in bytes, the SHA-256 of its list of sums, and its version."""

    file: Path
    size: int
    manifest: str
    made_from: PackedFrom

    @property
    def in_words(self) -> str:
        """What to tell whoever made it."""
        return (
            f"Packed: {self.file}, {size_in_words(self.size)}, {self.made_from.in_words}.\n"
            "Write this number down, and give it to whoever gets the pack by another way than the pack itself:\n"
            f"  {self.manifest}\n"
            f"It is the SHA-256 of {SUMS}. With it they can tell whether anything was altered: action-plans verify"
        )


def pack(settings: Settings, service: str | None = None, file: Path | None = None) -> Written:
    """Write the inspection pack of a project, or of one service of it, by its id.

    `file` is the zip to write; by default one in the current folder, named after the site or service and the day.

    Raises:
        ErrorsInPlansError: the plans have errors.
        CannotPackError: there is no such service, or the file cannot be written.
    """
    examined = look_back(examine(settings), settings)
    errors = examined.problems_of(Severity.ERROR)
    if errors:
        raise ErrorsInPlansError(errors)
    if service is not None:
        examined = _of_service(examined, settings, service)
    about = _about(examined.trace, settings, service)
    destination = file or Path(f"inspection-pack-{slug(service or settings.site_name)}-{settings.today}.zip")
    packed = Packed(examined.trace, examined.problems, show(examined, settings))
    try:
        manifest = write_pack(destination, contents(packed, about, settings.templates), about)
        return Written(destination, destination.stat().st_size, manifest, about.made_from)
    except NotOursError:
        raise CannotPackError(
            f"{destination} is there already and is no inspection pack, so it stays as it is. Name another with -o."
        ) from None
    except SharedPathError as error:
        raise CannotPackError(
            f"{error} would lie at one place in the pack, so that one would be lost. Nothing was packed. Rename one of "
            "them so that their names differ in more than capitals, spaces and signs."
        ) from None
    except TooLargeForZipError as error:
        raise CannotPackError(f"{error} Nothing was packed. Pack one service at a time, with --service.") from None
    except OSError as error:
        raise CannotPackError(f"The pack cannot be written to {destination}: {error.strerror or error}.") from None


def _of_service(examined: Examined, settings: Settings, service: str) -> Examined:
    own_frameworks, _ = read_frameworks(settings.root, settings.options.plans_dir)
    try:
        part = part_of(examined.trace, service, own_frameworks)
    except UnknownServiceError as error:
        raise CannotPackError(str(error)) from None
    notes = examined.notes.of_part(part.portfolio.notes)
    return replace(examined, trace=part, notes=notes, problems=problems_of_part(part, examined.problems))


def _about(trace: Trace, settings: Settings, service: str | None) -> About:
    named = next(iter(trace.service_of.values())) if service is not None else None
    name = f"{named.name if named is not None else settings.site_name}: inspection pack"
    chosen = named.id if named is not None else None
    return About(name, settings.site_name, chosen, settings.today, _made_from(trace, settings))


def _made_from(trace: Trace, settings: Settings) -> PackedFrom:
    """Return the version of everything that the pack is made from. Only files that it shows are named."""
    options = settings.options
    folders = (options.plans_dir, options.evidence_dir, options.templates_dir)
    history = read_history(settings.root, folders)
    portfolio = trace.portfolio
    shown = [plan.path for plan in portfolio.plans]
    shown += [note.path for note in portfolio.notes]
    shown += [service.origin.path for service in portfolio.services]
    named = tuple(sorted(path for path in dict.fromkeys(shown) if history.key(path) in history.changed))
    others = len(history.changed - {history.key(path) for path in named})
    return PackedFrom(history.commit, "" if history.commit else history.reason, named, others)
