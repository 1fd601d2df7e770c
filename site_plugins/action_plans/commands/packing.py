"""Packing the staff edition for an inspector: one zip, with what it was made from and a sum for every file."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from action_plans.commands.pack_ledger import LedgerError, LedgerFile, line_of
from action_plans.english.wording import lower_first
from action_plans.exchange.zip_writer import TooLargeForZipError
from action_plans.history.read_history import read_history
from action_plans.model.errors import ActionPlansError
from action_plans.model.packs import GivenPack
from action_plans.model.problem import Problem, Severity
from action_plans.model.record import slug
from action_plans.model.when import When
from action_plans.notes.attachments import size_in_words
from action_plans.pack.contents import Packed, contents
from action_plans.pack.manifest import SUMS, About, PackedFrom
from action_plans.pack.one_service import part_of, problems_of_part
from action_plans.pack.paths import SharedPathError
from action_plans.pack.zip_writing import NotOursError, write_pack
from action_plans.pipeline import Examined, examine, look_back
from action_plans.project.own_templates import TemplateMistakeError
from action_plans.project.project_file import PROJECT_FILES
from action_plans.project.settings import Settings
from action_plans.reading.framework_files import read_frameworks
from action_plans.reading.packs_file import PACKS
from action_plans.showing import show
from action_plans.tracing.trace import Trace


class CannotPackError(ActionPlansError):
    """Nothing was written, for what the command was asked; the text says what to do."""

    is_wrong_use: ClassVar[bool] = True


class CannotWritePackError(ActionPlansError):
    """Nothing was written, for the file that was to hold the pack, or the ledger; the text says what to do."""


class ErrorsInPlansError(ActionPlansError):
    """Nothing was written, for errors in what people wrote: `problems`."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems

    def __str__(self) -> str:
        return "\n".join([*map(str, self.problems), "Nothing was packed. Put the errors right first."])


@dataclass(frozen=True, slots=True)
class Written:
    """A pack that was written: where, its length in bytes, the SHA-256 of its list of sums, and its version.

    `line` is what was written into the ledger, where it was packed for somebody.
    """

    file: Path
    size: int
    manifest: str
    made_from: PackedFrom
    line: GivenPack | None = None

    @property
    def in_words(self) -> str:
        """What to tell whoever made it."""
        return self._packed() + (self._written_down(self.line) if self.line is not None else "")

    def _written_down(self, line: GivenPack) -> str:
        said = f"\nWritten into {PACKS}: packed for {line.to}."
        if line.commit is not None:
            return said
        why = self.made_from.reason or (
            "the pack holds changes that are in no commit. Commit, then pack again, so that it can be made again"
        )
        return f"{said} No version stands there: {lower_first(why).rstrip('.')}."

    def _packed(self) -> str:
        return (
            f"Packed: {self.file}, {size_in_words(self.size)}, {self.made_from.in_words}.\n"
            "Write this number down, and give it to whoever gets the pack by another way than the pack itself:\n"
            f"  {self.manifest}\n"
            f"It is the SHA-256 of {SUMS}. With it they can tell whether anything was altered: action-plans verify"
        )


def pack(settings: Settings, service: str | None = None, file: Path | None = None, to: str | None = None) -> Written:
    """Write the inspection pack of a project, or of one service of it, by its id.

    `file` is the zip to write; by default one in the current folder, named after the site or service and the day. `to`
    is whom it is for: once the pack is there, a line is written into the ledger, which the pack does not hold.

    Raises:
        ErrorsInPlansError: the plans have errors.
        UnknownServiceError: no plan is about that service.
        CannotPackError: it cannot be packed as it was asked for.
        CannotWritePackError: the file cannot be written.
    """
    examined = look_back(examine(settings), settings)
    errors = examined.problems_of(Severity.ERROR)
    if errors:
        raise ErrorsInPlansError(errors)
    if service is not None:
        examined = _of_service(examined, settings, service)
    about = _about(examined.trace, settings, service)
    line = _line(about, to)
    ledger = _ledger(settings, line)
    destination = file or Path(f"inspection-pack-{slug(service or settings.site_name)}-{settings.today}.zip")
    try:
        packed = Packed(examined.trace, examined.problems, show(examined, settings, offers_blocks=False))
        number = write_pack(destination, contents(packed, about, settings.templates), about)
        written = Written(destination, destination.stat().st_size, number, about.made_from)
    except TemplateMistakeError as error:
        raise ErrorsInPlansError((error.problem(settings.root),)) from None
    except NotOursError:
        raise CannotWritePackError(
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
        raise CannotWritePackError(f"The pack cannot be written to {destination}: {error.strerror or error}.") from None

    if ledger is None or line is None:
        return written
    line = line.model_copy(update={"number": number})
    try:
        ledger.write(line)
    except LedgerError as error:
        raise CannotWritePackError(
            f"{written.in_words}\n{error} The pack is there; write this line yourself:\n{line_of(line)}"
        ) from None
    return replace(written, line=line)


def _line(about: About, to: str | None) -> GivenPack | None:
    """Return what to write down of a pack, without its number.

    Raises:
        CannotPackError: nobody is named.
    """
    if to is None:
        return None
    who = " ".join(to.split())
    if not who or not who.isprintable():
        raise CannotPackError("--to names nobody: write whom the pack is for, such as --to CQC.")
    made_from = about.made_from
    commit = None if made_from.has_changes else made_from.commit
    return GivenPack(date=When.on(about.as_of), number="0" * 64, to=who, service=about.service, commit=commit)


def _ledger(settings: Settings, line: GivenPack | None) -> LedgerFile | None:
    """Return the ledger, where a line is to be written.

    Raises:
        CannotPackError: no line can be written.
    """
    if line is None:
        return None
    try:
        ledger = LedgerFile(settings.root)
        ledger.with_line(line)
    except LedgerError as error:
        raise CannotPackError(f"{error} Nothing was packed.") from None
    return ledger


def _of_service(examined: Examined, settings: Settings, service: str) -> Examined:
    own_frameworks = read_frameworks(settings.root, settings.options.plans_dir).known
    part = part_of(examined.trace, service, own_frameworks)
    notes = examined.notes.of_part(part.portfolio.notes)
    own = {each.id.casefold() for each in part.service_of.values()}
    packs = tuple(each for each in examined.packs if each.service is None or each.service.casefold() in own)
    problems = problems_of_part(part, examined.problems)
    return replace(examined, trace=part, notes=notes, problems=problems, packs=packs)


def _about(trace: Trace, settings: Settings, service: str | None) -> About:
    named = next(iter(trace.service_of.values())) if service is not None else None
    name = f"{named.name if named is not None else settings.site_name}: inspection pack"
    chosen = named.id if named is not None else None
    return About(name, settings.site_name, chosen, settings.today, _made_from(trace, settings))


def _made_from(trace: Trace, settings: Settings) -> PackedFrom:
    """Return the version of everything that the pack is made from. Only files that it shows are named."""
    options = settings.options
    folders = (options.plans_dir, options.evidence_dir, options.templates_dir, PACKS, *PROJECT_FILES)
    history = read_history(settings.root, folders)
    portfolio = trace.portfolio
    shown = [plan.path for plan in portfolio.plans]
    shown += [note.path for note in portfolio.notes]
    shown += [service.origin.path for service in portfolio.services]
    shown += [PACKS, *PROJECT_FILES]
    named = tuple(sorted(path for path in dict.fromkeys(shown) if history.key(path) in history.changed))
    others = len(history.changed - {history.key(path) for path in named})
    return PackedFrom(history.commit, "" if history.commit else history.reason, named, others)
