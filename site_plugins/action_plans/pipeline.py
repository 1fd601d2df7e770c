"""The whole way but its end, in the order of its verbs: read, trace, check, tell families, look back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from action_plans.checking.accepted import accept
from action_plans.checking.addresses import same_addresses, told_once
from action_plans.checking.checker import check
from action_plans.checking.turned_off import turned_on
from action_plans.family.family_edition import FamilyEdition, build_family
from action_plans.frameworks.framework import Framework
from action_plans.history.file_versions import files_of_notes
from action_plans.history.provenance import Past, Provenance, provenance_of, read_past
from action_plans.history.suspect_evidence import changed_since_check
from action_plans.model.packs import GivenPack
from action_plans.model.portfolio import Portfolio
from action_plans.model.problem import Problem, Severity
from action_plans.notes.note_contents import Notes, read_notes
from action_plans.notes.plan_texts import text_problems
from action_plans.past import asking
from action_plans.project.copied_templates import old_templates
from action_plans.project.own_pages import odd_files
from action_plans.project.settings import Settings
from action_plans.project.timings import TIMINGS
from action_plans.reading.files_read import FilesRead
from action_plans.reading.framework_files import read_frameworks
from action_plans.reading.last_good import paths_of, put_back
from action_plans.reading.packs_file import read_packs
from action_plans.reading.portfolio_reader import Reading, read_portfolio
from action_plans.staff.staff_templates import staff_template_mistakes
from action_plans.tracing.trace import Trace
from action_plans.tracing.tracer import trace


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
    own = settings.own_files
    odd = tuple(odd_files(settings.root, sorted(own.values())))
    same = tuple(same_addresses(traced, settings.prefix, own))
    read = told_once((*reading.problems, *frameworks.problems), same)
    written = (*read, *odd, *checked, *same, *notes.problems, *text_problems(traced), *slips)
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


def family_templates(settings: Settings) -> tuple[Path, ...]:
    """Return the folders of the family edition's theme, the project's own first."""
    return tuple(home / "family" for home in settings.templates)
