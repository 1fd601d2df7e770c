"""What a project may set, in one place: the plugin and the command read the same options."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from action_plans.model.record import Record, Text
from action_plans.model.when import When
from action_plans.project.template_folders import builtin_templates

Folder = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][\w-]*(/[A-Za-z0-9][\w-]*)*/?$")]
"""A folder of the site: letters, digits and hyphens, one below another with a slash; never outside it."""


def _printable(path: str) -> str:
    if not path.isprintable():
        raise ValueError("it holds a sign that cannot be printed; write the path with letters, digits and hyphens.")
    return path


Place = Annotated[Text, AfterValidator(_printable)]
"""A folder or file of the machine: any path that a file system and a message can bear."""

FIRST_YEAR, LAST_YEAR = 1970, 2199


def in_reach(when: When) -> When:
    """Return a day that may count as today: the years around it can be counted too.

    Raises:
        ValueError: it lies too far away; the text says what to write.
    """
    if not FIRST_YEAR <= when.first.year <= when.last.year <= LAST_YEAR:
        raise ValueError(f"write a day between {FIRST_YEAR} and {LAST_YEAR}, such as 2026-03-01.")
    return when


class FamilyOptions(Record):
    """The family edition."""

    enabled: bool = True
    """Whether the family edition is built."""
    site_dir: Place = "site-family"
    """The folder it is written to, beside `mkdocs.yml`."""
    site_url: Text | None = None
    """Its address on the web, once it has one."""
    require_approval: bool = True
    """Whether words for families wait until a role has approved them."""
    names_to_refuse: Place | None = None
    """A file outside the repository with names, one a line, that must never appear."""


class Options(Record):
    """The options of the plugin, under `plugins: action-plans:` in `mkdocs.yml`. None is needed."""

    plans_dir: Place = "plans"
    """The folder of the plans."""
    evidence_dir: Place = "evidence"
    """The folder of the evidence notes."""
    templates_dir: Place = "docs_templates"
    """The folder of the project's own templates; each replaces the package's of the same name."""
    as_of: Annotated[When, AfterValidator(in_reach)] | None = None
    """The day that counts as today; by default the day of the build."""
    attachments_limit: int = Field(default=20, ge=1, le=2000)
    """The size over which an attachment of a note is refused, in MB (millions of bytes)."""
    show_authors: bool = False
    """Whether the staff edition names who made each change in git; by default no person is named."""
    under: Folder | None = None
    """A folder of the site to put everything in, such as `improvement`."""
    allow_public_staff_edition: bool = False
    """Whether `mkdocs gh-deploy` may push the staff edition to a branch that is published for everybody."""
    content_policy: Text | None = None
    """A content security policy in place of ours on the pages of the staff edition, for a site that needs more."""
    family: FamilyOptions = Field(default_factory=FamilyOptions)
    """The family edition."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that one run needs to know: where the project is, its options, what day it is.

    `names_to_refuse` must never appear in the family edition; they come from a file outside the repository.
    """

    root: Path
    options: Options
    today: date
    site_name: str = "Improvement plan"
    names_to_refuse: tuple[str, ...] = ()

    @property
    def prefix(self) -> str:
        """The folder of the site that everything of ours lies in, with a slash at its end; empty for the root."""
        return f"{self.options.under.strip('/')}/" if self.options.under else ""

    @property
    def templates(self) -> tuple[Path, ...]:
        """The folders to look for templates in, the project's own first."""
        own, builtin = self.root / self.options.templates_dir, builtin_templates()
        return (own, builtin) if own.resolve() != builtin.resolve() else (builtin,)


def today(options: Options, environment: Mapping[str, str]) -> date:
    """Return the day that counts as today: `as_of`, else SOURCE_DATE_EPOCH, else the day of the build (UTC).

    A month as `as_of` means its last day. Raises ValueError, OverflowError or OSError where SOURCE_DATE_EPOCH is no
    number of seconds, or leads to a day that is too far away.
    """
    if options.as_of is not None:
        return options.as_of.last
    epoch = environment.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise ValueError(moment)
    return moment.date()
