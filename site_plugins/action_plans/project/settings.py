"""Everything that one run needs to know, read in one place for the plugin and for the command."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from action_plans.project.config_file import read_settled_file
from action_plans.project.options import FIRST_YEAR, LAST_YEAR, Options
from action_plans.project.own_pages import OwnPages
from action_plans.project.project_file_error import ProjectFileError
from action_plans.project.template_folders import builtin_templates

NAME = "Improvement plan"
"""What a site without a name is called."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that one run needs to know: where the project is, its options, what day it is.

    `names_to_refuse` must never appear in the family edition; they come from a file outside the repository. `own_pages`
    says where hand-written pages lie.
    """

    root: Path
    options: Options
    today: date
    site_name: str = NAME
    names_to_refuse: tuple[str, ...] = ()
    own_pages: OwnPages | None = None
    unnamed_in: str | None = None
    """The project's file, where it does not name the plugin: `mkdocs build` then makes a site without the plans."""

    @property
    def own_files(self) -> dict[str, str]:
        """The hand-written pages and files of the site by their path in it, each with the file that it is made from."""
        if self.own_pages is None:
            return {}
        folders = (self.options.plans_dir, self.options.evidence_dir, self.options.templates_dir)
        return self.own_pages.files(self.root, [self.root / folder for folder in folders])

    @property
    def prefix(self) -> str:
        """The folder of the site that everything of ours lies in, with a slash at its end; empty for the root."""
        return f"{self.options.under.strip('/')}/" if self.options.under else ""

    @property
    def templates(self) -> tuple[Path, ...]:
        """The folders to look for templates in, the project's own first."""
        own, builtin = self.root / self.options.templates_dir, builtin_templates()
        return (own, builtin) if own.resolve() != builtin.resolve() else (builtin,)


@dataclass(eq=False)
class ClockError(ProjectFileError):
    """SOURCE_DATE_EPOCH tells no day: it says `written`."""

    written: str

    def __str__(self) -> str:
        return (
            f"SOURCE_DATE_EPOCH is “{self.written[:40]}”, which is no number of seconds from {FIRST_YEAR} to "
            f"{LAST_YEAR}: unset it, or set it to one."
        )


@dataclass(eq=False)
class NamesError(ProjectFileError):
    """The file of names that families must never see cannot be read: `path` and why."""

    path: Path
    why: str

    def __str__(self) -> str:
        return (
            f"{self.path}, the file of names that families must never see, cannot be read: {self.why}. Without it "
            "nothing is published: put it there as UTF-8 text, or take family.names_to_refuse out."
        )


def read_settings(
    root: Path, options: Options, site_name: str, environment: Mapping[str, str], own_pages: OwnPages | None = None
) -> Settings:
    """Return the settings of a project in the folder `root`, on the day that its options or the environment say.

    Raises:
        ClockError: SOURCE_DATE_EPOCH is needed and tells no day.
        NamesError: the file of refused names cannot be read; nothing may be published without it.
    """
    return Settings(root, options, today(options, environment), site_name or NAME, _names(root, options), own_pages)


def today(options: Options, environment: Mapping[str, str]) -> date:
    """Return the day that counts as today: `as_of`, else that of SOURCE_DATE_EPOCH, else of the build.

    The last two are days in the option `timezone`. A month as `as_of` means its last day.

    Raises:
        ClockError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    if options.as_of is not None:
        return options.as_of.last
    zone = ZoneInfo(options.timezone)
    epoch = environment.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now(zone).date()
    try:
        day = datetime.fromtimestamp(int(epoch), zone).date()
    except (ValueError, OverflowError, OSError):
        raise ClockError(epoch) from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ClockError(epoch)
    return day


def _names(root: Path, options: Options) -> tuple[str, ...]:
    if options.family.names_to_refuse is None:
        return ()
    path = root / options.family.names_to_refuse
    try:
        text = read_settled_file(path).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NamesError(path, "it is not saved as UTF-8") from None
    except (OSError, RuntimeError) as error:
        raise NamesError(path, getattr(error, "strerror", None) or "its links go in a circle") from None
    return tuple(name for line in text.splitlines() if (name := line.strip()))
