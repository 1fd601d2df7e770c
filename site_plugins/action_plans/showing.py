"""The end of the whole way: the staff edition of a project that was examined, as far as it is kept from before."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from action_plans.exchange.trail_json import trail
from action_plans.keeping.fingerprint import fingerprint
from action_plans.keeping.kept_files import KeptFiles
from action_plans.keeping.program import folder_sum, program_sum
from action_plans.past import histories
from action_plans.pipeline import Examined
from action_plans.project.settings import Settings
from action_plans.project.timings import TIMINGS
from action_plans.publishing.aside import Aside
from action_plans.reading.yaml.file_text import read_file
from action_plans.staff.groups.apart import Around
from action_plans.staff.groups.kept_groups import KeptGroups
from action_plans.staff.page import Asset, Edition
from action_plans.staff.staff_edition import compose
from action_plans.tracing.addresses import TRAIL
from action_plans.words_to_approve import approvals_to_read


def show(examined: Examined, settings: Settings, *, offers_blocks: bool = True) -> Edition:
    """Return the staff edition.

    `offers_blocks` is whether each gap says what may be written, and where: for whoever has the files, not in a pack.
    Of what is made for a pack nothing is kept.

    Raises:
        TemplateMistakeError: a template of the project's own is wrong in a way that only using it shows.
    """
    kept = KeptGroups(KeptFiles(settings.root, "pages"), _made_by(settings)) if offers_blocks else None
    edition = compose(
        examined.trace,
        examined.problems,
        examined.notes,
        settings.templates,
        settings.site_name,
        examined.provenance,
        approvals_to_read(examined, settings),
        checks_off=settings.options.checks_off,
        packs=examined.packs,
        histories=histories(examined.trace.portfolio, examined.past, settings),
        around=around(examined, settings, offers_blocks=offers_blocks),
        kept=kept,
    )
    if kept is not None:
        kept.clear_up()
    with TIMINGS.phase("downloads"):
        traced = Asset(TRAIL, trail(examined.trace, examined.problems, settings.prefix)).set_aside(Aside())
    return replace(edition, assets=(*edition.assets, traced))


def _made_by(settings: Settings) -> str:
    """Return a sum of what makes pages: the program, and every template that it may use."""
    return " ".join((program_sum(), *(folder_sum(folder) for folder in settings.templates)))


def around(examined: Examined, settings: Settings, *, offers_blocks: bool = True) -> Around:
    """Return what the pages of groups are made from besides what the whole site is; see `show`."""
    options = settings.options
    asked = (options.timezone, options.show_authors, options.history_start)
    past = fingerprint((asked, options.history_hide, sorted(settings.names_to_refuse)))
    return Around(examined.frameworks, past, _contents(settings.root) if offers_blocks else None)


def _contents(root: Path) -> Callable[[str], bytes | None]:
    def content_of(path: str) -> bytes | None:
        content = read_file(root / path, path)
        return content if isinstance(content, bytes) else None

    return content_of
