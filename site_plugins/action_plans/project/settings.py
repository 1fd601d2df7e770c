"""What a project may set, in one place: the plugin and the command read the same options."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from action_plans.model.record import Record, Text
from action_plans.model.when import When
from action_plans.project.template_folders import builtin_templates

Folder = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9][\w-]*(/[A-Za-z0-9][\w-]*)*/?$")]
"""A folder of the site: letters, digits and hyphens, one below another with a slash; never outside it."""


class FamilyOptions(Record):
    """The family edition."""

    enabled: bool = True
    """Whether the family edition is built."""
    site_dir: Text = "site-family"
    """The folder it is written to, beside `mkdocs.yml`."""
    site_url: Text | None = None
    """Its address on the web, once it has one."""
    require_approval: bool = True
    """Whether words for families wait until a role has approved them."""
    names_to_refuse: Text | None = None
    """A file outside the repository with names, one a line, that must never appear."""


class Options(Record):
    """The options of the plugin, under `plugins: action-plans:` in `mkdocs.yml`. None is needed."""

    plans_dir: Text = "plans"
    """The folder of the plans."""
    evidence_dir: Text = "evidence"
    """The folder of the evidence notes."""
    templates_dir: Text = "docs_templates"
    """The folder of the project's own templates; each replaces the package's of the same name."""
    as_of: When | None = None
    """The day that counts as today; by default the day of the build."""
    attachments_limit: int = Field(default=20, ge=1, le=2000)
    """The size over which an attachment of a note is refused, in MB (millions of bytes)."""
    show_authors: bool = False
    """Whether the staff edition names who made each change in git; by default no person is named."""
    under: Folder | None = None
    """A folder of the site to put everything in, such as `improvement`."""
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

    A month as `as_of` means its last day. Raises ValueError where SOURCE_DATE_EPOCH is no number of seconds.
    """
    if options.as_of is not None:
        return options.as_of.last
    epoch = environment.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.date()
