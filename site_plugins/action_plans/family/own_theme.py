"""A project's own templates and words of the family edition: an author's text, guarded and approved as one entry.

They lie in `docs_templates/family/` of the project. What is not approved, was changed since or is wrong is not used:
the package's own stand in, a gap says so, and nothing else is held back.
"""

import hashlib
import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from action_plans.family.guards.gates import Gates
from action_plans.family.own_theme_problem import LANGUAGE_HINT, theme_problem
from action_plans.family.words.plain_words import PlainWords
from action_plans.family.words.theme_words import read_theme_words
from action_plans.model.family import ENGLISH, ServiceApproved
from action_plans.model.origin import Origin
from action_plans.model.problem import Code, Problem
from action_plans.project.options import FamilyOptions
from action_plans.reading.records.record_files import read_record
from action_plans.reading.yaml.file_text import read_file
from action_plans.tracing.trace import Trace

_OF_WORDS = re.compile(r"words/([^/]+)\.json")

APPROVAL = "approved-theme.yaml"
"""The file that says who approved the project's own theme."""


@dataclass(frozen=True)
class OwnTheme:
    """What a project has of its own.

    Attributes:
        folder: where it lies.
        files: every file but the approval, by its path within the folder, in order.
        problems: what is wrong with it, approval apart.
        approved: the approval, where there is one.
        is_approved: whether a role approved these very files.
        by_problem: what is wrong with the approval; None where nothing is.
    """

    folder: Path
    files: Mapping[str, bytes] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    approved: ServiceApproved | None = None
    is_approved: bool = False
    by_problem: Problem | None = None

    @property
    def faults(self) -> tuple[Problem, ...]:
        """What keeps it from being used, approval apart."""
        return tuple(problem for problem in self.problems if problem.hint != LANGUAGE_HINT)

    @property
    def fingerprint(self) -> str:
        """The SHA-256 of the lines `PATH SHA256` of every file, in order of path."""
        lines = "".join(
            f"{path} {hashlib.sha256(content).hexdigest()}\n" for path, content in sorted(self.files.items())
        )
        return hashlib.sha256(lines.encode()).hexdigest()


@dataclass(frozen=True)
class ChosenTheme:
    """The folders that the edition is made from, what keeps the project's own from being used, and what it has."""

    folders: tuple[Path, ...]
    problems: tuple[Problem, ...] = ()
    own: OwnTheme | None = None

    @property
    def package(self) -> tuple[Path, ...]:
        """The package's own folder alone."""
        return self.folders[-1:]

    @property
    def uses_own(self) -> bool:
        """Whether the project's own is among the folders."""
        return len(self.folders) > 1

    @property
    def waiting(self) -> frozenset[str]:
        """The languages of the project's own files of words, where `problems` say what these files wait for."""
        paths = self.own.files if self.own is not None and self.problems else ()
        return frozenset(found[1] for found in map(_OF_WORDS.fullmatch, paths) if found)


def choose_theme(trace: Trace, templates: Sequence[Path], options: FamilyOptions, gates: Gates) -> ChosenTheme:
    """Return which theme is used: the project's own before the package's where it is sound and approved.

    Args:
        trace: everything that was read; it knows the roles that may approve.
        templates: folders of templates, the project's own before the package's.
        options: what the project chose.
        gates: the guards, made with the package's own words.
    """
    package = tuple(templates[-1:])
    own = read_own_theme(trace, templates, gates)
    if own is None:
        return ChosenTheme(package)
    problems = list(own.problems)
    if options.require_approval and not own.is_approved and own.by_problem is not None:
        problems.append(own.by_problem)
    if own.faults or len(problems) > len(own.problems):
        return ChosenTheme(package, tuple(problems), own)
    return ChosenTheme((own.folder, *package), tuple(problems), own)


def theme_in_use(
    trace: Trace, templates: Sequence[Path], options: FamilyOptions, refused: Sequence[str] = ()
) -> tuple[ChosenTheme, Gates]:
    """Return which theme is used, and the guards that know its words; `refused` are names that must never appear."""
    gates = Gates(trace, read_theme_words(templates[-1:]).values(), PlainWords(templates[-1:]), options, refused)
    theme = choose_theme(trace, templates, options, gates)
    if not theme.uses_own:
        return theme, gates
    return theme, Gates(trace, read_theme_words(theme.folders).values(), PlainWords(theme.folders), options, refused)


