"""The whole way, in the order of its verbs: read, trace, check, tell families, look back, show staff."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from action_plans.checking.accepted import accept
from action_plans.checking.addresses import same_addresses, told_once
from action_plans.checking.checker import check
from action_plans.checking.turned_off import turned_on
from action_plans.family.approvals import Approval, approvals
from action_plans.family.family_edition import FamilyEdition, build_family
from action_plans.frameworks.framework import Framework
from action_plans.history.earlier_plans import earlier_versions
from action_plans.history.file_versions import files_of_notes
from action_plans.history.provenance import Past, Provenance, provenance_of, read_past
from action_plans.history.suspect_evidence import changed_since_check
from action_plans.keeping.fingerprint import fingerprint
from action_plans.keeping.kept_files import KeptFiles
from action_plans.keeping.program import folder_sum, program_sum
from action_plans.model.packs import GivenPack
from action_plans.model.portfolio import Portfolio
from action_plans.model.problem import Problem, Severity
from action_plans.notes.note_contents import Notes, read_notes
from action_plans.notes.plan_texts import text_problems
from action_plans.past import asking, histories
from action_plans.project.copied_templates import old_templates
from action_plans.project.settings import Settings
from action_plans.project.timings import TIMINGS
from action_plans.publishing.aside import Aside
from action_plans.reading.files_read import FilesRead
from action_plans.reading.framework_files import read_frameworks
from action_plans.reading.last_good import paths_of, put_back
from action_plans.reading.packs_file import read_packs
from action_plans.reading.portfolio_reader import Reading, read_portfolio
from action_plans.reading.yaml.file_text import read_file
from action_plans.staff.page import Asset, Edition
from action_plans.staff.staff_templates import staff_template_mistakes
from action_plans.tracing.addresses import TRAIL
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace

if TYPE_CHECKING:
    from action_plans.staff.groups.apart import Around


@dataclass(frozen=True, slots=True)
class Examined:
    """A project, read, linked and checked, with every problem there is, in the order of files and lines."""

    trace: Trace
    problems: tuple[Problem, ...]
    family: FamilyEdition
    notes: Notes
    provenance: Provenance = field(default_factory=Provenance)
    packs: tuple[GivenPack, ...] = ()
    past: Past | None = None
    frameworks: Mapping[str, Framework] = field(default_factory=dict)

    def problems_of(self, severity: Severity) -> tuple[Problem, ...]:
        """Return the problems of one severity that the plan has not answered."""
        return tuple(problem for problem in self.problems if problem.severity is severity and problem.is_open)


def examine(
    settings: Settings,
    good: Portfolio | None = None,
    instead: Mapping[str, bytes] | None = None,
    known: FilesRead | None = None,
) -> Examined:
    """Read, link and check a project, and make its family edition in memory. Writes nothing.

    `good` is for a preview, in which somebody is in the middle of writing: files with an error are shown as they are in
    it, where they are in it. The problems are those of what is written now in any case. `instead` is what files would
    hold, by their paths, so that it can be looked at before it is written. `known` is what was read before.
    """
    options = settings.options
    with TIMINGS.phase("reading"):
        reading = read_portfolio(settings.root, options.plans_dir, options.evidence_dir, instead, known)
    examined = examine_read(reading, settings)
    broken = frozenset(problem.origin.path for problem in examined.problems_of(Severity.ERROR))
    if good is None or not broken & paths_of(good):
        return examined
    left_out = tuple(left for left in reading.left_out if left.path not in paths_of(good))
    shown = replace(reading, portfolio=put_back(reading.portfolio, broken, good), left_out=left_out)
    return replace(examine_read(shown, settings), problems=examined.problems)


def examine_read(reading: Reading, settings: Settings) -> Examined:
    """Link and check what was read, and make the family edition of it in memory."""
    options = settings.options
    frameworks = read_frameworks(settings.root, options.plans_dir)
    with TIMINGS.phase("tracing"):
        traced = trace(reading.portfolio, settings.today, frameworks.known)
    with TIMINGS.phase("checking"):
        checked = check(traced, frameworks.known, (*reading.left_out, *frameworks.left_out))
    with TIMINGS.phase("family edition and its guards"):
        family = build_family(traced, family_templates(settings), options.family, settings.names_to_refuse)
    unread = frozenset(left.path for left in reading.left_out if left.is_whole)
    with TIMINGS.phase("accounts of notes"):
        notes = read_notes(traced, settings.root, options.attachments_limit * 1_000_000, unread)
    mistakes = (mistake.problem(settings.root) for mistake in staff_template_mistakes(settings.templates))
    templates = (*mistakes, *old_templates(settings.root, settings.templates))
    packs, slips = read_packs(settings.root)
    same = tuple(same_addresses(traced, settings.prefix, settings.own_files))
    read = told_once((*reading.problems, *frameworks.problems), same)
    written = (*read, *checked, *same, *notes.problems, *text_problems(traced), *slips)
    found = accept(turned_on((*written, *family.problems, *templates), options.checks_off), traced)
    ordered = tuple(sorted(set(found), key=lambda problem: problem.sort_key))
    return Examined(traced, ordered, family, notes, packs=packs, frameworks=frameworks.known)


def look_back(examined: Examined, settings: Settings, *, is_check: bool = False, known: Past | None = None) -> Examined:
    """Return the project with what git knows of it, and the problems that only earlier versions tell.

    `is_check` is whether only the problems are wanted: then git is called once where the cache serves, nothing is
    written to the cache, and no versions of files are told. `known` is what git said before, where it is not to be
    asked again.
    """
    options = settings.options
    broken = frozenset(problem.origin.path for problem in examined.problems_of(Severity.ERROR))
    with TIMINGS.phase("git"):
        past = known or read_past(settings.root, asking(settings, is_check=is_check))
    provenance = provenance_of(examined.trace, past, broken=broken, since=options.history_start)
    if past.followed is not None and not is_check:
        notes = examined.trace.portfolio.notes
        files = dict(files_of_notes(notes, past.history, past.followed, past.versions.cache))
        provenance = replace(provenance, files=files)
    told = turned_on(changed_since_check(examined.trace, provenance), options.checks_off)
    found = accept(told, examined.trace)
    problems = sorted((*examined.problems, *found), key=lambda problem: problem.sort_key)
    return replace(examined, problems=tuple(problems), provenance=provenance, past=past)


def show(examined: Examined, settings: Settings, *, offers_blocks: bool = True) -> Edition:
    """Return the staff edition.

    `offers_blocks` is whether each gap says what may be written, and where: for whoever has the files, not in a pack.
    Of what is made for a pack nothing is kept.

    Raises:
        TemplateMistakeError: a template of the project's own is wrong in a way that only using it shows.
    """
    # Pages, and all that they are downloaded as, take as long to load as a plan to check: only where they are made.
    with TIMINGS.phase("loading what makes pages"):
        from action_plans.exchange.trail_json import trail  # noqa: PLC0415 -- see above
        from action_plans.staff.groups.kept_groups import KeptGroups  # noqa: PLC0415 -- see above
        from action_plans.staff.staff_edition import compose  # noqa: PLC0415 -- see above

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


def around(examined: Examined, settings: Settings, *, offers_blocks: bool = True) -> "Around":
    """Return what the pages of groups are made from besides what the whole site is; see `show`."""
    from action_plans.staff.groups.apart import Around  # noqa: PLC0415 -- as there

    options = settings.options
    asked = (options.timezone, options.show_authors, options.history_start)
    past = fingerprint((asked, options.history_hide, sorted(settings.names_to_refuse)))
    return Around(examined.frameworks, past, _contents(settings.root) if offers_blocks else None)


def _contents(root: Path) -> Callable[[str], bytes | None]:
    def content_of(path: str) -> bytes | None:
        content = read_file(root / path, path)
        return content if isinstance(content, bytes) else None

    return content_of


def approvals_to_read(examined: Examined, settings: Settings) -> tuple[Approval, ...]:
    """Return the words for families as a role reads them; git is asked only where some changed since an approval."""
    if not settings.options.family.enabled or examined.problems_of(Severity.ERROR):
        return ()
    with TIMINGS.phase("words for families as they are approved"):
        return approvals_of(examined, settings)


def approvals_of(examined: Examined, settings: Settings, by: str | None = None) -> tuple[Approval, ...]:
    """Return every entry for families with its approval, by the guards that looked at the edition.

    `by` is the code of the role that approves, for the block to paste.
    """
    return approvals(
        examined.trace,
        family_templates(settings),
        settings.options.family,
        by=by,
        earlier=earlier_versions(examined.trace, settings.root),
        refused=settings.names_to_refuse,
        in_use=examined.family.in_use,
    )


def family_templates(settings: Settings) -> tuple[Path, ...]:
    """Return the folders of the family edition's theme, the project's own first."""
    return tuple(home / "family" for home in settings.templates)