def read_own_theme(trace: Trace, templates: Sequence[Path], gates: Gates) -> OwnTheme | None:
    """Return what a project has of its own with everything that is wrong with it; None where it has nothing."""
    folders = [folder for folder in templates[:-1] if folder.is_dir() or folder.is_symlink()]
    if not folders:
        return None
    folder = folders[0]
    files: dict[str, bytes] = {}
    problems: list[Problem] = []
    for path, place in _places(folder):
        content = _content(place, shown_path(folder, path))
        if isinstance(content, Problem):
            problems.append(content)
        elif path != APPROVAL:
            files[path] = content
    if not files and not problems:
        return None
    from action_plans.family.own_theme_faults import faults_in_file  # noqa: PLC0415 -- most projects have no own theme

    english = read_theme_words(templates[-1:])[ENGLISH].words
    for path, content in files.items():
        ours = templates[-1] / path
        written = ours.read_text(encoding="utf-8") if ours.is_file() else ""
        problems += faults_in_file(shown_path(folder, path), path, content, english, gates, written)
    own = OwnTheme(folder, files, tuple(sorted(problems, key=lambda problem: problem.sort_key)))
    return _with_approval(own, trace)


def shown_path(folder: Path, path: str) -> str:
    """Return how people know a file of the project's own theme: `docs_templates/family/footer.html`."""
    return "/".join([*folder.parts[-2:], *([path] if path else [])])


def _places(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield everything below a folder, in order of path; what a link leads to is not looked into."""
    if folder.is_symlink():
        yield "", folder
        return
    for place in sorted(folder.iterdir(), key=lambda each: each.name):
        if place.is_dir() and not place.is_symlink():
            yield from ((f"{place.name}/{path}", below) for path, below in _places(place))
        else:
            yield place.name, place


def _content(place: Path, path: str) -> bytes | Problem:
    """Return what a file holds; a problem for what is no plain file."""
    try:
        mode = place.lstat().st_mode
    except OSError:
        mode = 0
    if not stat.S_ISREG(mode):
        what = "is a link" if stat.S_ISLNK(mode) else "is no plain file"
        return theme_problem(
            path, f"{what}, and links to other files are not followed here", "Put the file itself here."
        )
    content = read_file(place, path)
    return theme_problem(path, content.message.rstrip("."), content.hint) if isinstance(content, Problem) else content


def _with_approval(own: OwnTheme, trace: Trace) -> OwnTheme:
    path = shown_path(own.folder, APPROVAL)
    place = own.folder / APPROVAL
    hint = "Look at the files, then run `action-plans approve --theme --by ROLE`."
    if own.folder.is_symlink() or not place.is_file() or place.is_symlink():
        message = f"{shown_path(own.folder, '')} is not approved, so the package's own pages are used instead."
        return OwnTheme(
            own.folder, own.files, own.problems, by_problem=Problem(Code.OWN_THEME, message, Origin(path), hint)
        )
    content = read_file(place, path)
    read = read_record(content, path, ServiceApproved, lambda _: []) if isinstance(content, bytes) else None
    approved = read.record if read is not None else None
    if approved is None or (read is not None and read.problems):
        first = read.problems[0] if read is not None and read.problems else content
        said = first.message if isinstance(first, Problem) else "cannot be read"
        line = first.origin.line if isinstance(first, Problem) else 1
        problem = theme_problem(
            path, said.rstrip("."), "Write `{by, date, fingerprint}`, or run `action-plans approve --theme`.", line
        )
        return OwnTheme(own.folder, own.files, own.problems, by_problem=problem)
    roles = approving_roles(trace)
    if approved.by not in roles:
        problem = theme_problem(
            path, f"names {approved.by}, which is no role", f"There are: {', '.join(sorted(roles))}."
        )
        return OwnTheme(own.folder, own.files, own.problems, approved, by_problem=problem)
    if approved.fingerprint != own.fingerprint:
        message = (
            f"{shown_path(own.folder, '')} has changed since it was approved, so the package's own pages are used."
        )
        problem = Problem(Code.OWN_THEME, message, Origin(path), hint)
        return OwnTheme(own.folder, own.files, own.problems, approved, by_problem=problem)
    return OwnTheme(own.folder, own.files, own.problems, approved, is_approved=True)


def approving_roles(trace: Trace) -> frozenset[str]:
    """Return the codes of the roles that may approve a theme: of any service, of its plans, and of the provider."""
    provider = trace.portfolio.provider
    roles = {code for service in trace.services.values() for code in service.roles}
    roles |= {code for people in trace.people.values() for code in people.roles}
    return frozenset(roles | (set(provider.roles) if provider is not None else set()))
